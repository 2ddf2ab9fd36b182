import { writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { failureListSchema } from '../../src/schemas/import-report.ts';
import { archivesIn, gazettePage, site } from '../helpers/imported-pages.ts';
import { jsonLines, runCli } from '../helpers/run-cli.ts';
import { createTemporaryFolder } from '../helpers/temporary-folder.ts';
import { gzipMembers, payloadDigest, warcRecord, warcResponse } from '../helpers/warc.ts';

const timeLimit = 120_000;
const folder = await createTemporaryFolder();
afterAll(() => folder.remove());
const { importJson, pagesOf } = archivesIn(folder);

const failedNames = async (data: string) => {
  const { out } = await runCli(['import', '--failed', '--data', folder.file(data), '--json']);
  return failureListSchema
    .parse(jsonLines(out)[0])
    .failures.map(({ name, problem }) => `${name.replace(`${folder.path}/`, '')} ${problem.code}`);
};

describe('import of a WARC', () => {
  test(
    'takes the pages with address and time of capture, counts the rest, and reads on behind damage',
    async () => {
      const records = [
        warcRecord('warcinfo', {}, 'software: a crawler\r\n'),
        warcRecord('request', { 'WARC-Target-URI': `${site}/1` }, 'GET /1 HTTP/1.1\r\n\r\n'),
        warcResponse(`${site}/1`, gazettePage(1)),
        warcResponse(`${site}/logo.png`, 'PNG', { headers: { 'Content-Type': 'image/png' } }),
        warcResponse(`${site}/old`, '', { status: '301 Moved Permanently', headers: { Location: `${site}/1` } }),
        warcResponse(`${site}/gone`, 'x', { status: '404 Not Found' }),
        warcResponse(`${site}/2`, gzipSync(gazettePage(2)), {
          headers: { 'Content-Encoding': 'gzip' },
          fields: { 'WARC-Date': '2023-06-07T08:09:10Z' },
        }),
      ];
      const packed = gzipMembers(records);
      const broken = gzipSync(warcResponse(`${site}/3`, gazettePage(3)));
      broken[broken.length - 20] = (broken[broken.length - 20] ?? 0) ^ 0xff;
      writeFileSync(
        folder.file('crawl.warc.gz'),
        Buffer.concat([packed, broken, gzipMembers([warcResponse(`${site}/4`, gazettePage(4))])]),
      );
      const report = await importJson([folder.file('crawl.warc.gz')], 'crawl', 1);
      expect(report.pages).toEqual({ new: 3, same: 0, changed: 0, failed: 1 });
      expect(report.skipped).toEqual({ 'other-type': 1, redirect: 1, 'http-status': 1, unchanged: 0, 'no-address': 0 });
      expect(report.failures[0]?.problem).toMatchObject({
        code: 'record-broken',
        detail: expect.stringContaining(`byte ${packed.length}`),
      });
      expect(report.record.added).toBeGreaterThan(0);
      expect((await pagesOf('crawl')).map(({ url, savedAt }) => [url, savedAt])).toEqual([
        [`${site}/1`, '2023-05-04T10:20:30Z'],
        [`${site}/2`, '2023-06-07T08:09:10Z'],
        [`${site}/4`, '2023-05-04T10:20:30Z'],
      ]);
      expect(await failedNames('crawl')).toEqual([expect.stringMatching(/^crawl\.warc\.gz#\d+\+?\d* record-broken$/)]);
    },
    timeLimit,
  );

  test(
    'what failed is tried again: a revisit finds its page when the archive has it',
    async () => {
      const digest = payloadDigest(gazettePage(5));
      const fields = {
        'WARC-Target-URI': `${site}/copy`,
        'WARC-Refers-To-Target-URI': `${site}/5`,
        'WARC-Refers-To-Date': '2023-05-04T10:20:30Z',
        'WARC-Payload-Digest': digest,
      };
      writeFileSync(folder.file('later.warc'), warcRecord('revisit', fields, ''));
      writeFileSync(folder.file('first.warc'), warcResponse(`${site}/5`, gazettePage(5)));
      expect((await importJson([folder.file('later.warc')], 'revisits', 1)).failures[0]?.problem.code).toBe(
        'revisit-unresolved',
      );
      const person = await runCli(['import', '--failed', '--data', folder.file('revisits')]);
      expect(person.out).toContain('later.warc#0: This capture only points to an earlier one');
      expect((await importJson(['--retry-failed'], 'revisits', 1)).pages.failed).toBe(1);
      await importJson([folder.file('first.warc')], 'revisits');
      expect((await importJson(['--retry-failed'], 'revisits')).pages.new).toBe(1);
      expect(await failedNames('revisits')).toEqual([]);
      expect((await pagesOf('revisits')).map(({ url }) => url)).toEqual([`${site}/5`, `${site}/copy`]);
    },
    timeLimit,
  );

  test.each([
    [[], '"import" needs PATH'],
    [['--failed', 'x.html'], 'stand alone'],
  ])('%j is wrong use', async (args, sentence) => {
    const { code, err } = await runCli(['import', ...args, '--data', folder.file('none')]);
    expect([code, err]).toEqual([2, expect.stringContaining(sentence)]);
  });
});
