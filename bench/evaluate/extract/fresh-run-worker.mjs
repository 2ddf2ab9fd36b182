// Extracts the pages of the files one after the other, twice, and prints speed and peak resident memory as JSON.
// Plain JavaScript on the compiled program: a compiler in the same process would be the larger part of the figures.
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { extractArticle } from '../../../dist/core/extract/extract-article.js';

const { files, type, limit } = JSON.parse(process.argv[2]);

async function* pages() {
  for (const { file, compressed } of files) {
    const bytes = createReadStream(file);
    const input = compressed ? bytes.pipe(createGunzip()) : bytes;
    let count = 0;
    for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
      if (line.trim() === '') continue;
      const { html, url, type: own } = JSON.parse(line);
      if (type !== undefined && own !== type) continue;
      // null is the way of JSON to say that there is no limit.
      if (limit !== null && count >= limit) break;
      count++;
      yield { html, url };
    }
  }
}

async function pass() {
  const times = [];
  for await (const { html, url } of pages()) {
    const before = process.cpuUsage();
    extractArticle({ text: html, url, format: 'html' });
    const { user, system } = process.cpuUsage(before);
    times.push((user + system) / 1000);
  }
  const total = times.reduce((sum, time) => sum + time, 0);
  times.sort((a, b) => a - b);
  return {
    pagesPerSecond: total === 0 ? 0 : (1000 * times.length) / total,
    p99Milliseconds: times[Math.min(times.length - 1, Math.floor(times.length * 0.99))] ?? 0,
  };
}

const cold = await pass();
const peakMegabytes = Math.round(process.resourceUsage().maxRSS / 1024);
const warm = await pass();
process.stdout.write(JSON.stringify({ peakMegabytes, cold, warm }), () => process.exit(0));
