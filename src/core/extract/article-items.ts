import type { ArticleItem, PublishedDate } from '../model/article.ts';
import type { Sourced, Span } from '../model/evidence.ts';
import { zone } from '../read/raw-page.ts';
import { absoluteUrl } from './absolute-url.ts';
import type { CanonicalText } from './canonical-text.ts';
import type { Draft } from './draft.ts';
import { parseDateLine, parsePublicationLine } from './line-shapes.ts';
import { parseMachineDate } from './machine-dates.ts';
import type { PageSection } from './page-sections.ts';
import type { PageVerdict } from './page-type.ts';
import type { TimedEntry } from './timed-entries.ts';

const mostItems = 500;
/** A section with less text of its own is a teaser. */
const wholeText = 40;

/**
 * What a page with several things holds, in the order of the page: the entries of a live blog with their times, the items
 * of a page with several, the posts of a forum, the lines of a list with their addresses. Nothing for other pages.
 */
export function findItems(
  draft: Draft,
  canonical: CanonicalText,
  verdict: PageVerdict,
  published: PublishedDate | undefined,
): readonly ArticleItem[] {
  switch (verdict.type) {
    case 'live-blog':
      return verdict.entries.map((entry) => entryItem(draft, canonical, entry, published));
    case 'several-items': {
      const whole = verdict.sections.filter(({ prose }) => prose >= wholeText);
      return whole.length >= 2
        ? whole.map((section) => sectionItem(draft, canonical, section))
        : publicationItems(draft, canonical);
    }
    case 'forum':
      return verdict.sections.map((section) => sectionItem(draft, canonical, section));
    case 'list':
      return linkItems(draft, canonical);
    default:
      return [];
  }
}

function whole(canonical: CanonicalText, start: number, end: number): Span {
  return { start: canonical.span(start).start, end: canonical.span(end - 1).end };
}

function entryItem(
  draft: Draft,
  canonical: CanonicalText,
  entry: TimedEntry,
  day: PublishedDate | undefined,
): ArticleItem {
  const { start, end, title } = entry;
  const heading = title && titleOf(draft, canonical, title.block, 'entry-heading', title.from);
  const published = timeOf(draft, canonical, entry, day);
  return {
    ...whole(canonical, start, end),
    ...(heading ? { title: heading } : {}),
    ...(published ? { published } : {}),
    ...(title ? addressOf(draft, title.block) : {}),
  };
}

/** The instant that the markup gives; else the printed time on the day of the text, when that is known. */
function timeOf(
  draft: Draft,
  canonical: CanonicalText,
  { start, time, instant }: TimedEntry,
  day: PublishedDate | undefined,
): Sourced<PublishedDate> | undefined {
  const value = instant === undefined ? undefined : parseMachineDate(instant);
  if (value && instant !== undefined)
    return { value, certainty: 0.9, basis: 'entry-time', spans: [canonical.cite(instant, 'entry-time')] };
  const date = day && day.precision !== 'month' && day.precision !== 'year' ? day.edtf.slice(0, 10) : undefined;
  if (time === undefined || date === undefined) return undefined;
  // Entries before or after midnight may belong to the next day.
  return {
    value: { edtf: `${date}T${time}:00`, precision: 'time' },
    certainty: 0.6,
    basis: 'printed-time',
    spans: [canonical.span(start, 0, /^[^\n]{0,12}/.exec(draft.raw.blocks[start]?.text ?? '')?.[0].trimEnd().length)],
  };
}

function sectionItem(draft: Draft, canonical: CanonicalText, section: PageSection): ArticleItem {
  const { start, end, heading } = section;
  const title = titleOf(draft, canonical, heading, 'section-heading');
  const published = dateIn(draft, canonical, start, end);
  return {
    ...whole(canonical, start, end),
    ...(title ? { title } : {}),
    ...(published ? { published } : {}),
    ...addressOf(draft, heading),
  };
}

