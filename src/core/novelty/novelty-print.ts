import type { NoveltyText } from './novelty-text.ts';
import { hashStem } from './stem-hash.ts';

/**
 * A text as later ones are held against it: its sentences as hashes of stems. About a kilobyte, and no word can be read
 * from it.
 */
export interface NoveltyPrint {
  readonly id: string;
  readonly day?: string;
  /** Dispatch: copies say a thing once. The text's own id when absent. */
  readonly group?: string;
  readonly language: string;
  /** Three numbers a sentence: start and end in the text, and its first word. */
  readonly sentences: Uint32Array;
  /** One number a content word, in order; the lowest bit is set in the words of a date. */
  readonly words: Uint32Array;
}

/** What a print says of the words alone. */
export type PrintedWords = Pick<NoveltyPrint, 'sentences' | 'words'>;

/** First byte of the kept form; another form is another number. */
const form = 1;

export function noveltyPrint({ id, day, group, language, sentences }: NoveltyText): NoveltyPrint {
  return {
    id,
    ...(day === undefined ? {} : { day }),
    ...(group === undefined ? {} : { group }),
    language,
    ...printWords(sentences),
  };
}

export function printWords(sentences: NoveltyText['sentences']): PrintedWords {
  const places: number[] = [];
  const words: number[] = [];
  for (const { start, end, content, words: told } of sentences) {
    places.push(start, end, words.length);
    const isTold = new Set(told);
    for (const word of content) words.push(hashStem(word.stem) + (isTold.has(word) ? 0 : 1));
  }
  return { sentences: Uint32Array.from(places), words: Uint32Array.from(words) };
}

/** Words of a sentence, as a range of `words`. */
export function sentenceRange(print: PrintedWords, sentence: number): readonly [from: number, to: number] {
  const from = print.sentences[sentence * 3 + 2] ?? 0;
  return [from, print.sentences[sentence * 3 + 5] ?? print.words.length];
}

export function serialisePrint({ sentences, words }: PrintedWords): Uint8Array {
  const bytes = new Uint8Array(9 + 4 * (sentences.length + words.length));
  const view = new DataView(bytes.buffer);
  view.setUint8(0, form);
  view.setUint32(1, sentences.length, true);
  view.setUint32(5, words.length, true);
  let at = 9;
  for (const list of [sentences, words]) {
    for (const number of list) {
      view.setUint32(at, number, true);
      at += 4;
    }
  }
  return bytes;
}

/** Nothing when the bytes are of another form, cut or torn. */
export function parsePrint(bytes: Uint8Array): PrintedWords | undefined {
  if (bytes.length < 9 || bytes[0] !== form) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [places, words] = [view.getUint32(1, true), view.getUint32(5, true)];
  if (places % 3 !== 0 || bytes.length !== 9 + 4 * (places + words)) return undefined;
  const read = (from: number, count: number): Uint32Array => {
    const numbers = new Uint32Array(count);
    for (let i = 0; i < count; i++) numbers[i] = view.getUint32(from + 4 * i, true);
    return numbers;
  };
  return { sentences: read(9, places), words: read(9 + 4 * places, words) };
}
