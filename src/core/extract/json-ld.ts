import type { RawPage } from '../read/raw-page.ts';
import { withoutLongSpaces } from '../text/spaces.ts';
import { articleTypes, type MachineObject, microdataArticle } from './microdata.ts';

/** Scripts larger than this are data dumps of an application. */
const maxScript = 2_000_000;
const maxObjects = 400;

const cache = new WeakMap<RawPage, readonly MachineObject[]>();

/** Every object of the page's JSON-LD that has a type, outermost first. Broken scripts are skipped. */
export function jsonLdObjects(raw: RawPage): readonly MachineObject[] {
  const known = cache.get(raw);
  if (known) return known;
  const objects: MachineObject[] = [];
  const byId = new Map<string, Readonly<Record<string, unknown>>>();
  for (const { value, pageStart, pageEnd } of raw.jsonLd) {
    if (value.length > maxScript) continue;
    const parsed = parseTolerantly(value);
    if (parsed !== undefined) collect(parsed, pageStart, pageEnd, objects, byId);
  }
  cache.set(raw, objects);
  return objects;
}

const articles = new WeakMap<RawPage, readonly MachineObject[]>();

/** The objects that describe the article: those of the JSON-LD, then what the microdata alone says of it. */
export function articleObjects(raw: RawPage): readonly MachineObject[] {
  const known = articles.get(raw);
  if (known) return known;
  const found = jsonLdObjects(raw).filter(({ types }) => types.some((type) => articleTypes.test(type)));
  const marked = microdataArticle(raw);
  if (marked) {
    const given = new Set(found.flatMap(({ fields }) => Object.keys(fields)));
    const fields = Object.fromEntries(Object.entries(marked.fields).filter(([name]) => !given.has(name)));
    found.push({ ...marked, fields });
  }
  articles.set(raw, found);
  return found;
}

/**
 * Strings of a field: itself, the items of a list, or the `name` of objects; an object that only refers to another by
 * `@id` has the name of that one. Trimmed, not empty.
 */
export function stringsAt(object: MachineObject, field: string): readonly string[] {
  return stringsOf(object.fields[field], 0, object.byId);
}

function stringsOf(value: unknown, depth: number, byId: MachineObject['byId']): string[] {
  if (depth > 4) return [];
  if (typeof value === 'string') return value.trim() === '' ? [] : [decodeEntities(withoutLongSpaces(value.trim()))];
  if (Array.isArray(value)) return value.slice(0, 50).flatMap((item) => stringsOf(item, depth + 1, byId));
  if (!isRecord(value)) return [];
  const id = value['@id'];
  const named = value['name'] ?? value['@value'] ?? (typeof id === 'string' ? byId.get(id)?.['name'] : undefined);
  return stringsOf(named ?? value['url'], depth + 1, byId);
}

function collect(
  root: unknown,
  pageStart: number,
  pageEnd: number,
  objects: MachineObject[],
  byId: Map<string, Readonly<Record<string, unknown>>>,
): void {
  const queue: unknown[] = [root];
  for (let i = 0; i < queue.length && objects.length < maxObjects && i < 20_000; i++) {
    const value = queue[i];
    if (Array.isArray(value)) for (const item of value) queue.push(item);
    else if (isRecord(value)) {
      const types = stringsOfType(value['@type']);
      if (types.length > 0) objects.push({ origin: 'json-ld', types, fields: value, byId, pageStart, pageEnd });
      const id = value['@id'];
      if (typeof id === 'string' && typeof value['name'] === 'string' && !byId.has(id)) byId.set(id, value);
      for (const [key, item] of Object.entries(value)) {
        // Articles that a page only points to stand in lists and sections of other objects.
        if (typeof item === 'object' && item !== null && !pointers.has(key)) queue.push(item);
      }
    }
  }
}

const pointers = new Set([
  'itemListElement',
  'hasPart',
  'relatedLink',
  'isPartOf',
  'citation',
  'mentions',
  'comment',
  'review',
  'liveBlogUpdate',
  'blogPost',
]);

function stringsOfType(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parseTolerantly(source: string): unknown {
  const text = source
    .replace(/^\s*(?:<!--|\/\/\s*<!\[CDATA\[|\/\*\s*<!\[CDATA\[\s*\*\/|<!\[CDATA\[)/, '')
    .replace(/(?:-->|\/\/\s*\]\]>|\/\*\s*\]\]>\s*\*\/|\]\]>)\s*;?\s*$/, '')
    .trim();
  // Raw line breaks inside strings are the commonest fault, commas before a closing bracket the next.
  const oneLine = () => text.replace(/\p{Cc}+/gu, ' ');
  for (const attempt of [
    () => text,
    oneLine,
    () =>
      oneLine()
        .replace(/,\s*([}\]])/g, '$1')
        .replace(/;\s*$/, ''),
  ]) {
    try {
      return JSON.parse(attempt());
    } catch {
      // The next attempt repairs more.
    }
  }
  return undefined;
}

/** Marks that named entities put on a letter: `&eacute;`, `&ntilde;`. */
const marks: Readonly<Record<string, string>> = {
  acute: '\u0301',
  grave: '\u0300',
  circ: '\u0302',
  uml: '\u0308',
  tilde: '\u0303',
  cedil: '\u0327',
  ring: '\u030a',
};

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  quot: '"',
  apos: "'",
  lt: '<',
  gt: '>',
  nbsp: ' ',
  rsquo: '’',
  lsquo: '‘',
  ldquo: '“',
  rdquo: '”',
  ndash: '–',
  mdash: '—',
  hellip: '…',
};

/** Templates often escape JSON strings for HTML once more. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));/gi, (whole, decimal, hex, name) => {
    if (name) return entities[String(name).toLowerCase()] ?? accented(String(name)) ?? whole;
    const code = decimal ? Number(decimal) : Number.parseInt(String(hex), 16);
    return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : whole;
  });
}

function accented(name: string): string | undefined {
  const mark = marks[name.slice(1)];
  return mark === undefined ? undefined : `${name[0]}${mark}`.normalize('NFC');
}
