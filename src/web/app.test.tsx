import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { facts, openDikesArchive, told } from '../../test/helpers/dikes-archive.ts';
import { openWebArchive, type WebArchive } from '../../test/helpers/web-archive.ts';
import { siteOf } from '../../test/helpers/web-site.ts';
import { contentSecurityPolicy } from './security.ts';
import type { WebSettings } from './settings.ts';

let archive: WebArchive;

beforeAll(async () => {
  archive = await openDikesArchive();
});
afterAll(() => archive.close());

const site = (settings: Partial<WebSettings> = {}) => siteOf(archive, settings);
const get = (path: string, headers: Record<string, string> = {}) => site().request(path, { headers });
const html = async (path: string, headers: Record<string, string> = {}) => (await get(path, headers)).text();

describe('every page', () => {
  const paths = () => [
    '/',
    `/articles/${archive.articleIds[0]}`,
    '/stories/s1',
    `/meetings/${archive.meetingId}`,
    '/dossiers',
    '/dossiers/ES-MA',
    '/people',
    '/people/ada-lumen',
    '/countries/MA',
    '/record',
    '/record?view=map',
    '/record?view=calendar&month=2024-02',
    '/topics',
    '/topics/migration',
    '/mechanisms',
    '/outlets',
    '/api',
    '/outlets/quoted',
    '/search?q=digues',
    '/search',
  ];

  test('answers in four languages, with language, direction and no style or script of its own', async () => {
    for (const path of paths()) {
      for (const language of ['fr', 'en', 'es', 'ar']) {
        const response = await get(path, { 'accept-language': language });
        const body = await response.text();
        expect([path, response.status]).toEqual([path, 200]);
        expect(body).toContain(`<html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}"`);
        expect(body).not.toMatch(
          /<script(?! type="application\/ld\+json">| type="module" src="\/assets\/site\.[0-9a-f]+\.js">)|<style|\sstyle=|\son[a-z]+=|javascript:/i,
        );
        expect(body).not.toMatch(/undefined|\[object|NaN/);
        expect(body.match(/<h1/g)).toHaveLength(1);
        expect(body.match(/\sid="[^"]*"/g)?.length).toBe(new Set(body.match(/\sid="[^"]*"/g)).size);
      }
    }
  });

  test('names every text: no key of the locales is left on the page', async () => {
    for (const path of paths()) {
      const visible = (await html(path)).replace(/<[^>]*>/g, ' ');
      expect(visible).not.toMatch(/\b(?:nav|front|field|status|type|topic|card|count|when|article|meeting)\.[a-z-]+\b/);
    }
  });

  test('asks no other host for anything', async () => {
    for (const path of paths()) {
      const body = await html(path);
      const loaded = [...body.matchAll(/<(?:img|link|script|iframe|source|video|audio)[^>]*?(?:src|href)="([^"]*)"/g)];
      const foreign = loaded.map((match) => match[1] ?? '').filter((address) => !address.startsWith('/'));
      expect(foreign.filter((address) => !body.includes(`rel="canonical" href="${address}"`))).toEqual([]);
    }
  });

  test('carries the security headers', async () => {
    for (const path of [...paths(), '/nothing', '/health', '/assets/nothing.css']) {
      const { headers } = await get(path);
      expect(headers.get('content-security-policy')).toBe(contentSecurityPolicy);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('x-frame-options')).toBe('DENY');
      expect(headers.get('referrer-policy')).toBe('same-origin');
    }
    expect(contentSecurityPolicy).not.toContain('unsafe');
  });

  test('answers HEAD like GET, and 304 to a reader who has it', async () => {
    const first = await get('/');
    const head = await site().request('/', { method: 'HEAD' });
    expect(head.status).toBe(200);
    expect(await head.text()).toBe('');
    const tag = first.headers.get('etag') ?? '';
    expect(tag).not.toBe('');
    expect((await get('/', { 'if-none-match': tag })).status).toBe(304);
    expect((await get('/', { 'if-none-match': tag, 'accept-language': 'ar' })).status).toBe(200);
    expect(first.headers.get('vary')).toContain('Accept-Language');
  });

  test('is compressed for those who can read it', async () => {
    const response = await get('/', { 'accept-encoding': 'gzip' });
    expect(response.headers.get('content-encoding')).toBe('gzip');
    expect((await response.arrayBuffer()).byteLength).toBeLessThan(20_000);
  });
});

