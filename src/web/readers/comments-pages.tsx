import type { JSX } from 'hono/jsx/jsx-runtime';
import { type ThreadOrder, threadComments, threadOrders } from '../../core/readers/thread-comments.ts';
import type { Account } from '../../store/accounts/accounts.ts';
import type { Comment } from '../../store/readers/commenting.ts';
import type { Door } from '../account/door.ts';
import { formToken } from '../account/form-token.ts';
import { memberOf, seeOther, visitorOf } from '../account/visit.ts';
import { problemOf, respondProblem } from '../errors.tsx';
import { feedFormats } from '../feeds/feed-document.ts';
import { renderPage } from '../render.ts';
import type { Room, WebContext } from '../room.ts';
import { articlePath, titleText } from '../views/article-list.tsx';
import { Layout } from '../views/layout.tsx';
import { CommentForm } from './comment-form.tsx';
import { CommentLines } from './comment-lines.tsx';
import { Invitation } from './invitation.tsx';
import { formPage } from './take-comment.tsx';

type Page = (c: WebContext) => Promise<Response>;
const perPage = 30;
const notes = ['shown', 'held'] as const;

/** Lines of an article's conversations, a page of them. */
export async function readConversations(room: Room, articleId: string, order: ThreadOrder, page: number) {
  const comments = await room.store.readers.comments.ofArticle(articleId);
  const known = new Map(comments.map((comment) => [comment.id, comment]));
  const threads = threadComments(comments.map(visible), order);
  const pages = Math.max(1, Math.ceil(threads.length / perPage));
  const at = Math.min(Math.max(1, page), pages);
  return {
    count: comments.filter(({ state }) => state === 'shown').length,
    known,
    threads: threads.slice((at - 1) * perPage, at * perPage),
    page: at,
    pages,
  };
}

const visible = (comment: Comment) => ({ ...comment, visible: comment.state === 'shown' });

/** `/articles/:id/comments`: all that readers say of an article. */
export function commentsPage(door: Door): Page {
  return async (c) => {
    const room = c.get('room');
    const { store, tr, query, now } = room;
    const [row] = await store.articles.rows([c.req.param('id') ?? '']);
    if (row === undefined) return respondProblem(c, problemOf('not-found'));
    const order = threadOrders.find((one) => one === query['order']) ?? 'oldest';
    const asked = /^\d{1,4}$/.test(query['page'] ?? '') ? Number(query['page']) : 1;
    const [talk, member] = await Promise.all([readConversations(room, row.id, order, asked), memberOf(c, door)]);
    const own = `${articlePath(row.id)}/comments`;
    const address = (page: number) => `${own}?order=${order}&page=${page}`;
    const title = tr.t('comments.title-of', { title: titleText(row, tr, 120) });
    return renderPage(
      c,
      <Layout
        room={room}
        title={title}
        noindex
        feeds={feedFormats.map(({ ending, mediaType, label }) => ({
          href: `${own}.${ending}`,
          type: mediaType,
          label,
        }))}
      >
        <div class="notice-page">
          <p class="kicker">
            <a href={articlePath(row.id)}>{tr.t('comment.article')}</a>
          </p>
          <h1>{title}</h1>
          <p class="meta">{tr.t('comments.count', { count: talk.count })}</p>
          <OrderLinks own={own} order={order} room={room} />
          <ol class="comments">
            {talk.threads.map((lines) => (
              <CommentLines lines={lines} known={talk.known} member={member} now={now} tr={tr} />
            ))}
          </ol>
          {talk.pages > 1 && (
            <nav class="pages" aria-label={tr.t('comments.page', { page: talk.page, pages: talk.pages })}>
              {talk.page > 1 && <a href={address(talk.page - 1)}>{tr.t('comments.earlier')}</a>}{' '}
              <span class="num">{tr.t('comments.page', { page: talk.page, pages: talk.pages })}</span>{' '}
              {talk.page < talk.pages && <a href={address(talk.page + 1)}>{tr.t('comments.later')}</a>}
            </nav>
          )}
          <WriteHere c={c} door={door} articleId={row.id} member={member} />
        </div>
      </Layout>,
    );
  };
}

