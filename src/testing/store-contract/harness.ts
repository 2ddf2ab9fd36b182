import type { Store } from '../../store/store.ts';

/** The two functions of a test runner that a contract needs. */
export interface Runner {
  readonly describe: (name: string, body: () => void) => void;
  readonly test: (name: string, body: () => Promise<void>) => void;
}

/** A fresh, empty, migrated archive that can be closed and opened again, and is thrown away at the end. */
export interface StoreHome {
  open(): Promise<Store>;
  dispose(): Promise<void>;
}

export interface ContractPart {
  readonly title: string;
  readonly run: (store: Store, home: StoreHome) => Promise<void>;
}

export async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}
