import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { findProfile } from '../core/extract/profiles/find-profile.ts';
import type { Article } from '../core/model/article.ts';
import type { ArticleRecord } from '../core/model/record.ts';
import { codeRecord } from '../core/record/code-record.ts';
import { RapporteurError } from '../errors.ts';
import { failureOf } from '../messages/errors.ts';
import { databaseFile } from '../store/open-store.ts';
import { openArchive } from './archive.ts';
import { collectPages, decodePage, isAddress } from './collect-pages.ts';
import type { CommandContext } from './command.ts';
import { readWithProfile } from './profile-choice.ts';

/** One article, from wherever it was asked for. */
export interface ReadArticle {
  /** As it was asked for. */
  readonly name: string;
  readonly article: Article;
  readonly record: ArticleRecord;
  readonly outlet?: string;
  readonly dispatchId?: string;
}

/**
 * Reads a file, an address or an article of the archive.
 * @throws RapporteurError `file-not-found`, `not-found`, or the problem that left nothing to read
 */
export async function readOneArticle(arg: string, context: CommandContext): Promise<ReadArticle> {
  if (!isAddress(arg) && arg !== '-' && !existsSync(arg)) {
    const stored = await readStored(arg, context);
    if (stored !== undefined) return stored;
    throw new RapporteurError('file-not-found', `Neither a file nor an article of the archive: ${arg}.`);
  }
  for await (const found of collectPages([arg], context)) {
    if (found.kind === 'failure') throw new RapporteurError(found.code, found.detail ?? `Page: ${found.name}.`);
    const { article, profile } = await readWithProfile(decodePage(found, context), undefined);
    const fatal = failureOf(article.problems);
    if (fatal !== undefined) throw new RapporteurError(fatal.code, `Page: ${found.name}.`);
    const homeCountry = article.aggregator === undefined ? profile?.homeCountry : undefined;
    const record = codeRecord(article, homeCountry === undefined ? {} : { homeCountry });
    const outlet = findProfile(article.url)?.name;
    return { name: found.name, article, record, ...(outlet === undefined ? {} : { outlet }) };
  }
  throw new RapporteurError('file-not-found', `No page in ${arg}.`);
}

async function readStored(id: string, { settings }: CommandContext): Promise<ReadArticle | undefined> {
  // Asking must not make a folder.
  if (settings.databaseUrl === undefined && !existsSync(join(settings.data, databaseFile))) return undefined;
  const archive = await openArchive(settings, { writes: false });
  try {
    const stored = await archive.store.articles.get(id);
    if (stored === undefined) return undefined;
    const { article, outlet, dispatchId } = stored;
    return {
      name: id,
      article,
      record: (await archive.store.record.getRecord(id)) ?? codeRecord(article),
      ...(outlet === undefined ? {} : { outlet: outlet.name }),
      ...(dispatchId === undefined ? {} : { dispatchId }),
    };
  } finally {
    await archive.close();
  }
}
