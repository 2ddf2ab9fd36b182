import { describe, expect, test } from 'vitest';
import { parseBlockSelector } from './block-selector.ts';
import { bodyText } from './body-text.ts';
import { extractArticle } from './extract-article.ts';
import type { OutletProfile } from './outlet-profile.ts';

const html = `<html><head><title>Ferry sails again</title></head><body>
<div id="top" class="bar wide"><p>Welcome to the paper of the two islands, dear readers and sailors.</p></div>
<div class="story main-story"><h1>Ferry sails again</h1>
<div itemprop="articleBody"><p>The ferry between the two islands sailed again on Monday after three weeks in dock.</p>
<p>Passengers waited on the quay since six in the morning and the captain greeted them all by name.</p></div>
<section class="extra"><p>The harbour cafe will open its doors at five in the morning from now on, its owner told the paper.</p></section></div>
</body></html>`;
const labelOf = (text: string, profile: Partial<OutletProfile>) => {
  const article = extractArticle(
    { text: html, url: 'https://paper.example/1' },
    { profile: { name: 'Paper', hosts: ['paper.example'], languages: ['en'], ...profile } },
  );
  const block = article.blocks.find(({ start, end }) => article.text.slice(start, end).includes(text));
  return block && `${block.label} ${block.reason}`;
};

test.each([
  'div',
  '.bar',
  '#top',
  'div.bar.wide',
  '#top.bar',
  '[class*=ba]',
  '[id^="to"]',
  '[class~=wide]',
  'nav, .bar',
])('%s holds the block', (within) => {
  expect(labelOf('Welcome', { blockRules: [{ label: 'notice', within }] })).toBe('notice profile-rule-1');
});

test.each(['p.bar', '.ba', '#bar', '.wide .bar', '[class=bar]', 'nav', '.story'])('%s does not', (within) => {
  expect(labelOf('Welcome', { blockRules: [{ label: 'notice', within }] })).not.toContain('profile-rule');
});

test('one inside the other; all conditions of a rule must hold, and the first rule that fits decides', () => {
  const rules = [
    { label: 'notice', within: '.story .extra', startsWith: 'Nothing' },
    { label: 'advert', within: 'div.story > .extra', matches: 'harbour' },
    { label: 'form', within: '.extra' },
  ] as const;
  expect(labelOf('harbour cafe', { blockRules: rules })).toBe('advert profile-rule-2');
});

describe('bodyWithin', () => {
  const read = (bodyWithin: readonly string[]) =>
    bodyText(
      extractArticle(
        { text: html, url: 'https://paper.example/1' },
        { profile: { name: 'Paper', hosts: ['paper.example'], languages: ['en'], bodyWithin } },
      ),
    );
  test('nothing outside is body', () => {
    expect(read(['[itemprop=articleBody]']).split('\n')).toHaveLength(2);
  });
  test('prose inside is', () => {
    expect(read(['.story'])).toContain('harbour cafe');
  });
  test('a template that is gone changes nothing', () => {
    expect(read(['#gone'])).toBe(bodyText(extractArticle({ text: html, url: 'https://paper.example/1' })));
  });
});

test.each(['', '.', 'div >', 'a:hover', '[href=x]', 'div[', '..x', 'a,,b'])('%j is no selector', (source) => {
  expect(parseBlockSelector(source === 'div >' ? 'div > ,' : source)).toBeUndefined();
});
