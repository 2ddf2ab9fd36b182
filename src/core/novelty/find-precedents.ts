import type { Span } from '../model/evidence.ts';
import { type NoveltyPrint, sentenceRange } from './novelty-print.ts';
import type { NoveltyText } from './novelty-text.ts';
import { hashStem } from './stem-hash.ts';

/** Where a sentence was said before. */
export interface Precedent {
  readonly articleId: string;
  readonly day?: string;
  /** In the canonical text of that article. */
  readonly sentence: Span;
}

/** Earlier tellings of one sentence. */
export interface Precedents {
  readonly first: Precedent;
  readonly last: Precedent;
  /** What it was made from: the likest; of nearly equal ones the latest, whose figures are the ones that changed. */
  readonly source: Precedent;
  /** How many earlier dispatches say it. */
  readonly times: number;
}

/** Share of a sentence's weight that one earlier sentence must have. */
const leastCovered = 0.62;
/** In a sentence of few words each one counts. */
const fewWords = 4;
const leastCoveredShort = 0.85;
const nearlyAsLike = 0.05;
/** An earlier sentence many times as long has every word by chance. */
const mostTimesLonger = 4;

const figure = hashStem('#');

/**
 * Holds every sentence of a text against every sentence of the earlier ones, by their prints alone: thousands of texts
 * while a reader waits. For a sentence that nobody said there is nothing.
 * @param prints of the text's own language
 */
export function findPrecedents(text: NoveltyText, prints: readonly NoveltyPrint[]): (Precedents | undefined)[] {
  const ordered = [...prints].sort(compareDays);
  const asked = askedStems(text);
  const met = meetSentences(asked, ordered);
  // Figures say little about which sentence it is; a stem in many sentences less than a rare one.
  const weights = asked.stems.map(({ hash }, stem) =>
    hash === figure ? 0.3 : 1 / (1 + Math.log2(1 + (met.counts[stem] ?? 0)) / 4),
  );
  const totals = text.sentences.map(() => 0);
  asked.stems.forEach(({ uses }, stem) => {
    for (const [sentence, count] of uses) totals[sentence] = (totals[sentence] ?? 0) + (weights[stem] ?? 0) * count;
  });
  const found = text.sentences.map((): Found[] => []);
  const shared = text.sentences.map(() => 0);
  for (let at = 0; at < met.hits.length; ) {
    const [print = 0, sentence = 0, length = 0, stems = 0] = met.hits.slice(at, at + 4);
    const touched = new Set<number>();
    for (const stem of met.hits.slice(at + 4, at + 4 + stems)) {
      for (const [asking, count] of asked.stems[stem]?.uses ?? []) {
        shared[asking] = (shared[asking] ?? 0) + (weights[stem] ?? 0) * count;
        touched.add(asking);
      }
    }
    for (const asking of touched) {
      const words = text.sentences[asking]?.words.length ?? 0;
      const covered = (shared[asking] ?? 0) / (totals[asking] ?? 1);
      shared[asking] = 0;
      if (covered < (words <= fewWords ? leastCoveredShort : leastCovered)) continue;
      if (length <= mostTimesLonger * words) found[asking]?.push({ print, sentence, covered });
    }
    at += 4 + stems;
  }
  return found.map((tellings) => precedentsOf(tellings, ordered));
}

interface Found {
  readonly print: number;
  readonly sentence: number;
  readonly covered: number;
}

interface Asked {
  readonly numberOf: ReadonlyMap<number, number>;
  /** Each stem with the sentences that have it, and how often. */
  readonly stems: readonly { readonly hash: number; readonly uses: ReadonlyMap<number, number> }[];
}

function askedStems({ sentences }: NoveltyText): Asked {
  const numberOf = new Map<number, number>();
  const stems: { hash: number; uses: Map<number, number> }[] = [];
  sentences.forEach(({ words }, sentence) => {
    for (const { stem } of words) {
      const hash = hashStem(stem);
      let number = numberOf.get(hash);
      if (number === undefined) {
        number = stems.length;
        numberOf.set(hash, number);
        stems.push({ hash, uses: new Map() });
      }
      const uses = stems[number]?.uses;
      uses?.set(sentence, (uses.get(sentence) ?? 0) + 1);
    }
  });
  return { numberOf, stems };
}

/**
 * Every earlier sentence with an asked stem in it: print, sentence, its number of words, how many stems, the stems. One
 * list of numbers, since there are many.
 */
function meetSentences(
  { numberOf, stems }: Asked,
  prints: readonly NoveltyPrint[],
): { readonly hits: readonly number[]; readonly counts: Uint32Array } {
  const hits: number[] = [];
  const counts = new Uint32Array(stems.length);
  const seenIn = new Uint32Array(stems.length);
  let serial = 0;
  prints.forEach((print, index) => {
    for (let sentence = 0; sentence * 3 < print.sentences.length; sentence++) {
      serial++;
      const head = hits.length;
      let words = 0;
      const [from, to] = sentenceRange(print, sentence);
      for (let at = from; at < to; at++) {
        const word = print.words[at] ?? 0;
        // Another day says nothing new.
        if ((word & 1) === 1) continue;
        words++;
        const stem = numberOf.get(word);
        if (stem === undefined || seenIn[stem] === serial) continue;
        seenIn[stem] = serial;
        counts[stem] = (counts[stem] ?? 0) + 1;
        if (hits.length === head) hits.push(index, sentence, 0, 0);
        hits.push(stem);
      }
      if (hits.length === head) continue;
      hits[head + 2] = words;
      hits[head + 3] = hits.length - head - 4;
    }
  });
  return { hits, counts };
}

/** By day, the undated last; then by id, so that the order of the input never shows. */
function compareDays(a: NoveltyPrint, b: NoveltyPrint): number {
  const [dayA, dayB] = [a.day ?? '9999', b.day ?? '9999'];
  if (dayA !== dayB) return dayA < dayB ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

function precedentsOf(found: readonly Found[], prints: readonly NoveltyPrint[]): Precedents | undefined {
  const most = found.reduce((highest, { covered }) => Math.max(highest, covered), 0);
  const place = (one: Found | undefined): Precedent | undefined => {
    const print = one === undefined ? undefined : prints[one.print];
    if (print === undefined || one === undefined) return undefined;
    const { id, day, sentences } = print;
    const sentence = { start: sentences[one.sentence * 3] ?? 0, end: sentences[one.sentence * 3 + 1] ?? 0 };
    return { articleId: id, ...(day === undefined ? {} : { day }), sentence };
  };
  const [first, last] = [place(found[0]), place(found.at(-1))];
  const source = place(found.findLast(({ covered }) => covered >= most - nearlyAsLike));
  if (first === undefined || last === undefined || source === undefined) return undefined;
  const groups = new Set(found.map(({ print }) => prints[print]?.group ?? prints[print]?.id));
  return { first, last, source, times: groups.size };
}
