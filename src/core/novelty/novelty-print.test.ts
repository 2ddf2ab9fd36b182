import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { comparedText } from '../compare/compared-text.ts';
import { findNovelty, tellNovelty } from './find-novelty.ts';
import { findPrecedents } from './find-precedents.ts';
import { createFormulaIndex, findFormulaInPrints } from './formula-index.ts';
import { type NoveltyPrint, noveltyPrint, parsePrint, serialisePrint } from './novelty-print.ts';
import { noveltyText } from './novelty-text.ts';
import { phraseHistories } from './phrase-history.ts';

const word = fc.constantFrom('port', 'ferry', 'minister', 'river', 'bridge', '14', '19', 'coast', 'and', 'Monday');
const line = fc.array(word, { minLength: 1, maxLength: 9 }).map((words) => `${words.join(' ')}.`);
const text = fc.array(line, { maxLength: 5 }).map((lines) => comparedText(lines.join(' '), 'en'));
const told = (index: number, compared: ReturnType<typeof comparedText>) =>
  noveltyText(`e${index}`, compared, { day: `2020-01-0${index + 1}` });
const kept = (print: NoveltyPrint): NoveltyPrint => ({ ...print, ...parsePrint(serialisePrint(print)) });

test('from what is kept of the earlier texts comes what the texts themselves tell', () => {
  fc.assert(
    fc.property(text, fc.array(text, { maxLength: 6 }), (compared, before) => {
      const now = noveltyText('now', compared);
      const earlier = before.map((one, index) => told(index, one));
      const prints = earlier.map(noveltyPrint).map(kept);
      const index = createFormulaIndex();
      for (const one of before) index.add(one);
      const formula = findFormulaInPrints(compared, prints);
      expect(formula).toEqual(index.find(compared));
      const byId = new Map(earlier.map((one) => [one.id, one]));
      expect(
        tellNovelty(now, findPrecedents(now, prints), (id) => byId.get(id), {
          formula: formula.spans,
          earlier: earlier.length,
        }),
      ).toEqual(findNovelty(now, earlier, { formula: formula.spans }));
    }),
  );
});

test('only the sources of sentences are asked for', () => {
  const now = noveltyText('now', comparedText('The ferry of the old harbour sails again.', 'en'));
  const earlier = ['The ferry of the old harbour sails again.', 'The mayor has opened a new bridge.'].map(
    (one, index) => told(index, comparedText(one, 'en')),
  );
  const asked: string[] = [];
  const { sentences } = tellNovelty(
    now,
    findPrecedents(now, earlier.map(noveltyPrint)),
    (id) => {
      asked.push(id);
      return undefined;
    },
    { earlier: 2 },
  );
  expect(asked).toEqual(['e0']);
  expect(sentences[0]).toMatchObject({ kind: 'said-before', times: 1, first: { articleId: 'e0' } });
});

test('a sentence that a thousand texts say is found in all of them', () => {
  const sentence = 'Both sides praised the excellent relations of the two ports.';
  const prints = Array.from({ length: 1000 }, (_, index) =>
    noveltyPrint(
      noveltyText(`e${String(index).padStart(4, '0')}`, comparedText(sentence, 'en'), { day: '2020-01-01' }),
    ),
  );
  const [found] = findPrecedents(noveltyText('now', comparedText(sentence, 'en')), prints);
  expect(found).toMatchObject({ times: 1000, first: { articleId: 'e0000' }, source: { articleId: 'e0999' } });
});

describe('bytes', () => {
  test('that are torn or something else are no print and no exception', () => {
    const bytes = serialisePrint(noveltyPrint(told(0, comparedText('The ferry sailed on Monday. It was full.', 'en'))));
    for (let length = 0; length < bytes.length; length++) expect(parsePrint(bytes.slice(0, length))).toBeUndefined();
    expect(parsePrint(bytes)?.sentences).toHaveLength(6);
    fc.assert(fc.property(fc.uint8Array({ maxLength: 60 }), (any) => (parsePrint(any)?.words.length ?? 0) >= 0));
  });
});

test('a phrase has its first day and its number of dispatches from all texts, copies once, in its own language', () => {
  const texts = [
    ['en', 'They have a relationship of mutual and lasting trust.', '2021-01-01', undefined],
    ['en', 'A relation of MUTUAL, lasting trust, said the mayor.', '2019-05-01', 'd1'],
    ['en', 'A relation of mutual, lasting trust, said the mayor.', '2019-05-02', 'd1'],
    ['en', 'Trust that is mutual and lasting.', '2018-01-01', undefined],
    ['fr', 'mutual lasting trust', '2017-01-01', undefined],
  ] as const;
  const prints = texts.map(([language, words, day, group], index) =>
    noveltyPrint(
      noveltyText(`e${index}`, comparedText(words, language), { day, ...(group === undefined ? {} : { group }) }),
    ),
  );
  const phrases = [
    { text: 'mutual and lasting trust', language: 'en' },
    { text: 'never said by anybody', language: 'en' },
  ];
  expect(phraseHistories(phrases, prints)).toEqual([
    { times: 2, first: { articleId: 'e1', day: '2019-05-01' } },
    { times: 0 },
  ]);
});
