// A press of invented outlets on this machine, in a process of its own: `node … press-server.ts OUTLETS ARTICLES [quiet]`. Each
// outlet has a loopback address of its own, so that it counts as a domain of its own. Prints the port when it listens.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inventPressPage } from '../archive/invent-press.ts';

const [outlets = 20, articles = 1_000] = process.argv.slice(2, 4).map(Number);
/** Feeds are empty at first; asked again, one in twenty has an article and the others have not changed. */
const quiet = process.argv[4] === 'quiet';
/** What stands around the article on every page of an outlet, as heavy as such pages usually are. */
const menu = Array.from({ length: 60 }, (_, i) => `<li><a href="/section-${i}/">Section number ${i}</a></li>`).join('');
const script = `<script>${'var padding = "0123456789abcdef";\n'.repeat(400)}</script>`;

const outletAddress = (outlet: number): string => `127.77.${Math.floor(outlet / 200)}.${(outlet % 200) + 1}`;

function pageOf(number: number): string {
  const { text } = inventPressPage(number);
  const [title = '', byline = '', body = ''] = text.split('\n\n');
  const more = Array.from(
    { length: 6 },
    (_, i) =>
      `<p>Paragraph ${i} of report ${number}: officials of both sides went through the papers of commission ${(number * 7 + i) % 97}, heard ${(number + i) % 13} experts, and left the rest to those who meet again after the summer, as the custom is.</p>`,
  ).join('');
  const related = Array.from(
    { length: 12 },
    (_, i) => `<li><a href="/${number + i + 1}">Another report, number ${i}</a></li>`,
  ).join('');
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title><meta property="og:type" content="article">${script}</head><body><header><nav><ul>${menu}</ul></nav></header><main><article><h1>${title}</h1><p class="byline">${byline}</p><p>${body}</p>${more}</article><aside><h2>More</h2><ul>${related}</ul></aside></main><footer><p>All rights reserved. Terms of use.</p><ul>${menu}</ul></footer></body></html>`;
}

function feedOf(outlet: number, origin: string, end = articles): string {
  const entries: string[] = [];
  for (let number = outlet; number < end; number += outlets)
    entries.push(
      `<entry><id>${origin}/${number}</id><title>Report ${number}</title><link href="${origin}/${number}"/></entry>`,
    );
  return `<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Outlet ${outlet}</title><link href="${origin}/"/>${entries.join('')}</feed>`;
}

const outletOf = new Map(Array.from({ length: outlets }, (_, i) => [outletAddress(i), i]));
const server = createServer((request, response) => {
  const host = request.headers.host ?? '';
  const outlet = outletOf.get(host.replace(/:\d+$/, '')) ?? 0;
  const path = request.url ?? '';
  if (path === '/robots.txt') return void response.writeHead(404).end();
  const feed = path === '/feed';
  if (feed && quiet) {
    const again = request.headers['if-none-match'] !== undefined;
    if (again && outlet % 20 > 0) return void response.writeHead(304).end();
    response.writeHead(200, { 'content-type': 'application/atom+xml', etag: `"${again}"` });
    return void response.end(feedOf(outlet, `http://${host}`, again ? articles : 0));
  }
  response.writeHead(200, { 'content-type': feed ? 'application/atom+xml' : 'text/html; charset=utf-8' });
  response.end(feed ? feedOf(outlet, `http://${host}`) : pageOf(Number(path.slice(1))));
});
server.listen(0, '0.0.0.0', () => process.stdout.write(`${(server.address() as AddressInfo).port}\n`));
