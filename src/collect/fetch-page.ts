import type { Collected } from './collected.ts';
import { createFetcher } from './http/fetcher.ts';

export interface FetchPageOptions {
  /** Largest page, in bytes, unpacked. */
  readonly maxBytes: number;
  /** For the whole of it, redirects included. @default 30 seconds */
  readonly timeoutMs?: number;
  /** Lets addresses of one's own machine and network be fetched. @default false */
  readonly allowPrivate?: boolean;
  /** Says who asks. */
  readonly userAgent: string;
  readonly now: () => Date;
  readonly signal?: AbortSignal;
}

/**
 * Fetches one page that a person asked for. Never throws for a page: what cannot be fetched comes as a failure under
 * its name.
 */
export async function fetchPage(address: string, options: FetchPageOptions): Promise<Collected> {
  const { userAgent, now, ...limits } = options;
  const fetcher = createFetcher({ userAgent });
  try {
    const answer = await fetcher.fetch({ address, ...limits });
    if (answer.kind === 'failure') {
      return { kind: 'failure', name: address, code: answer.code, detail: answer.detail };
    }
    if (answer.status < 200 || answer.status >= 300)
      return { kind: 'failure', name: address, code: 'fetch-failed', detail: `HTTP ${answer.status}` };
    const contentType = answer.headers['content-type'];
    return {
      kind: 'page',
      name: address,
      url: answer.address,
      bytes: answer.bytes,
      ...(contentType === undefined ? {} : { contentType }),
      savedAt: now().toISOString(),
    };
  } finally {
    await fetcher.close();
  }
}
