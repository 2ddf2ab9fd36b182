import type { BlockKind } from '../model/article.ts';
import type { Span } from '../model/evidence.ts';
import { type RawBlock, type RawLink, type SourceRun, zone } from './raw-page.ts';

/** Blocks are cut at this length: no paragraph of the press is longer, and a page without markup stays workable. */
export const maxBlock = 60_000;
/** More blocks are no page of the press: the rest is left out, so that 20 MB of tags or lines stay workable. */
export const maxBlocks = 50_000;

/** What a line break after it leaves whole. */
const endsSentence: ReadonlySet<number> = new Set([...'.!?:;»"”…؟۔)'].map((mark) => mark.charCodeAt(0)));

/** Collects the text between two block boundaries, collapses white space, and remembers where each run stood. */
export class BlockBuilder {
  readonly blocks: RawBlock[] = [];
  /** Whether blocks were left out. */
  cut = false;
  readonly #source: string;
  /** Grows piece by piece: looking into it before it is whole would copy it each time. */
  #text = '';
  #lastUnit = 0;
  #runs: SourceRun[] = [];
  #pageStart = -1;
  #pendingSpace = false;
  #breaks = 0;
  #tag = '#root';
  #node = 0;
  #lang: string | undefined;
  #links: RawLink[] = [];
  #linkChars = 0;
  #linkUrl: string | undefined;
  #linkDepth = 0;
  #linkStart = 0;
  /** Where the space before the open link's first word stands. */
  #linkSpace = -1;
  #inline: { zones: number; chars: number }[] = [];
  #bylines: Span[] = [];

  constructor(source: string) {
    this.#source = source;
  }

  /** Characters collected for the open block. */
  get length(): number {
    return this.#text.length;
  }

