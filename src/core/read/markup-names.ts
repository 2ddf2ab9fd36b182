/**
 * Finds the name that stands in a page among known ones, in any case, without cutting it out: pages hold thousands of
 * tags and attributes, and a string of each would cost more than all that is done with it.
 */
export interface MarkupNames {
  readonly find: (source: string, start: number, end: number) => string | undefined;
}

/** Names are ASCII letters, digits and hyphens, in lower case. */
export function markupNames(names: Iterable<string>): MarkupNames {
  const byShape: (string[] | undefined)[] = [];
  let longest = 0;
  for (const name of new Set(names)) {
    const shape = (name.length << 8) | name.charCodeAt(0);
    byShape[shape] = [...(byShape[shape] ?? []), name];
    longest = Math.max(longest, name.length);
  }
  return {
    find: (source, start, end) => {
      const length = end - start;
      if (length > longest || length < 1) return undefined;
      const first = source.charCodeAt(start) | 0x20;
      const candidates = first > 0xff ? undefined : byShape[(length << 8) | first];
      if (candidates === undefined) return undefined;
      for (const name of candidates) if (isName(source, start, name)) return name;
      return undefined;
    },
  };
}

function isName(source: string, start: number, name: string): boolean {
  for (let i = 0; i < name.length; i++) {
    const code = source.charCodeAt(start + i);
    const lower = code >= 65 && code <= 90 ? code | 0x20 : code;
    if (lower !== name.charCodeAt(i)) return false;
  }
  return true;
}
