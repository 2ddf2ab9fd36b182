import { isSpeechInLatinLetters, type LanguageIdentifier } from './detect-language.ts';

/** An answer of the first that nobody needs to check. */
const settled = 0.5;
/** How sure the second must be to overrule an unsure first, and to speak where the first says nothing. */
const overrules = 0.5;
const speaks = 0.4;
/** An answer that stands on one opinion is worth less than what that opinion thinks of itself. */
const alone = 0.6;
/** Fewer words are a name or a place, which belong to no language. */
const fewestWords = 4;

/**
 * Two opinions as one: the first where it is sure or the second agrees, the second where it is surer than an unsure
 * first. Two that agree are as sure as the surer of them. The second is asked only where the first is not sure.
 *
 * @param first - the quick one, which knows when to say nothing
 * @param second - any library behind the same shape
 *
 * @example
 * import { builtinIdentifier, withSecondOpinion } from 'rapporteur';
 *
 * const second = { identify: () => ({ language: 'es', certainty: 0.9 }) };
 * console.log(withSecondOpinion(builtinIdentifier, second).identify('Trump da un mitin en West Virginia').language);
 */
export function withSecondOpinion(first: LanguageIdentifier, second: LanguageIdentifier): LanguageIdentifier {
  return {
    identify: (text) => {
      const one = first.identify(text);
      if (one.certainty >= settled || isSpeechInLatinLetters(text)) return one;
      const other = second.identify(text);
      if (other.language === one.language) {
        return { language: one.language, certainty: Math.max(one.certainty, other.certainty) };
      }
      const silent = one.language === 'und';
      if (other.language === 'und' || other.certainty <= (silent ? speaks : overrules)) return one;
      if (silent && text.trim().split(/\s+/).length < fewestWords) return one;
      return { language: other.language, certainty: Math.round(alone * other.certainty * 100) / 100 };
    },
  };
}
