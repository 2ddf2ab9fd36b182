import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { loadAssets } from './assets.ts';

const folder = new URL('./css/', import.meta.url);
const sheets = readdirSync(folder).filter((name) => name.endsWith('.css'));

// A rule that is left open swallows every rule after it, in this file and in the next ones, and nothing complains.
test.each(sheets)('every rule of %s is closed', (name) => {
  let depth = 0;
  for (const [index, line] of readFileSync(new URL(name, folder), 'utf8').split('\n').entries()) {
    for (const sign of line) depth += sign === '{' ? 1 : sign === '}' ? -1 : 0;
    expect([index + 1, depth >= 0 && depth <= 2]).toEqual([index + 1, true]);
    // A selector at the edge of the line begins a rule of its own.
    if (/^[.#a-z@]/.test(line)) expect([index + 1, line, depth <= 1]).toEqual([index + 1, line, true]);
  }
  expect(depth).toBe(0);
});

test('all of them are in the style sheet', () => {
  const assets = loadAssets();
  const css = Buffer.from(assets.get(assets.styleSheet)?.body ?? []).toString();
  for (const name of sheets) {
    const rule = /^(\.[^{,\n]+) \{$/m.exec(readFileSync(new URL(name, folder), 'utf8'))?.[1];
    if (rule !== undefined) expect([name, css.includes(`${rule} {`)]).toEqual([name, true]);
  }
});
