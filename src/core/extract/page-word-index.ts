import { allPacks } from '../languages/packs.ts';
import type { PageWords } from '../languages/page-words.ts';
import type { BlockLabel } from '../model/article.ts';
import { foldName } from '../text/normalise.ts';

const packs: readonly PageWords[] = allPacks.map((pack) => pack.pageWords);

const exact = new Map<string, BlockLabel>();
/** Phrases that a line may begin with, by their first word. */
const starts = new Map<string, { phrase: string; label: BlockLabel }[]>();
const contains: { phrase: string; label: BlockLabel }[] = [];

for (const pack of packs) {
  for (const [label, list] of Object.entries(pack.exact)) {
    for (const phrase of phrasesOf(list)) if (!exact.has(phrase)) exact.set(phrase, label as BlockLabel);
  }
  for (const [label, list] of Object.entries(pack.starts)) {
    for (const phrase of phrasesOf(list)) {
      const first = phrase.split(' ')[0] as string;
      starts.set(first, [...(starts.get(first) ?? []), { phrase, label: label as BlockLabel }]);
    }
  }
  for (const [label, list] of Object.entries(pack.contains)) {
    for (const phrase of phrasesOf(list)) contains.push({ phrase, label: label as BlockLabel });
  }
}

/** The phrases of a `|` list, folded. */
export function phrasesOf(list: string): string[] {
  return list
    .split('|')
    .map((phrase) => foldName(phrase))
    .filter((phrase) => phrase !== '');
}

/** All phrases of one field over all languages, longest first. */
export function phrasesOfAll(
  field: Exclude<keyof PageWords, 'exact' | 'starts' | 'contains' | 'cues'>,
): readonly string[] {
  const all = new Set(packs.flatMap((pack) => phrasesOf(pack[field])));
  return [...all].sort((a, b) => b.length - a.length);
}

/**
 * What the furniture vocabulary takes a folded line for, in any of the four languages; on demand only when the whole
 * line is such a phrase.
 */
export function findPageWord(
  folded: string,
  words: number,
  wholeLine = false,
): { label: BlockLabel; how: 'exact' | 'starts' | 'contains' } | undefined {
  const whole = exact.get(folded);
  if (whole) return { label: whole, how: 'exact' };
  if (wholeLine) return undefined;
  const first = folded.slice(0, folded.indexOf(' ') < 0 ? folded.length : folded.indexOf(' '));
  for (const { phrase, label } of starts.get(first) ?? []) {
    if (folded === phrase || folded.startsWith(`${phrase} `)) return { label, how: 'starts' };
  }
  if (words > 14) return undefined;
  for (const { phrase, label } of contains) if (folded.includes(phrase)) return { label, how: 'contains' };
  return undefined;
}

const cueKinds = ['asks', 'legal', 'about'] as const;
const cues = new Map<string, number>();
for (const { cues: own } of packs) {
  for (const [kind, name] of cueKinds.entries())
    for (const word of foldName(own[name]).split(' ')) if (!cues.has(word)) cues.set(word, kind);
}

/** How many words of each kind of cue a folded text has: asks, legal, about. */
export function countCues(folded: string): readonly [asks: number, legal: number, about: number] {
  const counts: [number, number, number] = [0, 0, 0];
  for (const word of folded.split(' ')) {
    const kind = cues.get(word);
    if (kind !== undefined) (counts[kind as 0 | 1 | 2] as number)++;
  }
  return counts;
}
