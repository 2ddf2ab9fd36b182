import type { DetectedLanguage, Direction } from '../model/language.ts';
import { foldWord } from '../text/normalise.ts';
import { functionWords } from './function-words.ts';
import { sequenceLanguages, sequenceScores } from './letter-sequences.ts';
import { addArabicVotes, addLatinVotes, eachWord, letterLanguages } from './letter-votes.ts';

/** Says which language a text is in. Implementations: the built-in one below, or any library behind this shape. */
export interface LanguageIdentifier {
  /** `und` with certainty 0 when nothing can be said. */
  readonly identify: (text: string) => { readonly language: DetectedLanguage; readonly certainty: number };
}

/** Reading more changes no decision. */
const maxChars = 4000;

/** A word's vote: for so many languages, the same weight each. A word of many languages weighs little. */
interface WordVote {
  /** Indexes into `languages`. */
  readonly voters: readonly number[];
  readonly weight: number;
}

/** All languages that a vote can go to. */
const languages: readonly string[] = [...new Set([...Object.keys(functionWords), ...letterLanguages])];
const indexOf: ReadonlyMap<string, number> = new Map(languages.map((language, i) => [language, i]));
const arabicScript: readonly boolean[] = languages.map(isArabicScript);

const votes: ReadonlyMap<string, WordVote> = buildVotes();

function buildVotes(): Map<string, WordVote> {
  const speakers = new Map<string, Set<string>>();
  for (const [language, list] of Object.entries(functionWords)) {
    for (const raw of list.split(' ')) {
      const word = foldWord(raw);
      const set = speakers.get(word) ?? new Set<string>();
      set.add(language);
      speakers.set(word, set);
    }
  }
  const map = new Map<string, WordVote>();
  for (const [word, set] of speakers)
    map.set(word, { voters: [...set].map((language) => indexOf.get(language) as number), weight: 1 / set.size ** 0.8 });
  return map;
}

/** Longer words are nobody's function words. */
const longestVote = Math.max(...[...votes.keys()].map((word) => word.length));

/** Ranges in ascending order. */
const scripts: readonly (readonly [from: number, to: number, script: string])[] = [
  [0x370, 0x3ff, 'el'],
  [0x400, 0x52f, 'ru'],
  [0x590, 0x5ff, 'he'],
  [0x900, 0x97f, 'hi'],
  [0x980, 0x9ff, 'bn'],
  [0xb80, 0xbff, 'ta'],
  [0xe00, 0xe7f, 'th'],
  [0x1200, 0x137f, 'am'],
  [0x3040, 0x30ff, 'ja'],
  [0x4e00, 0x9fff, 'zh'],
  [0xac00, 0xd7af, 'ko'],
];
const kana = scripts.findIndex(([, , script]) => script === 'ja');
const ideographs = scripts.findIndex(([, , script]) => script === 'zh');

/** Index of the script of a UTF-16 unit, −1 for one of no script that tells. */
function scriptAt(code: number): number {
  for (let i = 0; i < scripts.length; i++) {
    const [from, to] = scripts[i] as (typeof scripts)[number];
    if (code < from) return -1;
    if (code <= to) return i;
  }
  return -1;
}

/** Working memory of one call. */
const counts = new Int32Array(scripts.length);
const scores = new Float64Array(languages.length);
/** Languages with a vote, in the order of their first. */
const voted: number[] = [];

function vote(language: number, weight: number): void {
  if (scores[language] === 0) voted.push(language);
  scores[language] = (scores[language] as number) + weight;
}

function voteFor(language: string, weight: number): void {
  vote(indexOf.get(language) as number, weight);
}

function scriptOf(text: string): string | undefined {
  counts.fill(0);
  let latin = 0;
  let arabic = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x250) latin += code >= 0x41 ? 1 : 0;
    else if (code >= 0x600 && code <= 0x6ff) arabic++;
    else {
      const script = scriptAt(code);
      if (script >= 0) counts[script] = (counts[script] as number) + 1;
    }
  }
  const chinese = counts[ideographs] as number;
  if ((counts[kana] as number) > chinese * 0.15 && chinese > latin / 4) return 'ja';
  let best = latin >= arabic ? 'latin' : 'arabic';
  let most = Math.max(latin, arabic);
  for (let i = 0; i < scripts.length; i++) {
    // Ideographs count for the words that they are.
    const weight = (counts[i] as number) * (i === ideographs || i === kana ? 2 : 1);
    if (weight <= most) continue;
    best = (scripts[i] as (typeof scripts)[number])[2];
    most = weight;
  }
  return most === 0 ? undefined : best;
}

