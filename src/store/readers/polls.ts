import type { ArchiveContext } from '../archive/context.ts';
import type { Queries } from '../tables.ts';
import type { NewPoll, Poll, PollStore } from './poll-store.ts';
import { seqOf } from './row-id.ts';

export function createPollStore({ db, write, now }: ArchiveContext): PollStore {
  const standing = (queries: Queries) => queries.selectFrom('reader_polls').selectAll().where('removed_at', 'is', null);
  const withVotes = async (rows: Awaited<ReturnType<ReturnType<typeof standing>['execute']>>): Promise<Poll[]> => {
    if (rows.length === 0) return [];
    const votes = await db
      .selectFrom('reader_poll_votes')
      .innerJoin('users', 'users.id', 'reader_poll_votes.user_id')
      .select((select) => ['poll', 'choice', select.fn.countAll<number>().as('votes')])
      .where('users.email_verified', '=', 1)
      .where('users.blocked', '=', 0)
      .where(
        'poll',
        'in',
        rows.map(({ seq }) => seq),
      )
      .groupBy(['poll', 'choice'])
      .execute();
    return rows.map((row) => {
      const data = JSON.parse(row.data) as Omit<NewPoll, 'closesAt'>;
      return {
        id: `p${row.seq}`,
        ...data,
        closesAt: row.closes_at,
        at: row.at,
        votes: data.choices.map((_, at) =>
          Number(votes.find(({ poll, choice }) => poll === row.seq && choice === at)?.votes ?? 0),
        ),
      };
    });
  };
  const change = (id: string, values: { readonly closes_at: string } | { readonly removed_at: string }) =>
    write(async (tx) => {
      await tx
        .updateTable('reader_polls')
        .set(values)
        .where('seq', '=', seqOf('p', id) ?? 0)
        .execute();
    });
  return {
    add: ({ question, choices, closesAt }) =>
      write(async (tx) => {
        const { seq } = await tx
          .insertInto('reader_polls')
          .values({ data: JSON.stringify({ question, choices }), closes_at: closesAt, removed_at: null, at: now() })
          .returning('seq')
          .executeTakeFirstOrThrow();
        return `p${seq}`;
      }),
    async get(id) {
      const rows = await standing(db)
        .where('seq', '=', seqOf('p', id) ?? 0)
        .execute();
      return (await withVotes(rows))[0];
    },
    async list(limit = 100) {
      return withVotes(await standing(db).orderBy('seq', 'desc').limit(limit).execute());
    },
    vote: (id, accountId, choice) =>
      write(async (tx) => {
        const poll = seqOf('p', id) ?? 0;
        const row = await standing(tx).where('seq', '=', poll).executeTakeFirst();
        if (row === undefined || row.closes_at <= now()) return false;
        const { choices } = JSON.parse(row.data) as NewPoll;
        if (!Number.isInteger(choice) || choice < 0 || choice >= choices.length) return false;
        await tx
          .insertInto('reader_poll_votes')
          .values({ poll, user_id: accountId, choice, at: now() })
          .onConflict((conflict) => conflict.columns(['poll', 'user_id']).doUpdateSet({ choice, at: now() }))
          .execute();
        return true;
      }),
    async own(id, accountId) {
      const row = await db
        .selectFrom('reader_poll_votes')
        .select('choice')
        .where('poll', '=', seqOf('p', id) ?? 0)
        .where('user_id', '=', accountId)
        .executeTakeFirst();
      return row?.choice;
    },
    close: (id) => change(id, { closes_at: now() }),
    remove: (id) => change(id, { removed_at: now() }),
  };
}
