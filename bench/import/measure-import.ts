import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { inventPressPage } from '../archive/invent-press.ts';

export interface ImportResult {
  readonly bytes: number;
  readonly pages: number;
  readonly seconds: number;
  readonly peakMegabytes: number;
  readonly report: unknown;
}

/** Says at its end how much memory the process ever took. */
const watch = `data:text/javascript,${encodeURIComponent('process.on("exit",()=>process.stderr.write("\\npeak "+process.resourceUsage().maxRSS+"\\n"))')}`;

/** Writes a WARC of pages and pictures, imports it with the built program into a new archive, and measures that process. */
export async function measureImport(root: string, megabytes: number, pages: number): Promise<ImportResult> {
  const folder = mkdtempSync(join(tmpdir(), 'rapporteur-import-'));
  try {
    const file = join(folder, 'press.warc.gz');
    await writeWarc(file, megabytes * 1024 * 1024, pages);
    const began = process.hrtime.bigint();
    const child = spawnSync(
      process.execPath,
      ['--import', watch, join(root, 'bin', 'rapporteur.js'), 'import', file, '--data', join(folder, 'data'), '--json'],
      { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
    );
    const seconds = Number(process.hrtime.bigint() - began) / 1e9;
    const peak = Number(/^peak (\d+)$/m.exec(child.stderr)?.[1]);
    if (!Number.isFinite(peak)) throw new Error(child.stderr);
    const { failures: _, ...report } = JSON.parse(child.stdout) as Record<string, unknown>;
    return { bytes: statSync(file).size, pages, seconds, peakMegabytes: peak / 1024, report };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Pages of an invented press, with a picture behind each that brings the file to its size. */
async function writeWarc(file: string, size: number, pages: number): Promise<void> {
  const out = createWriteStream(file);
  const picture = Math.max(1, Math.floor(size / pages));
  for (let number = 0; number < pages; number += 1) {
    const { text, url } = inventPressPage(number);
    for (const record of [
      recordOf(url, 'text/plain; charset=utf-8', Buffer.from(text)),
      recordOf(`${url}.png`, 'image/png', randomBytes(picture)),
    ]) {
      if (!out.write(gzipSync(record, { level: 1 }))) await once(out, 'drain');
    }
  }
  out.end();
  await once(out, 'finish');
}

function recordOf(url: string, type: string, body: Uint8Array): Buffer {
  const http = `HTTP/1.1 200 OK\r\nContent-Type: ${type}\r\n\r\n`;
  const head = [
    'WARC/1.1',
    'WARC-Type: response',
    `WARC-Target-URI: ${url}`,
    'WARC-Date: 2024-06-01T00:00:00Z',
    'Content-Type: application/http; msgtype=response',
    `Content-Length: ${http.length + body.length}`,
  ];
  return Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n${http}`), body, Buffer.from('\r\n\r\n')]);
}

export function printImport({ bytes, pages, seconds, peakMegabytes, report }: ImportResult): string {
  const size = bytes / 1024 / 1024;
  return [
    `WARC of ${size.toFixed(0)} MB, ${pages} pages and as many pictures`,
    `  peak memory  ${peakMegabytes.toFixed(0)} MB`,
    `  time         ${seconds.toFixed(1)} s, with start, reading, record and groups`,
    `  report       ${JSON.stringify(report)}`,
    '',
  ].join('\n');
}
