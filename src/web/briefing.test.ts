import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { agreed, openDikesArchive, sentence } from '../../test/helpers/dikes-archive.ts';
import type { WebArchive } from '../../test/helpers/web-archive.ts';
import { faults, siteOf } from '../../test/helpers/web-site.ts';
import { escapeMarkdown } from './briefing-markdown.ts';

let archive: WebArchive;
let meetingId: string;
beforeAll(async () => {
  archive = await openDikesArchive();
  meetingId = (await archive.store.record.listMeetings({})).items[0]?.id ?? '';
});
afterAll(() => archive.close());

const get = async (path: string, language = 'en') => {
  const response = await siteOf(archive).request(path, { headers: { 'accept-language': language } });
  return { status: response.status, type: response.headers.get('content-type'), body: await response.text() };
};
const words = (body: string) => body.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');

describe('the briefing of a dossier', () => {
  test('cites each sentence with a numbered source, its archived copy and its hash', async () => {
    const { status, body } = await get('/dossiers/ES-MA/briefing');
    expect(status).toBe(200);
    const numbers = [...body.matchAll(/href="#source-(\d+)"/g)].map(([, number]) => number);
    expect(numbers.length).toBeGreaterThan(1);
    for (const number of numbers) expect(body).toContain(`id="source-${number}"`);
    expect(words(body)).toContain(sentence);
    expect(words(body)).toContain(agreed);
    expect(words(body)).toMatch(/SHA-256 [0-9a-f]{64}/);
    expect(words(body)).toContain('As of 3 February 2024: one meeting.');
  });

  test('has one address, and none where there is nothing', async () => {
    const moved = await siteOf(archive).request('/dossiers/ma-es/briefing');
    expect([moved.status, moved.headers.get('location')]).toEqual([301, '/dossiers/ES-MA/briefing']);
    expect((await get('/dossiers/ES-PT/briefing')).status).toBe(404);
    expect((await get('/dossiers/nowhere/briefing')).status).toBe(404);
    expect((await get('/dossiers/ES-PT.md')).status).toBe(404);
    expect((await get('/meetings/none.md')).status).toBe(404);
  });

  test('in four languages without a key of a message', async () => {
    for (const language of ['fr', 'en', 'es', 'ar']) {
      const { body } = await get('/dossiers/ES-MA/briefing', language);
      expect(words(body)).not.toMatch(/\bbriefing\.[a-z]/);
      expect(body).not.toMatch(/undefined|\[object/);
    }
    expect(faults).toEqual([]);
  });
});

describe('Markdown', () => {
  test.each([['/dossiers/ES-MA.md'], ['meeting']])(
    '%s: facts, sentences and footnotes that are all there',
    async (path) => {
      const { status, type, body } = await get(path === 'meeting' ? `/meetings/${meetingId}.md` : path);
      expect(status).toBe(200);
      expect(type).toBe('text/markdown; charset=utf-8');
      expect(body).toMatch(/^# /);
      expect(body).toContain(`  > ${sentence} [^1]`);
      expect(body).toMatch(/- \*\*When\*\*: 19 January 2024 \[\^\d\]/);
      const cited = new Set([...body.matchAll(/\[\^(\d+)\](?!:)/g)].map(([, number]) => number));
      const told = new Set([...body.matchAll(/^\[\^(\d+)\]: .*SHA-256 `[0-9a-f]{64}`$/gm)].map(([, number]) => number));
      expect(told).toEqual(cited);
    },
  );

  test.each([
    ['# a *b* [c](d) <e>\nf', '\\# a \\*b\\* \\[c\\](d) \\<e\\> f'],
    ['1. one', '1\\. one'],
    ['- minus', '\\- minus'],
    ['a\u202eb \u2068c\u2069', 'ab c'],
  ])('%j is only text', (text, expected) => {
    expect(escapeMarkdown(text)).toBe(expected);
  });
});
