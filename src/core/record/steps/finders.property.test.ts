import fc from 'fast-check';
import { expect, test } from 'vitest';
import { documentOf, wholeOf } from '../../../../test/helpers/article-of.ts';
import type { LanguageCode } from '../../model/language.ts';
import type { TextDocument } from '../../text/document.ts';
import type { Found, Scope } from '../found.ts';
import { findAttribution } from './attribution.ts';
import { findFormats } from './formats.ts';
import { findMechanisms } from './mechanisms.ts';
import { findOrdinals } from './ordinals.ts';
import { findOutcomes } from './outcomes.ts';
import { findStatements } from './statements.ts';
import { findTopics } from './topics.ts';

const finders: readonly ((document: TextDocument, scope: Scope) => Found<unknown>[])[] = [
  findTopics,
  findOutcomes,
  findStatements,
  findAttribution,
  findFormats,
  findMechanisms,
  findOrdinals,
];

/** Words that the lists know, so that random texts meet the rules. */
const WORDS: Readonly<Record<LanguageCode, string>> = {
  fr: 'les deux ministres ont convenu de signé un accord la création d’ groupe mixte n’ pas aucun selon communiqué du ministère Intérieur terrorisme en marge Quatrième rencontre depuis 2019 , . « » : M. Durand a souligné que',
  en: 'the two ministers agreed to signed it an agreement establish a joint group none not according statement from Ministry trade on sidelines of fourth meeting since 2019 , . “ ” : Berg said that for his part',
  es: 'los ministros acordaron firmaron un acuerdo crear grupo mixto no según comunicado del Ministerio comercio al margen de la cuarta reunión desde 2019 , . « » : Paredes destacó que por su parte',
  pt: 'os ministros acordaram assinaram um acordo criar grupo misto não segundo comunicado do Ministério comércio à margem da quarta reunião desde 2019 , . « » : Moreira destacou que por sua vez',
  ar: 'اتفق الوزيران على وقعا مذكرتي تفاهم إنشاء لجنة مشتركة لم وفق بيان لوزارة الداخلية الإرهاب على هامش اللقاء الرابع منذ 2019 ، . « » : أكد الوزير أن من جانبه',
};

const text = fc
  .constantFrom<LanguageCode>('fr', 'en', 'es', 'pt', 'ar')
  .chain((language) =>
    fc.tuple(fc.constant(language), fc.array(fc.constantFrom(...WORDS[language].split(' ')), { maxLength: 80 })),
  );

test('what a finder returns lies inside its sentence, and inside the scope', () => {
  fc.assert(
    fc.property(text, fc.nat(3), ([language, words], from) => {
      const document = documentOf({ language, title: words.slice(0, 8).join(' '), paragraphs: [words.join(' '), 'x'] });
      const scope = { fromSentence: from, toSentence: document.sentences.length };
      for (const find of finders) {
        for (const found of find(document, scope)) {
          expect(found.sentence).toBeGreaterThanOrEqual(from);
          expect(found.end).toBeGreaterThan(found.start);
          const sentence = document.sentences[found.sentence];
          // "signed it" reaches back to the paper of the sentence before.
          const before = find === findOutcomes ? document.sentences[found.sentence - 1] : undefined;
          expect(found.start).toBeGreaterThanOrEqual((before ?? sentence)?.start ?? Number.NaN);
          expect(found.end).toBeLessThanOrEqual(sentence?.end ?? Number.NaN);
        }
      }
    }),
    { numRuns: 150 },
  );
});

test('texts of outcomes and statements are slices of the canonical text', () => {
  fc.assert(
    fc.property(text, ([language, words]) => {
      const document = documentOf({ language, paragraphs: [words.join(' ')] });
      for (const { value } of findOutcomes(document, wholeOf(document))) {
        expect(document.text.slice(value.textStart, value.textEnd)).toBe(value.text);
      }
      for (const { value } of findStatements(document, wholeOf(document))) {
        expect(document.text).toContain(value.text);
        expect(document.text.slice(value.speakerStart, value.speakerEnd)).toBe(value.speaker);
      }
    }),
    { numRuns: 150 },
  );
});
