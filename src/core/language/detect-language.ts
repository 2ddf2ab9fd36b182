import type { DetectedLanguage, Direction } from '../model/language.ts';
import { foldWord } from '../text/normalise.ts';
import { functionWords } from './function-words.ts';
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
  const ranked = [...scores].filter(([language]) => isArabicScript(language) === arabic).sort((a, b) => b[1] - a[1]);
  const [best, second] = ranked;
  // Long Arabic text without a function word still is Arabic: the other two languages of the script show their letters.
  if (!best) return arabic ? { language: 'ar', certainty: 0.5 } : { language: 'und', certainty: 0 };
  const density = best[1] / Math.max(1, words);
  const margin = (best[1] - (second?.[1] ?? 0)) / best[1];
  const certainty = Math.min(1, best[1] / 4) * Math.min(1, density * 6) * (0.35 + 0.65 * Math.min(1, margin * 2.5));
  if (certainty < 0.12)
    return arabic && words > 3 ? { language: 'ar', certainty: 0.3 } : { language: 'und', certainty: 0 };
  return { language: best[0], certainty: Math.round(certainty * 100) / 100 };
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
