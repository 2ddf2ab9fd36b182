import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitSentences } from './sentences.ts';

function split(language: string, text: string): string[] {
  return splitSentences(text, 0, text.length, language).map((span) => text.slice(span.start, span.end));
}

/** Sentences are parted by ` | ` in the expectation. */
describe('sentences', () => {
  test.each([
    ['fr', 'M. Dupont a reçu S.E. Mme Durand. | Il a salué MM. Martin et Petit.'],
    ['fr', 'Le Dr. Petit et Mgr. Blanc sont là. | Le p. 5 et art. 3 aussi.'],
    ['fr', "L'accord date de 2022. | Ce texte vaut 3.5 milliards sur Webook.com ou aux U.S.A. et ailleurs."],
    ['fr', '« Nous avançons. », a-t-il dit. | « Merci ! » | Le ministre est parti.'],
    ['fr', 'Rabat, 12 janv. (AGENCE) - Le ministre a reçu J. Martin. | Fin.'],
    ['fr', 'Est-ce possible ? | Oui… | Non... | Peut-être... un jour.'],
    ['fr', '1. Le premier point. | 2. Le second.'],
    ['en', 'H.E. Mr. Jones met Gen. Smith at 5 p.m. on Sept. 24 in the U.S. Embassy. | He left the U.S. | The end.'],
    ['en', 'He said: “We agreed.” | Then George W. Bush left.'],
    ['en', 'It cost No. 5 and Inc. partners 3.5 million. | "Good!" he said.'],
    ['es', 'El Sr. Pérez y la Sra. D. Ana viajaron a EE.UU. | El ministro se quedó. | ¿Por qué? | ¡Así es!'],
    ['es', 'Bogotá, 28 sep (EFE).- El canciller habló. | Después calló.'],
    ['ar', 'استقبل د. سالم الوفد. | وأكد أ. كريم ذلك؟ | نعم! | انتهى.'],
    ['ar', 'قال الوزير؛ ثم غادر. | أعلنت و.م.ع الخبر.'],
    ['und', 'Mr. X met M. Y. in Rabat. | Fin.'],
  ])('%s: %s', (language, marked) => {
    expect(split(language, marked.replaceAll(' | ', ' '))).toEqual(marked.split(' | '));
  });

  test('a missing space after a full stop', () => {
    expect(split('fr', 'Il est venu en 2022.Ce fut bref.Le ministre est parti.')).toEqual([
      'Il est venu en 2022.',
      'Ce fut bref.',
      'Le ministre est parti.',
    ]);
    expect(split('ar', 'استقبل الوزير ضيفه.وأكد البيان ذلك.')).toEqual(['استقبل الوزير ضيفه.', 'وأكد البيان ذلك.']);
    for (const whole of ['Voir Webook.com ici', 'aux U.S.A demain', 'node.Js et site.Com', 'M.Petit']) {
      expect(split('fr', whole)).toEqual([whole]);
    }
  });

  test('line ends part sentences, wrapped lines do not', () => {
    expect(split('fr', 'Un titre\nLe ministre a reçu\nson homologue.\n\nFin')).toEqual([
      'Un titre',
      'Le ministre a reçu\nson homologue.',
      'Fin',
    ]);
  });

  const anyText = fc.string({
    unit: fc.constantFrom(...'aAéM.…!?؟،"»«)( \n\r\u00a03بو’\'-', 'M. ', 'S.E. ', 'U.S. ', '\n\n', '. '),
    maxLength: 80,
  });

  test('hold every character that is no white space, in order and trimmed', () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom('fr', 'en', 'es', 'ar', 'und'), (text, language) => {
        let last = 0;
        for (const span of splitSentences(text, 0, text.length, language)) {
          expect(text.slice(last, span.start).trim()).toBe('');
          const sentence = text.slice(span.start, span.end);
          expect(sentence.trim()).toBe(sentence);
          expect(sentence).not.toBe('');
          last = span.end;
        }
        expect(text.slice(last).trim()).toBe('');
      }),
      { numRuns: 1500 },
    );
  });

  test('hostile runs stay quick', () => {
    for (const run of ['. ', '\r', '\n', '."', '.(', '… ', 'M. ', 'a.A']) {
      const text = run.repeat(100_000);
      const start = performance.now();
      splitSentences(text, 0, text.length, 'fr');
      expect(performance.now() - start).toBeLessThan(3000);
    }
  });
});
