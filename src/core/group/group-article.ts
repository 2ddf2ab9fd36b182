import type { Article, BlockLabel } from '../model/article.ts';
import type { Sourced } from '../model/evidence.ts';
import type { ArticleRecord, Mention, ReportedMeeting } from '../model/record.ts';

/** What grouping needs to know of an article. */
export interface GroupArticle {
  readonly id: string;
  readonly language: string;
  /** The body alone: what the page around it says would make strangers alike. */
  readonly text: string;
  readonly title?: string;
  /** EDTF of the publication. */
  readonly published?: string;
  readonly meetings?: readonly ReportedMeeting[];
}

/** What tells who copied whom, beside the text. */
export interface CreditedArticle extends GroupArticle {
  /** Who publishes; on an aggregator's page the original outlet. */
  readonly outlet?: Sourced<string>;
  readonly aggregator?: Sourced<string>;
  /** Who is credited with the dispatch. */
  readonly agency?: Sourced<string>;
  /** Of the record: where the text says that it tells a communiqué. */
  readonly mentions?: readonly Mention[];
}

/** Ids before this run: a group keeps the id that most of its articles had. */
export interface GroupOptions {
  readonly previous?: ReadonlyMap<string, string>;
}

const bodyLabels: ReadonlySet<BlockLabel> = new Set<BlockLabel>(['standfirst', 'dateline', 'body']);

/** An article as grouping reads it: its body, its credits, and what its record tells. */
export function creditedArticle(article: Article, record?: ArticleRecord): CreditedArticle {
  const body = article.blocks
    .filter((block) => bodyLabels.has(block.label))
    .map((block) => article.text.slice(block.start, block.end));
  const { outlet, aggregator, agency, title, published } = article;
  return {
    id: article.id,
    language: article.language.value,
    text: body.join('\n'),
    ...(record === undefined ? {} : { meetings: record.meetings, mentions: record.mentions }),
    ...(title === undefined ? {} : { title: title.value }),
    ...(published === undefined ? {} : { published: published.value.edtf }),
    ...(outlet === undefined ? {} : { outlet }),
    ...(aggregator === undefined ? {} : { aggregator }),
    ...(agency === undefined ? {} : { agency }),
  };
}
