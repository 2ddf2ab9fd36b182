import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { evaluateExtract } from './command.ts';
import { withoutTags } from './gold-pages.ts';
import { shingleOverlap } from './shingles.ts';

let folder: string;
let output: string;
let errors: string;
const streams = {
  out: (text: string) => {
    output += text;
  },
  error: (text: string) => {
    errors += text;
  },
};

const first = 'The ferry between the two islands sailed again on Monday after three weeks in the dock for repairs.';
const second =
  'Passengers waited on the quay since six in the morning, and the captain greeted every one of them by name.';
const page = {
  id: '1',
  url: 'https://paper.example/ferry',
  type: 'article',
  html: `<html><head><title>Ferry sails again</title><meta name="author" content="Ada Quill"></head><body><nav><a href="/">Home page of the paper</a></nav><article><h1>Ferry sails again</h1><p>${first}</p><p>${second}</p></article></body></html>`,
  gold: { text: `${first}\n${second}`, title: 'Ferry sails again', author: 'Ada Quill', date: '2024-01-19' },
};
const phrases = {
  ...page,
  id: '2',
  type: 'forum',
  gold: { with_: ['ferry between the two', 'no such words'], without: ['Home page of the paper'] },
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'extract-'));
  output = '';
  errors = '';
  const lines = [page, phrases].map((line) => JSON.stringify(line)).join('\n');
  writeFileSync(join(folder, 'pages.jsonl.gz'), gzipSync(lines));
});
afterEach(() => rmSync(folder, { recursive: true }));

const run = (...args: string[]) => evaluateExtract([join(folder, 'pages.jsonl.gz'), ...args], streams);

