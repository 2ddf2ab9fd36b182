import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { compress } from 'hono/compress';
import { exportFormats } from '../schemas/export-formats.ts';
import { renderHealth } from '../schemas/health.ts';
import { publicView } from '../store/public-view.ts';
import type { Store } from '../store/store.ts';
import { addAccountRooms } from './account/account-rooms.ts';
import { type AccountSettings, openDoor } from './account/open-door.ts';
import { alertsFeed } from './alerts-feed.ts';
import { apiCors, createApi, entityTags } from './api/api.ts';
import { apiProblemOf, isApiPath, respondApiProblem } from './api/api-problem.ts';
import { imageOfArticle } from './article-images.ts';
import { loadAssets } from './assets.ts';
import { addCards } from './cards/card-rooms.ts';
import { orCitation } from './cite.ts';
import { addDeskRooms } from './desk/desk-rooms.ts';
import { addOutletDesk } from './desk/outlet-desk.ts';
import { changesFeed } from './edited-articles.ts';
import { problemOf, problemOfError, respondProblem } from './errors.tsx';
import { dossierExport, meetingExport, orExport, recordExport } from './exports.ts';
import { feedFormats } from './feeds/feed-document.ts';
import {
  countryFeed,
  dossierFeed,
  feedOf,
  latestFeed,
  mechanismFeed,
  orFeed,
  outletFeed,
  personFeed,
  recordFeed,
  searchFeed,
  storyFeed,
  topicFeed,
} from './feeds/feeds.ts';
import { addHubCallback } from './hub-callback.ts';
import { openTranslator } from './i18n.ts';
import { manifests, serviceWorker } from './installable.ts';
import { addMcpRoom } from './mcp/mcp-room.ts';
import { addEvents } from './operations/events.ts';
import { addMetrics } from './operations/metrics.ts';
import { readyPage } from './operations/ready.ts';
import { packPages } from './pack-pages.ts';
import { cachedPages } from './page-cache.ts';
import { apiPage } from './pages/api.tsx';
import { articlePage } from './pages/article.tsx';
import { briefingPage, orDossierMarkdown, orMeetingMarkdown } from './pages/briefing.tsx';
import { countryPage } from './pages/country.tsx';
import { digestFeed, digestPage } from './pages/digest.tsx';
import { manualDocumentPage, manualPage } from './pages/docs.tsx';
import { dossierPage, dossiersPage } from './pages/dossier.tsx';
import { frontPage } from './pages/front.tsx';
import { mechanismPage, mechanismsPage } from './pages/mechanism.tsx';
import { meetingPage } from './pages/meeting.tsx';
import { outletPage, outletsPage } from './pages/outlets.tsx';
import { peoplePage, personPage } from './pages/people.tsx';
import { readingListPage } from './pages/reading-list.tsx';
import { recordData, recordPage } from './pages/record.tsx';
import { reportFormPage, reportThanksPage, takeReport } from './pages/reports.tsx';
import { searchPage } from './pages/search.tsx';
import { storyPage } from './pages/story.tsx';
import { topicPage, topicsPage } from './pages/topic.tsx';
import { versionsPage } from './pages/versions.tsx';
import { addReaderRooms } from './readers/reader-rooms.ts';
import type { ReaderSettings } from './readers/reader-settings.ts';
import { openRateLimit } from './report-guard.ts';
import type { WebContext, WebEnvironment } from './room.ts';
import { securityHeaders } from './security.ts';
import { chooseLanguage, chooseMonths, chooseTheme } from './session.ts';
import type { WebLog, WebSettings } from './settings.ts';
import type { SiteImages } from './site-images.ts';
import { robotsPage, siteMapIndex, siteMapPart } from './site-map.ts';
import { siteOrigin } from './site-origin.ts';

export interface AppOptions {
  readonly store: Store;
  readonly settings: WebSettings;
  readonly now: () => Date;
  readonly log: WebLog;
  /** Hands on pictures of articles. @default they are only linked */
  readonly images?: SiteImages;
  /** Pages kept ready to be sent again; 0 makes each one anew. @default 32 MB */
  readonly pageCacheBytes?: number;
  readonly accounts?: AccountSettings;
  /** Of the product, as the server for agents tells it. @default unknown */
  readonly version?: string;
  readonly readers?: ReaderSettings;
}

const pageCacheBytes = 32 * 1024 * 1024;

