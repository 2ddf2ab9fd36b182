import { type ArchiveHead, archiveHeadSchema } from '../schemas/archive-pages.ts';
import type { Decision, DecisionAction } from '../store/editing.ts';
import type { Store } from '../store/store.ts';

/** Decisions that came with pages wait here until the pages are read: a killed import finds them again. */
const waitingSetting = 'import.decisions';

/** Takes the outlets of an exported archive that this one does not know, and lets its decisions wait for the pages. */
export async function takeHead(store: Store, head: ArchiveHead): Promise<void> {
  for (const outlet of head.outlets) {
    if ((await store.outlets.get(outlet.id)) !== undefined) continue;
    const { id, slug, name, hosts, languages, homeCountry, publish } = outlet;
    await store.outlets.put({
      id,
      slug,
      name,
      hosts,
      languages,
      publish,
      origin: 'import',
      ...(homeCountry === null ? {} : { homeCountry }),
    });
  }
  if (head.decisions.length > 0) await store.setSetting(waitingSetting, JSON.stringify(head));
}

export type WaitingDecisions = 'none' | 'taken' | 'same' | 'refused';

/**
 * Takes waiting decisions into an archive that has none of its own: they were made one after the other, and would not
 * fit between others. Gives what became of them.
 */
export async function takeWaitingDecisions(store: Store): Promise<WaitingDecisions> {
  const text = await store.getSetting(waitingSetting);
  if (text === undefined || text === '') return 'none';
  const { decisions } = archiveHeadSchema.parse(JSON.parse(text));
  const own = await store.decisions.list();
  const taken = own.filter((one, at) => sameDecision(one, decisions[at]));
  // A part of them may be in already: the run before was killed in the middle.
  if (taken.length < own.length) {
    await store.setSetting(waitingSetting, '');
    return 'refused';
  }
  const ids = new Map(own.map((one, at) => [decisions[at]?.id ?? '', one.id]));
  for (const decision of decisions.slice(own.length)) {
    const action = withId(decision.action as DecisionAction, ids);
    const inverse = decision.inverse as DecisionAction;
    const { actor, reason, at } = decision;
    // The inverse of an undo names the undo itself, whose number the store gives.
    const added = await store.decisions.add({
      action,
      inverse:
        inverse.kind === 'undo' && inverse.decisionId === decision.id
          ? { ...inverse, decisionId: '' }
          : withId(inverse, ids),
      actor,
      reason,
      at,
    });
    ids.set(decision.id, added.id);
  }
  await store.setSetting(waitingSetting, '');
  return own.length === decisions.length ? 'same' : 'taken';
}

function sameDecision(one: Decision, other: { readonly actor: string; readonly at: string } | undefined): boolean {
  return one.actor === other?.actor && one.at === other.at;
}

/** The ids of decisions are numbers of one archive. */
function withId(action: DecisionAction, ids: ReadonlyMap<string, string>): DecisionAction {
  return action.kind === 'undo' ? { ...action, decisionId: ids.get(action.decisionId) ?? action.decisionId } : action;
}
