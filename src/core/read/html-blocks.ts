import { Tokenizer } from 'htmlparser2';
import { withoutLongSpaces } from '../text/spaces.ts';
import { BlockBuilder } from './block-builder.ts';
import {
  type Attributes,
  attributeNames,
  isDated,
  isHidden,
  itemAttributes,
  namesOf,
  noAttributes,
  placed,
  wantedAnywhere,
  wantedOf,
} from './html-attributes.ts';
import { type Frame, maxAttribute, maxDepth, maxLookUp, maxNodes, maxTitle } from './html-frame.ts';
import { ItemReader } from './html-items.ts';
import { type MediaPlace, MediaReader, mediaTags } from './html-media.ts';
import { blockTags, closesParagraph, inlineZoneTags, skippedTags, tagNames, voidTags } from './html-tags.ts';
import type { RawNode, RawPage, RawTime, RawValue } from './raw-page.ts';
import { zone } from './raw-page.ts';
import { joinTableRows } from './table-rows.ts';
import { zonesOfClass, zonesOfItemprop, zonesOfRole, zonesOfTag } from './zone-words.ts';

/**
 * Takes an HTML page apart in one pass over the source: blocks with offsets, zones of their ancestors, metadata,
 * images, times. Time grows with the length of the source, whatever it contains. `keepNames` keeps the id and class of
 * elements for selectors.
 */