describe('style and fonts', () => {
  test('the style sheet and its fonts are served for good under hashed names', async () => {
    const address = /href="(\/assets\/site\.[0-9a-f]{12}\.css)"/.exec(await html('/'))?.[1] ?? '';
    const sheet = await get(address);
    expect(sheet.headers.get('content-type')).toBe('text/css; charset=utf-8');
    expect(sheet.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    const css = await sheet.text();
    const fonts = [...css.matchAll(/url\(([^)]*)\)/g)].map((match) => match[1] ?? '');
    expect(fonts.length).toBeGreaterThan(4);
    for (const font of fonts) {
      const response = await get(font);
      expect([font, response.status, response.headers.get('content-type')]).toEqual([font, 200, 'font/woff2']);
    }
  });

  test('page and style sheet together stay within the budget', async () => {
    const address = /href="(\/assets\/site\.[0-9a-f]{12}\.css)"/.exec(await html('/'))?.[1] ?? '';
    let bytes = 0;
    for (const path of ['/', address]) {
      bytes += (await (await get(path, { 'accept-encoding': 'gzip' })).arrayBuffer()).byteLength;
    }
    expect(bytes).toBeLessThan(60_000);
  });
});

describe('language and theme', () => {
  test.each([
    ['fr-CH, fr;q=0.9, en;q=0.8', 'fr'],
    ['de, es;q=0.4', 'es'],
    ['ar-MA', 'ar'],
    ['*', 'en'],
    ['de;q=1, *;q=0.5, fr;q=0.4', 'en'],
    ['fr;q=0, es', 'es'],
    ['', 'en'],
    [';;;q=x,,', 'en'],
  ])('Accept-Language %j gives %s', async (header, language) => {
    expect(await html('/', { 'accept-language': header })).toContain(`<html lang="${language}"`);
  });

  test('?lang= wins, is remembered, and a wrong one is ignored', async () => {
    const asked = await get('/?lang=ar', { 'accept-language': 'fr' });
    expect(asked.headers.get('set-cookie')).toMatch(/^lang=ar; Max-Age=\d+; Path=\/; HttpOnly; SameSite=Lax$/);
    expect(await asked.text()).toContain('<html lang="ar" dir="rtl"');
    expect(await html('/', { cookie: 'lang=es', 'accept-language': 'fr' })).toContain('<html lang="es"');
    expect(await html('/?lang=xx', { cookie: 'lang=zz', 'accept-language': 'fr' })).toContain('<html lang="fr"');
  });

  test('the switch keeps the reader on the page and in the search', async () => {
    expect(await html('/search?q=digues&page=2')).toContain('href="/search?q=digues&amp;page=2&amp;lang=ar"');
  });

  test('?theme= is remembered; without it the system decides', async () => {
    const asked = await get('/?theme=dark');
    expect(asked.headers.get('set-cookie')).toMatch(/^theme=dark;/);
    expect(await asked.text()).toContain('data-theme="dark"');
    expect(await html('/', { cookie: 'theme=light' })).toContain('data-theme="light"');
    expect(await html('/')).not.toContain('data-theme');
  });
});

