import { PGlite } from '@electric-sql/pglite';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openApiChecker } from '../../../test/helpers/api-document.ts';
import { openDikesArchive } from '../../../test/helpers/dikes-archive.ts';
import type { WebArchive } from '../../../test/helpers/web-archive.ts';
import { faults, siteOf } from '../../../test/helpers/web-site.ts';
import { openPoolStore } from '../../store/open-store.ts';
import { createPglitePool } from '../../testing/pglite-pool.ts';
import { openApiDocument } from './api.ts';
import type { ApiParameter } from './document.ts';

const document = openApiDocument();
const checker = openApiChecker(document);

// What one database takes, the other may refuse: text that is none, numbers that fit no column.
let postgres: PGlite;
const archives = new Map<'SQLite' | 'PGlite', WebArchive>();
beforeAll(async () => {
  archives.set('SQLite', await openDikesArchive());
  postgres = await PGlite.create();
  await postgres.exec('create schema api');
  archives.set('PGlite', await openDikesArchive(await openPoolStore(createPglitePool(postgres, 'api'))));
}, 120_000);
afterAll(async () => {
  for (const archive of archives.values()) await archive.close();
  await postgres.close();
});

const cursors = fc
  .array(fc.oneof(fc.string({ unit: 'binary', maxLength: 12 }), fc.double(), fc.integer(), fc.constant(null)), {
    maxLength: 5,
  })
  .map((key) => Buffer.from(JSON.stringify(key)).toString('base64url'));

const rubbish = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 400 }),
  fc.constantFrom(
    '',
    ' ',
    '\u0000',
    '%',
    '%00',
    "' or 1=1 --",
    '../../etc/passwd',
    '1e3',
    '-1',
    '0x10',
    '__proto__',
    '""',
    '(',
    'country:',
    '-',
  ),
  cursors,
);

/** Values that look like what the parameter takes, and some that do not. */
function wishOf({ name, schema }: ApiParameter): fc.Arbitrary<string> {
  const shaped: fc.Arbitrary<string>[] = [];
  if (schema.enum !== undefined) shaped.push(fc.constantFrom(...schema.enum.map(String)));
  if (schema.items?.enum !== undefined) {
    shaped.push(fc.subarray(schema.items.enum.map(String), { minLength: 1 }).map((some) => some.join(',')));
  }
  if (schema.type === 'integer') {
    shaped.push(fc.integer({ min: schema.minimum ?? 0, max: Math.min(schema.maximum ?? 50, 200) }).map(String));
    shaped.push(fc.integer().map(String));
  }
  if (schema.type === 'boolean') shaped.push(fc.constantFrom('true', 'false'));
  if (schema.format === 'date') {
    const day = fc.date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
    shaped.push(day.map((one) => one.toISOString().slice(0, 10)));
  }
  if (name === 'cursor') shaped.push(cursors);
  if (name === 'country' || name === 'code') shaped.push(fc.constantFrom('MA', 'es', 'QQ', 'ZZ'));
  if (name === 'pair') shaped.push(fc.constantFrom('ES-MA', 'ma-es', 'AA-AA'));
  if (name === 'q') shaped.push(fc.constantFrom('digues', '"deux ministres" OR country:MA', 'date:2024-13', 'from:'));
  return fc.oneof(...shaped, rubbish);
}

describe.each(Object.entries(document.paths))('%s', (path, { get }) => {
  const parameters = get.parameters ?? [];
  const request = fc.record({
    part: rubbish,
    query: fc.record(
      Object.fromEntries(parameters.filter((one) => one.in === 'query').map((one) => [one.name, wishOf(one)] as const)),
      { requiredKeys: [] },
    ),
    more: fc.option(fc.tuple(rubbish, rubbish), { freq: 8, nil: undefined }),
    language: fc.constantFrom('fr', 'ar', 'nonsense;q=x', ''),
  });

  test.each(['SQLite', 'PGlite'] as const)(
    'answers nonsense as the document says, and never with a fault, on %s',
    async (database) => {
      faults.length = 0;
      const archive = archives.get(database);
      if (archive === undefined) throw new Error('not open');
      const site = siteOf(archive);
      await fc.assert(
        fc.asyncProperty(request, async ({ part, query, more, language }) => {
          const asked = new URLSearchParams(query as Record<string, string>);
          if (more !== undefined) asked.append(...more);
          // A dot or nothing is another address, before it comes to the site.
          const id = part === '' || part === '.' || part === '..' || /\p{Cs}/u.test(part) ? 'x' : part;
          const address = `${path.replace(/\{\w+\}/, encodeURIComponent(id))}?${asked.toString()}`;
          const response = await site.request(address, { headers: { 'accept-language': language } });
          const text = await response.text();
          expect([address, response.status]).not.toEqual([address, 500]);
          const isLines = (response.headers.get('content-type') ?? '').includes('ndjson');
          const wrong = checker.wrongWith(path, response, isLines || text === '' ? undefined : JSON.parse(text));
          expect([address, wrong]).toEqual([address, undefined]);
          if (response.status === 400) expect(JSON.parse(text).context.parameter).toBeTypeOf('string');
        }),
        { numRuns: database === 'SQLite' ? 60 : 25 },
      );
      expect(faults).toEqual([]);
    },
    60_000,
  );
});
