import { bodyText } from '../../../src/core/extract/body-text.ts';
import { extractArticle } from '../../../src/core/extract/extract-article.ts';

export const peerNames = ['readability', 'defuddle', 'metascraper'] as const;
export type PeerName = (typeof peerNames)[number];
export type ReaderName = 'rapporteur' | PeerName;

/** What a reader gives of a page; what it has no field for is absent. */
export interface PeerReading {
  /** Absent for readers of metadata only. */
  readonly body?: string;
  readonly title: string;
  readonly authors: string;
  /** ISO day or instant. */
  readonly date: string;
  readonly language?: string;
}

export interface Reader {
  readonly name: ReaderName;
  readonly read: (html: string, url: string) => PeerReading | Promise<PeerReading>;
}

const rapporteur: Reader = {
  name: 'rapporteur',
  read(html, url) {
    const article = extractArticle({ text: html, url, format: 'html' });
    return {
      body: bodyText(article),
      title: article.title?.value ?? '',
      authors: article.authors.map(({ value }) => value).join(' '),
      date: article.published?.value.edtf ?? '',
      language: article.language.value,
    };
  },
};

/** Elements after which a line ends, so that the words of two paragraphs do not grow together. */
function textOf(html: string, parse: (html: string) => { document: Document }): string {
  const spaced = html.replace(
    /<\/(?:p|div|h[1-6]|li|tr|td|th|blockquote|figcaption|pre|section)>|<br\b[^>]*>/gi,
    '\n$&',
  );
  return parse(`<html><body>${spaced}</body></html>`).document.body?.textContent ?? '';
}

/** Loads the peers that are asked for, and only those: nothing else of the project needs them. */
export async function openReaders(names: readonly PeerName[]): Promise<readonly Reader[]> {
  const open: Readonly<Record<PeerName, () => Promise<Reader>>> = {
    async readability() {
      const { Readability } = await import('@mozilla/readability');
      const parse = await openParser();
      return {
        name: 'readability',
        read(html) {
          const result = new Readability(parse(html).document as never).parse();
          return {
            body: result?.content ? textOf(result.content, parse) : '',
            title: result?.title ?? '',
            authors: result?.byline ?? '',
            date: result?.publishedTime ?? '',
          };
        },
      };
    },
    async defuddle() {
      const { Defuddle } = await import('defuddle/node');
      const parse = await openParser();
      return {
        name: 'defuddle',
        async read(html, url) {
          // It may ask the network for parts of some sites: a measurement reads what it was given.
          const result = await quietly(() => Defuddle(parse(html).document as never, url, { useAsync: false }));
          const { content, title, author, published } = result;
          return {
            body: textOf(content ?? '', parse),
            title: title ?? '',
            authors: author ?? '',
            date: published ?? '',
          };
        },
      };
    },
    async metascraper() {
      const [{ default: metascraper }, ...rules] = await Promise.all([
        import('metascraper'),
        import('metascraper-author'),
        import('metascraper-date'),
        import('metascraper-title'),
      ]);
      const scrape = metascraper(rules.map(({ default: rule }) => rule()));
      return {
        name: 'metascraper',
        async read(html, url) {
          const { title, author, date } = (await scrape({ html, url, validateUrl: false })) as Record<
            string,
            string | null | undefined
          >;
          return { title: title ?? '', authors: author ?? '', date: date ?? '' };
        },
      };
    },
  };
  const peers: Reader[] = [];
  for (const name of names) peers.push(await open[name]());
  return [rapporteur, ...peers];
}

async function openParser(): Promise<(html: string) => { document: Document }> {
  const { parseHTML } = await import('linkedom');
  return (html) => parseHTML(html) as unknown as { document: Document };
}

/** Some peers tell the console of every page they do not like. */
async function quietly<T>(work: () => T | Promise<T>): Promise<T> {
  const { error, warn, log } = console;
  const silent = () => {};
  Object.assign(console, { error: silent, warn: silent, log: silent });
  try {
    return await work();
  } finally {
    Object.assign(console, { error, warn, log });
  }
}
