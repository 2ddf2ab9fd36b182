import { entityAt } from './html-entities.ts';

/** What the tokenizer reports, by offsets in the source, `end` exclusive. */
export interface HtmlEvents {
  readonly ontext: (start: number, end: number) => void;
  /** A character reference in text; `end` is the offset after it. One call for each code point. */
  readonly ontextentity: (codepoint: number, end: number) => void;
  readonly onopentagname: (start: number, end: number) => void;
  /** An attribute of the open start tag. The value is as it stands, without quotes; empty where there is none. */
  readonly onattribute: (nameStart: number, nameEnd: number, valueStart: number, valueEnd: number) => void;
  /** `end` is the offset of the tag's `>`. */
  readonly onopentagend: (end: number) => void;
  readonly onselfclosingtag: (end: number) => void;
  readonly onclosetag: (start: number, end: number) => void;
  /** The page ends inside an end tag. */
  readonly onunfinishedtag: () => void;
}

/** Elements whose content is text up to their end tag; in `title` and `textarea` character references count. */
const rawElements: ReadonlySet<string> = new Set(
  'iframe noembed noframes plaintext script style title textarea xmp'.split(' '),
);

/**
 * Cuts a page of HTML into tags and text, with the leniency of browsers. Time grows with the length of the source,
 * whatever it contains: every character is looked at a bounded number of times.
 *
 * Long stretches (text, comments, scripts, values) are searched for their end, not walked through; most of a page is
 * such stretches.
 */
export function tokenizeHtml(source: string, events: HtmlEvents): void {
  const length = source.length;
  /** Start of the text that was not reported yet. */
  let start = 0;
  let at = 0;
  let ampersand = source.indexOf('&');
  while (start < length) {
    const open = source.indexOf('<', at);
    const textEnd = open < 0 ? length : open;
    if (ampersand >= 0 && ampersand < textEnd) {
      if (ampersand < at) ampersand = source.indexOf('&', at);
      if (ampersand >= 0 && ampersand < textEnd) {
        start = textWithEntities(source, start, ampersand, textEnd, events);
        ampersand = source.indexOf('&', textEnd);
      }
    }
    if (open < 0) {
      if (start < length) events.ontext(start, length);
      return;
    }
    const code = source.charCodeAt(open + 1);
    if (isLetter(code)) {
      if (open > start) events.ontext(start, open);
      at = startTag(source, open + 1, events);
    } else if (code === 47) {
      if (open > start) events.ontext(start, open);
      at = endTag(source, open, events);
    } else if (code === 33 || code === 63) {
      if (open > start) events.ontext(start, open);
      at = endOfMarkup(source, open);
    } else {
      // A bare "<" is text, and the piece before it is reported apart.
      if (open > start) events.ontext(start, open);
      start = open;
      at = open + 1;
      continue;
    }
    start = at;
  }
}

/** Reports text from `start` to `end`, its first `&` at `ampersand`. Returns where the rest begins. */
function textWithEntities(source: string, from: number, first: number, end: number, events: HtmlEvents): number {
  let start = from;
  for (let at = first; at >= 0 && at < end; ) {
    const entity = entityAt(source, at, false);
    if (!entity) {
      at = source.indexOf('&', at + 1);
      continue;
    }
    if (start < at) events.ontext(start, at);
    start = at + entity.length;
    for (const codepoint of entity.codepoints) events.ontextentity(codepoint, start);
    at = source.indexOf('&', start);
  }
  return start;
}

/** Reads a start tag from its name on, and the content of elements that hold no tags. Returns where to go on. */
function startTag(source: string, nameStart: number, events: HtmlEvents): number {
  const length = source.length;
  let at = nameStart + 1;
  while (at < length && !endsName(source.charCodeAt(at))) at++;
  const raw = rawElement(source, nameStart, at);
  // A page cut inside a tag's name: the name is no text.
  if (at >= length) return length;
  events.onopentagname(nameStart, at);
  for (;;) {
    let code = source.charCodeAt(at);
    while (isSpace(code)) code = source.charCodeAt(++at);
    if (at >= length) return length;
    if (code === 62) {
      events.onopentagend(at);
      break;
    }
    if (code === 47) {
      do code = source.charCodeAt(++at);
      while (isSpace(code));
      if (code === 62) {
        events.onselfclosingtag(at);
        break;
      }
      continue;
    }
    at = attribute(source, at, events);
  }
  return raw === undefined ? at + 1 : rawContent(source, at + 1, raw, events);
}

