import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Answer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

export interface Asked {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
}

/** What a path answers; a function writes the answer itself, or gives it. */
export type Route = Answer | string | ((asked: Asked, response: ServerResponse) => Answer | string | undefined);

export interface PressServer {
  /** Without a stroke at the end. */
  readonly origin: string;
  readonly asked: Asked[];
  /** Sets what paths answer; everything else is 404. */
  set(routes: Readonly<Record<string, Route>>): void;
  close(): Promise<void>;
}

/** A newspaper on this machine, for tests. */
export async function openPressServer(routes: Readonly<Record<string, Route>> = {}): Promise<PressServer> {
  const known = new Map<string, Route>(Object.entries(routes));
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    const one = { path: request.url ?? '', headers: request.headers };
    asked.push(one);
    const route = known.get(one.path) ?? { status: 404, body: 'not here' };
    const given = typeof route === 'function' ? route(one, response) : route;
    if (given === undefined) return;
    const answer = typeof given === 'string' ? { body: given } : given;
    response.writeHead(answer.status ?? 200, { 'content-type': 'text/html; charset=utf-8', ...answer.headers });
    response.end(answer.body ?? '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    set(more) {
      for (const [path, route] of Object.entries(more)) known.set(path, route);
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** An article as a small newspaper would publish it. */
export function articlePage(title: string, topic: string): string {
  const paragraphs = [
    `The ministers of fisheries of Spain and Morocco met in Madrid on Monday and spoke about ${topic}.`,
    `Both sides said that the work on ${topic} would go on, and that a joint commission would meet again in the spring.`,
    `Officials added that ${topic} had been a subject of the talks for years, and that the matter was close to an end.`,
  ];
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title><meta property="og:type" content="article"><meta property="article:published_time" content="2024-01-22T10:00:00Z"></head><body><header><nav><a href="/">Home</a></nav></header><main><article><h1>${title}</h1>${paragraphs.map((text) => `<p>${text}</p>`).join('')}</article></main></body></html>`;
}

export interface FeedEntry {
  readonly link: string;
  readonly title: string;
  readonly updated?: string;
  readonly content?: string;
}

export function atomFeed(title: string, site: string, entries: readonly FeedEntry[]): string {
  const items = entries.map(
    ({ link, title: name, updated = '2024-01-22T10:00:00Z', content = 'Short.' }) =>
      `<entry><id>${link}</id><title>${name}</title><link href="${link}"/><published>2024-01-22T10:00:00Z</published><updated>${updated}</updated><content type="html"><![CDATA[${content}]]></content></entry>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>${title}</title><link href="${site}/"/>${items.join('')}</feed>`;
}
