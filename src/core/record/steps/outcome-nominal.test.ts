import { describe, expect, test } from 'vitest';
import { documentOf, wholeOf } from '../../../../test/helpers/article-of.ts';
import type { LanguageCode } from '../../model/language.ts';
import { findOutcomes } from './outcomes.ts';

const read = (language: LanguageCode, sentence: string) => {
  const document = documentOf({ language, paragraphs: [sentence] });
  return findOutcomes(document, wholeOf(document)).map(({ value }) => `${value.kind}: ${value.text}`);
};

function check(cases: readonly (readonly [LanguageCode, string, readonly string[]])[]): void {
  test.each(cases)('%s: %s', (language, sentence, outcomes) => {
    expect(read(language, sentence)).toEqual(outcomes);
  });
}

describe('a passive tells what was agreed before it', () => {
  check([
    ['en', 'A joint patrol of the lake was agreed on.', ['agreed: A joint patrol of the lake']],
    [
      'en',
      'The continuation of the talks begun in Oslo was decided.',
      ['agreed: The continuation of the talks begun in Oslo'],
    ],
    ['en', 'They recalled the patrol which was agreed on.', []],
    [
      'fr',
      'La poursuite des pourparlers entamés à Oslo a été décidée.',
      ['agreed: La poursuite des pourparlers entamés à Oslo'],
    ],
    ['es', 'La apertura de un puente fue acordada.', ['agreed: La apertura de un puente']],
    ['es', 'Fue acordada la apertura de un puente.', ['agreed: la apertura de un puente']],
  ]);
});

describe('a noun tells of an agreement', () => {
  check([
    ['en', 'Both sides agreed for closer cooperation in forensics.', ['agreed: closer cooperation in forensics']],
    ['en', 'The day brought an agreement to open a bridge.', ['agreed: an agreement to open a bridge']],
    ['fr', 'La journée a livré un accord pour ouvrir un pont.', ['agreed: un accord pour ouvrir un pont']],
    ['es', 'El encuentro dejó el acuerdo de abrir un puente.', ['agreed: el acuerdo de abrir un puente']],
    ['ar', 'وقال البيان إن الاتفاق على فتح خط بحري مهم.', ['agreed: فتح خط بحري مهم']],
  ]);
});

describe('both sides wish talks to go on', () => {
  check([
    [
      'en',
      'The two presidents wish the conversation opened in Oslo to go on.',
      ['agreed: wish the conversation opened in Oslo to go on'],
    ],
    [
      'fr',
      'Les deux chefs d’Etat veulent que se prolongent les discussions d’Oslo.',
      ['agreed: veulent que se prolongent les discussions d’Oslo'],
    ],
    [
      'es',
      'Ambos mandatarios desean continuar las conversaciones de Oslo.',
      ['agreed: desean continuar las conversaciones de Oslo'],
    ],
    ['ar', 'الرئيسان أعربا عن رغبتهما في مواصلة الحوار.', ['agreed: أعربا عن رغبتهما في مواصلة الحوار']],
    // One side alone has agreed nothing.
    ['en', 'Norway wished the conversation opened in Oslo to go on.', []],
  ]);
});
