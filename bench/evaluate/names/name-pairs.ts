import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { hash64 } from '../../../src/core/text/hash.ts';
import { foldName } from '../../../src/core/text/normalise.ts';

/** One word of a name in both scripts, folded. */
export interface NamePair {
  readonly latin: string;
  readonly arabic: string;
}

/** One question: are these spellings of one name? `kind` says how the answer "no" was made. */
export interface NameQuestion extends NamePair {
  readonly kind: 'pair' | 'look-alike' | 'other';
}

/** Words of `FILE.tsv[.gz]`: Latin, Arabic, count. What is not one word in each script is left out. */
export function readNamePairs(file: string): NamePair[] {
  const bytes = readFileSync(file);
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  return text.split('\n').flatMap((line) => {
    const [latin = '', arabic = ''] = line.split('\t').map((cell) => foldName(cell).replaceAll(' ', ''));
    return /^\p{Script=Latin}{2,}$/u.test(latin) && /^\p{Script=Arabic}{2,}$/u.test(arabic) ? [{ latin, arabic }] : [];
  });
}

/** One in five, by a hash of the Latin word: the letter costs never see them. */
export function isHeldOut({ latin }: NamePair): boolean {
  return Number.parseInt(hash64(`names ${latin}`).slice(0, 4), 16) % 5 === 0;
}

/** How many other words the look-alike is the likest of: more than the names that one office sees. */
const crowd = 50;

/**
 * Every pair with two false ones: of fifty other Arabic words the one that shares most with the right one, and any
 * other. Depends on the pairs alone.
 */
export function questionsOf(pairs: readonly NamePair[]): NameQuestion[] {
  const arabicOf = new Map<string, Set<string>>();
  for (const { latin, arabic } of pairs) arabicOf.set(latin, (arabicOf.get(latin) ?? new Set()).add(arabic));
  const words = [...new Set(pairs.map(({ arabic }) => arabic))];
  const bigrams = words.map(bigramsOf);
  return pairs.flatMap((pair, position): NameQuestion[] => {
    const right = arabicOf.get(pair.latin) ?? new Set();
    const own = bigramsOf(pair.arabic);
    const others = Array.from({ length: crowd }, (_, nth) => (position * 7919 + nth * 104_729 + 13) % words.length);
    const ranked = others
      .map((index) => ({ word: words[index] ?? '', score: likeness(own, bigrams[index] ?? own) }))
      .filter(({ word }) => !right.has(word))
      .sort((a, b) => b.score - a.score || (a.word < b.word ? -1 : 1));
    const [nearest] = ranked;
    const other = ranked.at(-1);
    return [
      { ...pair, kind: 'pair' },
      ...(nearest === undefined ? [] : [{ latin: pair.latin, arabic: nearest.word, kind: 'look-alike' as const }]),
      ...(other === undefined ? [] : [{ latin: pair.latin, arabic: other.word, kind: 'other' as const }]),
    ];
  });
}

function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const one of a) if (b.has(one)) shared++;
  return (2 * shared) / (a.size + b.size);
}

function bigramsOf(word: string): Set<string> {
  const padded = `^${word}$`;
  const bigrams = new Set<string>();
  for (let i = 0; i + 2 <= padded.length; i++) bigrams.add(padded.slice(i, i + 2));
  return bigrams;
}
