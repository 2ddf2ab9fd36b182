import { describe, expect, test } from 'vitest';
import type { FetchDomain } from '../../store/collecting.ts';
import type { FetchedAnswer, Fetcher, FetchFailure } from './fetcher.ts';
import { createVisitor, retryAfter } from './visitor.ts';

type Page = Partial<Pick<FetchedAnswer, 'status' | 'headers'>> & { readonly text?: string; readonly fails?: string };

/** A world of its own: pages by address, a clock that only sleeping moves, and a diary of what was asked when. */
function openWorld(pages: Readonly<Record<string, Page>>, pauseMs?: number) {
  const began = Date.parse('2024-02-01T10:00:00Z');
  let time = began;
  const asked: string[] = [];
  const domains = new Map<string, FetchDomain>();
  const world = { ...pages };
  const fetcher: Fetcher = {
    async fetch(request): Promise<FetchedAnswer | FetchFailure> {
      const redirects: never[] = [];
      try {
        const refusal = await request.mayFetch?.(new URL(request.address));
        if (refusal !== undefined) return { kind: 'failure', code: 'robots-refused', detail: refusal, redirects };
      } catch (error) {
        return { kind: 'failure', code: 'fetch-failed', detail: (error as Error).message, redirects };
      }
      asked.push(`${(time - began) / 1_000} ${request.address}`);
      const robots = request.address.endsWith('/robots.txt');
      const {
        status = 200,
        headers = {},
        text = '',
        fails,
      } = world[request.address] ?? (robots ? { status: 404 } : {});
      if (fails !== undefined) return { kind: 'failure', code: 'fetch-failed', detail: fails, redirects };
      const whole = new TextEncoder().encode(text);
      const bytes = request.cut === true ? whole.slice(0, request.maxBytes) : whole;
      return { kind: 'answer', status, headers, bytes, address: request.address, redirects };
    },
    close: async () => {},
  };
  const visitor = createVisitor({
    fetcher,
    userAgent: 'Rapporteur/1 (test)',
    now: () => new Date(time),
    memory: { get: async (domain) => domains.get(domain), put: async (state) => void domains.set(state.domain, state) },
    sleep: async (milliseconds) => {
      time += milliseconds;
    },
    ...(pauseMs === undefined ? {} : { pauseMs }),
  });
  return {
    asked,
    world,
    visit: (address: string, own?: number) =>
      visitor.visit({ address, maxBytes: 1_000, ...(own === undefined ? {} : { pauseMs: own }) }),
    pass: (minutes: number) => {
      time += minutes * 60_000;
    },
  };
}

const robots = 'https://www.coast.example/robots.txt';
const [one, two, third] = [1, 2, 3].map((n) => `https://www.coast.example/${n}`) as [string, string, string];

describe('pauses', () => {
  test('two seconds between any two requests to one registrable domain, none between domains', async () => {
    const { visit, asked } = openWorld({});
    await Promise.all([visit(one), visit(two), visit('https://other.example/')]);
    expect(asked.filter((line) => line.includes('coast'))).toEqual([`0 ${robots}`, `2 ${one}`, `4 ${two}`]);
    await visit('https://news.coast.example/');
    expect(asked.slice(-2)).toEqual(['6 https://news.coast.example/robots.txt', '8 https://news.coast.example/']);
  });

  test.each<[string, string, number | undefined, number]>([
    ['what robots.txt asks for', 'User-agent: *\nCrawl-delay: 7', undefined, 7],
    ['at most a minute of it', 'User-agent: *\nCrawl-delay: 86400', undefined, 60],
    ['never less than ours', 'User-agent: *\nCrawl-delay: 1', undefined, 2],
    ['what a person set stands above it', 'User-agent: *\nCrawl-delay: 7', 500, 0.5],
  ])('%s', async (_name, text, own, seconds) => {
    const { visit, asked } = openWorld({ [robots]: { text } });
    await visit(one, own);
    await visit(two, own);
    const times = asked.map((line) => Number(line.split(' ')[0]));
    expect((times[2] ?? 0) - (times[1] ?? 0)).toBe(seconds);
  });
});

