import type { PublishedDate } from '../model/article.ts';
import { zone } from '../read/raw-page.ts';
import { dateInAddress } from './address-date.ts';
import { articleHead, isInHead } from './article-head.ts';
import type { CanonicalText } from './canonical-text.ts';
import type { Candidate } from './date-candidate.ts';
import type { Draft } from './draft.ts';
import { articleObjects, jsonLdObjects, stringsAt } from './json-ld.ts';
import { metaValues } from './machine-values.ts';
import type { MachineObject } from './microdata.ts';
import { findPrintedDates } from './printed-dates.ts';

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
  'citation_online_date',
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
const namedKeys = new Set([...publishedMeta, ...modifiedMeta]);

/** Things other than articles that a page may be about; what stands in them dates the page too. */
const pageTypes =
  /(?:^|[/#])(?:WebPage|ItemPage|QAPage|Question|HowTo|Recipe|VideoObject|AudioObject|PodcastEpisode|CreativeWork|Review|Course|Book|Quiz|DigitalDocument|DiscussionForumPosting)$/;

/** Dates that the markup states: JSON-LD, meta, `<time>` and its like, and as a last resort the page's own scripts. */
export function machineDates(draft: Draft, canonical: CanonicalText): readonly Candidate[] {
  const found: Candidate[] = [];
  const add = (
    text: string,
    pageStart: number,
    origin: string,
    rank: number,
    role: Candidate['role'],
    reason = origin,
    visible = false,
  ): void => {
    const value = parseMachineDate(text);
    if (!value) return;
    const span = () => canonical.cite(text, origin, pageStart);
    found.push({ value, origin, reason, rank, role, visible, span });
  };
  const fromObject = (object: MachineObject, rank: number): void => {
    for (const text of stringsAt(object, 'datePublished'))
      add(text, object.pageStart, object.origin, rank, 'published');
    for (const text of stringsAt(object, 'uploadDate'))
      add(text, object.pageStart, object.origin, rank - 0.05, 'published');
    for (const text of stringsAt(object, 'dateCreated'))
      add(text, object.pageStart, object.origin, rank - 0.2, 'published');
    for (const text of stringsAt(object, 'dateModified'))
      add(text, object.pageStart, object.origin, rank - 0.05, 'modified');
  };
  const articles = articleObjects(draft.raw);
  for (const object of articles) fromObject(object, 0.95);
  if (!found.some(({ role }) => role === 'published')) {
    for (const object of jsonLdObjects(draft.raw)) {
      if (object.types.some((type) => pageTypes.test(type))) fromObject(object, 0.795);
    }
  }
  fromMetas(draft, add);
  fromTimes(draft, add);
  if (!found.some(({ role, rank }) => role === 'published' && rank > 0)) found.push(...scriptDate(draft, canonical));
  return found;
}

type Add = (
  text: string,
  pageStart: number,
  origin: string,
  rank: number,
  role: Candidate['role'],
  reason?: string,
  visible?: boolean,
) => void;

function fromMetas(draft: Draft, add: Add): void {
  const named = (keys: readonly string[], rank: number, role: Candidate['role']) => {
    for (const [i, meta] of metaValues(draft.raw, keys).entries())
      add(meta.value, meta.pageStart, `meta ${meta.key}`, rank - Math.min(0.1, i * 0.01), role);
  };
  named(publishedMeta, 0.92, 'published');
  named(modifiedMeta, 0.85, 'modified');
  // Every publishing system has a key of its own; those that speak of a date and hold one in ISO form are believed less.
  for (const { key, value, pageStart } of draft.raw.metas) {
    if (namedKeys.has(key) || key.length > 40 || !/^\s*\d{4}-\d{2}-\d{2}/.test(value)) continue;
    if (!/date|pub|issued|created|release/.test(key) || /expir|valid|event|start|end|birth|stock|avail|live/.test(key))
      continue;
    const modified = /modif|updat|revis|last/.test(key);
    add(value, pageStart, `meta ${key}`, modified ? 0.7 : 0.76, modified ? 'modified' : 'published');
  }
}

const otherArticle = zone.related | zone.aside | zone.footer | zone.navigation;

function fromTimes(draft: Draft, add: Add): void {
  const head = articleHead(draft);
  for (const time of draft.raw.times) {
    const zones = draft.features[time.block]?.zones ?? 0;
    const label = draft.decisions[time.block]?.label;
    if (zones & zone.comments || label === 'comment')
      add(time.value, time.pageStart, 'time', 0, 'published', 'comment');
    else if (zones & otherArticle) add(time.value, time.pageStart, 'time', 0, 'published', 'other-article');
    else {
      const words = `${time.itemprop} ${time.classWords}`;
      const modified = /modif|updat/.test(words);
      const named = /datepublished|date(?::|_)?(?:created|issued)|publish|pubdate|posted/.test(words);
      add(
        time.value,
        time.pageStart,
        'time',
        named ? 0.88 : 0.81,
        modified ? 'modified' : 'published',
        'time',
        isInHead(head, time.block),
      );
    }
  }
}

const scriptKeys =
  /["']?(?:datePublished|publishedDate|publishDate|publicationDate|published_at|publishedAt|date_published|first_published_at)["']?\s{0,3}:\s{0,3}["'](\d{4}-\d{2}-\d{2}[^"']{0,30})["']/g;
/** Longer pages are not searched: their scripts hold whole data bases. */
const maxSource = 3_000_000;

/**
 * The date in the data that a page's own scripts carry. Only when all of them agree on one day: data of other articles
 * stands there as well.
 */
function scriptDate(draft: Draft, canonical: CanonicalText): readonly Candidate[] {
  const { source } = draft.page;
  if (draft.raw.format !== 'html' || source.length > maxSource) return [];
  let first: { text: string; at: number } | undefined;
  for (const match of source.matchAll(scriptKeys)) {
    const text = match[1] as string;
    if (first && first.text.slice(0, 10) !== text.slice(0, 10)) return [];
    first ??= { text, at: match.index + match[0].lastIndexOf(text) };
  }
  const value = first && parseMachineDate(first.text);
  if (!first || !value) return [];
  const { text, at } = first;
  const span = () => canonical.cite(text, 'script', at);
  return [{ value, origin: 'script', reason: 'script', rank: 0.74, role: 'published', span }];
}

/** The date in the page's address. */
export function addressDates(draft: Draft, canonical: CanonicalText): readonly Candidate[] {
  const url = draft.page.url ?? draft.raw.canonicalUrl?.value;
  const date = dateInAddress(url);
  if (!url || !date) return [];
  const span = () => {
    const whole = canonical.cite(url, 'address');
    // The cited line has no runs of white space; a broken address may.
    const at = url.replace(/\s+/g, ' ').trim().indexOf(date.text);
    return at < 0 ? whole : { start: whole.start + at, end: whole.start + at + date.text.length };
  };
  const value: PublishedDate = { edtf: date.edtf, precision: date.precision };
  // In a name the date is believed less than one beside the headline.
  const rank = date.ownFolders ? 0.86 : 0.79;
  return [{ value, origin: 'address', reason: 'address', rank, role: 'published', span }];
}

/** ISO 8601 and what templates make of it; printed forms as a last resort. */
export function parseMachineDate(text: string): PublishedDate | undefined {
  const iso =
    /^\s*(\d{4})-(\d{2})-(\d{2})(?:[T\s]{1,3}(\d{1,2}):(\d{2})(?::(\d{2}))?(?:[.,:]\d+)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?/i.exec(
      text,
    );
  if (iso) {
    const day = findPrintedDates(`${iso[1]}-${iso[2]}-${iso[3]}`)[0];
    // The first second of Unix time is what systems write for "never".
    if (!day || day.edtf === '1970-01-01') return undefined;
    if (iso[4] === undefined || Number(iso[4]) > 23) return { edtf: day.edtf, precision: 'day' };
    const offset = iso[7] === undefined ? '' : /^[+-]/.test(iso[7]) ? iso[7].replace(/(\d\d):?(\d\d)$/, '$1:$2') : 'Z';
    const hour = iso[4].padStart(2, '0');
    return { edtf: `${day.edtf}T${hour}:${iso[5]}:${iso[6] ?? '00'}${offset}`, precision: 'time' };
  }
  const compact = /^\s*((?:19|20)\d{2})(\d{2})(\d{2})(?:T?\d{4,6}Z?)?\s*$/.exec(text);
  const printed = findPrintedDates(compact ? `${compact[1]}-${compact[2]}-${compact[3]}` : text.slice(0, 80))[0];
  return printed && { edtf: printed.edtf, precision: printed.precision };
}
