/** What an archive kept before: revisits point to it instead of saying it again. */
export interface EarlierCaptures {
  bytes(hash: string): Promise<Uint8Array | undefined>;
  /** The capture of an address at an instant, or the last one before it; the newest when no instant is given. */
  capture(
    url: string,
    at: string | undefined,
  ): Promise<{ readonly hash: string; readonly contentType?: string; readonly format?: 'html' | 'text' } | undefined>;
}

/** What had which payload digest, among the records read so far. */
export interface SeenPayloads {
  note(digest: string, what: SeenPayload): void;
  find(digest: string): SeenPayload | undefined;
}

/** `skipped`: it was no page. */
export type SeenPayload = { readonly hash: string; readonly url: string } | 'skipped';

/** Some tens of megabytes. What is forgotten is looked for in the archive. */
const remembered = 100_000;

export function createSeenPayloads(limit: number = remembered): SeenPayloads {
  const known = new Map<string, SeenPayload>();
  return {
    note(digest, what) {
      known.delete(digest);
      known.set(digest, what);
      if (known.size <= limit) return;
      for (const oldest of known.keys()) {
        known.delete(oldest);
        break;
      }
    },
    find: (digest) => known.get(digest),
  };
}
