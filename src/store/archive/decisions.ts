import type { StoryAction } from '../../core/group/story-action.ts';
import { RapporteurError } from '../../errors.ts';
import type { Decision, DecisionAction, DecisionQuery, DecisionStore } from '../editing.ts';
import type { DecisionTableRow, Writer } from '../tables.ts';
import { optional } from './article-rows.ts';
import type { ArchiveContext } from './context.ts';

/** Ids are short and in order (`d1`, `d2`): people type them after `undo`. */
export function createDecisionStore({ db, write }: ArchiveContext): DecisionStore {
  return {
    add: (decision) =>
      write(async (tx) => {
        const undone = decision.action.kind === 'undo' ? await findUndoable(tx, decision.action.decisionId) : undefined;
        const row = await tx
          .insertInto('decisions')
          .values({
            kind: decision.action.kind,
            meeting_id: undone?.meeting_id ?? subjectOf(decision.action),
            other_id: undone?.other_id ?? otherOf(decision.action),
            person_id: undone?.person_id ?? personOf(decision.action),
            other_person_id: undone?.other_person_id ?? otherPersonOf(decision.action),
            action: JSON.stringify(decision.action),
            inverse: JSON.stringify(decision.inverse),
            actor: decision.actor,
            reason: decision.reason,
            at: decision.at,
            undone_by: null,
            problem: null,
          })
          .returningAll()
          .executeTakeFirstOrThrow();
        if (undone !== undefined) await takeBack(tx, undone, row.seq);
        const { inverse } = decision;
        if (inverse.kind !== 'undo' || inverse.decisionId !== '') return toDecision(row);
        const own = JSON.stringify({ ...inverse, decisionId: `d${row.seq}` });
        await tx.updateTable('decisions').set({ inverse: own }).where('seq', '=', row.seq).execute();
        return toDecision({ ...row, inverse: own });
      }),
    list: async (query) => {
      let select = db.selectFrom('decisions').selectAll();
      if (query?.meetingId !== undefined) {
        const { meetingId } = query;
        select = select.where((where) =>
          where.or([where('meeting_id', '=', meetingId), where('other_id', '=', meetingId)]),
        );
      }
      if (query?.personId !== undefined) {
        const { personId } = query;
        select = select.where((where) =>
          where.or([where('person_id', '=', personId), where('other_person_id', '=', personId)]),
        );
      }
      if (query?.activeOnly === true) select = select.where('undone_by', 'is', null).where('kind', '<>', 'undo');
      if (query?.story === undefined) return (await select.orderBy('seq').execute()).map(toDecision);
      // Stories are found by their articles, which only the actions tell.
      const rows = await select
        .where('kind', 'in', ['story-merge', 'story-split', 'story-not-same', 'undo'])
        .orderBy('seq')
        .execute();
      return aboutStory(rows.map(toDecision), query.story);
    },
    setProblems: (problems) =>
      write(async (tx) => {
        const rows = await tx.selectFrom('decisions').select(['seq', 'problem']).execute();
        for (const row of rows) {
          const problem = problems.get(`d${row.seq}`) ?? null;
          if (problem !== row.problem)
            await tx.updateTable('decisions').set({ problem }).where('seq', '=', row.seq).execute();
        }
      }),
  };
}

/** The decisions about a story, and what took them back. */
function aboutStory(
  decisions: readonly Decision[],
  { id, articles }: NonNullable<DecisionQuery['story']>,
): readonly Decision[] {
  const own = new Set(articles);
  const found = new Set<string>();
  return decisions.filter(({ id: decisionId, action }) => {
    const isAbout =
      action.kind === 'undo'
        ? found.has(action.decisionId)
        : 'storyId' in action &&
          (namesStory(action, id) || [...action.articles, ...action.others].some((one) => own.has(one)));
    if (isAbout) found.add(decisionId);
    return isAbout;
  });
}

function namesStory(action: StoryAction, id: string): boolean {
  if (action.storyId === id) return true;
  return action.kind === 'story-merge'
    ? action.intoId === id
    : action.kind === 'story-not-same' && action.otherId === id;
}

async function findUndoable(tx: Writer, id: string): Promise<DecisionTableRow> {
  const seq = /^d(\d{1,9})$/.exec(id)?.[1];
  const row =
    seq === undefined
      ? undefined
      : await tx.selectFrom('decisions').selectAll().where('seq', '=', Number(seq)).executeTakeFirst();
  if (row === undefined)
    throw new RapporteurError('not-found', `No decision has the id ${id}.`, { context: { public: { id } } });
  if (row.undone_by !== null) {
    throw new RapporteurError('decision-not-applicable', `Decision ${id} is already undone by d${row.undone_by}.`, {
      context: { public: { id } },
    });
  }
  return row;
}

/** Undoing an undo brings the first decision back to life. */
async function takeBack(tx: Writer, undone: DecisionTableRow, by: number): Promise<void> {
  await tx.updateTable('decisions').set({ undone_by: by }).where('seq', '=', undone.seq).execute();
  if (undone.kind === 'undo')
    await tx.updateTable('decisions').set({ undone_by: null }).where('undone_by', '=', undone.seq).execute();
}

function subjectOf(action: DecisionAction): string | null {
  return 'meetingId' in action ? action.meetingId : null;
}

function personOf(action: DecisionAction): string | null {
  return 'personId' in action ? action.personId : null;
}

function otherPersonOf(action: DecisionAction): string | null {
  return action.kind === 'person-merge' ? action.intoId : null;
}

function otherOf(action: DecisionAction): string | null {
  if (action.kind === 'merge') return action.intoId;
  return action.kind === 'not-same' ? action.otherId : null;
}

function toDecision(row: DecisionTableRow): Decision {
  return {
    id: `d${row.seq}`,
    action: JSON.parse(row.action) as DecisionAction,
    inverse: JSON.parse(row.inverse) as DecisionAction,
    actor: row.actor,
    reason: row.reason,
    at: row.at,
    ...(row.undone_by === null ? {} : { undoneBy: `d${row.undone_by}` }),
    ...optional('problem', row.problem),
  };
}
