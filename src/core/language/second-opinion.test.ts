import { describe, expect, it } from 'vitest';
import type { DetectedLanguage } from '../model/language.ts';
import type { LanguageIdentifier } from './detect-language.ts';
import { withSecondOpinion } from './second-opinion.ts';

type Answer = readonly [language: DetectedLanguage, certainty: number];

function always([language, certainty]: Answer): LanguageIdentifier {
  return { identify: () => ({ language, certainty }) };
}

const words = 'Mairie de Valmont : un mot pour tous';

describe('two opinions', () => {
  const cases: readonly (readonly [why: string, first: Answer, second: Answer, expected: Answer])[] = [
    ['a sure first is not questioned', ['fr', 0.5], ['it', 1], ['fr', 0.5]],
    ['two that agree are as sure as the surer', ['fr', 0.2], ['fr', 0.9], ['fr', 0.9]],
    ['a sure second overrules an unsure first', ['it', 0.4], ['es', 0.8], ['es', 0.48]],
    ['an unsure second does not', ['it', 0.4], ['es', 0.5], ['it', 0.4]],
    ['a second speaks where the first is silent', ['und', 0], ['es', 0.5], ['es', 0.3]],
    ['but not when it hardly knows', ['und', 0], ['es', 0.4], ['und', 0]],
    ['a silent second changes nothing', ['it', 0.2], ['und', 0.9], ['it', 0.2]],
  ];
  it.each(cases)('%s', (_, first, second, [language, certainty]) => {
    expect(withSecondOpinion(always(first), always(second)).identify(words)).toEqual({ language, certainty });
  });

  it('leaves a name of a few words and Arabic speech in Latin letters unknown', () => {
    const both = withSecondOpinion(always(['und', 0]), always(['en', 0.95]));
    expect(both.identify('Ould Bilal Sidi').language).toBe('und');
    expect(both.identify('wach ghadi nmchiw l souk 3la rjlina').language).toBe('und');
  });
});
