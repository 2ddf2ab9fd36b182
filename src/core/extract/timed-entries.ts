import { type RawBlock, zone } from '../read/raw-page.ts';
import { parseClockTime } from './clock-time.ts';
import type { Draft } from './draft.ts';
import { jsonLdObjects } from './json-ld.ts';

/** An entry of a text that is written as things happen, as blocks of the page: its end is exclusive. */
export interface TimedEntry {
  readonly start: number;
  readonly end: number;
  /** Time of day, when the entry prints one. */
  readonly time?: string;
  /** Machine-readable time, when markup or structured data give one. */
  readonly instant?: string;
  /** Block that names the entry, and where in it the name begins. */
  readonly title?: { readonly block: number; readonly from: number };
}

/** Labels that end an entry: what follows is not the article any more. */
const outside = new Set(['comment', 'related', 'legal', 'form', 'poll']);
const maxEntries = 500;

/**
 * The entries of a live text: blocks that begin with a time of day, or with a time element, each with the text up to the
 * next. Only what is told in order of time counts, newest or oldest first; a programme of short lines does not.
 */
export function findTimedEntries(draft: Draft): readonly TimedEntry[] {
  const updates = fromStructuredData(draft);
  const starts = updates.length >= 2 ? updates : fromTimes(draft);
  const entries = starts.map((start, i) => {
    const end = endOfEntry(draft, start.start, starts[i + 1]?.start ?? draft.raw.blocks.length);
    const title = start.title ?? headingIn(draft, start.start, end);
    return { ...start, end, ...(title ? { title } : {}) };
  });
  return entries.filter((entry) => wordsIn(draft, entry) >= 3).slice(0, maxEntries);
}

/** Words of an entry. */
function wordsIn({ features }: Draft, { start, end }: Pick<TimedEntry, 'start' | 'end'>): number {
  let words = 0;
  for (let i = start; i < end; i++) words += features[i]?.words ?? 0;
  return words;
}

/** Words of an entry that are body. */
export function bodyWordsIn({ features, decisions }: Draft, { start, end }: TimedEntry): number {
  let words = 0;
  for (let i = start; i < end; i++) if (decisions[i]?.label === 'body') words += features[i]?.words ?? 0;
  return words;
}

/** Share of the steps from entry to entry that go the same way in time; midnight breaks one. */
export function orderOf(entries: readonly TimedEntry[]): number {
  let up = 0;
  let down = 0;
  for (const [i, entry] of entries.entries()) {
    const before = entries[i - 1];
    const [a, b] = [before?.instant ?? before?.time, entry.instant ?? entry.time];
    if (a === undefined || b === undefined) continue;
    if (b >= a) up++;
    if (b <= a) down++;
  }
  return entries.length < 2 ? 0 : Math.max(up, down) / (entries.length - 1);
}

type Start = Omit<TimedEntry, 'end'>;

function fromTimes(draft: Draft): readonly Start[] {
  const { raw, features, decisions } = draft;
  const instants = new Map<number, string>();
  for (const time of raw.times) if (/\d{2}:\d{2}/.test(time.value)) instants.set(time.block, time.value);
  const labels = decisions.map((decision) => decision?.label);
  const from = Math.max(labels.indexOf('headline') + 1, labels.indexOf('body') - 3);
  const to = labels.lastIndexOf('body');
  const starts: Start[] = [];
  for (let i = 0; i < raw.blocks.length; i++) {
    const block = raw.blocks[i] as RawBlock;
    const f = features[i];
    if (!f || i < from || i > to || (f.zones & notHere) !== 0 || (f.linkShare > 0.8 && f.heading === 0)) continue;
    const label = labels[i];
    if (label === 'related' || label === 'comment' || label === 'legal' || label === 'navigation') continue;
    const clock = parseClockTime(block.text);
    const instant = instants.get(i);
    if (!clock && !(instant && f.words <= 12)) continue;
    // Day and time alone are the entry's mark; a time before words is one when the words say something.
    if (clock && !clock.alone && f.words < 4) continue;
    const before = starts[starts.length - 1];
    // "14:32" and beside it "Updated 14:40": one entry.
    if (before && wordsIn(draft, { start: before.start, end: i }) < 4) continue;
    starts.push({
      start: i,
      ...(clock ? { time: clock.time } : {}),
      ...(instant ? { instant } : {}),
      ...(clock && !clock.alone && (f.heading > 0 || (f.words <= 24 && !f.sentenceEnd))
        ? { title: { block: i, from: clock.length } }
        : {}),
    });
  }
  return starts;
}

const notHere =
  zone.navigation | zone.footer | zone.related | zone.comments | zone.promo | zone.advert | zone.aside | zone.ticker;

/** Updates that the structured data lists, found again on the page by their first words. */
function fromStructuredData(draft: Draft): readonly Start[] {
  const starts: Start[] = [];
  for (const { fields } of jsonLdObjects(draft.raw).filter(({ types }) => types.includes('LiveBlogPosting'))) {
    const updates = fields['liveBlogUpdate'];
    for (const update of (Array.isArray(updates) ? updates : [updates]).slice(0, maxEntries)) {
      if (typeof update !== 'object' || update === null) continue;
      const field = (name: string): string => {
        const value: unknown = (update as Readonly<Record<string, unknown>>)[name];
        return typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() : '';
      };
      const title = field('headline');
      const opening = field('articleBody').slice(0, 40);
      const instant = field('datePublished');
      const found = draft.raw.blocks.findIndex(
        ({ text }) => (title !== '' && text === title) || (opening.length >= 20 && text.startsWith(opening)),
      );
      if (found < 0 || starts.some(({ start }) => start === found)) continue;
      starts.push({ start: found, ...(/\d{4}-\d{2}-\d{2}/.test(instant) ? { instant } : {}) });
    }
  }
  return starts.sort((a, b) => a.start - b.start);
}

function endOfEntry({ decisions }: Draft, start: number, limit: number): number {
  let end = start + 1;
  for (let i = start + 1; i < limit; i++) {
    const label = decisions[i]?.label;
    if (label !== undefined && outside.has(label)) {
      // A link to something else may stand inside an entry; a run of them is the end.
      if (i - end >= 3) break;
    } else end = i + 1;
  }
  return end;
}

/** The heading that opens an entry. */
function headingIn({ features }: Draft, start: number, end: number): TimedEntry['title'] {
  for (let i = start; i < Math.min(end, start + 4); i++)
    if ((features[i]?.heading ?? 0) > 0) return { block: i, from: 0 };
  return undefined;
}
