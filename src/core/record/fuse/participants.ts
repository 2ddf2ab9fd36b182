import type { CountryCode, Participant } from '../../model/record.ts';
import { foldName } from '../../text/normalise.ts';
import { nameParts, sameName } from '../names.ts';
import { bestName, type PeopleIndex } from '../people/find-people.ts';
import type { Report } from './reports.ts';
import { roleRelation } from './same-meeting.ts';
import { createUnionFind } from './union.ts';
import { certaintyOf, type Vote } from './votes.ts';

type PeopleLookup = Pick<PeopleIndex, 'idOf' | 'isWithdrawn'>;

interface Told {
  readonly report: Report;
  readonly participant: Participant;
}

/** One person of one side with every report that names them. `key` is the person's id, else the folded name or role. */
export interface FusedParticipant {
  readonly key: string;
  readonly participant: Participant;
  readonly votes: readonly Vote<string>[];
}

export function fuseParticipants(
  country: CountryCode,
  reports: readonly Report[],
  sourceOf: ReadonlyMap<string, number>,
  people: PeopleLookup,
): FusedParticipant[] {
  const told: Told[] = reports.flatMap((report) =>
    report.meeting.sides
      .filter((side) => side.country === country)
      .flatMap((side) =>
        side.participants.map((participant) => ({
          report,
          participant: people.isWithdrawn(report.spellingOf(participant), country)
            ? withoutName(participant)
            : participant,
        })),
      ),
  );
  const groups = groupPeople(told, country, people);
  const taken = new Set<string>();
  return groups
    .map((group) => fuse(group, country, sourceOf, people))
    .sort(
      (a, b) =>
        rank(a.participant) - rank(b.participant) ||
        b.votes.length - a.votes.length ||
        (a.key < b.key ? -1 : a.key > b.key ? 1 : 0),
    )
    .filter(({ key }) => !taken.has(key) && taken.add(key));
}

function groupPeople(told: readonly Told[], country: CountryCode, people: PeopleLookup): Told[][] {
  const sets = createUnionFind(told.length);
  const firstOf = new Map<string, number>();
  told.forEach(({ report, participant }, position) => {
    const id = people.idOf(report.spellingOf(participant), country);
    const key = participant.name === undefined ? undefined : (id ?? foldName(participant.name.full));
    if (key === undefined) return;
    const first = firstOf.get(key);
    if (first === undefined) firstOf.set(key, position);
    else sets.union(first, position);
  });
  // Spellings that no register joined: inside one side of one meeting a matching name is the same person.
  const distinct = [...firstOf.values()];
  for (const [offset, a] of distinct.entries()) {
    for (const b of distinct.slice(offset + 1)) {
      const nameA = told[a]?.participant.name;
      const nameB = told[b]?.participant.name;
      if (nameA !== undefined && nameB !== undefined && sameName(nameParts(nameA.full), nameParts(nameB.full))) {
        sets.union(a, b);
      }
    }
  }
  told.forEach(({ participant }, position) => {
    if (participant.name !== undefined) return;
    const match = told.findIndex(
      (other, index) =>
        (other.participant.name !== undefined || index < position) &&
        roleRelation(other.participant.roleCode, participant.roleCode) !== 'other',
    );
    if (match >= 0 && match !== position) sets.union(match, position);
  });
  const groups = new Map<number, Told[]>();
  told.forEach((one, position) => {
    const root = sets.find(position);
    const group = groups.get(root);
    if (group === undefined) groups.set(root, [one]);
    else group.push(one);
  });
  return [...groups.values()];
}

function fuse(
  group: readonly Told[],
  country: CountryCode,
  sourceOf: ReadonlyMap<string, number>,
  people: PeopleLookup,
): FusedParticipant {
  const name = bestName(
    group.flatMap(({ participant }) => (participant.name ? [{ name: participant.name, count: 1 }] : [])),
  );
  const roleCode = mostFrequent(group.map(({ participant }) => participant.roleCode));
  const personId = group
    .map(({ report, participant }) => people.idOf(report.spellingOf(participant), country))
    .find((id) => id !== undefined);
  // One report that says the country is enough: nothing is concluded then.
  const placed = group.every((one) => one.participant.countryBasis === 'register');
  const withId = personId === undefined ? {} : { personId };
  const inferred = placed ? group[0]?.participant.inferred : undefined;
  const telling = group.filter(({ participant }) => placed || participant.countryBasis !== 'register');
  const model =
    telling.find(({ participant }) => participant.name === name && participant.roleCode === roleCode)?.participant ??
    telling.find(({ participant }) => participant.roleCode === roleCode)?.participant ??
    telling[0]?.participant;
  const share = (test: (participant: Participant) => boolean) =>
    group.filter(({ participant }) => test(participant)).length * 2 > group.length;
  const acting = share((participant) => participant.acting === true);
  const former = share((participant) => participant.former === true);
  const capacity = [...group].sort((a, b) => rank(a.participant) - rank(b.participant))[0]?.participant.capacity;
  const participant: Participant = {
    ...(personId === undefined ? {} : { personId }),
    ...(name === undefined ? {} : { name }),
    roleCode,
    roleText: model?.roleText ?? '',
    capacity: capacity ?? 'principal',
    ...(acting ? { acting } : {}),
    ...(former ? { former } : {}),
    country,
    ...(model?.countryBasis === undefined ? {} : { countryBasis: model.countryBasis }),
    ...(inferred === undefined ? {} : { inferred: inferred.map((one) => ({ ...one, ...withId })) }),
    mentions: [...new Set(group.flatMap((one) => one.participant.mentions))].sort(),
  };
  const key = personId ?? (name === undefined ? `role:${country}:${roleCode}` : foldName(name.full));
  return {
    key,
    participant,
    votes: group.map((one): Vote<string> => {
      const claims = one.report
        .claims('participant')
        .filter((claim) => claim.mentions.some((mention) => one.participant.mentions.includes(mention)));
      return {
        key,
        value: key,
        report: one.report,
        source: sourceOf.get(one.report.key) ?? 0,
        certainty:
          one.participant.countryBasis === 'register'
            ? // What the page says of them is sure, that they stand on this side is not.
              certaintyOf(one.report, [], 'register')
            : certaintyOf(one.report, claims, one.participant.countryBasis ?? 'explicit'),
        claimIds: claims.map((claim) => claim.id),
        evidence: one.report.evidence(one.participant.mentions),
      };
    }),
  };
}

/** A person who was withdrawn stands there by office alone. */
function withoutName({ name: _, personId: __, ...rest }: Participant): Participant {
  return rest;
}

function rank(participant: Participant): number {
  return { principal: 0, signatory: 1, delegation: 2 }[participant.capacity];
}

function mostFrequent(values: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? '';
}