function identify(text: string): { language: DetectedLanguage; certainty: number } {
  const sample = text.length > maxChars ? text.slice(0, maxChars) : text;
  const script = scriptOf(sample);
  if (script === undefined) return { language: 'und', certainty: 0 };
  if (script === 'ru' && /[іїєґ]/i.test(sample)) return { language: 'uk', certainty: 0.9 };
  if (script !== 'latin' && script !== 'arabic') return { language: script, certainty: 0.95 };
  const arabic = script === 'arabic';
  scores.fill(0);
  voted.length = 0;
  const words = eachWord(sample, (start, end, ascii) => {
    if (ascii && end - start > longestVote) return;
    const word = sample.slice(start, end);
    const found = votes.get(ascii ? word.toLowerCase() : foldWord(word));
    if (found) for (const language of found.voters) vote(language, found.weight);
  });
  if (arabic) addArabicVotes(sample, voteFor);
  else addLatinVotes(sample, voteFor);
  if (!arabic) {
    const given = new Map<DetectedLanguage, number>();
    for (const language of voted) given.set(languages[language] as DetectedLanguage, scores[language] as number);
    return decideLatin(given, sample, words);
  }
  let winner = -1;
  let best = 0;
  let second = 0;
  for (const language of voted) {
    const score = scores[language] as number;
    if (arabicScript[language] !== true) continue;
    if (winner < 0 || score > best) {
      second = best;
      best = score;
      winner = language;
    } else if (score > second) second = score;
  }
  // Long Arabic text without a function word still is Arabic: the other two languages of the script show their letters.
  if (winner < 0) return { language: 'ar', certainty: 0.5 };
  const certainty = certaintyOf(best, second, words);
  if (certainty < leastCertainty) return words > 3 ? { language: 'ar', certainty: 0.3 } : unknown;
  return { language: languages[winner] as DetectedLanguage, certainty };
}

const unknown = { language: 'und', certainty: 0 } as const;
const leastCertainty = 0.12;

function certaintyOf(best: number, second: number, words: number): number {
  const density = best / Math.max(1, words);
  const margin = (best - second) / best;
  const certainty = Math.min(1, best / 4) * Math.min(1, density * 6) * (0.35 + 0.65 * Math.min(1, margin * 2.5));
  return Math.round(certainty * 100) / 100;
}

/** What a function word weighs beside the letter sequences of a text. */
const voteWeight = 2;
/** Of near equals one of the languages that the engine reads. Chosen, like what follows, on the headlines of a public set. */
const readBonus = 6;
const read: ReadonlySet<string> = new Set(['fr', 'en', 'es']);
/** Letters that letter sequences need to be sure; function words read on. */
const enough = 300;
/** A word must have so much for the best language, and so much more than for the next; names of one word have neither. */
const leastEvidence = -2;
const leastMargin = 0.02;
/** Function words that settle it alone. */
const clearVotes = 6;
const clearMargin = 3;
const clearCertainty = 0.8;

/** Whether a text writes Arabic speech in Latin letters, which no identifier knows: it must stay unknown. */
export function isSpeechInLatinLetters(text: string): boolean {
  const sample = text.length > maxChars ? text.slice(0, maxChars) : text;
  return isArabicInLatin(
    sample,
    eachWord(sample, () => {}),
  );
}

/** Beginning, middle and end of a long text: a quotation at its beginning must not speak for all of it. */
function partsOf(sample: string): string {
  if (sample.length <= enough) return sample;
  const part = enough / 3;
  const middle = (sample.length - part) >> 1;
  return `${sample.slice(0, part)} ${sample.slice(middle, middle + part)} ${sample.slice(-part)}`;
}

/**
 * Arabic speech in Latin letters writes the sounds that they lack as 3, 7 and 9 inside words: no language of ours.
 * Ordinals ("7th", "3ème", "9ª") are words of other languages.
 */
const arabicInLatin =
  /(?<![\p{L}\d])(?:\p{Ll}+[379]\p{Ll}+|[379](?!(?:rd|th|e|eme|ème|er|os|as|nth)(?!\p{L}))\p{Ll}{2,}|\p{Ll}{2,}[379])(?![\p{L}\d])/gu;
