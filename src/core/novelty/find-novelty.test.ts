import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { comparedText } from '../compare/compared-text.ts';
import { findNovelty } from './find-novelty.ts';
import { noveltyText } from './novelty-text.ts';

const told = (id: string, text: string, language: string, day?: string, group?: string) =>
  noveltyText(id, comparedText(text, language), {
    ...(day === undefined ? {} : { day }),
    ...(group === undefined ? {} : { group }),
  });

/** Sentences of `text` with their kinds; parts that are not said before in braces, a changed figure with the old one. */
function show(text: string, earlier: readonly string[], language = 'en'): string[] {
  const texts = earlier.map((one, index) => told(`e${index}`, one, language, `202${index}-03-01`));
  return findNovelty(told('now', text, language, '2029-01-01'), texts).sentences.map(({ kind, parts, times }) => {
    const shown = parts.map((part) => {
      const words = text.slice(part.start, part.end);
      if (part.kind === 'said-before') return words;
      return part.was === undefined ? `{${words.trim()}}` : `{${words}<${part.was}}`;
    });
    return `${kind} ${times}: ${shown.join('')}`;
  });
}

const relations = 'Both sides praised the excellent quality of the relations between the two ports.';

describe('a sentence', () => {
  test.each([
    [
      'that nobody said',
      'A new lighthouse will be built on the island of Galite.',
      [relations],
      ['new 0: {A new lighthouse will be built on the island of Galite.}'],
    ],
    ['said word for word', relations, [relations], [`said-before 1: ${relations}`]],
    ['said twice', relations, [relations, `${relations} The ferry left.`], [`said-before 2: ${relations}`]],
    [
      'with another name in it',
      'The minister received Ana Marlow and praised the excellent relations of the two coast guards.',
      ['The minister received Bo Lindqvist and praised the excellent relations of the two coast guards.'],
      [
        'said-before 1: The minister received {Ana Marlow} and praised the excellent relations of the two coast guards.',
      ],
    ],
    [
      'with another figure',
      'The joint fund for the harbour holds 19 million euros.',
      ['The joint fund for the harbour holds 14.5 million euros.'],
      ['changed-number 1: The joint fund for the harbour holds {19<14.5} million euros.'],
    ],
    [
      'with the figure of the last telling',
      'The joint fund for the harbour holds 19 million euros.',
      [
        'The joint fund for the harbour holds 14 million euros.',
        'The joint fund for the harbour holds 19 million euros.',
      ],
      ['said-before 2: The joint fund for the harbour holds 19 million euros.'],
    ],
    [
      'with another day only',
      'The two ministers met on Monday 4 March 2024 in the town hall of Bizerte.',
      ['The two ministers met on Friday 12 May 2023 in the town hall of Bizerte.'],
      ['said-before 1: The two ministers met on Monday 4 March 2024 in the town hall of Bizerte.'],
    ],
    [
      'of the same figure, written otherwise',
      'Some 1,500 containers wait in the harbour of Sfax.',
      ['Some 1500 containers wait in the harbour of Sfax.'],
      ['said-before 1: Some 1,500 containers wait in the harbour of Sfax.'],
    ],
  ])('%s', (_, text, earlier, expected) => {
    expect(show(text, earlier)).toEqual(expected);
  });

  test('with its clauses turned round is no news', () => {
    expect(
      show('Against smuggling in the strait, both sides will strengthen their cooperation.', [
        'Both sides will strengthen their cooperation against smuggling in the strait.',
      ])[0],
    ).toMatch(/^said-before 1: [^{]*$/);
  });

  test('in Arabic, with conjunctions and a new word', () => {
    expect(
      show(
        'وأشاد الوزيران بمستوى العلاقات الثنائية المتميزة بين الميناءين والجمارك.',
        ['أشاد الوزيران بمستوى العلاقات الثنائية المتميزة بين الميناءين.'],
        'ar',
      ),
    ).toEqual(['said-before 1: وأشاد الوزيران بمستوى العلاقات الثنائية المتميزة بين الميناءين {والجمارك}.']);
  });

  test('of few words must be there whole', () => {
    expect(show('The ferry sank.', ['The ferry left the old harbour.'])[0]).toMatch(/^new/);
  });
});

test('first and last telling by day, copies once, undated and other languages aside', () => {
  const { sentences, earlier } = findNovelty(told('now', relations, 'en'), [
    told('c', relations, 'en', '2022-01-01', 'd1'),
    told('b', relations, 'en', '2021-01-01', 'd2'),
    told('a', relations, 'en', '2022-01-02', 'd1'),
    told('u', relations, 'en'),
    told('f', relations, 'fr', '2019-01-01'),
    told('now', relations, 'en', '2018-01-01'),
  ]);
  expect(sentences[0]).toMatchObject({
    first: { articleId: 'b', day: '2021-01-01' },
    last: { articleId: 'u' },
    times: 3,
  });
  expect(earlier).toBe(3);
});

test('formulas inside a new sentence are parts of their own and no news', () => {
  const text = 'In the new lighthouse of Galite both praised the lasting friendship of the ports.';
  const start = text.indexOf('praised');
  const formula = [{ start, end: text.indexOf(' of the ports') }];
  const { sentences, saidBefore } = findNovelty(told('now', text, 'en'), [told('e', relations, 'en')], { formula });
  expect(sentences[0]).toMatchObject({ kind: 'new', times: 0 });
  expect(sentences[0]?.parts.map((part) => `${part.kind}: ${text.slice(part.start, part.end)}`)).toEqual([
    'new: In the new lighthouse of Galite both ',
    'said-before: praised the lasting friendship',
    'new:  of the ports.',
  ]);
  expect(saidBefore).toBeCloseTo(3 / 8);
});

test('share of what was said before', () => {
  const texts = [told('e', relations, 'en', '2020-01-01')];
  expect(findNovelty(told('now', relations, 'en'), texts).saidBefore).toBe(1);
  expect(findNovelty(told('now', 'Nobody came.', 'en'), texts).saidBefore).toBe(0);
  expect(findNovelty(told('now', '', 'en'), texts)).toEqual({ sentences: [], saidBefore: 0, earlier: 1 });
});

test('parts cover their sentence, and the order of the earlier texts never shows', () => {
  const word = fc.constantFrom('port', 'ferry', 'minister', 'river', 'bridge', '14', '19', 'coast', 'and');
  const line = fc.array(word, { minLength: 1, maxLength: 8 }).map((words) => `${words.join(' ')}. `);
  fc.assert(
    fc.property(line, fc.array(line, { maxLength: 5 }), (now, before) => {
      const texts = before.map((text, index) => told(`e${index}`, text, 'en', `2020-01-0${index + 1}`));
      const novelty = findNovelty(told('now', now, 'en'), texts);
      expect(findNovelty(told('now', now, 'en'), [...texts].reverse())).toEqual(novelty);
      for (const { start, end, parts } of novelty.sentences) {
        expect(parts[0]?.start).toBe(start);
        expect(parts.at(-1)?.end).toBe(end);
        parts.slice(1).forEach((part, index) => {
          expect(now.slice(parts[index]?.end, part.start).trim()).toBe('');
        });
      }
    }),
  );
});
