import { languageIdentifier } from '../../collect/language-identifier.ts';
import { extractArticle } from '../../core/extract/extract-article.ts';
import { createHostMemory, hostLines } from '../../core/extract/host-memory.ts';
import type { OutletProfile } from '../../core/extract/outlet-profile.ts';
import type { Article } from '../../core/model/article.ts';
import type { FeedItem } from '../../core/model/feed.ts';
import type { PageInput } from '../../core/model/page.ts';
import type { ArticleRecord, CountryCode } from '../../core/model/record.ts';
import { codeRecord } from '../../core/record/code-record.ts';
import { packJson } from '../../store/archive/compression.ts';

/** A page with all that is known of it; plain data, since it may be sent to another thread. */
export interface PageToRead {
  readonly id: string;
  readonly page: PageInput;
  /** Lines of other pages of its host, each page's joined by blanks. */
  readonly memory?: readonly string[];
  readonly feed?: FeedItem;
  /** Of its outlet, as far as it is known before the page is read. */
  readonly homeCountry?: CountryCode;
}

export interface CodeToDo {
  readonly article: Article;
  readonly homeCountry?: CountryCode;
}

export async function readArticleOf(
  { id, page, memory, feed, homeCountry }: PageToRead,
  profiles?: readonly OutletProfile[],
) {
  const article = extractArticle(page, {
    id,
    languageIdentifier: await languageIdentifier(),
    ...(memory === undefined ? {} : { hostMemory: createHostMemory(memory.map(linesIn)) }),
    ...(feed === undefined ? {} : { feed }),
    ...(profiles === undefined ? {} : { profiles }),
  });
  const record = codeArticleOf({ article, ...(homeCountry === undefined ? {} : { homeCountry }) });
  const { text: _text, ...rest } = article;
  return {
    article,
    record,
    lines: hostLines(article),
    packed: { article: await packJson(rest), record: await packJson(record) },
  };
}

export function codeArticleOf({ article, homeCountry }: CodeToDo): ArticleRecord {
  return codeRecord(article, homeCountry === undefined ? {} : { homeCountry });
}

function linesIn(text: string): readonly string[] {
  return text === '' ? [] : text.split(' ');
}
