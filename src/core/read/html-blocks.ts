import { Tokenizer } from 'htmlparser2';
import { withoutLongSpaces } from '../text/spaces.ts';
import { BlockBuilder } from './block-builder.ts';
import { type Attributes, isDated, isHidden, namesOf } from './html-attributes.ts';
import {
  drawingKind,
  type ElementKind,
  knownKinds,
  noscriptKind,
  PageKinds,
  paragraphKind,
  rootKind,
} from './html-elements.ts';
import { EntityReader } from './html-entities.ts';
import { type Frame, maxDepth, maxLookUp, maxNodes, maxTitle } from './html-frame.ts';
import { ItemReader } from './html-items.ts';
import { type MediaPlace, MediaReader } from './html-media.ts';
import { StartTag } from './html-start-tag.ts';
import type { RawNode, RawPage, RawTime, RawValue } from './raw-page.ts';
import { zone } from './raw-page.ts';
import { joinTableRows } from './table-rows.ts';
import { zonesOfClass, zonesOfItemprop, zonesOfRole } from './zone-words.ts';

/**
 * Takes an HTML page apart in one pass over the source: blocks with offsets, zones of their ancestors, metadata,
 * images, times. Time grows with the length of the source, whatever it contains. `keepNames` keeps the id and class of
 * elements for selectors.
 */
export function readHtml(source: string, keepNames: boolean = false): RawPage {
  const reader = new HtmlReader(source, keepNames);
  const tokenizer = new Tokenizer({ decodeEntities: false }, reader);
  tokenizer.write(source);
  tokenizer.end();
  return joinTableRows(reader.finish());
}

class HtmlReader {
  readonly #source: string;
  readonly #keepNames: boolean;
  readonly #builder: BlockBuilder;
  readonly #nodes: RawNode[] = [];
  readonly #metas: RawValue[] = [];
  readonly #jsonLd: RawValue[] = [];
  readonly #times: RawTime[] = [];
  readonly #media = new MediaReader(this.#nodes);
  readonly #items = new ItemReader();
  readonly #stack: Frame[] = [];
  readonly #kinds = new PageKinds();
  readonly #entities: EntityReader;
  /** Open elements of each kind. */
  readonly #openCount: number[] = new Array<number>(knownKinds).fill(0);
  #tooDeep = 0;
  readonly #tag: StartTag;
  #inTag = false;
  #script: { type: string; start: number } | undefined;
  #title: { start: number; text: string } | undefined;
  #documentTitle: RawValue | undefined;
  #canonical: RawValue | undefined;
  #htmlLang: string | undefined;
  /** Page offset of the end tag being read. */
  #at = 0;
  #sawHtml = false;
  #sawEnd = false;

