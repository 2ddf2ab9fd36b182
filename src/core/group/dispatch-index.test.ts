import { expect, test } from 'vitest';
import { createDispatchIndex } from './dispatch-index.ts';
import { dispatchPrint, fingerprintsOfPrint } from './dispatch-print.ts';

/** Words that nothing else holds, so that every run of them is known by where it came from. */
const words = (stem: string, count: number) =>
  Array.from({ length: count }, (_, at) => `${stem}${String.fromCharCode(97 + (at % 26))}${at < 26 ? '' : 'z'}`).join(
    ' ',
  );
const print = (id: string, text: string, language = 'en') =>
  dispatchPrint({ id, language, text, published: '2024-03-05' });

test('what two texts alone share says more than a template that many fill in', () => {
  const template = words('common', 30);
  const index = createDispatchIndex();
  for (let at = 0; at < 20; at++) index.add(print(`t${at}`, `${template} ${words(`other${at}`, 20)}`));
  index.add(print('original', `${words('own', 16)} ${words('rest', 40)}`));
  index.add(print('copy', `${words('own', 16)} ${template}`));
  const candidates = index.candidates('copy');
  const first = (by: 'shared' | 'rarity') => [...candidates].sort((a, b) => b[by] - a[by])[0]?.print.id;
  expect(first('shared')).not.toBe('original');
  expect(first('rarity')).toBe('original');
});

test.each([
  ['ar', true],
  ['en', false],
])('in %s four words between two edits make a fingerprint: %s', (language, shared) => {
  const text = words('كلمه', 40).split(' ');
  const edited = text.map((word, at) => (at % 5 === 4 ? `${word}x` : word));
  // Each has a first sentence of its own: there any two words may be a name.
  const [one, other] = [
    ['بدايه', text],
    ['مقدمه', edited],
  ].map(([lead, list]) => fingerprintsOfPrint(print('a', `${lead}.\n${[list].flat().join(' ')}`, language)));
  expect([...(one ?? [])].some((key) => other?.includes(key))).toBe(shared);
});
