import type { RawPage } from '../read/raw-page.ts';
import { withoutLongSpaces } from '../text/spaces.ts';

export interface JsonLdObject {
  readonly types: readonly string[];
  readonly fields: Readonly<Record<string, unknown>>;
  /** Place of the script that holds it. */
  readonly pageStart: number;
  readonly pageEnd: number;
}

/** Scripts larger than this are data dumps of an application. */
const maxScript = 2_000_000;
const maxObjects = 400;

const cache = new WeakMap<RawPage, readonly JsonLdObject[]>();

/** Every object of the page's JSON-LD that has a type, outermost first. Broken scripts are skipped. */
export function jsonLdObjects(raw: RawPage): readonly JsonLdObject[] {
  const known = cache.get(raw);
  if (known) return known;
  const objects: JsonLdObject[] = [];
  for (const { value, pageStart, pageEnd } of raw.jsonLd) {
    if (value.length > maxScript) continue;
    const parsed = parseTolerantly(value);
    if (parsed !== undefined) collect(parsed, pageStart, pageEnd, objects);
  }
  cache.set(raw, objects);
  return objects;
}

const articleTypes = /(?:Article|BlogPosting|Report|LiveBlogPosting|SocialMediaPosting)$/;

/** The objects that describe an article. */
export function articleObjects(raw: RawPage): readonly JsonLdObject[] {
  return jsonLdObjects(raw).filter(({ types }) => types.some((type) => articleTypes.test(type)));
}

/** Strings of a field: itself, the items of a list, or the `name` of objects. Trimmed, not empty. */
export function stringsAt(object: JsonLdObject, field: string): readonly string[] {
  return stringsOf(object.fields[field], 0);
}

function stringsOf(value: unknown, depth: number): string[] {
  if (depth > 4) return [];
  if (typeof value === 'string') return value.trim() === '' ? [] : [decodeEntities(withoutLongSpaces(value.trim()))];
  if (Array.isArray(value)) return value.slice(0, 50).flatMap((item) => stringsOf(item, depth + 1));
  if (isRecord(value)) return stringsOf(value['name'] ?? value['@value'] ?? value['url'], depth + 1);
  return [];
}

function collect(root: unknown, pageStart: number, pageEnd: number, objects: JsonLdObject[]): void {
  const queue: unknown[] = [root];
  for (let i = 0; i < queue.length && objects.length < maxObjects && i < 20_000; i++) {
    const value = queue[i];
    if (Array.isArray(value)) for (const item of value) queue.push(item);
    else if (isRecord(value)) {
      const types = stringsOfType(value['@type']);
      if (types.length > 0) objects.push({ types, fields: value, pageStart, pageEnd });
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
    if (name) return entities[String(name).toLowerCase()] ?? whole;
    const code = decimal ? Number(decimal) : Number.parseInt(String(hex), 16);
    return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : whole;
  });
}
