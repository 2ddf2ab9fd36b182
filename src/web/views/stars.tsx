import type { JSX } from 'hono/jsx/jsx-runtime';
import { countStars, meanStars, type StarCounts } from '../../core/readers/rating-order.ts';
import type { Translator } from '../i18n.ts';

const most = 5;

/** Mean and number of votes: the stars are drawn, what is read aloud are the words. */
export function Stars({ counts, tr }: { counts: StarCounts; tr: Translator }): JSX.Element {
  const mean = meanStars(counts);
  if (mean === undefined) return <span class="stars-line">{tr.t('rating.none')}</span>;
  const full = Math.round(mean);
  return (
    <span class="stars-line">
      <span class="stars" aria-hidden="true">
        {'★'.repeat(full)}
        <span class="is-empty">{'★'.repeat(most - full)}</span>
      </span>{' '}
      <span class="num">{ratingText(counts, tr)}</span>
    </span>
  );
}

/** "4.2 out of 5 · 12 votes". */
export function ratingText(counts: StarCounts, tr: Translator): string {
  const mean = meanStars(counts);
  if (mean === undefined) return tr.t('rating.none');
  const digits = new Intl.NumberFormat(tr.locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  return tr.t('rating.line', { mean: digits.format(mean), votes: countStars(counts) });
}
