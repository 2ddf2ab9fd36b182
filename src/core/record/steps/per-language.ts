import { languagePacks } from '../../languages/packs.ts';
import type { LanguageCode } from '../../model/language.ts';
import { compileMatcher, type Matcher } from '../../text/matcher.ts';

/** Compiles something once a language, on first use: a page in one language pays for one. */
export function perLanguage<T>(build: (language: LanguageCode) => T): (language: LanguageCode) => T {
  const built = new Map<LanguageCode, T>();
  return (language) => {
    let value = built.get(language);
    if (value === undefined) {
      value = build(language);
      built.set(language, value);
    }
    return value;
  };
}

/** Matcher of a list of bare patterns. */
export function phrases(patterns: readonly string[], language: LanguageCode, overlapping = false): Matcher<true> {
  return compileMatcher(
    patterns.map((pattern) => ({ pattern, value: true as const })),
    { clitics: languagePacks[language].clitics, overlapping },
  );
}
