import type { CountryCode, Participant, Person, PersonName, PersonSpelling } from '../../model/record.ts';
import type { FusionAction, FusionDecision } from '../fuse/decisions.ts';
import { distinctEvidence } from '../fuse/votes.ts';
import { nameParts } from '../names.ts';
import { personIds, personSlugs, type Reserved } from './identity.ts';
import { arrangePeople } from './person-decisions.ts';
import { boundPosts, postsOf } from './posts.ts';
import { spellingKey } from './sightings.ts';
import { evidencePerSpelling } from './spelling-counts.ts';
import { groupSpellings, type Spelling } from './spellings.ts';

/** The people of a corpus and which participant is which of them. */
export interface PeopleIndex {
  /** By id. */
  readonly people: readonly Person[];
  /** Those whom an editor withdrew: they are in no list, and their names are told nowhere. */
  readonly withdrawn: readonly HiddenPerson[];
  idOf(participant: Pick<Participant, 'roleCode' | 'name'>, country: CountryCode): string | undefined;
  isWithdrawn(participant: Pick<Participant, 'roleCode' | 'name'>, country: CountryCode): boolean;
}

export interface HiddenPerson {
  readonly person: Person;
  /** Keys of the spellings that are theirs. */
  readonly spellings: readonly string[];
}

export interface PeopleOptions {
  readonly previous?: readonly Person[];
  /** Active decisions, oldest first. */
  readonly decisions?: readonly FusionDecision[];
  /** Actions that were undone: whoever they were about gets their id back. */
  readonly undone?: readonly FusionAction[];
  /** Receives decisions that no longer apply. */
  readonly problems?: Map<string, string>;
  /** Ids and addresses of people of other countries, who are not looked at now. */
  readonly reservedIds?: Reserved;
  readonly reservedSlugs?: Reserved;
}

/**
 * Finds who is who. Nobody without a public office gets an entry.
 */
export function findPeople(spellings: readonly Spelling[], options: PeopleOptions = {}): PeopleIndex {
  const { previous = [], decisions = [], problems = new Map<string, string>() } = options;
  const machine = groupSpellings(spellings);
  const arranged = arrangePeople(machine, decisions, problems, options.undone);
  const groups = arranged.groups
    .filter((group) => group.some(({ holding }) => holding > 0))
    .sort((a, b) => compare(a[0]?.key ?? '', b[0]?.key ?? ''));
  const ids = personIds(groups, previous, arranged.ids, options.reservedIds);
  const idBySpelling = new Map<string, string>();
  const withdrawnSpellings = new Set<string>();
  const entries = groups.map((group, position) => {
    const id = ids[position] ?? '';
    const withdrawn = arranged.withdrawn.has(group);
    for (const { key } of group) {
      if (withdrawn) withdrawnSpellings.add(key);
      else idBySpelling.set(key, id);
    }
    const person = personOf(group, id, arranged.aliases.get(group) ?? []);
    const disputes = arranged.disputes.get(group);
    const replies = arranged.replies.get(group);
    return {
      withdrawn,
      spellings: group.map(({ key }) => key),
      person: {
        ...person,
        ...(disputes === undefined ? {} : { disputes }),
        ...(replies === undefined ? {} : { replies }),
      },
    };
  });
  const shown = entries.filter(({ withdrawn }) => !withdrawn).map(({ person }) => person);
  return {
    people: personSlugs(boundPosts(shown), previous, options.reservedSlugs),
    withdrawn: entries
      .filter(({ withdrawn }) => withdrawn)
      .map(({ person, spellings }) => ({ person, spellings }))
      .sort((a, b) => compare(a.person.id, b.person.id)),
    idOf: ({ roleCode, name }, country) => idBySpelling.get(spellingKey(country, roleCode, name?.full ?? '')),
    isWithdrawn: ({ roleCode, name }, country) =>
      withdrawnSpellings.has(spellingKey(country, roleCode, name?.full ?? '')),
  };
}

function personOf(group: readonly Spelling[], id: string, aliases: readonly PersonSpelling[]): Person {
  const names = new Map<string, { name: PersonName; count: number; evidence: PersonSpelling['evidence'] }>();
  for (const spelling of group) {
    for (const [key, { surface, full, script, languages, evidence }] of spelling.names) {
      const known = names.get(key);
      // The language of a spelling must not depend on which report came first.
      const [lang = 'und'] = [...languages.keys(), ...(known === undefined ? [] : [known.name.lang])].sort();
      names.set(key, {
        name: { surface, full, lang: lang as PersonName['lang'], script },
        count: (known?.count ?? 0) + [...languages.values()].reduce((sum, count) => sum + count, 0),
        evidence: [...(known?.evidence ?? []), ...evidence],
      });
    }
  }
  const ordered = [...names.values()].sort(
    (a, b) => b.count - a.count || compare(a.name.full, b.name.full) || compare(a.name.surface, b.name.surface),
  );
  return {
    id,
    slug: '',
    name: bestName(ordered)?.full ?? '',
    names: [
      ...ordered.map(({ name, count, evidence }) => ({
        surface: name.surface,
        full: name.full,
        lang: name.lang,
        script: name.script,
        count,
        evidence: distinctEvidence(evidence ?? []).slice(0, evidencePerSpelling),
      })),
      ...aliases,
    ],
    offices: postsOf(group),
  };
}

/**
 * The name to show: in Latin letters where the corpus has one, a full name before a family name, then the spelling
 * that most reports use.
 */
export function bestName(
  names: readonly { readonly name: PersonName; readonly count: number }[],
): PersonName | undefined {
  const counts = new Map<string, { name: PersonName; count: number; words: number }>();
  for (const { name, count } of names) {
    const key = `${name.script}|${name.full}`;
    const known = counts.get(key);
    if (known === undefined) counts.set(key, { name, count, words: nameParts(name.full).words.length });
    else known.count += count;
  }
  return [...counts.values()].sort(
    (a, b) =>
      Number(b.name.script === 'latin') - Number(a.name.script === 'latin') ||
      Number(b.words > 1 || /\s/.test(b.name.full)) - Number(a.words > 1 || /\s/.test(a.name.full)) ||
      b.count - a.count ||
      b.words - a.words ||
      b.name.full.length - a.name.full.length ||
      compare(a.name.full, b.name.full),
  )[0]?.name;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
