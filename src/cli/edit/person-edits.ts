import type { Person } from '../../core/model/record.ts';
import { spellingKey } from '../../core/record/people/sightings.ts';
import { foldName } from '../../core/text/normalise.ts';
import { RapporteurError } from '../../errors.ts';
import type { Store } from '../../store/store.ts';
import { type EditKind, repliedBy, undoItself } from './edit-kind.ts';

export const personEdits: Readonly<Record<string, EditKind>> = {
  merge: {
    usage: 'person merge PERSON INTO',
    min: 2,
    max: 2,
    async make(store, [first = '', second = '']) {
      const [person, into] = [await findPerson(store, first), await findPerson(store, second)];
      if (person.id === into.id) throw new RapporteurError('invalid-parameter', 'Both are the same person.');
      const spellings = spellingsOf(person);
      return {
        action: {
          kind: 'person-merge',
          personId: person.id,
          spellings,
          intoId: into.id,
          intoSpellings: spellingsOf(into),
        },
        inverse: { kind: 'person-split', personId: into.id, spellings },
      };
    },
  },
  split: {
    usage: 'person split PERSON NAME|ROLE…',
    min: 2,
    max: 100,
    async make(store, [id = '', ...named]) {
      const person = await findPerson(store, id);
      const all = spellingsOf(person);
      const spellings = named.flatMap((name) => {
        const leaving = all.filter((key) => {
          const [, role, folded] = key.split('|');
          return role === name || folded === foldName(name);
        });
        if (leaving.length === 0) {
          throw new RapporteurError('not-found', `"${name}" is neither a name nor an office of this person.`);
        }
        return leaving;
      });
      const distinct = [...new Set(spellings)];
      if (distinct.length === all.length) {
        throw new RapporteurError('invalid-parameter', 'These are all the names: nothing would be left.');
      }
      return { action: { kind: 'person-split', personId: person.id, spellings: distinct }, inverse: undoItself };
    },
  },
  alias: {
    usage: 'person alias PERSON NAME',
    min: 2,
    max: 2,
    async make(store, [id = '', name = '']) {
      const person = await findPerson(store, id);
      if (foldName(name) === '') throw new RapporteurError('invalid-parameter', 'The name has no letters.');
      return {
        action: { kind: 'person-alias', personId: person.id, spellings: spellingsOf(person), name: name.trim() },
        inverse: undoItself,
      };
    },
  },
  withdraw: {
    usage: 'person withdraw PERSON',
    min: 1,
    max: 1,
    async make(store, [id = '']) {
      const person = await findPerson(store, id);
      const spellings = spellingsOf(person);
      return {
        action: { kind: 'person-withdraw', personId: person.id, spellings },
        inverse: { kind: 'person-restore', personId: person.id, spellings },
      };
    },
  },
  restore: {
    usage: 'person restore PERSON',
    min: 1,
    max: 1,
    async make(store, [id = '']) {
      const name = foldName(id);
      const withdrawn = (await store.record.withdrawals()).find(
        ({ personId, names }) => personId === id || names.some((known) => foldName(known) === name),
      );
      const decision = (await store.decisions.list({ activeOnly: true }))
        .filter(({ action }) => action.kind === 'person-withdraw' && action.personId === withdrawn?.personId)
        .at(-1);
      if (withdrawn === undefined || decision?.action.kind !== 'person-withdraw') {
        throw new RapporteurError('not-found', `No person "${id}" was withdrawn.`);
      }
      const { personId, spellings } = decision.action;
      return {
        action: { kind: 'person-restore', personId, spellings },
        inverse: { kind: 'person-withdraw', personId, spellings },
      };
    },
  },
  dispute: {
    usage: 'person dispute PERSON ROLE|name',
    min: 2,
    max: 2,
    async make(store, [id = '', field = ''], { reason }) {
      const person = await findPerson(store, id);
      if (field !== 'name' && !person.offices.some(({ roleCode }) => roleCode === field)) {
        const roles = person.offices.map(({ roleCode }) => roleCode).join(', ');
        throw new RapporteurError('invalid-parameter', `"${field}" is not one of name, ${roles}.`);
      }
      return {
        action: {
          kind: 'person-dispute',
          personId: person.id,
          spellings: spellingsOf(person),
          field,
          note: reason,
        },
        inverse: undoItself,
      };
    },
  },
  reply: {
    usage: 'person reply PERSON TEXT --by NAME',
    min: 2,
    max: 2,
    async make(store, [id = '', text = ''], words) {
      const person = await findPerson(store, id);
      if (text.trim() === '') throw new RapporteurError('invalid-parameter', 'The reply is empty.');
      return {
        action: {
          kind: 'person-reply',
          personId: person.id,
          spellings: spellingsOf(person),
          by: repliedBy(words),
          text: text.trim(),
        },
        inverse: undoItself,
      };
    },
  },
};

export async function findPerson(store: Store, id: string): Promise<Person> {
  const found = await store.record.getPerson(id);
  if (found === undefined) throw new RapporteurError('not-found', `There is no person "${id}".`);
  return found;
}

/** Every name in every office: more than was seen does no harm, they only find the person again. */
function spellingsOf(person: Person): string[] {
  const keys = person.offices.flatMap(({ country, roleCode }) =>
    person.names.map(({ full }) => spellingKey(country ?? '', roleCode, full)),
  );
  return [...new Set(keys)].sort();
}
