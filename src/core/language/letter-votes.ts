import { isLetter, isLetterOrMark } from '../text/characters.ts';

/** Letters that only some languages use: a vote each time, `weight` for each of the languages. */
interface LetterVote {
  readonly languages: readonly string[];
  readonly weight: number;
}

/** Letters of the Latin alphabet with the languages that use them; both cases count but for Turkish. */
const latinLetters: readonly (LetterVote & { readonly letters: RegExp })[] = [
  { letters: /[ñ¿¡]/i, languages: ['es'], weight: 1 },
  { letters: /[œùêèç]/i, languages: ['fr'], weight: 0.25 },
  { letters: /[çàèòï]/i, languages: ['ca'], weight: 0.2 },
  { letters: /[ãõ]/i, languages: ['pt'], weight: 0.6 },
  { letters: /[äöüß]/i, languages: ['de'], weight: 0.5 },
  { letters: /[ăâîșțşţ]/i, languages: ['ro'], weight: 0.5 },
  { letters: /[ığşİ]/, languages: ['tr'], weight: 0.7 },
  { letters: /[åäö]/i, languages: ['sv'], weight: 0.4 },
  { letters: /[åæø]/i, languages: ['no', 'da'], weight: 0.4 },
  { letters: /[ąćęłńśźż]/i, languages: ['pl'], weight: 1 },
];
const arabicLetters: typeof latinLetters = [
  { letters: /[پچژگ]/, languages: ['fa', 'ur'], weight: 0.5 },
  { letters: /[ٹڈڑےںھ]/, languages: ['ur'], weight: 1 },
  { letters: /[یک]/, languages: ['fa', 'ur'], weight: 0.2 },
  { letters: /[ةىإأ]/, languages: ['ar'], weight: 0.3 },
];

/** Languages that have such letters or endings. */
export const letterLanguages: readonly string[] = [
  ...[...latinLetters, ...arabicLetters].flatMap(({ languages }) => languages),
  'es',
  'fr',
  'it',
  'ca',
];

/** No pattern has more votes, however long the text. */
const mostHits = 40;

/** Which of the letters above each UTF-16 unit is, one bit each, plus 1; 0 is not known yet. */
const latinBits = new Uint16Array(0x10000);
const arabicBits = new Uint16Array(0x10000);

function bitsOf(code: number, table: Uint16Array, letters: typeof latinLetters): number {
  const known = table[code] as number;
  if (known > 0) return known - 1;
  let bits = 0;
  const character = String.fromCharCode(code);
  for (const [i, item] of letters.entries()) if (item.letters.test(character)) bits |= 1 << i;
  table[code] = bits + 1;
  return bits;
}

function letterCounts(text: string, table: Uint16Array, letters: typeof latinLetters): number[] {
  const counts = new Array<number>(letters.length).fill(0);
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0xa1) continue;
    const bits = bitsOf(code, table, letters);
    if (bits === 0) continue;
    for (let k = 0; k < counts.length; k++) if ((bits & (1 << k)) !== 0) counts[k] = (counts[k] as number) + 1;
  }
  return counts;
}

type Add = (language: string, weight: number) => void;

function addLetters(text: string, table: Uint16Array, letters: typeof latinLetters, add: Add): void {
  const counts = letterCounts(text, table, letters);
  for (let i = 0; i < letters.length; i++) {
    const { languages, weight } = letters[i] as LetterVote;
    const hits = Math.min(counts[i] as number, mostHits);
    if (hits > 0) for (const language of languages) add(language, hits * weight);
  }
}

/** Votes of the letters, elisions and endings of a text in the Latin alphabet. */
export function addLatinVotes(text: string, add: Add): void {
  const endings = countEndings(text);
  for (const [language, weight] of endingWeights) {
    const hits = Math.min(endings[language], mostHits);
    if (hits > 0) add(language, hits * weight);
  }
  addLetters(text, latinBits, latinLetters, add);
}

/** Votes of the letters of a text in the Arabic alphabet, and of the article that only Arabic has. */
export function addArabicVotes(text: string, add: Add): void {
  addLetters(text, arabicBits, arabicLetters, add);
  let hits = 0;
  for (let at = text.indexOf('ال'); at >= 0 && hits < mostHits; ) {
    const hit = isLetter(text.charCodeAt(at + 2)) && isLetter(text.charCodeAt(at + 3));
    if (hit) hits++;
    at = text.indexOf('ال', at + (hit ? 4 : 1));
  }
  if (hits > 0) add('ar', hits * 0.15);
}

const endingWeights = [
  ['es', 0.4],
  ['fr', 0.5],
  ['it', 0.4],
  ['ca', 0.4],
] as const;

