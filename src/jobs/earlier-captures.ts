import type { EarlierCaptures } from '../collect/warc/revisits.ts';
import type { Store } from '../store/store.ts';

/** What the archive kept, for revisits of web archives that point to it. */
export function earlierCaptures(store: Store): EarlierCaptures {
  return {
    bytes: (hash) => store.pages.bytes(hash),
    async capture(url, at) {
      const versions = await store.pages.at(url);
      if (at === undefined) return versions.at(-1);
      const time = Math.floor(Date.parse(at) / 1000);
      const dated = versions
        .map((page) => ({ page, second: Math.floor(Date.parse(page.savedAt) / 1000) }))
        .filter(({ second }) => second <= time)
        .sort((a, b) => a.second - b.second);
      return dated.at(-1)?.page;
    },
  };
}