/** Items of a dump: each begins with the headline over its publication line. */
function publicationItems(draft: Draft, canonical: CanonicalText): ArticleItem[] {
  const lines = draft.decisions.flatMap((decision, i) => (decision?.reason === 'publication-line' ? [i] : []));
  const heads = lines.map((line) => {
    for (let i = line - 1; i >= Math.max(0, line - 3); i--) if ((draft.features[i]?.words ?? 0) >= 3) return i;
    return line;
  });
  return lines.slice(0, mostItems).map((line, k) => {
    const head = heads[k] as number;
    const text = draft.raw.blocks[line]?.text ?? '';
    const date = parsePublicationLine(text)?.date;
    const title = head < line ? titleOf(draft, canonical, head, 'over-publication-line') : undefined;
    return {
      ...whole(canonical, head, Math.max(line + 1, heads[k + 1] ?? draft.raw.blocks.length)),
      ...(title ? { title } : {}),
      ...(date
        ? {
            published: {
              value: { edtf: date.edtf, precision: date.precision },
              certainty: 0.97,
              basis: 'publication-line',
              spans: [canonical.span(line, date.start, date.end)],
            },
          }
        : {}),
    };
  });
}

const furniture =
  zone.navigation | zone.footer | zone.aside | zone.comments | zone.promo | zone.breadcrumb | zone.tags | zone.share;

/** Headlines that lead elsewhere; where a page has no headings, lines that are a link. */
function linkItems(draft: Draft, canonical: CanonicalText): ArticleItem[] {
  const lines = draft.raw.blocks.flatMap((block, i) => {
    const f = draft.features[i];
    const isLink = f !== undefined && f.words >= 3 && f.linkShare > 0.7 && (f.zones & furniture) === 0;
    // A link into the page itself is a jump over its menu.
    return isLink && block.links.some(({ url }) => !url.startsWith('#')) ? [i] : [];
  });
  const headings = lines.filter((i) => (draft.features[i]?.heading ?? 0) > 0);
  const seen = new Set<string>();
  const items: ArticleItem[] = [];
  for (const i of headings.length >= 3 ? headings : lines) {
    const title = titleOf(draft, canonical, i, 'link');
    const { url } = addressOf(draft, i);
    if (!title || !url || seen.has(url) || items.length >= mostItems) continue;
    seen.add(url);
    items.push({ ...canonical.span(i), title, url });
  }
  return items;
}

function titleOf(
  draft: Draft,
  canonical: CanonicalText,
  block: number,
  basis: string,
  from = 0,
): Sourced<string> | undefined {
  const text = draft.raw.blocks[block]?.text ?? '';
  const value = text.slice(from);
  if (value.trim() === '' || value.length > 400) return undefined;
  return { value, certainty: 0.85, basis, spans: [canonical.span(block, from, text.length)] };
}

function addressOf(draft: Draft, block: number): { readonly url?: string } {
  const url = absoluteUrl(draft.raw.blocks[block]?.links[0]?.url, draft.page.url);
  return url ? { url } : {};
}

/** The date that stands in a section: of a time element, else printed in a short line. */
function dateIn(
  draft: Draft,
  canonical: CanonicalText,
  start: number,
  end: number,
): Sourced<PublishedDate> | undefined {
  for (const time of draft.raw.times) {
    if (time.block < start || time.block >= end) continue;
    const value = parseMachineDate(time.value);
    if (value)
      return { value, certainty: 0.88, basis: 'time', spans: [canonical.cite(time.value, 'time', time.pageStart)] };
  }
  for (let i = start; i < end; i++) {
    const text = draft.raw.blocks[i]?.text ?? '';
    const date = text.length <= 140 ? parseDateLine(text)?.date : undefined;
    if (date)
      return {
        value: { edtf: date.edtf, precision: date.precision },
        certainty: 0.8,
        basis: 'printed',
        spans: [canonical.span(i, date.start, date.end)],
      };
  }
  return undefined;
}
