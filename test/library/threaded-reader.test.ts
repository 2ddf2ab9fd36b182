import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createInlineReader, type Reader } from '../../src/jobs/reading/reader.ts';
import type { openThreadedReader as open } from '../../src/jobs/reading/threaded-reader.ts';

const TIME_LIMIT = 60_000;
// The built program: its threads run no sources.
const built = new URL('../../dist/jobs/reading/threaded-reader.js', import.meta.url).href;
const { openThreadedReader } = (await import(built)) as { openThreadedReader: typeof open };
const page = (text: string) => ({
  id: 'a1',
  page: { bytes: new TextEncoder().encode(text), savedAt: '2024-03-16T08:00:00Z' },
});
const talks = page(
  '<title>Talks</title><article><h1>Talks in Rabat</h1><p>The Moroccan Minister of the Interior, Karim Benslimane, met his Spanish counterpart in Rabat on Friday. Both sides spoke about migration.</p></article>',
);
/** Large enough that no limit for tests lets it through, small enough to be made quickly. */
const huge = page(
  `<article><h1>Long</h1>${'<p>The ministers met and spoke about one thing.</p>'.repeat(400_000)}</article>`,
);

describe('reading in threads', () => {
  let reader: Reader;
  beforeAll(() => {
    reader = openThreadedReader({ threads: 2 });
  });
  afterAll(() => reader.close());

  test(
    'gives what this thread gives, articles that are coded again too',
    async () => {
      const [there, here] = [await reader.read(talks), await createInlineReader().read(talks)];
      expect(there).toEqual(here);
      const work = { article: there.article, homeCountry: 'MA' } as const;
      expect(await reader.code(work)).toEqual(await createInlineReader().code(work));
    },
    TIME_LIMIT,
  );
});

describe('a page that asks too much', () => {
  test.each([
    ['time', { timeLimitMs: 2_000 }, /more than/],
    ['memory', { memoryMb: 64 }, /MB|thread/],
  ])(
    'of %s is refused alone, and the pages beside and after it are read',
    async (_what, limits, detail) => {
      const reader = openThreadedReader({ threads: 2, ...limits });
      try {
        await expect(reader.read(huge)).rejects.toMatchObject({
          code: 'page-too-heavy',
          message: expect.stringMatching(detail),
        });
        expect((await reader.read(talks)).article.title?.value).toBe('Talks in Rabat');
      } finally {
        await reader.close();
      }
    },
    TIME_LIMIT,
  );
});
