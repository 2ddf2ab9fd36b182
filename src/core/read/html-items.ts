import type { Attributes } from './html-attributes.ts';
import type { RawItem } from './raw-page.ts';

/** Properties worth their text; of the others the place in the page says enough. */
const textFields: ReadonlySet<string> = new Set(
  'headline alternativeheadline name author creator datepublished datemodified datecreated publisher image thumbnailurl url contenturl embedurl articlesection description keywords inlanguage caption copyrightholder'.split(
    ' ',
  ),
);
const maxItems = 300;
const maxText = 400;

interface OpenItem {
  readonly types: readonly string[];
  readonly fields: Record<string, (string | RawItem)[]>;
  readonly node: number;
  readonly pageStart: number;
  readonly depth: number;
  /** The property of the outer item that this one is the value of. */
  readonly property: string | undefined;
}

/**
 * Microdata (`itemscope`, `itemprop`) and RDFa (`typeof`, `property`) of one page: the same items that JSON-LD gives,
 * read from the attributes of visible elements. Depth is the height of the element stack.
 */
export class ItemReader {
  readonly items: RawItem[] = [];
  readonly #open: OpenItem[] = [];
  readonly #texts: { readonly property: string; readonly depth: number; readonly item: OpenItem }[] = [];
  #count = 0;

  /** An element opens that stands at `depth`; one without content has no depth. */
  open(attributes: Attributes, depth: number | undefined, node: number, pageStart: number): void {
    const property = propertyOf(attributes);
    if (attributes['itemscope'] !== undefined || attributes['typeof'] !== undefined) {
      if (depth === undefined || this.#count++ >= maxItems) return;
      const types = (attributes['itemtype'] ?? attributes['typeof'] ?? '').split(/\s+/);
      const names = types.map((name) => name.replace(/^.*[/#:]/, '')).filter((name) => name !== '');
      this.#open.push({ types: names, fields: {}, node, pageStart, depth, property });
      return;
    }
    const outer = this.#open[this.#open.length - 1];
    if (!outer || !property || !textFields.has(property)) return;
    const value = givenValue(property, attributes);
    if (value !== undefined) add(outer, property, value);
    else if (depth !== undefined) this.#texts.push({ property, depth, item: outer });
  }

  /** Whether the element at this depth waits for its end. */
  waits(depth: number): boolean {
    return this.#texts[this.#texts.length - 1]?.depth === depth || this.#open[this.#open.length - 1]?.depth === depth;
  }

  /** The element at this depth ends; `text` is what it held. */
  close(depth: number, text: string, pageEnd: number): void {
    const waiting = this.#texts[this.#texts.length - 1];
    if (waiting?.depth === depth) {
      this.#texts.pop();
      if (text !== '') add(waiting.item, waiting.property, text.slice(0, maxText));
    }
    if (this.#open[this.#open.length - 1]?.depth === depth) this.#closeItem(pageEnd);
  }

  /** The page ends: what is open ends with it. */
  finish(pageEnd: number): void {
    while (this.#open.length > 0) this.#closeItem(pageEnd);
  }

  #closeItem(pageEnd: number): void {
    const open = this.#open.pop();
    if (!open) return;
    const { types, fields, node, pageStart, property } = open;
    const item: RawItem = { types, fields, node, pageStart, pageEnd };
    const outer = this.#open[this.#open.length - 1];
    if (outer && property) add(outer, property, item);
    else this.items.push(item);
  }
}

function add(item: OpenItem, property: string, value: string | RawItem): void {
  const values = item.fields[property] ?? [];
  item.fields[property] = values;
  if (values.length < 20) values.push(value);
}

/** `schema:datePublished` and `datePublished` are one property; so are its spellings. */
function propertyOf(attributes: Attributes): string | undefined {
  const name = attributes['itemprop'] ?? attributes['property'];
  return name
    ?.trim()
    .split(/\s+/)[0]
    ?.replace(/^(?:schema|og|article|dc|dcterms):/i, '')
    .toLowerCase();
}

const addressFields: ReadonlySet<string> = new Set('image thumbnailurl url contenturl embedurl'.split(' '));

/** The value that attributes give; without one the element's text is the value, as in a link around an author's name. */
function givenValue(property: string, attributes: Attributes): string | undefined {
  const address = addressFields.has(property)
    ? (attributes['href'] ?? attributes['data-src'] ?? attributes['src'])
    : undefined;
  const value = (attributes['content'] ?? attributes['datetime'] ?? address)?.trim();
  return value ? value.slice(0, 2000) : undefined;
}
