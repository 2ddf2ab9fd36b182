import { Tokenizer } from 'htmlparser2';

/** Takes what a text with entities is made of, in order. */
export interface EntityParts {
  readonly addText: (start: number, end: number) => void;
  /** `end` is the offset behind the entity. */
  readonly addEntity: (character: string, end: number) => void;
}

/** Puts an entity where those of attributes stand: there `&copy=` is none. */
const attributeStart = '<a b="';

/**
 * Reads the entities that the tokenizer of the page passes by: looking for them in every unit of text and attributes
 * costs that one half of its time, and few texts have any. Each is cut out of the page for a tokenizer of its own.
 */
export class EntityReader {
  readonly #source: string;
  readonly #tokenizer: Tokenizer;
  /** Offset in the page of the first unit given to the tokenizer. */
  #base = 0;
  /** Behind the last entity, −1 before there is one. */
  #end = -1;
  #found: number[] = [];
  /** The first ampersand that was not asked for yet; −1 when there is none. */
  #next = -2;

  constructor(source: string) {
    this.#source = source;
    const ignore = (): void => {};
    this.#tokenizer = new Tokenizer(
      { decodeEntities: true },
      {
        ontextentity: (codepoint, end) => {
          this.#found.push(codepoint);
          this.#end = this.#base + end;
        },
        onattribentity: (codepoint) => {
          this.#found.push(codepoint);
        },
        onattribdata: (start) => {
          this.#end = this.#base + start;
        },
        ontext: ignore,
        onattribname: ignore,
        onattribend: ignore,
        onopentagname: ignore,
        onopentagend: ignore,
        onselfclosingtag: ignore,
        onclosetag: ignore,
        oncdata: ignore,
        oncomment: ignore,
        ondeclaration: ignore,
        onprocessinginstruction: ignore,
        onend: ignore,
      },
    );
  }

  /** Whether an ampersand stands between `start` and `end`. Asked in page order: the page is looked through once. */
  mayStandIn(start: number, end: number): boolean {
    if (this.#next !== -1 && this.#next < start) this.#next = this.#source.indexOf('&', start);
    return this.#next >= start && this.#next < end;
  }

  /** Gives the text between `start` and `end` to `parts`. */
  read(start: number, end: number, parts: EntityParts, inAttribute: boolean = false): void {
    const source = this.#source;
    let from = start;
    for (let at = start; at < end; at++) {
      if (source.charCodeAt(at) !== 38) continue;
      let stop = at + 1;
      while (stop < end && isNameUnit(source.charCodeAt(stop))) stop++;
      if (stop < end && isClosing(source.charCodeAt(stop))) stop++;
      this.#decode(at, stop, inAttribute);
      if (this.#found.length > 0) {
        if (at > from) parts.addText(from, at);
        for (const codepoint of this.#found) parts.addEntity(String.fromCodePoint(codepoint), this.#end);
        from = this.#end;
      }
      at = stop - 1;
    }
    if (end > from) parts.addText(from, end);
  }

  #decode(start: number, end: number, inAttribute: boolean): void {
    const entity = this.#source.slice(start, end);
    this.#found = [];
    this.#base = inAttribute ? start - attributeStart.length : start;
    this.#tokenizer.reset();
    this.#tokenizer.write(inAttribute ? `${attributeStart}${entity}"` : entity);
    this.#tokenizer.end();
  }
}

/** What names and numbers of entities are made of. */
function isNameUnit(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 35;
}

/** A semicolon ends an entity; an equals sign says that it was the name of a parameter. */
function isClosing(code: number): boolean {
  return code === 59 || code === 61;
}
