import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { openWebArchive } from '../../../test/helpers/web-archive.ts';
import { siteOf } from '../../../test/helpers/web-site.ts';
import { interfaceLanguages } from '../i18n.ts';
import { manualParts, openManual } from './manual.ts';
import { renderDocument } from './render-document.ts';

const render = (markdown: string) =>
  renderDocument(markdown, { file: 'how-to/a.md', slug: 'how-to/a', language: 'en' }, (file) =>
    file === 'reference/commands.md' ? '/docs/reference/commands' : undefined,
  );

describe('a document', () => {
  test('has its title, its headings with places to link to, and their text', () => {
    const made = render('# The `port` & more\n\nText.\n\n## Do it\n\nx\n\n## Do it\n\n### Deeper');
    expect(made.title).toBe('The port & more');
    expect(made.headings).toEqual([
      { id: 'do-it', text: 'Do it' },
      { id: 'do-it-1', text: 'Do it' },
    ]);
    expect(made.html).not.toContain('<h1');
    expect(made.html).toContain('<h3 id="deeper">Deeper</h3>');
  });

  test.each([
    ['[all](../reference/commands.md)', '<a href="/docs/reference/commands">all</a>'],
    ['[all](../reference/commands.md#serve)', '<a href="/docs/reference/commands#serve">all</a>'],
    ['[the code](../../src/core/index.ts)', '<p>the code</p>'],
    ['[x](javascript:alert(1))', '<p>x</p>'],
    ['[out](https://elsewhere.example/)', '<a href="https://elsewhere.example/" rel="external noopener">out</a>'],
    ['<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
    ['a <b onclick="x">b</b>', '&lt;b onclick=&quot;x&quot;&gt;b&lt;/b&gt;'],
    ['<!-- a remark -->\n\nText', '<p>Text</p>'],
    ['```js\nif (a < b) "x";\n```', 'if (a &lt; b) &quot;x&quot;;'],
    ['![a picture](../images/a.png)', '<p>a picture</p>'],
  ])('%j', (markdown, html) => {
    expect(render(`# T\n\n${markdown}`).html).toContain(html);
  });

  test('a remark leaves nothing behind', () => {
    expect(render('# T\n\n<!-- a remark -->\n\nText').html).not.toContain('remark');
  });

  test('a table has heads of columns and scrolls on its own', () => {
    const { html } = render('# T\n\n| a | b |\n|---|---|\n| 1 | `2` |');
    expect(html).toContain('<div class="scroll" tabindex="0"><table><thead><tr><th scope="col">a</th>');
    expect(html).toContain('<td><code>2</code></td>');
  });
});

describe('the manual', () => {
  const slugs = manualParts.flatMap((part) =>
    openManual()
      .entriesOf(part)
      .map(({ slug }) => slug),
  );

  test('has every part', () => {
    for (const part of manualParts) expect([part, openManual().entriesOf(part).length > 0]).toEqual([part, true]);
    expect(slugs).toContain('reference/commands');
    expect(slugs).toContain('glossary');
  });

  test('every document is a page, and every link in it leads to a page or a place on it', async () => {
    const archive = await openWebArchive([], []);
    const site = siteOf(archive);
    for (const slug of new Set(slugs)) {
      const response = await site.request(`/docs/${slug}`);
      expect([slug, response.status]).toEqual([slug, 200]);
      const document = openManual().find(slug, 'en');
      const ids = new Set([...(document?.html ?? '').matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
      for (const [, href = ''] of (document?.html ?? '').matchAll(/<a href="([^"]+)"/g)) {
        if (href.startsWith('#')) expect([slug, href, ids.has(href.slice(1))]).toEqual([slug, href, true]);
        if (!href.startsWith('/docs/')) continue;
        const [path = '', place] = href.slice('/docs/'.length).split('#');
        const target = openManual().find(path, 'en');
        expect([slug, href, target !== undefined]).toEqual([slug, href, true]);
        if (place !== undefined)
          expect([slug, href, target?.html.includes(` id="${place}"`)]).toEqual([slug, href, true]);
      }
    }
    expect((await site.request('/docs')).status).toBe(200);
    for (const path of [
      '/docs/nothing',
      '/docs/how-to',
      '/docs/..%2f..%2fpackage.json',
      '/docs/tutorial/first-five-minutes.fr',
    ]) {
      expect([path, (await site.request(path)).status]).toEqual([path, 404]);
    }
    await archive.close();
  });

  test('the tutorial is in every language of the site, with the same commands', () => {
    const commandsOf = (language: (typeof interfaceLanguages)[number]) => {
      const document = openManual().find('tutorial/first-five-minutes', language);
      expect(document?.language).toBe(language);
      const file = `../../../docs/tutorial/first-five-minutes${language === 'en' ? '' : `.${language}`}.md`;
      const text = readFileSync(new URL(file, import.meta.url), 'utf8');
      return [...text.matchAll(/^(?:npm|npx) [\w ]+/gm)].map(([command]) => command.trim());
    };
    for (const language of interfaceLanguages) expect(commandsOf(language)).toEqual(commandsOf('en'));
    expect(commandsOf('en').length).toBeGreaterThan(6);
  });
});
