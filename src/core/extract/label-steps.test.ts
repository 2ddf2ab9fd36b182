import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { labelSteps } from './label-steps.ts';
import { findPageWord } from './page-word-index.ts';
import { heaviestStretches } from './prose-stretch.ts';

test('every step has a name of its own', () => {
  const names = labelSteps.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
});

test.each([
  ['laissez un commentaire', 3, 'comment'],
  ['lire aussi un phare renove', 5, 'related'],
  ['all rights reserved', 3, 'legal'],
  ['te puede interesar', 3, 'related'],
  ['جميع الحقوق محفوظه', 3, 'legal'],
  ['le ministre a recu son homologue', 6, undefined],
  ['merci pour votre signalement', 4, 'notice'],
  ['l image sera retiree apres plusieurs signalements', 7, 'notice'],
  ['thanks for your report', 4, 'notice'],
  ['this photo will be hidden once several readers have reported it', 11, 'notice'],
  ['la foto se ocultara cuando la denuncien varios lectores', 9, 'notice'],
  ['ستحجب هذه الصوره عندما يبلغ عنها عده قراء', 8, 'notice'],
  ['cette image sera celle d un pays en paix', 9, undefined],
])('page word %s', (folded, words, label) => {
  expect(findPageWord(folded, words)?.label).toBe(label);
});

describe('heaviest stretches', () => {
  test('prose with a short interruption is one stretch, a heavy one parts it', () => {
    expect(heaviestStretches([-1, 5, -2, 6, -1])).toMatchObject([{ from: 1, to: 4, weight: 9 }]);
    expect(heaviestStretches([5, -9, 6])).toMatchObject([
      { from: 0, to: 1, weight: 5 },
      { from: 2, to: 3, weight: 6 },
    ]);
  });

  test('no stretch of any bounds weighs more than the heaviest found', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -9, max: 9 }), { maxLength: 40 }), (values) => {
        let most = 0;
        for (let from = 0; from < values.length; from++) {
          let sum = 0;
          for (let to = from; to < values.length; to++) {
            sum += values[to] as number;
            most = Math.max(most, sum);
          }
        }
        expect(Math.max(0, ...heaviestStretches(values).map(({ weight }) => weight))).toBe(most);
      }),
      { seed: 5 },
    );
  });
});