const elidedItalian: ReadonlySet<string> = new Set(['dell', 'all', 'nell', 'dall', 'un', 'l', 'd']);

/**
 * Elisions (`l'eau`, `qu'il`, `dell'acqua`, `col·lecció`) and endings (`-ción`, `-idad`, `-zione`, `-ció`) by language.
 * One hit takes its letters: the next begins after it.
 */
function countEndings(text: string): Record<'es' | 'fr' | 'it' | 'ca', number> {
  const hits = { es: 0, fr: 0, it: 0, ca: 0 };
  let french = 0;
  let italian = 0;
  let catalan = 0;
  let runStart = 0;
  const length = text.length;
  for (let i = 0; i <= length; i++) {
    const code = i < length ? text.charCodeAt(i) : 32;
    if (isAsciiWord(code)) continue;
    // A run of plain letters ends here.
    const run = i - runStart;
    if (run >= 4 && endsWith(text, i, 'idad')) hits.es++;
    else if (run === 1 && runStart >= 3 && endsWith(text, i, 'ción')) hits.es++;
    if (run >= 5 && endsWith(text, i, 'zione') && i - 5 >= italian) {
      hits.it++;
      italian = i;
    }
    if (code === 39 || code === 0x2019) {
      const letter = i + 1 < length && isLetterAt(text, i + 1);
      const last = run > 0 ? text.charCodeAt(i - 1) | 0x20 : 0;
      if (run === 1 && letter) {
        if (isElided(last) && i - 1 >= french) {
          hits.fr++;
          french = i + 2;
        }
        if ((last === 108 || last === 100 || last === 115 || last === 110) && i - 1 >= catalan) {
          hits.ca++;
          catalan = i + 2;
        }
      }
      if (last === 117 && endsWith(text, i, 'qu') && i - 2 >= french) {
        hits.fr++;
        french = i + 1;
      }
      if (letter && run <= 4 && elidedItalian.has(text.slice(runStart, i).toLowerCase()) && runStart >= italian) {
        hits.it++;
        italian = i + 2;
      }
    } else if (code === 0xb7) {
      const around = i > 0 && (text.charCodeAt(i - 1) | 0x20) === 108 && (text.charCodeAt(i + 1) | 0x20) === 108;
      if (around && i - 1 >= catalan) {
        hits.ca++;
        catalan = i + 2;
      }
    } else if ((code === 0xf3 || code === 0xd3) && isAsciiWord(text.charCodeAt(i + 1))) {
      if (endsWith(text, i, 'ci') && i - 2 >= catalan) {
        hits.ca++;
        catalan = i + 1;
      }
    }
    runStart = i + 1;
  }
  return hits;
}

/** Whether the text before `end` ends so, in any case; `ending` is in lower case. */
function endsWith(text: string, end: number, ending: string): boolean {
  const start = end - ending.length;
  if (start < 0) return false;
  for (let i = ending.length - 1; i >= 0; i--) {
    const code = text.charCodeAt(start + i);
    const capital = (code >= 65 && code <= 90) || (code >= 0xc0 && code <= 0xde);
    if ((capital ? code | 0x20 : code) !== ending.charCodeAt(i)) return false;
  }
  return true;
}

/** l d n s j m t c */
function isElided(code: number): boolean {
  return (
    code === 108 ||
    code === 100 ||
    code === 110 ||
    code === 115 ||
    code === 106 ||
    code === 109 ||
    code === 116 ||
    code === 99
  );
}

function isLetterAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code >= 0xd800 && code <= 0xdbff) return /^\p{L}/u.test(text.slice(at, at + 2));
  return isLetter(code);
}

function isAsciiWord(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || code === 95;
}

/** Calls `visit` with every word, a run of letters and marks. Returns how many there are. */
export function eachWord(text: string, visit: (start: number, end: number, ascii: boolean) => void): number {
  let words = 0;
  const length = text.length;
  for (let i = 0; i < length; ) {
    const start = i;
    let ascii = true;
    while (i < length) {
      const code = text.charCodeAt(i);
      if (code < 0x80) {
        if (!((code >= 97 && code <= 122) || (code >= 65 && code <= 90))) break;
        i++;
      } else if (code >= 0xd800 && code <= 0xdbff) {
        if (!/^[\p{L}\p{M}]/u.test(text.slice(i, i + 2))) break;
        ascii = false;
        i += 2;
      } else if (isLetterOrMark(code)) {
        ascii = false;
        i++;
      } else break;
    }
    if (i > start) {
      words++;
      visit(start, i, ascii);
    } else i++;
  }
  return words;
}
