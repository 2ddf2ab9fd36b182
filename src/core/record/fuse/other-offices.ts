import type { CountryCode, Person } from '../../model/record.ts';
import type { Holders } from '../people/holders.ts';
import { everyDay, type FusionKey, holderKey, type KeyQuery, memberKey, openDay, postKey } from './fusion-keys.ts';
import type { FusionSource } from './fusion-source.ts';
import { articleOf } from './index-article.ts';
import type { IndexView } from './reach.ts';

interface Register {
  readonly people: readonly Person[];
  readonly holders: Holders;
}

/**
 * Meetings that stay as they are, but for an office of theirs that has another holder by now.
 * @param isUnknown countries of which the register before is not all known: whoever is told nowhere stood in the way too
 */
export async function findOtherOffices(
  source: FusionSource,
  index: IndexView,
  before: Register,
  now: Register,
  isUnknown: (country: CountryCode) => boolean,
): Promise<Set<string>> {
  const queries: KeyQuery[] = [];
  const texts = new Map(before.people.map((person) => [person.id, toldOf(person)]));
  const nowIds = new Set(now.people.map(({ id }) => id));
  const changed = [
    ...now.people.filter((person) => texts.get(person.id) !== toldOf(person)),
    ...before.people.filter(({ id }) => !nowIds.has(id)),
  ];
  const ids = new Set(changed.map(({ id }) => id));
  const all = [...now.people, ...before.people.filter(({ id }) => ids.has(id))];
  const offices = new Map<string, { readonly country: CountryCode; readonly roleCode: string }>();
  for (const person of all) {
    for (const { country = '', roleCode } of person.offices) {
      if (ids.has(person.id) || isUnknown(country)) offices.set(`${country}|${roleCode}`, { country, roleCode });
    }
  }
  for (const { country, roleCode } of offices.values()) {
    const key = holderKey(country, roleCode);
    if (isUnknown(country)) {
      queries.push(everyDay(key));
      continue;
    }
    const turns = [before, now].flatMap(({ holders }) => holders.turns(country, roleCode)).filter(Number.isFinite);
    const days = [...new Set(turns)].sort((a, b) => a - b);
    days.forEach((day, position) => {
      if (!differs(before, now, { country, roleCode }, day)) return;
      queries.push({ key, beginsFrom: day, beginsUntil: (days[position + 1] ?? openDay) - 1, endsFrom: -openDay });
    });
  }
  for (const country of new Set([...offices.values()].map((office) => office.country))) {
    const turns = [before, now].flatMap(({ holders }) => holders.turns(country)).filter(Number.isFinite);
    if (isUnknown(country)) queries.push(everyDay(postKey(country)));
    else if (turns.length > 0) {
      const [beginsFrom, beginsUntil] = [Math.min(...turns), Math.max(...turns)];
      queries.push({ key: postKey(country), beginsFrom, beginsUntil, endsFrom: -openDay });
    }
  }
  const found = await source.keys(queries);
  const touched = new Set<string>();
  const named = found.filter(({ key, owner }) => key.startsWith('p ') && !touched.has(owner));
  for (const { key, owner } of found) if (!key.startsWith('p ')) touched.add(owner);
  for (const one of named) {
    const country = one.key.slice(2);
    if (isUnknown(country) || (await isOther(source, index, one, country, before, now))) touched.add(one.owner);
  }
  return touched;
}

async function isOther(
  source: FusionSource,
  index: IndexView,
  { owner, first }: FusionKey,
  country: CountryCode,
  before: Register,
  now: Register,
): Promise<boolean> {
  const members = await source.keys([everyDay(memberKey(owner))]);
  await index.load(members.map(({ report }) => articleOf(report)));
  const keys = new Set(members.map(({ report }) => report));
  return [...keys].some((key) =>
    index
      .now(articleOf(key))
      ?.reports.some(
        (report) =>
          report.key === key &&
          report.unsaid?.some(
            (office) => office.country === country && office.name !== undefined && differs(before, now, office, first),
          ) === true,
      ),
  );
}

function differs(before: Register, now: Register, office: Parameters<Holders['infer']>[0], day: number): boolean {
  return JSON.stringify(before.holders.infer(office, day)) !== JSON.stringify(now.holders.infer(office, day));
}

/** What conclusions are drawn from. */
function toldOf({ id, name, names, offices }: Person): string {
  return JSON.stringify([id, name, names.map(({ full }) => full), offices]);
}
