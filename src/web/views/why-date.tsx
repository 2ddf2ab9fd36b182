import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Article } from '../../core/model/article.ts';
import type { Translator } from '../i18n.ts';
import type { PublishedArticle } from '../published-article.ts';
import { clipText } from '../shown-text.ts';
import { dayText } from '../wording/days.ts';

const candidatesShown = 12;

type Verdict = 'accepted' | 'agrees' | 'refused';

interface ShownCandidate {
  readonly verdict: Verdict;
  readonly day: string;
  readonly reason: string;
  readonly quote: string | undefined;
}

/** Every date found on the page, with why it was taken or refused. */
export function WhyThisDate(props: {
  article: Article;
  quoteOf: PublishedArticle['quoteOf'];
  tr: Translator;
}): JSX.Element | null {
  const { article, tr } = props;
  if (article.dateCandidates.length === 0 && article.published === undefined) return null;
  return (
    <details class="why">
      <summary>{tr.t(article.published === undefined ? 'why.unknown' : 'why.known')}</summary>
      <ul>
        {weighCandidates(props).map(({ verdict, day, reason, quote }) => (
          <li class={`is-${verdict}`}>
            <b>{tr.t(`why.${verdict}`)}</b> <span class="num">{day}</span>
            {tr.t('list.colon')}
            {reason}
            {quote !== undefined && (
              <>
                {' '}
                <q dir="auto">{quote}</q>
              </>
            )}
          </li>
        ))}
      </ul>
      {article.notLaterThan !== undefined && (
        <p>{tr.t('why.not-later', { day: dayText(article.notLaterThan.value, tr) ?? '' })}</p>
      )}
    </details>
  );
}

/** The date that was taken, those that say the same day, then the refused ones; what reads alike is said once. */
function weighCandidates(props: {
  article: Article;
  quoteOf: PublishedArticle['quoteOf'];
  tr: Translator;
}): ShownCandidate[] {
  const { article, quoteOf, tr } = props;
  const taken = article.published === undefined ? undefined : dayText(article.published.value.edtf, tr);
  const shown = new Map<string, ShownCandidate>();
  for (const candidate of article.dateCandidates) {
    const day = dayText(candidate.edtf, tr) ?? clipText(candidate.edtf, 40);
    const verdict: Verdict = candidate.accepted ? 'accepted' : day === taken ? 'agrees' : 'refused';
    // A date that only agrees was passed over for a better one: where it stands says more than that.
    const [first, second] =
      verdict === 'agrees' ? [candidate.origin, candidate.reason] : [candidate.reason, candidate.origin];
    const quote = clipText(quoteOf(candidate) ?? '', 80);
    const entry = { verdict, day, reason: reasonText(first, second, tr), quote: quote === '' ? undefined : quote };
    shown.set(Object.values(entry).join('|'), entry);
  }
  const order: readonly Verdict[] = ['accepted', 'agrees', 'refused'];
  return [...shown.values()]
    .sort((a, b) => order.indexOf(a.verdict) - order.indexOf(b.verdict))
    .slice(0, candidatesShown);
}

/** `meta article:published_time` and its like share the words of their first part. */
function reasonText(first: string, second: string, tr: Translator): string {
  const known = [first, second].flatMap(
    (code) => tr.maybe(`reason.${code}`) ?? tr.maybe(`reason.${code.split(' ')[0]}`) ?? [],
  );
  return known[0] ?? clipText(first.replaceAll('-', ' '), 60);
}
