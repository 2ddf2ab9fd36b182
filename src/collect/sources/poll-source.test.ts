import { expect, test } from 'vitest';
import { linkOf } from './poll-source.ts';

test.each([
  ['<https://hub.example/>; rel="hub"', 'hub', 'https://hub.example/'],
  [
    '<https://coast.example/feed>; rel=self, <https://hub.example/a?b=1,2>; rel=hub',
    'hub',
    'https://hub.example/a?b=1,2',
  ],
  ['</feed>; title="a, b"; rel="alternate self"', 'self', 'https://coast.example/feed'],
  ['<https://hub.example/>; REL="Hub"', 'hub', 'https://hub.example/'],
  ['<https://hub.example/>; rel="hubs"', 'hub', undefined],
  ['https://hub.example/; rel=hub', 'hub', undefined],
  ['<https://hub example:x/>; rel=hub', 'hub', undefined],
  [undefined, 'hub', undefined],
])('Link: %s has as %s %s', (header, rel, address) => {
  expect(linkOf(header, rel, 'https://coast.example/news')).toBe(address);
});
