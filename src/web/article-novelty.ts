import { comparedArticle } from '../core/compare/compared-text.ts';
import type { Meeting } from '../core/model/record.ts';
import { findNovelty, type SentenceNovelty } from '../core/novelty/find-novelty.ts';
import { createFormulaIndex } from '../core/novelty/formula-index.ts';
import { noveltyText } from '../core/novelty/novelty-text.ts';
import { pairsOf, readEarlierTexts } from '../store/earlier-texts.ts';
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

/** What an article says for the first time, against the earlier texts of the same countries and people. */
export async function readArticleNovelty(
  store: Store,
  { stored, published }: PublishedArticle,
  meetings: readonly Meeting[],
): Promise<ArticleNovelty> {
  const { article, dispatchId, storyId } = stored;
  const day = article.published?.value.edtf.slice(0, 10) ?? article.notLaterThan?.value;
  const told = meetings.filter((meeting) => !meeting.backgroundOnly);
  const people = told.flatMap(({ sides }) => sides.flatMap((side) => side.participants));
  const earlier = await readEarlierTexts(store, {
    pairs: told.flatMap(({ sides }) => pairsOf(sides.map((side) => side.country))),
    personIds: [...new Set(people.flatMap((one) => (one.capacity === 'delegation' ? [] : (one.personId ?? []))))],
    language: article.language.value,
    ...(day === undefined ? {} : { before: day }),
    besides: {
      articleId: article.id,
      ...(dispatchId === undefined ? {} : { dispatchId }),
      ...(storyId === undefined ? {} : { storyId }),
    },
  });
  const compared = comparedArticle(article);
  const index = createFormulaIndex();
  for (const text of earlier.texts) index.add(text);
  const formula = index.find(compared);
  const novelty = findNovelty(noveltyText(article.id, compared, day === undefined ? {} : { day }), earlier.texts, {
    formula: formula.spans,
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
    formula: formula.share,
    sentences: body
      .filter(isShown)
      .map((one) => ({ novelty: one, note: one.first === undefined ? undefined : ++note })),
    hidden: { count: hidden.length, fresh: hidden.filter(({ kind }) => kind === 'new').length },
    rows: earlier.rows,
  };
}
