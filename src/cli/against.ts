import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Article } from '../core/model/article.ts';
import type { ArticleRecord } from '../core/model/record.ts';
import { nameParts, sameName } from '../core/record/names.ts';
import { RapporteurError } from '../errors.ts';
import { databaseFile } from '../store/open-store.ts';
import { type HeldArticle, readNovelty, scopeOfMeetings } from '../store/read-novelty.ts';
import type { Store } from '../store/store.ts';
import { openArchive } from './archive.ts';
import type { CommandContext } from './command.ts';

export interface OpenedArchive {
  hold(article: Article, record: ArticleRecord): Promise<HeldArticle>;
  close(): Promise<void>;
}

/**
 * Opens the archive that `--against` names, for reading.
 * @throws RapporteurError `file-not-found` when there is none
 */
export async function openAgainst(folder: string, { settings }: CommandContext): Promise<OpenedArchive> {
  if (!existsSync(join(folder, databaseFile))) {
    throw new RapporteurError('file-not-found', `No archive in ${folder}: --against takes a data folder.`);
  }
  const archive = await openArchive({ ...settings, data: folder, databaseUrl: undefined }, { writes: false });
  return {
    hold: (article, record) => holdAgainst(archive.store, article, record),
    close: () => archive.close(),
  };
}

async function holdAgainst(store: Store, article: Article, record: ArticleRecord): Promise<HeldArticle> {
  const told = record.meetings.filter(({ prominence }) => prominence !== 'background');
  const stored = await store.articles.get(article.id);
  return readNovelty(store, article, {
    ...scopeOfMeetings(told),
    personIds: await personIdsOf(store, told),
    besides: {
      articleId: article.id,
      ...(stored?.dispatchId === undefined ? {} : { dispatchId: stored.dispatchId }),
      ...(stored?.storyId === undefined ? {} : { storyId: stored.storyId }),
    },
  });
}

/** People of the archive that the text names in an office. */
async function personIdsOf(store: Store, meetings: ArticleRecord['meetings']): Promise<string[]> {
  const ids = new Set<string>();
  for (const side of meetings.flatMap(({ sides }) => sides)) {
    for (const { name, capacity } of side.participants) {
      if (name === undefined || capacity === 'delegation' || ids.size >= 4) continue;
      const query = { name: name.full, country: side.country, limit: 5 };
      const found = (await store.record.listPeople(query)).items;
      const same = found.find((one) => sameName(nameParts(one.name), nameParts(name.full)));
      if (same !== undefined) ids.add(same.id);
    }
  }
  return [...ids];
}
