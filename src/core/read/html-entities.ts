import { Tokenizer } from 'htmlparser2';

/** A character reference: what it stands for, and how many UTF-16 units of the page it takes. */
export interface Entity {
  readonly codepoints: readonly number[];
  readonly length: number;
}

/** The longest name that HTML knows is shorter; digits may go on for ever. */
const longestName = 40;
/** Pure memo: pages use a few dozen references again and again. */
const memo = new Map<string, Entity | undefined>();
const memoLimit = 2000;

/**
 * The character reference that begins with the `&` at `at`, if there is one. In the value of an attribute HTML is
 * stricter: `?a=1&copy=2` stays as it is.
 */
export function entityAt(source: string, at: number, inAttribute: boolean): Entity | undefined {
  let end = at + 1;
  const numeric = source.charCodeAt(end) === 35;
  if (numeric) end++;
  const limit = numeric ? source.length : Math.min(source.length, end + longestName);
  while (end < limit && isAlphanumeric(source.charCodeAt(end))) end++;
  if (end === at + 1) return undefined;
  const next = source.charCodeAt(end);
  if (next === 59 || (inAttribute && next === 61)) end++;
  const reference = source.slice(at, end);
  if (reference.length > longestName + 3) return decode(reference, inAttribute);
  const key = inAttribute ? `"${reference}` : reference;
  const known = memo.get(key);
  if (known !== undefined || memo.has(key)) return known;
  const entity = decode(reference, inAttribute);
  if (memo.size >= memoLimit) memo.clear();
  // A part of a page's text would keep the whole page in memory: the key is built anew.
  memo.set(` ${key}`.slice(1), entity);
  return entity;
}

/** Text of an attribute's value from `start` to `end`, character references read, cut soon after `limit` units. */
export function attributeText(source: string, start: number, end: number, limit: number): string {
  const raw = source.slice(start, Math.min(end, start + limit));
  let ampersand = raw.indexOf('&');
  if (ampersand < 0) return raw;
  let text = '';
  let from = 0;
  while (ampersand >= 0) {
    const entity = entityAt(source, start + ampersand, true);
    // A reference ends where the value ends.
    if (!entity || start + ampersand + entity.length > end) {
      ampersand = raw.indexOf('&', ampersand + 1);
      continue;
    }
    text += raw.slice(from, ampersand) + String.fromCodePoint(...entity.codepoints);
    from = ampersand + entity.length;
    ampersand = raw.indexOf('&', from);
  }
  return text + raw.slice(from);
}

function isAlphanumeric(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || (code >= 65 && code <= 90);
}

/** The library's tables know all names; it is given the one reference, as text or in an attribute. */
function decode(reference: string, inAttribute: boolean): Entity | undefined {
  const codepoints: number[] = [];
  const before = '<a b="';
  let length = 0;
  const tokenizer = new Tokenizer(
    { decodeEntities: true },
    {
      ontextentity: (codepoint, end) => {
        codepoints.push(codepoint);
        length = end;
      },
      onattribentity: (codepoint) => codepoints.push(codepoint),
      onattribdata: (start) => {
        length = start - before.length;
      },
      ontext: nothing,
      onattribend: nothing,
      onattribname: nothing,
      oncdata: nothing,
      onclosetag: nothing,
      oncomment: nothing,
      ondeclaration: nothing,
      onend: nothing,
      onopentagend: nothing,
      onopentagname: nothing,
      onprocessinginstruction: nothing,
      onselfclosingtag: nothing,
    },
  );
  tokenizer.write(inAttribute ? `${before}${reference}">` : `${reference} `);
  tokenizer.end();
  return codepoints.length === 0 ? undefined : { codepoints, length };
}

function nothing(): void {}
