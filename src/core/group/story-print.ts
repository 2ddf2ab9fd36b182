import { spanOfEdtf } from '../record/fuse/reports.ts';
import type { GroupArticle } from './group-article.ts';
import { builtinPivot, type Pivot } from './pivot.ts';
import { storyRecord } from './story-record.ts';
import { countTerms } from './story-terms.ts';
import type { ToldMeeting } from './told-meeting.ts';

/** Terms as numbers with their weight, both in one order. */
export interface TermList {
  readonly ids: readonly number[];
  readonly weights: readonly number[];
}

/** What grouping keeps of an article: plain data, some three kilobytes. */
export interface StoryPrint {
  readonly id: string;
  readonly language: string;
  /** Hours since 1970 between which it was published; absent when nothing is known of it. */
  readonly from?: number;
  readonly to?: number;
  /** Day since 1970 that it is grouped on, from whoever keeps the archive; without it its own days say. */
  readonly groupDay?: number;
  readonly words: TermList;
  readonly shared: TermList;
  readonly record?: ToldMeeting;
}

/** Kept of one text: the strongest. */
const mostTerms = 160;

/** Changes whenever the same article may give another print. */
export const storyPrintVersion: string = '3';

/** Reads an article once; stories are made of prints alone. */
export function storyPrint(article: GroupArticle, pivot: Pivot = builtinPivot()): StoryPrint {
  const { words, shared } = countTerms(article.title, article.text, article.language, pivot);
  const hours = article.published === undefined ? undefined : hoursOf(article.published);
  const record = storyRecord(article.meetings);
  return {
    id: article.id,
    language: article.language,
    ...(hours === undefined ? {} : hours),
    words: termList(words),
    shared: termList(shared),
    ...(record === undefined ? {} : { record }),
  };
}

/** Day of a print since 1970, the last that is possible; undefined when nothing is known. */
export function dayOf(print: StoryPrint): number | undefined {
  if (print.groupDay !== undefined) return print.groupDay;
  return print.to === undefined ? undefined : Math.ceil(print.to / 24) - 1;
}

function termList(counts: ReadonlyMap<string, number>): TermList {
  const byId = new Map<number, number>();
  for (const [term, count] of counts)
    byId.set(termId(term), Math.round((1 + Math.log(Math.max(count, 0.3))) * 100) / 100);
  const kept = [...byId].filter(([, weight]) => weight > 0);
  kept.sort(([idA, a], [idB, b]) => b - a || idA - idB);
  const strongest = kept.slice(0, mostTerms);
  return { ids: strongest.map(([id]) => id), weights: strongest.map(([, weight]) => weight) };
}

/** 30 bits: small enough to be kept as they are, wide enough that two words of a day are hardly ever one. */
function termId(term: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < term.length; i++) hash = Math.imul(hash ^ term.charCodeAt(i), 0x01000193);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x2c1b3c6d);
  return (hash ^ (hash >>> 12)) & 0x3fffffff;
}

function hoursOf(edtf: string): { from: number; to: number } | undefined {
  const span = spanOfEdtf(edtf);
  if (span === undefined) return undefined;
  const clock = /T(\d\d):(\d\d)(?::\d\d(?:\.\d+)?)?(Z|[+-]\d\d:?\d\d)?$/.exec(edtf);
  if (clock === null || span.from !== span.to) return { from: span.from * 24, to: span.to * 24 + 24 };
  // The day stays the one that was printed; zones only move the hour inside it and its neighbours.
  const hour = Number(clock[1]) + Number(clock[2]) / 60 - zoneHours(clock[3]);
  const at = Math.round((span.from * 24 + hour) * 100) / 100;
  return { from: at, to: Math.max(at, at + 0.01) };
}

function zoneHours(zone: string | undefined): number {
  const parts = zone === undefined ? null : /^([+-])(\d\d):?(\d\d)$/.exec(zone);
  if (parts === null) return 0;
  return (parts[1] === '-' ? -1 : 1) * (Number(parts[2]) + Number(parts[3]) / 60);
}
