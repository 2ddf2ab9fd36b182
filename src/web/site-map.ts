import { SitemapIndexStream, SitemapStream, streamToPromise } from 'sitemap';
import type { Store } from '../store/store.ts';
import { problemOf, respondProblem } from './errors.tsx';
import type { WebContext } from './room.ts';
import { meetingPath } from './views/meeting-list.tsx';
import { pairPath } from './views/pair-link.tsx';

/** The protocol allows 50,000 addresses a file. */
const mostAddresses = 20_000;
const meetingsPerPage = 1000;

/** `/sitemap.xml`: the index. Texts of others are not in it: they are found at their outlets. */
export async function siteMapIndex(c: WebContext): Promise<Response> {
  const room = c.get('room');
  const site = c.get('room').origin;
  const { total } = await room.store.record.listMeetings({ limit: 1 });
  const stream = new SitemapIndexStream();
  const done = streamToPromise(stream);
  stream.write({ url: `${site}/sitemaps/rooms.xml` });
  for (let part = 1; part <= Math.ceil(total / mostAddresses); part++) {
    stream.write({ url: `${site}/sitemaps/meetings-${part}.xml` });
  }
  stream.end();
  return respondXml(c, await done);
}

/** `/sitemaps/rooms.xml`, `/sitemaps/meetings-1.xml`. */
export async function siteMapPart(c: WebContext): Promise<Response> {
  const room = c.get('room');
  const name = c.req.param('part') ?? '';
  const part = /^meetings-([1-9]\d{0,3})\.xml$/.exec(name)?.[1];
  const paths =
    name === 'rooms.xml'
      ? await roomPaths(room.store)
      : part === undefined
        ? []
        : await meetingPaths(room.store, Number(part) - 1);
  if (paths.length === 0) return respondProblem(c, problemOf('not-found'));
  const stream = new SitemapStream({ hostname: c.get('room').origin });
  const done = streamToPromise(stream);
  for (const path of paths) stream.write({ url: path });
  stream.end();
  return respondXml(c, await done);
}

/** `/robots.txt`: everything may be read but what costs much and says nothing new. */
export async function robotsPage(c: WebContext): Promise<Response> {
  const site = c.get('room').origin;
  c.header('Cache-Control', 'public, max-age=3600');
  return c.text(
    `User-agent: *\nDisallow: /search\nDisallow: /record?\nDisallow: /reports/\n\nSitemap: ${site}/sitemap.xml\n`,
  );
}

async function roomPaths(store: Store): Promise<string[]> {
  const pairs = await store.record.listPairs();
  const countries = new Set(pairs.flatMap(({ pair }) => [...pair]));
  const { topics } = await store.record.meetingFacets();
  const paths = ['/', '/dossiers', '/record', '/topics', '/mechanisms', '/people', '/outlets'];
  paths.push(...pairs.map(({ pair }) => pairPath(pair[0], pair[1])));
  paths.push(...[...countries].sort().map((country) => `/countries/${country}`));
  paths.push(...topics.map(({ value }) => `/topics/${value}`));
  paths.push(...(await store.record.mechanisms()).map(({ slug }) => `/mechanisms/${encodeURIComponent(slug)}`));
  paths.push(...(await store.outlets.list()).map(({ slug }) => `/outlets/${encodeURIComponent(slug)}`));
  for await (const person of store.record.eachPerson()) {
    if (paths.push(`/people/${encodeURIComponent(person.slug)}`) >= mostAddresses) break;
  }
  return paths;
}

async function meetingPaths(store: Store, part: number): Promise<string[]> {
  const paths: string[] = [];
  let skipped = 0;
  let cursor: string | undefined;
  do {
    const page = await store.record.listMeetings({
      order: 'oldest',
      limit: meetingsPerPage,
      ...(cursor === undefined ? {} : { cursor }),
    });
    if (skipped >= part * mostAddresses) paths.push(...page.items.map(meetingPath));
    skipped += page.items.length;
    cursor = page.next;
  } while (cursor !== undefined && paths.length < mostAddresses);
  return paths;
}

function respondXml(c: WebContext, xml: Buffer): Response {
  c.header('Cache-Control', 'public, max-age=3600');
  return c.body(xml.toString('utf8'), 200, { 'Content-Type': 'application/xml; charset=utf-8' });
}
