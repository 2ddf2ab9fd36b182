import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Meeting } from '../../core/model/record.ts';
import type { Translator } from '../i18n.ts';
import { whenText } from '../wording/meeting-sentence.ts';
import { meetingPath } from './meeting-list.tsx';
import { byWeight, OutcomeTag, OutcomeText, Tellings } from './outcomes.tsx';

/** What was promised, by which paper, when. */
export function Promises(props: { meetings: readonly Meeting[]; tr: Translator }): JSX.Element {
  const { meetings, tr } = props;
  const promising = meetings.filter((meeting) => meeting.outcomes.length > 0);
  return (
    <section class="promises" aria-labelledby="promises-title">
      <h2 id="promises-title">{tr.t('dossier.promises')}</h2>
      {promising.length === 0 ? (
        <p class="meta">{tr.t('dossier.promises-none')}</p>
      ) : (
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
                </th>
                <td>
                  <ul class="plain">
                    {byWeight(meeting, tr).map((outcome) => (
                      <li>
                        <OutcomeTag outcome={outcome} tr={tr} />{' '}
                        <OutcomeText text={outcome.text} limit={260} language={outcome.language} />
                        <Tellings outcome={outcome} tr={tr} />
                      </li>
                    ))}
                  </ul>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
