import { createHash } from 'node:crypto';
import { createReadStream, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WARCParser } from 'warcio';
import { openPromise } from 'yauzl';
import { type ArchivePage, archiveLineSchema } from '../../src/schemas/archive-pages.ts';
import { failureListSchema, importReportSchema } from '../../src/schemas/import-report.ts';
import { pagesExportReportSchema } from '../../src/schemas/operations.ts';
import { meetingPage } from '../helpers/pages.ts';
import { jsonLines, runCli, startCli } from '../helpers/run-cli.ts';
import { createTemporaryFolder } from '../helpers/temporary-folder.ts';
import { gzipMembers, payloadDigest, warcRecord, warcResponse } from '../helpers/warc.ts';

const timeLimit = 120_000;
const folder = await createTemporaryFolder();
afterAll(() => folder.remove());

const site = 'https://gazette.example';
const countries = ['espagnol', 'italien', 'portugais'] as const;
const page = (at: number) =>
  meetingPage({
    country: countries[at % 3] ?? 'espagnol',
    visitor: `${['Paolo', 'Rui', 'Esteban', 'Marco', 'Luis'][at % 5]} ${['Verdini', 'Salgado', 'Roldán', 'Castelli'][at % 4]}`,
    day: `2024-0${1 + (at % 9)}-1${at % 10}`,
  });

async function importJson(args: readonly string[], data: string, code = 0) {
  const result = await runCli(['import', ...args, '--data', folder.file(data), '--json']);
  expect({ code: result.code, err: result.err }).toEqual({ code, err: '' });
  return importReportSchema.parse(jsonLines(result.out)[0]);
}

async function exportOf(data: string, ...args: string[]) {
  const { code, out } = await runCli(['export', ...args, '--data', folder.file(data)]);
  expect(code).toBe(0);
  return out;
}

/** Every version of every page, as the archive exports it. */
async function pagesOf(data: string): Promise<readonly ArchivePage[]> {
  const lines = jsonLines(await exportOf(data, '--format', 'pages')).map((line) => archiveLineSchema.parse(line));
  return lines.flatMap((line) => (line.kind === 'page' ? [line.page] : []));
}

