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
  const words = indexTold(told);
  const found = new Map<string, readonly FollowUp[]>();
  for (const meeting of meetings) {
    const at = dayOf(meeting);
    if (at === undefined) continue;
    for (const [index, outcome] of meeting.outcomes.entries()) {
      if (outcome.strength === 'courtesy') continue;
      const speaking = findSpeaking(stemsOf([outcome, ...(outcome.tellings ?? [])]), words);
      const later = new Map<string, FollowUp>();
      for (const place of speaking) {
        const other = told[place];
        if (other === undefined || other.at <= at || other.meetingId === meeting.id || later.has(other.meetingId))
          continue;
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

interface ToldWords {
  /** By language and stem: how rare it is, and the tellings that have it. */
  readonly stems: ReadonlyMap<string, ReadonlyMap<string, { readonly rare: number; readonly in: readonly number[] }>>;
  /** By language: what the words of each telling weigh. */
  readonly weights: ReadonlyMap<string, Float64Array>;
  /** By language: what a word weighs that stands in none. */
  readonly unknown: ReadonlyMap<string, number>;
}

/** A word of every second sentence of a dossier ("cooperation", the two countries) ties nothing to anything. */
function indexTold(told: readonly Told[]): ToldWords {
  const texts = new Map<string, number>();
  const places = new Map<string, Map<string, number[]>>();
  told.forEach(({ stems }, place) => {
    for (const [language, words] of stems) {
      texts.set(language, (texts.get(language) ?? 0) + 1);
      const known = places.get(language) ?? new Map<string, number[]>();
      places.set(language, known);
      for (const word of words) {
        const list = known.get(word);
        if (list === undefined) known.set(word, [place]);
        else list.push(place);
      }
    }
  });
  const stems = new Map<string, Map<string, { rare: number; in: number[] }>>();
  const weights = new Map<string, Float64Array>();
  for (const [language, known] of places) {
    const weight = new Float64Array(told.length);
    const ofLanguage = new Map<string, { rare: number; in: number[] }>();
    for (const [word, list] of known) {
      const rare = Math.log(1 + (texts.get(language) ?? 0) / list.length);
      ofLanguage.set(word, { rare, in: list });
      for (const place of list) weight[place] = (weight[place] ?? 0) + rare;
    }
    stems.set(language, ofLanguage);
    weights.set(language, weight);
  }
  const unknown = new Map([...texts].map(([language, count]) => [language, Math.log(1 + count)]));
  return { stems, weights, unknown };
}

/** Places of the tellings with enough rare words of an outcome, in their order. */
function findSpeaking(earlier: ReadonlyMap<string, ReadonlySet<string>>, told: ToldWords): number[] {
  const found = new Set<number>();
  for (const [language, words] of earlier) {
    const known = told.stems.get(language);
    const weights = told.weights.get(language);
    if (known === undefined || weights === undefined) continue;
    const shared = new Map<number, { count: number; weight: number }>();
    let ofEarlier = 0;
    for (const word of words) {
      const stem = known.get(word);
      ofEarlier += stem?.rare ?? told.unknown.get(language) ?? 0;
      if (stem === undefined) continue;
      for (const place of stem.in) {
        const one = shared.get(place);
        if (one === undefined) shared.set(place, { count: 1, weight: stem.rare });
        else {
          one.count += 1;
          one.weight += stem.rare;
        }
      }
    }
    for (const [place, { count, weight }] of shared) {
      if (count >= fewestShared && weight >= leastShare * Math.min(ofEarlier, weights[place] ?? 0)) found.add(place);
    }
  }
  return [...found].sort((a, b) => a - b);
}
