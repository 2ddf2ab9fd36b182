import type { TextDocument } from '../../text/document.ts';
import { tokenize } from '../../text/tokens.ts';
import type { Found } from '../found.ts';
import type { FoundOutcome } from './found-outcome.ts';

/** Share of the shorter text's words that two outcomes must have in common to be one. Headlines are reworded leads. */
const SAME = 0.5;
const SHORTEST_WORD = 4;
/** Each outcome is compared with so many before it; an article has a handful. */
const COMPARED = 60;

/**
 * A headline says what the lead says again: one outcome. The version of the text is kept, the first one
 * first.
 */
export function mergeOutcomes(document: TextDocument, found: readonly Found<FoundOutcome>[]): Found<FoundOutcome>[] {
  const kept: { item: Found<FoundOutcome>; words: Set<string> }[] = [];
  for (const item of found) {
    const words = contentWords(item.value.text);
    const from = Math.max(0, kept.length - COMPARED);
    const near = kept.slice(from).findIndex((other) => isSame(document, other, { item, words }));
    const twin = near < 0 ? -1 : from + near;
    const known = kept[twin];
    if (known === undefined) kept.push({ item, words });
    else if (isHeadline(document, known.item) && !isHeadline(document, item)) kept[twin] = { item, words };
  }
  return withoutDetails(kept.map(({ item }) => item));
}

/** Papers that a count of "agreements" takes in; minutes and joint statements stand beside it. */
const COUNTED: ReadonlySet<string> = new Set([
  'agreement',
  'mou',
  'convention',
  'protocol',
  'programme',
  'framework_agreement',
  'text',
]);

/** "Thirteen agreements were signed": the single ones told afterwards are among them. */
function withoutDetails(found: readonly Found<FoundOutcome>[]): Found<FoundOutcome>[] {
  const sum = found.findIndex((item) => item.value.kind === 'signed' && (item.value.count ?? 1) > 1);
  if (sum < 0) return [...found];
  return found.filter((item, at) => {
    const { kind, count, instrument } = item.value;
    return at === sum || kind !== 'signed' || (count ?? 1) > 1 || !COUNTED.has(instrument ?? 'text');
  });
}

interface Candidate {
  readonly item: Found<FoundOutcome>;
  readonly words: ReadonlySet<string>;
}

function isSame(document: TextDocument, one: Candidate, other: Candidate): boolean {
  const a = one.item.value;
  const b = other.item.value;
  if (a.kind !== b.kind) return false;
  if (
    a.kind === 'signed' &&
    a.instrument !== undefined &&
    a.instrument === b.instrument &&
    (a.count ?? 1) === (b.count ?? 1)
  ) {
    return true;
  }
  if (
    a.kind === 'signed' &&
    b.instrumentSurface !== undefined &&
    holdsAll(one.words, contentWords(b.instrumentSurface))
  ) {
    return true;
  }
  const headline = isHeadline(document, one.item) || isHeadline(document, other.item);
  const smaller = Math.min(one.words.size, other.words.size);
  if (smaller === 0) return true;
  let shared = 0;
  for (const word of one.words) if (other.words.has(word)) shared++;
  return shared / smaller >= (headline ? SAME / 1.5 : SAME);
}

/** The paper was named before: "a memorandum and a protocol", then each with who signed it. */
function holdsAll(words: ReadonlySet<string>, some: ReadonlySet<string>): boolean {
  return some.size > 0 && [...some].every((word) => words.has(word));
}

function isHeadline(document: TextDocument, item: Found<FoundOutcome>): boolean {
  return document.sentences[item.sentence]?.block === 'headline';
}

/** First letters of the longer words: inflected forms fall together without a stemmer. */
function contentWords(text: string): Set<string> {
  const words = new Set<string>();
  for (const token of tokenize(text)) {
    if (token.kind === 'word' && token.folded.length >= SHORTEST_WORD)
      words.add(token.folded.replace(/^ال/u, '').slice(0, 6));
  }
  return words;
}
