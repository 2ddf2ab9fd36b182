import { type RecordAgreement, recordAgreement } from './story-record.ts';
import { hoursBetween, type StoryUnit } from './story-unit.ts';
import { likeness } from './term-sum.ts';
import { isAnotherMeeting } from './told-meeting.ts';

/** Reports of one event are published within this many days of each other. */
export const storyDays = 3;

/**
 * Likeness that two units of one language need. The record says most: with the same people on both sides the words have
 * to agree only a little. Chosen on the development pages and on public sets of look-alike stories.
 */
const floors: Readonly<Record<RecordAgreement, number>> = {
  samePeople: 0.12,
  sameCountries: 0.16,
  noRecord: 0.16,
  /** The same countries, but somebody else met. */
  otherPeople: 0.4,
  unequal: 0.26,
};
/** Across languages the words that meet are few and tell less. */
const acrossFloors: Readonly<Record<RecordAgreement, number>> = {
  samePeople: 0.1,
  sameCountries: 0.16,
  noRecord: 0.08,
  otherPeople: 0.5,
  unequal: 0.3,
};
/**
 * Two headlines of one story may share no word at all: stories of bare headlines are compared as sums and need less,
 * stories of texts text by text. Terms of a headline, and of the shortest text that is read as a text.
 */
const headlineSize = 9;
const textSize = 16;
const headlineEase = 0.09;
const textCohesion = 0.2;
const headlineCohesion = 0.8;
const acrossCohesion = 0.8;
/** Without a day of publication on both sides the words must agree by so much more. */
const undatedExtra = 0.02;
/**
 * Headlines alone say too little, so time has to: what a day without any report costs where the record is silent. Texts
 * speak for themselves; the morning after, they tell of the same event in other words.
 */
const quietDay = 0.8;
/** A story is met through its first reports: enough to know what it is about. */
const comparedReports = 4;
const comparedRecords = 24;

/** By how much two units are more alike than they must be; undefined where nothing may bring them together. */
export function storyMargin(a: StoryUnit, b: StoryUnit): number | undefined {
  const hours = hoursBetween(a.span, b.span);
  if (hours > storyDays * 24 || barred(a.tags, b.tags)) return undefined;
  const brevity = Math.min(1, Math.max(0, (textSize - Math.min(a.size, b.size)) / (textSize - headlineSize)));
  const alike = alikeness(a, b, textCohesion + (headlineCohesion - textCohesion) * brevity);
  if (alike.value <= 0.04) return undefined;
  const agreement = bestAgreement(a, b);
  let floor = (alike.across ? acrossFloors : floors)[agreement];
  if (agreement === 'noRecord' || agreement === 'unequal') floor += (hours / 24) * quietDay * brevity;
  if (a.span === undefined || b.span === undefined) floor += undatedExtra;
  floor -= headlineEase * brevity;
  const margin = alike.value - floor;
  return margin > 0 && tellOfOthers(a, b) ? undefined : margin;
}

export function barred(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  for (const tag of a) if (b.has(tag.slice(0, -1) + (tag.endsWith('+') ? '-' : '+'))) return true;
  return false;
}

/** In a language that both have their words speak, else what languages share. */
function alikeness(a: StoryUnit, b: StoryUnit, cohesion: number): { readonly value: number; readonly across: boolean } {
  let value = 0;
  let across = true;
  for (const [language, sum] of a.byLanguage) {
    const other = b.byLanguage.get(language);
    if (other === undefined) continue;
    across = false;
    value = Math.max(value, likeness(sum, other, cohesion));
  }
  return across ? { value: likeness(a.shared, b.shared, acrossCohesion), across } : { value, across };
}

function bestAgreement(a: StoryUnit, b: StoryUnit): RecordAgreement {
  let best: RecordAgreement | undefined;
  for (const one of a.prints.slice(0, comparedReports)) {
    for (const other of b.prints.slice(0, comparedReports)) {
      const agreement = recordAgreement(one.record, other.record);
      if (best === undefined || floors[agreement] < floors[best]) best = agreement;
    }
  }
  return best ?? 'noRecord';
}

/** One member that tells of another meeting keeps two stories apart. */
function tellOfOthers(a: StoryUnit, b: StoryUnit): boolean {
  const records = (unit: StoryUnit) =>
    unit.prints.flatMap(({ record }) => (record === undefined ? [] : [record])).slice(-comparedRecords);
  const others = records(b);
  const fused = a.meetings.size > 0 && b.meetings.size > 0 && ![...a.meetings].some((one) => b.meetings.has(one));
  return records(a).some((one) =>
    others.some((other) => {
      if (isAnotherMeeting(one, other)) return true;
      return fused && one.day !== undefined && other.day !== undefined && Math.abs(one.day - other.day) > 1;
    }),
  );
}
