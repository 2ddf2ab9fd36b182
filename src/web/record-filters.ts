import type { MeetingStatus, MeetingType, Topic } from '../core/model/record.ts';
import type { MeetingQuery } from '../store/store.ts';
import { filterShape } from './filter-parameters.ts';
import type { Room } from './room.ts';

/** Names of the filters of the record in an address, in the order in which they are shown. */
export type FilterName = keyof typeof filterShape;
export const filterNames = Object.keys(filterShape) as readonly FilterName[];

/** What an address asks of the record; what it asks wrongly is left out. */
export type RecordFilters = Readonly<Partial<Record<FilterName, string>>>;

/** Unknown values are left out: a filter never makes a page for people fail. */
export function parseFilters(query: Room['query']): RecordFilters {
  const found: Partial<Record<FilterName, string>> = {};
  for (const name of filterNames) {
    const value = filterShape[name].safeParse(query[name]?.trim()).data;
    if (value !== undefined) found[name] = value;
  }
  return found;
}

/** Filters that are in the address and were not understood: data refuses what a page leaves out. */
export function ignoredFilters(query: Room['query'], filters: RecordFilters): readonly FilterName[] {
  return filterNames.filter((name) => Boolean(query[name]) && filters[name] === undefined);
}

/** Filters as the archive takes them. `personId` is the id behind `person`, which is an address. */
export function queryOf(filters: RecordFilters, personId: string | undefined): MeetingQuery {
  const { pair, country, role, place, mechanism, from, to } = filters;
  const [a, b] = pair?.split('-') ?? [];
  return {
    ...(a === undefined || b === undefined ? {} : { pair: [a, b] as const }),
    ...(country === undefined ? {} : { country }),
    ...(personId === undefined ? {} : { personId }),
    ...(role === undefined ? {} : { role }),
    ...(filters.topic === undefined ? {} : { topic: filters.topic as Topic }),
    ...(filters.type === undefined ? {} : { type: filters.type as MeetingType }),
    ...(filters.status === undefined ? {} : { status: filters.status as MeetingStatus }),
    ...(place === undefined ? {} : { place }),
    ...(mechanism === undefined ? {} : { mechanism }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  };
}

/** `?country=MA&topic=trade`; empty when nothing is asked. `change` sets a value, `undefined` removes it. */
export function filterAddress(
  path: string,
  filters: RecordFilters,
  change: Readonly<Record<string, string | undefined>> = {},
): string {
  const query = new URLSearchParams();
  for (const name of filterNames) {
    const value = Object.hasOwn(change, name) ? change[name] : filters[name];
    if (value !== undefined) query.set(name, value);
  }
  for (const [name, value] of Object.entries(change)) {
    if (!(filterNames as readonly string[]).includes(name) && value !== undefined) query.set(name, value);
  }
  return query.size === 0 ? path : `${path}?${query.toString()}`;
}
