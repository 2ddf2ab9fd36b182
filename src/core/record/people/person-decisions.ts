import type { Dispute, PersonSpelling, Reply } from '../../model/record.ts';
import { foldName } from '../../text/normalise.ts';
import type { FusionAction, FusionDecision } from '../fuse/decisions.ts';
import { spellingKey } from './sightings.ts';
import type { Spelling } from './spellings.ts';

/** What editors decided of the people whom the machine found. */
export interface ArrangedPeople {
  readonly groups: readonly (readonly Spelling[])[];
  readonly ids: ReadonlyMap<readonly Spelling[], string>;
  readonly aliases: ReadonlyMap<readonly Spelling[], readonly PersonSpelling[]>;
  readonly withdrawn: ReadonlySet<readonly Spelling[]>;
  readonly disputes: ReadonlyMap<readonly Spelling[], readonly Dispute[]>;
  readonly replies: ReadonlyMap<readonly Spelling[], readonly Reply[]>;
}

/**
 * Replays decisions about people, oldest first. A decision names the spellings that it was made about: they find the
 * person even when ids changed. `problems` receives what no longer applies.
 * @param undone actions that no longer hold; their ids do
 */
export function arrangePeople(
  found: readonly (readonly Spelling[])[],
  decisions: readonly FusionDecision[],
  problems: Map<string, string>,
  undone: readonly FusionAction[] = [],
): ArrangedPeople {
  const groups = new Set<Spelling[]>(found.map((group) => [...group]));
  const ids = new Map<readonly Spelling[], string>();
  const aliases = new Map<readonly Spelling[], PersonSpelling[]>();
  const withdrawn = new Set<readonly Spelling[]>();
  const disputes = new Map<readonly Spelling[], Dispute[]>();
  const replies = new Map<readonly Spelling[], Reply[]>();

  const resolve = (spellings: readonly string[]): Spelling[] | undefined => {
    const wanted = new Set(spellings);
    let best: { group: Spelling[]; count: number } | undefined;
    for (const group of groups) {
      const count = group.filter(({ key }) => wanted.has(key)).length;
      if (count > 0 && (best === undefined || count > best.count)) best = { group, count };
    }
    return best?.group;
  };
  const join = (from: Spelling[], into: Spelling[]) => {
    into.push(...from);
    into.sort((a, b) => (a.key < b.key ? -1 : 1));
    groups.delete(from);
    ids.delete(from);
    for (const map of [aliases, disputes, replies] as Map<readonly Spelling[], unknown[]>[]) {
      const list = map.get(from);
      if (list !== undefined) map.set(into, [...(map.get(into) ?? []), ...list]);
      map.delete(from);
    }
    // Whoever was withdrawn stays so: a merge must not bring a person back.
    if (withdrawn.delete(from)) withdrawn.add(into);
  };

  for (const { id, action, at } of decisions) {
    if (!('personId' in action)) continue;
    const group = resolve(action.spellings);
    if (group === undefined) {
      problems.set(id, `No report names the person ${action.personId} any more.`);
      continue;
    }
    switch (action.kind) {
      case 'person-merge': {
        const into = resolve(action.intoSpellings);
        if (into === undefined) problems.set(id, `No report names the person ${action.intoId} any more.`);
        else {
          if (into !== group) join(group, into);
          ids.set(into, action.intoId);
        }
        break;
      }
      case 'person-split': {
        const leaving = new Set(action.spellings);
        const rest = group.filter(({ key }) => !leaving.has(key));
        // Apart already: what the editor wanted is so.
        if (rest.length === 0) break;
        groups.delete(group);
        const part = group.filter(({ key }) => leaving.has(key));
        const stays = [...rest];
        groups.add(stays).add(part);
        ids.set(stays, action.personId);
        for (const map of [aliases, disputes, replies] as Map<readonly Spelling[], unknown[]>[]) {
          const list = map.get(group);
          if (list !== undefined) map.set(stays, list);
        }
        if (withdrawn.delete(group)) withdrawn.add(stays).add(part);
        break;
      }
      case 'person-alias': {
        aliases.set(group, [...(aliases.get(group) ?? []), aliasOf(action.name)]);
        // Whoever bears the new name in one of the person's offices is the person.
        const keys = new Set(group.map(({ country, roleCode }) => spellingKey(country, roleCode, action.name)));
        for (const other of [...groups]) {
          if (other !== group && other.some(({ key }) => keys.has(key))) join(other, group);
        }
        ids.set(group, action.personId);
        break;
      }
      case 'person-withdraw':
        withdrawn.add(group);
        ids.set(group, action.personId);
        break;
      case 'person-restore':
        withdrawn.delete(group);
        ids.set(group, action.personId);
        break;
      case 'person-dispute': {
        const dispute = { field: action.field, reason: action.note, day: at.slice(0, 10), decisionId: id };
        disputes.set(group, [...(disputes.get(group) ?? []), dispute]);
        break;
      }
      case 'person-reply': {
        const reply = { by: action.by, text: action.text, day: at.slice(0, 10), decisionId: id };
        replies.set(group, [...(replies.get(group) ?? []), reply]);
        break;
      }
    }
  }
  // A decision knows whose id was whose: undoing it gives everybody their own again.
  const pin = (id: string, spellings: readonly string[]) => {
    const group = resolve(spellings);
    if (group !== undefined && !ids.has(group) && ![...ids.values()].includes(id)) ids.set(group, id);
  };
  for (const action of undone) {
    if (!('personId' in action)) continue;
    pin(action.personId, action.spellings);
    if (action.kind === 'person-merge') pin(action.intoId, action.intoSpellings);
  }
  return { groups: [...groups], ids, aliases, withdrawn, disputes, replies };
}

function aliasOf(name: string): PersonSpelling {
  return {
    surface: name,
    full: name,
    lang: 'und',
    script: /\p{Script=Arabic}/u.test(name) ? 'arabic' : /\p{Script=Latin}/u.test(foldName(name)) ? 'latin' : 'other',
    count: 0,
    alias: true,
    evidence: [],
  };
}
