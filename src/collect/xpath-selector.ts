/** An XPath as a selector of outlet profiles, or why it cannot be one. */
export type TranslatedPath = { readonly selector: string } | { readonly problem: string };

/** Elements that make no block of their own: nothing can be said of them as of a block. */
const inline = new Set(
  'a abbr b big cite em font i img small span strong sub sup time u input source script style'.split(' '),
);
const literal = /^(?:'([^']*)'|"([^"]*)")$/;
const attributeName = /^@(id|class|itemprop)$/;

class Untranslatable extends Error {}

/**
 * Translates the paths that site rules are really written with: descendants with a name or `*`, attributes `id`, `class`
 * and `itemprop` compared by `=`, `contains`, `starts-with` and the word idiom with `concat`, joined by `and`, `or`, `|`.
 * A child step is taken as a descendant.
 */
export function selectorOfXPath(path: string): TranslatedPath {
  try {
    const selectors = splitTop(path, '|').flatMap((part) => selectorsOf(part.trim()));
    return { selector: selectors.join(', ') };
  } catch (error) {
    if (error instanceof Untranslatable) return { problem: error.message };
    throw error;
  }
}

function selectorsOf(path: string): string[] {
  if (!path.startsWith('/')) throw new Untranslatable(`"${path}" is no path`);
  const steps = splitTop(path.replace(/^\/+(?:html\/+)?(?:body\/+)?/, ''), '/').filter((step) => step !== '');
  if (steps.length === 0) throw new Untranslatable('the path names no element');
  let chains = [''];
  for (const [at, step] of steps.entries()) {
    const compounds = compoundsOf(step.trim(), at === steps.length - 1);
    chains = chains.flatMap((chain) => compounds.map((compound) => (chain === '' ? compound : `${chain} ${compound}`)));
    if (chains.length > 50) throw new Untranslatable('too many alternatives');
  }
  return chains;
}

function compoundsOf(step: string, last: boolean): string[] {
  const match = /^(?:descendant::|child::)?(\*|[a-z][a-z0-9]*)((?:\s*\[[\s\S]*\])?)$/i.exec(step);
  if (!match) throw new Untranslatable(`"${step}" is more than an element`);
  const [, name = '*', rest = ''] = match;
  const tag = name === '*' ? '' : name.toLowerCase();
  if (last && inline.has(tag)) throw new Untranslatable(`<${tag}> makes no block of its own`);
  let tests = [''];
  for (const predicate of predicatesOf(rest.trim())) {
    const alternatives = testsOf(predicate);
    tests = tests.flatMap((one) => alternatives.map((other) => one + other));
  }
  return tests.map((test) => (tag === '' && test === '' ? '*' : tag + test));
}

function predicatesOf(text: string): string[] {
  const found: string[] = [];
  let depth = 0;
  let quote = '';
  let from = 0;
  for (const [at, character] of [...text].entries()) {
    if (quote !== '') quote = character === quote ? '' : quote;
    else if (character === '"' || character === "'") quote = character;
    else if (character === '[' && ++depth === 1) from = at + 1;
    else if (character === ']' && --depth === 0) found.push([...text].slice(from, at).join(''));
  }
  if (depth !== 0 || quote !== '') throw new Untranslatable('a bracket or quotation mark is not closed');
  return found;
}

/** The alternatives of a condition, each as tests of one element. */
function testsOf(condition: string): string[] {
  const text = withoutParentheses(condition.trim());
  const either = splitTop(text, ' or ');
  if (either.length > 1) return either.flatMap(testsOf);
  const all = splitTop(text, ' and ');
  if (all.length > 1) {
    return all.map(testsOf).reduce((left, right) => left.flatMap((one) => right.map((other) => one + other)), ['']);
  }
  return [testOf(text)];
}

function testOf(text: string): string {
  const equal = /^(@[\w-]+)\s*=\s*(.+)$/s.exec(text);
  if (equal) return written(equal[1], '=', equal[2]);
  const call = /^(contains|starts-with)\s*\(([\s\S]*)\)$/.exec(text);
  const [subject = '', value = ''] = call ? splitTop(call[2] ?? '', ',').map((part) => part.trim()) : [];
  if (!call) throw new Untranslatable(`"${text}" is no comparison of id, class or itemprop`);
  const word = /^concat\s*\(\s*(['"]) \1\s*,\s*(?:normalize-space\s*\(\s*)?(@\w+)\s*\)?\s*,\s*(['"]) \3\s*\)$/.exec(
    subject,
  );
  if (word && call[1] === 'contains') {
    const content = literalOf(value);
    if (/^ \S+ $/.test(content)) return written(word[2], '~=', `"${content.trim()}"`);
    return written(word[2], '*=', `"${content.trim()}"`);
  }
  return written(subject, call[1] === 'contains' ? '*=' : '^=', value);
}

function written(attribute: string | undefined, how: string, value: string | undefined): string {
  const name = attributeName.exec(attribute?.trim() ?? '')?.[1];
  if (name === undefined) throw new Untranslatable(`"${attribute}" is not id, class or itemprop`);
  const content = literalOf(value?.trim() ?? '');
  if (content.trim() === '' || content.includes('"') || content.includes(']'))
    throw new Untranslatable(`the value "${content}" cannot be written`);
  return `[${name}${how}"${how === '*=' ? content.trim() : content}"]`;
}

function literalOf(text: string): string {
  const match = literal.exec(text);
  if (!match) throw new Untranslatable(`"${text}" is no text in quotation marks`);
  return match[1] ?? match[2] ?? '';
}

function withoutParentheses(text: string): string {
  let inner = text;
  while (inner.startsWith('(') && closesAt(inner) === inner.length - 1) inner = inner.slice(1, -1).trim();
  return inner;
}

function closesAt(text: string): number {
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '(') depth += 1;
    if (text[i] === ')' && --depth === 0) return i;
  }
  return -1;
}

/** Splits where the separator stands outside quotation marks, brackets and parentheses. */
function splitTop(text: string, separator: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let quote = '';
  let from = 0;
  for (let i = 0; i < text.length; i++) {
    const character = text[i] as string;
    if (quote !== '') quote = character === quote ? '' : quote;
    else if (character === '"' || character === "'") quote = character;
    else if (character === '[' || character === '(') depth += 1;
    else if (character === ']' || character === ')') depth -= 1;
    else if (depth === 0 && text.startsWith(separator, i)) {
      parts.push(text.slice(from, i));
      i += separator.length - 1;
      from = i + 1;
    }
  }
  parts.push(text.slice(from));
  return parts;
}
