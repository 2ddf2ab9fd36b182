import type { JSX } from 'hono/jsx/jsx-runtime';
import type { ThreadLine } from '../../core/readers/thread-comments.ts';
import type { Account } from '../../store/accounts/accounts.ts';
import type { Comment } from '../../store/readers/commenting.ts';
import type { Translator } from '../i18n.ts';
import { cleanText, clipText } from '../shown-text.ts';
import { articlePath } from '../views/article-list.tsx';
import { languageTag } from '../views/quotations.tsx';
import { instantText } from '../wording/days.ts';
import { canEdit } from './edit-window.ts';

export interface CommentLinesProps {
  /** One conversation. */
  readonly lines: readonly ThreadLine<Comment>[];
  /** All comments of the article that may be quoted, by id. */
  readonly known: ReadonlyMap<string, Comment>;
  readonly member: Account | undefined;
  readonly now: Date;
  readonly tr: Translator;
}

/** Deeper answers stand below each other: a phone has no room to go further in. */
const deepest = 4;
const longestQuote = 280;

/** A conversation as a list, each answer set in below what it answers. */
export function CommentLines({ lines, known, member, now, tr }: CommentLinesProps): JSX.Element {
  return (
    <>
      {lines.map(({ comment, depth }) => (
        <li class={`comment depth-${Math.min(depth, deepest)}`} id={comment.id}>
          {comment.state === 'shown' || comment.author !== undefined ? (
            <OneComment comment={comment} known={known} member={member} now={now} tr={tr} />
          ) : (
            <p class="meta">{tr.t(comment.state === 'gone' ? 'comment.gone' : 'comment.not-shown')}</p>
          )}
        </li>
      ))}
    </>
  );
}

type OneProps = Omit<CommentLinesProps, 'lines'> & { readonly comment: Comment };

function OneComment({ comment, known, member, now, tr }: OneProps): JSX.Element {
  const { id, author, articleId, parentId, quotedId } = comment;
  const name = clipText(author?.name ?? '', 80);
  const answered = parentId === undefined ? undefined : known.get(parentId)?.author?.name;
  const quoted = quotedId === undefined ? undefined : known.get(quotedId);
  const own = member !== undefined && member.id === author?.id;
  const answer = `${articlePath(articleId)}/comments/new?parent=${id}`;
  return (
    <article aria-label={tr.t('comment.by', { name, time: instantText(comment.at, tr) })}>
      <p class="meta">
        <b>
          <bdi>{name}</bdi>
        </b>
        {answered !== undefined && (
          <>
            {' → '}
            <bdi>{clipText(answered, 80)}</bdi>
          </>
        )}{' '}
        <a href={`/comments/${id}`}>
          <time datetime={comment.at}>{instantText(comment.at, tr)}</time>
          <span class="hidden"> ({tr.t('comment.link')})</span>
        </a>
        {comment.editedAt !== undefined && <> ({tr.t('comment.edited')})</>}
      </p>
      {quoted !== undefined && quoted.state === 'shown' && (
        <blockquote class="comment-quote" cite={`/comments/${quoted.id}`} dir="auto">
          {clipText(quoted.text, longestQuote)}
        </blockquote>
      )}
      <CommentText comment={comment} />
      {member !== undefined && comment.state === 'shown' && (
        <p class="comment-actions">
          <a href={answer} aria-label={tr.t('comment.reply-to', { name })}>
            {tr.t('comment.reply')}
          </a>{' '}
          <a href={`${answer}&quote=1`} aria-label={tr.t('comment.quote-of', { name })}>
            {tr.t('comment.quote')}
          </a>
          {own && (
            <>
              {' '}
              <a href={`/comments/${id}/edit`}>{tr.t(canEdit(comment, now) ? 'comment.edit' : 'comment.remove')}</a>
            </>
          )}
        </p>
      )}
    </article>
  );
}

/** What was written, as text: nothing in it becomes a link or anything else. */
export function CommentText({ comment }: { readonly comment: Pick<Comment, 'text' | 'language'> }): JSX.Element {
  const paragraphs = cleanText(comment.text).split(/\n{2,}/);
  return (
    <div class="comment-text" lang={languageTag(comment.language)} dir="auto">
      {paragraphs.map((paragraph) => (
        <p dir="auto">
          {paragraph.split('\n').map((line, at) => (
            <>
              {at > 0 && <br />}
              {line}
            </>
          ))}
        </p>
      ))}
    </div>
  );
}
