import type { RawNode, RawPage } from '../../read/raw-page.ts';
import type { Draft } from '../draft.ts';

/** Blocks that are built alike: same element, same class words on it and around it. */
export interface Kind {
  blocks: number;
  words: number;
  chars: number;
  linkChars: number;
  prose: number;
  ruleBodyWords: number;
  sentenceEnds: number;
}

/** Sums over the whole page, each element with all that it holds, and each kind of block. */
export interface PageSums {
  readonly words: number;
  readonly chars: number;
  readonly prose: number;
  readonly ruleBodyWords: number;
  readonly blocksOf: Float64Array;
  readonly wordsOf: Float64Array;
  readonly charsOf: Float64Array;
  readonly linkCharsOf: Float64Array;
  readonly proseOf: Float64Array;
  readonly ruleBodyOf: Float64Array;
  readonly depthOf: Int32Array;
  /** Index of the nearest `article` element around each element, −1 without. */
  readonly articleOf: Int32Array;
  readonly articles: readonly number[];
  /** Index into `kinds` for each block: by its own element and parent. */
  readonly kindOf: Int32Array;
  readonly kinds: readonly Kind[];
}

/** One pass over blocks and elements. */
export function sumPage(draft: Draft): PageSums {
  const { raw, features, decisions } = draft;
  // A text dump has no elements: all its lines stand in one.
  const size = Math.max(1, raw.nodes.length);
  const blocksOf = new Float64Array(size);
  const wordsOf = new Float64Array(size);
  const charsOf = new Float64Array(size);
  const linkCharsOf = new Float64Array(size);
  const proseOf = new Float64Array(size);
  const ruleBodyOf = new Float64Array(size);
  const depthOf = new Int32Array(size);
  const articleOf = new Int32Array(size).fill(-1);
  const articles: number[] = [];
  const keyOf = elementKeys(raw);
  const kindOf = new Int32Array(raw.blocks.length);
  const kinds: Kind[] = [];
  const kindIndex = new Map<string, number>();
  let words = 0;
  let chars = 0;
  let prose = 0;
  let ruleBodyWords = 0;
  for (let i = 0; i < raw.blocks.length; i++) {
    const block = raw.blocks[i];
    const f = features[i];
    if (!block || !f) continue;
    const isBody = decisions[i]?.label === 'body';
    const weight = f.prose * Math.min(f.chars, 1200);
    words += f.words;
    chars += f.chars;
    prose += weight;
    if (isBody) ruleBodyWords += f.words;
    const node = Math.max(0, block.node);
    addTo(blocksOf, node, 1);
    addTo(wordsOf, node, f.words);
    addTo(charsOf, node, f.chars);
    addTo(linkCharsOf, node, block.linkChars);
    addTo(proseOf, node, weight);
    if (isBody) addTo(ruleBodyOf, node, f.words);
    const key = `${block.tag} ${keyOf[node]} ${keyOf[raw.nodes[node]?.parent ?? 0]}`;
    let index = kindIndex.get(key);
    if (index === undefined) {
      index = kinds.length;
      kindIndex.set(key, index);
      kinds.push({ blocks: 0, words: 0, chars: 0, linkChars: 0, prose: 0, ruleBodyWords: 0, sentenceEnds: 0 });
    }
    kindOf[i] = index;
    const kind = kinds[index] as Kind;
    kind.blocks++;
    kind.words += f.words;
    kind.chars += f.chars;
    kind.linkChars += block.linkChars;
    kind.prose += weight;
    if (isBody) kind.ruleBodyWords += f.words;
    if (f.sentenceEnd) kind.sentenceEnds++;
  }
  for (let i = size - 1; i > 0; i--) {
    const parent = raw.nodes[i]?.parent ?? 0;
    for (const sums of [blocksOf, wordsOf, charsOf, linkCharsOf, proseOf, ruleBodyOf])
      addTo(sums, parent, sums[i] as number);
  }
  for (let i = 1; i < size; i++) {
    const node = raw.nodes[i];
    const parent = node?.parent ?? 0;
    depthOf[i] = (depthOf[parent] as number) + 1;
    articleOf[i] = node?.tag === 'article' ? i : (articleOf[parent] as number);
    if (node?.tag === 'article') articles.push(i);
  }
  return {
    words,
    chars,
    prose,
    ruleBodyWords,
    blocksOf,
    wordsOf,
    charsOf,
    linkCharsOf,
    proseOf,
    ruleBodyOf,
    depthOf,
    articleOf,
    articles,
    kindOf,
    kinds,
  };
}

/** Adds an amount to one entry of a table. */
export function addTo(sums: Float64Array, at: number, amount: number): void {
  sums[at] = (sums[at] as number) + amount;
}

/** A number for each element: the same for the same name with the same class words, digits aside. */
function elementKeys(raw: RawPage): Int32Array {
  const known = new Map<string, number>();
  const keys = new Int32Array(Math.max(1, raw.nodes.length));
  for (let i = 0; i < raw.nodes.length; i++) {
    const { tag, classes } = raw.nodes[i] as RawNode;
    const name = classes ? `${tag} ${classes.replace(/\d+/g, '')}` : tag;
    let key = known.get(name);
    if (key === undefined) {
      key = known.size;
      known.set(name, key);
    }
    keys[i] = key;
  }
  return keys;
}
