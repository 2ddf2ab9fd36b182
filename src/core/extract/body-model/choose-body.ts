import type { Draft } from '../draft.ts';
import { type CompiledTrees, probabilityOf } from '../trees.ts';

/** Where a body can come from: the judged blocks, the rules' container, the structured data, the feed. */
export type BodySource = 'blocks' | 'container' | 'json' | 'feed';

/** Blocks above this are always in, whatever the page's best threshold is. */
const highestThreshold = 0.55;
/** Blocks below this are never in. Lines of a dump tell less of themselves: there a doubtful line is left out. */
const lowestThreshold = { html: 0.25, text: 0.4 } as const;
/** A body has a block of so many words that is so likely; a page of links has none, however likely its likeliest link. */
const leastBlock = { words: 5, probability: 0.4 } as const;
/**
 * The blocks whose words give the best expected F1, by their probabilities: adding blocks in falling order, F1 rises as
 * long as a block is surer than half of what is reached. 1 for each chosen block.
 */
export function chosenBlocks(draft: Draft, probabilities: Float64Array): Uint8Array {
  const lowest = lowestThreshold[draft.raw.format];
  const order: number[] = [];
  let wanted = 0;
  let found = false;
  for (let i = 0; i < probabilities.length; i++) {
    const words = draft.features[i]?.words ?? 0;
    wanted += (probabilities[i] as number) * words;
    if (words > 0 && (probabilities[i] as number) >= lowest) order.push(i);
    found ||= words >= leastBlock.words && (probabilities[i] as number) >= leastBlock.probability;
  }
  if (!found) return new Uint8Array(probabilities.length);
  order.sort((a, b) => (probabilities[b] as number) - (probabilities[a] as number) || a - b);
  let hits = 0;
  let taken = 0;
  let best = 0;
  let threshold = 1;
  for (const i of order) {
    const words = draft.features[i]?.words ?? 0;
    hits += (probabilities[i] as number) * words;
    taken += words;
    const f1 = (2 * hits) / (taken + wanted);
    if (f1 > best) {
      best = f1;
      threshold = probabilities[i] as number;
    }
  }
  const needed = Math.max(lowest, Math.min(threshold, highestThreshold));
  return Uint8Array.from(probabilities, (p) => (p >= needed ? 1 : 0));
}

/** Names of what the page-level model looks at, for one candidate body. */
export const choiceColumns: readonly string[] = [
  'container',
  'json',
  'words',
  'words-to-blocks',
  'expected-precision',
  'expected-recall',
  'expected-f1-of-blocks',
  'mean-of-blocks',
  'blocks-words',
  'container-agrees',
  'json-words',
  'json-holds-blocks',
  'json-open-end',
  'page-words',
  'blocks-to-page',
];

/** The same for pages that a feed led to: their rows are longer. */
export const feedChoiceColumns: readonly string[] = [
  ...choiceColumns,
  'feed',
  'feed-words',
  'feed-holds-blocks',
  'blocks-hold-feed',
  'page-holds-feed',
  'feed-open-end',
  'feed-paragraphs',
  'feed-names-title',
];

/** A body in the structured data. */
export interface JsonCandidate {
  readonly text: string;
  readonly words: number;
  /** Share of a block's text that it holds, 0 to 1. */
  readonly holds: (block: number) => number;
}

/** The text that the feed gives for the page. */
export interface FeedCandidate extends JsonCandidate {
  readonly paragraphs: number;
  /** Share of its paragraphs, by length, that stand in the chosen blocks (1 for each chosen). */
  readonly heldBy: (chosen: Uint8Array | undefined) => number;
  /** Share of the words of the page's title that it uses; −1 when the page has no title. */
  readonly namesTitle: number;
}

export interface Candidate {
  readonly source: BodySource;
  readonly row: Float32Array;
}

