import { describe, expect, test } from 'vitest';
import { bodyText } from '../core/extract/body-text.ts';
import { extractArticle } from '../core/extract/extract-article.ts';
import { parseProfiles } from '../schemas/profile.ts';
import { translateSiteRules } from './site-rules.ts';
import { selectorOfXPath } from './xpath-selector.ts';

describe('paths', () => {
  test.each([
    ["//div[@id='story']", 'div[id="story"]'],
    ['//article', 'article'],
    ['//*[@itemprop = "articleBody"]', '[itemprop="articleBody"]'],
    ["//div[contains(@class, 'story')]", 'div[class*="story"]'],
    ["//div[starts-with(@id,'post-')]", 'div[id^="post-"]'],
    ["//h1[contains(concat(' ',normalize-space(@class),' '),' head ')]", 'h1[class~="head"]'],
    ["//h1[contains(concat(' ', @class, ' '), ' head ')]", 'h1[class~="head"]'],
    ["//div[@class='a b']//p", 'div[class="a b"] p'],
    ["//div[@id='x']/section", 'div[id="x"] section'],
    ["//section[@id='a'] | //section[@id='b']", 'section[id="a"], section[id="b"]'],
    ["//div[@class='a' or @class='b']", 'div[class="a"], div[class="b"]'],
    ["//div[contains(@class,'a') and (contains(@class,'b'))][@id='c']", 'div[class*="a"][class*="b"][id="c"]'],
    ['/html/body//main', 'main'],
  ])('%s', (path, selector) => {
    expect(selectorOfXPath(path)).toEqual({ selector });
  });

  test.each([
    ['//main/article[1]', /no comparison/],
    ["//div[@data-role='x']", /not id, class or itemprop/],
    ['//time/parent::div', /more than an element/],
    ["//meta[@name='author']/@content", /not id, class or itemprop/],
    ["//div[not(@id='x')]", /no comparison/],
    ["//span[@class='time']", /<span> makes no block/],
    ["//div[@id='x'", /more than an element|not closed/],
    ['story', /no path/],
    ['', /no path/],
  ])('%s is named with its reason', (path, reason) => {
    expect((selectorOfXPath(path) as { problem: string }).problem).toMatch(reason);
  });
});

const rules = `# rules of an invented paper
title: //h1[@class='head']
author: //div[@class="who"]/a
author: //div[@class="who"]
date: //p[contains(@class, 'when')]
body: //div[@id='story']

strip: //div[@class='box']
strip_id_or_class: promo
strip_image_src: /pixel/
tidy: no
next_page_link: //a[@id='next']
replace_string(<br>): <p>
test_url: https://courier.example/1
test_url: https://courier.example/2
`;

test('a rule file becomes a profile, and every line that gives nothing is named', () => {
  const { profile, untranslated } = translateSiteRules('.courier.example.txt', rules);
  expect(profile).toEqual({
    name: 'courier.example',
    hosts: ['courier.example'],
    languages: [],
    examplePage: 'https://courier.example/1',
    blockRules: [
      { label: 'headline', within: 'h1[class="head"]' },
      { label: 'byline', within: 'div[class="who"]' },
      { label: 'publication', within: 'p[class*="when"]' },
      { label: 'other', within: 'div[class="box"]' },
      { label: 'other', within: '[class*="promo"], [id*="promo"]' },
    ],
    bodyWithin: ['div[id="story"]'],
  });
  expect(untranslated.map(({ line, reason }) => `${line} ${reason}`)).toEqual([
    '3 <a> makes no block of its own',
    '10 no profile can say this',
    '11 has no meaning here',
    '12 no profile can say this',
    '13 no profile can say this',
  ]);
  expect(parseProfiles(JSON.stringify([profile]), 'p.json')).toEqual([profile]);
});

test('the profile reads a page as the rules say', () => {
  const { profile } = translateSiteRules('courier.example.txt', rules);
  const sentence = (subject: string) => `The ${subject} was repaired on Monday by the people of the invented town.`;
  const html = `<div id="story"><h2>News</h2><h1 class="head">Repairs</h1><p>${sentence('ferry')}</p><div class="box"><p>${sentence('mill')}</p></div>
<section class="big-promo"><p>${sentence('school')}</p></section></div><div><p>${sentence('market')}</p></div>`;
  const article = extractArticle({ text: html, url: 'https://www.courier.example/1' }, profile ? { profile } : {});
  expect(article.title?.value).toBe('Repairs');
  expect(bodyText(article)).toContain('ferry');
  expect(bodyText(article)).not.toMatch(/mill|school|market/);
});

test('a file that says nothing of a page, or is named for no host, gives no profile', () => {
  expect(translateSiteRules('courier.example.txt', '# nothing\nprune: no\n').profile).toBeUndefined();
  expect(translateSiteRules('LICENSE.txt', 'strip: //nav')).toMatchObject({
    untranslated: [{ line: 0, reason: 'the name of the file is no host' }],
  });
});
