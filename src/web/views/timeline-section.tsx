import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Meeting } from '../../core/model/record.ts';
import type { MeetingFacets } from '../../store/store.ts';
import type { MessageKey, Translator } from '../i18n.ts';
import type { ListEvidence } from '../list-evidence.ts';
import { Timeline } from '../pictures/timeline.tsx';
import { mostMeetings } from '../read-meetings.ts';
import { filterAddress, type RecordFilters } from '../record-filters.ts';
import { dayNumber } from '../wording/days.ts';
import type { PeopleById } from '../wording/people.ts';
import { totalOf } from './map-section.tsx';
import { MeetingTable } from './meeting-list.tsx';
import { StatusTag } from './status.tsx';
import { YearsStrip } from './years-strip.tsx';

/** More rows are for the record, which has them in pages. */
const mostRows = 40;

/** The timeline of some meetings with its legend and the table behind it; of many the newest, and how many each year has. */
export function TimelineSection(props: {
  meetings: readonly Meeting[];
  people: PeopleById;
  evidence?: ListEvidence | undefined;
  /** Counts over all meetings of the page, and the same meetings in the record. */
  facets: Pick<MeetingFacets, 'years' | 'statuses'>;
  filters: RecordFilters;
  tr: Translator;
}): JSX.Element {
  const { meetings, people, facets, filters, tr } = props;
  const opened = meetings.findIndex(({ id }) => props.evidence?.isOpen(id) === true);
  const rows = meetings.slice(0, Math.max(mostRows, opened + 1));
  return (
    <section class="timeline-section" aria-labelledby="timeline-title">
      <h2 id="timeline-title">{tr.t('timeline.title')}</h2>
      {meetings.some(({ when }) => dayNumber(when.edtf ?? when.notLaterThan) !== undefined) && (
        <>
          <section class="picture-frame from-end" aria-label={tr.t('timeline.region')} tabindex={0}>
            <Timeline
              meetings={meetings}
              people={people}
              tr={tr}
              title={tr.t('timeline.label', { count: meetings.length })}
            />
          </section>
          <Legend meetings={meetings} tr={tr} />
        </>
      )}
      {meetings.length >= mostMeetings && (
        <>
          <p class="publish-note">
            {tr.t('timeline.cut', { count: meetings.length })}{' '}
            <a href={filterAddress('/record', filters)}>{tr.t('timeline.all', { count: totalOf(facets) })}</a>
          </p>
          <YearsStrip facets={facets} filters={filters} tr={tr} />
        </>
      )}
      <details class="behind" open={meetings.length <= 12 || opened >= 0}>
        <summary>{tr.t('timeline.table')}</summary>
        <MeetingTable
          meetings={rows}
          people={people}
          tr={tr}
          caption={tr.t('timeline.caption')}
          evidence={props.evidence}
          withoutPair
        />
        {rows.length < meetings.length && (
          <p class="meta">
            <a href={filterAddress('/record', filters)}>{tr.t('timeline.all', { count: totalOf(facets) })}</a>
          </p>
        )}
      </details>
    </section>
  );
}

function Legend({ meetings, tr }: { meetings: readonly Meeting[]; tr: Translator }): JSX.Element {
  const seen = new Map(meetings.map((meeting) => [`${meeting.type} ${meeting.status}`, meeting]));
  return (
    <ul class="legend plain">
      {[...seen.values()].slice(0, 10).map((meeting) => (
        <li>
          <StatusTag status={meeting.status} type={meeting.type} tr={tr} />
          <span class="type">{tr.t(`type.${meeting.type}` as MessageKey)}</span>
        </li>
      ))}
      {meetings.some(({ type }) => type === 'visit') && (
        <li>
          <svg class="sign" width="22" height="14" viewBox="-15 -9 30 18" aria-hidden="true" focusable="false">
            <rect class="band" x="-14" y="-8" width="28" height="16" rx="4" />
          </svg>
          {tr.t('timeline.visit-band')}
        </li>
      )}
      {meetings.some((meeting) => meeting.outcomes.some((outcome) => outcome.strength !== 'courtesy')) && (
        <li>
          <svg class="sign" width="14" height="14" viewBox="-9 -9 18 18" aria-hidden="true" focusable="false">
            <g class="mark">
              <path class="agreed" d="M-7 4H7" />
            </g>
          </svg>
          {tr.t('timeline.agreed')}
        </li>
      )}
    </ul>
  );
}