/** The reading site. It only reads, but for what readers report and for accounts: the record is changed by commands. */
export function createApp(options: AppOptions): Hono<WebEnvironment> {
  const { store: archive, settings, now, log, accounts } = options;
  const app = new Hono<WebEnvironment>({ strict: false });
  const store = publicView(archive);
  const assets = loadAssets();
  const isSample = sampleCheck(store, now);
  const door = openDoor(archive, accounts);

  app.use(securityHeaders(settings));
  addMetrics(app, { store: archive, settings, now });
  app.use('/assets/*', compress());
  app.get('/assets/:file', (c) => {
    const asset = assets.get(c.req.path);
    if (asset === undefined) return c.text('Not found', 404);
    return c.body(asset.body, 200, {
      'Content-Type': asset.type,
      'Cache-Control': 'public, max-age=31536000, immutable',
    });
  });
  app.get('/manifests/:file', manifests(assets));
  app.get('/service-worker.js', serviceWorker(assets));
  app.get('/health', async (c) => {
    c.header('Cache-Control', 'no-store');
    return c.json(renderHealth(await store.counts()));
  });
  app.get('/ready', readyPage(archive));

  addHubCallback(app, archive, now);
  addEvents(app, { archive, store, now });
  addMcpRoom(app, { archive, store, settings, now, log, version: options.version ?? '0' });

  app.use(cachedPages({ store, now, bytes: options.pageCacheBytes ?? pageCacheBytes }));
  app.use(compress());
  app.use(packPages());
  app.use('/api/*', apiCors(settings));
  app.use(entityTags());
  app.use(async (c, next) => {
    c.set('log', log);
    c.set('room', {
      store,
      settings,
      assets,
      images: options.images,
      tr: openTranslator(chooseLanguage(c), chooseMonths(c)),
      theme: chooseTheme(c),
      now: now(),
      origin: siteOrigin(settings, c.req.url),
      path: c.req.path,
      query: c.req.query(),
      sample: await isSample(),
    });
    await next();
  });

  const rooms: readonly (readonly [string, (c: WebContext) => Promise<Response>])[] = [
    ['/', frontPage],
    ['/articles/:id', orCitation(articlePage(door))],
    ['/articles/:id/versions', versionsPage],
    ['/articles/:id/versions.json', versionsPage],
    ['/images/:signature/:article/:number', imageOfArticle(options.images)],
    ['/stories/:id', orFeed(storyPage, storyFeed)],
    ['/meetings/:id', orMeetingMarkdown(orExport(meetingPage, meetingExport))],
    ['/dossiers', dossiersPage],
    ['/dossiers/:id', orDossierMarkdown(orFeed(orExport(dossierPage, dossierExport), dossierFeed))],
    ['/dossiers/:id/briefing', briefingPage],
    ['/dossiers/:id/digest', digestPage],
    ['/record/digest', digestPage],
    ['/people', peoplePage],
    ['/people/:id', orFeed(personPage, personFeed)],
    ['/countries/:id', orFeed(countryPage, countryFeed)],
    ['/record', recordPage],
    ['/record.json', recordData],
    ...exportFormats.map((format) => [`/record.${format.ending}`, recordExport(format)] as const),
    ['/api', apiPage],
    ['/docs', manualPage],
    ['/docs/*', manualDocumentPage],
    ['/topics', topicsPage],
    ['/topics/:id', orFeed(topicPage, topicFeed)],
    ['/mechanisms', mechanismsPage],
    ['/mechanisms/:id', orFeed(mechanismPage, mechanismFeed)],
    ['/outlets', outletsPage],
    ['/outlets.json', outletsPage],
    ['/outlets/alerts.atom', alertsFeed],
    ['/outlets/alerts.json', alertsFeed],
    ['/outlets/:id', orFeed(outletPage, outletFeed)],
    ['/outlets/:id/changes.atom', changesFeed],
    ['/outlets/:id/changes.json', changesFeed],
    ['/sitemap.xml', siteMapIndex],
    ['/sitemaps/:part', siteMapPart],
    ['/robots.txt', robotsPage],
    ['/reading-list', readingListPage],
    ['/reports/new', reportFormPage],
    ['/reports/thanks', reportThanksPage],
    ['/search', searchPage],
    ['/search.json', searchPage],
    ...feedFormats.flatMap(
      (format) =>
        [
          [`/feed.${format.ending === 'feed.json' ? 'json' : format.ending}`, feedOf(format, latestFeed)],
          [`/record.${format.ending}`, feedOf(format, recordFeed)],
          [`/record/digest.${format.ending}`, feedOf(format, digestFeed)],
          [`/dossiers/:id/digest.${format.ending}`, feedOf(format, digestFeed)],
          [`/search.${format.ending}`, feedOf(format, searchFeed)],
        ] as const,
    ),
  ];
  for (const [path, room] of rooms) app.get(path, room);
  addCards(app);
  app.route('/', createApi(settings, log));
  app.post(
    '/reports',
    bodyLimit({ maxSize: 32 * 1024, onError: (c) => respondProblem(c, problemOf('invalid-parameter')) }),
    takeReport(openRateLimit()),
  );

  addAccountRooms(app, door);
  addDeskRooms(app, door);
  addReaderRooms(app, door, options.readers);
  addOutletDesk(app, { store: archive, door, now, ...(accounts?.look && { look: accounts.look }) });

  app.all('*', (c) =>
    respondProblem(
      c,
      problemOf(c.req.method === 'GET' || c.req.method === 'HEAD' ? 'not-found' : 'method-not-allowed'),
    ),
  );
  app.onError((error, c) => {
    const problem = problemOfError(error);
    if (problem.status >= 500) log.error('page-failed', { path: c.req.path, error: error.stack ?? String(error) });
    if (isApiPath(c.req.path)) return respondApiProblem(c, apiProblemOf(error));
    // The room is missing when the archive failed before the page began.
    if (c.get('room') === undefined) return c.text('Internal error', problem.status);
    return respondProblem(c, problem);
  });
  return app;
}

/** Whether the sample press is loaded, asked of the archive at most every ten seconds. */
function sampleCheck(store: Store, now: () => Date): () => Promise<boolean> {
  let known = false;
  let askedAt = Number.NEGATIVE_INFINITY;
  return async () => {
    const time = now().getTime();
    if (Math.abs(time - askedAt) >= 10_000) {
      known = (await store.outlets.list()).some((outlet) => outlet.origin === 'sample');
      askedAt = time;
    }
    return known;
  };
}
