import { tokenize } from '../text/tokens.ts';
import type { GroupArticle } from './group-article.ts';

/** A text as weighted terms, length 1. */
export type TermVector = ReadonlyMap<string, number>;

/** Words are cut here: a rough stem for four languages. */
const stemLength = 7;
const titleWeight = 2;
/** Capitalised words are mostly names, and names tell events apart. */
const nameWeight = 1.6;
/** Terms that a text is looked up by. */
const lookupTerms = 16;

/** TF-IDF vectors of texts of one language; `frequencies` come from the same texts. */
export function termVectors(articles: readonly GroupArticle[]): TermVector[] {
  const counted = articles.map(countTerms);
  const frequencies = new Map<string, number>();
  for (const terms of counted) for (const term of terms.keys()) frequencies.set(term, (frequencies.get(term) ?? 0) + 1);
  return counted.map((terms) => {
    const vector = new Map<string, number>();
    let square = 0;
    for (const [term, weight] of terms) {
      const rarity = Math.log((articles.length + 1) / ((frequencies.get(term) ?? 0) + 0.5));
      if (rarity <= 0) continue;
      const value = (1 + Math.log(weight)) * rarity;
      if (value <= 0) continue;
      vector.set(term, value);
      square += value * value;
    }
    const norm = Math.sqrt(square) || 1;
    for (const [term, value] of vector) vector.set(term, value / norm);
    return vector;
  });
}

export function cosine(a: TermVector, b: TermVector): number {
  const [shorter, longer] = a.size <= b.size ? [a, b] : [b, a];
  let sum = 0;
  for (const [term, value] of shorter) sum += value * (longer.get(term) ?? 0);
  return sum;
}

/** The terms that say most about a text. */
export function strongestTerms(vector: TermVector): string[] {
  return [...vector]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, lookupTerms)
    .map(([term]) => term);
}

function countTerms(article: GroupArticle): Map<string, number> {
  const terms = new Map<string, number>();
  const add = (text: string, factor: number) => {
    for (const token of tokenize(text)) {
      if (token.kind === 'punctuation' || token.folded.length < 3) continue;
      const term = stem(token.folded);
      terms.set(term, (terms.get(term) ?? 0) + factor * (token.upper ? nameWeight : 1));
    }
  };
  add(article.title ?? '', titleWeight);
  add(article.text, 1);
  return terms;
}

function stem(word: string): string {
  let bare = word;
  if (/^[\u0600-\u06ff]/.test(bare)) {
    if (/^[وفبلك]ال/.test(bare) && bare.length > 5) bare = bare.slice(3);
    else if (bare.startsWith('ال') && bare.length > 4) bare = bare.slice(2);
    else if (bare.startsWith('لل') && bare.length > 4) bare = bare.slice(2);
  }
  return bare.slice(0, stemLength);
}