describe('article', () => {
  const page = (index: number) => html(`/articles/${archive.articleIds[index]}`, { 'accept-language': 'fr' });

  test('each mark leads to its fact and each fact back to its sentence', async () => {
    const body = await page(1);
    const marks = [...body.matchAll(/<span class="ev" id="(e-\d+-\d+)"/g)].map((match) => match[1]);
    expect(marks.length).toBeGreaterThanOrEqual(facts.length);
    const targets = [...body.matchAll(/href="#([ef]-[\d-]+)"/g)].map((match) => match[1]);
    expect(targets.filter((target) => !body.includes(`id="${target}"`))).toEqual([]);
    expect(body).toMatch(/<span class="ev" id="e-\d+-\d+">Ada Lumen<a class="ref" href="#f-\d+"/);
  });

  test('is not for search engines: noindex, and canonical is the outlet', async () => {
    const body = await page(0);
    expect(body).toContain('<meta name="robots" content="noindex"/>');
    expect(body).toContain('<link rel="canonical" href="https://quoted.example/digues"/>');
  });

  test('shows of each text what its outlet allows', async () => {
    const [excerpt, full, silent] = await Promise.all([page(0), page(1), page(2)]);
    expect(excerpt).toContain('vendredi');
    expect(excerpt).not.toContain('numéro 7');
    expect(excerpt).toContain('https://quoted.example/digues');
    expect(full).toContain('numéro 7');
    expect(silent).not.toContain('vendredi');
    expect(silent).toContain('19 janvier 2024');
  });

  test('pages imported from files are whole only where the reader imported them', async () => {
    const path = `/articles/${archive.articleIds[3]}`;
    expect(await (await site({ publishLocalInFull: true }).request(path)).text()).toContain('numéro 7');
    expect(await (await site({ publishLocalInFull: false }).request(path)).text()).not.toContain('numéro 7');
    const collected = `/articles/${archive.articleIds[0]}`;
    expect(await (await site({ publishLocalInFull: true }).request(collected)).text()).not.toContain('numéro 7');
  });

  test('says why it believes the date', async () => {
    const body = await page(0);
    expect(body).toContain('Pourquoi cette date');
    expect(body).toContain('1 janvier 2031');
    expect(body).toContain('la ligne de parution');
  });

  test('pictures of others are links that say where they lead', async () => {
    const body = await page(0);
    expect(body).not.toContain('<img');
    expect(body).toContain('href="https://pictures.example/a.jpg" rel="noopener external"');
    expect(body).toContain('pictures.example</a>');
  });

  test('caption and credit of a picture are shown where the whole text is', async () => {
    expect(await page(1)).toMatch(/La digue\s*<\/span>[\s\S]*?\(Awa Delmas\)/);
    expect(await page(0)).not.toContain('Awa Delmas');
  });
});

describe('meeting', () => {
  test.each([
    ['fr', 'Rencontre entre \u2068Ada Lumen\u2069 (Espagne) et Maroc à Rabat le 19 janvier 2024'],
    ['en', 'Meeting between \u2068Ada Lumen\u2069 (Spain) and Morocco in Rabat on 19 January 2024'],
    ['es', 'Encuentro entre \u2068Ada Lumen\u2069 (España) y Marruecos en Rabat el 19 de enero de 2024'],
    ['ar', 'لقاء بين \u2068أدا لومن\u2069 (إسبانيا) والمغرب في الرباط يوم 19 يناير 2024'],
  ])('is one sentence in %s', async (language, sentenceThere) => {
    expect(await html(`/meetings/${archive.meetingId}`, { 'accept-language': language })).toContain(
      `<h1>${sentenceThere}</h1>`,
    );
  });

  test('every field opens its sentences, which lead into the article', async () => {
    const body = await html(`/meetings/${archive.meetingId}`, { 'accept-language': 'fr' });
    expect(body).toMatch(/<blockquote lang="fr" dir="ltr">[^<]*<mark>Ada Lumen<\/mark>/);
    expect(body).toMatch(new RegExp(`href="/articles/${archive.articleIds[1]}#e-\\d+-\\d+"`));
    expect(body).toContain('affirmé par 3 sources indépendantes');
    expect(body).toContain('déduit (le jour de la semaine), 3 sources indépendantes');
    expect(body).toContain('n’autorise pas la citation');
  });

  test.each([
    ['fr', 'affirmé par 3 sources indépendantes'],
    ['en', 'stated by 3 independent sources'],
    ['es', 'afirmado por 3 fuentes independientes'],
    ['ar', 'ذكرته 3'],
  ])('what was agreed and said is as sure as it is told, in %s', async (language, words) => {
    const body = await html(`/meetings/${archive.meetingId}`, { 'accept-language': language });
    const outcomes = body.slice(body.indexOf('id="outcomes-title"'));
    const [, level = '', text = ''] = /<span class="certainty (is-\w+)">([^<]*)</u.exec(outcomes) ?? [];
    expect(level).toBe('is-sure');
    expect(text).toContain(words);
  });

  test('an address of a merged meeting leads to the meeting that took it in', async () => {
    const merging = await openWebArchive([], [{ ...told, title: 'Digues', url: 'https://merging.example/1' }]);
    const before = await merging.store.record.getMeeting(merging.meetingId);
    if (before === undefined || 'movedTo' in before) throw new Error('no meeting to merge');
    await merging.store.record.replaceFused({ meetings: [{ ...before, id: 'kept', slug: 'kept' }], people: [] });
    const app = siteOf(merging);
    for (const ending of ['', '.json']) {
      const response = await app.request(`/meetings/${merging.meetingId}${ending}`);
      expect([response.status, response.headers.get('location')]).toEqual([301, `/meetings/kept${ending}`]);
    }
    await merging.close();
  });
});

