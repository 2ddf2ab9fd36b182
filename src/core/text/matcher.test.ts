import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileMatcher, type MatcherOptions } from './matcher.ts';
import { tokenize } from './tokens.ts';

function find(patterns: readonly string[], text: string, options: MatcherOptions = {}): string[] {
  const matcher = compileMatcher(
    patterns.map((pattern) => ({ pattern, value: pattern })),
    options,
  );
  return matcher.find(tokenize(text)).map((match) => text.slice(match.start, match.end));
}

describe('patterns', () => {
  test.each<[string, string, string[]]>([
    ["ministre de l'intérieur", 'Le Ministre de l’Intérieur', ['Ministre de l’Intérieur']],
    ['entreten*', "s'entretenir, entretien, entre", ['entretenir']],
    ['(a|ont) (reçu|rencontré)', 'a reçu puis ont rencontré puis a vu', ['a reçu', 'ont rencontré']],
    ['accord de? pêche', 'accord pêche, accord de pêche', ['accord pêche', 'accord de pêche']],
    [
      'visite (de travail)? officielle',
      'visite officielle et visite de travail officielle',
      ['visite officielle', 'visite de travail officielle'],
    ],
    ['reçoit _ homologue', 'reçoit son homologue, reçoit homologue', ['reçoit son homologue']],
    ['reçu ..3 homologue', 'a reçu, mardi à Rabat, homologue', ['reçu, mardi à Rabat, homologue']],
    ['reçu ..3 homologue', 'a reçu un deux trois quatre homologue', []],
    ['((un|deux) (a|b))? fin', 'deux b fin', ['deux b fin']],
    ['p.m.', 'à 5 p.m. hier', ['p.m.']],
  ])('%s in: %s', (pattern, text, expected) => expect(find([pattern], text)).toEqual(expected));

  test('the longest match wins and none overlaps', () => {
    expect(find(['ministre', 'premier ministre', 'premier'], 'le premier ministre et ministre')).toEqual([
      'premier ministre',
      'ministre',
    ]);
    expect(find(['a b', 'b c'], 'a b c', { overlapping: true })).toEqual(['a b', 'b c']);
    expect(find(['a b', 'b c'], 'a b c')).toEqual(['a b']);
  });

  test('entries of the same span are all reported, in their order', () => {
    const matcher = compileMatcher([
      { pattern: 'mar', value: 1 },
      { pattern: '(mar|lun)', value: 2 },
    ]);
    expect(matcher.find(tokenize('mar')).map((match) => match.value)).toEqual([1, 2]);
  });

  test('Arabic particles and article', () => {
    const forms = 'وزير الوزير والوزير للوزير بوزير فوزير وزيران';
    expect(find(['وزير'], forms, { clitics: true })).toEqual(['وزير', 'الوزير', 'والوزير', 'للوزير', 'بوزير', 'فوزير']);
    expect(find(['وزير'], forms)).toEqual(['وزير']);
    expect(find(['المغرب'], 'للمغرب', { clitics: true })).toEqual(['للمغرب']);
    expect(find(['يوقع*'], 'سيوقعان', { clitics: true })).toEqual(['سيوقعان']);
  });

  test('find keeps to its part of the tokens', () => {
    const tokens = tokenize('a b a b');
    expect(compileMatcher([{ pattern: 'a b', value: 0 }]).find(tokens, 1, 4)).toMatchObject([
      { firstToken: 2, lastToken: 4 },
    ]);
  });

  test.each(['(a', 'a)', '', '(a|b', '..3', '()?'])('a faulty pattern is refused: %s', (pattern) => {
    expect(() => compileMatcher([{ pattern, value: 0 }])).toThrow();
  });

  test('many gaps over a hostile text stay cheap', () => {
    const matcher = compileMatcher([{ pattern: 'a ..6 a ..6 a ..6 a ..6 a ..6 b', value: 0 }]);
    const tokens = tokenize('a '.repeat(20_000));
    const start = performance.now();
    expect(matcher.find(tokens)).toEqual([]);
    expect(performance.now() - start).toBeLessThan(5000);
  });

  test('a pattern finds its own words', () => {
    const words = fc.array(fc.stringMatching(/^[a-zé]{1,8}$/), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(words, (list) => {
        expect(find([list.join(' ')], list.join(' '))).toHaveLength(1);
      }),
    );
  });
});
