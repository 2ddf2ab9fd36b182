import { languagePacks } from '../languages/packs.ts';
import type { Span } from '../model/evidence.ts';
import type { LanguageCode } from '../model/language.ts';
import { compileMatcher, type Matcher } from '../text/matcher.ts';
import { type Token, tokenize } from '../text/tokens.ts';

/** A written form of a country or place. */
export interface Form<V> {
  readonly text: string;
  readonly value: V;
  /** Arabic: an adjective may take the article, a name may not (`المالي` is not `مالي`). */
  readonly article?: boolean;
}

export interface FormMatch<V> extends Span {
  /** All values that share this form, in the order they were given. */
  readonly values: readonly V[];
  readonly firstToken: number;
  /** Exclusive. */
  readonly lastToken: number;
  /** Arabic: the particles joined to the first word, such as `ب`. */
  readonly particle: string;
}

export interface FormMatcher<V> {
  find(tokens: readonly Token[], from: number, to: number): FormMatch<V>[];
}

interface CompiledForm<V> {
  readonly value: V;
  readonly tokens: readonly Token[];
  readonly article: boolean;
}

/**
 * Compiles forms for one language. Longest match first; capitals of a form must be capitals in the text. A form may use
 * `stem*`, then only its words are compared.
 */
export function compileForms<V>(forms: readonly Form<V>[], language: LanguageCode): FormMatcher<V> {
  const entries = forms.map((form) => ({
    pattern: form.text,
    value: { value: form.value, tokens: tokenize(form.text), article: form.article === true },
  }));
  const matcher: Matcher<CompiledForm<V>> = compileMatcher(entries, {
    clitics: languagePacks[language].clitics,
    overlapping: true,
  });
  return {
    find: (tokens, from, to) => {
      const found: FormMatch<V>[] = [];
      let end = from;
      for (const match of matcher.find(tokens, from, to)) {
        const last = found.at(-1);
        const same = last !== undefined && last.firstToken === match.firstToken && last.lastToken === match.lastToken;
        if (match.firstToken < end && !same) continue;
        const particle = particleOf(match.value, tokens, match.firstToken);
        if (particle === undefined) continue;
        if (same) {
          if (last.values.includes(match.value.value)) continue;
          found[found.length - 1] = { ...last, values: [...last.values, match.value.value] };
        } else {
          const { start, firstToken, lastToken } = match;
          found.push({ values: [match.value.value], start, end: match.end, firstToken, lastToken, particle });
          end = lastToken;
        }
      }
      return found;
    },
  };
}

/** Checks capitals, inner words and Arabic particles; the particle found, or `undefined` when the form is not there. */
function particleOf<V>(form: CompiledForm<V>, tokens: readonly Token[], at: number): string | undefined {
  const stem = form.tokens.some((token) => token.folded === '*');
  if (stem) return '';
  for (const [index, expected] of form.tokens.entries()) {
    const token = tokens[at + index];
    if (token === undefined) return undefined;
    if (expected.upper && !token.upper) return undefined;
    if (expected.capitals && !token.capitals) return undefined;
    if (index > 0 && token.folded !== expected.folded) return undefined;
  }
  return particleBefore(tokens[at]?.folded ?? '', form.tokens[0]?.folded ?? '', form.article);
}

const PARTICLE = /^[وف]?[بلك]?$/;
const PARTICLE_AND_ARTICLE = /^[وف]?(?:[بلك]?(?:ال)?|لل)$/;

function particleBefore(word: string, form: string, article: boolean): string | undefined {
  if (word === form) return '';
  if (word.endsWith(form)) {
    const prefix = word.slice(0, word.length - form.length);
    if ((article ? PARTICLE_AND_ARTICLE : PARTICLE).test(prefix)) return prefix;
  }
  // `للمغرب` is ل + المغرب
  if (form.startsWith('ال') && word.endsWith(form.slice(2))) {
    const prefix = word.slice(0, word.length - form.length + 2);
    if (/^[وف]?لل$/.test(prefix)) return prefix.slice(0, -1);
  }
  return undefined;
}

/** Splits a cell of the tables; `weak` for forms written with `~`. */
export function readCell(cell: string): { readonly text: string; readonly weak: boolean }[] {
  return cell
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => ({ text: part.replace(/^~/, ''), weak: part.startsWith('~') }));
}
