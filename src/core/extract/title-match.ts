import { foldName } from '../text/normalise.ts';

/** Share of the title's words (of three letters and more) that the address repeats. 0 when it has too few. */
export function titleInAddress(title: string, url: string | undefined): number {
  if (!url) return 0;
  const words = foldName(title)
    .split(' ')
    .filter((word) => word.length >= 3);
  if (words.length < 3) return 0;
  const slug = new Set(foldName(decodeAddress(url)).split(' '));
  let hits = 0;
  for (const word of words) if (slug.has(word)) hits++;
  return hits / words.length;
}

/** Address with its percent escapes read; broken escapes stay. */
function decodeAddress(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch {
    return url;
  }
}

/** The folded words of a title. */
export function wordsOf(title: string): ReadonlySet<string> {
  return new Set(foldName(title).split(' '));
}

/** 0 to 1: how many words two titles share (harmonic mean of both directions). */
export function titleSimilarity(a: string, b: string): number {
  return wordOverlap(wordsOf(a), wordsOf(b));
}

/** `titleSimilarity` of titles already taken apart. */
export function wordOverlap(left: ReadonlySet<string>, right: ReadonlySet<string>): number {
  let both = 0;
  for (const word of left) if (right.has(word)) both++;
  return left.size + right.size === 0 ? 0 : (2 * both) / (left.size + right.size);
}

const separators = /\s+[|–—·•»«:/-]\s+|\s*[|•·]\s*/g;

/**
 * Title without the site's name: the part that stays when a name known from the page (site name, outlet, host) is cut
 * off at a separator, at either end. Without a known name the last part goes when it is short and the rest is not.
 */
export function withoutSiteName(title: string, names: readonly string[]): string {
  let current = title.trim();
  const known = names.map((name) => foldName(name)).filter((name) => name.length >= 2);
  for (let round = 0; round < 3; round++) {
    const cuts = [...current.matchAll(separators)];
    const first = cuts[0];
    const last = cuts[cuts.length - 1];
    if (!first || !last) return current;
    const tail = current.slice(last.index + last[0].length);
    const head = current.slice(0, first.index);
    if (isSiteName(tail, known)) current = current.slice(0, last.index).trim();
    else if (isSiteName(head, known)) current = current.slice(first.index + first[0].length).trim();
    else return current;
  }
  return current;
}

function isSiteName(part: string, known: readonly string[]): boolean {
  const folded = foldName(part);
  if (folded === '') return true;
  const tight = folded.replace(/ /g, '');
  return known.some((name) => {
    const other = name.replace(/ /g, '');
    return (
      other === tight ||
      (tight.length >= 4 && other.startsWith(tight)) ||
      (other.length >= 4 && tight.startsWith(other) && tight.length <= other.length + 12)
    );
  });
}