describe('robots.txt', () => {
  test('is asked once a day, and obeyed', async () => {
    const { visit, asked, pass } = openWorld({ [robots]: { text: 'User-agent: rapporteur\nDisallow: /2' } }, 0);
    expect(await visit(one)).toMatchObject({ status: 200 });
    expect(await visit(two)).toMatchObject({ kind: 'failure', code: 'robots-refused' });
    pass(23 * 60);
    await visit(one);
    expect(asked.filter((line) => line.endsWith(robots))).toHaveLength(1);
    pass(61);
    await visit(one);
    expect(asked.filter((line) => line.endsWith(robots))).toHaveLength(2);
  });

  test('of a long one the beginning is read, in whole lines', async () => {
    const long = `User-agent: *\nDisallow: /2\n${'# mere words\n'.repeat(45_000)}`.slice(0, 512 * 1024 - 4);
    const { visit } = openWorld({ [robots]: { text: `${long}\nDisallow: /\nDisallow: /3` } }, 0);
    expect(await visit(one)).toMatchObject({ status: 200 });
    expect(await visit(two)).toMatchObject({ code: 'robots-refused' });
    expect(await visit(third)).toMatchObject({ status: 200 });
  });

  test.each<[string, Page]>([
    ['HTTP 503', { status: 503 }],
    ['ECONNREFUSED', { fails: 'ECONNREFUSED' }],
  ])(
    'when it cannot be told (%s), nothing is fetched, and it is asked again ten minutes later',
    async (detail, page) => {
      const { visit, asked, world, pass } = openWorld({ [robots]: page }, 0);
      const waits = { kind: 'failure', code: 'fetch-failed', detail: `robots.txt of www.coast.example: ${detail}` };
      expect(await visit(one)).toMatchObject(waits);
      expect(await visit(two)).toMatchObject(waits);
      expect(asked).toEqual([`0 ${robots}`]);
      world[robots] = { text: 'User-agent: *\nDisallow: /2' };
      pass(11);
      expect(await visit(one)).toMatchObject({ status: 200 });
      world[robots] = page;
      pass(25 * 60);
      // The rules of last time go on.
      expect(await visit(one)).toMatchObject({ status: 200 });
      expect(await visit(two)).toMatchObject({ code: 'robots-refused' });
    },
  );
});

describe('a clock that was wrong', () => {
  test('what was noted in a year to come holds nobody back', async () => {
    const { visit, asked, pass } = openWorld({ [one]: { status: 429 } }, 2_000);
    pass(10 * 365 * 24 * 60);
    expect(await visit(one)).toMatchObject({ status: 429 });
    expect(await visit(two)).toMatchObject({ kind: 'blocked' });
    pass(-10 * 365 * 24 * 60);
    const before = asked.length;
    expect(await visit(two)).toMatchObject({ status: 200 });
    // The rules are asked for anew, and no pause is longer than it should be.
    expect(asked.slice(before)).toEqual([`4 ${robots}`, `6 ${two}`]);
  });
});

describe('refusals', () => {
  test('three 403 in a row block the domain, longer each time; an answer forgives', async () => {
    const { visit, world, pass, asked } = openWorld({ [one]: { status: 403 } }, 0);
    for (let i = 0; i < 3; i++) expect(await visit(one)).toMatchObject({ status: 403 });
    expect(await visit(two)).toEqual({ kind: 'blocked', until: '2024-02-01T12:00:00.000Z', refusals: 3 });
    const before = asked.length;
    pass(121);
    expect(await visit(one)).toMatchObject({ status: 403 });
    expect(await visit(two)).toMatchObject({ kind: 'blocked', until: '2024-02-01T16:01:00.000Z' });
    expect(asked).toHaveLength(before + 1);
    pass(241);
    world[one] = {};
    expect(await visit(one)).toMatchObject({ status: 200 });
    world[one] = { status: 403 };
    await visit(one);
    expect(await visit(two)).toMatchObject({ status: 200 });
  });

  test.each<[string, Page, string]>([
    ['429 alone', { status: 429 }, '2024-02-01T10:30:00.000Z'],
    ['429 with seconds', { status: 429, headers: { 'retry-after': '90' } }, '2024-02-01T10:01:30.000Z'],
    [
      '503 with a date',
      { status: 503, headers: { 'retry-after': 'Thu, 01 Feb 2024 13:00:00 GMT' } },
      '2024-02-01T13:00:00.000Z',
    ],
  ])('%s blocks at once', async (_name, page, until) => {
    const { visit } = openWorld({ [third]: page }, 0);
    expect(await visit(third)).toMatchObject({ kind: 'answer', status: page.status });
    expect(await visit(one)).toMatchObject({ kind: 'blocked', until });
  });

  test.each([
    ['120', '2024-02-01T10:02:00.000Z'],
    ['Thu, 01 Feb 2024 10:00:05 GMT', '2024-02-01T10:00:05.000Z'],
    ['99999999', '2024-02-03T10:00:00.000Z'],
    ['Thu, 01 Feb 2024 09:00:00 GMT', undefined],
    ['soon', undefined],
    ['0', undefined],
    [undefined, undefined],
  ])('Retry-After: %s', (value, expected) => {
    expect(retryAfter(value, new Date('2024-02-01T10:00:00Z'))).toBe(expected);
  });
});
