import type { Selectable } from 'kysely';
import type { ArchiveContext } from '../archive/context.ts';
import type { DeskLog } from '../reader-tables.ts';
import type { Queries, Writer } from '../tables.ts';
import { addDeskEntry } from './desk-entry.ts';
import type { DeskDecision, DeskEntry, DeskQueue, DeskStore } from './desk-store.ts';
import { setImageState, stateOf } from './image-reports.ts';
import { seqOf } from './row-id.ts';

export function createDeskStore({ db, write, now, dialect }: ArchiveContext): DeskStore {
  return {
    decideComment: (decision) =>
      write(async (tx) => {
        const seq = seqOf('c', decision.subject) ?? 0;
        const row = await tx
          .selectFrom('comments')
          .select(['state', 'reasons'])
          .where('seq', '=', seq)
          .where('state', '!=', 'gone')
          .executeTakeFirst();
        const state = decision.action === 'show' ? 'shown' : 'rejected';
        if (row === undefined || row.state === state) return false;
        await tx.updateTable('comments').set({ state }).where('seq', '=', seq).execute();
        await addDeskEntry(tx, decision, { state: row.state }, now());
        return true;
      }),
    decideImage: (decision) =>
      write(async (tx) => {
        const { subject: image, action } = decision;
        await dialect.lock(tx, `image ${image}`);
        const state = (await stateOf(tx, image)) ?? null;
        const reports = await tx
          .selectFrom('image_reports')
          .select(['seq', 'reason'])
          .where('image', '=', image)
          .where('spent', '=', 0)
          .execute();
        const blocked = state?.state === 'blocked';
        if (action === 'restore' ? !blocked : reports.length === 0) return false;
        if (action === 'dismiss' && blocked) return false;
        const spent = reports.map(({ seq }) => seq);
        // Where a reporter came from is of no use once somebody has looked.
        await tx
          .updateTable('image_reports')
          .set({ spent: 1, network: '' })
          .where('image', '=', image)
          .where('spent', '=', 0)
          .execute();
        if (action !== 'dismiss')
          await setImageState(tx, image, {
            state: action === 'block' ? 'blocked' : 'restored',
            reason: state?.reason ?? reports[0]?.reason ?? 'other',
            restores: (state?.restores ?? 0) + (action === 'restore' ? 1 : 0),
            at: now(),
          });
        await addDeskEntry(tx, decision, { state, spent }, now());
        return true;
      }),
    decideReport: (decision) =>
      write(async (tx) => {
        const result = await tx
          .updateTable('reader_reports')
          .set({ closed_at: now(), closed_by: decision.by, answer: decision.reason })
          .where('seq', '=', seqOf('r', decision.subject) ?? 0)
          .where('closed_at', 'is', null)
          .executeTakeFirst();
        if (Number(result.numUpdatedRows) === 0) return false;
        await addDeskEntry(tx, decision, {}, now());
        return true;
      }),
    note: (decision, before) =>
      write(async (tx) => toEntry(await read(tx, await addDeskEntry(tx, decision, before, now())))),
    async get(id) {
      const row = await rows(db)
        .where('desk_log.seq', '=', seqOf('e', id) ?? 0)
        .executeTakeFirst();
      return row === undefined ? undefined : toEntry(row);
    },
    async log(limit, before) {
      const from = before === undefined ? undefined : seqOf('e', before);
      let select = rows(db);
      if (from !== undefined) select = select.where('desk_log.seq', '<', from);
      return (await select.orderBy('desk_log.seq', 'desc').limit(limit).execute()).map(toEntry);
    },
    undo: (id, actorId, reason) =>
      write(async (tx) => {
        const row = await undoable(tx, id);
        if (row === undefined || !(await bringBack(tx, row, now()))) return false;
        await markUndone(tx, row, { actorId, reason, at: now() });
        return true;
      }),
    noteUndo: (id, actorId, reason) =>
      write(async (tx) => {
        const row = await undoable(tx, id);
        if (row === undefined) return false;
        await markUndone(tx, row, { actorId, reason, at: now() });
        return true;
      }),
  };
}

type Row = Selectable<DeskLog> & { readonly name: string | null };

function rows(db: Queries) {
  return db
    .selectFrom('desk_log')
    .leftJoin('users', 'users.id', 'desk_log.actor_id')
    .selectAll('desk_log')
    .select('users.name');
}

function read(tx: Writer, seq: number): Promise<Row> {
  return rows(tx).where('desk_log.seq', '=', seq).executeTakeFirstOrThrow();
}

/** What somebody decided, as long as nothing was decided about the same since. */
async function undoable(tx: Writer, id: string): Promise<Row | undefined> {
  const row = await rows(tx)
    .where('desk_log.seq', '=', seqOf('e', id) ?? 0)
    .where('desk_log.undone_by', 'is', null)
    .where('desk_log.action', '!=', 'undo')
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const later = await tx
    .selectFrom('desk_log')
    .select('seq')
    .where('queue', '=', row.queue)
    .where('subject', '=', row.subject)
    .where('seq', '>', row.seq)
    .where('undone_by', 'is', null)
    .where('action', '!=', 'undo')
    .executeTakeFirst();
  return later === undefined ? row : undefined;
}

async function markUndone(
  tx: Writer,
  row: Row,
  { actorId, reason, at }: { readonly actorId: string; readonly reason: string; readonly at: string },
): Promise<void> {
  const decision: DeskDecision = {
    queue: row.queue as DeskQueue,
    subject: row.subject,
    action: 'undo',
    actorId,
    reason,
  };
  const by = await addDeskEntry(tx, decision, { entry: row.seq }, at);
  await tx.updateTable('desk_log').set({ undone_by: by }).where('seq', '=', row.seq).execute();
}

/** Puts back what stood before the decision. */
async function bringBack(tx: Writer, { queue, subject, before, actor_id }: Row, at: string): Promise<boolean> {
  const was = JSON.parse(before) as {
    readonly state: unknown;
    readonly spent?: readonly number[];
  };
  switch (queue as DeskQueue) {
    case 'comments': {
      const result = await tx
        .updateTable('comments')
        .set({ state: String(was.state) })
        .where('seq', '=', seqOf('c', subject) ?? 0)
        .where('state', '!=', 'gone')
        .executeTakeFirst();
      return Number(result.numUpdatedRows) > 0;
    }
    case 'images': {
      // What the site did by its own rules is answered by a restore, which it remembers.
      if (actor_id === null) return false;
      const state = was.state as { state: string; reason: string; restores: number } | null;
      if (state === null) await tx.deleteFrom('image_states').where('image', '=', subject).execute();
      else await setImageState(tx, subject, { state: state.state, reason: state.reason, restores: state.restores, at });
      const spent = was.spent ?? [];
      if (spent.length > 0) await tx.updateTable('image_reports').set({ spent: 0 }).where('seq', 'in', spent).execute();
      return true;
    }
    case 'reports': {
      const result = await tx
        .updateTable('reader_reports')
        .set({ closed_at: null, closed_by: null, answer: null })
        .where('seq', '=', seqOf('r', subject) ?? 0)
        .executeTakeFirst();
      return Number(result.numUpdatedRows) > 0;
    }
    default:
      return false;
  }
}

function toEntry(row: Row): DeskEntry {
  return {
    id: `e${row.seq}`,
    queue: row.queue as DeskQueue,
    subject: row.subject,
    action: row.action,
    reason: row.reason,
    at: row.at,
    before: JSON.parse(row.before),
    ...(row.name === null ? {} : { actor: row.name }),
    ...(row.undone_by === null ? {} : { undoneBy: `e${row.undone_by}` }),
  };
}
