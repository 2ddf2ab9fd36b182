import type { Token } from '../../../text/tokens.ts';
import type { TaggedSentence } from '../../context.ts';

/** Words between "side" and the one who leads it: "was led by", "في أعمال الدورة،". */
const SIDE_REACH = 10;

/** The verb may stand before the side: "ترأس الجانب …". */
const LEAD_REACH = 3;

/**
 * "The Peruvian delegation was led by X", "ترأس الجانب القطري … X": who leads a side is of its country. The country
 * stands right beside the word for the side.
 */
export function countryOfSide(tagged: TaggedSentence, tokens: readonly Token[], first: number): string | undefined {
  const { lexicon } = tagged;
  for (let i = first - 1; i >= Math.max(tagged.sentence.firstToken, first - SIDE_REACH); i--) {
    if (!lexicon.sideNouns.has(tokens[i]?.folded ?? '')) continue;
    const country = tagged.countries.find(
      (spot) =>
        (spot.kind === 'demonym' && (spot.firstToken === i + 1 || spot.lastToken === i)) ||
        (spot.kind === 'name' && spot.firstToken > i && spot.firstToken <= i + 2) ||
        (spot.kind === 'name' && spot.lastToken === i && lexicon.pack.portfolioFirst),
    );
    if (country === undefined) return undefined;
    // "led by", or only "by" where the verb was said of the other side.
    const leads = tagged.words.some(
      (word) =>
        (word.value === 'leads' || word.value === 'by') && word.firstToken >= i - LEAD_REACH && word.lastToken <= first,
    );
    return leads ? country.code : undefined;
  }
  return undefined;
}