describe('dossier', () => {
  test('both orders lead to one address', async () => {
    for (const path of ['/dossiers/MA-ES', '/dossiers/es-ma', '/dossiers/ma-es']) {
      const response = await get(path);
      expect([response.status, response.headers.get('location')]).toEqual([301, '/dossiers/ES-MA']);
    }
    expect((await get('/dossiers/ES-MA')).status).toBe(200);
  });

  test('draws its timeline even for one meeting, with the table behind it', async () => {
    const body = await html('/dossiers/ES-MA');
    expect(body).toMatch(/<svg class="timeline"[\s\S]*<a href="\/meetings\/meeting-1" aria-label="Meeting between/);
    expect(body).toMatch(/<table class="meetings"><caption>/);
    expect(body).toContain('partager les relevés des digues');
  });
});

describe('search', () => {
  test('marks what it found, in the title too, without accents or case', async () => {
    const body = await html('/search?q=DIGUES');
    expect(body).toContain('<mark>Digues</mark>');
    expect(body).toMatch(/<p class="snippet"[^>]*>[^<]*<mark>/);
  });

  test('keeps the text of outlets that show facts only to itself', async () => {
    const body = await html('/search?q=marées');
    const silent = body.split('Note sur les')[1] ?? '';
    expect(silent.slice(0, silent.indexOf('</li>'))).not.toContain('class="snippet"');
  });

  test.each(['%', '"', '"une phrase', '*', '-', 'a'.repeat(5000), '🦊', '\u202e', '" OR 1=1 --', '((((', 'NEAR(a b)'])(
    'survives %j',
    async (query) => {
      expect((await get(`/search?q=${encodeURIComponent(query)}`)).status).toBe(200);
    },
  );

  test.each(['page=-1', 'page=abc', 'page=1e9', 'page=99999999999', 'order=up', 'q=digues&q=deux'])(
    'survives ?%s',
    async (query) => {
      expect((await get(`/search?q=digues&${query}`)).status).toBe(200);
      expect((await get(`/record?${query}`)).status).toBe(200);
    },
  );
});

describe('record', () => {
  test('filters by plain links and ignores what it does not know', async () => {
    expect(await html('/record?country=MA&topic=migration&status=held')).toContain('Ada Lumen');
    expect(await html('/record?country=ma')).toContain('Ada Lumen');
    expect(await html('/record?status=cancelled')).not.toContain('Ada Lumen');
    expect((await get('/record?status=;drop&topic[]=x&country=QQQQ&from=never')).status).toBe(200);
  });
});
