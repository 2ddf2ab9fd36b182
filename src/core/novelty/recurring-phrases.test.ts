import fc from 'fast-check';
import { expect, test } from 'vitest';
import { comparedText } from '../compare/compared-text.ts';
import { noveltyText } from './novelty-text.ts';
import { findRecurringPhrases, type RecurringPhraseOptions } from './recurring-phrases.ts';

interface Told {
  readonly text: string;
  readonly day?: string;
  readonly group?: string;
  readonly language?: string;
}

function textsOf(entries: readonly Told[]) {
  return entries.map(({ text, language, ...about }, index) =>
    noveltyText(`a${index}`, comparedText(text, language ?? 'fr'), about),
  );
}

const show = (entries: readonly Told[], options: RecurringPhraseOptions = {}) =>
  findRecurringPhrases(textsOf(entries), options).map(({ text, uses }) => `${text} | ${uses[0]?.day} | ${uses.length}`);

const french = [
  { text: 'Les deux ports ont une relation de confiance mutuelle et durable, dit le maire.', day: '2023-05-01' },
  { text: 'Le préfet a loué LA RELATION DE CONFIANCE MUTUELLE ET DURABLE des deux rives.', day: '2021-02-03' },
  { text: 'On y parle encore de « relation de confiance mutuelle et durable » entre voisins.', day: '2024-01-01' },
];

test('a phrase in three texts, as the first one writes it, with its day', () => {
  expect(show(french)).toEqual(['RELATION DE CONFIANCE MUTUELLE ET DURABLE | 2021-02-03 | 3']);
});

test('two texts are not enough, and copies of one dispatch are one text', () => {
  expect(show(french.slice(0, 2))).toEqual([]);
  expect(show(french.map((one) => ({ ...one, group: 'd1' })))).toEqual([]);
  expect(show(french.slice(0, 2), { leastTexts: 2 })).toHaveLength(1);
});

test('of phrases inside one another the shorter only when it is in many more texts', () => {
  const short = ['2019', '2018', '2017'].map((year) => ({
    text: `Une relation de confiance mutuelle unit la ville ${year === '2019' ? 'et' : 'ou'} le port.`,
    day: `${year}-01-01`,
  }));
  expect(show(french.concat(short))).toContain('relation de confiance mutuelle | 2017-01-01 | 6');
  expect(show(french.concat(short.slice(0, 1)))).not.toContain('relation de confiance mutuelle | 2019-01-01 | 4');
});

test('names and offices are no phrase', () => {
  const text = 'La ministre des Digues Ada Lumen de la Côte a parlé.';
  expect(show([1, 2, 3].map((day) => ({ text, day: `2024-01-0${day}` })))).toEqual([]);
  const arabic = 'استقبل الوزير فلان الفلاني نظيره علان العلاني.';
  const entries = [1, 2, 3].map((day) => ({ text: arabic, day: `2024-01-0${day}`, language: 'ar' }));
  expect(show(entries)).toHaveLength(1);
  expect(show(entries, { names: new Set(['فلان', 'الفلاني', 'علان', 'العلاني']) })).toEqual([]);
});

test('Arabic phrases', () => {
  const entries = ['وأكد الجانبان', 'وشدد الوزيران على', 'وجدد الطرفان'].map((start, index) => ({
    text: `${start} متانة علاقات الصداقة والتعاون القائمة بين الميناءين ${'.'.repeat(index + 1)}`,
    day: `202${index}-01-01`,
    language: 'ar',
  }));
  expect(show(entries)).toEqual(
    ['متانة علاقات الصداقة والتعاون القائمة | 2020-01-01 | 3'].map((line) =>
      line.replace('القائمة |', 'القائمة بين الميناءين |'),
    ),
  );
});

test('every use quotes the phrase, and the order of the texts does not matter', () => {
  const word = fc.constantFrom('port', 'ferry', 'minister', 'river', 'bridge', 'of', 'coast');
  const text = fc.array(word, { maxLength: 14 }).map((words) => ({ text: `${words.join(' ')}.`, language: 'en' }));
  fc.assert(
    fc.property(fc.array(text, { maxLength: 6 }), (entries) => {
      const texts = textsOf(entries);
      const phrases = findRecurringPhrases(texts, { leastTexts: 2 });
      expect(findRecurringPhrases([...texts].reverse(), { leastTexts: 2 })).toEqual(phrases);
      for (const phrase of phrases)
        for (const { articleId, span } of phrase.uses) {
          expect(texts.find(({ id }) => id === articleId)?.text.slice(span.start, span.end)).toBe(phrase.text);
        }
    }),
  );
});
