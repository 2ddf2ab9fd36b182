import { describe, expect, test } from 'vitest';
import { learnLinks, linksOfPage, matchesPattern, patternOf } from './learn-links.ts';

const page = 'https://www.coast.example/news';
const headlines = [
  'The port opens again after the storm',
  'Two towns share the cost of the bridge',
  'A new ferry sails on Monday morning',
];
const html = `<html><body><nav><a href="/">Home</a><a href="/sport">Sport</a><a href="/politics">Politics</a><a href="/economy">Economy</a></nav>
${headlines.map((text, at) => `<article><a href="/2024/01/story-${at}-${1000 + at}.html#top"><img alt=""></a><h2><a href="/2024/01/story-${at}-${1000 + at}.html">${text}</a></h2></article>`).join('')}
<a href="https://other.example/2024/01/story-9-1009.html">A story of somebody else entirely</a><a href="mailto:a@coast.example">Write to us about the port</a></body></html>`;

describe('links of a page without a feed', () => {
  test.each([
    ['https://coast.example/2024/01/story-one-1001.html', '/#/#/*-#.html'],
    ['https://coast.example/news/port', '/news/*'],
    ['https://coast.example/?p=123', '/?p=#'],
    ['https://coast.example/index.php?id=7&lang=fr', '/*.php?id=#&lang=*'],
    ['https://coast.example/12345-the-port', '/#-*'],
  ])('%s has the form %s', (address, pattern) => {
    expect(patternOf(address)).toBe(pattern);
    expect(matchesPattern(address, pattern)).toBe(true);
  });

  test('a rougher form that a person wrote', () => {
    expect(matchesPattern('https://coast.example/news/port-3.html', '/news/*')).toBe(true);
    expect(matchesPattern('https://coast.example/sport/port-3.html', '/news/*')).toBe(false);
  });

  test('headlines are told from sections and from other sites', () => {
    const links = linksOfPage(html, page);
    expect(links.map(({ address }) => new URL(address).host)).not.toContain('other.example');
    const [best] = learnLinks(links);
    expect(best?.pattern).toBe('/#/#/*-#.html');
    expect(best?.links.map(({ text }) => text)).toEqual(headlines);
  });

  test('a page of sections holds no list of articles', () => {
    const sections = ['Sport', 'Politics', 'Economy', 'Culture']
      .map((name) => `<a href="/${name}">${name}</a>`)
      .join('');
    expect(learnLinks(linksOfPage(`<body>${sections}</body>`, page))).toEqual([]);
  });
});
