import type { Selectable, SelectQueryBuilder } from 'kysely';
import { storableText } from '../archive/compression.ts';
import type { ArchiveContext } from '../archive/context.ts';
import type { Comments } from '../reader-tables.ts';
import type { Queries, Tables, Writer } from '../tables.ts';
import type { Comment, CommentState, CommentStore, HeldReason } from './commenting.ts';
import { seqOf } from './row-id.ts';

/** Two presses of one button come within seconds, a reader's own repetition later. */
const againMinutes = 10;
const sameHours = 24;

export function createCommentStore({ db, write, now, dialect }: ArchiveContext): CommentStore {
  const before = (minutes: number): string => new Date(Date.parse(now()) - minutes * 60_000).toISOString();
  return {
    add: (comment) =>
      write(async (tx) => {
        await dialect.lock(tx, `comments of ${comment.accountId}`);
        const parent = comment.parentId === undefined ? null : await answered(tx, comment.articleId, comment.parentId);
        const quoted = comment.quotedId === undefined ? null : await answered(tx, comment.articleId, comment.quotedId);
        if (parent === undefined || quoted === undefined) return undefined;
        const same = await tx
          .selectFrom('comments')
          .select(['seq', 'parent'])
          .where('article_id', '=', comment.articleId)
          .where('user_id', '=', comment.accountId)
          .where('print', '=', comment.print)
          .where('text', '=', storableText(comment.text))
          .where('at', '>=', before(againMinutes))
          .execute();
        const twin = same.find((row) => row.parent === parent);
        if (twin !== undefined) return { comment: await read(tx, twin.seq), again: true };
        const { seq } = await tx
          .insertInto('comments')
          .values({
            article_id: comment.articleId,
            parent,
            quoted,
            user_id: comment.accountId,
            text: storableText(comment.text),
            print: comment.print,
            language: comment.language,
            state: comment.state,
            reasons: JSON.stringify(comment.reasons),
            at: now(),
            edited_at: null,
          })
          .returning('seq')
          .executeTakeFirstOrThrow();
        return { comment: await read(tx, seq), again: false };
      }),
    async get(id) {
      const seq = seqOf('c', id);
      const row = seq === undefined ? undefined : await rows(db).where('comments.seq', '=', seq).executeTakeFirst();
      return row === undefined ? undefined : toComment(row);
    },
    async ofArticle(articleId) {
      const found = await rows(db).where('comments.article_id', '=', articleId).orderBy('comments.seq').execute();
      return found.map((row) => toComment(row.state === 'shown' ? row : { ...row, ...noWords }));
    },
    async count(articleIds) {
      if (articleIds.length === 0) return new Map();
      const found = await db
        .selectFrom('comments')
        .select((select) => ['article_id', select.fn.countAll<number>().as('total')])
        .where('article_id', 'in', articleIds)
        .where('state', '=', 'shown')
        .groupBy('article_id')
        .execute();
      return new Map(found.map(({ article_id, total }) => [article_id, Number(total)]));
    },
    async latest(limit) {
      const found = await rows(db)
        .where('comments.state', '=', 'shown')
        .orderBy('comments.seq', 'desc')
        .limit(limit)
        .execute();
      return found.map(toComment);
    },
    async held(limit) {
      const found = await rows(db).where('comments.state', '=', 'held').orderBy('comments.seq').limit(limit).execute();
      return found.map(toComment);
    },
    async heldCount() {
      const row = await db
        .selectFrom('comments')
        .select((select) => select.fn.countAll<number>().as('total'))
        .where('state', '=', 'held')
        .executeTakeFirstOrThrow();
      return Number(row.total);
    },
    async ofAccount(accountId) {
      const found = await rows(db).where('comments.user_id', '=', accountId).orderBy('comments.seq').execute();
      return found.map(toComment);
    },
    async author(accountId, print, except) {
      const own = await db
        .selectFrom('comments')
        .select((select) => ['state', select.fn.countAll<number>().as('total')])
        .where('user_id', '=', accountId)
        .groupBy('state')
        .execute();
      const same = await db
        .selectFrom('comments')
        .select(['user_id'])
        .where('print', '=', print)
        .where('at', '>=', before(sameHours * 60))
        .where('seq', '!=', (except === undefined ? undefined : seqOf('c', except)) ?? 0)
        .limit(50)
        .execute();
      const of = (state: CommentState) => Number(own.find((row) => row.state === state)?.total ?? 0);
      const sameOwn = same.filter(({ user_id }) => user_id === accountId).length;
      return { shown: of('shown'), rejected: of('rejected'), sameOwn, sameOthers: same.length - sameOwn };
    },
    edit: (id, accountId, since, { text, print, state, reasons }) =>
      write(async (tx) => {
        const result = await tx
          .updateTable('comments')
          .set({ text: storableText(text), print, state, reasons: JSON.stringify(reasons), edited_at: now() })
          .where('seq', '=', seqOf('c', id) ?? 0)
          .where('user_id', '=', accountId)
          .where('state', 'in', ['shown', 'held'])
          .where('at', '>=', since)
          .executeTakeFirst();
        return Number(result.numUpdatedRows) > 0;
      }),
    remove: (id, accountId) =>
      write(async (tx) => {
        const row = await tx
          .selectFrom('comments')
          .select('seq')
          .where('seq', '=', seqOf('c', id) ?? 0)
          .where('user_id', '=', accountId)
          .executeTakeFirst();
        if (row === undefined) return false;
        await eraseComment(tx, row.seq);
        return true;
      }),
  };
}

