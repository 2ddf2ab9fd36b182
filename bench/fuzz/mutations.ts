import type { Dice } from './dice.ts';

/** Does one kind of damage to the text of a page. */
export type Mutation = (text: string, dice: Dice) => string;

const tags = 'p div span a li table td tr script style title article svg textarea plaintext template b ul form'.split(
  ' ',
);
const scraps = [
  '\0',
  '\ud800',
  '\udc00',
  '\ufeff',
  '\u200f',
  '\u202e',
  '\u2066',
  '\u00ad',
  '\u200b',
  '\u0301'.repeat(40),
  '<!--',
  '-->',
  '<![CDATA[',
  ']]>',
  '<',
  '</',
  '<a href="',
  '"',
  "'",
  '&',
  '&#',
  '&#x110000;',
  '&#99999999999999999999;',
  '&lt',
  '<?xml version="1.0"?>',
  '<constructor __proto__=1>',
  '2099-12-31',
  '<br><br>',
  '</body></html>',
  '😀',
  '١٢٣',
  '   \t   ',
  '\r',
  '\u0085',
];

function insert(text: string, at: number, piece: string): string {
  return text.slice(0, at) + piece + text.slice(at);
}

/** How often a bomb repeats: mostly a few times, sometimes very often. */
function many(dice: Dice): number {
  return dice.share() < 0.03 ? 20_000 + dice.below(80_000) : 10 + dice.below(600);
}

function around(text: string, dice: Dice): [start: number, end: number] {
  const start = dice.below(text.length + 1);
  return [start, Math.min(text.length, start + dice.below(400))];
}

/** All kinds of damage, by name. */
export const mutations: Readonly<Record<string, Mutation>> = {
  scrap: (text, dice) => insert(text, dice.below(text.length + 1), dice.pick(scraps)),
  cut: (text, dice) => {
    const [start, end] = around(text, dice);
    return text.slice(0, start) + text.slice(end);
  },
  end: (text, dice) => text.slice(0, dice.below(text.length + 1)),
  duplicate: (text, dice) => {
    const [start, end] = around(text, dice);
    return insert(text, dice.below(text.length + 1), text.slice(start, end).repeat(1 + dice.below(30)));
  },
  flip: (text, dice) => {
    const at = dice.below(text.length);
    return text.slice(0, at) + String.fromCharCode(text.charCodeAt(at) ^ (1 << dice.below(16))) + text.slice(at + 1);
  },
  'swap-tags': (text, dice) => {
    const from = dice.pick(tags);
    return text.replaceAll(`<${from}`, `<${dice.pick(tags)}`).replaceAll(`</${from}`, `</${dice.pick(tags)}`);
  },
  'never-close': (text, dice) => text.replaceAll(dice.share() < 0.5 ? '</p>' : /<\/[a-z1-6]+>/g, ''),
  nest: (text, dice) => {
    const tag = dice.pick(tags);
    const depth = many(dice);
    const close = dice.share() < 0.5 ? `</${tag}>`.repeat(depth) : '';
    return insert(text, dice.below(text.length + 1), `<${tag}>`.repeat(depth) + dice.pick(['', 'text.']) + close);
  },
  attributes: (text, dice) => {
    const count = many(dice);
    const bomb = dice.pick([
      () => `<p class="${'a '.repeat(count)}">`,
      () => `<div ${'x=1 '.repeat(count)}>`,
      () => `<a href="${'&amp;'.repeat(count)}">link</a>`,
      () => `<p data-${'y'.repeat(count)}="z" title=${'q'.repeat(count)}>`,
      () => `<meta name="author" content="${'Ada, '.repeat(count)}">`,
      () => `<img srcset="${'/a.jpg 1w, '.repeat(count)}">`,
      () => `<p id="${'z'.repeat(count)}" style="${'display:'.repeat(count)}"`,
    ]);
    return insert(text, dice.below(text.length + 1), bomb());
  },
  entities: (text, dice) => {
    const entity = dice.pick([
      '&amp;',
      '&nbsp;',
      '&',
      '&#',
      '&lol9;',
      '&#x200f;',
      '&NotEqualTilde;',
      '&ampamp',
      '&#0;',
    ]);
    return insert(text, dice.below(text.length + 1), entity.repeat(many(dice)));
  },
  declare: (text, dice) => {
    const lines = Array.from({ length: 10 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`);
    return `<!DOCTYPE html [<!ENTITY l0 "lol">${lines.join('')}]>${insert(text, dice.below(text.length + 1), '&l9;')}`;
  },
  'huge-line': (text, dice) => {
    const piece = dice.pick([
      'a',
      'word ',
      '١ ',
      '- ',
      '1.',
      ', ',
      ' \t',
      '(',
      'Foto: ',
      '2024-01-19 ',
      'é',
      '"',
      '. ',
    ]);
    return insert(text, dice.below(text.length + 1), piece.repeat(many(dice)));
  },
  'json-ld': (text, dice) => {
    const json = dice.pick([
      () => '{"@type":"NewsArticle","headline":',
      () => `${'['.repeat(many(dice))}`,
      () => `{"@type":"NewsArticle","author":${'{"name":'.repeat(200)}"A"${'}'.repeat(200)}}`,
      () => '{"@type":["NewsArticle",null,3],"datePublished":{"@value":[]},"headline":[[[["x"]]]],"author":null}',
      () => `{"@type":"NewsArticle","articleBody":"${'word '.repeat(many(dice))}"}`,
      () => '{"__proto__":{"@type":"Article"},"@graph":[{"@type":"Article","datePublished":"99999-99-99"}]}',
      () => `{"@type":"Article","headline":"x",${' '.repeat(many(dice))}}`,
    ])();
    return insert(text, dice.below(text.length + 1), `<script type="application/ld+json">${json}</script>`);
  },
  'right-to-left': (text, dice) =>
    text.replace(/ /g, (space) => (dice.share() < 0.1 ? dice.pick(['\u200f', '\u202b', '\u2067', '\u061c']) : space)),
  spaces: (text, dice) => text.replaceAll(' ', dice.pick(['  ', '\u00a0', '\n', '\t', '    ', '\u2003'])),
  'text-only': (text) => text.replace(/<[^>]*>/g, '\n'),
  'future-dates': (text, dice) => text.replaceAll('2024', dice.pick(['2030', '2025', '1970', '9999', '٢٠٣١'])),
};
export const mutationNames: readonly string[] = Object.keys(mutations);
