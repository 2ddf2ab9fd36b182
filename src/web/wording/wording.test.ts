import { describe, expect, test } from 'vitest';
import type { Meeting, Participant, Side, When } from '../../core/model/record.ts';
import { decisionActionSchema } from '../../schemas/decision.ts';
import {
  basisSchema,
  capacitySchema,
  type fieldStateNameSchema,
  frameRelationSchema,
  meetingStatusSchema,
  meetingTypeSchema,
  outcomeKindSchema,
  precisionSchema,
  prominenceSchema,
  publishSchema,
  strengthSchema,
  topicSchema,
} from '../../schemas/vocabulary.ts';
import { type InterfaceLanguage, interfaceLanguages, openTranslator } from '../i18n.ts';
import { certaintyWords } from './certainty.ts';
import { dayText } from './days.ts';
import { meetingSentence, whenText } from './meeting-sentence.ts';
import { inPlace, placeText } from './places.ts';
import { roleText } from './roles.ts';

describe('every code of the model has words in every language', () => {
  const codes: Readonly<Record<string, readonly string[]>> = {
    status: meetingStatusSchema.options,
    type: meetingTypeSchema.options,
    topic: topicSchema.options,
    outcome: outcomeKindSchema.options,
    strength: strengthSchema.options,
    basis: basisSchema.options,
    precision: precisionSchema.options,
    prominence: prominenceSchema.options,
    capacity: capacitySchema.options,
    frame: frameRelationSchema.options,
    shown: publishSchema.options,
    publish: publishSchema.options,
    sentence: meetingTypeSchema.options,
    'sentence.status': meetingStatusSchema.options.filter((status) => status !== 'held'),
    when: precisionSchema.options,
    decision: decisionActionSchema.options.map((option) => option.shape.kind.value),
    'search.facet': ['outlet', 'language', 'country', 'person', 'topic', 'type', 'month', 'title'],
  };
  test.each(Object.entries(codes))('%s', (prefix, values) => {
    for (const language of interfaceLanguages) {
      const tr = openTranslator(language);
      expect(values.filter((value) => tr.maybe(`${prefix}.${value}`, anyArguments) === undefined)).toEqual([]);
    }
  });
});
const anyArguments = { day: 'd', parties: 'p', tail: '', status: 's', noun: 'n', count: 1 };

describe('dayText', () => {
  test.each([
    ['2024-01-19', 'fr', '19 janvier 2024'],
    ['2024-01-19', 'en', '19 January 2024'],
    ['2024-01-19', 'es', '19 de enero de 2024'],
    ['2024-01-19', 'ar', '19 يناير 2024'],
    ['2024-01-19T23:30:00-05:00', 'fr', '19 janvier 2024'],
    ['2022-04', 'fr', 'avril 2022'],
    ['2022', 'es', '2022'],
    ['2024-02-01/2024-02-02', 'en', '1–2 February 2024'],
    ['2024-02-02/2024-02-01', 'en', '2 February 2024'],
    ['2024-02-01/..', 'en', '1 February 2024'],
    ['soon', 'fr', undefined],
    ['', 'fr', undefined],
  ] as const)('%s in %s is %s', (edtf, language, expected) => {
    // The spaces around the dash are a matter of the ICU release.
    expect(dayText(edtf, openTranslator(language))?.replace(/\s*–\s*/, '–')).toBe(expected);
  });
});

describe('whenText', () => {
  const when = (more: Partial<When>): When => ({ precision: 'unknown', basis: 'explicit', mentions: [], ...more });
  test.each([
    [when({}), 'day unknown'],
    [when({ notLaterThan: '2018-04-26' }), 'day unknown, no later than 26 April 2018'],
    [when({ weekday: 0 }), 'a Monday, day unknown'],
    [when({ edtf: '2024-01-19', precision: 'day' }), '19 January 2024'],
  ])('%o', (value, expected) => {
    expect(whenText(value, openTranslator('en'))).toBe(expected);
  });
});

describe('places', () => {
  test.each([
    ['Cairo', 'Le Caire', 'EG', 'fr', 'au Caire'],
    ['Algiers', 'Alger', 'DZ', 'fr', 'à Alger'],
    ['Algiers', 'Alger', 'DZ', 'ar', 'في الجزائر العاصمة'],
    [undefined, 'تركيا', 'TR', 'fr', '(Turquie)'],
    [undefined, 'Villeneuve', 'FR', 'es', 'en Villeneuve'],
  ] as const)('%s %s %s in %s: %s', (place, surface, country, language, expected) => {
    const where = {
      surface,
      country,
      basis: 'explicit' as const,
      mentions: [],
      ...(place === undefined ? {} : { place }),
    };
    expect(inPlace(where, openTranslator(language))).toBe(expected);
  });

  test('a city with the name of its country is said once', () => {
    const where = {
      place: 'Luxembourg',
      surface: 'Luxembourg',
      country: 'LU',
      basis: 'explicit',
      mentions: [],
    } as const;
    expect(placeText(where, openTranslator('fr'))).toBe('Luxembourg');
  });
});

