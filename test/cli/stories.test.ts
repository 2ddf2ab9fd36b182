import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { decisionSchema } from '../../src/schemas/decision.ts';
import { lexiconSchema, lexiconSummarySchema } from '../../src/schemas/lexicon.ts';
import { openSqliteStore } from '../../src/store/open-store.ts';
import { jsonLines, runCli } from '../helpers/run-cli.ts';
import { createTemporaryFolder } from '../helpers/temporary-folder.ts';

const folder = await createTemporaryFolder();
const data = folder.file('data');
afterAll(() => folder.remove());

const ferry =
  'The ferry between Tarsa and the outer islands sailed again on Friday after three weeks of repairs in the dock. The captain thanked the shipyard of Tarsa, and 120 passengers waited on the quay.';
const bakery =
  'The oldest bakery of Moldin closed its doors after ninety years because flour and power have become too dear. The baker, who is sixty-eight, looks for a buyer for the ovens and the shop.';
const page = (title: string, text: string) => ({
  url: `https://${title.toLowerCase().replaceAll(' ', '-')}.example/news`,
  html: `<html lang="en"><head><title>${title}</title><meta property="article:published_time" content="2024-03-15"></head><body><article><h1>${title}</h1>${text
    .split('. ')
    .map((sentence) => `<p>${sentence}.</p>`)
    .join(
      '',
    )}<p>More about this will be known in the course of the week, said people who live nearby.</p></article></body></html>`,
});
const importPages = async (name: string, ...pages: unknown[]) => {
  const file = folder.file(`${name}.jsonl`);
  writeFileSync(file, pages.map((one) => `${JSON.stringify(one)}\n`).join(''));
  expect((await runCli(['import', file, '--data', data])).code).toBe(0);
};

/** Story by title. */
async function stories(): Promise<ReadonlyMap<string, string | undefined>> {
  const store = await openSqliteStore(`${data}/rapporteur.db`);
  const found = new Map<string, string | undefined>();
  for await (const { article, storyId } of store.articles.each()) found.set(article.title?.value ?? '', storyId);
  await store.close();
  return found;
}
const groups = async () => {
  const byStory = new Map<string, string[]>();
  for (const [title, story] of await stories()) byStory.set(story ?? '', [...(byStory.get(story ?? '') ?? []), title]);
  return [...byStory.values()].map((titles) => titles.sort().join('+')).sort();
};
const edit = (...args: string[]) =>
  runCli(['edit', ...args, '--data', data, '--reason', 'one and the same', '--actor', 'nadia', '--json']);
const made = async (...args: string[]) => {
  const { code, out, err } = await edit(...args);
  expect({ code, err }).toMatchObject({ code: 0 });
  return decisionSchema.parse(jsonLines(out)[0]);
};

beforeAll(async () => {
  mkdirSync(data);
  await importPages('first', page('Ferry sails', ferry), page('Bakery closes', bakery));
}, 60_000);

