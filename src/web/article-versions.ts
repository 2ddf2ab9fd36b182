import { findTextVersions, type TextVersion } from '../core/compare/article-versions.ts';
import { compareTexts } from '../core/compare/compare-texts.ts';
import { comparedArticle } from '../core/compare/compared-text.ts';
import { codeRecord } from '../core/record/code-record.ts';
import { publishedText, quoteFrom } from '../schemas/publish.ts';
import type { Store } from '../store/store.ts';
import { type ComparedCopy, comparedRows } from './article-copies.ts';
import { evidenceOrder } from './facts.ts';
import type { PublishedArticle } from './published-article.ts';

/** What an outlet made of one article, as far as it lets its texts be shown. */
export interface ArticleVersions {
  readonly versions: readonly TextVersion[];
  readonly compared?: ComparedCopy & {
    readonly before: TextVersion;
    readonly after: TextVersion;
    /** The later of the two. */
    readonly article: PublishedArticle;
  };
}

export async function readTextVersions(store: Store, articleId: string): Promise<readonly TextVersion[]> {
  const found = await store.keeping.versions(articleId);
  return findTextVersions(
    found.flatMap(({ page, article }) => (article === undefined ? [] : [{ article, foundAt: page.savedAt }])),
  );
}

/**
 * The versions of an article and the difference between two of them.
 * @param asked numbers of the two; the last two when they are not there
 */
export async function readArticleVersions(
  store: Store,
  article: PublishedArticle,
  asked: { readonly from?: string | undefined; readonly to?: string | undefined },
): Promise<ArticleVersions> {
  const versions = await readTextVersions(store, article.stored.article.id);
  const { before, after } = chooseVersions(versions, asked);
  if (before === undefined || after === undefined) return { versions };
  const [earlier, later] = [publishVersion(article, before), publishVersion(article, after)];
  const comparison = compareTexts(comparedArticle(before.article), comparedArticle(after.article));
  const { words } = comparison;
  return {
    versions,
    compared: {
      before,
      after,
      article: later,
      other: earlier,
      rows: comparedRows(comparison.sentences, earlier, later),
      share: words.shared / Math.max(1, Math.min(words.before, words.after)),
    },
  };
}

/** Two versions by their numbers, the earlier one first; the last two when nobody asked for others. */
export function chooseVersions(
  versions: readonly TextVersion[],
  { from, to }: { readonly from?: string | undefined; readonly to?: string | undefined },
): { readonly before: TextVersion | undefined; readonly after: TextVersion | undefined } {
  const find = (number: string | undefined) => versions.find((version) => String(version.number) === number);
  const after = find(to) ?? versions.at(-1);
  const before = find(from) ?? versions.filter((version) => version.number < (after?.number ?? 0)).at(-1);
  if (before === undefined || after === undefined || before === after) return { before: undefined, after: undefined };
  return before.number < after.number ? { before, after } : { before: after, after: before };
}

/** An earlier form may be shown as the present one may: by its outlet's setting, evidence first. */
function publishVersion({ stored, published }: PublishedArticle, version: TextVersion): PublishedArticle {
  const record = codeRecord(version.article);
  const text = publishedText(version.article, published.publish, evidenceOrder(record));
  return {
    stored: { ...stored, article: version.article },
    record,
    published: text,
    quoteOf: quoteFrom(version.article, text),
  };
}
