import type { NodeNames, RawNode } from '../read/raw-page.ts';

/** One element of a selector: every part that is given must hold. */
interface Compound {
  readonly tag?: string;
  readonly tests: readonly { readonly name: keyof NodeNames; readonly how: '=' | '~=' | '*=' | '^='; value: string }[];
}

/** Alternatives; each a list of elements, one inside the other. */
export type BlockSelector = readonly (readonly Compound[])[];

const compoundPart =
  /([.#])([\p{L}\p{N}_-]+)|\[\s*(id|class|itemprop)\s*([~*^]?=)\s*(?:"([^"]*)"|'([^']*)'|([^\]"'\s]+))\s*\]/uy;

/** Parses `div.story #text, [itemprop=articleBody]`; nothing for what is no such selector. */
export function parseBlockSelector(source: string): BlockSelector | undefined {
  const alternatives = splitOutside(source, ',').map((alternative) => {
    const compounds = splitOutside(alternative.replace(/\s*>\s*/g, ' ').trim(), ' ').map(parseCompound);
    return compounds.every((compound) => compound !== undefined) && compounds.length > 0 ? compounds : undefined;
  });
  return alternatives.every((alternative) => alternative !== undefined) ? alternatives : undefined;
}

/** Splits where the separator stands outside brackets. */
function splitOutside(text: string, separator: string): string[] {
  const parts: string[] = [''];
  let depth = 0;
  for (const character of text) {
    if (character === '[') depth += 1;
    if (character === ']') depth -= 1;
    if (character === separator && depth === 0) parts.push('');
    else parts[parts.length - 1] += character;
  }
  return parts.map((part) => part.trim()).filter((part, i) => part !== '' || (separator === ',' && i >= 0));
}

function parseCompound(text: string): Compound | undefined {
  const tag = /^(?:\*|[a-z][a-z0-9-]*)/i.exec(text)?.[0].toLowerCase();
  const tests: Compound['tests'][number][] = [];
  let at = tag?.length ?? 0;
  while (at < text.length) {
    compoundPart.lastIndex = at;
    const match = compoundPart.exec(text);
    if (!match) return undefined;
    at = compoundPart.lastIndex;
    const [, sign, name, attribute, how, ...values] = match;
    const value = name ?? values.find((one) => one !== undefined) ?? '';
    if (sign === '.') tests.push({ name: 'class', how: '~=', value });
    else if (sign === '#') tests.push({ name: 'id', how: '=', value });
    else if (value !== '') tests.push({ name: attribute as keyof NodeNames, how: how as '=', value });
  }
  if (tag === undefined && tests.length === 0) return undefined;
  return { ...(tag === undefined || tag === '*' ? {} : { tag }), tests };
}

/** For each element whether it, or one around it, is what the selector asks for. One pass: parents come first. */
export function nodesWithin(nodes: readonly RawNode[], selector: BlockSelector): readonly boolean[] {
  const inside: boolean[] = new Array(nodes.length).fill(false);
  for (const compounds of selector) {
    // How many elements of the chain have been met on the way down; the earliest match is never worse than a later one.
    const met = new Uint8Array(nodes.length);
    for (const [i, node] of nodes.entries()) {
      const above = node.parent < 0 ? 0 : (met[node.parent] as number);
      const wanted = compounds[above];
      met[i] = wanted !== undefined && fits(node, wanted) ? above + 1 : above;
      if (met[i] === compounds.length) inside[i] = true;
    }
  }
  return inside;
}

function fits(node: RawNode, { tag, tests }: Compound): boolean {
  if (tag !== undefined && node.tag !== tag) return false;
  return tests.every(({ name, how, value }) => {
    const own = node.names?.[name] ?? '';
    if (how === '=') return own === value;
    if (how === '^=') return own.startsWith(value);
    if (how === '*=') return own.includes(value);
    return own.split(/\s+/).includes(value);
  });
}
