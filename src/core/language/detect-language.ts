import type { DetectedLanguage, Direction } from '../model/language.ts';
import { foldWord } from '../text/normalise.ts';
import { functionWords } from './function-words.ts';
import { sequenceLanguages, sequenceScores } from './letter-sequences.ts';
import { addArabicVotes, addLatinVotes, eachWord } from './letter-votes.ts';

/** Says which language a text is in. Implementations: the built-in one below, or any library behind this shape. */
export interface LanguageIdentifier {
  /** `und` with certainty 0 when nothing can be said. */
  readonly identify: (text: string) => { readonly language: DetectedLanguage; readonly certainty: number };
}

/** Reading more changes no decision. */
const maxChars = 4000;

/** Languages by word; a word of many languages weighs little. */
const votes: ReadonlyMap<string, readonly (readonly [language: string, weight: number])[]> = buildVotes();

const noVotes: readonly (readonly [language: string, weight: number])[] = [];

function buildVotes(): Map<string, (readonly [string, number])[]> {
  const languages = new Map<string, Set<string>>();
  for (const [language, list] of Object.entries(functionWords)) {
    for (const raw of list.split(' ')) {
      const word = foldWord(raw);
      const set = languages.get(word) ?? new Set<string>();
      set.add(language);
      languages.set(word, set);
    }
  }
  const map = new Map<string, (readonly [string, number])[]>();
  for (const [word, set] of languages)
    map.set(
      word,
      [...set].map((language) => [language, 1 / set.size ** 0.8] as const),
    );
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

function scriptOf(text: string): string | undefined {
  const counts = new Int32Array(scripts.length);
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
  for (const [i, [, , script]] of scripts.entries()) {
    // Ideographs count for the words that they are.
    const weight = (counts[i] as number) * (i === ideographs || i === kana ? 2 : 1);
    if (weight > most) [best, most] = [script, weight];
  }
  return most === 0 ? undefined : best;
}

function identify(text: string): { language: DetectedLanguage; certainty: number } {
  const sample = text.length > maxChars ? text.slice(0, maxChars) : text;
  const script = scriptOf(sample);
  if (script === undefined) return { language: 'und', certainty: 0 };
  if (script === 'ru' && /[іїєґ]/i.test(sample)) return { language: 'uk', certainty: 0.9 };
  if (script !== 'latin' && script !== 'arabic') return { language: script, certainty: 0.95 };
  const scores = new Map<string, number>();
  const add = (language: string, weight: number) => scores.set(language, (scores.get(language) ?? 0) + weight);
  const arabic = script === 'arabic';
  const words = eachWord(sample, (start, end, ascii) => {
    if (ascii && end - start > longestVote) return;
    const word = sample.slice(start, end);
    for (const [language, weight] of votes.get(ascii ? word.toLowerCase() : foldWord(word)) ?? noVotes)
      add(language, weight);
  });
  if (arabic) addArabicVotes(sample, add);
  else addLatinVotes(sample, add);
  if (!arabic) return decideLatin(scores, sample, words);
  const ranked = [...scores].filter(([language]) => isArabicScript(language)).sort((a, b) => b[1] - a[1]);
  const [best, second] = ranked;
  // Long Arabic text without a function word still is Arabic: the other two languages of the script show their letters.
  if (!best) return { language: 'ar', certainty: 0.5 };
  const certainty = certaintyOf(best[1], second?.[1] ?? 0, words);
  if (certainty < leastCertainty) return words > 3 ? { language: 'ar', certainty: 0.3 } : unknown;
  return { language: best[0], certainty };
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
/** Of near equals one of the languages that the engine reads. Chosen, like what follows, on half of the stories of a public set. */
const readBonus = 4;
const read: ReadonlySet<string> = new Set(['fr', 'en', 'es']);
/** Letters that letter sequences need to be sure; function words read on. */
const enough = 300;
/** A word must have so much for the best language, and so much more than for the next; names of one word have neither. */
const leastEvidence = -1;
const leastMargin = 0.02;

/** Beginning, middle and end of a long text: a quotation at its beginning must not speak for all of it. */
function partsOf(sample: string): string {
  if (sample.length <= enough) return sample;
  const part = enough / 3;
  const middle = (sample.length - part) >> 1;
  return `${sample.slice(0, part)} ${sample.slice(middle, middle + part)} ${sample.slice(-part)}`;
}

/** Arabic speech in Latin letters writes the sounds that they lack as 3, 7 and 9 inside words: no language of ours. */
const arabicInLatin = /(?<![\p{L}\d])(?:\p{Ll}+[379]\p{Ll}+|[379]\p{Ll}{2,}|\p{Ll}{2,}[379])(?![\p{L}\d])/u;

/**
 * Two opinions, function words and letter sequences, must not contradict each other: where they do, or where the
 * sequences fit no language that they know and no function word speaks either, nothing is said.
 */
function decideLatin(
  votes: ReadonlyMap<string, number>,
  sample: string,
  words: number,
): { language: DetectedLanguage; certainty: number } {
  if (words === 0 || arabicInLatin.test(sample)) return unknown;
  const byVotes = [...votes].filter(([language]) => !isArabicScript(language)).sort((a, b) => b[1] - a[1]);
  const [first, next] = byVotes;
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
