import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import Database from 'better-sqlite3';
import { bulkArticle } from './invent-archive.ts';
import { type Spread, spread } from './measure-search.ts';
import { makeQueries } from './search-queries.ts';

export interface PeerResult {
  readonly name: string;
  readonly articles: number;
  /** Seconds of CPU time to index. */
  readonly index: number;
  readonly rss: number;
  readonly classes: readonly { readonly name: string; readonly spread: Spread }[];
}

/** Kinds of queries that every engine has. */
const shared: ReadonlySet<string> = new Set([
  'rare word',
  'word',
  'frequent word',
  'two words',
  'two frequent, ranked',
]);

interface Engine {
  readonly name: string;
  add(id: number, title: string, body: string): void;
  find(words: readonly string[]): unknown;
}

/** FTS5 as it comes: its own tokenizer, text inside, `bm25` and `snippet()`. */
export function plainFts5(): Engine {
  const db = new Database(':memory:');
  db.exec(`create virtual table t using fts5 (title, body, tokenize = 'unicode61 remove_diacritics 2')`);
  const insert = db.prepare('insert into t (rowid, title, body) values (?, ?, ?)');
  const page = db.prepare(
    `select rowid, snippet(t, 1, '<', '>', '…', 30) from t where t match ? order by bm25(t) limit 20`,
  );
  const count = db.prepare('select count(*) from t where t match ?');
  return {
    name: 'SQLite FTS5 as it comes (unicode61, bm25, snippet)',
    add: (id, title, body) => void insert.run(id, title, body),
    find: (words) => {
      const query = words.map((word) => `"${word}"`).join(' ');
      return [count.get(query), page.all(query)];
    },
  };
}

/** MiniSearch from a folder where somebody installed it; it is no dependency of the project. */
export async function miniSearch(folder: string): Promise<Engine> {
  const entry = join(resolve(folder), 'node_modules/minisearch/dist/es/index.js');
  const { default: MiniSearch } = (await import(pathToFileURL(entry).href)) as {
    default: new (
      options: object,
    ) => {
      add(document: object): void;
      search(query: string, options: object): readonly unknown[];
    };
  };
  const index = new MiniSearch({ fields: ['title', 'body'], storeFields: [] });
  return {
    name: 'MiniSearch (in memory, no phrase, no snippet)',
    add: (id, title, body) => index.add({ id, title, body }),
    find: (words) => index.search(words.join(' '), { combineWith: 'AND' }).slice(0, 20),
  };
}

export function measurePeer(engine: Engine, articles: number, each: number): PeerResult {
  const before = process.cpuUsage();
  for (let number = 0; number < articles; number++) {
    const { title, body } = bulkArticle(number);
    engine.add(number + 1, title, body);
  }
  const { user, system } = process.cpuUsage(before);
  const classes = makeQueries(articles, each)
    .filter(({ name }) => shared.has(name))
    .map(({ name, queries }) => ({
      name,
      spread: spread(
        queries.map(({ text }) => {
          const words = text.split(' ');
          engine.find(words);
          const cpu = process.cpuUsage();
          const start = performance.now();
          engine.find(words);
          const wall = performance.now() - start;
          const took = process.cpuUsage(cpu);
          return { wall, cpu: (took.user + took.system) / 1000 };
        }),
      ),
    }));
  return {
    name: engine.name,
    articles,
    index: (user + system) / 1e6,
    rss: process.resourceUsage().maxRSS / 1024,
    classes,
  };
}
