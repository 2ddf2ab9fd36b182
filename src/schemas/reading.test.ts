import { describe, expect, test } from 'vitest';
import { testArticle, testRecord } from '../../test/helpers/schema-nouns.ts';
import { renderReading } from './reading.ts';

describe('reading', () => {
  const article = testArticle();
  const record = testRecord();
  const reading = renderReading({ id: 'page-7', article, record });

  test('every fact shows the words that it rests on', () => {
    const main = reading.record.meetings[0];
    expect(reading.id).toBe('page-7');
    expect(main?.participants[0]).toMatchObject({ name: 'Sami Aland', country: 'TN', role: 'minister:interior' });
    expect(main?.participants[0]?.evidence[0]?.quote).toBe('The minister of Aland');
    expect(main?.when).toMatchObject({ day: '2024-01-22', evidence: [{ quote: 'on Monday' }] });
    expect(main?.evidence.type[0]?.quote).toBe('received');
    expect(main?.sentence.quote).toBe('The minister of Aland received his counterpart in Tunis.');
    expect(main?.countries).toEqual(['IT', 'TN']);
  });

  test('background meetings stand apart', () => {
    expect(reading.record.meetings.map((one) => one.prominence)).toEqual(['main']);
    expect(reading.record.background.map((one) => one.prominence)).toEqual(['background']);
  });

  test('text and quotes follow the publish setting', () => {
    const facts = renderReading({ article, record }, { publish: 'facts', blocks: true });
    expect(facts.article.body).toBeNull();
    expect(facts.record.meetings[0]?.sentence.quote).toBeNull();
    expect(facts.article.blocks?.filter((block) => block.text !== null).map((block) => block.label)).toEqual([
      'headline',
    ]);
    expect(facts.article.images[0]?.caption).toBeNull();
    expect(facts.article.videos[0]).toMatchObject({ kind: 'file', title: null });
    expect(facts.article.items[0]).toMatchObject({ title: null, url: 'https://news.example/2' });
    const excerpt = renderReading({ article, record }, { publish: 'excerpt' });
    expect(excerpt.article.bodyComplete).toBe(false);
    expect(excerpt.article.items[0]?.title).toBe('Talks in Tunis');
    expect(excerpt.record.meetings[0]?.sentence.quote).toContain('received');
  });
});
