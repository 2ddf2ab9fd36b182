import { writeFile } from 'node:fs/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { versionsSchema } from '../../src/schemas/versions.ts';
import { runCli } from '../helpers/run-cli.ts';
import { createTemporaryFolder } from '../helpers/temporary-folder.ts';

const TIME_LIMIT = 60_000;
let folder: Awaited<ReturnType<typeof createTemporaryFolder>>;
beforeEach(async () => {
  folder = await createTemporaryFolder();
});
afterEach(() => folder.remove());

const url = 'https://coast.example/2024/03/01/pilots';
const run = (...args: string[]) => runCli([...args, '--data', folder.file('data')]);

async function find(title: string, until: string, around: string): Promise<void> {
  const html = `<html lang="en"><head><title>${title}</title></head><body><nav><p>${around}</p></nav><article><h1>${title}</h1>
<p>The two harbour masters of Aland and Borland met in the old customs house on Monday morning.</p>
<p>They agreed to share the northern pilot station until ${until}, and to meet again before the winter.</p>
<p>The crews of both pilot boats will train together in the bay every second week from now on.</p></article></body></html>`;
  const file = folder.file('page.json');
  await writeFile(file, JSON.stringify({ url, html }));
  expect((await run('import', file)).code).toBe(0);
}

test(
  'an edited article keeps its id and its versions; what changes around the text is none',
  async () => {
    await find('Harbour masters meet', 'the end of the year', 'Tide table');
    await find('Harbour masters meet', 'the end of the year', 'Ferry timetable');
    await find('Harbour masters agree', 'next summer', 'Ferry timetable');

    const found = await run('versions', url, '--diff', '--json');
    expect([found.err, found.code]).toEqual(['', 0]);
    const { articleId, versions, difference } = versionsSchema.parse(JSON.parse(found.out));
    expect(versions.map(({ number, title, titleChanged }) => [number, title, titleChanged])).toEqual([
      [1, 'Harbour masters meet', false],
      [2, 'Harbour masters agree', true],
    ]);
    expect(difference).toMatchObject({ before: 1, after: 2 });
    expect(difference?.sentences.flatMap(({ runs }) => runs.filter(({ kind }) => kind === 'changed')).length).toBe(2);

    const told = await run('versions', articleId, '--diff', '1', '2');
    expect(told.out).toContain('(headline changed)');
    expect(told.out).toMatch(/\[-the end of the year-\] \{\+next summer\+\}/);
    const rebuilt = await run('rebuild', '--json');
    expect(rebuilt.code).toBe(0);
    expect(JSON.parse((await run('versions', articleId, '--json')).out).versions).toHaveLength(2);

    expect((await run('versions', articleId, '--diff', '1', '9')).code).toBe(2);
    expect((await run('versions', 'nobody')).code).toBe(1);
  },
  TIME_LIMIT,
);
