import { assignDay, dispatchWindow } from '../../../src/core/group/assign-dispatches.ts';
import { createDispatchIndex } from '../../../src/core/group/dispatch-index.ts';
import { type DispatchPrint, dispatchPrint } from '../../../src/core/group/dispatch-print.ts';
import { makePress } from './make-press.ts';
import { articleOf } from './run.ts';

export interface CurvePoint {
  readonly articles: number;
  /** Articles a second of CPU time: reading the print and its fingerprints into the index, and the whole of grouping. */
  readonly printed: number;
  readonly grouped: number;
  /** Most memory held beside that of the start, in MB. */
  readonly megabytes: number;
}

const perDay = 200;
const languages = ['fr', 'en', 'es', 'ar'] as const;

/**
 * A stream of `articles` texts, 200 a day, through one window. The texts of a made press are given new days again and
 * again, so that making them does not count; each round is years after the last.
 */
export function measureCurve(articles: number, seed: number): CurvePoint {
  const pool = languages
    .flatMap((language) => makePress(language, { seed, originals: 500 }))
    .sort((a, b) => (a.published.slice(0, 10) < b.published.slice(0, 10) ? -1 : 1))
    .map((text) => articleOf(text, false));
  const index = createDispatchIndex();
  const held: { readonly day: number; readonly ids: readonly string[] }[] = [];
  const start = memory();
  let [most, printing, grouping] = [0, 0, 0];
  for (let done = 0; done < articles; done += perDay) {
    const day = done / perDay;
    const published = new Date(Date.UTC(2000, 0, 1) + day * 86_400_000).toISOString().slice(0, 10);
    const batch = Array.from({ length: Math.min(perDay, articles - done) }, (_, nth) => {
      const article = pool[(done + nth) % pool.length];
      return { ...(article as NonNullable<typeof article>), id: `${done + nth}`, published };
    });
    let prints: DispatchPrint[] = [];
    printing += seconds(() => {
      prints = batch.map(dispatchPrint);
      for (const print of prints) index.add(print);
    });
    grouping += seconds(() => {
      assignDay(index, prints);
      held.push({ day, ids: prints.map(({ id }) => id) });
      while ((held[0]?.day ?? day) < day - dispatchWindow) for (const id of held.shift()?.ids ?? []) index.remove(id);
    });
    most = Math.max(most, memory() - start);
  }
  return {
    articles,
    printed: Math.round(articles / printing),
    grouped: Math.round(articles / (printing + grouping)),
    megabytes: Math.round(most / 1e6),
  };
}

function memory(): number {
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

function seconds(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}