/** Reads an attribute whose name begins at `nameStart`. Returns the offset after it. */
function attribute(source: string, nameStart: number, events: HtmlEvents): number {
  const length = source.length;
  let at = nameStart + 1;
  let code = source.charCodeAt(at);
  // The first character of a name may be anything.
  while (at < length && code !== 61 && !endsName(code)) code = source.charCodeAt(++at);
  const nameEnd = at;
  while (isSpace(code)) code = source.charCodeAt(++at);
  if (code !== 61) {
    if (at < length) events.onattribute(nameStart, nameEnd, nameEnd, nameEnd);
    return at;
  }
  do code = source.charCodeAt(++at);
  while (isSpace(code));
  if (code === 34 || code === 39) {
    const end = source.indexOf(code === 34 ? '"' : "'", at + 1);
    if (end < 0) return length;
    events.onattribute(nameStart, nameEnd, at + 1, end);
    return end + 1;
  }
  const start = at;
  while (at < length && code !== 62 && !isSpace(code)) code = source.charCodeAt(++at);
  if (at < length) events.onattribute(nameStart, nameEnd, start, at);
  return at;
}

/** Name of an element whose content is raw, in lower case. */
function rawElement(source: string, start: number, end: number): string | undefined {
  // The first letters and lengths of the list above; most tags are out here.
  const first = source.charCodeAt(start) | 0x20;
  const length = end - start;
  if (length < 3 || length > 9) return undefined;
  if (first !== 115 && first !== 116 && first !== 105 && first !== 110 && first !== 112 && first !== 120)
    return undefined;
  const name = source.slice(start, end).toLowerCase();
  return rawElements.has(name) ? name : undefined;
}

/** Reports the text of a raw element and its end tag. Returns where to go on. */
function rawContent(source: string, start: number, name: string, events: HtmlEvents): number {
  const length = source.length;
  let end = name === 'plaintext' ? -1 : source.indexOf('</', start);
  while (end >= 0 && !isEndOf(source, end + 2, name)) end = source.indexOf('</', end + 2);
  const textEnd = end < 0 ? length : end;
  let rest = start;
  if (name === 'title' || name === 'textarea') {
    let ampersand = start;
    while (ampersand < textEnd && source.charCodeAt(ampersand) !== 38) ampersand++;
    rest = textWithEntities(source, start, ampersand, textEnd, events);
  }
  if (rest < textEnd) events.ontext(rest, textEnd);
  return end < 0 ? length : endTag(source, end, events);
}

function isEndOf(source: string, at: number, name: string): boolean {
  const end = at + name.length;
  return (
    end < source.length &&
    endsName(source.charCodeAt(end)) &&
    (source.charCodeAt(at) | 0x20) === name.charCodeAt(0) &&
    source.slice(at, end).toLowerCase() === name
  );
}

/** Reads `</name …>`; what is no name is a comment. Returns where to go on. */
function endTag(source: string, open: number, events: HtmlEvents): number {
  const start = open + 2;
  const code = source.charCodeAt(start);
  if (code === 62) return start + 1;
  if (!isLetter(code)) return after(source, '>', start);
  let at = start + 1;
  while (at < source.length && !endsName(source.charCodeAt(at))) at++;
  if (at >= source.length) return at;
  events.onclosetag(start, at);
  const close = source.indexOf('>', at);
  if (close >= 0) return close + 1;
  events.onunfinishedtag();
  return source.length;
}

/** Offset after a comment, a declaration, a processing instruction or a section of character data. */
function endOfMarkup(source: string, open: number): number {
  if (source.startsWith('<![CDATA[', open)) return after(source, ']]>', open + 9);
  if (!source.startsWith('<!--', open)) return after(source, '>', open + 2);
  const start = open + 4;
  if (source.charCodeAt(start) === 62) return start + 1;
  if (source.startsWith('->', start)) return start + 2;
  for (let dashes = source.indexOf('--', start); dashes >= 0; dashes = source.indexOf('--', dashes + 1)) {
    if (source.charCodeAt(dashes + 2) === 62) return dashes + 3;
    if (source.startsWith('!>', dashes + 2)) return dashes + 4;
  }
  return source.length;
}

function after(source: string, text: string, from: number): number {
  const at = source.indexOf(text, from);
  return at < 0 ? source.length : at + text.length;
}

function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}

/** White space of markup. */
function isSpace(code: number): boolean {
  return code === 32 || code === 10 || code === 9 || code === 13 || code === 12;
}

/** What ends the name of a tag or attribute: white space, `/` or `>`. */
function endsName(code: number): boolean {
  return code === 62 || code === 47 || isSpace(code);
}
