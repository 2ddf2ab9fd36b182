import type { Meeting } from '../core/model/record.ts';
import { openQuotations, type QuotationsOf } from './published-article.ts';
import type { Room } from './room.ts';

/** Sentences behind the facts of a list: all of them where they are few, else those of the one that was asked for. */
export interface ListEvidence {
  /** Sentences of this fact, or nothing when it has to be asked for. */
  of(id: string): QuotationsOf | undefined;
  isOpen(id: string): boolean;
  /** The same page with this fact opened. */
  hrefOf(id: string): string;
}

/** Reports that are read for a list without being asked for. */
const fewReports = 8;
const reportsRead = 60;

/**
 * Opens the sentences of a list of meetings. `?open=m1` asks for those of a meeting, `?open=m1.2` for those of its third
 * outcome, `?open=m1.s0` for those of its first state.
 */
export async function openListEvidence(room: Room, meetings: readonly Meeting[]): Promise<ListEvidence> {
  const { store, settings, query, path } = room;
  const asked = query['open'];
  const meetingId = asked?.replace(/\.[a-z]?\d+$/, '');
  const opened = meetings.find(({ id }) => id === meetingId);
  const reportsOf = (some: readonly Meeting[]) =>
    [...new Set(some.flatMap(({ reports }) => reports.map(({ articleId }) => articleId)))].slice(0, reportsRead);
  const all = reportsOf(meetings);
  const few = all.length <= fewReports;
  const read = few ? all : opened === undefined ? [] : reportsOf([opened]);
  const quotationsOf = read.length === 0 ? undefined : await openQuotations(store, read, settings);
  const isOpen = (id: string): boolean => id === asked;
  return {
    isOpen,
    of: (id) => (few || isOpen(id) ? quotationsOf : undefined),
    hrefOf(id) {
      const changed = new URLSearchParams(query);
      for (const name of ['lang', 'theme', 'months', 'open']) changed.delete(name);
      changed.set('open', id);
      return `${path}?${changed.toString()}#${placeOf(id)}`;
    },
  };
}

/** Where the sentences of a fact stand on the page of its list. */
export function placeOf(id: string): string {
  return `open-${id.replace(/[^\w.-]/g, '_')}`;
}
