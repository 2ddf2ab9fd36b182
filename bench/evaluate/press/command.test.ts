import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { evaluatePress } from './command.ts';
import { partOf } from './part.ts';
import type { GoldPage } from './types.ts';

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

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'evaluate-'));
  output = '';
  errors = '';
  mkdirSync(join(folder, 'pages'));
  for (const id of ['1', '2']) {
    const page = {
      id,
      url: `https://example.org/${id}`,
      text: `Ports\n\nThe ports of Oslo were busy (${id}).`,
      lang: 'xx',
    };
    writeFileSync(join(folder, 'pages', `${id}.json`), JSON.stringify(page));
  }
});

afterEach(() => rmSync(folder, { recursive: true }));

/** A story name that falls in the wanted part. */
function storyIn(part: 'open' | 'sealed'): string {
  for (let i = 0; ; i++) if (partOf({ id: 'x', story: `story-${i}` }) === part) return `story-${i}`;
}

function writeGold(): void {
  const pages = (['open', 'sealed'] as const).map(
    (part, i): GoldPage => ({
      id: String(i + 1),
      lang: 'ar',
      kind: 'distractor',
      story: storyIn(part),
      article: { title: `Title of the ${part} page`, body_span: null },
      events: [],
    }),
  );
  writeFileSync(join(folder, 'gold.jsonl'), pages.map((page) => JSON.stringify(page)).join('\n'));
}

test('without gold: one line a page, exit 0', () => {
  const out = join(folder, 'answers.jsonl');
  expect(evaluatePress([folder, '--out', out], streams)).toBe(0);
  const lines = readFileSync(out, 'utf8').trim().split('\n');
  expect(lines.map((line) => (JSON.parse(line) as { id: string }).id)).toEqual(['1', '2']);
});

test('without gold nothing can be scored', () => {
  expect(evaluatePress([folder, '--json'], streams)).toBe(2);
  expect(errors).toContain('gold.jsonl');
});

describe('the sealed part', () => {
  test('its misses are refused', () => {
    writeGold();
    expect(evaluatePress([folder, '--part', 'sealed', '--misses'], streams)).toBe(2);
    expect(errors).toContain('never shown');
    expect(output).toBe('');
  });

  test('its misses stay out of a listing of all', () => {
    writeGold();
    expect(evaluatePress([folder, '--misses'], streams)).toBe(0);
    expect(output).toContain('Title of the open page');
    expect(output).not.toContain('Title of the sealed page');
    expect(output).toContain('1 pages are sealed');
  });

  test('is scored alone', () => {
    writeGold();
    expect(evaluatePress([folder, '--part=sealed', '--json'], streams)).toBe(0);
    expect((JSON.parse(output) as { pages: number }).pages).toBe(1);
  });
});

test.each([[[]], [['nowhere']], [['a', 'b']], [['.', '--part', 'half']], [['.', '--fast']]])(
  'wrong use: %j',
  (args) => {
    expect(evaluatePress(args, streams)).toBe(2);
    expect(errors).toContain('Usage');
  },
);
