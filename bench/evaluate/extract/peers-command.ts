import type { Streams } from '../press/command.ts';
import { bootstrap, wilson } from '../press/intervals.ts';
import type { GoldPage } from './gold-pages.ts';
import { openReaders, type PeerName, type PeerReading, peerNames, type Reader, type ReaderName } from './peers.ts';
import { percent, shown } from './print.ts';
import { average, type Figure, scorePhrases, withInterval, wordF1, words } from './score.ts';
import { type Overlap, shingleOverlap } from './shingles.ts';

export { type PeerName, peerNames };

/** One page as one reader read it. A crash scores as an empty reading, and is counted. */
interface PeerScore {
  readonly url: string;
  readonly milliseconds: number;
  readonly crashed: boolean;
  readonly empty: boolean;
  readonly body?: Overlap;
  /** Share of the wanted phrases found. */
  readonly phrases?: number;
  readonly title: boolean | undefined;
  readonly date: boolean | undefined;
  readonly authors: number | undefined;
}

interface PeerFigures {
  readonly name: ReaderName;
  readonly body: { readonly p: Figure; readonly r: Figure; readonly f1: Figure };
  readonly phrases: Figure;
  readonly title: Figure;
  readonly date: Figure;
  readonly authors: Figure;
  readonly pagesPerSecond: number;
  readonly crashes: number;
  readonly empty: number;
}

/** Reads the same pages with every reader, one after the other, and prints them side by side. */
export async function comparePeers(
  pages: readonly GoldPage[],
  options: { readonly peers: readonly PeerName[]; readonly json: boolean },
  streams: Streams,
): Promise<number> {
  const readers = await openReaders(options.peers);
  const scores = new Map<ReaderName, PeerScore[]>();
  const languages: string[] = [];
  for (const reader of readers) {
    const own: PeerScore[] = [];
    for (const [i, page] of pages.entries()) {
      const { score, language } = await readAndScore(reader, page);
      own.push(score);
      if (reader.name === 'rapporteur') languages[i] = language;
    }
    scores.set(reader.name, own);
  }
  const figures = [...scores].map(([name, own]) => figuresOf(name, own));
  const byLanguage = languagesOf(scores, languages);
  const behind = pagesBehind(scores);
  streams.out(
    options.json
      ? `${JSON.stringify({ pages: pages.length, readers: figures, byLanguage, behind }, null, 1)}\n`
      : printPeers(pages.length, figures, byLanguage, behind),
  );
  return 0;
}

async function readAndScore(reader: Reader, page: GoldPage): Promise<{ score: PeerScore; language: string }> {
  const before = process.cpuUsage();
  let reading: PeerReading | undefined;
  try {
    reading = await reader.read(page.html, page.url);
  } catch {
    // Counted below: a crash is a result of the measurement.
  }
  const { user, system } = process.cpuUsage(before);
  const { gold } = page;
  const { body, title = '', authors = '', date = '' } = reading ?? { body: '' };
  // A reader of metadata has no body to be wrong about.
  const readsBody = body !== undefined && reader.name !== 'metascraper';
  const score: PeerScore = {
    url: page.url,
    milliseconds: (user + system) / 1000,
    crashed: reading === undefined,
    empty: reading !== undefined && readsBody && body.trim() === '' && Boolean(gold.text ?? gold.with_?.length),
    ...(gold.text && readsBody ? { body: shingleOverlap(body, gold.text) } : {}),
    ...(gold.with_ && readsBody ? { phrases: phraseF1(body, gold.with_, gold.without ?? []) } : {}),
    title: gold.title ? words(title) === words(gold.title) : undefined,
    date: gold.date ? isoDay(date) === gold.date.slice(0, 10) : undefined,
    authors: gold.author ? wordF1(authors, gold.author) : undefined,
  };
  return { score, language: reading?.language ?? 'und' };
}

function phraseF1(body: string, wanted: readonly string[], unwanted: readonly string[]): number {
  const { found, wrong } = scorePhrases(body, wanted, unwanted);
  const all = found + wrong + wanted.length;
  return all === 0 ? 1 : (2 * found) / all;
}

/** The day as written; peers that print no ISO date give an instant that the machine's own parser reads. */
function isoDay(date: string): string {
  if (/^\d{4}-\d{2}-\d{2}/.test(date)) return date.slice(0, 10);
  const time = Date.parse(date);
  return Number.isNaN(time) ? '' : new Date(time).toISOString().slice(0, 10);
}

function mean(values: readonly (number | undefined)[]): Figure {
  const known = values.filter((value) => value !== undefined);
  return withInterval(average(known), known.length, bootstrap(known, average));
}

function share(values: readonly (boolean | undefined)[]): Figure {
  const known = values.filter((value) => value !== undefined);
  const ok = known.filter(Boolean).length;
  return withInterval(known.length > 0 ? ok / known.length : null, known.length, wilson(ok, known.length));
}