describe('edit story', () => {
  test('a merge outlives a rebuild and a late report, a later split of it does too, and undo takes both back', async () => {
    const before = await stories();
    const [ferryStory = '', bakeryStory = ''] = [before.get('Ferry sails'), before.get('Bakery closes')];
    expect(ferryStory).not.toBe(bakeryStory);
    const merge = await made('story', 'merge', ferryStory, bakeryStory);
    expect(merge).toMatchObject({
      actor: 'nadia',
      action: { kind: 'story-merge', storyId: ferryStory, intoId: bakeryStory },
      inverse: { kind: 'story-split', storyId: bakeryStory },
    });
    expect(await groups()).toEqual(['Bakery closes+Ferry sails']);
    expect((await runCli(['rebuild', '--data', data])).code).toBe(0);
    await importPages('late', page('Islands reached', ferry.replace('waited', 'had waited')));
    expect(await groups()).toEqual(['Bakery closes+Ferry sails+Islands reached']);

    const [story = ''] = [...(await stories()).values()];
    const store = await openSqliteStore(`${data}/rapporteur.db`);
    const reports = (await store.articles.getStory(story))?.reports ?? [];
    await store.close();
    const late = reports.find(({ title }) => title === 'Islands reached')?.id ?? '';
    const split = await made('story', 'split', story, late);
    expect(split.inverse).toEqual({ kind: 'undo', decisionId: split.id });
    expect(await groups()).toEqual(['Bakery closes+Ferry sails', 'Islands reached']);
    expect((await runCli(['rebuild', '--from', 'group', '--data', data])).code).toBe(0);
    expect(await groups()).toEqual(['Bakery closes+Ferry sails', 'Islands reached']);

    const listed = (await runCli(['edit', 'list', '--data', data])).out;
    expect(listed).toContain(`story merge ${ferryStory} into ${bakeryStory}`);
    expect(listed).toContain('one and the same');
    const [kept = ''] = [(await stories()).get('Ferry sails')];
    expect((await runCli(['edit', 'list', kept, '--data', data])).out).toContain('story split 1 articles');

    await made('undo', split.id);
    await made('undo', merge.id);
    expect(await groups()).toEqual(['Bakery closes', 'Ferry sails+Islands reached']);
  }, 120_000);

  test.each([
    [['story', 'merge', 'FERRY', 'FERRY'], 2, 'Both are the same story'],
    [['story', 'merge', 'FERRY', 'nothing'], 1, 'There is no story'],
    [['story', 'split', 'FERRY', 'nothing'], 1, 'is not an article of this story'],
    [['story', 'dance', 'FERRY'], 2, 'There is no edit'],
    [['story', 'not-same', 'FERRY'], 2, 'story not-same STORY OTHER'],
  ])('%j is refused', async (args, code, sentence) => {
    const ferryStory = (await stories()).get('Ferry sails') ?? '';
    const result = await edit(...args.map((word) => (word === 'FERRY' ? ferryStory : word)));
    expect({ code: result.code, err: result.err }).toMatchObject({ code, err: expect.stringContaining(sentence) });
  });
});

describe('lexicon', () => {
  const sentences = folder.file('sentences.jsonl');
  const pack = folder.file('pack.json');
  const origin = ['--source', 'sentences of our own', '--licence', 'CC0-1.0'];

  test('what is learned says where it is from, is installed, listed and removed', async () => {
    const lines = [
      { language: 'fr', text: 'Le port est ouvert.', english: 'The harbour is open.' },
      { language: 'fr', text: 'Le port est vide.', english: 'The harbour is empty.' },
      { language: 'fr', text: 'Nothing beside it.' },
    ];
    writeFileSync(sentences, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
    const learned = await runCli(['lexicon', 'learn', sentences, ...origin, '--out', pack]);
    expect({ code: learned.code, err: learned.err }).toMatchObject({
      code: 0,
      err: expect.stringContaining('1 lines hold no pair (line 3)'),
    });
    const lexicon = lexiconSchema.parse(JSON.parse(readFileSync(pack, 'utf8')));
    expect(lexicon).toMatchObject({ source: 'sentences of our own', licence: 'CC0-1.0' });
    expect(Object.keys(lexicon.words['fr'] ?? {})).toContain('port');

    expect((await runCli(['lexicon', 'install', pack, '--data', data])).code).toBe(0);
    const [listed] = jsonLines((await runCli(['lexicon', 'list', '--data', data, '--json'])).out);
    expect(lexiconSummarySchema.parse(listed)).toMatchObject({ id: lexicon.id, licence: 'CC0-1.0' });
    expect((await runCli(['lexicon', 'remove', lexicon.id, '--data', data])).code).toBe(0);
    expect((await runCli(['lexicon', 'list', '--data', data, '--json'])).out).toBe('');
    expect((await runCli(['lexicon', 'remove', lexicon.id, '--data', data])).code).toBe(1);
  }, 60_000);

  test.each([
    [['learn', sentences], 2, '--source'],
    [['learn', sentences, '--source', 'ours'], 2, '--licence'],
    [['learn', folder.file('nothing'), ...origin], 3, ''],
    [['install', sentences], 2, 'this is not JSON'],
    [['teach', sentences], 2, 'Write: lexicon'],
  ])('%j is refused', async (args, code, sentence) => {
    const result = await runCli(['lexicon', ...args, '--data', data]);
    expect({ code: result.code, err: result.err }).toMatchObject({ code, err: expect.stringContaining(sentence) });
  });
});
