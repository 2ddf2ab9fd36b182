import type { CountryTag, RecordContext, TaggedSentence } from '../context.ts';

/** "the crisis in ⟨country⟩", "la guerre en": words between the matter and the country. */
const REACH = 5;

const ENDS: ReadonlySet<string> = new Set([',', ';', ':', '(', ')']);

/** A country, or a town in it. */
interface Spot {
  readonly kind?: CountryTag['kind'];
  readonly firstToken: number;
  readonly lastToken: number;
}

/** A country that is only spoken about: "the war in ⟨country⟩", "la situation au ⟨country⟩", "crisis ucraniana". */
export function isMatter(context: RecordContext, tagged: TaggedSentence, country: Spot): boolean {
  const { matters } = tagged.lexicon;
  const { tokens } = context.document;
  let words = 0;
  for (let i = country.firstToken - 1; i >= tagged.sentence.firstToken && words < REACH; i--) {
    const word = tokens[i]?.folded ?? '';
    if (tokens[i]?.kind === 'word') words++;
    if (matters.has(word)) return true;
    if (ENDS.has(word) || tagged.heads.has(i)) return false;
  }
  // English puts the adjective first: "the Ukrainian crisis".
  return (
    country.kind !== undefined &&
    country.kind !== 'name' &&
    tagged.lexicon.pack.portfolioFirst &&
    matters.has(tokens[country.lastToken]?.folded ?? '')
  );
}
