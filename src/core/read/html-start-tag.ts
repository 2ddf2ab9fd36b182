import {
  type Attributes,
  attributeNames,
  blankAttributes,
  itemAttributes,
  placedAttributes,
  wantedNowhere,
} from './html-attributes.ts';
import { type ElementKind, rootKind } from './html-elements.ts';
import type { EntityReader } from './html-entities.ts';
import { maxAttribute } from './html-frame.ts';
import type { RawValue } from './raw-page.ts';

/** The start tag that is being read, one after the other: its kind and the attributes that anybody asks about. */
export class StartTag {
  kind: ElementKind = rootKind;
  start = 0;
  /** It has an attribute of microdata or RDFa. */
  inItem = false;
  readonly #source: string;
  readonly #entities: EntityReader;
  readonly #values = blankAttributes();
  /** Names of the attributes that it has, in order. */
  readonly #given: string[] = [];
  /** For values of `placedAttributes`: index in `#given`, start, end. */
  readonly #places: number[] = [];
  #wanted: ReadonlySet<string> = wantedNowhere;
  /** Empty while an attribute passes that nobody reads. */
  #name = '';
  #from = -1;
  #to = -1;

  constructor(source: string, entities: EntityReader) {
    this.#source = source;
    this.#entities = entities;
  }

  get attributes(): Attributes {
    return this.#values;
  }

  get hasAttributes(): boolean {
    return this.#given.length > 0;
  }

  open(kind: ElementKind, start: number, inDrawing: boolean): void {
    this.kind = kind;
    this.start = start;
    this.inItem = false;
    for (const name of this.#given) this.#values[name] = undefined;
    if (this.#given.length > 0) this.#given.length = 0;
    if (this.#places.length > 0) this.#places.length = 0;
    this.#wanted = inDrawing ? wantedNowhere : kind.wanted;
  }

  openAttribute(start: number, end: number): void {
    this.#name = '';
    this.#from = -1;
    const name = attributeNames.find(this.#source, start, end);
    if (name !== undefined && this.#wanted.has(name)) this.#name = name;
  }

  addValue(start: number, end: number): void {
    if (this.#from < 0) this.#from = start;
    this.#to = end;
  }

  closeAttribute(end: number): void {
    const name = this.#name;
    // The first of a name counts.
    if (name === '' || this.#values[name] !== undefined) return;
    const start = this.#from;
    this.#values[name] = start < 0 ? '' : this.#read(start, Math.min(this.#to, start + maxAttribute));
    this.#given.push(name);
    if (itemAttributes.has(name)) this.inItem = true;
    if (this.kind.placed && placedAttributes.has(name))
      this.#places.push(this.#given.length - 1, start < 0 ? end : start, end);
  }

  /** A value with the place of the attribute that it came from. */
  placed(key: string, attribute: string, value: string): RawValue {
    const places = this.#places;
    for (let i = 0; i < places.length; i += 3) {
      if (this.#given[places[i] as number] === attribute)
        return { key, value, pageStart: places[i + 1] as number, pageEnd: places[i + 2] as number };
    }
    return { key, value, pageStart: this.start, pageEnd: this.start };
  }

  #read(start: number, end: number): string {
    const value = this.#source.slice(start, end);
    if (!value.includes('&')) return value;
    let text = '';
    const addText = (from: number, to: number): void => {
      text += this.#source.slice(from, to);
    };
    const addEntity = (character: string): void => {
      text += character;
    };
    this.#entities.read(start, end, { addText, addEntity }, true);
    return text;
  }
}
