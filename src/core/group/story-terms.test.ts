import { expect, test } from 'vitest';
import { builtinPivot } from './pivot.ts';
import { countTerms } from './story-terms.ts';

const filler = (count: number) =>
  Array.from({ length: count }, (_, at) => `filler${String.fromCharCode(97 + at)}`).join(' ');
const weightOf = (term: string, text: string, title?: string) =>
  countTerms(title, text, 'en', builtinPivot()).words.get(term);

test('the first words of a text count twice', () => {
  expect(weightOf('ferri', 'ferry')).toBe(2);
  expect(weightOf('ferri', `${filler(20)} ferry`)).toBe(2);
  expect(weightOf('ferri', `${filler(20)} ${filler(20)} ferry`)).toBe(1);
});

test('what a headline says counts beside the text', () => {
  const text = `${filler(20)} ${filler(20)} ferry`;
  expect(weightOf('ferri', text, 'ferry')).toBeGreaterThan(2 * (weightOf('ferri', text) ?? 0));
});

test('places of the lead count twice too', () => {
  const share = (text: string) => {
    const { shared } = countTerms(undefined, text, 'en', builtinPivot());
    return [...shared].find(([key]) => key.startsWith('c:'))?.[1] ?? 0;
  };
  expect(share('In Malta')).toBe(2 * share(`${filler(20)} ${filler(20)} in Malta`));
});
