import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { comparedText } from '../compare/compared-text.ts';
import { createFormulaIndex } from './formula-index.ts';

const formulas = {
  fr: 'les deux responsables se sont félicités de la qualité des relations bilatérales entre les deux ports',
  en: 'the two officials welcomed the excellent quality of the bilateral relations between the two ports',
  es: 'los dos responsables celebraron la excelente calidad de las relaciones bilaterales entre los dos puertos',
  ar: 'أشاد المسؤولان بمستوى العلاقات الثنائية المتميزة التي تجمع الميناءين الصديقين',
} as const;

function indexOf(language: string, texts: readonly string[]) {
  const index = createFormulaIndex();
  for (const text of texts) index.add(comparedText(text, language));
  return index;
}

describe.each(Object.entries(formulas))('%s', (language, formula) => {
  test('what two earlier texts say is formula; what one says is not', () => {
    const text = comparedText(`${formula}.`, language);
    expect(indexOf(language, [formula]).find(text)).toEqual({ spans: [], share: 0 });
    const { spans, share } = indexOf(language, [formula, formula]).find(text);
    expect(spans).toHaveLength(1);
    expect(share).toBe(1);
  });

  test('a text in the index is not its own witness', () => {
    const index = indexOf(language, [formula, formula]);
    expect(index.find(comparedText(formula, language), { included: true }).share).toBe(0);
  });
});

test('a name filled in, another order of clauses and other endings are still formula; news beside it is not', () => {
  const index = indexOf('en', [
    'Both sides reaffirmed their will to strengthen cooperation against smuggling in the strait.',
    'Both sides had reaffirmed the will to strengthen the cooperation against smuggling in the strait.',
  ]);
  const text =
    'Both sides, joined by Ana Marlow, reaffirmed their will to strengthen cooperations against smuggling, while a new lighthouse rises near Tabarka.';
  const { spans } = index.find(comparedText(text, 'en'));
  const found = spans.map(({ start, end }) => text.slice(start, end));
  expect(found).toEqual(['reaffirmed their will to strengthen cooperations against smuggling']);
});

test('figures do not matter', () => {
  const index = indexOf('en', [
    'The fund holds 14 million euros for the coast.',
    'The fund holds 1,500 million euros for the coast.',
  ]);
  expect(index.find(comparedText('The fund holds 3.5 million euros for the coast.', 'en')).share).toBe(1);
});

describe('as a value', () => {
  const word = fc.constantFrom('port', 'ferry', 'minister', 'river', 'bridge', 'fish', 'patrol', 'coast', '14');
  const text = fc.array(word, { maxLength: 12 }).map((words) => comparedText(`${words.join(' ')}.`, 'en'));

  test('adding and removing leaves no trace, and the order does not matter', () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 6 }), fc.array(text, { maxLength: 4 }), (kept, gone) => {
        const index = createFormulaIndex();
        for (const one of [...gone, ...kept]) index.add(one);
        for (const one of gone) index.remove(one);
        const other = createFormulaIndex();
        for (const one of [...kept].reverse()) other.add(one);
        expect(index.size).toBe(kept.length);
        expect(index.serialise()).toEqual(other.serialise());
      }),
    );
  });

  test('comes back from its bytes', () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 6 }), (texts) => {
        const index = createFormulaIndex();
        for (const one of texts) index.add(one);
        const again = createFormulaIndex(index.serialise());
        expect(again.serialise()).toEqual(index.serialise());
        for (const one of texts) expect(again.find(one)).toEqual(index.find(one));
      }),
    );
  });

  test('torn bytes are no index and no exception', () => {
    const bytes = indexOf('en', [formulas.en, formulas.en]).serialise();
    for (let length = 0; length < bytes.length; length++) {
      expect(createFormulaIndex(bytes.slice(0, length)).size).toBe(0);
    }
    fc.assert(fc.property(fc.uint8Array({ maxLength: 40 }), (any) => createFormulaIndex(any).size >= 0));
  });
});
