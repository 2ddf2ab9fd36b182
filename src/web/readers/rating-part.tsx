import type { JSX } from 'hono/jsx/jsx-runtime';
import type { StarCounts } from '../../core/readers/rating-order.ts';
import type { MessageKey, Translator } from '../i18n.ts';
import { articlePath } from '../views/article-list.tsx';
import { Stars } from '../views/stars.tsx';

const choices = [1, 2, 3, 4, 5] as const;

export interface RatingProps {
  readonly articleId: string;
  readonly counts: StarCounts;
  /** Of the reader who is logged in. */
  readonly own: number | undefined;
  /** Word of the forms; absent for who may only read. */
  readonly token: string | undefined;
  readonly note: MessageKey | undefined;
  readonly tr: Translator;
}

/** What readers gave, and the form for one's own vote. */
export function RatingPart({ articleId, counts, own, token, note, tr }: RatingProps): JSX.Element {
  const action = `${articlePath(articleId)}/rating`;
  return (
    <div class="rating" id="rating">
      <p>
        <Stars counts={counts} tr={tr} />
      </p>
      {note !== undefined && (
        <p class="account-note" role="status">
          {tr.t(note)}
        </p>
      )}
      {token !== undefined && (
        <form class="rating-form" method="post" action={action}>
          <input type="hidden" name="form" value={token} />
          <fieldset>
            <legend>{tr.t('rating.yours')}</legend>
            {choices.map((stars) => (
              <span class="choice">
                <input id={`stars-${stars}`} type="radio" name="stars" value={stars} checked={stars === own} required />
                <label for={`stars-${stars}`}>
                  <span aria-hidden="true">{stars} ★</span>
                  <span class="hidden">{tr.t('rating.stars', { stars })}</span>
                </label>
              </span>
            ))}
          </fieldset>
          <p class="buttons">
            <button type="submit">{tr.t(own === undefined ? 'rating.send' : 'rating.change')}</button>
          </p>
        </form>
      )}
      {token !== undefined && own !== undefined && (
        <form class="rating-form" method="post" action={action}>
          <input type="hidden" name="form" value={token} />
          <input type="hidden" name="stars" value="0" />
          <p class="buttons">
            <button type="submit" class="is-quiet">
              {tr.t('rating.take-back')}
            </button>
          </p>
        </form>
      )}
    </div>
  );
}
