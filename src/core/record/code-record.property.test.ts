import fc from 'fast-check';
import { expect, test } from 'vitest';
import { articleOf } from '../../../test/helpers/article-of.ts';
import { codeRecord } from './code-record.ts';

/** Sentences that hold everything the coder looks for. */
const SENTENCES = {
  fr: "Le ministre norvégien de l'Intérieur, Nils Berg, a reçu lundi à Oslo son homologue danois, Lars Holm, et ils ont signé un accord.",
  en: 'Norwegian Interior Minister Nils Berg met his Danish counterpart, Lars Holm, in Oslo on Monday, and they signed an agreement.',
  es: 'El ministro noruego del Interior, Nils Berg, recibió el lunes en Oslo a su homólogo danés, Lars Holm, y firmaron un acuerdo.',
  ar: 'استقبل وزير الداخلية النرويجي نيلز بيرغ، يوم الاثنين في أوسلو، نظيره الدنماركي لارس هولم، ووقعا اتفاقية.',
} as const;

/** Characters that the coder reads from the text of an article: the work it does, whatever the machine. */
function readsOf(language: keyof typeof SENTENCES, copies: number): number {
  const article = articleOf({ language, paragraphs: Array(copies).fill(SENTENCES[language]), published: '2024-06-12' });
  let reads = 0;
  const counted = new Proxy(article, {
    get(target, key, receiver) {
      if (key === 'text' || key === 'blocks') reads++;
      return Reflect.get(target, key, receiver);
    },
  });
  codeRecord(counted);
  return reads;
}

test('twice the text is read at most little more than twice as often', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('fr', 'en', 'es', 'ar' as const),
      fc.integer({ min: 10, max: 40 }),
      (language, copies) => {
        expect(readsOf(language, copies * 2)).toBeLessThanOrEqual(readsOf(language, copies) * 2.2 + 10);
      },
    ),
    { numRuns: 8 },
  );
});

test('a record grows with the text, not with its square', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('fr', 'en', 'es', 'ar' as const),
      fc.integer({ min: 5, max: 20 }),
      (language, copies) => {
        const size = (times: number): number => {
          const record = codeRecord(
            articleOf({ language, paragraphs: Array(times).fill(SENTENCES[language]), published: '2024-06-12' }),
          );
          return record.mentions.length + record.claims.flatMap((claim) => claim.mentions).length;
        };
        expect(size(copies * 4)).toBeLessThanOrEqual(size(copies) * 4.4 + 20);
      },
    ),
    { numRuns: 8 },
  );
});
