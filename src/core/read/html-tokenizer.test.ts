import fc from 'fast-check';
import { Tokenizer } from 'htmlparser2';
import { describe, expect, test } from 'vitest';
import { attributeText } from './html-entities.ts';
import { type HtmlEvents, tokenizeHtml } from './html-tokenizer.ts';

/** What a page's tags and text are, one line each; neighbouring text is one. */
class Trace {
  readonly lines: string[] = [];
  readonly #source: string;
  #text = '';

  constructor(source: string) {
    this.#source = source;
  }

  text(start: number, end: number): void {
    this.#text += this.#source.slice(start, end);
  }

  entity(codepoint: number): void {
    this.#text += String.fromCodePoint(codepoint);
  }

  tag(line: string): void {
    if (this.#text !== '') this.lines.push(this.#text);
    this.#text = '';
    this.lines.push(line);
  }

  slice(start: number, end: number): string {
    return this.#source.slice(start, end);
  }
}

function ours(source: string): readonly string[] {
  const trace = new Trace(source);
  const open: string[] = [];
  const events: HtmlEvents = {
    ontext: (start, end) => trace.text(start, end),
    ontextentity: (codepoint) => trace.entity(codepoint),
    onopentagname: (start, end) => open.splice(0, open.length, trace.slice(start, end)),
    onattribute: (start, end, from, to) =>
      open.push(`${trace.slice(start, end)}=${attributeText(source, from, to, 10_000)}`),
    onopentagend: () => trace.tag(`<${open.join(' ')}>`),
    onselfclosingtag: () => trace.tag(`<${open.join(' ')}/>`),
    onclosetag: (start, end) => trace.tag(`</${trace.slice(start, end)}>`),
    onunfinishedtag: () => {},
  };
  tokenizeHtml(source, events);
  trace.tag('end');
  return trace.lines;
}

/** The same of the tokenizer of htmlparser2, which walks through a page unit by unit. */
function theirs(source: string): readonly string[] {
  const trace = new Trace(source);
  const open: string[] = [];
  let name = '';
  let value = '';
  const nothing = () => {};
  const tokenizer = new Tokenizer(
    { decodeEntities: true },
    {
      // It reports the rest of an unfinished tag as text from −1.
      ontext: (start, end) => start >= 0 && trace.text(start, end),
      ontextentity: (codepoint) => trace.entity(codepoint),
      onopentagname: (start, end) => open.splice(0, open.length, trace.slice(start, end)),
      onattribname: (start, end) => {
        name = trace.slice(start, end);
        value = '';
      },
      onattribdata: (start, end) => {
        value += trace.slice(start, end);
      },
      onattribentity: (codepoint) => {
        value += String.fromCodePoint(codepoint);
      },
      onattribend: () => open.push(`${name}=${value}`),
      onopentagend: () => trace.tag(`<${open.join(' ')}>`),
      onselfclosingtag: () => trace.tag(`<${open.join(' ')}/>`),
      onclosetag: (start, end) => trace.tag(`</${trace.slice(start, end)}>`),
      oncdata: nothing,
      oncomment: nothing,
      ondeclaration: nothing,
      onprocessinginstruction: nothing,
      onend: nothing,
    },
  );
  tokenizer.write(source);
  tokenizer.end();
  trace.tag('end');
  return trace.lines;
}

const pieces = [
  'text ',
  '<p>',
  '</p>',
  '<p class="a b">',
  "<a href='x?a=1&copy=2&amp;b'>",
  '<a href=plain title>',
  '<br/>',
  '<br / >',
  '<img src = "a>b" alt>',
  '<div =x y==z "q">',
  '<script>if (a</b/) "</scr" x</script >',
  '<style>p{}</STYLE>',
  '<title>Fish &amp; ports</title>',
  '<textarea>&lt;</textarea>',
  '<plaintext>',
  '<noembed><p></noembed>',
  '<!-- a -- b --> ',
  '<!--> ',
  '<!---> ',
  '<!-- x --!> ',
  '<!-- open',
  '<!doctype html>',
  '<![CDATA[ x > y ]]>',
  '<?php a > ',
  '<!x>',
  '<!->',
  '</>',
  '</ p>',
  '</3>',
  '< p',
  '<<',
  '&',
  '&amp;',
  '&ampx',
  '&notit;',
  '&#x1F600;',
  '&#65',
  '&#0;',
  '&#xD800;',
  '&NotEqualTilde;',
  '&unknown;',
  '"',
  "'",
  '>',
  '\n',
  'ة',
  '😀',
];
const cutSafe = '\n<p>';

describe('tokenizer', () => {
  test('cuts pages as htmlparser2 does', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 30 }), (parts) => {
        const source = parts.join('') + cutSafe;
        expect(ours(source)).toEqual(theirs(source));
      }),
      { numRuns: 4000, seed: 11 },
    );
  });

  test.each(pieces.map((piece) => [piece]))('%j alone', (piece) => {
    expect(ours(piece + cutSafe)).toEqual(theirs(piece + cutSafe));
  });

  test('a page that ends inside an end tag says so', () => {
    let unfinished = 0;
    const nothing = () => {};
    tokenizeHtml('<p>One</p', {
      ontext: nothing,
      ontextentity: nothing,
      onopentagname: nothing,
      onattribute: nothing,
      onopentagend: nothing,
      onselfclosingtag: nothing,
      onclosetag: nothing,
      onunfinishedtag: () => {
        unfinished++;
      },
    });
    tokenizeHtml('<p>One</p ', {
      ontext: nothing,
      ontextentity: nothing,
      onopentagname: nothing,
      onattribute: nothing,
      onopentagend: nothing,
      onselfclosingtag: nothing,
      onclosetag: nothing,
      onunfinishedtag: () => {
        unfinished++;
      },
    });
    expect(unfinished).toBe(1);
  });
});

describe('attribute values', () => {
  test.each([
    ['a&amp;b', 100, 'a&b'],
    ['a&copy=b', 100, 'a&copy=b'],
    ['a&copyb', 100, 'a&copyb'],
    ['a&copy', 100, 'a©'],
    ['&#x41;&#66', 100, 'AB'],
    ['abcdef', 3, 'abc'],
    ['ab&amp;cd', 4, 'ab&'],
  ])('%j cut near %i', (value, limit, text) => {
    expect(attributeText(`x${value}"`, 1, 1 + value.length, limit)).toBe(text);
  });
});
