import { spanOfEdtf } from '../record/fuse/reports.ts';
import { type DispatchPrint, fingerprintsOfPrint } from './dispatch-print.ts';
import { hashWord } from './fingerprints.ts';
import type { GroupArticle } from './group-article.ts';
import { publicationDay } from './look-alike.ts';
import { mainMeeting } from './told-meeting.ts';

/**
 * How the day is known that an article is grouped on: it is printed there, the meeting that it reports says it, the day
 * of the text that is most like it, or only that it was there by then.
 */
export type GroupDayBasis = 'published' | 'told' | 'alike' | 'bound';

export interface GroupDay {
  /** Days since 1970. */
  readonly day: number;
  readonly basis: GroupDayBasis;
}

/** What the article itself says of its day; undefined for one that others have to date. */
export function ownGroupDay(article: Pick<GroupArticle, 'published' | 'meetings'>): GroupDay | undefined {
  const published = publicationDay(article.published);
  if (published !== undefined) return { day: published, basis: 'published' };
  const told = mainMeeting(article.meetings)?.when.edtf;
  const span = told === undefined ? undefined : spanOfEdtf(told);
  return span === undefined || span.from !== span.to ? undefined : { day: span.from, basis: 'told' };
}

/** Of all fingerprints one in so many is kept for finding texts of any day. */
const markShare = 8;

/** The few fingerprints by which an article without a day finds texts like it. Signed numbers, as databases keep them. */
export function dayMarks(print: DispatchPrint): readonly number[] {
  const salt = hashWord(print.language);
  const marks = new Set<number>();
  for (const key of fingerprintsOfPrint(print)) if (key % markShare === 0) marks.add((key ^ salt) | 0);
  return [...marks].sort((a, b) => a - b);
}

/** A mark that more texts have belongs to a formula and dates nothing. */
export const mostMarked = 24;

/** Another text that has a mark of the one that is asked about. */
export interface MarkHolder {
  readonly mark: number;
  readonly articleId: string;
  /** The day it is grouped on, and how that is known. */
  readonly day: number;
  readonly basis: GroupDayBasis;
  /** The day by which it was there. */
  readonly bound: number;
}

/** Fewer shared marks are chance. */
const fewestMarks = 2;

/**
 * The day that an article without one is grouped on: that of the dated text that is most like it, whatever its day; else
 * the day by which it, or the first like it, was there. Looks at texts that are dated by themselves alone, so that no
 * guess rests on a guess and the order of arrival does not matter.
 * @param holders of each mark all, or more than `mostMarked`
 */
export function likeliestDay(holders: readonly MarkHolder[], bound: number): GroupDay {
  const perMark = new Map<number, number>();
  for (const { mark } of holders) perMark.set(mark, (perMark.get(mark) ?? 0) + 1);
  const likeness = new Map<string, { readonly holder: MarkHolder; marks: number; weight: number }>();
  for (const holder of holders) {
    const count = perMark.get(holder.mark) ?? 1;
    if (count > mostMarked) continue;
    const known = likeness.get(holder.articleId) ?? { holder, marks: 0, weight: 0 };
    known.marks++;
    known.weight += 1 / count;
    likeness.set(holder.articleId, known);
  }
  const alike = [...likeness.values()].filter(({ marks }) => marks >= fewestMarks);
  const dated = alike.filter(({ holder }) => holder.basis === 'published' || holder.basis === 'told');
  const [likest] = dated.sort(
    (a, b) =>
      b.weight - a.weight ||
      a.holder.day - b.holder.day ||
      (a.holder.articleId < b.holder.articleId ? -1 : a.holder.articleId > b.holder.articleId ? 1 : 0),
  );
  if (likest !== undefined) return { day: likest.holder.day, basis: 'alike' };
  return { day: alike.reduce((first, { holder }) => Math.min(first, holder.bound), bound), basis: 'bound' };
}
