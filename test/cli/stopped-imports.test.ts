import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importReportSchema } from '../../src/schemas/import-report.ts';
import { archivesIn, gazettePage, site } from '../helpers/imported-pages.ts';
import { jsonLines, runCli, startCli } from '../helpers/run-cli.ts';
import { createTemporaryFolder } from '../helpers/temporary-folder.ts';
import { gzipMembers, warcResponse } from '../helpers/warc.ts';

const timeLimit = 120_000;
const folder = await createTemporaryFolder();
afterAll(() => folder.remove());
const { pagesOf } = archivesIn(folder);

describe('an import that is stopped goes on', () => {
  const total = 96;
  beforeAll(() => {
    const records = Array.from({ length: total }, (_, at) =>
      warcResponse(`${site}/many/${at}`, gazettePage(at).replace('</h1>', ` ${at}</h1>`)),
    );
    writeFileSync(folder.file('many.warc.gz'), gzipMembers(records));
    writeFileSync(
      folder.file('many.jsonl.gz'),
      gzipSync(
        records
          .map((_, at) =>
            JSON.stringify({ url: `${site}/many/${at}`, html: gazettePage(at).replace('</h1>', ` ${at}</h1>`) }),
          )
          .join('\n'),
      ),
    );
    mkdirSync(folder.file('many'));
    for (let at = 0; at < total; at += 1)
      writeFileSync(folder.file(`many/${String(at).padStart(3, '0')}.html`), gazettePage(at));
  });

  /** Rows of a table of an archive that another process is writing; none while there is no such table. */
  function rowsIn(data: string, table: string): number {
    const file = join(folder.file(data), 'rapporteur.db');
    if (!existsSync(file)) return 0;
    let database: Database.Database | undefined;
    try {
      database = new Database(file, { readonly: true });
      return (database.prepare(`select count(*) as n from ${table}`).get() as { n: number }).n;
    } catch {
      return 0;
    } finally {
      database?.close();
    }
  }

  /** Starts an import and stops it when some pages are in. */
  async function stop(path: string, data: string, signal: 'SIGINT' | 'SIGKILL') {
    const child = startCli(['import', folder.file(path), '--data', folder.file(data), '--json']);
    let out = '';
    child.stdout.on('data', (text) => {
      out += text;
    });
    const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
    let over = false;
    void ended.then(() => {
      over = true;
    });
    // A stop that is asked for writes down where it was; a kill finds only what was written down before.
    const sign = signal === 'SIGINT' ? 'pages' : 'import_inputs';
    while (!over && rowsIn(data, sign) === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    child.kill(signal);
    return { code: await ended, out };
  }

  test.each([
    ['many.warc.gz', 'SIGKILL'],
    ['many.jsonl.gz', 'SIGINT'],
    ['many', 'SIGKILL'],
  ] as const)(
    '%s after %s',
    async (path, signal) => {
      const data = `stopped-${path}`;
      const { code, out } = await stop(path, data, signal);
      let before = 0;
      if (signal === 'SIGINT') {
        const report = importReportSchema.parse(jsonLines(out)[0]);
        expect({ code, interrupted: report.interrupted }).toEqual({ code: 130, interrupted: true });
        before = report.pages.new + report.pages.failed;
      }
      const report = await runCli(['import', folder.file(path), '--data', folder.file(data), '--json']);
      const second = importReportSchema.parse(jsonLines(report.out)[0]).pages;
      const read = second.new + second.same + second.changed + second.failed;
      expect(second.changed).toBe(0);
      if (signal === 'SIGINT') expect(read + before).toBe(total);
      else expect(read).toBeLessThanOrEqual(total);
      expect(await pagesOf(data)).toHaveLength(total);
      // Nothing is left that could go on: the same command reads everything again.
      const third = await runCli(['import', folder.file(path), '--data', folder.file(data), '--json']);
      expect(importReportSchema.parse(jsonLines(third.out)[0]).pages).toMatchObject({ new: 0, changed: 0 });
    },
    timeLimit,
  );
});