const identityOf = ({ articleId, version, hash, savedAt }: ArchivePage) => `${articleId} ${version} ${hash} ${savedAt}`;
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
        warcResponse(`${site}/1`, page(1)),
        warcResponse(`${site}/logo.png`, 'PNG', { headers: { 'Content-Type': 'image/png' } }),
        warcResponse(`${site}/old`, '', { status: '301 Moved Permanently', headers: { Location: `${site}/1` } }),
        warcResponse(`${site}/gone`, 'x', { status: '404 Not Found' }),
        warcResponse(`${site}/2`, gzipSync(page(2)), {
          headers: { 'Content-Encoding': 'gzip' },
          fields: { 'WARC-Date': '2023-06-07T08:09:10Z' },
        }),
      ];
      const packed = gzipMembers(records);
      const broken = gzipSync(warcResponse(`${site}/3`, page(3)));
      broken[broken.length - 20] = (broken[broken.length - 20] ?? 0) ^ 0xff;
      writeFileSync(
        folder.file('crawl.warc.gz'),
        Buffer.concat([packed, broken, gzipMembers([warcResponse(`${site}/4`, page(4))])]),
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
      const digest = payloadDigest(page(5));
      const fields = {
        'WARC-Target-URI': `${site}/copy`,
        'WARC-Refers-To-Target-URI': `${site}/5`,
        'WARC-Refers-To-Date': '2023-05-04T10:20:30Z',
        'WARC-Payload-Digest': digest,
      };
      writeFileSync(folder.file('later.warc'), warcRecord('revisit', fields, ''));
      writeFileSync(folder.file('first.warc'), warcResponse(`${site}/5`, page(5)));
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

describe('an import that is stopped goes on', () => {
  const total = 96;
  beforeAll(() => {
    const records = Array.from({ length: total }, (_, at) =>
      warcResponse(`${site}/many/${at}`, page(at).replace('</h1>', ` ${at}</h1>`)),
    );
    writeFileSync(folder.file('many.warc.gz'), gzipMembers(records));
    writeFileSync(
      folder.file('many.jsonl.gz'),
      gzipSync(
        records
          .map((_, at) => JSON.stringify({ url: `${site}/many/${at}`, html: page(at).replace('</h1>', ` ${at}</h1>`) }))
          .join('\n'),
      ),
    );
    mkdirSync(folder.file('many'));
    for (let at = 0; at < total; at += 1)
      writeFileSync(folder.file(`many/${String(at).padStart(3, '0')}.html`), page(at));
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

describe('export of pages', () => {
  const source = 'exported';
  beforeAll(async () => {
    mkdirSync(folder.file('press'));
    writeFileSync(folder.file('press/one.html'), page(1));
    writeFileSync(
      folder.file('press/two.txt'),
      'Rabat, le 15 mars 2024\n\nUn texte sans adresse, tel quel.\n'.repeat(5),
    );
    // Latin-1: these bytes are no UTF-8.
    writeFileSync(folder.file('press/latin.html'), Buffer.from(page(3).replace('utf-8', 'iso-8859-1'), 'latin1'));
    writeFileSync(
      folder.file('web.warc'),
      Buffer.concat([
        warcResponse(`${site}/a`, page(7)),
        warcResponse(`${site}/b`, page(7), { fields: { 'WARC-Date': '2023-05-05T00:00:00Z' } }),
        warcResponse(`${site}/c`, page(8)),
        warcResponse(`${site}/c`, page(11), { fields: { 'WARC-Date': '2023-07-01T00:00:00Z' } }),
      ]),
    );
    for (const path of ['press', 'web.warc'])
      await runCli(['import', folder.file(path), '--data', folder.file(source)]);
    const [meeting] = jsonLines(await exportOf(source));
    const edit = ['--data', folder.file(source), '--reason', 'the ministry says so', '--actor', 'nadia', '--json'];
    const { out } = await runCli(['edit', 'correct', String(meeting?.['id']), 'when', '2024-03-14', ...edit]);
    await runCli(['edit', 'correct', String(meeting?.['id']), 'where', 'Tanger', ...edit]);
    await runCli(['edit', 'undo', String(jsonLines(out)[0]?.['id']), ...edit]);
  }, timeLimit);

  test.each(['pages', 'warc', 'wacz'])(
    '%s: another archive has the same pages, meetings and decisions',
    async (format) => {
      const file = folder.file(`out.${{ pages: 'jsonl', warc: 'warc.gz', wacz: 'wacz' }[format]}`);
      const { code, err } = await runCli([
        'export',
        '--format',
        format,
        '--out',
        file,
        '--data',
        folder.file(source),
        '--json',
      ]);
      expect(code).toBe(0);
      expect(pagesExportReportSchema.parse(jsonLines(err)[0])).toMatchObject({
        pages: 7,
        leftOut: { withdrawn: 0, unpublished: 0 },
      });
      const again = folder.file(`again-${format}`);
      await runCli(['export', '--format', format, '--out', again, '--data', folder.file(source)]);
      if (format !== 'warc') expect(readFileSync(again).equals(readFileSync(file))).toBe(true);
      const report = await runCli(['import', file, '--data', folder.file(`copy-${format}`), '--json']);
      expect(importReportSchema.parse(jsonLines(report.out)[0])).toMatchObject({
        importedDecisions: format === 'warc' ? 'none' : 'taken',
      });
      const before = await pagesOf(source);
      const after = await pagesOf(`copy-${format}`);
      expect(before).toHaveLength(7);
      expect(after.map(identityOf)).toEqual(before.map(identityOf));
      expect(
        after.map(({ url, name, contentType, format: kind }) => [url, url ? '' : name, contentType, kind]),
      ).toEqual(before.map(({ url, name, contentType, format: kind }) => [url, url ? '' : name, contentType, kind]));
      // A WARC holds pages only: what an editor said stays behind.
      if (format === 'warc') return;
      expect(await exportOf(`copy-${format}`)).toBe(await exportOf(source));
      const decisions = async (data: string) => (await runCli(['edit', 'list', '--data', folder.file(data)])).out;
      expect(await decisions(`copy-${format}`)).toBe(await decisions(source));
      const twice = await importJson([file], `copy-${format}`, report.code ?? 0);
      expect([twice.pages.new, twice.pages.changed, twice.importedDecisions]).toEqual([0, 0, 'same']);
    },
    timeLimit,
  );

  test('an independent reader finds every record whole, with its digests', async () => {
    const types: string[] = [];
    for await (const record of new WARCParser(createReadStream(folder.file('out.warc.gz')))) {
      types.push(record.warcType);
      const payload = await record.readFully(false);
      if (record.warcType === 'warcinfo' || record.warcType === 'revisit') continue;
      expect(record.warcPayloadDigest).toBe(`sha256:${createHash('sha256').update(payload).digest('hex')}`);
      expect(record.warcHeader('WARC-Record-ID')).toMatch(/^<urn:uuid:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}>$/);
    }
    expect(types.sort()).toEqual(
      ['resource', 'resource', 'resource', 'response', 'response', 'response', 'revisit', 'warcinfo'].sort(),
    );
  });

  test('the index of a WACZ leads to each record, and its description holds every hash', async () => {
    const zip = await openPromise(folder.file('out.wacz'), { autoClose: false });
    const files = new Map<string, Buffer>();
    for await (const entry of zip.eachEntry()) {
      const parts: Buffer[] = [];
      for await (const part of await zip.openReadStreamPromise(entry)) parts.push(part as Buffer);
      files.set(entry.fileName, Buffer.concat(parts));
      if (entry.fileName.startsWith('archive/')) expect(entry.compressionMethod).toBe(0);
    }
    zip.close();
    const sha256 = (name: string) =>
      `sha256:${createHash('sha256')
        .update(files.get(name) ?? '')
        .digest('hex')}`;
    const description = JSON.parse(String(files.get('datapackage.json')));
    expect(description).toMatchObject({ profile: 'data-package', wacz_version: '1.1.1' });
    expect(description.resources.map(({ path }: { path: string }) => path).sort()).toEqual(
      [...files.keys()].filter((name) => !name.startsWith('datapackage')).sort(),
    );
    for (const { path, hash, bytes } of description.resources) {
      expect([path, hash, bytes]).toEqual([path, sha256(path), files.get(path)?.length]);
    }
    expect(JSON.parse(String(files.get('datapackage-digest.json')))).toEqual({
      path: 'datapackage.json',
      hash: sha256('datapackage.json'),
    });
    const index = String(files.get('indexes/index.cdx')).trimEnd().split('\n');
    expect(index).toEqual([...index].sort());
    expect(index).toHaveLength(7);
    for (const line of index) {
      const { url, offset, length, filename, mime } = JSON.parse(line.slice(line.indexOf('{')));
      const warc = files.get(`archive/${filename}`) ?? Buffer.alloc(0);
      const record = gunzipSync(warc.subarray(Number(offset), Number(offset) + Number(length))).toString();
      expect(record).toContain(`WARC-Target-URI: ${url}\r\n`);
      if (mime === 'warc/revisit') expect(record).toContain(`WARC-Refers-To-Target-URI: ${site}/a\r\n`);
    }
    const [head, ...listed] = jsonLines(String(files.get('pages/pages.jsonl')));
    expect(head).toMatchObject({ format: 'json-pages-1.0' });
    expect(listed.map(({ url, ts }) => [url, ts])).toContainEqual([`${site}/b`, '2023-05-05T00:00:00Z']);
  });

  test(
    'a WACZ that was changed says so, and what is whole in it is read',
    async () => {
      const changed = readFileSync(folder.file('out.wacz'));
      const at = changed.indexOf('archive/data-0001.warc.gz') + 25 + 200;
      changed[at] = (changed[at] ?? 0) ^ 0xff;
      writeFileSync(folder.file('changed.wacz'), changed);
      const { out } = await runCli(['import', folder.file('changed.wacz'), '--data', folder.file('changed'), '--json']);
      const report = importReportSchema.parse(jsonLines(out)[0]);
      expect(report.failures[0]?.problem).toMatchObject({
        code: 'wacz-damaged',
        detail: expect.stringContaining('the file was changed or damaged'),
      });
      expect(report.pages.new).toBeGreaterThan(0);
    },
    timeLimit,
  );

  test(
    'with filters only the reports of those meetings; --published only what may be shown in full',
    async () => {
      const lines = jsonLines(await exportOf(source, '--format', 'pages', '--pair', 'ES-MA'));
      expect(lines.length).toBeGreaterThan(1);
      expect(lines.length).toBeLessThan(8);
      const { out, err } = await runCli(['export', '--format', 'pages', '--published', '--data', folder.file(source)]);
      expect(jsonLines(out)).toHaveLength(1);
      expect(err).toContain('6 articles left out');
    },
    timeLimit,
  );

  test(
    'articles that name somebody who was withdrawn stay out, and decisions about them',
    async () => {
      const name = 'Karim Benslimane';
      const { code } = await runCli([
        'edit',
        'person',
        'withdraw',
        'karim-benslimane',
        '--data',
        folder.file('copy-pages'),
        '--reason',
        'asked for it',
        '--actor',
        'nadia',
      ]);
      expect(code).toBe(0);
      const { out, err } = await runCli(['export', '--format', 'pages', '--data', folder.file('copy-pages')]);
      expect(out).not.toContain(name.split(' ')[1]);
      expect(out).not.toContain('person-withdraw');
      expect(err).toContain('name people whom an editor withdrew');
      const packed = folder.file('withdrawn.warc.gz');
      await runCli(['export', '--format', 'warc', '--out', packed, '--data', folder.file('copy-pages')]);
      expect(gunzipSync(readFileSync(packed)).toString()).not.toContain('Benslimane');
    },
    timeLimit,
  );
});
