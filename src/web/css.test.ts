import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const folder = new URL('./css/', import.meta.url);

/** Browsers mend a missing brace by dropping what follows, in every later file too: nothing else would tell. */
test.each(readdirSync(folder).filter((name) => name.endsWith('.css')))('%s closes what it opens', (name) => {
  let depth = 0;
  for (const [number, line] of readFileSync(new URL(name, folder), 'utf8').split('\n').entries()) {
    // A rule may only begin at the top or inside an at-rule.
    if (/^[.:a-z#[*].*\{$/.test(line)) expect([number + 1, depth]).toEqual([number + 1, 0]);
    depth += (line.match(/\{/g)?.length ?? 0) - (line.match(/\}/g)?.length ?? 0);
  }
  expect(depth).toBe(0);
});