describe('evaluate extract', () => {
  test('figures of a page that is read right and a date that is missed', async () => {
    expect(await run('--json')).toBe(0);
    const figures = JSON.parse(output);
    expect(figures.body.f1).toMatchObject({ value: 1, n: 1 });
    expect(figures.title).toMatchObject({ value: 1, n: 1 });
    expect(figures.authors.value).toBe(1);
    expect(figures.date).toMatchObject({ value: 0, n: 1 });
    expect(figures.phrases.r).toMatchObject({ value: 0.5, n: 2 });
    expect(figures.phrases.absent.value).toBe(1);
    expect(figures.worst.map(({ url }: { url: string }) => url)).toEqual([page.url]);
  });

  test('the table names what was measured and quotes no page', async () => {
    expect(await run()).toBe(0);
    expect(output).toMatch(/peak memory, one page at a time\s+(?:\d+ MB|not measured)/);
    expect(output).toMatch(/speed, CPU time, (?:cold|while scoring)\s+\d+ pages\/s, p99 \d+ ms/);
    expect(output).toMatch(/body F1, mean of pages\s+100\.0 {2}n=1/);
    expect(output).toMatch(/Type by the gold.*\n\s+article\s+article 1\n\s+forum\s+article 1/);
    expect(output).toContain('By language of the page');
    expect(output).not.toContain('quay');
  });

  test('several files are read one after the other, so many pages of each', async () => {
    const more = join(folder, 'more.jsonl');
    writeFileSync(more, [phrases, page, page].map((line) => JSON.stringify(line)).join('\n'));
    expect(await run(more, '--json')).toBe(0);
    expect(JSON.parse(output)).toMatchObject({ pages: 5, body: { f1: { value: 1, n: 3 } } });
    output = '';
    expect(await run(more, '--limit=1', '--json')).toBe(0);
    expect(JSON.parse(output)).toMatchObject({ pages: 2, phrases: { r: { n: 2 } } });
    expect(await run(more, join(folder, 'none.jsonl'))).toBe(2);
    expect(errors).toContain('none.jsonl');
  });

  test('--type, --limit and --flat choose the pages and their form', async () => {
    expect(await run('--type', 'forum', '--json')).toBe(0);
    expect(JSON.parse(output)).toMatchObject({ pages: 1, body: { f1: { n: 0, value: null } } });
    output = '';
    expect(await run('--limit=1', '--flat', '--json')).toBe(0);
    expect(JSON.parse(output)).toMatchObject({ pages: 1, body: { r: { value: 1 } } });
  });

  test('--host-memory reads a page with what the other pages of its host have in common', async () => {
    const subjects = ['ferry', 'harbour', 'market', 'lighthouse'];
    const motto = 'The paper of both islands brings you what the tide leaves on the shore every single morning.';
    const lines = subjects.map((subject) => {
      const text = `The ${subject} was in the news on Monday, when the council of the invented town met for three hours.`;
      const html = `<p>News of the ${subject}</p><p>${text}</p><p>${motto}</p>`;
      return JSON.stringify({ id: subject, url: `https://paper.example/${subject}`, html, gold: { text } });
    });
    writeFileSync(join(folder, 'pages.jsonl.gz'), gzipSync(lines.join('\n')));
    const precision = async (...args: string[]) => {
      output = '';
      expect(await run('--flat', '--json', ...args)).toBe(0);
      return JSON.parse(output).body.p.value;
    };
    expect(await precision('--host-memory')).toBeGreaterThan(await precision());
  });

  test('--peers puts other readers beside ours, on the same pages', async () => {
    expect(await run('--peers', 'readability,defuddle,metascraper', '--json')).toBe(0);
    const { readers, byLanguage, behind } = JSON.parse(output);
    expect(readers.map(({ name }: { name: string }) => name)).toEqual([
      'rapporteur',
      'readability',
      'defuddle',
      'metascraper',
    ]);
    for (const reader of readers) {
      expect(reader.crashes).toBe(0);
      expect(reader.title).toMatchObject({ value: 1, n: 1 });
      expect(reader.pagesPerSecond).toBeGreaterThan(0);
    }
    expect(readers[0].body.f1).toMatchObject({ value: 1, n: 1 });
    expect(readers[3].body.f1).toMatchObject({ value: null, n: 0 });
    expect(readers[1].body.r.value).toBe(1);
    expect(byLanguage[0].readers).toHaveLength(4);
    expect(behind).toEqual([]);
    output = '';
    expect(await run('--peers=all')).toBe(0);
    expect(output).toMatch(/rapporteur\s+readability\s+defuddle\s+metascraper/);
    expect(output).not.toContain('quay');
  });

  test.each([
    [[]],
    [['--limit']],
    [['--limit', '0']],
    [['--all']],
    [['another.jsonl']],
    [['--peers', 'goose']],
    [['--peers', 'all', '--flat']],
  ])('%j is refused', async (args) => {
    expect(await (args.length === 0 ? evaluateExtract([], streams) : run(...args))).toBe(2);
    expect(errors).toContain('Usage');
  });
});

test.each([
  ['one two three four five', 'one two three four five', 1, 1],
  ['one two three four five six', 'one two three four five', 2 / 3, 1],
  ['one two three four', 'one two three four five', 1, 0.5],
  ['yes', 'yes', 1, 1],
  ['', 'one two three four', 0, 0],
  ['a b c d a b c d', 'a b c d', 0.2, 1],
])('%j against %j', (text, gold, p, r) => {
  expect(shingleOverlap(text, gold)).toMatchObject({ p, r });
});

test('a file without compression is read like a compressed one', async () => {
  const file = join(folder, 'pages.jsonl');
  writeFileSync(file, `${JSON.stringify(page)}\n\n${JSON.stringify(phrases)}\n`);
  expect(await evaluateExtract([file, '--json'], streams)).toBe(0);
  expect(JSON.parse(output)).toMatchObject({ pages: 2, title: { value: 1 } });
});

test('tags go, blocks become lines, scripts leave nothing', () => {
  expect(withoutTags('<p>One &amp; two</p><script>x()</script><div>Three<b>!</b></div>').trim()).toBe(
    'One & two\n\nThree!',
  );
});
