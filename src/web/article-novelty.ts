import type { Meeting } from '../core/model/record.ts';
import type { SentenceNovelty } from '../core/novelty/find-novelty.ts';
import { readNovelty, scopeOfMeetings } from '../store/read-novelty.ts';
import type { ArticleRow, Store } from '../store/store.ts';
import type { PublishedArticle } from './published-article.ts';

/** A sentence that the page shows, with the number of its note when it was said before. */
export interface ShownSentence {
  readonly novelty: SentenceNovelty;
  readonly note: number | undefined;
}

export interface ArticleNovelty {
  readonly earlier: number;
  /** Shares of the words of the content, 0 to 1. */
  readonly saidBefore: number;
  readonly formula: number;
  readonly sentences: readonly ShownSentence[];
  /** Sentences that the outlet does not allow to show, and how many of them are new. */
  readonly hidden: { readonly count: number; readonly fresh: number };
  readonly rows: ReadonlyMap<string, ArticleRow>;
}

/** What an article says for the first time, against every earlier text of the same countries, people and bodies. */
export async function readArticleNovelty(
  store: Store,
  { stored, published }: PublishedArticle,
  meetings: readonly Meeting[],
): Promise<ArticleNovelty> {
  const { article, dispatchId, storyId } = stored;
  const told = meetings.filter((meeting) => !meeting.backgroundOnly);
  const people = told.flatMap(({ sides }) => sides.flatMap((side) => side.participants));
  const { novelty, formula, rows } = await readNovelty(store, article, {
    ...scopeOfMeetings(told),
    personIds: [...new Set(people.flatMap((one) => (one.capacity === 'delegation' ? [] : (one.personId ?? []))))],
    besides: {
      articleId: article.id,
      ...(dispatchId === undefined ? {} : { dispatchId }),
      ...(storyId === undefined ? {} : { storyId }),
    },
  });

  const body = novelty.sentences.filter(({ start }) =>
    article.blocks.some(
      (block) => (block.label === 'body' || block.label === 'dateline') && block.start <= start && start < block.end,
    ),
  );
  const isShown = ({ start, end }: SentenceNovelty) =>
    published.pieces.some((piece) => piece.start <= start && end <= piece.end);
  const hidden = body.filter((sentence) => !isShown(sentence));
  let note = 0;
  return {
    earlier: novelty.earlier,
    saidBefore: novelty.saidBefore,
    formula,
    sentences: body
      .filter(isShown)
      .map((one) => ({ novelty: one, note: one.first === undefined ? undefined : ++note })),
    hidden: { count: hidden.length, fresh: hidden.filter(({ kind }) => kind === 'new').length },
    rows,
  };
}