  constructor(source: string, keepNames: boolean) {
    this.#source = source;
    this.#keepNames = keepNames;
    this.#builder = new BlockBuilder(source);
    this.#entities = new EntityReader(source);
    this.#tag = new StartTag(source, this.#entities);
    this.#nodes.push({ parent: -1, tag: '#root', zones: 0, classZones: 0, classes: undefined, names: undefined });
    this.#stack.push({
      kind: rootKind,
      node: 0,
      zones: 0,
      skip: false,
      lang: undefined,
      inlineStart: 0,
      firstBlock: 0,
    });
  }

  get #top(): Frame {
    return this.#stack[this.#stack.length - 1] as Frame;
  }

  ontext(start: number, end: number): void {
    // The page ends inside an end tag: what the tokenizer hands over is no text.
    if (start < 0) {
      this.#inTag = true;
      return;
    }
    if (this.#title) {
      if (this.#entities.mayStandIn(start, end)) this.#entities.read(start, end, this.#titleParts);
      else this.#titleParts.addText(start, end);
    } else if (!this.#script && !this.#top.skip) {
      if (this.#entities.mayStandIn(start, end)) this.#entities.read(start, end, this.#builder);
      else this.#builder.addText(start, end);
    }
  }

  readonly #titleParts = {
    addText: (start: number, end: number): void =>
      this.#addTitle(this.#source.slice(start, Math.min(end, start + maxTitle))),
    addEntity: (character: string): void => this.#addTitle(character),
  };

  #addTitle(text: string): void {
    if (this.#title && this.#title.text.length < maxTitle) this.#title.text += text;
  }

  /** Entities are read by the `EntityReader`. */
  ontextentity(): void {}
  onattribentity(): void {}

  onopentagname(start: number, end: number): void {
    const kind = this.#kinds.find(this.#source, start, end);
    this.#tag.open(kind, start - 1, this.#isOpen(drawingKind));
    this.#inTag = true;
  }

  onattribname(start: number, end: number): void {
    this.#tag.openAttribute(start, end);
  }

  onattribdata(start: number, end: number): void {
    this.#tag.addValue(start, end);
  }

  onattribend(_quote: number, end: number): void {
    this.#tag.closeAttribute(end);
  }

  onopentagend(end: number): void {
    this.#open(end);
  }

  onselfclosingtag(end: number): void {
    // HTML ignores the slash, except on foreign elements, which are skipped anyway.
    this.#open(end);
    if (this.#tag.kind.skipped && !this.#tag.kind.empty) this.#close(this.#tag.kind);
  }

  onclosetag(start: number, end: number): void {
    const kind = this.#kinds.find(this.#source, start, end);
    const { tag } = kind;
    this.#at = start - 2;
    if (this.#script && (tag === 'script' || tag === 'style')) {
      if (this.#script.type.includes('ld+json')) {
        const value = this.#source.slice(this.#script.start, start - 2);
        this.#jsonLd.push({ key: 'ld+json', value, pageStart: this.#script.start, pageEnd: start - 2 });
      }
      this.#script = undefined;
      return;
    }
    if (tag === 'title' && this.#title) {
      const value = this.#title.text.replace(/\s+/g, ' ').trim();
      this.#documentTitle ??= { key: 'title', value, pageStart: this.#title.start, pageEnd: start - 2 };
      this.#title = undefined;
      return;
    }
    if (tag === 'html' || tag === 'body') {
      this.#sawEnd = true;
      return; // Text after </body> still belongs to the page.
    }
    this.#close(kind);
  }

  oncomment(): void {}
  oncdata(): void {}
  ondeclaration(): void {}
  onprocessinginstruction(): void {}
  onend(): void {}

  finish(): RawPage {
    this.#builder.flush();
    this.#items.finish(this.#source.length);
    const truncated = this.#inTag || this.#script !== undefined || (this.#sawHtml && !this.#sawEnd);
    return {
      format: 'html',
      blocks: this.#builder.blocks,
      nodes: this.#nodes,
      metas: this.#metas,
      jsonLd: this.#jsonLd,
      times: this.#times,
      images: this.#media.images,
      videos: this.#media.videos,
      items: this.#items.items,
      truncated,
      textCut: this.#builder.cut,
      documentTitle: this.#documentTitle,
      canonicalUrl: this.#canonical,
      htmlLang: this.#htmlLang || undefined,
    };
  }

  #isOpen(kind: ElementKind): boolean {
    return (this.#openCount[kind.id] ?? 0) > 0;
  }

  #open(end: number): void {
    this.#inTag = false;
    const { kind, attributes } = this.#tag;
    const { tag } = kind;
    if (tag === 'script' || tag === 'style') {
      this.#script = { type: (attributes['type'] ?? '').toLowerCase(), start: end + 1 };
      return;
    }
    if (tag === 'title' && !this.#top.skip) {
      this.#title = { start: end + 1, text: '' };
      return;
    }
    if (tag === 'html') {
      this.#sawHtml = true;
      this.#htmlLang ??= attributes['lang'];
      return;
    }
    if (tag === 'body') {
      this.#sawHtml = true;
      return;
    }
    if (tag === 'meta') this.#readMeta(attributes);
    if (tag === 'link' && /\bcanonical\b/i.test(attributes['rel'] ?? '') && attributes['href']) {
      this.#canonical ??= this.#tag.placed('canonical', 'href', attributes['href']);
    }
    if (tag === 'time' || attributes['datetime'] || isDated(tag, attributes)) this.#readTime(attributes);
    if (kind.media) this.#media.open(tag, attributes, this.#place());
    else if (attributes['style']?.includes('url('))
      this.#media.background(attributes['style'], attributes['class'], this.#place());
    if (tag === 'br') this.#builder.addBreak();
    if (tag === 'hr') this.#builder.flush();
    if (kind.empty) {
      if (this.#tag.inItem) this.#items.open(attributes, undefined, this.#top.node, this.#tag.start);
      return;
    }

    if (kind.closesParagraph) this.#closeImplied(paragraphKind);
    if (kind.closesOwnKind) this.#closeImplied(kind);
    if (this.#stack.length >= maxDepth || this.#nodes.length >= maxNodes) {
      this.#tooDeep++;
      if (kind.block) this.#builder.flush();
      return;
    }
    this.#push(kind, attributes);
  }

  #push(kind: ElementKind, attributes: Attributes): void {
    const parent = this.#top;
    const { tag, block } = kind;
    let zones = kind.zones;
    let classZones = 0;
    let lang = parent.lang;
    if (this.#tag.hasAttributes) {
      if (tag !== 'article' && tag !== 'main') {
        const id = attributes['id'];
        const names = attributes['class'];
        classZones = (names ? zonesOfClass(names) : 0) | (id ? zonesOfClass(id) : 0);
      }
      const role = attributes['role'];
      if (role) zones |= zonesOfRole.get(role.toLowerCase()) ?? 0;
      const itemprop = attributes['itemprop'];
      if (itemprop) zones |= zonesOfItemprop.get(itemprop.toLowerCase()) ?? 0;
      if (isHidden(attributes)) zones |= zone.hidden;
      if (tag === 'a' && /\bauthor\b/i.test(attributes['rel'] ?? '')) zones |= zone.byline;
      lang = attributes['lang'] || lang;
    }
    let node = parent.node;
    if (block) {
      this.#builder.flush();
      const classes = attributes['class'] || undefined;
      const names = this.#keepNames ? namesOf(attributes) : undefined;
      this.#nodes.push({ parent: parent.node, tag, zones, classZones, classes, names });
      node = this.#nodes.length - 1;
      zones = 0;
    } else {
      zones = kind.inlineZone ? zones | classZones : zones & ~zone.form;
    }
    this.#openCount[kind.id] = (this.#openCount[kind.id] ?? 0) + 1;
    const skip = parent.skip || kind.skipped;
    const firstBlock = this.#builder.blocks.length;
    this.#stack.push({ kind, node, zones, skip, lang, inlineStart: this.#builder.length, firstBlock });
    if (this.#tag.inItem) this.#items.open(attributes, this.#stack.length - 1, node, this.#tag.start);
    if (block) this.#builder.enter(tag, node, lang);
    if (tag === 'a') this.#builder.openLink(attributes['href'] ?? '');
  }

  /** Closes an open element of that name whose end tag may be left out, unless a block container stands between. */
  #closeImplied(kind: ElementKind): void {
    if (!this.#isOpen(kind)) return;
    const lowest = Math.max(1, this.#stack.length - maxLookUp);
    for (let i = this.#stack.length - 1; i >= lowest; i--) {
      const frame = this.#stack[i] as Frame;
      if (frame.kind === kind) {
        this.#popTo(i);
        return;
      }
      if (frame.kind.block && frame.kind !== paragraphKind) return;
    }
  }

  #close(kind: ElementKind): void {
    const { tag, block } = kind;
    if (!this.#isOpen(kind)) {
      if (tag === 'p' || tag === 'br') this.#builder.addBreak();
      else if (block) this.#builder.flush();
      if (this.#tooDeep > 0) this.#tooDeep--;
      return;
    }
    if (this.#tooDeep > 0 && this.#top.kind !== kind) {
      this.#tooDeep--;
      if (block) this.#builder.flush();
      return;
    }
    const lowest = Math.max(1, this.#stack.length - maxLookUp);
    for (let i = this.#stack.length - 1; i >= lowest; i--) {
      const frame = this.#stack[i] as Frame;
      if (frame.kind === kind) {
        this.#popTo(i);
        return;
      }
      // An inline end tag never closes the block around it.
      if (frame.kind.block && !block) return;
    }
  }

  #popTo(index: number): void {
    while (this.#stack.length > index) {
      const frame = this.#stack.pop() as Frame;
      const { id, tag, block } = frame.kind;
      this.#openCount[id] = (this.#openCount[id] ?? 1) - 1;
      if (tag === 'a') this.#builder.closeLink();
      if (this.#items.waits(this.#stack.length)) {
        const text = this.#builder.textSince(frame.firstBlock, frame.inlineStart);
        this.#items.close(this.#stack.length, text, this.#at);
      }
      if (block) {
        this.#builder.flush();
        const top = this.#top;
        this.#builder.enter(this.#blockTag(), top.node, top.lang);
      } else if (frame.zones !== 0) {
        this.#builder.coverInline(frame.zones, frame.inlineStart);
      }
    }
  }

  #place(): MediaPlace {
    return { block: this.#builder.blocks.length, node: this.#top.node, noscript: this.#isOpen(noscriptKind) };
  }

  #blockTag(): string {
    return (this.#nodes[this.#top.node] as RawNode).tag;
  }

  #readMeta(attributes: Attributes): void {
    const content = attributes['content'];
    const name = attributes['property'] ?? attributes['name'] ?? attributes['itemprop'];
    if (!content || !name || content.trim() === '' || this.#metas.length >= 2000) return;
    this.#metas.push(this.#tag.placed(name.trim().toLowerCase(), 'content', withoutLongSpaces(content.trim())));
  }

  #readTime(attributes: Attributes): void {
    const attribute = attributes['datetime'] ? 'datetime' : attributes['content'] ? 'content' : 'title';
    const { pageStart, pageEnd } = this.#tag.placed('time', attribute, '');
    if (this.#times.length >= 500) return;
    this.#times.push({
      value: attributes[attribute]?.trim() ?? '',
      block: this.#builder.blocks.length,
      node: this.#top.node,
      itemprop: (attributes['itemprop'] ?? attributes['property'] ?? '').toLowerCase(),
      classWords: attributes['class']?.toLowerCase().slice(0, 200) ?? '',
      pageStart,
      pageEnd,
    });
  }
}
