import { readPage } from '../../core/read/read-page.ts';
import type { Store, StoredPage } from '../../store/store.ts';
import { withholder } from '../../store/withhold.ts';

/** One version of one page as it was captured. */
export interface ExportedPage {
  readonly page: StoredPage;
  readonly bytes: Uint8Array;
  readonly title?: string;
}

export interface PagesToExport {
  /** Only these articles. @default all */
  readonly articles?: ReadonlySet<string>;
  /** Only those of outlets whose texts may be shown in full. @default false */
  readonly published?: boolean;
}

export interface LeftOutPages {
  /** They name somebody whom an editor withdrew: original bytes cannot leave a name out. */
  withdrawn: number;
  unpublished: number;
}

/** Every version of every page, in the order in which they came, with its bytes. What stays out is counted. */
export async function* exportedPages(
  store: Store,
  leftOut: LeftOutPages,
  { articles, published = false }: PagesToExport = {},
): AsyncGenerator<ExportedPage> {
  const withdrawals = await store.record.withdrawals();
  for await (const { articleId } of store.pages.each()) {
    if (articles !== undefined && !articles.has(articleId)) continue;
    const stored = await store.articles.get(articleId);
    if (published && stored?.outlet?.publish !== 'full') {
      leftOut.unpublished += 1;
      continue;
    }
    const title = stored?.article.title?.value;
    const versions: ExportedPage[] = [];
    let isNamed = false;
    for (const page of await store.pages.versions(articleId)) {
      const bytes = await store.pages.bytes(page.hash);
      // Retention may have dropped the bytes.
      if (bytes === undefined) continue;
      if (withdrawals.length > 0) {
        const { source } = readPage({
          bytes,
          ...(page.contentType === undefined ? {} : { contentType: page.contentType }),
        });
        isNamed ||= withholder(withdrawals, [articleId], source)(source) !== source;
      }
      versions.push({ page, bytes, ...(title === undefined ? {} : { title }) });
    }
    if (isNamed) leftOut.withdrawn += 1;
    else yield* versions;
  }
}
