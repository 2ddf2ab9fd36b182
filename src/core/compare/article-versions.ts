import type { Article } from '../model/article.ts';
import { comparedArticle } from './compared-text.ts';

/** One form in which an article was found, whatever changed around its text. */
export interface FoundVersion {
  readonly article: Article;
  /** ISO instant. */
  readonly foundAt: string;
}

/** A form of the text itself: finds that differ only in the page around it are one version. */
export interface TextVersion {
  /** 1 for the first. */
  readonly number: number;
  readonly article: Article;
  /** When it was found first, and last before another one. */
  readonly foundAt: string;
  readonly lastFoundAt: string;
  readonly title: string | undefined;
  /** The headline is another one than in the version before. */
  readonly titleChanged: boolean;
}

/**
 * What an outlet made of its article over time.
 *
 * @param found by the time of the find
 */
export function findTextVersions(found: readonly FoundVersion[]): TextVersion[] {
  const versions: TextVersion[] = [];
  let lastKey: string | undefined;
  for (const { article, foundAt } of found) {
    const key = textKey(article);
    const last = versions.at(-1);
    if (last !== undefined && key === lastKey) {
      versions[versions.length - 1] = { ...last, lastFoundAt: foundAt };
      continue;
    }
    lastKey = key;
    const title = article.title?.value;
    versions.push({
      number: versions.length + 1,
      article,
      foundAt,
      lastFoundAt: foundAt,
      title,
      titleChanged: last !== undefined && plain(last.title ?? '') !== plain(title ?? ''),
    });
  }
  return versions;
}

/** What a reader of the article reads; tickers, counters and spaces are no part of it. */
function textKey(article: Article): string {
  const { text, sentences } = comparedArticle(article);
  return [article.title?.value ?? '', ...sentences.map(({ start, end }) => text.slice(start, end))]
    .map(plain)
    .join('\n');
}

function plain(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim();
}
