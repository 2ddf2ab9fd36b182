import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { bodyText } from '../src/core/extract/body-text.ts';
import { extractArticle } from '../src/core/extract/extract-article.ts';
import { builtinProfiles, findProfile } from '../src/core/extract/profiles/find-profile.ts';
import { projectRoot } from './helpers/run-cli.ts';

const folder = join(projectRoot, 'test/golden/profiles');

test.each(builtinProfiles)('the example page of $name is read as its profile says', (profile) => {
  expect(profile.examplePage, 'a profile that ships has an example page in test/golden/profiles').toBeDefined();
  const text = readFileSync(join(folder, profile.examplePage ?? ''), 'utf8');
  const article = extractArticle({ text });
  expect(findProfile(article.canonicalUrl)).toBe(profile);
  const site = profile.aggregator === true ? article.aggregator : article.outlet;
  expect(site).toMatchObject({ value: profile.name, basis: 'profile' });
  // Where the page names the outlet it came from, that is the outlet.
  const original = /(?:Publié dans|نشر في) (.+?) (?:le|يوم) \d/.exec(text)?.[1];
  if (original !== undefined) expect(article.outlet?.value).toBe(original);
  expect(profile.languages).toContain(article.language.value);
  expect(article.published?.value.edtf.slice(0, 10)).toBe('2024-01-19');
  expect(bodyText(article).split('\n')).toHaveLength(2);
});

test('no example page is left over', () => {
  expect(readdirSync(folder).sort()).toEqual(builtinProfiles.map(({ examplePage }) => examplePage).sort());
});
