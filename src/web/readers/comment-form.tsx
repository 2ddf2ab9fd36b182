import type { JSX } from 'hono/jsx/jsx-runtime';
import { commentLimits } from '../../core/moderation/steps/length.ts';
import type { Comment } from '../../store/readers/commenting.ts';
import type { MessageKey, Translator } from '../i18n.ts';
import { CommentText } from './comment-lines.tsx';

export interface CommentDraft {
  readonly text: string;
  readonly parent?: Comment;
  readonly quote?: boolean;
  readonly error?: MessageKey;
}

export interface CommentFormProps {
  readonly action: string;
  readonly token: string;
  /** Beside which the words will stand. */
  readonly name: string;
  readonly draft: CommentDraft;
  readonly button?: MessageKey;
  readonly tr: Translator;
}

/** Where a comment is written. What was typed is in it again when something is wrong. */
export function CommentForm({ action, token, name, draft, button, tr }: CommentFormProps): JSX.Element {
  const { text, parent, quote, error } = draft;
  const described = error === undefined ? 'comment-hint' : 'comment-hint comment-error';
  return (
    <form class="report-form comment-form" method="post" action={action} novalidate>
      <input type="hidden" name="form" value={token} />
      {parent !== undefined && (
        <div class="comment-parent">
          <p class="meta">
            {tr.t('comment.answer-to')} <bdi>{parent.author?.name ?? ''}</bdi>
          </p>
          <CommentText comment={parent} />
          <input type="hidden" name="parent" value={parent.id} />
          <p class="choice">
            <input id="comment-quote" type="checkbox" name="quote" value="1" checked={quote === true} />{' '}
            <label for="comment-quote">{tr.t('comment.with-quote')}</label>
          </p>
        </div>
      )}
      {error !== undefined && (
        <p class="form-error" id="comment-error" role="alert">
          {tr.t(error, { most: commentLimits.most })}
        </p>
      )}
      <p>
        <label for="comment-text">{tr.t('comment.write')}</label>
        <span class="hint" id="comment-hint">
          {tr.t('comment.write.hint', { most: commentLimits.most, name })}
        </span>
        {/* No maxlength: a browser that cuts off what is pasted says nothing. */}
        <textarea
          id="comment-text"
          name="text"
          rows={5}
          dir="auto"
          required
          aria-describedby={described}
          aria-invalid={error === undefined ? undefined : 'true'}
        >
          {text}
        </textarea>
      </p>
      <p>
        <button type="submit">{tr.t(button ?? 'comment.send')}</button>
      </p>
    </form>
  );
}
