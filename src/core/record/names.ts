import { foldName } from '../text/normalise.ts';
import { spellingSimilarity } from './letter-costs.ts';
import { isArabic, soundSimilarity } from './sounds.ts';

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
export const familyFloor = 0.72;
const loneFloor = 0.85;
/** Across scripts the learned costs lead; the hand-made ones add what is rare in lists of names ("-eau", "-aill-"). */
const handDoubt = 0.12;
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
  const sound = soundSimilarity(a, b);
  let result = sound;
  if (isArabic(a) !== isArabic(b)) {
    const [arabic, latin] = isArabic(a) ? [a, b] : [b, a];
    result = Math.max(spellingSimilarity(latin, arabic, familyFloor), sound - handDoubt);
  }
  memo.set(key, result);
  return result;
}

function stripArticle(word: string): string {
  return isArabic(word) && word.length > 4 && word.startsWith('ال') ? word.slice(2) : word;
}
