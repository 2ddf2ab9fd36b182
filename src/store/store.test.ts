import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldWord } from '../core/text/normalise.ts';
import { type Invented, inventPage, storeInvented } from '../testing/invented.ts';
import { openSqliteStore } from './open-store.ts';
import { searchTokens } from './search/analyse.ts';

const titles: Readonly<Record<string, readonly string[]>> = {
  fr: ['Réunion à l’été des ministères œuvrant ensemble', "Aujourd'hui, les pêcheurs négocient l'accord européen"],
  en: ["The minister's naïve proposals were withdrawn", 'Co-operation between agencies resumes, officials say'],
  es: ['La cooperación española continúa este año', 'Los niños y la educación: reunión en Córdoba'],
  ar: ['وزيرُ الداخليّة يستقبل نظيره ويؤكّد متانة العلاقات', 'الاتفاقيات الأمنية بين الدولتين جاهزة للتوقيع'],
};

describe('search', () => {
  test('finds every word of a stored title without accents, in every language', async () => {
    const store = await openSqliteStore(':memory:');
    for (const [language, own] of Object.entries(titles)) {
      for (const title of own) {
        await storeInvented(store, { name: title, title, language });
        for (const token of searchTokens(title)) {
          const word = title.slice(token.start, token.end);
          for (const text of [word, foldWord(word), word.toUpperCase()]) {
            const { hits } = await store.search.find({ text });
            const hit = hits.find((one) => one.article.title === title);
            expect(hit, text).toBeDefined();
            expect(
              hit?.titleMarks.some((mark) => mark.start <= token.start && mark.end >= token.end),
              text,
            ).toBe(true);
          }
        }
        const phrase = await store.search.find({ text: `"${foldWord(title).replaceAll('"', '')}"` });
        expect(phrase.hits.map((one) => one.article.title)).toContain(title);
      }
    }
    await store.close();
  });
});

const press = fc.uniqueArray(
  fc.record({
    name: fc.stringMatching(/^[a-z]{1,6}$/),
    day: fc.integer({ min: 1, max: 28 }),
    title: fc.constantFrom('Visite', 'Accord', 'Signature'),
  }),
  { selector: (one) => one.name, minLength: 2, maxLength: 8 },
);

describe('lists', () => {
  test('are the same whatever the order of arrival, and putting a page twice changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(press, fc.infiniteStream(fc.nat()), async (pages, chance) => {
        const shuffled = pages
          .map((page) => ({ page, key: chance.next().value ?? 0 }))
          .sort((a, b) => a.key - b.key)
          .map(({ page }) => page);
        const shown = [];
        for (const order of [pages, [...shuffled, ...pages]]) {
          const store = await openSqliteStore(':memory:');
          for (const { name, day, title } of order) {
            const invented: Invented = { name, title, published: `2024-01-${String(day).padStart(2, '0')}` };
            const { change } = await store.pages.put(inventPage(invented));
            if (change === 'new') await storeInvented(store, invented);
          }
          const { items, total } = await store.articles.list({ limit: 100 });
          const found = await store.search.find({ text: 'accord' });
          // Articles of one day stand in the order of arrival: compare the days, and what stands on each.
          shown.push({
            total,
            days: items.map((row) => row.sortDay),
            rows: items.map((row) => `${row.sortDay} ${row.id} ${row.title}`).sort(),
            found: found.hits.map((hit) => hit.article.id).sort(),
            counts: await store.counts(),
          });
          await store.close();
        }
        expect(shown[1]).toEqual(shown[0]);
      }),
      { numRuns: 15 },
    );
  });
});
