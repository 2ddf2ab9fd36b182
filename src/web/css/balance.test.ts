import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const folder = new URL('./', import.meta.url);

/** A rule that is not closed swallows every style sheet after it, and no page fails. */
test.each(readdirSync(folder).filter((name) => name.endsWith('.css')))('%s closes what it opens', (name) => {
  let depth = 0;
  const wrong: number[] = [];
  readFileSync(new URL(name, folder), 'utf8')
    .replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' '))
    .split('\n')
    .forEach((line, index) => {
      // The sheets have no nesting: a rule stands at the top or in one at-rule.
      if (line.includes('{') && depth > 0 && !/^\s/.test(line)) wrong.push(index + 1);
      depth += (line.match(/\{/g) ?? []).length - (line.match(/\}/g) ?? []).length;
    });
  expect([depth, wrong]).toEqual([0, []]);
});
