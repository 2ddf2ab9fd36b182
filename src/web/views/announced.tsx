import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Meeting } from '../../core/model/record.ts';
import type { Translator } from '../i18n.ts';
import type { ListEvidence } from '../list-evidence.ts';
import { dayText } from '../wording/days.ts';
import { meetingSentence } from '../wording/meeting-sentence.ts';
import type { PeopleById } from '../wording/people.ts';
import { ListedEvidence } from './list-evidence.tsx';
import { meetingPath } from './meeting-list.tsx';
import { StatusTag } from './status.tsx';

const shown = 12;

/** Meetings that were announced, and what became of each: its states in order, each with its sentences. */
export function Announced(props: {
  meetings: readonly Meeting[];
  people: PeopleById;
  evidence: ListEvidence;
  today: string;
  tr: Translator;
}): JSX.Element | null {
  const { people, evidence, today, tr } = props;
  const announced = props.meetings.filter(
    ({ status, statusLog }) => status !== 'held' || statusLog.some((step) => step.status !== 'held'),
  );
  if (announced.length === 0) return null;
  return (
    <section class="announced" aria-labelledby="announced-title">
      <h2 id="announced-title">{tr.t('announced.title')}</h2>
      <ul class="plain">
        {announced.slice(0, shown).map((meeting) => (
          <li>
            <a href={meetingPath(meeting)}>{meetingSentence(meeting, people, tr)}</a>
            <ol class="status-log">
              {meeting.statusLog.map(({ status, day, evidence: pieces }, index) => (
                <li>
                  <StatusTag status={status} type={meeting.type} tr={tr} />{' '}
                  {day !== undefined && (
                    <span class="meta num">{tr.t('meeting.said-on', { day: dayText(day, tr, 'short') ?? day })}</span>
                  )}
                  <ListedEvidence id={`${meeting.id}.s${index}`} evidence={pieces} list={evidence} tr={tr} />
                </li>
              ))}
            </ol>
            {meeting.status === 'planned' && isPast(meeting, today) && (
              <p class="follow-up is-none meta">{tr.t('announced.no-news')}</p>
            )}
          </li>
        ))}
      </ul>
      {announced.length > shown && <p class="meta">{tr.t('announced.more', { count: announced.length - shown })}</p>}
    </section>
  );
}

/** Its last day is over. A month that has begun is not. */
function isPast({ when }: Meeting, today: string): boolean {
  const last = when.edtf?.split('/').at(-1)?.slice(0, 10);
  return last !== undefined && last < today.slice(0, last.length);
}
