import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Dispute, Reply } from '../../core/model/record.ts';
import type { Translator } from '../i18n.ts';
import { clipText } from '../shown-text.ts';
import { dayText } from '../wording/days.ts';

/** What an editor marked as disputed, and who answered. Nothing where nobody did. */
export function Editorial(props: {
  disputes: readonly Dispute[] | undefined;
  replies: readonly Reply[] | undefined;
  /** Words for a field of this page. */
  fieldText: (field: string) => string;
  tr: Translator;
}): JSX.Element | null {
  const { disputes = [], replies = [], fieldText, tr } = props;
  if (disputes.length === 0 && replies.length === 0) return null;
  return (
    <section class="editorial" aria-labelledby="editorial-title">
      <h2 id="editorial-title">{tr.t('editorial.title')}</h2>
      <ul class="plain">
        {disputes.map(({ field, reason, day }) => (
          <li>
            <span class="tag">{tr.t('editorial.disputed')}</span> <bdi>{fieldText(field)}</bdi>{' '}
            <span class="meta num">{dayText(day, tr, 'short')}</span>
            <p dir="auto">{clipText(reason, 500)}</p>
          </li>
        ))}
        {replies.map(({ by, text, day }) => (
          <li>
            <span class="tag">{tr.t('editorial.reply')}</span> <bdi>{clipText(by, 100)}</bdi>{' '}
            <span class="meta num">{dayText(day, tr, 'short')}</span>
            <blockquote dir="auto">{clipText(text, 2000)}</blockquote>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Leads to the form; every page of the record has it. */
export function ReportError({
  subject,
  id,
  tr,
}: {
  subject: 'meeting' | 'person';
  id: string;
  tr: Translator;
}): JSX.Element {
  return (
    <p class="report-error">
      <a href={`/reports/new?${subject}=${encodeURIComponent(id)}`} rel="nofollow">
        {tr.t('report.link')}
      </a>
    </p>
  );
}
