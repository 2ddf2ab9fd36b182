import type { Door } from '../account/door.ts';
import { formToken } from '../account/form-token.ts';
import { keepNowhere, placeOf, readForm, seeOther, visitorOf } from '../account/visit.ts';
import { problemOf, respondProblem } from '../errors.tsx';
import type { MessageKey } from '../i18n.ts';
import { renderPage } from '../render.ts';
import type { WebContext } from '../room.ts';
import { clipText } from '../shown-text.ts';
import { articlePath } from '../views/article-list.tsx';
import { Layout } from '../views/layout.tsx';
import { CommentForm } from './comment-form.tsx';
import { canEdit, editableSince, editMinutes } from './edit-window.ts';
import { judgeComment } from './judge-comment.ts';
import type { ReaderSettings } from './reader-settings.ts';

type Page = (c: WebContext) => Promise<Response>;
/** More than a comment may have, so that a long one is said to be long and is still there to be shortened. */
const longest = 20_000;

/** `POST /articles/:id/comments`. */
export function takeComment(door: Door, settings: ReaderSettings): Page {
  return async (c) => {
    const { store, now } = c.get('room');
    const [row] = await store.articles.rows([c.req.param('id') ?? '']);
    if (row === undefined) return respondProblem(c, problemOf('not-found'));
    const { field, refused } = await readForm(c, door, { longest });
    const text = plainLines(field('text'));
    const { comments } = store.readers;
    const found = field('parent') === '' ? undefined : await comments.get(field('parent'));
    const parent = found?.articleId === row.id && found.state === 'shown' ? found : undefined;
    const quote = parent !== undefined && field('quote') === '1';
    const account = await visitorOf(c, door);
    const again = (error: MessageKey, status: 400 | 401 | 403 | 409 | 429) =>
      formPage(c, door, {
        title: 'comment.write',
        action: `${articlePath(row.id)}/comments`,
        back: articlePath(row.id),
        name: account?.name ?? '',
        draft: { text, quote, error, ...(parent === undefined ? {} : { parent }) },
        status,
      });
    if (account === undefined) return again('comment.error.login', 401);
    if (refused !== undefined) return again(refused, 403);
    if (field('parent') !== '' && parent === undefined) return again('comment.error.parent', 409);
    const judged = await judgeComment({ comments, settings, now }, account, { text, articleId: row.id });
    if (judged.verdict === 'refuse') return again(`comment.error.${judged.reasons[0]?.reason}` as MessageKey, 400);
    if (!door.limits.comments.take({ account: account.id, ...placeOf(c) }, now)) return again('readers.often', 429);
    const added = await comments.add({
      articleId: row.id,
      accountId: account.id,
      text,
      print: judged.print,
      language: judged.language,
      state: judged.verdict === 'show' ? 'shown' : 'held',
      reasons: judged.reasons,
      ...(parent === undefined ? {} : { parentId: parent.id }),
      ...(quote && parent !== undefined ? { quotedId: parent.id } : {}),
    });
    if (added === undefined) return again('comment.error.parent', 409);
    return seeOther(c, `/comments/${added.comment.id}?done=${added.comment.state}#${added.comment.id}`);
  };
}

/** `/comments/:id/edit`, for who wrote it. */
export function editPage(door: Door): Page {
  return async (c) => {
    const { now } = c.get('room');
    const own = await ownComment(c, door);
    if (own instanceof Response) return own;
    return showEdit(c, door, own, { text: own.comment.text }, canEdit(own.comment, now), 200);
  };
}

export function takeEdit(door: Door, settings: ReaderSettings): Page {
  return async (c) => {
    const { now } = c.get('room');
    const own = await ownComment(c, door);
    if (own instanceof Response) return own;
    const { comment, account } = own;
    const { field, refused } = await readForm(c, door, { longest });
    const text = plainLines(field('text'));
    const again = (error: MessageKey, status: 400 | 403 | 429, open = true) =>
      showEdit(c, door, own, { text, error }, open, status);
    if (refused !== undefined) return again(refused, 403);
    if (!canEdit(comment, now)) return again('comment.error.late', 403, false);
    const comments = door.readers.comments;
    const about = { text, articleId: comment.articleId, except: comment.id };
    const judged = await judgeComment({ comments, settings, now }, account, about);
    if (judged.verdict === 'refuse') return again(`comment.error.${judged.reasons[0]?.reason}` as MessageKey, 400);
    if (!door.limits.comments.take({ account: account.id, ...placeOf(c) }, now)) return again('readers.often', 429);
    // What a moderator has yet to see goes on waiting, however harmless it has become.
    const state = judged.verdict === 'show' && comment.state === 'shown' ? 'shown' : 'held';
    const reasons = judged.reasons.length > 0 ? judged.reasons : comment.reasons;
    const change = { text, print: judged.print, state, reasons } as const;
    if (!(await comments.edit(comment.id, account.id, editableSince(now), change)))
      return again('comment.error.late', 403, false);
    return seeOther(c, `/comments/${comment.id}?done=${state}#${comment.id}`);
  };
}