describe('roles', () => {
  const texts = (roleCode: string, written = 'as written') =>
    interfaceLanguages.map((language) => roleText({ roleCode, roleText: written }, openTranslator(language)));
  test('are said in the language of the interface', () => {
    expect(texts('minister:interior')).toEqual([
      'ministre de l’Intérieur',
      'interior minister',
      'ministro del Interior',
      'وزير الداخلية',
    ]);
    expect(texts('king')).toEqual(['roi', 'king', 'rey', 'ملك']);
  });
  test('are shown as written when the code is not known here', () => {
    expect(texts('minister:tides', 'ministre des Marées')).toEqual(Array(4).fill('ministre des Marées'));
    expect(texts('keeper', 'gardien')).toEqual(Array(4).fill('gardien'));
  });
});

describe('meetingSentence', () => {
  const person = (name: string): Participant => ({
    name: { surface: name, full: name, lang: 'fr', script: 'latin' },
    roleCode: 'minister:interior',
    roleText: 'ministre',
    capacity: 'principal',
    mentions: [],
  });
  const side = (country: string, participants: readonly Participant[], more: Partial<Side> = {}): Side => ({
    country,
    basis: 'explicit',
    participants,
    ...more,
  });
  const meeting = (more: Partial<Meeting>) =>
    ({
      type: 'meeting',
      status: 'held',
      sides: [side('ES', [person('Ada Lumen')]), side('MA', [])],
      when: { precision: 'unknown', basis: 'explicit', mentions: [] },
      ...more,
    }) as const;
  const say = (value: ReturnType<typeof meeting>, language: InterfaceLanguage) =>
    meetingSentence(value, new Map(), openTranslator(language)).replace(/[\u2068\u2069]/g, '');

  test('names a person by the office when there is no name', () => {
    const { name: _, ...unnamed } = person('x');
    expect(say(meeting({ sides: [side('ES', [unnamed]), side('MA', [])] }), 'fr')).toBe(
      'Rencontre entre ministre de l’Intérieur (Espagne) et Maroc',
    );
  });

  test('says first what did not take place', () => {
    expect(say(meeting({ status: 'postponed' }), 'fr')).toBe(
      'Report\u00a0: rencontre entre Ada Lumen (Espagne) et Maroc',
    );
    expect(say(meeting({ status: 'planned' }), 'ar')).toContain('مرتقب: لقاء بين');
  });

  test('a visit has a visitor and a host', () => {
    const sides = [side('ES', [person('Ada Lumen')], { visitor: true }), side('MA', [], { host: true })];
    expect(say(meeting({ type: 'visit', sides }), 'en')).toBe('Visit by Ada Lumen (Spain); host country: Morocco');
  });

  test('names with hostile characters stay inside their isolate', () => {
    const sentence = meetingSentence(
      meeting({ sides: [side('ES', [person('A\u202eb\u2069c')]), side('MA', [])] }),
      new Map(),
      openTranslator('en'),
    );
    expect(sentence).toBe('Meeting between \u2068Abc\u2069 (Spain) and Morocco');
  });
});

describe('certainty', () => {
  const tr = openTranslator('en');
  const state = (
    independentSources: number,
    certainty: number,
    name: (typeof fieldStateNameSchema.options)[number],
  ) => ({
    independentSources,
    certainty,
    state: name,
  });
  test.each([
    [state(2, 0.99, 'agreed'), 'explicit', 'sure', 'stated by 2 independent sources'],
    [state(1, 0.9, 'single'), 'explicit', 'sure', 'stated by one source'],
    [state(1, 0.5, 'single'), 'explicit', 'weak', 'hinted at by one source'],
    [state(1, 0.8, 'single'), 'weekday', 'some', 'inferred from the weekday, one source'],
    [state(1, 0.5, 'single'), 'inferred-home', 'weak', 'inferred from the home country of the outlet, one source'],
    [state(3, 0.7, 'conflict'), 'explicit', 'conflict', 'sources differ'],
    [state(1, 1, 'editor'), undefined, 'editor', 'set by an editor'],
  ] as const)('%o', (value, basis, level, text) => {
    expect(certaintyWords(value, basis, tr)).toEqual({ level, text });
  });
});
