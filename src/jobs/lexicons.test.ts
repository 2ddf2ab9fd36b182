import { expect, test } from 'vitest';
import { lexiconId } from '../core/group/learn-lexicon.ts';
import { builtinPivot, type LearnedLexicon } from '../core/group/pivot.ts';
import { openSqliteStore } from '../store/open-store.ts';
import { installedLexicons, installedPivot, installLexicon, removeLexicon } from './lexicons.ts';

const pack = (words: LearnedLexicon['words']): LearnedLexicon => ({
  schema: 'rapporteur.lexicon/1',
  id: lexiconId(words),
  pivot: 'en',
  source: 'a list of our own',
  licence: 'CC0-1.0',
  words,
});

test('the newer of two packs is asked first, what ships last; a pack is installed once', async () => {
  const store = await openSqliteStore(':memory:');
  expect((await installedPivot(store)).id).toBe(builtinPivot().id);
  const older = pack({ fr: { port: [['port', 0.5]], quai: [['quay', 1]] } });
  const newer = pack({ fr: { port: [['harbour', 0.9]] } });
  for (const one of [older, newer, newer]) await installLexicon(store, one);
  expect((await installedLexicons(store)).map(({ id }) => id)).toEqual([older.id, newer.id]);
  const pivot = await installedPivot(store);
  expect(pivot.wordsFor('port', 'fr').map(({ word }) => word)).toEqual(['harbour', 'port']);
  expect(pivot.wordsFor('quai', 'fr')).toEqual([{ word: 'quay', weight: 1 }]);
  await removeLexicon(store, older.id);
  expect((await installedPivot(store)).wordsFor('quai', 'fr')).toEqual([]);
  await expect(removeLexicon(store, older.id)).rejects.toMatchObject({ code: 'not-found' });
  await store.close();
});
