import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Meeting } from '../../core/model/record.ts';
import type { Translator } from '../i18n.ts';
import { meetingPath } from '../views/meeting-list.tsx';
import { dayText, weekdayText } from '../wording/days.ts';
import { meetingSentence } from '../wording/meeting-sentence.ts';
import type { PeopleById } from '../wording/people.ts';
import { countryText } from '../wording/places.ts';
import { Mark } from './mark.tsx';

const dayMs = 86_400_000;

/** Days of a month as ISO days, in weeks that begin on Monday; `undefined` outside the month. */
export function weeksOf(month: string): readonly (readonly (string | undefined)[])[] {
  const [year = 0, index = 1] = month.split('-').map(Number);
  const first = Date.UTC(year, index - 1, 1);
  const last = Date.UTC(year, index, 0);
  const before = (new Date(first).getUTCDay() + 6) % 7;
  const weeks: (string | undefined)[][] = [];
  for (let at = first - before * dayMs; at <= last; ) {
    const week: (string | undefined)[] = [];
    for (let weekday = 0; weekday < 7; weekday++, at += dayMs) {
      week.push(at >= first && at <= last ? new Date(at).toISOString().slice(0, 10) : undefined);
    }
    weeks.push(week);
  }
  return weeks;
}

/** The month before (−1) or after (1) a month. */
export function neighbourMonth(month: string, step: -1 | 1): string {
  const [year = 0, index = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, index - 1 + step, 1)).toISOString().slice(0, 7);
}

/** ISO days that a meeting stands on in a month; a visit stands on each of its days. */
function daysIn(meeting: Meeting, month: string): string[] {
  const [from = '', to = from] = (meeting.when.edtf ?? '').split('/').map((part) => part.slice(0, 10));
  if (!/^\d{4}-\d\d-\d\d$/.test(from) || !/^\d{4}-\d\d-\d\d$/.test(to)) return [];
  const days: string[] = [];
  const [start, end] = [Date.parse(`${month}-01`), Date.parse(`${neighbourMonth(month, 1)}-01`)];
  for (let at = Math.max(start, Date.parse(from)); at <= Date.parse(to) && at < end; at += dayMs) {
    days.push(new Date(at).toISOString().slice(0, 10));
  }
  return days;
}

/** One month as a table of weeks; each meeting with its sign, its countries and its sentence for those who listen. */
export function MonthCalendar(props: {
  month: string;
  meetings: readonly Meeting[];
  people: PeopleById;
  tr: Translator;
}): JSX.Element {
  const { month, tr } = props;
  const byDay = new Map<string, Meeting[]>();
  for (const meeting of props.meetings) {
    for (const day of daysIn(meeting, month)) byDay.set(day, [...(byDay.get(day) ?? []), meeting]);
  }
  return (
    <table class="calendar">
      <caption>{dayText(month, tr)}</caption>
      <thead>
        <tr>
          {[0, 1, 2, 3, 4, 5, 6].map((weekday) => (
            <th scope="col">
              <span class="whole-weekday">{weekdayText(weekday, tr)}</span>
              <span class="short-weekday" aria-hidden="true">
                {weekdayText(weekday, tr, 'narrow')}
              </span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(month).map((week) => (
          <tr>
            {week.map((day) =>
              day === undefined ? (
                <td class="outside" />
              ) : (
                <td class={byDay.has(day) ? 'has-meetings' : ''}>
                  <time class="num" datetime={day}>
                    {Number(day.slice(8))}
                  </time>
                  <ul class="plain">
                    {(byDay.get(day) ?? []).map((meeting) => (
                      <li>
                        <a href={meetingPath(meeting)} title={meetingSentence(meeting, props.people, tr)}>
                          <svg
                            class="sign"
                            width="14"
                            height="14"
                            viewBox="-9 -9 18 18"
                            aria-hidden="true"
                            focusable="false"
                          >
                            <Mark type={meeting.type} status={meeting.status} />
                          </svg>{' '}
                          {countriesText(meeting, tr)}
                        </a>
                      </li>
                    ))}
                  </ul>
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function countriesText(meeting: Meeting, tr: Translator): string {
  const countries = [...new Set(meeting.sides.map(({ country }) => country))];
  return countries.map((country) => countryText(country, tr)).join(' · ');
}
