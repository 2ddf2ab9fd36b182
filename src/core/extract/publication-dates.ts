import type { DateCandidate, PublishedDate } from '../model/article.ts';
import type { Sourced, Span } from '../model/evidence.ts';
import { type RawValue, zone } from '../read/raw-page.ts';
import { dateInAddress } from './address-date.ts';
import type { CanonicalText } from './canonical-text.ts';
import type { Draft } from './draft.ts';
import { articleObjects, stringsAt } from './json-ld.ts';
import { parseDateLine, parsePublicationLine } from './line-shapes.ts';
import { metaValues } from './machine-values.ts';
import { findPrintedDates } from './printed-dates.ts';

export interface PublicationDates {
  readonly published?: Sourced<PublishedDate>;
  readonly modified?: Sourced<PublishedDate>;
  readonly notLaterThan?: Sourced<string>;
  readonly candidates: readonly DateCandidate[];
}

/** A candidate before the choice: `rank` says how much its place is trusted, 0 is refused from the start. */
interface Candidate {
  readonly value: PublishedDate;
  readonly origin: string;
  readonly reason: string;
  readonly rank: number;
  readonly role: 'published' | 'modified' | 'bound';
  readonly span: () => Span;
}

const publishedMeta = [
  'article:published_time',
  'og:article:published_time',
  'og:published_time',
  'datepublished',
  'dc.date.issued',
  'dcterms.issued',
  'dcterms.created',
  'dc.date.created',
  'citation_publication_date',
  'citation_date',
  'parsely-pub-date',
  'sailthru.date',
  'pubdate',
  'publishdate',
  'publish-date',
  'publish_date',
  'article.published',
  'published_time_telegram',
  'cxenseparse:recs:publishtime',
  'date',
  'dc.date',
  'dcterms.date',
  'cxenseparse:publishtime',
  'publication_date',
  'article_date_original',
  'originalpublicationdate',
  'last-published',
  'article.created',
  'bt:pubdate',
  'iso-8601-publish-date',
  'rnews:datepublished',
  'datecreated',
];
const modifiedMeta = [
  'article:modified_time',
  'og:updated_time',
  'datemodified',
  'last-modified',
  'dcterms.modified',
  'dc.date.modified',
  'lastmod',
  'revised',
];

/**
 * Every date that could be the day of publication, each taken or refused with a reason, and the one that is believed:
 * a publication line first, then machine-readable dates, the address, printed dates. A site's clock, a copyright line, a
 * comment or a day after the save never is; a clock still says "no later than".
 */
export function findPublicationDates(draft: Draft, canonical: CanonicalText): PublicationDates {
  const candidates = [
    ...machineDates(draft, canonical),
    ...addressDates(draft, canonical),
    ...printedDates(draft, canonical),
  ];
  const saved = draft.page.savedAt?.slice(0, 10);
  const judged = candidates.map((candidate) => {
    if (candidate.rank > 0 && saved !== undefined && candidate.value.edtf.slice(0, 10) > dayAfter(saved)) {
      return { ...candidate, rank: 0, reason: 'future' };
    }
    return candidate;
  });
  const chosen = best(judged.filter(({ role, rank }) => role === 'published' && rank > 0));
  const modified = best(judged.filter(({ role, rank }) => role === 'modified' && rank > 0));
  const clock = judged.filter(({ role }) => role === 'bound').sort((a, b) => (a.value.edtf < b.value.edtf ? 1 : -1))[0];
  const dayKnown = chosen !== undefined && chosen.value.precision !== 'month' && chosen.value.precision !== 'year';
  return {
    ...(chosen ? { published: sourced(chosen) } : {}),
    ...(modified ? { modified: sourced(modified) } : {}),
    ...(!dayKnown && clock
      ? {
          notLaterThan: {
            value: clock.value.edtf.slice(0, 10),
            certainty: 0.9,
            basis: clock.origin,
            spans: [clock.span()],
          },
        }
      : !dayKnown && saved !== undefined
        ? {
            notLaterThan: {
              value: saved,
              certainty: 0.95,
              basis: 'saved-at',
              spans: [canonical.cite(draft.page.savedAt ?? saved, 'saved-at')],
            },
          }
        : {}),
    candidates: judged.map((candidate) => ({
      ...candidate.span(),
      edtf: candidate.value.edtf,
      origin: candidate.origin,
      accepted: candidate === chosen || candidate === modified,
      reason:
        candidate === chosen || candidate === modified
          ? candidate.origin
          : candidate.rank > 0
            ? 'less-trusted'
            : candidate.reason,
    })),
  };
}

/** Days before months, then the more trusted place; among equals the first on the page. */
function best(candidates: readonly Candidate[]): Candidate | undefined {
  let winner: Candidate | undefined;
  for (const candidate of candidates) {
    if (!winner || weight(candidate) > weight(winner)) winner = candidate;
  }
  return winner;
}

