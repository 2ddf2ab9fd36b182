import type { Door } from '../account/door.ts';
import { formToken } from '../account/form-token.ts';
import { CommentText } from '../readers/comment-lines.tsx';
import type { WebContext } from '../room.ts';
import { clipText } from '../shown-text.ts';
import { articlePath, titleText } from '../views/article-list.tsx';
import { instantText } from '../wording/days.ts';
import { decide, type Refused } from './decide.ts';
import { DecisionForm, renderDesk } from './desk-page.tsx';
import { forDesk } from './for-desk.tsx';

const most = 50;

/** `/desk/comments`: what the rules held, with why. */
export const commentsQueue = (door: Door) => forDesk(door, 'moderator', (c) => show(c, door));

export const takeCommentDecision = (door: Door) =>
  forDesk(door, 'moderator', (c, account) =>
    decide(
      c,
      door,
      account,
      {
        queue: 'comments',
        actions: { show: false, reject: true },
        apply: (decision) =>
          door.readers.desk.decideComment({ ...decision, action: decision.action === 'show' ? 'show' : 'reject' }),
      },
      (refused) => show(c, door, refused),
    ),
  );

async function show(c: WebContext, door: Door, refused?: Refused): Promise<Response> {
  const { store, tr } = c.get('room');
  const held = await door.readers.comments.held(most);
  const rows = await store.articles.rows([...new Set(held.map(({ articleId }) => articleId))]);
  const token = formToken(c, door.secret);
  return renderDesk(c, door, {
    title: 'desk.comments',
    text: 'desk.comments.how',
    error: refused?.error,
    ...(refused === undefined ? {} : { status: refused.status }),
    children:
      held.length === 0 ? (
        <p>{tr.t('desk.none')}</p>
      ) : (
        <ul class="desk-items">
          {held.map((comment) => {
            const row = rows.find(({ id }) => id === comment.articleId);
            const name = clipText(comment.author?.name ?? '', 80);
            return (
              <li id={comment.id} data-decision>
                <p class="meta">
                  <a class="headline" href={`/comments/${comment.id}`}>
                    <bdi>{name}</bdi>, <time datetime={comment.at}>{instantText(comment.at, tr)}</time>
                  </a>{' '}
                  {row !== undefined && (
                    <a href={articlePath(row.id)} dir="auto">
                      {titleText(row, tr, 120)}
                    </a>
                  )}
                </p>
                <CommentText comment={comment} />
                <ul class="desk-reasons">
                  {comment.reasons.map(({ reason, text }) => (
                    <li>
                      {tr.maybe(`moderation.${reason}`) ?? clipText(reason, 60)}
                      {text !== undefined && (
                        <>
                          {tr.t('list.colon')}
                          <q dir="auto">{clipText(text, 80)}</q>
                        </>
                      )}
                    </li>
                  ))}
                </ul>
                <DecisionForm
                  queue="comments"
                  subject={comment.id}
                  name={name}
                  token={token}
                  actions={[
                    { action: 'reject', key: 'x' },
                    { action: 'show', key: 'a' },
                  ]}
                  typed={refused?.subject === comment.id ? refused.typed : undefined}
                  tr={tr}
                />
              </li>
            );
          })}
        </ul>
      ),
  });
}
