import { expect, test } from 'vitest';
import type { ArticleSpec } from '../../../../test/helpers/article-records.ts';
import { archiveOf, change } from '../../../../test/helpers/fusion-change.ts';
import { fuseMeetings } from './fuse-meetings.ts';

test('a page of one pair and week reads only the reports of that pair and week', async () => {
  const specs = Array.from({ length: 200 }, (_, i): ArticleSpec => {
    const month = String(1 + (i % 10)).padStart(2, '0');
    return {
      id: `a${i}`,
      published: `2024-${month}-05`,
      meetings: [
        {
          sides: { SE: ['minister:interior Anna Karlsson'], [i % 2 === 0 ? 'TN' : 'LY']: ['minister:interior'] },
          day: `2024-${month}-04`,
        },
      ],
    };
  });
  const archive = archiveOf(specs);
  const before = fuseMeetings([...archive.values()]);
  const added: ArticleSpec = { ...(specs[0] as ArticleSpec), id: 'new' };
  const { part, whole } = await change(before, archive, archiveOf([...specs, added]));
  // Twenty of its month, and the new one.
  expect(part.reportsRead).toBe(21);
  expect(part.scope.meetings.size).toBe(1);
  const differing = whole.meetings.filter(
    (one) => !before.meetings.some((old) => JSON.stringify(old) === JSON.stringify(one)),
  );
  expect(differing).toHaveLength(1);
});

test('what is read for one more page does not grow with the archive', async () => {
  const readOf = async (years: number) => {
    const specs = Array.from({ length: years * 60 }, (_, i): ArticleSpec => {
      const day = `${2000 + Math.floor(i / 60)}-${String(1 + (i % 12)).padStart(2, '0')}-${String(2 + (i % 25)).padStart(2, '0')}`;
      const guest = ['minister:interior Ben Haddad', 'minister:interior'][i % 2] ?? '';
      const sides: Record<string, readonly string[]> =
        i % 5 === 0
          ? { TN: [guest], '?': ['minister:interior Karlsson'] }
          : { TN: [guest], SE: ['minister:interior Anna Karlsson'] };
      return { id: `a${i}`, published: day, meetings: [{ sides, day }] };
    });
    const archive = archiveOf(specs);
    const added: ArticleSpec = { ...(specs[years * 30 + 1] as ArticleSpec), id: 'b' };
    const next = new Map([...archive, ...archiveOf([added])]);
    return (await change(fuseMeetings([...archive.values()]), archive, next)).read;
  };
  const [few, many] = [await readOf(3), await readOf(24)];
  expect(few.articles).toBeGreaterThan(0);
  for (const kind of ['articles', 'keys', 'spellings', 'people'] as const)
    expect([kind, many[kind] <= few[kind] * 1.5]).toEqual([kind, true]);
});
