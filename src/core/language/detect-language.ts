import type { DetectedLanguage, Direction } from '../model/language.ts';
import { foldWord } from '../text/normalise.ts';
import { functionWords } from './function-words.ts';

/** Says which language a text is in. Implementations: the built-in one below, or any library behind this shape. */
export interface LanguageIdentifier {
  /** `und` with certainty 0 when nothing can be said. */
  readonly identify: (text: string) => { readonly language: DetectedLanguage; readonly certainty: number };
}

/** Reading more changes no decision. */
const maxChars = 4000;

/** Languages by word; a word of many languages weighs little. */
const votes: ReadonlyMap<string, readonly (readonly [language: string, weight: number])[]> = buildVotes();

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

/** Letters that only some languages use: a vote each time. `plain` patterns can match text without accents. */
const letterVotes: readonly (readonly [
  pattern: RegExp,
  languages: readonly string[],
  weight: number,
  plain?: 'plain',
])[] = [
  [/[ñ¿¡]/gi, ['es'], 1],
  [/ción\b|idad\b/gi, ['es'], 0.4, 'plain'],
  [/[œùêè]|ç/gi, ['fr'], 0.25],
  [/ç|[àèòï]/gi, ['ca'], 0.2],
  [/\b[ldnsjmtc]['’]\p{L}|qu['’]/giu, ['fr'], 0.5, 'plain'],
  [/\b(?:dell|all|nell|dall|un|l|d)['’]\p{L}|zione\b/giu, ['it'], 0.4, 'plain'],
  [/l·l|\b(?:l|d|s|n)['’]\p{L}|ció\b/giu, ['ca'], 0.4, 'plain'],
  [/[ãõ]|ção\b|ções\b/gi, ['pt'], 0.6],
  [/[äöüß]/gi, ['de'], 0.5],
  [/[ăâîșțşţ]/gi, ['ro'], 0.5],
  [/[ığşİ]/g, ['tr'], 0.7],
  [/[åäö]/gi, ['sv'], 0.4],
  [/[åæø]/gi, ['no', 'da'], 0.4],
  [/[ąćęłńśźż]/gi, ['pl'], 1],
  [/[پچژگ]/g, ['fa', 'ur'], 0.5],
  [/[ٹڈڑےںھ]/g, ['ur'], 1],
  [/[یک]/g, ['fa', 'ur'], 0.2],
  [/[ةىإأ]/g, ['ar'], 0.3],
  [/ال\p{L}{2}/gu, ['ar'], 0.15],
];

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

function scriptOf(text: string): string | undefined {
  const counts = new Map<string, number>();
  let latin = 0;
  let arabic = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x250) latin += code >= 0x41 ? 1 : 0;
    else if (code >= 0x600 && code <= 0x6ff) arabic++;
    else {
      const script = scripts.find(([from, to]) => code >= from && code <= to)?.[2];
      if (script) counts.set(script, (counts.get(script) ?? 0) + 1);
    }
  }
  const chinese = counts.get('zh') ?? 0;
  if ((counts.get('ja') ?? 0) > chinese * 0.15 && chinese > latin / 4) return 'ja';
  let best = latin >= arabic ? 'latin' : 'arabic';
  let most = Math.max(latin, arabic);
  for (const [script, n] of counts) {
    // Ideographs count for the words that they are.
    const weight = script === 'zh' || script === 'ja' ? n * 2 : n;
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
  const accents = /[^ -~]/.test(sample);
  let words = 0;
  for (const word of sample.match(/[\p{L}\p{M}]+/gu) ?? []) {
    words++;
    for (const [language, weight] of votes.get(accents ? foldWord(word) : word.toLowerCase()) ?? [])
      add(language, weight);
  }
  for (const [pattern, languages, weight, plain] of letterVotes) {
    if ((!accents && !plain) || isArabicScript(languages[0] ?? '') !== arabic) continue;
    const hits = Math.min(sample.match(pattern)?.length ?? 0, 40);
    if (hits > 0) for (const language of languages) add(language, hits * weight);
  }
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
