import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Meeting } from '../../core/model/record.ts';
import { type FollowUp, findFollowUps, outcomeKey } from '../../core/record/follow-ups.ts';
import type { Translator } from '../i18n.ts';
import type { ListEvidence } from '../list-evidence.ts';
import { dayText } from '../wording/days.ts';
import { joinList, whenText } from '../wording/meeting-sentence.ts';
import { countryText } from '../wording/places.ts';
import { ListedEvidence } from './list-evidence.tsx';
import { meetingPath } from './meeting-list.tsx';
import { byWeight, OutcomeTag, OutcomeText, Tellings } from './outcomes.tsx';

/** What was promised: which paper, by whom, when, and whether a later meeting speaks of it again. */
export function Promises(props: { meetings: readonly Meeting[]; evidence: ListEvidence; tr: Translator }): JSX.Element {
  const { meetings, tr } = props;
  const promising = meetings.filter((meeting) => meeting.outcomes.length > 0);
  const followUps = findFollowUps(meetings);
  return (
    <section class="promises" aria-labelledby="promises-title">
      <h2 id="promises-title">{tr.t('dossier.promises')}</h2>
      {promising.length === 0 ? (
        <p class="meta">{tr.t('dossier.promises-none')}</p>
      ) : (
        <>
          <table>
            <thead>
              <tr>
                <th scope="col">{tr.t('promise.said-on')}</th>
                <th scope="col">{tr.t('promise.what')}</th>
              </tr>
            </thead>
            <tbody>
              {promising.map((meeting) => (
                <tr>
                  <th scope="row" class="num day">
                    <a href={meetingPath(meeting)}>{whenText(meeting.when, tr, 'short')}</a>
                    <span class="meta who">{countriesText(meeting, tr)}</span>
                  </th>
                  <td>
                    <ul class="plain">
                      {byWeight(meeting, tr).map((outcome) => (
                        <li>
                          <OutcomeTag outcome={outcome} tr={tr} />{' '}
                          <OutcomeText text={outcome.text} limit={260} language={outcome.language} />
                          <Tellings outcome={outcome} tr={tr} />
                          <ListedEvidence
                            id={`${meeting.id}.${indexOf(meeting, outcome)}`}
                            evidence={outcome.evidence}
                            list={props.evidence}
                            tr={tr}
                          />
                          <Followed
                            meeting={meeting}
                            courtesy={outcome.strength === 'courtesy'}
                            followUps={followUps.get(outcomeKey(meeting.id, indexOf(meeting, outcome))) ?? []}
                            tr={tr}
                          />
                        </li>
                      ))}
                    </ul>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <p class="meta">{tr.t('promise.note')}</p>
        </>
      )}
    </section>
  );
}

/** Outcomes are shown in another order, and in other words, than the record keeps them; their evidence is the same. */
function indexOf(meeting: Meeting, outcome: Meeting['outcomes'][number]): number {
  return meeting.outcomes.findIndex(({ evidence }) => evidence === outcome.evidence);
}

function countriesText(meeting: Meeting, tr: Translator): string {
  return joinList([...new Set(meeting.sides.map(({ country }) => countryText(country, tr)))], tr);
}

function Followed(props: {
  meeting: Meeting;
  courtesy: boolean;
  followUps: readonly FollowUp[];
  tr: Translator;
}): JSX.Element | null {
  const { meeting, followUps, tr } = props;
  // A courtesy promises nothing, and what is still to come cannot have been followed up.
  if (props.courtesy || meeting.status === 'planned' || meeting.when.edtf === undefined) return null;
  if (followUps.length === 0) return <p class="follow-up is-none meta">{tr.t('promise.not-seen')}</p>;
  return (
    <p class="follow-up meta">
      {tr.t('promise.seen')}{' '}
      {followUps.map(({ meetingId, day }, at) => (
        <>
          {at > 0 && tr.t('list.comma')}
          <a href={meetingPath({ id: meetingId })}>{dayText(day, tr, 'short') ?? day}</a>
        </>
      ))}
    </p>
  );
}
