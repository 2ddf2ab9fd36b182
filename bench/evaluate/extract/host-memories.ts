import { extractArticle } from '../../../src/core/extract/extract-article.ts';
import { createHostMemory, type HostMemory, hostLines } from '../../../src/core/extract/host-memory.ts';
import { hostOf } from '../../../src/core/extract/profiles/find-profile.ts';
import { type GoldPage, withoutTags } from './gold-pages.ts';

/** For each page what the other pages of its host in the same file have in common: a page never teaches about itself. */
export function rememberHosts(pages: readonly GoldPage[], flat: boolean): (page: GoldPage) => HostMemory | undefined {
  const byHost = new Map<string, Map<GoldPage, readonly string[]>>();
  for (const page of pages) {
    const host = hostOf(page.url);
    if (host === undefined) continue;
    const text = flat ? withoutTags(page.html) : page.html;
    const article = extractArticle({ text, url: page.url, format: flat ? 'text' : 'html' });
    const own = byHost.get(host) ?? new Map<GoldPage, readonly string[]>();
    byHost.set(host, own.set(page, hostLines(article)));
  }
  return (page) => {
    const others = [...(byHost.get(hostOf(page.url) ?? '') ?? [])].filter(([other]) => other.url !== page.url);
    return others.length === 0 ? undefined : createHostMemory(others.map(([, lines]) => lines));
  };
}