/** One row of `choiceColumns`, with a feed of `feedChoiceColumns`, for each body that the page offers; the judged blocks first. */
export function candidateRows(
  draft: Draft,
  probabilities: Float64Array,
  chosen: Uint8Array,
  json: JsonCandidate | undefined,
  feed?: FeedCandidate,
): readonly Candidate[] {
  const count = probabilities.length;
  let wanted = 0;
  let page = 0;
  const sums = { blocks: { words: 0, hits: 0 }, container: { words: 0, hits: 0 } };
  let common = 0;
  let held = 0;
  let fed = 0;
  for (let i = 0; i < count; i++) {
    const words = draft.features[i]?.words ?? 0;
    const p = probabilities[i] as number;
    const inBlocks = chosen[i] === 1;
    const inContainer = draft.decisions[i]?.label === 'body';
    page += words;
    wanted += p * words;
    if (inBlocks) {
      sums.blocks.words += words;
      sums.blocks.hits += p * words;
      if (json) held += json.holds(i) * words;
      if (feed) fed += feed.holds(i) * words;
    }
    if (inContainer) {
      sums.container.words += words;
      sums.container.hits += p * words;
    }
    if (inBlocks && inContainer) common += words;
  }
  const { blocks, container } = sums;
  const f1 = (2 * blocks.hits) / Math.max(1, blocks.words + wanted);
  const ofFeed = feed
    ? [
        feed.words,
        fed / Math.max(1, blocks.words),
        feed.heldBy(chosen),
        feed.heldBy(undefined),
        hasOpenEnd(feed.text) ? 1 : 0,
        feed.paragraphs,
        feed.namesTitle,
      ]
    : [];
  const row = (source: BodySource, words: number, precision: number, recall: number): Candidate => ({
    source,
    row: Float32Array.from([
      source === 'container' ? 1 : 0,
      source === 'json' ? 1 : 0,
      words,
      words / Math.max(1, blocks.words),
      precision,
      recall,
      f1,
      blocks.hits / Math.max(1, blocks.words),
      blocks.words,
      (2 * common) / Math.max(1, blocks.words + container.words),
      json?.words ?? 0,
      json ? held / Math.max(1, blocks.words) : -1,
      json ? (hasOpenEnd(json.text) ? 1 : 0) : -1,
      page,
      blocks.words / Math.max(1, page),
      ...(feed ? [source === 'feed' ? 1 : 0, ...ofFeed] : []),
    ]),
  });
  const candidates = [
    row('blocks', blocks.words, blocks.hits / Math.max(1, blocks.words), blocks.hits / Math.max(1e-9, wanted)),
  ];
  if (container.words > 0) {
    const { words, hits } = container;
    candidates.push(row('container', words, hits / Math.max(1, words), hits / Math.max(1e-9, wanted)));
  }
  if (json) candidates.push(row('json', json.words, -1, held / Math.max(1, wanted)));
  if (feed) candidates.push(row('feed', feed.words, -1, fed / Math.max(1, wanted)));
  return candidates;
}

/** A text that was cut: dots, or the count of characters that some templates leave. */
function hasOpenEnd(text: string): boolean {
  return /(?:…|\.\.\.|\[\+?\d* ?chars\])[\])]?\s*$/.test(text.slice(-20));
}

/** Another body must be expected to be this much better than the judged blocks; the feed's text has no place in the page. */
const margin = 0.02;
const feedMargin = 0.05;
/** A text of which less is expected and that hardly names the page's title is another article. */
const leastFeed = { expected: 0.3, title: 0.25 } as const;
/** A text that the judged blocks hold to this share adds nothing: what the page shows is cited there. */
const told = 0.9;

const namesTitle = feedChoiceColumns.indexOf('feed-names-title');
const blocksHoldFeed = feedChoiceColumns.indexOf('blocks-hold-feed');

function isFeedWorthReading(row: Float32Array, expected: number): boolean {
  const title = row[namesTitle] as number;
  if ((row[blocksHoldFeed] as number) >= told) return false;
  return expected > leastFeed.expected || title < 0 || title >= leastFeed.title;
}

/** The candidate with the best expected F1. */
export function bestSource(candidates: readonly Candidate[], trees: CompiledTrees): BodySource {
  let best: BodySource = 'blocks';
  let needed = 0;
  for (const { source, row } of candidates) {
    const expected = probabilityOf(trees, row) - (source === 'feed' ? feedMargin - margin : 0);
    if (source === 'blocks') needed = Math.max(needed, expected + margin);
    else if (expected > needed && (source !== 'feed' || isFeedWorthReading(row, expected))) {
      best = source;
      needed = expected;
    }
  }
  return best;
}
