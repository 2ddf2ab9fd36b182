import { functionWords } from '../language/function-words.ts';
import type { Evidence } from '../model/evidence.ts';
import { type DetectedLanguage, languageCodes } from '../model/language.ts';
import type { Meeting } from '../model/record.ts';
import { stemOf } from '../text/stem.ts';
import { tokenize } from '../text/tokens.ts';
import { spanOfEdtf } from './fuse/reports.ts';
import { isArabic } from './sounds.ts';

/** A later meeting that speaks of an outcome again. An inference from words in common, never a fact of the record. */
export interface FollowUp {
  readonly meetingId: string;
  /** EDTF. */
  readonly day: string;
  /** Where it is spoken of. */
  readonly in: 'outcome' | 'statement' | 'mechanism';
  /** Sentences of the later meeting. */
  readonly evidence: readonly Evidence[];
}

/**
 * Key of an outcome: the meeting and its place in the meeting's list.
 *
 * @example
 * import { outcomeKey } from 'rapporteur';
 *
 * console.log(outcomeKey('m1', 0));
 */
export function outcomeKey(meetingId: string, index: number): string {
  return `${meetingId}#${index}`;
}

/** Shared words that a follow-up needs, and how much of the shorter text they must be, counted by their rarity. */
const fewestShared = 2;
const leastShare = 0.45;
const laterShown = 5;

interface Told {
  readonly meetingId: string;
  readonly at: number;
  readonly day: string;
  readonly in: FollowUp['in'];
  /** By language: texts are compared with texts of their language only. */
  readonly stems: ReadonlyMap<string, ReadonlySet<string>>;
  readonly evidence: readonly Evidence[];
}

const stopWords = new Map<string, ReadonlySet<string>>();

/**
 * Which outcomes of a dossier are spoken of again at a later meeting: an outcome or a statement there with enough rare
 * words in common, in the same language, or the same standing body where the outcome made it. What has none was not
 * seen since. Meetings without a day follow nothing.
 * @param meetings of one dossier
 * @returns by `outcomeKey`, the earliest first, at most five
 *
 * @example
 * import { codeRecord, extractArticle, findFollowUps, fuseMeetings } from 'rapporteur';
 *
 * const article = extractArticle({ text: '<h1>Talks</h1><p>The two ministers met in Tunis on 3 May 2023.</p>' });
 * const { meetings } = fuseMeetings([{ record: codeRecord(article), language: article.language.value }]);
 * console.log(findFollowUps(meetings).size);
 */
export function findFollowUps(meetings: readonly Meeting[]): ReadonlyMap<string, readonly FollowUp[]> {
  const told = meetings.flatMap(tellingsOf).sort((a, b) => a.at - b.at || (a.meetingId < b.meetingId ? -1 : 1));
  const rarity = rarityOf(told);
  const found = new Map<string, readonly FollowUp[]>();
  for (const meeting of meetings) {
    const at = dayOf(meeting);
    if (at === undefined) continue;
    for (const [index, outcome] of meeting.outcomes.entries()) {
      if (outcome.strength === 'courtesy') continue;
      const stems = stemsOf([outcome, ...(outcome.tellings ?? [])]);
      const later = new Map<string, FollowUp>();
      for (const other of told) {
        if (other.at <= at || other.meetingId === meeting.id || later.has(other.meetingId)) continue;
        if (!speaksOf(stems, other.stems, rarity)) continue;
        later.set(other.meetingId, {
          meetingId: other.meetingId,
          day: other.day,
          in: other.in,
          evidence: other.evidence,
        });
        if (later.size >= laterShown) break;
      }
      if (later.size > 0) found.set(outcomeKey(meeting.id, index), [...later.values()]);
    }
  }
  return found;
}

function dayOf(meeting: Meeting): number | undefined {
  return meeting.when.edtf === undefined ? undefined : spanOfEdtf(meeting.when.edtf)?.from;
}

function tellingsOf(meeting: Meeting): Told[] {
  const at = dayOf(meeting);
  if (at === undefined || meeting.status === 'cancelled' || meeting.status === 'denied') return [];
  const base = { meetingId: meeting.id, at, day: meeting.when.edtf ?? '' };
  return [
    ...meeting.outcomes.map((outcome) => ({
      ...base,
      in: 'outcome' as const,
      stems: stemsOf([outcome, ...(outcome.tellings ?? [])]),
      evidence: outcome.evidence,
    })),
    ...meeting.statements.map((statement) => ({
      ...base,
      in: 'statement' as const,
      stems: stemsOf([statement]),
      evidence: statement.evidence,
    })),
    ...meeting.mechanisms.map(({ name, evidence }) => ({
      ...base,
      in: 'mechanism' as const,
      stems: stemsOf(readings(name)),
      evidence,
    })),
  ];
}

/** A name has no language of its own: it is read as in each language of its script. */
function readings(name: string): { readonly text: string; readonly language: DetectedLanguage }[] {
  const languages = isArabic(name) ? ['ar' as const] : languageCodes.filter((language) => language !== 'ar');
  return languages.map((language) => ({ text: name, language }));
}

function stemsOf(
  texts: readonly { readonly text: string; readonly language?: DetectedLanguage | undefined }[],
): ReadonlyMap<string, ReadonlySet<string>> {
  const byLanguage = new Map<string, Set<string>>();
  for (const { text, language = 'und' } of texts) {
    const stems = byLanguage.get(language) ?? new Set<string>();
    byLanguage.set(language, stems);
    for (const { kind, folded } of tokenize(text)) {
      if (kind === 'punctuation' || folded.length < 3 || stopsOf(language).has(folded)) continue;
      stems.add(stemOf(folded, language));
    }
  }
  return byLanguage;
}

function stopsOf(language: string): ReadonlySet<string> {
  let stops = stopWords.get(language);
  if (stops === undefined) {
    stops = new Set((Object.hasOwn(functionWords, language) ? functionWords[language] : undefined)?.split(' '));
    stopWords.set(language, stops);
  }
  return stops;
}

/** A word of every second sentence of a dossier ("cooperation", the two countries) ties nothing to anything. */
function rarityOf(told: readonly Told[]): (language: string, stem: string) => number {
  const texts = new Map<string, number>();
  const counts = new Map<string, number>();
  for (const { stems } of told) {
    for (const [language, words] of stems) {
      texts.set(language, (texts.get(language) ?? 0) + 1);
      for (const word of words) counts.set(`${language} ${word}`, (counts.get(`${language} ${word}`) ?? 0) + 1);
    }
  }
  return (language, stem) => Math.log(1 + (texts.get(language) ?? 0) / (counts.get(`${language} ${stem}`) ?? 1));
}

function speaksOf(
  earlier: ReadonlyMap<string, ReadonlySet<string>>,
  later: ReadonlyMap<string, ReadonlySet<string>>,
  rarity: (language: string, stem: string) => number,
): boolean {
  for (const [language, words] of earlier) {
    const others = later.get(language);
    if (others === undefined) continue;
    let [shared, weight, ofEarlier, ofLater] = [0, 0, 0, 0];
    for (const word of others) ofLater += rarity(language, word);
    for (const word of words) {
      const rare = rarity(language, word);
      ofEarlier += rare;
      if (!others.has(word)) continue;
      shared += 1;
      weight += rare;
    }
    if (shared >= fewestShared && weight >= leastShare * Math.min(ofEarlier, ofLater)) return true;
  }
  return false;
}
