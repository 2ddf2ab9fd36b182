import type { ModerationWords } from '../../languages/moderation-words.ts';
import { allPacks } from '../../languages/packs.ts';
import type { Span } from '../../model/evidence.ts';
import { compileMatcher, type Matcher } from '../../text/matcher.ts';
import { tokenize } from '../../text/tokens.ts';

const matchers = new Map<keyof ModerationWords, readonly Matcher<true>[]>();

/** Words of a kind, of every language: people write in one language and insult in another. */
export function findModerationWords(text: string, kind: keyof ModerationWords): readonly Span[] {
  let all = matchers.get(kind);
  if (all === undefined) {
    all = allPacks.map(({ moderation, clitics }) =>
      compileMatcher(
        moderation[kind].map((pattern) => ({ pattern, value: true as const })),
        { clitics },
      ),
    );
    matchers.set(kind, all);
  }
  const tokens = tokenize(text);
  return all
    .flatMap((matcher) => matcher.find(tokens).map(({ start, end }) => ({ start, end })))
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .filter((span, at, spans) => spans.slice(0, at).every(({ end }) => end <= span.start));
}
