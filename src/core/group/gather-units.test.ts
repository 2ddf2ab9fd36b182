import { expect, test } from 'vitest';
import { gatherUnits } from './gather-units.ts';
import type { StoryPrint, TermList } from './story-print.ts';
import { unitOf } from './story-unit.ts';
import { createFrequencies } from './term-frequencies.ts';

/** Terms from the strongest on. */
const terms = (ids: readonly number[]): TermList => ({ ids, weights: ids.map((_, at) => 3 - at / 100) });
const range = (from: number, count: number) => Array.from({ length: count }, (_, at) => from + at);
const print = (id: string, language: string, shared: readonly number[]): StoryPrint => ({
  id,
  language,
  from: 0,
  to: 24,
  words: terms(range(language === 'fr' ? 1000 : 2000, 40)),
  shared: terms(shared),
});
const gathered = (prints: readonly StoryPrint[]): string[] => {
  const frequencies = createFrequencies();
  frequencies.add(prints);
  const units = prints.map((one) => unitOf(one.id, [one], frequencies, { tags: new Set(), meetings: new Set() }));
  return gatherUnits(units)
    .map((unit) =>
      unit.prints
        .map(({ id }) => id)
        .sort()
        .join(' '),
    )
    .sort();
};
const others = range(0, 20).map((at) => print(`o${at}`, 'es', range(5000 + at * 50, 20)));

test('texts in two languages meet in terms that are the strongest of neither', () => {
  const common = range(100, 12);
  const french = print('a', 'fr', [...range(200, 15), ...common]);
  const english = print('b', 'en', [...range(300, 15), ...common]);
  expect(gathered([french, english, ...others])[0]).toBe('a b');
});

test('a few terms in common are no story', () => {
  const french = print('a', 'fr', [100, ...range(200, 40)]);
  const english = print('b', 'en', [100, ...range(300, 40)]);
  expect(gathered([french, english, ...others])).toContain('a');
});