function OrderLinks({ own, order, room: { tr } }: { own: string; order: ThreadOrder; room: Room }): JSX.Element {
  return (
    <nav class="comment-orders" aria-label={tr.t('comments.order')}>
      {threadOrders.map((one) => (
        <a href={`${own}?order=${one}`} aria-current={one === order ? 'true' : undefined}>
          {tr.t(`comments.order.${one}`)}
        </a>
      ))}
    </nav>
  );
}

/** The form for who is logged in, the invitation for everybody else. */
export function WriteHere(props: {
  readonly c: WebContext;
  readonly door: Door;
  readonly articleId: string;
  readonly member: Account | undefined;
}): JSX.Element {
  const { c, door, articleId, member } = props;
  const { tr } = c.get('room');
  if (member === undefined) return <Invitation path={articlePath(articleId)} tr={tr} />;
  return (
    <CommentForm
      action={`${articlePath(articleId)}/comments`}
      token={formToken(c, door.secret)}
      name={member.name}
      draft={{ text: '' }}
      tr={tr}
    />
  );
}

/** `/articles/:id/comments/new?parent=c1`: the form for an answer. */
export function answerPage(door: Door): Page {
  return async (c) => {
    const { store, query } = c.get('room');
    const [row] = await store.articles.rows([c.req.param('id') ?? '']);
    if (row === undefined) return respondProblem(c, problemOf('not-found'));
    const member = await visitorOf(c, door);
    if (member === undefined) return seeOther(c, `/account/login?next=${encodeURIComponent(articlePath(row.id))}`);
    const parent = query['parent'] === undefined ? undefined : await store.readers.comments.get(query['parent']);
    const answers = parent?.articleId === row.id && parent.state === 'shown';
    if (query['parent'] !== undefined && !answers) return respondProblem(c, problemOf('not-found'));
    return formPage(c, door, {
      title: 'comment.write',
      action: `${articlePath(row.id)}/comments`,
      back: articlePath(row.id),
      name: member.name,
      draft: { text: '', quote: query['quote'] === '1', ...(parent === undefined ? {} : { parent }) },
      status: 200,
    });
  };
}

/** `/comments/:id`: the conversation around one comment. One that waits is seen by its author and the desk. */
export function commentPage(door: Door): Page {
  return async (c) => {
    const room = c.get('room');
    const { store, tr, query, now } = room;
    const comment = await store.readers.comments.get(c.req.param('id') ?? '');
    const member = await memberOf(c, door);
    const own = member !== undefined && comment?.author?.id === member.id;
    const seen = comment?.state === 'shown' || own || (member !== undefined && member.role !== 'reader');
    if (comment === undefined || comment.state === 'gone' || !seen) return respondProblem(c, problemOf('not-found'));
    const [row] = await store.articles.rows([comment.articleId]);
    if (row === undefined) return respondProblem(c, problemOf('not-found'));
    const all = await store.readers.comments.ofArticle(comment.articleId);
    const known = new Map(all.map((one) => [one.id, one]));
    // What waits has no words among the others; here it is shown to who may see it.
    const lines = threadComments(
      all.map((one) => (one.id === comment.id ? { ...comment, visible: true } : visible(one))),
      'oldest',
    ).find((thread) => thread.some((line) => line.comment.id === comment.id));
    const done = own ? notes.find((note) => note === query['done'] && note === comment.state) : undefined;
    return renderPage(
      c,
      <Layout room={room} title={tr.t('comment.thread')} noindex>
        <div class="notice-page">
          <p class="kicker">
            <a href={articlePath(row.id)} dir="auto">
              {titleText(row, tr, 160)}
            </a>
          </p>
          <h1>{tr.t('comment.thread')}</h1>
          {done !== undefined && (
            <p class="account-note" role="status">
              {tr.t(`comment.done.${done}`)}
            </p>
          )}
          {done === undefined && comment.state === 'held' && <p class="account-note">{tr.t('comment.done.held')}</p>}
          {comment.state === 'rejected' && <p class="account-note">{tr.t('comment.state.rejected')}</p>}
          <ol class="comments">
            <CommentLines lines={lines ?? []} known={known} member={member} now={now} tr={tr} />
          </ol>
          <p>
            <a href={`${articlePath(row.id)}/comments`}>{tr.t('comments.all')}</a>
          </p>
        </div>
      </Layout>,
    );
  };
}
