import type { Child } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Meeting } from '../../core/model/record.ts';
import type { MessageKey, Translator } from '../i18n.ts';
import type { ListEvidence } from '../list-evidence.ts';
import { meetingSentence, whenText } from '../wording/meeting-sentence.ts';
import type { PeopleById } from '../wording/people.ts';
import { MeetingEvidence } from './list-evidence.tsx';
import { PairLink } from './pair-link.tsx';
import { StatusTag } from './status.tsx';

/** By id, not by slug: the words of a record may be corrected, its address stays. */
export function meetingPath(meeting: Pick<Meeting, 'id'>): string {
  return `/meetings/${encodeURIComponent(meeting.id)}`;
}

/** Meetings as a table: the thing behind every picture, and the record itself. */
export function MeetingTable(props: {
  meetings: readonly Meeting[];
  people: PeopleById;
  tr: Translator;
  caption: Child;
  /** Leaves the column of countries out where the page is about them. */
  withoutPair?: boolean;
  /** @default none: only a link to the meeting */
  evidence?: ListEvidence | undefined;
}): JSX.Element {
  const { meetings, people, evidence, tr } = props;
  return (
    <section class="table-frame" aria-label={tr.t('table.region')} tabindex={0}>
      <table class="meetings">
        <caption>{props.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{tr.t('field.when')}</th>
            <th scope="col">{tr.t('field.meeting')}</th>
            {props.withoutPair !== true && <th scope="col">{tr.t('field.countries')}</th>}
            <th scope="col">{tr.t('field.status')}</th>
            <th scope="col">{tr.t('field.topics')}</th>
            <th scope="col" class="figure">
              {tr.t('field.sources')}
            </th>
          </tr>
        </thead>
        <tbody>
          {meetings.map((meeting) => (
            <tr>
              <td class="num day">{whenText(meeting.when, tr, 'short')}</td>
              <td>
                <a href={meetingPath(meeting)}>{meetingSentence(meeting, people, tr)}</a>
                {evidence !== undefined && (
                  <MeetingEvidence meeting={meeting} people={people} list={evidence} tr={tr} />
                )}
              </td>
              {props.withoutPair !== true && (
                <td>
                  <PairLink sides={meeting.sides} tr={tr} />
                </td>
              )}
              <td>
                <StatusTag status={meeting.status} type={meeting.type} tr={tr} />
              </td>
              <td>{topicList(meeting, tr)}</td>
              <td class="num figure" data-label={tr.t('field.sources')}>
                {meeting.independentSources}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

export function topicList(meeting: Pick<Meeting, 'topics'>, tr: Translator): string {
  return meeting.topics.map(({ topic }) => tr.t(`topic.${topic}` as MessageKey)).join(tr.t('list.comma'));
}