function weight({ rank, value }: Candidate): number {
  return rank + (value.precision === 'day' || value.precision === 'time' ? 10 : 0);
}

function sourced({ value, rank, origin, span }: Candidate): Sourced<PublishedDate> {
  return { value, certainty: Math.min(0.99, rank), basis: origin, spans: [span()] };
}

function machineDates(draft: Draft, canonical: CanonicalText): Candidate[] {
  const found: Candidate[] = [];
  const add = (text: string, pageStart: number, origin: string, rank: number, role: Candidate['role']) => {
    const value = parseMachineDate(text);
    if (!value) return;
    found.push({ value, origin, reason: origin, rank, role, span: () => canonical.cite(text, origin, pageStart) });
  };
  for (const object of articleObjects(draft.raw)) {
    for (const text of stringsAt(object, 'datePublished')) add(text, object.pageStart, 'json-ld', 0.95, 'published');
    for (const text of stringsAt(object, 'dateCreated')) add(text, object.pageStart, 'json-ld', 0.7, 'published');
    for (const text of stringsAt(object, 'dateModified')) add(text, object.pageStart, 'json-ld', 0.9, 'modified');
  }
  const metas = (keys: readonly string[], rank: number, role: Candidate['role']) => {
    for (const [i, meta] of metaValues(draft.raw, keys).entries())
      add(meta.value, meta.pageStart, `meta ${meta.key}`, rank - Math.min(0.1, i * 0.01), role);
  };
  metas(publishedMeta, 0.92, 'published');
  metas(modifiedMeta, 0.85, 'modified');
  for (const time of draft.raw.times) {
    const zones = draft.features[time.block]?.zones ?? 0;
    const refused = (zones & (zone.comments | zone.related | zone.aside | zone.footer | zone.navigation)) !== 0;
    const modified = /modif|updat/.test(`${time.itemprop} ${time.classWords}`);
    const named = time.itemprop === 'datepublished' || /publish|pubdate|posted/.test(time.classWords);
    const value: RawValue = { key: 'time', value: time.value, pageStart: time.pageStart, pageEnd: time.pageEnd };
    if (refused) {
      const parsed = parseMachineDate(value.value);
      if (parsed) {
        found.push({
          value: parsed,
          origin: 'time',
          reason: zones & zone.comments ? 'comment' : 'other-article',
          rank: 0,
          role: 'published',
          span: () => canonical.cite(value.value, 'time', value.pageStart),
        });
      }
      continue;
    }
    add(value.value, value.pageStart, 'time', named ? 0.88 : 0.81, modified ? 'modified' : 'published');
  }
  return found;
}

function addressDates(draft: Draft, canonical: CanonicalText): Candidate[] {
  const url = draft.page.url ?? draft.raw.canonicalUrl?.value;
  const date = dateInAddress(url);
  if (!url || !date) return [];
  const span = () => {
    const whole = canonical.cite(url, 'address');
    // The cited line has no runs of white space; a broken address may.
    const at = url.replace(/\s+/g, ' ').trim().indexOf(date.text);
    return at < 0 ? whole : { start: whole.start + at, end: whole.start + at + date.text.length };
  };
  return [
    {
      value: { edtf: date.edtf, precision: date.precision },
      origin: 'address',
      reason: 'address',
      rank: 0.86,
      role: 'published',
      span,
    },
  ];
}

/** How far from the headline or the body, in blocks, a printed date still belongs to the article. */
const near = 6;

