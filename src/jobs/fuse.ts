import type { Meeting, Person } from '../core/model/record.ts';
import { type Fusion, fuseMeetings } from '../core/record/fuse/fuse-meetings.ts';
import type { Decision, DecisionAction, FusionChange, RecordForFusion, Store } from '../store/store.ts';

/**
 * Groups all articles and fuses all reports again, with the editors' decisions played over the result. The whole archive
 * is taken at once: a report that arrives late may join what seemed to be two meetings.
 */
export async function fuseArchive(
  store: Store,
): Promise<{ readonly change: FusionChange; readonly decisionProblems: ReadonlyMap<string, string> }> {
  const decisions = await store.decisions.list();
  const { meetings, people, decisionProblems } = await fuseWith(store, decisions);
  const change = await store.record.replaceFused({ meetings, people });
  await store.decisions.setProblems(decisionProblems);
  return { change, decisionProblems };
}

/** What the record would be with one more decision. Nothing is written. */
export async function previewDecision(
  store: Store,
  action: DecisionAction,
  at: string,
): Promise<{ readonly fusion: Fusion; readonly problem: string | undefined }> {
  const id = 'preview';
  const decisions = await store.decisions.list();
  const draft: Decision = { id, action, inverse: action, actor: '', reason: '', at };
  const fusion = await fuseWith(store, [...decisions, draft]);
  return { fusion, problem: fusion.decisionProblems.get(id) };
}

async function fuseWith(store: Store, decisions: readonly Decision[]): Promise<Fusion> {
  const records: RecordForFusion[] = [];
  for await (const record of store.record.eachRecord()) records.push(record);
  const previous: Meeting[] = [];
  for await (const meeting of store.record.eachMeeting()) previous.push(meeting);
  const previousPeople: Person[] = [];
  for await (const person of store.record.eachPerson()) previousPeople.push(person);
  return fuseMeetings(records, { previous, previousPeople, decisions });
}
