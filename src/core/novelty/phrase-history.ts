import { tokenize } from '../text/tokens.ts';
import { contentWords } from './content-words.ts';
import { type NoveltyPrint, sentenceRange } from './novelty-print.ts';
import { hashStem } from './stem-hash.ts';

/** How a phrase went through the texts of a dossier. */
export interface PhraseHistory {
  readonly first?: { readonly articleId: string; readonly day?: string };
  /** Dispatches that have it. */
  readonly times: number;
}

/**
 * Where each phrase stands in all texts of a dossier, by their prints: its words in a row, whatever their endings and
 * the function words between them.
 */
export function phraseHistories(
  phrases: readonly { readonly text: string; readonly language: string }[],
  prints: readonly NoveltyPrint[],
): PhraseHistory[] {
  const asked = phrases.map(({ text, language }) => ({
    language,
    stems: contentWords(text, tokenize(text), language).map(({ stem }) => hashStem(stem)),
    groups: new Set<string>(),
    first: undefined as NoveltyPrint | undefined,
  }));
  const byFirstStem = new Map<number, (typeof asked)[number][]>();
  for (const one of asked) {
    const [stem] = one.stems;
    if (stem === undefined) continue;
    const list = byFirstStem.get(stem);
    if (list === undefined) byFirstStem.set(stem, [one]);
    else list.push(one);
  }
  for (const print of byFirstStem.size === 0 ? [] : prints) {
    // Which sentence a word stands in is asked only where a phrase may begin.
    let sentence = 0;
    for (let at = 0; at < print.words.length; at++) {
      const candidates = byFirstStem.get(unmarked(print.words[at]));
      if (candidates === undefined) continue;
      while (at >= sentenceRange(print, sentence)[1]) sentence++;
      const [, to] = sentenceRange(print, sentence);
      for (const one of candidates) {
        if (one.language !== print.language || at + one.stems.length > to) continue;
        if (!one.stems.every((stem, offset) => unmarked(print.words[at + offset]) === stem)) continue;
        one.groups.add(print.group ?? print.id);
        if (one.first === undefined || isEarlier(print, one.first)) one.first = print;
      }
    }
  }
  return asked.map(({ first, groups }) => ({
    times: groups.size,
    ...(first === undefined
      ? {}
      : { first: { articleId: first.id, ...(first.day === undefined ? {} : { day: first.day }) } }),
  }));
}

function unmarked(word: number | undefined): number {
  return ((word ?? 0) & ~1) >>> 0;
}

function isEarlier(a: NoveltyPrint, b: NoveltyPrint): boolean {
  const [dayA, dayB] = [a.day ?? '9999', b.day ?? '9999'];
  return dayA === dayB ? a.id < b.id : dayA < dayB;
}