/** One such word is a name or a code; of a few words it is enough. */
const fewWords = 12;

function isArabicInLatin(sample: string, words: number): boolean {
  if (!/[379]/.test(sample)) return false;
  const found = sample.match(arabicInLatin)?.length ?? 0;
  return found > 0 && found * fewWords >= words;
}

/**
 * Two opinions, function words and letter sequences, must not contradict each other: where they do, or where the
 * sequences fit no language that they know and no function word speaks either, nothing is said.
 */
function decideLatin(
  votes: ReadonlyMap<string, number>,
  sample: string,
  words: number,
): { language: DetectedLanguage; certainty: number } {
  if (words === 0 || isArabicInLatin(sample, words)) return unknown;
  const byVotes = [...votes].filter(([language]) => !isArabicScript(language)).sort((a, b) => b[1] - a[1]);
  const [first, next] = byVotes;
  // Many function words of one language and hardly any of others: letter sequences would cost time and say the same.
  if (first !== undefined && first[1] >= clearVotes && first[1] >= clearMargin * (next?.[1] ?? 0)) {
    const certainty = certaintyOf(first[1], next?.[1] ?? 0, words);
    if (certainty >= clearCertainty) return { language: first[0], certainty };
  }
  const sequences = sequenceScores(partsOf(sample));
  const weight = Math.max(1, sequences.words);
  const together = sequenceLanguages
    .map((language, index) => ({
      language,
      sequences: (sequences.scores[index] ?? 0) / weight,
      score:
        (sequences.scores[index] ?? 0) + voteWeight * (votes.get(language) ?? 0) + (read.has(language) ? readBonus : 0),
    }))
    .sort((a, b) => b.score - a.score);
  const [best, second] = together;
  if (best === undefined || second === undefined) return unknown;
  const voted = votes.get(best.language) ?? 0;
  if (first !== undefined && !sequenceLanguages.includes(first[0]) && first[1] > voted) {
    // A language that only the function words know.
    const certainty = certaintyOf(first[1], next?.[1] ?? 0, words);
    if (certainty >= leastCertainty && (best.sequences < leastEvidence || first[1] > 1.6 * voted)) {
      return { language: first[0], certainty };
    }
  }
  if (best.sequences < leastEvidence && voted / words < 0.12) return unknown;
  const margin = (best.score - second.score) / weight;
  if (margin < leastMargin || (words < 2 && voted === 0)) return unknown;
  // Function words of another language, or names and nothing else: an answer, but none to rely on.
  const contradicted = first !== undefined && first[0] !== best.language && first[1] > voted;
  const namesOnly = voted === 0 && sequences.small < 0.4 * words;
  const most = namesOnly ? 0.2 : contradicted ? 0.4 : 1;
  const sure = Math.min(1, weight / 6) * Math.min(1, 0.25 + margin / 1.6) * Math.min(1, 0.3 + best.sequences / 4);
  return { language: best.language, certainty: Math.max(leastCertainty, Math.round(Math.min(most, sure) * 100) / 100) };
}

function isArabicScript(language: string): boolean {
  return language === 'ar' || language === 'fa' || language === 'ur';
}

/**
 * Recognises French, English, Spanish and Arabic, and enough other languages to say "another one". Function words and
 * telling letters; no data beyond this folder.
 *
 * @example
 * import { builtinIdentifier } from 'rapporteur';
 *
 * console.log(builtinIdentifier.identify('Le bateau est reparti lundi, après trois semaines au port.').language);
 */
export const builtinIdentifier: LanguageIdentifier = { identify };

/** Reading direction of a text, by its first strong letters. */
export function directionOf(text: string): Direction {
  let rtl = 0;
  let ltr = 0;
  const end = Math.min(text.length, 400);
  for (let i = 0; i < end; i++) {
    const code = text.charCodeAt(i);
    if ((code >= 0x590 && code <= 0x8ff) || (code >= 0xfb1d && code <= 0xfdff) || (code >= 0xfe70 && code <= 0xfeff))
      rtl++;
    else if ((code >= 65 && code <= 90) || (code >= 97 && code <= 122) || (code >= 0xc0 && code < 0x590)) ltr++;
  }
  return rtl > ltr ? 'rtl' : 'ltr';
}
