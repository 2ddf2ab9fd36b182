import { createHash } from 'node:crypto';
import { createReadStream, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WARCParser } from 'warcio';
import { openPromise } from 'yauzl';
import type { ArchivePage } from '../../src/schemas/archive-pages.ts';
import { importReportSchema } from '../../src/schemas/import-report.ts';
import { pagesExportReportSchema } from '../../src/schemas/operations.ts';
import { archivesIn, gazettePage, site } from '../helpers/imported-pages.ts';
import { jsonLines, runCli } from '../helpers/run-cli.ts';
import { createTemporaryFolder } from '../helpers/temporary-folder.ts';
import { warcResponse } from '../helpers/warc.ts';

const timeLimit = 120_000;
const folder = await createTemporaryFolder();
afterAll(() => folder.remove());
const { importJson, exportOf, pagesOf } = archivesIn(folder);

const identityOf = ({ articleId, version, hash, savedAt }: ArchivePage) => `${articleId} ${version} ${hash} ${savedAt}`;

describe('export of pages', () => {
  const source = 'exported';
  beforeAll(async () => {
    mkdirSync(folder.file('press'));
    writeFileSync(folder.file('press/one.html'), gazettePage(1));
    writeFileSync(
      folder.file('press/two.txt'),
      'Rabat, le 15 mars 2024\n\nUn texte sans adresse, tel quel.\n'.repeat(5),
    );
    // Latin-1: these bytes are no UTF-8.
    writeFileSync(
      folder.file('press/latin.html'),
      Buffer.from(gazettePage(3).replace('utf-8', 'iso-8859-1'), 'latin1'),
    );
    writeFileSync(
      folder.file('web.warc'),
      Buffer.concat([
        warcResponse(`${site}/a`, gazettePage(7)),
        warcResponse(`${site}/b`, gazettePage(7), { fields: { 'WARC-Date': '2023-05-05T00:00:00Z' } }),
        warcResponse(`${site}/c`, gazettePage(8)),
        warcResponse(`${site}/c`, gazettePage(11), { fields: { 'WARC-Date': '2023-07-01T00:00:00Z' } }),
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
