import { assignDay, type CopyPair, dispatchWindow, type LookAlikePair, type ReusePair } from './assign-dispatches.ts';
import { createDispatchIndex, type DispatchIndex } from './dispatch-index.ts';
import { type DispatchPrint, dispatchPrint, fingerprintsOfPrint } from './dispatch-print.ts';
import type { GroupArticle, GroupOptions } from './group-article.ts';
import { groupIds } from './group-ids.ts';
import { publicationDay } from './look-alike.ts';

/** What an archive knows of texts and their copies. */
export interface Dispatches {
  /** Dispatch id by article id, for every article: a text of its own is a dispatch of one. */
  readonly ids: ReadonlyMap<string, string>;
  /** The article that founded the dispatch, by article id. */
  readonly roots: ReadonlyMap<string, string>;
  readonly copies: readonly CopyPair[];
  readonly reuses: readonly ReusePair[];
  readonly lookAlikes: readonly LookAlikePair[];
}

/**
 * Finds copies and light edits of one text in one language.
 * @returns dispatch id by article id, for every article: a text of its own is a dispatch of one
 *
 * @example
 * import { groupDispatches } from 'rapporteur';
 *
 * const text = 'The ferry between the two islands sailed again on Monday after three weeks in the dock for repairs.';
 * const dispatches = groupDispatches([
 *   { id: 'a', language: 'en', text },
 *   { id: 'b', language: 'en', text },
 * ]);
 * console.log(dispatches.get('a') === dispatches.get('b'));
 */
export function groupDispatches(articles: readonly GroupArticle[], options: GroupOptions = {}): Map<string, string> {
  return new Map(findDispatches(articles, options).ids);
}

/**
 * Dispatches of a whole archive with what was found on the way. Goes from day to day and holds one window of it at a
 * time; articles without a day come last and may belong to any dispatch.
 */
export function findDispatches(articles: readonly GroupArticle[], options: GroupOptions = {}): Dispatches {
  const roots = new Map<string, string>();
  const copies: CopyPair[] = [];
  const reuses: ReusePair[] = [];
  const lookAlikes: LookAlikePair[] = [];
  const { days, undated } = byDay(articles);
  const assign = (index: DispatchIndex, prints: readonly DispatchPrint[]): void => {
    const found = assignDay(index, prints);
    for (const [id, root] of found.roots) roots.set(id, root);
    copies.push(...found.copies);
    reuses.push(...found.reuses);
    lookAlikes.push(...found.lookAlikes);
  };

  const window = createDispatchIndex();
  const held: { readonly day: number; readonly ids: readonly string[] }[] = [];
  for (const [day, list] of days) {
    while ((held[0]?.day ?? day) < day - dispatchWindow) for (const id of held.shift()?.ids ?? []) window.remove(id);
    assign(window, list.map(dispatchPrint));
    held.push({ day, ids: list.map(({ id }) => id) });
  }
  if (undated.length > 0) assignUndated(undated.map(dispatchPrint), days, roots, assign);
  const ids = groupIds(numbered(articles, roots), 'd', options.previous);
  return { ids, roots, copies, reuses, lookAlikes };
}

/** An index of the dated articles that share anything with an undated one: the others cannot matter. */
function assignUndated(
  undated: readonly DispatchPrint[],
  days: ReadonlyMap<number, readonly GroupArticle[]>,
  roots: ReadonlyMap<string, string>,
  assign: (index: DispatchIndex, prints: readonly DispatchPrint[]) => void,
): void {
  const wanted = new Set(undated.flatMap((print) => [...fingerprintsOfPrint(print)]));
  const index = createDispatchIndex();
  for (const list of days.values()) {
    for (const article of list) {
      const print = dispatchPrint(article);
      if (fingerprintsOfPrint(print).some((one) => wanted.has(one)))
        index.add(print, roots.get(article.id) ?? article.id);
    }
  }
  assign(index, undated);
}

function byDay(articles: readonly GroupArticle[]): {
  readonly days: ReadonlyMap<number, readonly GroupArticle[]>;
  readonly undated: readonly GroupArticle[];
} {
  const days = new Map<number, GroupArticle[]>();
  const undated: GroupArticle[] = [];
  for (const article of articles) {
    const day = publicationDay(article.published);
    if (day === undefined) undated.push(article);
    else {
      const list = days.get(day);
      if (list === undefined) days.set(day, [article]);
      else list.push(article);
    }
  }
  return { days: new Map([...days].sort(([a], [b]) => a - b)), undated };
}

function numbered(
  articles: readonly GroupArticle[],
  roots: ReadonlyMap<string, string>,
): { readonly article: GroupArticle; readonly root: number }[] {
  const numbers = new Map<string, number>();
  const ordered = [...articles].sort((a, b) => (a.id < b.id ? -1 : 1));
  return ordered.map((article) => {
    const root = roots.get(article.id) ?? article.id;
    const number = numbers.get(root) ?? numbers.size;
    numbers.set(root, number);
    return { article, root: number };
  });
}
