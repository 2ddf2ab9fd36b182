import { describe, expect, test } from 'vitest';
import { documentOf, wholeOf } from '../../../../test/helpers/article-of.ts';
import type { LanguageCode } from '../../model/language.ts';
import type { TextDocument } from '../../text/document.ts';
import type { Found, Scope } from '../found.ts';
import { findAttribution } from './attribution.ts';
import { findFormats } from './formats.ts';
import { findMechanisms } from './mechanisms.ts';
import { findOrdinals } from './ordinals.ts';
import { findStatements } from './statements.ts';

function read<T>(
  find: (document: TextDocument, scope: Scope) => Found<T>[],
  language: LanguageCode,
  sentence: string,
): T[] {
  const document = documentOf({ language, paragraphs: [sentence] });
  return find(document, wholeOf(document)).map((found) => found.value);
}

describe('attribution', () => {
  test.each<[LanguageCode, string, string, string | undefined]>([
    [
      'fr',
      'Ils ont évoqué les ports, indique un communiqué du ministère de l’Intérieur.',
      'communique',
      'ministère de l’Intérieur',
    ],
    [
      'fr',
      'L’accord est exemplaire, indique le ministère de la Pêche dans un communiqué.',
      'communique',
      'ministère de la Pêche',
    ],
    ['fr', 'Les travaux reprendront, ajoute la même source.', 'source', undefined],
    [
      'en',
      'They discussed ports, according to a statement from the Norwegian Interior Ministry.',
      'statement',
      'Norwegian Interior Ministry',
    ],
    ['en', 'A press release issued by the Presidency said the talks were useful.', 'communique', 'Presidency'],
    [
      'es',
      'Abordaron la pesca, según un comunicado del Ministerio del Interior.',
      'communique',
      'Ministerio del Interior',
    ],
    ['es', 'Los dos se vieron en Lima, informó la Cancillería.', 'statement', 'Cancillería'],
    ['ar', 'وذكر بيان لوزارة الداخلية أن اللقاء كان مثمرا.', 'communique', 'وزارة الداخلية'],
    ['ar', 'وأوضح بيان صادر عن وزارة الصيد أن العمل متواصل.', 'communique', 'وزارة الصيد'],
  ])('%s: %s', (language, sentence, kind, issuer) => {
    const [found] = read(findAttribution, language, sentence);
    expect(found?.kind).toBe(kind);
    expect(found?.issuer).toBe(issuer);
  });

  test('a joint communiqué that was signed is not a source', () => {
    expect(read(findAttribution, 'en', 'The ministers adopted a joint communiqué.')).toEqual([]);
  });
});

describe('statements', () => {
  test.each<[LanguageCode, string, string, boolean, string]>([
    [
      'fr',
      'De son côté, M. Durand a souligné que les ports sont plus sûrs.',
      'Durand',
      false,
      'les ports sont plus sûrs',
    ],
    [
      'fr',
      'Le ministre norvégien a déclaré : « nos ports sont plus sûrs ».',
      'ministre norvégien',
      true,
      'nos ports sont plus sûrs',
    ],
    ['en', 'For his part, Berg stressed that ports are safer.', 'Berg', false, 'ports are safer'],
    ['es', 'Por su parte, Paredes destacó que los puertos son seguros.', 'Paredes', false, 'los puertos son seguros'],
    ['ar', 'من جانبه أكد الوزير النرويجي أن الموانئ آمنة.', 'الوزير النرويجي', false, 'الموانئ آمنة'],
  ])('%s: %s', (language, sentence, speaker, direct, text) => {
    const [found] = read(findStatements, language, sentence);
    expect(found?.speaker).toContain(speaker);
    expect(found?.direct).toBe(direct);
    expect(found?.text).toContain(text);
  });

  test('a paper does not speak', () => {
    expect(read(findStatements, 'en', 'The statement said the talks were useful.')).toEqual([]);
  });
});

describe('formats', () => {
  test.each<[LanguageCode, string, string[]]>([
    [
      'fr',
      'Un entretien en tête-à-tête a été suivi d’une réunion de travail élargie.',
      ['one-on-one', 'enlarged', 'working-meeting'],
    ],
    ['fr', 'Ils se sont parlé par visioconférence.', ['videoconference']],
    ['en', 'They met on the sidelines of the Lisbon Ports Forum, on Monday.', ['sidelines']],
    ['en', 'The two held a telephone conversation.', ['phone']],
    ['es', 'Mantuvieron una reunión de trabajo y una cena oficial.', ['working-meeting', 'working-dinner']],
    ['ar', 'أجرى الوزيران مباحثات هاتفية.', ['phone']],
    ['ar', 'عقد الوزيران جلسة مباحثات موسعة على هامش المؤتمر.', ['enlarged', 'sidelines']],
  ])('%s: %s', (language, sentence, formats) => {
    const found = read(findFormats, language, sentence).map((format) => format.value);
    expect(found).toEqual(expect.arrayContaining(formats));
  });

  test('sidelines keep the event', () => {
    expect(read(findFormats, 'en', 'They met on the sidelines of the Lisbon Ports Forum, on Monday.')).toEqual([
      { value: 'sidelines', event: 'the Lisbon Ports Forum' },
    ]);
  });
});

describe('mechanisms', () => {
  test.each<[LanguageCode, string, string, string?]>([
    ['fr', 'Il a cité le Groupe Portuaire Mixte Permanent (GPMP).', 'Groupe Portuaire Mixte Permanent', 'GPMP'],
    ['en', 'They chaired the third session of the Joint Commission for Fisheries.', 'Joint Commission for Fisheries'],
    ['es', 'Presidieron la Comisión Mixta de Pesca en Lima.', 'Comisión Mixta de Pesca'],
    ['ar', 'ترأس الوزيران أشغال اللجنة العليا المشتركة في أوسلو.', 'اللجنة العليا المشتركة'],
  ])('%s: %s', (language, sentence, name, acronym) => {
    const [found] = read(findMechanisms, language, sentence);
    expect(found?.name).toBe(name);
    expect(found?.acronym).toBe(acronym);
  });

  test('a group still to be created is not a named body', () => {
    expect(read(findMechanisms, 'fr', 'Ils ont décidé de créer un groupe mixte permanent.')).toEqual([]);
  });
});

describe('ordinal claims', () => {
  test.each<[LanguageCode, string, number, string]>([
    ['en', 'It was their seventh meeting since June 2018.', 7, 'since June 2018'],
    ['fr', 'C’est la quatrième rencontre entre eux en moins d’une année.', 4, 'en moins d’une année'],
    ['es', 'Es la tercera reunión de los ministros desde enero.', 3, 'desde enero'],
    ['ar', 'ويعد اللقاء الرابع بين الوزيرين منذ يناير 2021.', 4, 'منذ يناير 2021'],
  ])('%s: %s', (language, sentence, n, since) => {
    expect(read(findOrdinals, language, sentence)).toEqual([{ n, since }]);
  });

  test('a numbered session without a time is none', () => {
    expect(read(findOrdinals, 'en', 'They opened the second session of the commission.')).toEqual([]);
  });
});
