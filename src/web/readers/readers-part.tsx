import type { JSX } from 'hono/jsx/jsx-runtime';
import { noStars } from '../../core/readers/rating-order.ts';
import type { Door } from '../account/door.ts';
import { formToken } from '../account/form-token.ts';
import { memberOf } from '../account/visit.ts';
import type { MessageKey } from '../i18n.ts';
import type { WebContext } from '../room.ts';
import { articlePath } from '../views/article-list.tsx';
import { CommentLines } from './comment-lines.tsx';
import { readConversations, WriteHere } from './comments-pages.tsx';
import { RatingPart } from './rating-part.tsx';

/** Below an article; the rest has a page of its own. */
const mostLines = 60;

/** Whole conversations, the first one always. */
function firstLines<T>(threads: readonly (readonly T[])[]): readonly (readonly T[])[] {
  let lines = 0;
  return threads.filter((thread, at) => {
    lines += thread.length;
    return at === 0 || lines <= mostLines;
  });
}

const notes = { rated: 'rating.done.rated', 'taken-back': 'rating.done.taken-back' } as const;

/** What readers think of an article, below it and apart from everything that is evidence. */
export async function readersPart(c: WebContext, door: Door, articleId: string): Promise<JSX.Element> {
  const room = c.get('room');
  const { store, tr, query, now } = room;
  const { ratings } = store.readers;
  const [member, counts, talk] = await Promise.all([
    memberOf(c, door),
    ratings.of([articleId]),
    readConversations(room, articleId, 'oldest', 1),
  ]);
  const own = member === undefined ? undefined : await ratings.own(articleId, member.id);
  const token = member === undefined ? undefined : formToken(c, door.secret);
  const done = query['done'] ?? '';
  const note: MessageKey | undefined =
    member !== undefined && Object.hasOwn(notes, done) ? notes[done as keyof typeof notes] : undefined;
  return (
    <div class="readers" id="readers">
      <section aria-labelledby="rating-title">
        <h2 id="rating-title">{tr.t('rating.title')}</h2>
        <RatingPart
          articleId={articleId}
          counts={counts.get(articleId) ?? noStars}
          own={own}
          token={token}
          note={note}
          tr={tr}
        />
      </section>
      <section id="comments" aria-labelledby="comments-title">
        <h2 id="comments-title">{tr.t('comments.count', { count: talk.count })}</h2>
        {member !== undefined && done === 'removed' && (
          <p class="account-note" role="status">
            {tr.t('comment.done.removed')}
          </p>
        )}
        {talk.threads.length > 0 && (
          <ol class="comments">
            {firstLines(talk.threads).map((lines) => (
              <CommentLines lines={lines} known={talk.known} member={member} now={now} tr={tr} />
            ))}
          </ol>
        )}
        {talk.count > 0 && (
          <p>
            <a href={`${articlePath(articleId)}/comments?order=newest`}>{tr.t('comments.all')}</a>
          </p>
        )}
        <WriteHere c={c} door={door} articleId={articleId} member={member} />
      </section>
    </div>
  );
}