  /** The text since a moment when so many blocks were closed and the open one had so many characters; its beginning. */
  textSince(blocks: number, length: number): string {
    const closed = this.blocks.slice(blocks, blocks + 20).map(({ text }) => text);
    return [...closed, this.#text].join(' ').slice(length).trim();
  }

  enter(tag: string, node: number, lang: string | undefined): void {
    this.#tag = tag;
    this.#node = node;
    this.#lang = lang;
  }

  addText(start: number, end: number): void {
    const source = this.#source;
    let at = start;
    while (at < end) {
      // A text without a tag may be longer than any block: it is cut where the block is full.
      const full = endOfPiece(source, at, Math.min(end, at + maxBlock));
      let stop = at;
      while (stop < full && !isSpace(source.charCodeAt(stop))) stop++;
      // Single plain spaces inside a run need no new run.
      while (stop < full - 1 && source.charCodeAt(stop) === 32 && !isSpace(source.charCodeAt(stop + 1))) {
        stop++;
        while (stop < full && !isSpace(source.charCodeAt(stop))) stop++;
      }
      if (stop > at) this.#append(source.slice(at, stop), at, stop - at);
      at = stop;
      if (this.#text.length >= maxBlock) this.flush();
      if (at < end && isSpace(source.charCodeAt(at))) {
        this.#pendingSpace = true;
        while (at < end && isSpace(source.charCodeAt(at))) at++;
      }
    }
  }

  addEntity(text: string, end: number): void {
    if (text.length === 1 && isSpace(text.charCodeAt(0))) {
      this.#pendingSpace = true;
      return;
    }
    // Invisible marks that break words in two for search: soft hyphen, zero-width space, byte order mark.
    if (text === '\u00ad' || text === '\u200b' || text === '\ufeff') return;
    // The page has the entity's source there: not a run of equal text, so no run.
    this.#append(text, end - 1, 0);
    if (this.#text.length >= maxBlock) this.flush();
  }

  /** A line break ends a block when it is doubled or closes a sentence; else it is a space. */
  addBreak(): void {
    this.#breaks++;
    this.#pendingSpace = true;
    if (this.#breaks > 1 || endsSentence.has(this.#lastUnit)) this.flush();
  }

  openLink(url: string): void {
    this.#linkDepth++;
    if (this.#linkDepth > 1) return;
    this.#linkUrl = url;
    this.#linkStart = this.#text.length;
    this.#linkSpace = -1;
  }

  closeLink(): void {
    if (this.#linkDepth === 0) return;
    this.#linkDepth--;
    if (this.#linkDepth > 0) return;
    this.#endLink();
    this.#linkUrl = undefined;
  }

  /** An inline element with zones closes: it counts when it covers most of the block. */
  coverInline(zones: number, from: number): void {
    const start = from > this.#text.length ? 0 : from;
    const end = this.#text.length;
    if ((zones & zone.byline) !== 0 && end > start && this.#bylines.length < 50) this.#bylines.push({ start, end });
    this.#inline.push({ zones, chars: this.#text.length - start });
  }

  flush(): void {
    if (this.#linkUrl !== undefined) {
      this.#endLink();
      this.#linkStart = 0;
      this.#linkSpace = -1;
    }
    const text = this.#text;
    if (text !== '' && this.blocks.length >= maxBlocks) this.cut = true;
    else if (text !== '') {
      let inlineZones = 0;
      for (const { zones, chars } of this.#inline) if (chars >= text.length * 0.8) inlineZones |= zones;
      this.blocks.push({
        text,
        runs: this.#runs,
        pageStart: this.#pageStart,
        kind: kindOf(this.#tag),
        tag: this.#tag,
        node: this.#node,
        inlineZones,
        linkChars: this.#linkChars,
        links: this.#links,
        gapBefore: 0,
        segments: 1,
        bylines: this.#bylines.length > 0 ? this.#bylines : undefined,
        lang: this.#lang || undefined,
      });
    }
    this.#text = '';
    this.#lastUnit = 0;
    this.#runs = [];
    this.#pageStart = -1;
    this.#pendingSpace = false;
    this.#breaks = 0;
    this.#links = [];
    this.#linkChars = 0;
    this.#inline = [];
    this.#bylines = [];
  }

  #endLink(): void {
    // White space before the link's first word is not part of it.
    const start = this.#linkSpace === this.#linkStart ? this.#linkStart + 1 : this.#linkStart;
    const end = this.#text.length;
    if (end <= start) return;
    this.#linkChars += end - start;
    if (this.#linkUrl) this.#links.push({ start, end, url: this.#linkUrl });
  }

  #append(piece: string, pageStart: number, length: number): void {
    this.#breaks = 0;
    if (this.#pageStart < 0) this.#pageStart = pageStart;
    if (this.#pendingSpace) {
      this.#pendingSpace = false;
      if (this.#text !== '') {
        if (this.#text.length === this.#linkStart) this.#linkSpace = this.#linkStart;
        this.#text += ' ';
      }
    }
    // A piece may bring its own.
    if (this.#text.length === this.#linkStart && piece.charCodeAt(0) === 32) this.#linkSpace = this.#linkStart;
    if (length > 0) {
      const last = this.#runs[this.#runs.length - 1];
      if (last && last[0] + last[2] === this.#text.length && last[1] + last[2] === pageStart) {
        this.#runs[this.#runs.length - 1] = [last[0], last[1], last[2] + length];
      } else {
        this.#runs.push([this.#text.length, pageStart, length]);
      }
    }
    this.#text += piece;
    this.#lastUnit = piece.charCodeAt(piece.length - 1);
  }
}

/** White space of HTML plus the no-break and other spaces that typesetting leaves in text. */
function isSpace(code: number): boolean {
  return (
    code === 32 ||
    (code >= 9 && code <= 13) ||
    code === 0xa0 ||
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000
  );
}

/** `end`, or one less where that would part the halves of a character. */
export function endOfPiece(source: string, start: number, end: number): number {
  const last = source.charCodeAt(end - 1);
  return end < source.length && last >= 0xd800 && last <= 0xdbff && end - 1 > start ? end - 1 : end;
}

function kindOf(tag: string): BlockKind {
  if (/^h[1-6]$/.test(tag)) return 'heading';
  if (tag === 'li' || tag === 'dd' || tag === 'dt') return 'list-item';
  if (tag === 'td' || tag === 'th') return 'table-row';
  if (tag === 'blockquote') return 'quote';
  if (tag === 'pre') return 'code';
  return 'paragraph';
}
