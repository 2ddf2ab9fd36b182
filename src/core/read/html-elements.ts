import { placed, wantedAnywhere, wantedOf } from './html-attributes.ts';
import { mediaTags } from './html-media.ts';
import { blockTags, closesParagraph, inlineZoneTags, knownTags, skippedTags, voidTags } from './html-tags.ts';
import { type MarkupNames, markupNames } from './markup-names.ts';
import { zonesOfTag } from './zone-words.ts';

/** All that a tag's name says, looked up once: a page has thousands of tags. */
export interface ElementKind {
  readonly tag: string;
  /** Counts from 0 without gaps. */
  readonly id: number;
  readonly block: boolean;
  readonly closesParagraph: boolean;
  readonly closesOwnKind: boolean;
  readonly empty: boolean;
  readonly skipped: boolean;
  readonly inlineZone: boolean;
  readonly media: boolean;
  readonly placed: boolean;
  readonly zones: number;
  /** Attributes that are read. */
  readonly wanted: ReadonlySet<string>;
}

function elementKind(tag: string, id: number): ElementKind {
  return {
    tag,
    id,
    block: blockTags.has(tag),
    closesParagraph: closesParagraph.has(tag),
    closesOwnKind: tag === 'li' || tag === 'option' || tag === 'tr' || tag === 'td' || tag === 'th',
    empty: voidTags.has(tag),
    skipped: skippedTags.has(tag),
    inlineZone: inlineZoneTags.has(tag),
    media: mediaTags.has(tag),
    placed: placed.has(tag),
    zones: zonesOfTag.get(tag) ?? 0,
    wanted: wantedOf.get(tag) ?? wantedAnywhere,
  };
}

const names: MarkupNames = markupNames(knownTags);
const known: ReadonlyMap<string, ElementKind> = new Map([...knownTags].map((tag, id) => [tag, elementKind(tag, id)]));

/** Number of elements that are known by name. */
export const knownKinds: number = known.size;
export const rootKind: ElementKind = known.get('#root') as ElementKind;
export const paragraphKind: ElementKind = known.get('p') as ElementKind;
export const noscriptKind: ElementKind = known.get('noscript') as ElementKind;
export const drawingKind: ElementKind = known.get('svg') as ElementKind;

/** The kinds of elements of one page: the known ones and those that only this page has. */
export class PageKinds {
  readonly #others = new Map<string, ElementKind>();

  /** The kind whose name stands in the page from `start` to `end`. */
  find(source: string, start: number, end: number): ElementKind {
    const name = names.find(source, start, end);
    const kind = name === undefined ? undefined : known.get(name);
    return kind ?? this.#other(source.slice(start, Math.min(end, start + 40)).toLowerCase());
  }

  #other(tag: string): ElementKind {
    let kind = known.get(tag) ?? this.#others.get(tag);
    if (kind === undefined) {
      kind = elementKind(tag, knownKinds + this.#others.size);
      this.#others.set(tag, kind);
    }
    return kind;
  }
}