function printedDates(draft: Draft, canonical: CanonicalText): Candidate[] {
  const found: Candidate[] = [];
  const labels = draft.decisions.map((decision) => decision?.label);
  const head = labels.indexOf('headline');
  const firstBody = labels.indexOf('body');
  const lastBody = labels.lastIndexOf('body');
  const anchor = head >= 0 ? head : firstBody;
  const dateline = findDateline(draft);
  for (const [i, raw] of draft.raw.blocks.entries()) {
    const label = labels[i];
    const features = draft.features[i];
    if (!features || features.words > 30 || !/\d|[\u0660-\u0669]/.test(raw.text)) continue;
    if (label === 'body' || label === 'headline' || label === 'ticker') continue;
    const line = parsePublicationLine(raw.text)?.date;
    const shape = line ? undefined : parseDateLine(raw.text);
    const date =
      line ??
      shape?.date ??
      (label === 'legal' || label === 'comment' || label === 'byline' ? findPrintedDates(raw.text)[0] : undefined);
    if (!date) continue;
    const value: PublishedDate = { edtf: date.edtf, precision: date.precision };
    const span = () => canonical.span(i, date.start, date.end);
    const push = (origin: string, rank: number, role: Candidate['role'], reason = origin) =>
      found.push({ value, origin, reason, rank, role, span });
    if (line) push('publication-line', 0.99, 'published');
    else if (label === 'comment') push('printed', 0, 'published', 'comment');
    else if (label === 'social') push('printed', 0, 'published', 'embedded-post');
    else if (label === 'legal') push('printed', 0, 'published', 'copyright');
    else if (
      label === 'related' ||
      label === 'video' ||
      label === 'navigation' ||
      label === 'advert' ||
      label === 'poll'
    )
      push('printed', 0, 'published', 'other-article');
    else if (shape?.role === 'modified') push('printed-modified', 0.85, 'modified');
    else if (shape?.role === 'published') push('printed-published', 0.84, 'published');
    else if (anchor >= 0 && i < anchor && date.weekday && dateline?.edtf.slice(0, 10) !== date.edtf.slice(0, 10)) {
      // A day with its weekday above the headline is the site's own calendar on the day of the save.
      push('site-clock', 0, 'bound', 'site-clock');
    } else if (
      anchor >= 0 &&
      i >= anchor - 3 &&
      i <= Math.max(firstBody, anchor) + near &&
      i < Math.max(firstBody, anchor + 1) + 1
    ) {
      push('printed', 0.8, 'published');
    } else if (lastBody >= 0 && i > lastBody && i <= lastBody + 2) push('printed-after-body', 0.7, 'published');
    else if (label === 'byline') push('printed', 0.75, 'published');
    else push('printed', 0, 'published', 'far-from-article');
  }
  if (dateline) {
    const { block, start, end } = dateline;
    const value: PublishedDate = { edtf: dateline.edtf, precision: dateline.precision };
    found.push({
      value,
      origin: 'dateline',
      reason: 'dateline',
      rank: 0.78,
      role: 'published',
      span: () => canonical.span(block, start, end),
    });
  }
  return found;
}

/** The dateline of one of the first paragraphs that carries a full date. */
function findDateline(draft: Draft): (ReturnType<typeof datelineDate> & { block: number }) | undefined {
  let looked = 0;
  for (const [block, decision] of draft.decisions.entries()) {
    if (decision?.label !== 'body' && decision?.label !== 'dateline') continue;
    const date = datelineDate(draft.raw.blocks[block]?.text ?? '');
    if (date) return { ...date, block };
    if (++looked === 3) return undefined;
  }
  return undefined;
}

/** The full date of a dateline: "Caracas, November 1, 2022 (…) – On Tuesday". It ends with a dash or a bracket. */
function datelineDate(
  paragraph: string,
): { edtf: string; precision: PublishedDate['precision']; start: number; end: number } | undefined {
  const head = paragraph.slice(0, 120);
  const date = findPrintedDates(head)[0];
  if (!date || date.precision === 'month' || date.start > 60) return undefined;
  if (!/^[^\p{Ll}]*\s*(?:[([]|[-–—]{1,2}|\.-|\))/u.test(head.slice(date.end, date.end + 40))) return undefined;
  return date;
}

/** ISO 8601 and what templates make of it; printed forms as a last resort. */
export function parseMachineDate(text: string): PublishedDate | undefined {
  const iso =
    /^\s*(\d{4})-(\d{2})-(\d{2})(?:[T\s]+(\d{2}):(\d{2})(?::(\d{2}))?(?:[.,]\d+)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?/i.exec(
      text,
    );
  if (iso) {
    const day = findPrintedDates(`${iso[1]}-${iso[2]}-${iso[3]}`)[0];
    if (!day) return undefined;
    if (iso[4] === undefined) return { edtf: day.edtf, precision: 'day' };
    const offset = iso[7] === undefined ? '' : /^[+-]/.test(iso[7]) ? iso[7].replace(/(\d\d):?(\d\d)$/, '$1:$2') : 'Z';
    return { edtf: `${day.edtf}T${iso[4]}:${iso[5]}:${iso[6] ?? '00'}${offset}`, precision: 'time' };
  }
  const compact = /^\s*((?:19|20)\d{2})(\d{2})(\d{2})(?:T?\d{4,6}Z?)?\s*$/.exec(text);
  const printed = findPrintedDates(compact ? `${compact[1]}-${compact[2]}-${compact[3]}` : text.slice(0, 80))[0];
  return printed && { edtf: printed.edtf, precision: printed.precision };
}

/** The next day: a page saved in one zone may be dated tomorrow in another. */
function dayAfter(day: string): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const last = month === 2 ? (year % 4 === 0 ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
  const next = date < last ? [year, month, date + 1] : month < 12 ? [year, month + 1, 1] : [year + 1, 1, 1];
  return next.map((part) => String(part).padStart(2, '0')).join('-');
}
