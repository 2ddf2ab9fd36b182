// Extracts the pages of a file one after the other and prints the peak resident memory of this process in megabytes.
// Plain JavaScript on the compiled program: a compiler in the same process would be the larger part of the figure.
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { extractArticle } from '../../../dist/core/extract/extract-article.js';

const { file, compressed, type, limit } = JSON.parse(process.argv[2]);
const bytes = createReadStream(file);
const input = compressed ? bytes.pipe(createGunzip()) : bytes;
let pages = 0;
for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
  if (line.trim() === '') continue;
  const { html, url, type: own } = JSON.parse(line);
  if (type !== undefined && own !== type) continue;
  // null is the way of JSON to say that there is no limit.
  if (limit !== null && pages >= limit) break;
  pages++;
  extractArticle({ text: html, url, format: 'html' });
}
process.stdout.write(String(Math.round(process.resourceUsage().maxRSS / 1024)));
process.exit(0);
