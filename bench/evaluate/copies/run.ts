import { extractArticle } from '../../../src/core/extract/extract-article.ts';
import { type CopyEdge, traceCopies } from '../../../src/core/group/copy-graph.ts';
import { findDispatches } from '../../../src/core/group/dispatches.ts';
import type { CreditedArticle } from '../../../src/core/group/group-article.ts';
import type { Sourced } from '../../../src/core/model/evidence.ts';
import { codeRecord } from '../../../src/core/record/code-record.ts';
import { bodyOf, type PressText } from './press.ts';
import type { Outcome } from './score.ts';

export interface RunOptions {
  /** Read the record of every text, as an archive would. Without it the texts speak alone. */
  readonly record: boolean;
}

export function runCopies(texts: readonly PressText[], options: RunOptions): Outcome & { readonly seconds: number } {
  const articles = texts.map((text) => articleOf(text, options.record));
  const before = process.cpuUsage();
  const { ids, reuses } = findDispatches(articles);
  const { user, system } = process.cpuUsage(before);
  return { texts, ids, reuses, edges: edgesOf(articles, ids), seconds: (user + system) / 1e6 };
}

function edgesOf(articles: readonly CreditedArticle[], ids: ReadonlyMap<string, string>): CopyEdge[] {
  const groups = new Map<string, CreditedArticle[]>();
  for (const article of articles) {
    const id = ids.get(article.id) ?? article.id;
    groups.set(id, [...(groups.get(id) ?? []), article]);
  }
  // The score asks which text was copied; an agency without a page is none.
  return [...groups.values()].flatMap(traceCopies).filter(({ source }) => source !== undefined);
}

export function articleOf(text: PressText, record: boolean): CreditedArticle {
  return {
    id: text.id,
    language: text.language,
    text: bodyOf(text),
    title: text.title,
    published: text.published,
    outlet: sourced(text.outlet),
    ...(text.agency === undefined ? {} : { agency: sourced(text.agency) }),
    ...(record ? { meetings: meetingsOf(text) } : {}),
  };
}

function meetingsOf(text: PressText): NonNullable<CreditedArticle['meetings']> {
  const paragraphs = text.sentences.map((sentence) => `<p>${sentence}</p>`).join('\n');
  const html = `<html lang="${text.language}"><head><meta property="article:published_time" content="${text.published}"></head><body><article><h1>${text.title}</h1>${paragraphs}</article></body></html>`;
  return codeRecord(extractArticle({ text: html }, { id: text.id })).meetings;
}

function sourced(value: string): Sourced<string> {
  return { value, certainty: 1, basis: 'made', spans: [{ start: 0, end: 1 }] };
}
