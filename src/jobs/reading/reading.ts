import { extractArticle } from '../../core/extract/extract-article.ts';
import { hostOf } from '../../core/extract/profiles/find-profile.ts';
import type { Article } from '../../core/model/article.ts';
import { readPage } from '../../core/read/read-page.ts';
import { RapporteurError } from '../../errors.ts';
import type { Store, StoredPage } from '../../store/store.ts';
import { markFusionDue } from '../fusion-due.ts';
import { createGate } from '../gate.ts';
import { createHostOrder } from '../host-memory.ts';
import type { OutletBook } from '../outlets.ts';
import type { PageToRead, ReadArticle, Reader } from './reader.ts';

export interface Reading {
  /** Reads a page of the archive and stores its article and its record, after those of the pages given before. */
  add(page: StoredPage): Promise<Article>;
}

/**
 * Reads pages, several at once where the reader can, and stores what they give one after the other in the order in which
 * they were given: the archive is the same as if each had waited for the one before. A page whose reading needs what
 * another page of its host tells waits for that page alone.
 */
export function openReading(store: Store, outlets: OutletBook, reader: Reader): Reading {
  const gate = createGate(reader.threads + 1);
  const hosts = createHostOrder(store);
  let last: Promise<unknown> = Promise.resolve();

  async function readOne(
    page: StoredPage,
  ): Promise<{ readonly read: ReadArticle; readonly followed?: string } | { readonly dropped: Article }> {
    const bytes = await store.pages.bytes(page.hash);
    if (bytes === undefined) {
      // Given up with its text: what was read of it stays.
      const stored = await store.articles.get(page.articleId);
      if (stored?.article.dropped !== undefined) return { dropped: stored.article };
      throw new RapporteurError('internal', 'The bytes of a page are missing from the archive.', {
        context: { public: { page: page.hash } },
      });
    }
    const told = page.origin === 'collect' ? await store.collect.toldOf(page.articleId) : undefined;
    const homeCountry = outlets.homeCountryOf(page.url, told?.outletId);
    const toRead = {
      id: page.articleId,
      page: {
        bytes,
        ...(page.contentType === undefined ? {} : { contentType: page.contentType }),
        ...(page.format === undefined ? {} : { format: page.format }),
        ...(page.url === undefined ? {} : { url: page.url }),
        savedAt: page.savedAt,
      },
      ...(told?.feed === undefined ? {} : { feed: told.feed }),
      ...(homeCountry === undefined ? {} : { homeCountry }),
    };
    const read = await hosts.inOrder(page, (memory) =>
      readOrRefuse(reader, memory === undefined ? toRead : { ...toRead, memory }),
    );
    return { read, ...(told === undefined ? {} : { followed: told.outletId }) };
  }

  async function keep(page: StoredPage, read: ReadArticle, followed: string | undefined): Promise<Article> {
    const { article, lines, packed } = read;
    await markFusionDue(store);
    const outlet = await outlets.outletOf(article, page.origin, followed);
    const homeCountry = outlet?.homeCountry;
    // What was supposed of its outlet before the page was read may turn out wrong.
    const right = homeCountry === outlets.homeCountryOf(page.url, followed);
    const record = right
      ? read.record
      : await reader.code({ article, ...(homeCountry === undefined ? {} : { homeCountry }) });
    const host = hostOf(page.url);
    await store.articles.putRead({
      pageHash: page.hash,
      article,
      outletId: outlet?.id,
      record,
      ...(host === undefined ? {} : { remember: { host, lines } }),
      ...(packed === undefined ? {} : { packed: right ? packed : { article: packed.article } }),
    });
    hosts.settled(page);
    return article;
  }

  return {
    add(page) {
      const read = gate(() => readOne(page));
      const before = last.catch(() => undefined);
      const kept = read.then(async (one) => {
        await before;
        return 'dropped' in one ? one.dropped : keep(page, one.read, one.followed);
      });
      // What they give is let go: each would hold the one before, and so all articles that were ever read.
      last = Promise.allSettled([before, kept]).then(() => undefined);
      return kept;
    },
  };
}

/** A page that cannot be read within the limits is an article without content that says so: nothing reads it again by itself. */
async function readOrRefuse(reader: Reader, page: PageToRead): Promise<ReadArticle> {
  try {
    return await reader.read(page);
  } catch (error) {
    if (!(error instanceof RapporteurError) || error.code !== 'page-too-heavy') throw error;
    const { url, savedAt } = page.page;
    const empty = extractArticle(
      readPage({
        bytes: new Uint8Array(),
        ...(url === undefined ? {} : { url }),
        ...(savedAt === undefined ? {} : { savedAt }),
      }),
      { id: page.id },
    );
    const article: Article = { ...empty, problems: [{ code: 'page-too-heavy', detail: error.message }] };
    return { article, record: await reader.code({ article }), lines: [] };
  }
}