/** Row of what is answered or quoted; absent when it is of another article or not there to be answered. */
async function answered(tx: Writer, articleId: string, id: string): Promise<number | undefined> {
  const row = await tx
    .selectFrom('comments')
    .select('seq')
    .where('seq', '=', seqOf('c', id) ?? 0)
    .where('article_id', '=', articleId)
    .where('state', '=', 'shown')
    .executeTakeFirst();
  return row?.seq;
}

/** Nothing of the text stays; the place does while somebody's answer hangs on it. */
export async function eraseComment(tx: Writer, seq: number): Promise<void> {
  const row = await tx.selectFrom('comments').select(['parent']).where('seq', '=', seq).executeTakeFirst();
  const answer = await tx.selectFrom('comments').select('seq').where('parent', '=', seq).executeTakeFirst();
  if (answer !== undefined) {
    const empty = { user_id: null, text: '', print: '', language: '', reasons: '[]', state: 'gone' };
    await tx.updateTable('comments').set(empty).where('seq', '=', seq).execute();
    return;
  }
  await tx.updateTable('comments').set({ quoted: null }).where('quoted', '=', seq).execute();
  await tx.deleteFrom('comments').where('seq', '=', seq).execute();
  // A place that only this answer hung on has no use any more.
  if (row?.parent == null) return;
  const place = await tx.selectFrom('comments').select('state').where('seq', '=', row.parent).executeTakeFirst();
  if (place?.state === 'gone') await eraseComment(tx, row.parent);
}

const noWords = { text: '', language: '', reasons: '[]', user_id: null, name: null, quoted: null } as const;

type Row = Omit<Selectable<Comments>, 'print'> & { readonly name: string | null };

function rows(db: Queries): SelectQueryBuilder<Tables & { comments: Comments }, 'comments', Row> {
  return db
    .selectFrom('comments')
    .leftJoin('users', 'users.id', 'comments.user_id')
    .select([
      'comments.seq',
      'comments.article_id',
      'comments.parent',
      'comments.quoted',
      'comments.user_id',
      'comments.text',
      'comments.language',
      'comments.state',
      'comments.reasons',
      'comments.at',
      'comments.edited_at',
      'users.name',
    ]) as never;
}

async function read(tx: Writer, seq: number): Promise<Comment> {
  return toComment(await rows(tx).where('comments.seq', '=', seq).executeTakeFirstOrThrow());
}

function toComment(row: Row): Comment {
  return {
    id: `c${row.seq}`,
    articleId: row.article_id,
    text: row.text,
    language: row.language,
    state: row.state as CommentState,
    reasons: JSON.parse(row.reasons) as readonly HeldReason[],
    at: row.at,
    ...(row.parent === null ? {} : { parentId: `c${row.parent}` }),
    ...(row.quoted === null ? {} : { quotedId: `c${row.quoted}` }),
    ...(row.user_id === null || row.name === null ? {} : { author: { id: row.user_id, name: row.name } }),
    ...(row.edited_at === null ? {} : { editedAt: row.edited_at }),
  };
}
