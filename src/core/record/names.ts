import { foldName } from '../text/normalise.ts';

/** A name ready to be compared: particles and titles dropped, `Abd` joined to its noun, regnal number apart. */
export interface NameParts {
  /** Folded words in order, at least one unless the name held none. */
  readonly words: readonly string[];
  readonly regnal?: number;
  /** "X son of Y": Y is the father, so the first words must agree. */
  readonly filiation: boolean;
}

/** Words of names that carry no identity: filiation, articles, nobiliary particles and titles that slip in. */
const particles: ReadonlySet<string> = new Set(
  `al el as ash ad an ar at az bin ben bint ibn ould uld abu bou de del dela della der den des di do dos da das du la le los las van von y e i
   s h g m mm mr mrs ms mme mlle sr sra srta don dona dr prof sir lord lady sheikh cheikh shaykh jeque sheij king queen
   roi reine rey reina prince princess principe princesa princesse emir emiro general gen
   بن ابن بنت ال ولد السيد السيده الدكتور الشيخ الملك الامير اللواء الفريق معالي سمو د`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

const filiationWords: ReadonlySet<string> = new Set('bin ben bint ibn ould بن ابن بنت ولد'.split(' '));

const servants: ReadonlySet<string> = new Set('abd abdel abdul abdal abdou abdoul abdol عبد'.split(' '));

const regnalWords: ReadonlyMap<string, number> = new Map(
  [
    ['i', 'first', 'premier', 'primero', 'الاول'],
    ['ii', 'second', 'deux', 'segundo', 'الثاني'],
    ['iii', 'third', 'trois', 'tercero', 'الثالث'],
    ['iv', 'fourth', 'quatre', 'cuarto', 'الرابع'],
    ['v', 'fifth', 'cinq', 'quinto', 'الخامس'],
    ['vi', 'sixth', 'six', 'sexto', 'السادس'],
    ['vii', 'seventh', 'sept', 'septimo', 'السابع'],
    ['viii', 'eighth', 'huit', 'octavo', 'الثامن'],
    ['ix', 'ninth', 'neuf', 'noveno', 'التاسع'],
    ['x', 'tenth', 'dix', 'decimo', 'العاشر'],
    ['xi', 'eleventh', 'onze'],
    ['xii', 'twelfth', 'douze'],
    ['xiii', 'thirteenth', 'treize'],
    ['xiv', 'fourteenth', 'quatorze'],
  ].flatMap((words, index) => words.map((word): [string, number] => [word, index + 1])),
);

/** Splits a name into the words that carry identity. */
export function nameParts(name: string): NameParts {
  const words: string[] = [];
  let regnal: number | undefined;
  let filiation = false;
  const folded = foldName(name).split(' ');
  for (let i = 0; i < folded.length; i++) {
    const word = folded[i] ?? '';
    if (word === '') continue;
    const number = regnalWords.get(word);
    // A Roman number may also be a surname ("Xi"): it counts only after a name and at the end.
    if (number !== undefined && words.length > 0 && i === folded.length - 1) {
      regnal = number;
      continue;
    }
    if (servants.has(word) && i + 1 < folded.length) {
      while (particles.has(folded[i + 1] ?? '') && i + 2 < folded.length) i++;
      words.push(word.slice(0, 3) + stripArticle(folded[i + 1] ?? ''));
      i++;
      continue;
    }
    if (particles.has(word)) {
      if (filiationWords.has(word) && words.length > 0) filiation = true;
      continue;
    }
    words.push(stripArticle(word));
  }
  const fallback = words.length === 0 ? folded.filter((word) => word !== '') : words;
  return { words: fallback, ...(regnal === undefined ? {} : { regnal }), filiation };
}

/**
 * Whether two spellings can be one person, for names that stand in the same role of the same country. The family name
 * must match on its own (an average lets a shared first name hide another person), regnal numbers must be equal, and
 * first names must not speak against it.
 */
export function sameName(a: NameParts, b: NameParts): boolean {
  if (a.regnal !== undefined && b.regnal !== undefined && a.regnal !== b.regnal) return false;
  if (a.words.length === 0 || b.words.length === 0) return false;
  const lastA = a.words.length - 1;
  const lastB = b.words.length - 1;
  for (let i = lastA === 0 ? 0 : 1; i <= lastA; i++) {
    for (let j = lastB === 0 ? 0 : 1; j <= lastB; j++) {
      if (i !== lastA && j !== lastB) continue;
      if (wordSimilarity(a.words[i] ?? '', b.words[j] ?? '') < familyFloor) continue;
      if (lastA === 0 || lastB === 0) return true;
      if (firstNamesAgree(a.words.slice(0, i), b.words.slice(0, j), a.filiation || b.filiation)) return true;
    }
  }
  // A lone word can be the first part of the other name: "Xi" and "Xi Jinping", "Mohammed" of a king.
  if (lastA === 0 || lastB === 0) return wordSimilarity(a.words[0] ?? '', b.words[0] ?? '') >= loneFloor;
  return false;
}

/** Spellings of one family name in two scripts or with a typing error stay above, other families below. */
const familyFloor = 0.72;
const loneFloor = 0.85;
/** Lower: first names are cut, translated and mistaken more often. */
const firstFloor = 0.5;

function firstNamesAgree(a: readonly string[], b: readonly string[], strict: boolean): boolean {
  if (a.length === 0 || b.length === 0) return true;
  const [shorter, longer] = a.length <= b.length ? [a, b] : [b, a];
  const first = shorter[0] ?? '';
  const others = strict || a.length === b.length ? longer.slice(0, 1) : longer;
  return others.some((other) => wordSimilarity(first, other) >= firstFloor || initial(first, other));
}

function initial(one: string, other: string): boolean {
  return (one.length === 1 && other.startsWith(one)) || (other.length === 1 && one.startsWith(other));
}

const memo = new Map<string, number>();
const memoLimit = 200_000;

/** 0 to 1: how likely two folded words are spellings of one name, in one script or across Arabic and Latin. */
export function wordSimilarity(a: string, b: string): number {
  if (a === b) return 1;
  const key = a < b ? `${a} ${b}` : `${b} ${a}`;
  const known = memo.get(key);
  if (known !== undefined) return known;
  if (memo.size >= memoLimit) memo.clear();
  const result = similarity(a, b);
  memo.set(key, result);
  return result;
}

/** Consonant classes of a word in order: equal for most spellings of one name, for blocking. */
export function consonantSkeleton(word: string): string {
  return soundsOf(word)
    .replace(/[aeiou]/g, '')
    .replace(/[gx]/g, 'k')
    .replace(/z/g, 's')
    .replace(/v/g, 'f');
}

/** Rough Latin letters for a name in Arabic script, for addresses only; the name itself is never replaced. */
export function latinLetters(word: string): string {
  return soundsOf(word).replace(/S/g, 'ch').replace(/x/g, 'kh');
}

function similarity(a: string, b: string): number {
  const arabicA = isArabic(a);
  const arabicB = isArabic(b);
  const soundsA = soundsOf(a);
  const soundsB = soundsOf(b);
  if (soundsA === '' || soundsB === '') return 0;
  // Arabic writes few vowels; two Latin spellings differ in them too, but less freely.
  const vowelCost = arabicA || arabicB ? 0.12 : 0.4;
  const weightOf = (sounds: string) => {
    let weight = 0;
    for (const sound of sounds) weight += isVowel(sound) ? vowelCost : 1;
    return weight;
  };
  const score = (one: string, other: string) =>
    Math.max(0, 1 - distance(one, other, vowelCost) / Math.max(weightOf(one), weightOf(other)));
  const plain = score(soundsA, soundsB);
  if (arabicA === arabicB) return plain;
  // Arabic writes what is heard: a silent last consonant ("Barrot") has no letter there.
  const [arabic, latin] = arabicA ? [soundsA, soundsB] : [soundsB, soundsA];
  return silentEnd.test(latin) ? Math.max(plain, score(arabic, latin.slice(0, -1)) - 0.05) : plain;
}

const silentEnd = /[aeiou][tdspzx]$/;

function distance(a: string, b: string, vowelCost: number): number {
  let previous: number[] = [0];
  for (let j = 1; j <= b.length; j++) previous[j] = (previous[j - 1] ?? 0) + dropCost(b.charAt(j - 1), vowelCost);
  for (let i = 1; i <= a.length; i++) {
    const soundA = a.charAt(i - 1);
    const row: number[] = [(previous[0] ?? 0) + dropCost(soundA, vowelCost)];
    for (let j = 1; j <= b.length; j++) {
      const soundB = b.charAt(j - 1);
      row[j] = Math.min(
        (previous[j] ?? 0) + dropCost(soundA, vowelCost),
        (row[j - 1] ?? 0) + dropCost(soundB, vowelCost),
        (previous[j - 1] ?? 0) + swapCost(soundA, soundB, vowelCost),
      );
    }
    previous = row;
  }
  return previous[b.length] ?? 0;
}

function dropCost(sound: string, vowelCost: number): number {
  return isVowel(sound) ? vowelCost : sound === 'h' ? 0.35 : 1;
}

function swapCost(a: string, b: string, vowelCost: number): number {
  if (a === b) return 0;
  if (isVowel(a) && isVowel(b)) return vowelCost * 0.6;
  return nearSounds.get(a + b) ?? nearSounds.get(b + a) ?? 1.6;
}

/** Sounds that the press writes for one another when a name crosses scripts or languages. */
const nearSounds: ReadonlyMap<string, number> = new Map([
  ['pb', 0.15],
  ['vf', 0.15],
  ['vb', 0.3],
  ['vu', 0.3],
  ['fu', 0.5],
  ['bu', 0.6],
  ['zs', 0.2],
  ['zd', 0.3],
  ['gj', 0.25],
  ['gk', 0.3],
  ['gx', 0.3],
  ['gu', 0.5],
  ['xk', 0.2],
  ['xh', 0.35],
  ['xj', 0.3],
  ['kh', 0.6],
  ['dt', 0.35],
  ['Ss', 0.3],
  ['Sk', 0.4],
  ['Sj', 0.3],
  ['St', 0.5],
  ['Sx', 0.4],
  ['ji', 0.3],
  ['jz', 0.4],
  ['js', 0.5],
  ['mn', 0.6],
  ['ts', 0.6],
]);

function isVowel(sound: string): boolean {
  return sound === 'a' || sound === 'e' || sound === 'i' || sound === 'o' || sound === 'u';
}

function isArabic(word: string): boolean {
  const unit = word.charCodeAt(0);
  return unit >= 0x600 && unit < 0x700;
}

function stripArticle(word: string): string {
  return isArabic(word) && word.length > 4 && word.startsWith('ال') ? word.slice(2) : word;
}

const arabicSounds: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ب: 'b',
    پ: 'p',
    ت: 't',
    ث: 't',
    ج: 'j',
    چ: 'S',
    ح: 'h',
    خ: 'x',
    د: 'd',
    ذ: 'd',
    ر: 'r',
    ز: 'z',
    ژ: 'j',
    س: 's',
    ش: 'S',
    ص: 's',
    ض: 'd',
    ط: 't',
    ظ: 'z',
    ع: 'a',
    غ: 'g',
    ف: 'f',
    ڤ: 'v',
    ق: 'k',
    ك: 'k',
    گ: 'g',
    ڭ: 'g',
    ل: 'l',
    م: 'm',
    ن: 'n',
    ه: 'h',
    و: 'u',
    ي: 'i',
    ا: 'a',
    ء: '',
  }),
);

