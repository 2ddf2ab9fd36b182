import type { CountryCode } from '../model/record.ts';
import { foldWord } from '../text/normalise.ts';
import type { CountryForm } from './countries.ts';
import type { Form } from './forms.ts';

/** Halves of compound adjectives that are written as one word. */
export interface CompoundParts {
  readonly prefixes: ReadonlyMap<string, CountryCode>;
  readonly demonyms: ReadonlyMap<string, CountryCode>;
  readonly shortest: number;
  readonly longest: number;
}

export function compoundParts(forms: readonly Form<CountryForm>[]): CompoundParts {
  const prefixes = new Map<string, CountryCode>();
  const demonyms = new Map<string, CountryCode>();
  for (const { text, value } of forms) {
    const folded = foldWord(text);
    if (!/^\p{L}{3,}$/u.test(folded)) continue;
    if (value.kind === 'prefix') prefixes.set(folded, value.code);
    // `hispanoamericano`, `italoamericano` are peoples, not pairs.
    if (value.kind === 'demonym' && !/^american|^americain/.test(folded)) demonyms.set(folded, value.code);
  }
  const lengths = [...prefixes.keys()].map((prefix) => prefix.length);
  return { prefixes, demonyms, shortest: Math.min(...lengths), longest: Math.max(...lengths) };
}

/** Reads `hispanomarroqui` as two countries; `at` is the length of the first half. */
export function splitCompound(
  folded: string,
  parts: CompoundParts,
): { readonly first: CountryCode; readonly second: CountryCode; readonly at: number } | undefined {
  for (let at = parts.shortest; at <= parts.longest && at < folded.length - 3; at++) {
    const first = parts.prefixes.get(folded.slice(0, at));
    if (first === undefined) continue;
    const second = parts.demonyms.get(folded.slice(at));
    if (second !== undefined && second !== first) return { first, second, at };
  }
  return undefined;
}
