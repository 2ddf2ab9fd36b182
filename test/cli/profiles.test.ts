import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readingSchema } from '../../src/schemas/reading.ts';
import { meetingPage } from '../helpers/pages.ts';
import { jsonLines, runCli } from '../helpers/run-cli.ts';
import { createTemporaryFolder } from '../helpers/temporary-folder.ts';

const folder = await createTemporaryFolder();
afterAll(() => folder.remove());
const out = folder.file('profiles.json');
const page = JSON.stringify({
  url: 'https://www.gazette.example/1',
  html: meetingPage()
    .replace('<p>Une nouvelle', '<p class="next">Une nouvelle')
    .replace('<article>', '<article id="a">'),
});

beforeAll(async () => {
  mkdirSync(folder.file('rules'));
  writeFileSync(
    folder.file('rules/gazette.example.txt'),
    "body: //article[@id='a']\nstrip: //p[@class='next']\ntidy: no\n",
  );
  writeFileSync(folder.file('rules/other.example.txt'), '# empty\nnext_page_link: //a[1]\n');
  writeFileSync(folder.file('rules/README.md'), 'not a rule file');
});

test('a folder of rules becomes a file of profiles; what is not translated is named with its line', async () => {
  const { code, err } = await runCli(['profiles', 'import', folder.file('rules'), '--out', out]);
  expect(code).toBe(0);
  expect(err).toContain('gazette.example.txt:3: has no meaning here: tidy: no');
  expect(err).toContain('other.example.txt:2: no profile can say this: next_page_link');
  expect(err).toContain('1 profiles, 1 files without one, 2 lines not translated');
  expect(JSON.parse(readFileSync(out, 'utf8'))).toHaveLength(1);
});

test('read uses the file, and so does import when it lies in the data folder', async () => {
  const read = await runCli(['read', '-', '--profile', out, '--json'], { input: page });
  expect(readingSchema.parse(jsonLines(read.out)[0]).article.body).not.toContain('Une nouvelle');
  expect(read.code).toBe(0);
  const data = folder.file('data');
  mkdirSync(data);
  writeFileSync(folder.file('data/profiles.json'), readFileSync(out, 'utf8'));
  const known = await runCli(['read', '-', '--data', data, '--json'], { input: page });
  expect(readingSchema.parse(jsonLines(known.out)[0])).toEqual(readingSchema.parse(jsonLines(read.out)[0]));
  const unknown = await runCli(['read', '-', '--data', folder.file('none'), '--json'], { input: page });
  expect(readingSchema.parse(jsonLines(unknown.out)[0]).article.body).toContain('Une nouvelle');
  expect((await runCli(['import', '-', '--data', data], { input: page })).code).toBe(0);
  const { out: found } = await runCli(['search', 'gestion des flux migratoires', '--data', data, '--json']);
  expect(found).toContain('Rabat');
  const { out: gone } = await runCli(['search', '"Une nouvelle réunion doit se tenir"', '--data', data, '--json']);
  expect(gone).not.toContain('Rabat');
});

test('a profiles.json that is wrong stops the import before anything is written', async () => {
  const data = folder.file('wrong');
  mkdirSync(data);
  writeFileSync(folder.file('wrong/profiles.json'), '[{"name": "x"}]');
  const { code, err } = await runCli(['import', '-', '--data', data], { input: page });
  expect(code).toBe(2);
  expect(err).toContain('[0].hosts: missing; write a list');
});

test.each([
  [['profiles', 'export', 'x'], 2],
  [['profiles', 'import', 'gone.txt'], 3],
])('%j', async (args, expected) => {
  const { code, err } = await runCli(args);
  expect(code).toBe(expected);
  expect(err).not.toMatch(/\bat .*:\d+:\d+/);
});
