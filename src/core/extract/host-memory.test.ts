import { describe, expect, test } from 'vitest';
import { bodyText } from './body-text.ts';
import { extractArticle } from './extract-article.ts';
import { createHostMemory, emptyHostMemory, hostLines, rememberPage } from './host-memory.ts';

const motto = 'The paper of both islands brings you what the tide leaves on the shore every single morning.';
const prose = (subject: string) =>
  `The ${subject} was in the news on Monday, when the council of the invented town met for three hours to discuss it.`;
const dump = (title: string, ...lines: string[]) => [title, prose(title.toLowerCase()), ...lines, motto].join('\n\n');
const page = (title: string, ...lines: string[]) => ({
  text: dump(title, ...lines),
  format: 'text' as const,
  url: `https://paper.example/${title.toLowerCase().replace(/ /g, '-')}`,
});
const memoryOf = (...titles: string[]) =>
  createHostMemory(titles.map((title) => hostLines(extractArticle(page(title)))));
const labelsOf = (title: string, hostMemory = emptyHostMemory, ...lines: string[]) => {
  const article = extractArticle(page(title, ...lines), { hostMemory });
  return article.blocks.map(({ start, end, reason }) => `${article.text.slice(start, end).slice(0, 9)} ${reason}`);
};

describe('lines of other pages of the host', () => {
  test('are the site, from three pages on', () => {
    expect(labelsOf('Ferry', memoryOf('Harbour', 'Market')).join()).not.toContain('host-memory');
    expect(labelsOf('Ferry', memoryOf('Harbour', 'Market', 'Lighthouse'))).toContain('The paper host-memory');
    const article = extractArticle(page('Ferry'), { hostMemory: memoryOf('Harbour', 'Market', 'Lighthouse') });
    expect(bodyText(article)).toBe(prose('ferry'));
    expect(bodyText(extractArticle(page('Ferry')))).toContain(motto);
  });

  test('that only a small share of the pages has stay what they are', () => {
    const others = Array.from({ length: 17 }, (_, i) => [`x${i}`]);
    const three = ['Harbour', 'Market', 'Lighthouse'].map((title) => hostLines(extractArticle(page(title))));
    expect(labelsOf('Ferry', createHostMemory([...others, ...three])).join()).not.toContain('host-memory');
  });

  test('the own headline is kept, also when the other pages announce it', () => {
    const box = ['Lighthouse keepers return to the rock', 'Market opens at dawn in all seasons'];
    const others = ['Harbour', 'Market', 'Mill', 'School'].map((title) =>
      hostLines(extractArticle(page(title, ...box))),
    );
    const own = labelsOf('Lighthouse keepers return to the rock', createHostMemory(others), ...box);
    expect(own[0]).not.toContain('host-memory');
    expect(own.filter((line) => line.startsWith('Lighthous'))).toHaveLength(2);
    expect(own).toContain('Market op host-memory');
  });
});

test('a page is remembered by lines, not by labels, and the same in any order', () => {
  const articles = ['Harbour', 'Market', 'Lighthouse'].map((title) => extractArticle(page(title)));
  const forward = articles.reduce(rememberPage, emptyHostMemory);
  const backward = [...articles].reverse().reduce(rememberPage, emptyHostMemory);
  expect(forward.pages).toBe(3);
  expect(new Map([...forward.lines].sort())).toEqual(new Map([...backward.lines].sort()));
  const again = extractArticle(page('Harbour'), { hostMemory: forward });
  expect(hostLines(again)).toEqual(hostLines(articles[0] as (typeof articles)[number]));
});

test('memory is bounded; the rarest lines are forgotten', () => {
  const many = (from: number) => Array.from({ length: 8000 }, (_, i) => `line ${from + i}`);
  const memory = createHostMemory([many(0), many(0), many(8000), many(16000)]);
  expect(memory.lines.size).toBe(20_000);
  expect([...memory.lines.values()].filter((count) => count === 2)).toHaveLength(8000);
});
