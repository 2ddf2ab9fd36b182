import type { JSX } from 'hono/jsx/jsx-runtime';
import type { MeetingFacets } from '../../store/store.ts';
import type { Translator } from '../i18n.ts';
import { filterAddress, type RecordFilters } from '../record-filters.ts';

/** How many meetings each year has, those that a timeline has no room for too; each leads to its part of the record. */
export function YearsStrip(props: {
  facets: Pick<MeetingFacets, 'years'>;
  /** The same meetings in the record. */
  filters: RecordFilters;
  tr: Translator;
}): JSX.Element | null {
  const { facets, filters, tr } = props;
  if (facets.years.length < 2) return null;
  const most = Math.max(...facets.years.map(({ meetings }) => meetings));
  return (
    <section class="years-strip" aria-labelledby="years-title">
      <h3 id="years-title">{tr.t('timeline.years')}</h3>
      <ul class="bars plain">
        {facets.years.map(({ value, meetings }) => (
          <li>
            <a class="num" href={filterAddress('/record', filters, { from: `${value}-01-01`, to: `${value}-12-31` })}>
              {value}
            </a>
            <svg class="bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true" focusable="false">
              <rect width={Math.max(1, Math.round((meetings / most) * 100))} height="6" />
            </svg>
            <span class="num">{meetings.toLocaleString(tr.locale)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
