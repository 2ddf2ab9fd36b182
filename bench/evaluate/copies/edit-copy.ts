import type { Dice } from '../../fuzz/dice.ts';
import { shuffled } from './write-original.ts';

/** Other quotation marks, dashes and spaces, and at times no accents at all. */
export function retype(sentences: readonly string[], dice: Dice): string[] {
  const bare = dice.share() < 0.4;
  return sentences.map((sentence) => {
    const typed = sentence
      .replace(/[’‘]/g, "'")
      .replace(/[«“]\s*/g, '"')
      .replace(/\s*[»”]/g, '"')
      .replace(/—|–/g, '-');
    return bare ? typed.normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC') : typed;
  });
}

/** The first half to seven tenths, as desks cut: from the end. */
export function cut(sentences: readonly string[], dice: Dice): string[] {
  const share = 0.5 + dice.share() * 0.2;
  return sentences.slice(0, Math.max(1, Math.round(sentences.length * share)));
}

/** A new first sentence, 45 % of the others gone, 15 % of the words changed. */
export function rewrite(sentences: readonly string[], lede: string, fillers: readonly string[], dice: Dice): string[] {
  const [, ...rest] = sentences;
  const keep = Math.max(1, Math.round(rest.length * 0.55));
  const kept = new Set(shuffled([...rest.keys()], dice).slice(0, keep));
  return [lede, ...rest.filter((_, index) => kept.has(index)).map((sentence) => editWords(sentence, fillers, dice))];
}

const editShare = 0.15;

/** Drops, adds and swaps words; names and figures stay, as no editor changes them. */
export function editWords(sentence: string, fillers: readonly string[], dice: Dice): string {
  const words = sentence.split(' ');
  const out: string[] = [];
  for (const [index, word] of words.entries()) {
    const fixed = index === 0 || /[\p{Lu}\d]/u.test(word) || word.length < 2;
    if (fixed || dice.share() >= editShare) {
      out.push(word);
      continue;
    }
    const throwOf = dice.below(3);
    if (throwOf === 0) continue;
    if (throwOf === 1) out.push(word, dice.pick(fillers));
    else out.push(dice.pick(fillers));
  }
  return out.join(' ');
}
