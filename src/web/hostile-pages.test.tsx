import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openWebArchive, outletOf, type WebArchive } from '../../test/helpers/web-archive.ts';
import { siteOf } from '../../test/helpers/web-site.ts';

describe('hostile pages', () => {
  const longName = 'Z'.repeat(10_000);
  const hostile = [
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "' style='x' onmouseover='alert(1)",
    'fin \u202eenrevert\u202c et \u2066plus',
    `long ${longName}`,
    'emoji 👩‍👩‍👧‍👦 \ud83d seul',
    '\u200b\u200b',
    '{count, plural, other {#}}',
  ];
  let bad: WebArchive;

  beforeAll(async () => {
    bad = await openWebArchive(
      hostile.map((name, index) => outletOf(`o${index}`, 'full', { name })),
      hostile.map((text, index) => ({
        title: text,
        paragraphs: [`${text} Ada Lumen a reçu`, text],
        url: index === 0 ? 'javascript:alert(1)' : `https://o${index}.example/hostile`,
        outlet: `o${index}`,
        agency: text,
        published: '2024-01-19',
        origin: 'collect' as const,
        facts: [
          { words: 'Ada Lumen', field: 'person' as const },
          { words: text, field: 'outcome' as const },
        ],
      })),
    );
  });
  afterAll(() => bad.close());

  test('are shown, never obeyed', async () => {
    const app = siteOf(bad, { publishLocalInFull: true });
    const paths = [
      '/',
      '/stories/s1',
      `/meetings/${bad.meetingId}`,
      '/dossiers/ES-MA',
      '/outlets',
      '/record',
      '/search?q=lumen',
    ];
    for (const path of [...paths, ...bad.articleIds.map((id) => `/articles/${id}`)]) {
      for (const language of ['fr', 'ar']) {
        const response = await app.request(path, { headers: { 'accept-language': language } });
        const body = await response.text();
        expect([path, response.status]).toEqual([path, 200]);
        expect(body).not.toMatch(
          /<script(?! type="application\/ld\+json">| type="module" src="\/assets\/site\.[0-9a-f]+\.js">)|<img|\son[a-z]+="|\sstyle="|href="javascript:/i,
        );
        expect(body).not.toMatch(/[\u202a-\u202e\u2066\u2067]/);
        // A lone surrogate would not survive the way to the browser.
        expect(Buffer.from(body).toString()).toBe(body);
      }
    }
  });

  test('a title of ten thousand letters stays out of lists', async () => {
    const app = siteOf(bad);
    expect(await (await app.request('/')).text()).not.toContain('Z'.repeat(500));
  });
});
