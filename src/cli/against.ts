import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { comparedArticle } from '../core/compare/compared-text.ts';
import type { Article } from '../core/model/article.ts';
import type { ArticleRecord } from '../core/model/record.ts';
import { findNovelty, type Novelty } from '../core/novelty/find-novelty.ts';
import { createFormulaIndex } from '../core/novelty/formula-index.ts';
import { noveltyText } from '../core/novelty/novelty-text.ts';
import { nameParts, sameName } from '../core/record/names.ts';
import { RapporteurError } from '../errors.ts';
import { pairsOf, readEarlierTexts } from '../store/earlier-texts.ts';
import { databaseFile } from '../store/open-store.ts';
import type { ArticleRow, Store } from '../store/store.ts';
import { openArchive } from './archive.ts';
import type { CommandContext } from './command.ts';

/** An article held against an archive. */
export interface HeldAgainst {
  readonly novelty: Novelty;
  /** Share of its words that is formula, 0 to 1. */
  readonly formula: number;
  readonly rows: ReadonlyMap<string, ArticleRow>;
}

export interface OpenedArchive {
  hold(article: Article, record: ArticleRecord): Promise<HeldAgainst>;
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

async function holdAgainst(store: Store, article: Article, record: ArticleRecord): Promise<HeldAgainst> {
  const told = record.meetings.filter(({ prominence }) => prominence !== 'background');
  const day = article.published?.value.edtf.slice(0, 10) ?? article.notLaterThan?.value;
  const stored = await store.articles.get(article.id);
  const earlier = await readEarlierTexts(store, {
    pairs: told.flatMap(({ sides }) => pairsOf(sides.map((side) => side.country))),
    personIds: await personIdsOf(store, told),
    language: article.language.value,
    ...(day === undefined ? {} : { before: day }),
    besides: {
      articleId: article.id,
      ...(stored?.dispatchId === undefined ? {} : { dispatchId: stored.dispatchId }),
      ...(stored?.storyId === undefined ? {} : { storyId: stored.storyId }),
    },
  });
  const compared = comparedArticle(article);
  const index = createFormulaIndex();
  for (const text of earlier.texts) index.add(text);
  const formula = index.find(compared);
  return {
    novelty: findNovelty(noveltyText(article.id, compared, day === undefined ? {} : { day }), earlier.texts, {
      formula: formula.spans,
    }),
    formula: formula.share,
    rows: earlier.rows,
  };
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