/** `POST /comments/:id/remove`. */
export function takeRemoval(door: Door): Page {
  return async (c) => {
    const own = await ownComment(c, door);
    if (own instanceof Response) return own;
    const { comment, account } = own;
    const { refused } = await readForm(c, door);
    if (refused !== undefined) return showEdit(c, door, own, { text: comment.text, error: refused }, false, 403);
    await door.readers.comments.remove(comment.id, account.id);
    return seeOther(c, `${articlePath(comment.articleId)}?done=removed#comments`);
  };
}

type Own = Exclude<Awaited<ReturnType<typeof ownComment>>, Response>;

/** The comment of the address, when it is the visitor's own; what is somebody else's is not found. */
async function ownComment(c: WebContext, door: Door) {
  const id = c.req.param('id') ?? '';
  const account = await visitorOf(c, door);
  if (account === undefined) return seeOther(c, `/account/login?next=${encodeURIComponent(`/comments/${id}`)}`);
  const comment = await door.readers.comments.get(id);
  if (comment === undefined || comment.author?.id !== account.id) return respondProblem(c, problemOf('not-found'));
  return { comment, account };
}

function showEdit(
  c: WebContext,
  door: Door,
  { comment, account }: Own,
  draft: { readonly text: string; readonly error?: MessageKey },
  open: boolean,
  status: 200 | 400 | 403 | 429,
): Promise<Response> {
  const room = c.get('room');
  const { tr } = room;
  keepNowhere(c);
  const token = formToken(c, door.secret);
  return renderPage(
    c,
    <Layout room={room} title={tr.t('comment.edit.title')} noindex>
      <div class="notice-page">
        <h1>{tr.t('comment.edit.title')}</h1>
        <p class="standfirst">{tr.t('comment.edit.until', { minutes: editMinutes })}</p>
        {open ? (
          <CommentForm
            action={`/comments/${comment.id}/edit`}
            token={token}
            name={account.name}
            draft={draft}
            button="comment.edit.send"
            tr={tr}
          />
        ) : (
          <>
            {draft.error !== undefined && (
              <p class="form-error" role="alert">
                {tr.t(draft.error)}
              </p>
            )}
            <blockquote class="comment-quote" dir="auto">
              {draft.text}
            </blockquote>
          </>
        )}
        <form class="report-form" method="post" action={`/comments/${comment.id}/remove`}>
          <input type="hidden" name="form" value={token} />
          <p>
            <button type="submit">{tr.t('comment.remove')}</button>
          </p>
        </form>
        <p>
          <a href={`/comments/${comment.id}`}>{tr.t('comment.thread')}</a>
        </p>
      </div>
    </Layout>,
    { status },
  );
}

export interface CommentFormPage {
  readonly title: MessageKey;
  readonly action: string;
  readonly back: string;
  readonly name: string;
  readonly draft: Parameters<typeof CommentForm>[0]['draft'];
  readonly status: 200 | 400 | 401 | 403 | 409 | 429;
}

/** The form alone on a page: for answers, and when something was wrong. */
export function formPage(c: WebContext, door: Door, page: CommentFormPage): Promise<Response> {
  const room = c.get('room');
  const { tr } = room;
  keepNowhere(c);
  if (page.status === 429) c.header('Retry-After', '600');
  return renderPage(
    c,
    <Layout room={room} title={tr.t(page.title)} noindex>
      <div class="notice-page">
        <h1>{tr.t(page.title)}</h1>
        <CommentForm
          action={page.action}
          token={formToken(c, door.secret)}
          name={clipText(page.name, 80)}
          draft={page.draft}
          tr={tr}
        />
        {page.status === 401 && (
          <p>
            <a href="/account/login" target="_blank" rel="noopener">
              {tr.t('account.login.title')}
            </a>
          </p>
        )}
        <p>
          <a href={page.back}>{tr.t('readers.back')}</a>
        </p>
      </div>
    </Layout>,
    { status: page.status },
  );
}

/** Lines end as they do here; more than one empty line in a row is one. */
function plainLines(text: string): string {
  return text
    .replaceAll('\r\n', '\n')
    .replace(/[^\S\n]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
