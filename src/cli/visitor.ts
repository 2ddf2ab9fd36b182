import { randomBytes } from 'node:crypto';
import { createFetcher, type Fetcher } from '../collect/http/fetcher.ts';
import { createVisitor, type Visitor } from '../collect/http/visitor.ts';
import type { HubOptions } from '../jobs/hubs/subscribe.ts';
import type { Store } from '../store/store.ts';
import { productVersion } from './version.ts';

/**
 * The visitor of one command. It says who it is and, when the operator gave one, an address for questions.
 */
export function openVisitor(
  store: () => Store,
  options: { readonly now: () => Date; readonly contact?: string | undefined },
): { readonly visitor: Visitor; readonly fetcher: Fetcher; close(): Promise<void> } {
  const userAgent = userAgentOf(options.contact);
  const fetcher = createFetcher({ userAgent });
  const visitor = createVisitor({
    fetcher,
    userAgent,
    now: options.now,
    memory: {
      get: (domain) => store().collect.domain(domain),
      put: (state) => store().collect.putDomain(state),
      ...(store().dialect === 'postgres'
        ? { takeTurn: (domain, at, pauseMs) => store().collect.takeTurn(domain, at, pauseMs) }
        : {}),
    },
  });
  return { visitor, fetcher, close: () => fetcher.close() };
}

export function userAgentOf(contact: string | undefined): string {
  return `Rapporteur/${productVersion} (${contact ?? 'news archive'})`;
}

/** How hubs are asked to tell of news, when the operator says where they reach the site. */
export function hubsOf(
  publicUrl: string | undefined,
  fetcher: Fetcher,
): { readonly hubs: HubOptions } | Record<string, never> {
  if (publicUrl === undefined) return {};
  return { hubs: { publicUrl, fetcher, random: (bytes) => randomBytes(bytes).toString('hex') } };
}
