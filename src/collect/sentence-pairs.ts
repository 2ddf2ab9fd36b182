import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { SentencePair } from '../core/group/learn-lexicon.ts';
import { RapporteurError } from '../errors.ts';

/** More is not learned from: all pairs are held in memory. */
export const mostSentencePairs: number = 300_000;
const longestSentence = 2000;

export interface ReadPairs {
  readonly pairs: readonly SentencePair[];
  /** Numbers of the lines that hold no pair, from 1. */
  readonly skipped: readonly number[];
  /** The file goes on after the last pair that was read. */
  readonly cut: boolean;
}

/**
 * Aligned sentences of a file, one JSON object a line: `{"language": "fr", "text": "…", "english": "…"}`.
 * @throws RapporteurError `file-not-found`, `file-unreadable`
 */
export async function readSentencePairs(path: string): Promise<ReadPairs> {
  const pairs: SentencePair[] = [];
  const skipped: number[] = [];
  const stream = createReadStream(path, 'utf8');
  try {
    let number = 0;
    for await (const line of createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY })) {
      number += 1;
      if (line.trim() === '') continue;
      if (pairs.length === mostSentencePairs) return { pairs, skipped, cut: true };
      const pair = parsePair(number === 1 ? line.replace(/^\uFEFF/, '') : line);
      if (pair === undefined) skipped.push(number);
      else pairs.push(pair);
    }
  } catch (cause) {
    const missing = (cause as NodeJS.ErrnoException).code === 'ENOENT';
    throw new RapporteurError(missing ? 'file-not-found' : 'file-unreadable', `Sentences: ${path}.`, { cause });
  } finally {
    stream.destroy();
  }
  return { pairs, skipped, cut: false };
}

/** One line as a pair of sentences, if it is one. */
export function parsePair(line: string): SentencePair | undefined {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  const { language, text, english } = value as Readonly<Record<string, unknown>>;
  if (typeof language !== 'string' || !/^[a-z]{2,3}$/.test(language) || language === 'en') return undefined;
  if (!isSentence(text) || !isSentence(english)) return undefined;
  return { language, text, english };
}

function isSentence(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '' && value.length <= longestSentence;
}
