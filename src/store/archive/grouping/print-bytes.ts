import type { DispatchPrint } from '../../../core/group/dispatch-print.ts';
import type { StoryPrint, TermList } from '../../../core/group/story-print.ts';

/** Weights are kept as hundredths: they were rounded to these. */
const hundredths = 100;

/** Words and sentences as they lie in memory, the rest as JSON: a print is read a thousand times for once written. */
export function packDispatchPrint({ words, sentences, ...rest }: DispatchPrint): Uint8Array {
  return pack(rest, [words, sentences]);
}

export function unpackDispatchPrint(bytes: Uint8Array): DispatchPrint {
  const { rest, lists } = unpack<Omit<DispatchPrint, 'words' | 'sentences'>>(bytes);
  const [words = new Uint32Array(0), sentences = new Uint32Array(0)] = lists;
  return { ...rest, words, sentences };
}

export function packStoryPrint({ words, shared, ...rest }: StoryPrint): Uint8Array {
  return pack(rest, [...packTerms(words), ...packTerms(shared)]);
}

export function unpackStoryPrint(bytes: Uint8Array): StoryPrint {
  const { rest, lists } = unpack<Omit<StoryPrint, 'words' | 'shared'>>(bytes);
  return { ...rest, words: unpackTerms(lists[0], lists[1]), shared: unpackTerms(lists[2], lists[3]) };
}

function packTerms({ ids, weights }: TermList): Uint32Array[] {
  return [Uint32Array.from(ids), Uint32Array.from(weights, (weight) => Math.round(weight * hundredths))];
}

function unpackTerms(ids: Uint32Array = new Uint32Array(0), weights: Uint32Array = new Uint32Array(0)): TermList {
  return { ids: [...ids], weights: Array.from(weights, (weight) => weight / hundredths) };
}

/** Number of lists, length of each, the lists, then JSON. */
function pack(rest: unknown, lists: readonly Uint32Array[]): Uint8Array {
  const json = new TextEncoder().encode(JSON.stringify(rest));
  const head = 1 + lists.length;
  const numbers = new Uint32Array(head + lists.reduce((sum, { length }) => sum + length, 0));
  numbers[0] = lists.length;
  let at = head;
  for (const [index, list] of lists.entries()) {
    numbers[index + 1] = list.length;
    numbers.set(list, at);
    at += list.length;
  }
  const bytes = new Uint8Array(numbers.byteLength + json.length);
  bytes.set(new Uint8Array(numbers.buffer));
  bytes.set(json, numbers.byteLength);
  return bytes;
}

function unpack<T>(packed: Uint8Array): { readonly rest: T; readonly lists: readonly Uint32Array[] } {
  // A driver may give a piece of a larger buffer, at any place in it.
  const bytes = new Uint8Array(packed);
  const view = new DataView(bytes.buffer);
  const count = view.getUint32(0, true);
  let at = (1 + count) * 4;
  const lists: Uint32Array[] = [];
  for (let index = 0; index < count; index++) {
    const length = view.getUint32((index + 1) * 4, true);
    lists.push(new Uint32Array(bytes.buffer, at, length));
    at += length * 4;
  }
  return { rest: JSON.parse(new TextDecoder().decode(bytes.subarray(at))) as T, lists };
}
