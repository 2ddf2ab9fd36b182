import type { TopicLexicon } from '../../languages/record-lexicons.ts';
import type { LanguageCode } from '../../model/language.ts';
import type { Matcher } from '../../text/matcher.ts';
import type { Token } from '../../text/tokens.ts';
import { phrases } from './per-language.ts';

/** A range of tokens, end exclusive. */
export interface TokenSpan {
  readonly firstToken: number;
  readonly lastToken: number;
}

const NOTHING: Matcher<true> = { find: () => [] };

/**
 * Finds offices with their portfolios ("ministre norvégien de la Défense et du Commerce") so that their words are not
 * taken for topics. Between head and genitive one adjective may stand; the portfolio runs on as long as its words do.
 */
export function officeSpans(
  lexicon: TopicLexicon,
  language: LanguageCode,
): (tokens: readonly Token[], from: number, to: number) => readonly TokenSpan[] {
  const heads = phrases(lexicon.officeHeads, language);
  const genitives = lexicon.genitives.length === 0 ? NOTHING : phrases(lexicon.genitives, language);
  const inside = phrases([...lexicon.genitives, ...lexicon.officeJoins, ...lexicon.portfolios], language);
  const portfolios = phrases(lexicon.portfolios, language);
  const is = (matcher: Matcher<true>, tokens: readonly Token[], at: number, to: number): boolean =>
    at < to && matcher.find(tokens, at, at + 1).length > 0;

  return (tokens, from, to) => {
    const spans: TokenSpan[] = [];
    for (const head of heads.find(tokens, from, to)) {
      let at = head.lastToken;
      if (lexicon.genitives.length > 0) {
        if (!is(genitives, tokens, at, to)) at++;
        // "sud-africain"
        if (tokens[at]?.folded === '-') at += 2;
        if (!is(genitives, tokens, at, to)) continue;
      }
      let last = at;
      for (let i = at; i < to; i++) {
        if (is(portfolios, tokens, i, to)) last = i + 1;
        else if (!is(inside, tokens, i, to) && tokens[i]?.folded !== ',' && tokens[i]?.folded !== '-') break;
      }
      if (last > at) spans.push({ firstToken: head.firstToken, lastToken: last });
    }
    return spans;
  };
}