export function readHtml(source: string, keepNames: boolean = false): RawPage {
  const reader = new HtmlReader(source, keepNames);
  const tokenizer = new Tokenizer({ decodeEntities: true }, reader);
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
  readonly #openCount = new Map<string, number>();
  #tooDeep = 0;
  #tag = '';
  #tagStart = 0;
  #attributes: Record<string, string> = noAttributes;
  readonly #places = new Map<string, readonly [start: number, end: number]>();
  #wanted: ReadonlySet<string> = wantedAnywhere;
  /** The tag being read has an attribute of microdata or RDFa. */
  #inItem = false;
  #attributeName = '';
  #attributeStart = 0;
  #attributeText = '';
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
    this.#nodes.push({ parent: -1, tag: '#root', zones: 0, classZones: 0 });
    this.#stack.push({
      tag: '#root',
      node: 0,
      zones: 0,
      block: true,
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
    if (this.#title) this.#addTitle(this.#source.slice(start, Math.min(end, start + maxTitle)));
    else if (!this.#script && !this.#top.skip) this.#builder.addText(start, end);
  }

  #addTitle(text: string): void {
    if (this.#title && this.#title.text.length < maxTitle) this.#title.text += text;
  }

  ontextentity(codepoint: number, end: number): void {
    const text = String.fromCodePoint(codepoint);
    if (this.#title) this.#addTitle(text);
    else if (!this.#script && !this.#top.skip) this.#builder.addEntity(text, end);
  }

  onopentagname(start: number, end: number): void {
    this.#tag = this.#nameOf(start, end);
    this.#tagStart = start - 1;
    this.#attributes = noAttributes;
    this.#inItem = false;
    if (this.#places.size > 0) this.#places.clear();
    this.#wanted = wantedOf.get(this.#tag) ?? wantedAnywhere;
    this.#inTag = true;
  }

  onattribname(start: number, end: number): void {
    this.#attributeName = '';
    this.#attributeText = '';
    this.#attributeStart = -1;
    const name = attributeNames.find(this.#source, start, end);
    if (name !== undefined && this.#wanted.has(name)) this.#attributeName = name;
  }

  onattribdata(start: number, end: number): void {
    if (this.#attributeName === '' || this.#attributeText.length > maxAttribute) return;
    if (this.#attributeStart < 0) this.#attributeStart = start;
    this.#attributeText += this.#source.slice(start, Math.min(end, start + maxAttribute));
  }

  onattribentity(codepoint: number): void {
    if (this.#attributeName === '' || this.#attributeText.length > maxAttribute) return;
    this.#attributeText += String.fromCodePoint(codepoint);
  }

  onattribend(_quote: number, end: number): void {
    const key = this.#attributeName;
    if (key === '' || key in this.#attributes) return;
    if (this.#attributes === noAttributes) this.#attributes = {};
    this.#attributes[key] = this.#attributeText;
    if (itemAttributes.has(key)) this.#inItem = true;
    if (placed.has(this.#tag)) this.#places.set(key, [this.#attributeStart < 0 ? end : this.#attributeStart, end]);
  }

  onopentagend(end: number): void {
    this.#open(end);
  }

  onselfclosingtag(end: number): void {
    // HTML ignores the slash, except on foreign elements, which are skipped anyway.
    this.#open(end);
    if (skippedTags.has(this.#tag) && !voidTags.has(this.#tag)) this.#close(this.#tag);
  }

  onclosetag(start: number, end: number): void {
    const tag = this.#nameOf(start, end);
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
    this.#close(tag);
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
      ...(this.#documentTitle ? { documentTitle: this.#documentTitle } : {}),
      ...(this.#canonical ? { canonicalUrl: this.#canonical } : {}),
      ...(this.#htmlLang ? { htmlLang: this.#htmlLang } : {}),
    };
  }

  #nameOf(start: number, end: number): string {
    return (
      tagNames.find(this.#source, start, end) ?? this.#source.slice(start, Math.min(end, start + 40)).toLowerCase()
    );
  }

  #open(end: number): void {
    this.#inTag = false;
    const tag = this.#tag;
    const attributes = this.#attributes;
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
      this.#canonical ??= this.#placed('canonical', 'href', attributes['href']);
    }
    if (tag === 'time' || attributes['datetime'] || isDated(tag, attributes)) this.#readTime(attributes);
    if (mediaTags.has(tag)) this.#media.open(tag, attributes, this.#place());
    else if (attributes['style']?.includes('url('))
      this.#media.background(attributes['style'], attributes['class'], this.#place());
    if (tag === 'br') this.#builder.addBreak();
    if (tag === 'hr') this.#builder.flush();
    if (voidTags.has(tag)) {
      if (this.#inItem) this.#items.open(attributes, undefined, this.#top.node, this.#tagStart);
      return;
    }

    if (closesParagraph.has(tag)) this.#closeImplied('p');
    if (tag === 'li' || tag === 'option' || tag === 'tr' || tag === 'td' || tag === 'th') this.#closeImplied(tag);
    if (this.#stack.length >= maxDepth || this.#nodes.length >= maxNodes) {
      this.#tooDeep++;
      if (blockTags.has(tag)) this.#builder.flush();
      return;
    }
    this.#push(tag, attributes);
  }

  #push(tag: string, attributes: Attributes): void {
    const parent = this.#top;
    const block = blockTags.has(tag);
    let zones = zonesOfTag.get(tag) ?? 0;
    let classZones = 0;
    let lang = parent.lang;
    if (attributes !== noAttributes) {
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
      const classes = attributes['class'];
      const own = { parent: parent.node, tag, zones, classZones, ...(classes ? { classes } : {}) };
      this.#nodes.push(this.#keepNames ? { ...own, names: namesOf(attributes) } : own);
      node = this.#nodes.length - 1;
      zones = 0;
    } else {
      zones = inlineZoneTags.has(tag) ? zones | classZones : zones & ~zone.form;
    }
    this.#openCount.set(tag, (this.#openCount.get(tag) ?? 0) + 1);
    const skip = parent.skip || skippedTags.has(tag);
    const firstBlock = this.#builder.blocks.length;
    this.#stack.push({ tag, node, zones, block, skip, lang, inlineStart: this.#builder.length, firstBlock });
    if (this.#inItem) this.#items.open(attributes, this.#stack.length - 1, node, this.#tagStart);
    if (block) this.#builder.enter(tag, node, lang);
    if (tag === 'a') this.#builder.openLink(attributes['href'] ?? '');
  }

  /** Closes an open element of that name whose end tag may be left out, unless a block container stands between. */
  #closeImplied(tag: string): void {
    if ((this.#openCount.get(tag) ?? 0) === 0) return;
    const lowest = Math.max(1, this.#stack.length - maxLookUp);
    for (let i = this.#stack.length - 1; i >= lowest; i--) {
      const frame = this.#stack[i] as Frame;
      if (frame.tag === tag) {
        this.#popTo(i);
        return;
      }
      if (frame.block && frame.tag !== 'p') return;
    }
  }

  #close(tag: string): void {
    if ((this.#openCount.get(tag) ?? 0) === 0) {
      if (tag === 'p' || tag === 'br') this.#builder.addBreak();
      else if (blockTags.has(tag)) this.#builder.flush();
      if (this.#tooDeep > 0) this.#tooDeep--;
      return;
    }
    if (this.#tooDeep > 0 && this.#top.tag !== tag) {
      this.#tooDeep--;
      if (blockTags.has(tag)) this.#builder.flush();
      return;
    }
    const lowest = Math.max(1, this.#stack.length - maxLookUp);
    for (let i = this.#stack.length - 1; i >= lowest; i--) {
      const frame = this.#stack[i] as Frame;
      if (frame.tag === tag) {
        this.#popTo(i);
        return;
      }
      // An inline end tag never closes the block around it.
      if (frame.block && !blockTags.has(tag)) return;
    }
  }

  #popTo(index: number): void {
    while (this.#stack.length > index) {
      const frame = this.#stack.pop() as Frame;
      this.#openCount.set(frame.tag, (this.#openCount.get(frame.tag) ?? 1) - 1);
      if (frame.tag === 'a') this.#builder.closeLink();
      if (this.#items.waits(this.#stack.length)) {
        const text = this.#builder.textSince(frame.firstBlock, frame.inlineStart);
        this.#items.close(this.#stack.length, text, this.#at);
      }
      if (frame.block) {
        this.#builder.flush();
        const top = this.#top;
        this.#builder.enter(this.#blockTag(), top.node, top.lang);
      } else if (frame.zones !== 0) {
        this.#builder.coverInline(frame.zones, frame.inlineStart);
      }
    }
  }

  #place(): MediaPlace {
    const noscript = (this.#openCount.get('noscript') ?? 0) > 0;
    return { block: this.#builder.blocks.length, node: this.#top.node, noscript };
  }

  #blockTag(): string {
    return (this.#nodes[this.#top.node] as RawNode).tag;
  }

  /** A value with the place of the attribute that it came from. */
  #placed(key: string, attribute: string, value: string): RawValue {
    const [pageStart, pageEnd] = this.#places.get(attribute) ?? [this.#tagStart, this.#tagStart];
    return { key, value, pageStart, pageEnd };
  }

  #readMeta(attributes: Attributes): void {
    const content = attributes['content'];
    const name = attributes['property'] ?? attributes['name'] ?? attributes['itemprop'];
    if (!content || !name || content.trim() === '' || this.#metas.length >= 2000) return;
    this.#metas.push(this.#placed(name.trim().toLowerCase(), 'content', withoutLongSpaces(content.trim())));
  }

  #readTime(attributes: Attributes): void {
    const attribute = attributes['datetime'] ? 'datetime' : attributes['content'] ? 'content' : 'title';
    const { pageStart, pageEnd } = this.#placed('time', attribute, '');
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
