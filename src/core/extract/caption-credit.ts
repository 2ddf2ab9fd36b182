import { pictureAgencies } from '../languages/picture-agencies.ts';
import type { Span } from '../model/evidence.ts';
import { foldName } from '../text/normalise.ts';
import { agencyNamed } from './agency-index.ts';
import { phrasesOfAll } from './page-word-index.ts';

/** What a line under a picture says, as ranges of the line: what is seen, and whose picture it is. */
export interface CaptionParts {
  readonly caption?: Span;
  readonly credit?: Span;
}

const lenders: ReadonlySet<string> = new Set(pictureAgencies);
const creditWords: ReadonlySet<string> = new Set(phrasesOfAll('photo'));
const creditOpenings = phrasesOfAll('photoBy');

/** A credit stands at the end; it is never longer than this. */
const maxCredit = 110;

/**
 * Parts the credit from a caption: "… (Photo AFP)", "… | Foto: EFE", "… © Paul Vernet", "… Photo by Lena Hartwig",
 * "… REUTERS/Lena Hartwig". A line that is a credit and nothing else has no caption.
 */
export function splitCaption(line: string): CaptionParts {
  const credit = findCredit(line);
  if (!credit) return { caption: trimmed(line, 0, line.length, /\s/, /[\s([|–—/]/) };
  const caption = trimmed(line, 0, credit.from, /[\s|([–—/-]/);
  const name = trimmed(line, credit.start, credit.end, /[\s:()[\]|.©–—-]/);
  if (name.end <= name.start) return { caption: trimmed(line, 0, line.length, /\s/) };
  return /[\p{L}\p{N}]/u.test(line.slice(caption.start, caption.end)) ? { caption, credit: name } : { credit: name };
}

interface Credit {
  /** Where the caption ends: before the bracket, the bar or the word that opens the credit. */
  readonly from: number;
  /** The name. */
  readonly start: number;
  readonly end: number;
}

function findCredit(line: string): Credit | undefined {
  return inBrackets(line) ?? afterSign(line) ?? atEnd(line);
}

/** "… (Photo by Lena Hartwig / AFP)". */
function inBrackets(line: string): Credit | undefined {
  const match = /[([]([^()[\]]{2,100})[)\]][\s.]*$/.exec(line.slice(-maxCredit - 10));
  if (!match) return undefined;
  const from = Math.max(0, line.length - maxCredit - 10) + match.index;
  const inner = match[1] as string;
  // A few names in brackets, after a whole sentence or alone, need no word for a picture.
  const alone = /^$|[.!?…”"»]$/.test(line.slice(0, from).trimEnd()) && isLatinName(inner);
  const name = nameIn(inner) ?? (alone ? { start: 0 } : undefined);
  return name && { from, start: from + 1 + name.start, end: from + 1 + inner.length };
}

/** "… | Foto: EFE", "… © Paul Vernet": a sign, and before it the word for a picture. */
function afterSign(line: string): Credit | undefined {
  const offset = Math.max(0, line.length - maxCredit);
  const tail = line.slice(offset);
  for (const match of tail.matchAll(/[:：©]|\([cC]\)/gu)) {
    const start = offset + match.index + match[0].length;
    const before = line.slice(Math.max(0, offset + match.index - 40), offset + match.index);
    const words = [...before.matchAll(/[\p{L}\p{M}]+/gu)];
    let from = /[:：]/u.test(match[0]) ? -1 : offset + match.index;
    for (let count = Math.min(4, words.length); count > 0; count--) {
      const first = words[words.length - count] as RegExpMatchArray & { index: number };
      if (!creditWords.has(foldName(before.slice(first.index)))) continue;
      from = offset + match.index - (before.length - first.index);
      break;
    }
    // A sentence after the colon is speech, not a name.
    if (from >= 0 && !/[.!?؟]\s+\p{L}{3}/u.test(line.slice(start)) && /[\p{L}]/u.test(line.slice(start)))
      return { from, start, end: line.length };
  }
  return undefined;
}

/** "… . Photo by Lena Hartwig", "… . REUTERS/Lena Hartwig", "… - AFP": a last piece that can be nothing else. */
function atEnd(line: string): Credit | undefined {
  const offset = Math.max(0, line.length - maxCredit);
  const starts = [...(offset === 0 ? [0] : [])];
  for (const match of line.slice(offset).matchAll(/[.!?…»”"؟)]\s+|\s[–—|/-]\s+|[|]\s*|,\s+/gu)) {
    // A comma parts a credit only from a name of an agency, which follows at once.
    if (!match[0].startsWith(',')) starts.push(offset + match.index + match[0].length);
  }
  for (const from of starts) {
    const piece = line.slice(from);
    const name = nameIn(piece);
    if (name) return { from, start: from + name.start, end: line.length };
  }
  return undefined;
}

/** The name in a piece that is a credit from end to end. */
function nameIn(piece: string): { readonly start: number } | undefined {
  if (/^\s*©/.test(piece)) return { start: piece.indexOf('©') + 1 };
  const sign = /^([\p{L}\p{M}\s.’']{2,24})[:：]\s*(?=\p{L})/u.exec(piece);
  if (sign && creditWords.has(foldName(sign[1] as string))) return { start: sign[0].length };
  const folded = foldName(piece);
  const opening = creditOpenings.find((phrase) => folded.startsWith(`${phrase} `));
  if (opening) {
    const words = [...piece.matchAll(/[\p{L}\p{M}\p{N}]+/gu)];
    const first = words[opening.split(' ').length];
    if (first && (looksLikeNames(piece.slice(first.index)) || namesLender(piece.slice(first.index))))
      return { start: first.index };
  }
  return namesLender(piece) && piece.length <= 90 ? { start: 0 } : undefined;
}

/** "EFE/EPA/Paul Vernet", "Lena Hartwig - AFP", "via Getty Images": names alone, an agency for pictures among them. */
function namesLender(piece: string): boolean {
  const parts = piece
    .split(/\s*[/|,;–—+]\s*|\s+-\s+|\s+(?:via|for|pour|para)\s+|^\s*via\s+/u)
    .filter((part) => part.trim() !== '');
  if (parts.length === 0 || parts.length > 6) return false;
  const isLender = (part: string): boolean => lenders.has(foldName(part)) || agencyNamed(part) !== undefined;
  return parts.some(isLender) && parts.every((part) => isLender(part) || looksLikeNames(part));
}

/** In scripts without capitals any words could be a name. */
function isLatinName(text: string): boolean {
  return /^\p{Lu}/u.test(text) && !/\p{Nd}|\p{Lo}/u.test(text) && text.split(/\s+/).length <= 4 && looksLikeNames(text);
}

const particles = /^(?:de|du|des|la|le|del|den|der|von|van|al|el|bin|ben|et|and|y|e|for|pour|para|via|the|of|&)$/iu;

/** A few words that all begin like names. */
function looksLikeNames(text: string): boolean {
  const words = text
    .trim()
    .replace(/[.)\]]+$/, '')
    .split(/[\s/,]+/);
  if (
    words.length > 7 ||
    /[.!?؟]\s/.test(
      text
        .trim()
        .slice(0, -1)
        .replace(/\b\p{Lu}\./gu, ''),
    )
  )
    return false;
  const arabic = /\p{Script=Arabic}/u.test(text);
  if (arabic && words.length > 4) return false;
  return words.every((word) => /^[^\p{L}]*(?:\p{Lu}|\p{Lo})/u.test(word) || particles.test(word));
}

function trimmed(line: string, from: number, to: number, edge: RegExp, endEdge: RegExp = edge): Span {
  let start = from;
  let end = to;
  while (start < end && edge.test(line[start] as string)) start++;
  while (end > start && endEdge.test(line[end - 1] as string)) end--;
  return { start, end };
}
