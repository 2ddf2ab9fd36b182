import { describe, expect, test } from 'vitest';
import { parsePage } from '../../read/parse-page.ts';
import { readPage } from '../../read/read-page.ts';
import { blockFeatures } from '../block-features.ts';
import type { Draft } from '../draft.ts';
import { compileTrees, type TreeModel } from '../trees.ts';
import { bestSource, candidateRows, choiceColumns, chosenBlocks, feedChoiceColumns } from './choose-body.ts';
import { feedCandidate } from './feed-candidate.ts';

const sentence = 'The council of the island met on Monday to speak about the new quay and its price.';

/** A dump with one line for each probability; `short` lines have two words. */
function draftOf(lines: readonly ('long' | 'short')[]): Draft {
  const text = lines.map((kind, i) => (kind === 'long' ? `${sentence} ${i}` : `Tides ${i}`)).join('\n\n');
  const page = readPage({ text, format: 'text' });
  const raw = parsePage(page);
  return {
    page,
    raw,
    features: blockFeatures(raw),
    profile: undefined,
    profiles: [],
    decisions: raw.blocks.map(() => undefined),
  };
}

describe('chosenBlocks', () => {
  test.each([
    ['sure blocks are in, unlikely ones out', ['long', 'long', 'long'], [0.95, 0.1, 0.9], [1, 0, 1]],
    ['a page of links has no body', ['short', 'short', 'short'], [0.5, 0.6, 0.5], [0, 0, 0]],
    ['where nothing is sure, the likeliest is taken', ['long', 'long', 'long'], [0.45, 0.44, 0.05], [1, 1, 0]],
    ['nothing likely, nothing chosen', ['long', 'long'], [0.2, 0.3], [0, 0]],
    [
      'a doubtful line beside sure ones is left out',
      ['long', 'long', 'long', 'long'],
      [0.99, 0.98, 0.97, 0.42],
      [1, 1, 1, 0],
    ],
  ] as const)('%s', (_, lines, probabilities, expected) => {
    expect([...chosenBlocks(draftOf(lines), Float64Array.from(probabilities))]).toEqual(expected);
  });
});

/** A model of one tree: what it says depends on the column `json` alone. */
function modelOf(whenJson: number, otherwise: number): TreeModel {
  const tree = {
    feature: [choiceColumns.indexOf('json'), -1, -1],
    value: [0.5, otherwise, whenJson],
    right: [2, 0, 0],
  };
  return { schema: 'rapporteur.trees/2', features: choiceColumns, bias: 0, trees: [tree], about: {} };
}

test('another source must be expected to be clearly better than the judged blocks', () => {
  const draft = draftOf(['long', 'long']);
  const probabilities = Float64Array.from([0.9, 0.9]);
  const json = { text: sentence.repeat(8), words: 130, holds: () => 1 };
  const candidates = candidateRows(draft, probabilities, chosenBlocks(draft, probabilities), json);
  expect(candidates.map(({ source }) => source)).toEqual(['blocks', 'json']);
  expect(bestSource(candidates, compileTrees(modelOf(1, 0), choiceColumns))).toBe('json');
  expect(bestSource(candidates, compileTrees(modelOf(0.01, 0), choiceColumns))).toBe('blocks');
});

test('a model of other columns is refused', () => {
  expect(() => compileTrees(modelOf(1, 0), ['words'])).toThrow('trained on other columns');
});

const ferry = 'The ferry sails again and may now carry lorries, said the harbour master of Port Hale.';

/** Says this of the feed, and even odds of all else. */
function feedModel(logOdds: number, others = 0): TreeModel {
  const tree = {
    feature: [feedChoiceColumns.indexOf('feed'), -1, -1],
    value: [0.5, others, logOdds],
    right: [2, 0, 0],
  };
  return { schema: 'rapporteur.trees/2', features: feedChoiceColumns, bias: 0, trees: [tree], about: {} };
}

test.each([
  ['clearly better', 1, 0, '', 'feed'],
  ['hardly better', 0.1, 0, '', 'blocks'],
  ['worse', -1, 0, '', 'blocks'],
  ['short, of an unnamed page that shows nothing', -2, -4, '', 'feed'],
  ['short, but it names the title', -2, -4, 'Ferry to carry lorries', 'feed'],
  ['another article', -2, -4, 'Mayor opens library in Val-Clair', 'blocks'],
  ['what the page shows already', 1, 0, 'shown', 'blocks'],
] as const)('the text of the feed: %s', (_, logOdds, others, title, source) => {
  const draft = draftOf(['long', 'long', 'long']);
  const feedContent =
    title === 'shown' ? `<p>${sentence} 0</p><p>${sentence} 1</p><p>${sentence} 2</p>` : `<p>${ferry}</p>`.repeat(3);
  const documentTitle = { key: 'title', value: title, pageStart: 0, pageEnd: 1 };
  const html = { ...draft, feedContent, raw: { ...draft.raw, format: 'html' as const, documentTitle } };
  expect(feedCandidate({ ...draft, feedContent })).toBeUndefined();
  const probabilities = Float64Array.from([0.9, 0.9, 0.9]);
  const feed = feedCandidate(html);
  const candidates = candidateRows(html, probabilities, chosenBlocks(html, probabilities), undefined, feed);
  expect(candidates.map(({ source }) => source)).toEqual(['blocks', 'feed']);
  expect(candidates.every(({ row }) => row.length === feedChoiceColumns.length)).toBe(true);
  expect(bestSource(candidates, compileTrees(feedModel(logOdds, others), feedChoiceColumns))).toBe(source);
});
