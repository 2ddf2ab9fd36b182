import type { Writer } from '../tables.ts';

interface Word {
  readonly folded: string;
  readonly stem: string;
}

/** Pairs of folded word and stem that this process knows to be stored, so that most articles write no word at all. */
export interface KnownWords {
  has(folded: string, stem: string): boolean;
  /** Holds words back until the transaction that wrote them is safe. */
  stage(tx: Writer, words: readonly Word[]): void;
  commit(tx: Writer): void;
  clear(): void;
}

const LIMIT = 300_000;

export function createKnownWords(): KnownWords {
  const known = new Set<string>();
  const staged = new WeakMap<Writer, Word[]>();
  return {
    has: (folded, stem) => known.has(`${folded} ${stem}`),
    stage: (tx, words) => {
      const list = staged.get(tx);
      if (list === undefined) staged.set(tx, [...words]);
      else list.push(...words);
    },
    commit: (tx) => {
      const words = staged.get(tx);
      if (words === undefined) return;
      if (known.size + words.length > LIMIT) known.clear();
      for (const { folded, stem } of words) known.add(`${folded} ${stem}`);
      staged.delete(tx);
    },
    clear: () => known.clear(),
  };
}