function figuresOf(name: ReaderName, own: readonly PeerScore[]): PeerFigures {
  return {
    name,
    body: {
      p: mean(own.map(({ body }) => body?.p)),
      r: mean(own.map(({ body }) => body?.r)),
      f1: mean(own.map(({ body }) => body?.f1)),
    },
    phrases: mean(own.map(({ phrases }) => phrases)),
    title: share(own.map(({ title }) => title)),
    date: share(own.map(({ date }) => date)),
    authors: mean(own.map(({ authors }) => authors)),
    pagesPerSecond:
      (1000 * own.length) /
      Math.max(
        1e-9,
        own.reduce((sum, { milliseconds }) => sum + milliseconds, 0),
      ),
    crashes: own.filter(({ crashed }) => crashed).length,
    empty: own.filter(({ empty }) => empty).length,
  };
}

interface LanguageRow {
  readonly language: string;
  readonly readers: readonly { readonly name: ReaderName; readonly f1: Figure }[];
}

/** Body F1 of each reader by the language that Rapporteur found; the most frequent first. */
function languagesOf(
  scores: ReadonlyMap<ReaderName, readonly PeerScore[]>,
  languages: readonly string[],
): readonly LanguageRow[] {
  const counts = new Map<string, number>();
  for (const language of languages) counts.set(language, (counts.get(language) ?? 0) + 1);
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .map(([language]) => ({
      language,
      readers: [...scores].map(([name, own]) => ({
        name,
        f1: mean(own.filter((_, i) => languages[i] === language).map(({ body, phrases }) => body?.f1 ?? phrases)),
      })),
    }));
}

interface PageBehind {
  readonly url: string;
  readonly own: number;
  readonly peer: ReaderName;
  readonly peerF1: number;
}

/** Pages where a peer's body is better than ours, the widest gap first, at most 20: what is to be learned. */
function pagesBehind(scores: ReadonlyMap<ReaderName, readonly PeerScore[]>): readonly PageBehind[] {
  const f1 = (score: PeerScore | undefined) => score?.body?.f1 ?? score?.phrases;
  const rows: PageBehind[] = [];
  for (const [i, score] of (scores.get('rapporteur') ?? []).entries()) {
    const own = f1(score);
    if (own === undefined) continue;
    let best: PageBehind | undefined;
    for (const [name, others] of scores) {
      const peerF1 = f1(others[i]) ?? 0;
      if (name !== 'rapporteur' && peerF1 > (best?.peerF1 ?? own)) best = { url: score.url, own, peer: name, peerF1 };
    }
    if (best !== undefined) rows.push(best);
  }
  return rows.sort((a, b) => b.peerF1 - b.own - (a.peerF1 - a.own)).slice(0, 20);
}

function printPeers(
  pages: number,
  figures: readonly PeerFigures[],
  byLanguage: readonly LanguageRow[],
  behind: readonly PageBehind[],
): string {
  const width = 32;
  const lines = [`pages ${pages}`, `${''.padEnd(26)}${figures.map(({ name }) => name.padEnd(width)).join('')}`];
  const row = (title: string, value: (figures: PeerFigures) => string) =>
    lines.push(`${title.padEnd(26)}${figures.map((one) => value(one).padEnd(width)).join('')}`.trimEnd());
  row('body F1, mean of pages', ({ body }) => shown(body.f1));
  row('  precision', ({ body }) => shown(body.p));
  row('  recall', ({ body }) => shown(body.r));
  row('phrases F1, mean of pages', ({ phrases }) => shown(phrases));
  row('title exact', ({ title }) => shown(title));
  row('date exact', ({ date }) => shown(date));
  row('authors, F1 of words', ({ authors }) => shown(authors));
  row('pages/s, CPU time', ({ pagesPerSecond }) => pagesPerSecond.toFixed(0));
  row('crashes', ({ crashes }) => String(crashes));
  row('empty bodies', ({ empty }) => String(empty));
  lines.push('', 'Body (else phrases) F1 by language');
  for (const { language, readers } of byLanguage)
    lines.push(`${`  ${language}`.padEnd(26)}${readers.map(({ f1 }) => shown(f1).padEnd(width)).join('')}`.trimEnd());
  lines.push('', 'Pages where a peer is ahead');
  for (const { url, own, peer, peerF1 } of behind)
    lines.push(`${percent(own).padStart(5)}  ${peer} ${percent(peerF1)}  ${url.slice(0, 150)}`);
  lines.push(
    '',
    'A crash counts as an empty reading. Intervals are 95 %: Wilson for shares, 1000 bootstrap rounds over pages with a',
    'fixed seed for means. What Rapporteur keeps or loses wrongly, by label and rule: the same command without --peers.',
  );
  return `${lines.join('\n')}\n`;
}
