import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { spellOut } from './clause.ts';
import { findTerms, parseQuery, type QueryMember } from './parse-query.ts';

function show(member: QueryMember): string {
  switch (member.kind) {
    case 'words':
      return `${member.title ? 'title ' : ''}${member.words.map((word) => word.folded).join(' ')}`;
    case 'days':
      return `${member.first ?? ''}..${member.last ?? ''}`;
    default:
      return `${member.kind}=${member.value}`;
  }
}

const groups = (text: string) => parseQuery(text).groups.map((group) => group.map(show).join(' | '));

describe('parseQuery', () => {
  test.each([
    ['réunion Madrid', ['reunion', 'madrid']],
    ['"accord de pêche" 2024', ['accord de peche', '2024']],
    ['«accord signé»', ['accord signe']],
    ["l'intérieur", ['interieur']],
    ['"the minister’s visit"', ['the minister visit']],
    ['vice-ministre', ['vice', 'ministre']],
    ['"" madrid', ['madrid']],
    ['وزير الخارجية', ['وزير', 'الخارجيه']],
    ['rabat OR madrid pêche', ['rabat | madrid', 'peche']],
    ['rabat OU madrid', ['rabat | madrid']],
    ['الرباط أو مدريد', ['الرباط | مدريد']],
    ['ou va rabat', ['ou', 'va', 'rabat']],
    ['vice-ministre OR roi', ['vice', 'ministre | roi']],
    ['roi OR vice-ministre', ['roi | vice ministre']],
    ['country:ma', ['country=MA']],
    ['country:Morocco pays:Espagne país:Argelia', ['country=MA', 'country=ES', 'country=DZ']],
    ['بلد:المغرب', ['country=MA']],
    ['country:"Saudi Arabia"', ['country=SA']],
    ['country:MA OR rabat', ['country=MA | rabat']],
    ['langue:arabe idioma:francés lang:en لغة:الإسبانية', ['language=ar', 'language=fr', 'language=en', 'language=es']],
    ['topic:migration sujet:frontières موضوع:الطاقة', ['topic=migration', 'topic=border', 'topic=energy']],
    ['topic:organised_crime tema:"crimen organizado"', ['topic=organised_crime', 'topic=organised_crime']],
    ['type:visit tipo:llamada', ['type=visit', 'type=call']],
    ['outlet:alder person:"Petra Quillan"', ['outlet=alder', 'person=Petra Quillan']],
    ['date:2024', ['2024-01-01..2024-12-31']],
    ['date:2024-02', ['2024-02-01..2024-02-29']],
    ['date:2024-05-01..2024-06', ['2024-05-01..2024-06-30']],
    ['from:2024 hasta:2024-05', ['2024-01-01..', '..2024-05-31']],
    ['تاريخ:٢٠٢٤', ['2024-01-01..2024-12-31']],
    ['title:accord titre:"accord de pêche"', ['title accord', 'title accord de peche']],
    ['10:30 https://paper.example/a', ['10', '30', 'https', 'paper', 'example', 'a']],
    ['Maroc - Espagne', ['maroc', 'espagne']],
  ])('%s', (text, expected) => {
    expect(parseQuery(text).problems).toEqual([]);
    expect(groups(text)).toEqual(expected);
  });

  test.each([
    ['rabat -madrid', ['rabat'], ['madrid']],
    ['rabat -"la pêche" -vice-ministre', ['rabat'], ['la peche', 'vice ministre']],
    ['rabat -country:ES −lang:ar', ['rabat'], ['country=ES', 'language=ar']],
  ])('%s leaves out', (text, all, none) => {
    const parsed = parseQuery(text);
    expect([parsed.problems, groups(text), parsed.none.map(show)]).toEqual([[], all, none]);
  });

  test.each([
    ['', 'empty-query', [], undefined],
    ['  ', 'empty-query', [], undefined],
    ['"?!"', 'no-words', [], undefined],
    ['?! -- "', 'no-words', [], undefined],
    ['rabat "madrid la', 'unclosed-quote', ['rabat', 'madrid', 'la'], '"madrid la"'],
    ['mot '.repeat(30), 'query-too-long', Array.from({ length: 24 }, () => 'mot'), undefined],
    ['outlt:alder rabat', 'unknown-field', ['alder', 'rabat'], 'outlet:alder'],
    ['couleur:bleu', 'unknown-field', ['bleu'], undefined],
    ['rabat country:', 'empty-field', ['rabat'], 'country:…'],
    ['rabat country:Ruritania', 'unknown-country', ['rabat'], undefined],
    ['lang:klingon rabat', 'unknown-language', ['rabat'], undefined],
    ['topic:gardening rabat', 'unknown-topic', ['rabat'], undefined],
    ['type:dance rabat', 'unknown-type', ['rabat'], undefined],
    ['rabat date:01/05/2024', 'invalid-date', ['rabat'], 'date:2024-05-01'],
    ['rabat fecha:2024-13', 'invalid-date', ['rabat'], 'fecha:2024'],
    ['rabat date:2025..2024', 'invalid-date', ['rabat'], 'date:2024..2025'],
    ['rabat date:yesterday', 'invalid-date', ['rabat'], 'date:2024-05-01'],
    ['rabat OR', 'lonely-or', ['rabat'], undefined],
    ['OR rabat', 'lonely-or', ['rabat'], undefined],
    ['rabat OR -madrid', 'exclusion-in-choice', ['rabat'], undefined],
    ['-madrid', 'only-exclusions', [], undefined],
  ])('names what is wrong with %j', (text, code, expected, instead) => {
    const { problems } = parseQuery(text);
    expect(problems.map((problem) => [problem.code, problem.instead])).toEqual([[code, instead]]);
    expect(problems[0]?.found).toBe(text.slice(problems[0]?.start, problems[0]?.end));
    expect(groups(text)).toEqual(expected);
  });

  test('tells the place of what is wrong', () => {
    expect(parseQuery('rabat contry:MA').problems).toMatchObject([{ start: 6, end: 15, found: 'contry:MA' }]);
  });

  test('takes any text', () => {
    const pieces = fc.constantFrom('-', '"', 'OR ', 'country:', 'date:', ' ', ':', 'mot', 'وزير', '..', '2024');
    const texts = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 600 }),
      fc.array(pieces, { maxLength: 80 }).map((list) => list.join('')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const { groups: all, none, problems } = parseQuery(text);
        const words = [...all.flat(), ...none].flatMap((member) => (member.kind === 'words' ? member.words : []));
        expect(words.length).toBeLessThanOrEqual(24);
        for (const word of words) expect(word.folded).not.toMatch(/[\0-/:-`{-\x7f]/);
        if (all.length === 0) expect(problems.length).toBeGreaterThan(0);
        for (const { start, end } of problems) expect(start <= end && end <= text.length).toBe(true);
      }),
    );
  });
});

test('terms are those known and the stem in every language, or in one', () => {
  const word = { surface: 'réunions', folded: 'reunions' };
  expect(findTerms(word, new Set(['known']))).toContain('known');
  expect(findTerms(word, undefined)).toContain('reunion');
  expect(findTerms(word, undefined, 'fr')).toEqual(['reunion']);
});

test('phrases are spelled out within the limit, and every place keeps a term', () => {
  const places = Array.from({ length: 6 }, (_, index) => ['a', 'b', 'c', 'd'].map((letter) => `${letter}${index}`));
  const spelled = spellOut({ places });
  expect(spelled.length).toBeLessThanOrEqual(48);
  expect(new Set(spelled.map((phrase) => phrase.length))).toEqual(new Set([6]));
  expect(spellOut({ places: [['x', 'y']] })).toEqual([['x'], ['y']]);
});