/** Longest first. Each spelling stands for one sound whatever the language of the text. */
const latinSounds: readonly (readonly [string, string])[] = [
  ['ouill', 'ui'],
  ['aill', 'ai'],
  ['eill', 'ei'],
  ['eau', 'o'],
  ['au', 'o'],
  ['tsch', 'S'],
  ['tch', 'S'],
  ['sch', 'S'],
  ['sh', 'S'],
  ['ch', 'S'],
  ['kh', 'x'],
  ['gh', 'g'],
  ['dj', 'j'],
  ['th', 't'],
  ['dh', 'd'],
  ['ph', 'f'],
  ['ck', 'k'],
  ['qu', 'k'],
  ['gu', 'g'],
  ['oo', 'u'],
  ['ou', 'u'],
  ['ee', 'i'],
  ['ce', 'se'],
  ['ci', 'si'],
  ['cy', 'si'],
  ['c', 'k'],
  ['q', 'k'],
  ['x', 'ks'],
  ['w', 'u'],
  ['y', 'i'],
];

const soundMemo = new Map<string, string>();

function soundsOf(word: string): string {
  const known = soundMemo.get(word);
  if (known !== undefined) return known;
  let sounds = '';
  if (isArabic(word)) {
    for (const letter of word) sounds += arabicSounds.get(letter) ?? '';
  } else {
    for (let i = 0; i < word.length; ) {
      const rule = latinSounds.find(([spelling]) => word.startsWith(spelling, i));
      sounds += rule?.[1] ?? word.charAt(i);
      i += rule?.[0].length ?? 1;
    }
  }
  sounds = sounds.replace(/(.)\1+/g, '$1').replace(/[^a-zS]/g, '');
  if (soundMemo.size >= memoLimit) soundMemo.clear();
  soundMemo.set(word, sounds);
  return sounds;
}
