import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Article } from '../../core/model/article.ts';
import type { Translator } from '../i18n.ts';
import type { PublishedArticle } from '../published-article.ts';
import { clipText } from '../shown-text.ts';
import { dayText } from '../wording/days.ts';

const candidatesShown = 12;

/** Every date found on the page, with why it was taken or refused. */
export function WhyThisDate(props: {
  article: Article;
  quoteOf: PublishedArticle['quoteOf'];
  tr: Translator;
}): JSX.Element | null {
  const { article, tr } = props;
  if (article.dateCandidates.length === 0 && article.published === undefined) return null;
  const candidates = [...article.dateCandidates].sort((a, b) => Number(b.accepted) - Number(a.accepted));
  return (
    <details class="why">
      <summary>{tr.t(article.published === undefined ? 'why.unknown' : 'why.known')}</summary>
      <ul>
        {candidates.slice(0, candidatesShown).map((candidate) => {
          const quote = props.quoteOf(candidate);
          return (
            <li class={candidate.accepted ? 'is-accepted' : 'is-refused'}>
              <b>{tr.t(candidate.accepted ? 'why.accepted' : 'why.refused')}</b>{' '}
              <span class="num">{dayText(candidate.edtf, tr) ?? clipText(candidate.edtf, 40)}</span>
              {tr.t('list.colon')}
              {reasonText(candidate.reason, candidate.origin, tr)}
              {quote !== null && quote.trim() !== '' && (
                <>
                  {' '}
                  <q dir="auto">{clipText(quote, 80)}</q>
                </>
              )}
            </li>
          );
        })}
      </ul>
      {article.notLaterThan !== undefined && (
        <p>{tr.t('why.not-later', { day: dayText(article.notLaterThan.value, tr) ?? '' })}</p>
      )}
    </details>
  );
}

function reasonText(reason: string, origin: string, tr: Translator): string {
  const known = tr.maybe(`reason.${reason}`) ?? tr.maybe(`reason.${origin}`);
  return known ?? clipText(reason.replaceAll('-', ' '), 60);
}
