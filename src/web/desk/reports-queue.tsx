import type { Door } from '../account/door.ts';
import { formToken } from '../account/form-token.ts';
import type { WebContext } from '../room.ts';
import { clipText } from '../shown-text.ts';
import { instantText } from '../wording/days.ts';
import { decide, type Refused } from './decide.ts';
import { DecisionForm, renderDesk } from './desk-page.tsx';
import { forDesk } from './for-desk.tsx';

const most = 50;

/** `/desk/reports`: errors of the record that readers reported. */
export const reportsQueue = (door: Door) => forDesk(door, 'moderator', (c) => show(c, door));

export const takeReportDecision = (door: Door) =>
  forDesk(door, 'moderator', (c, account) =>
    decide(
      c,
      door,
      account,
      {
        queue: 'reports',
        actions: { close: true },
        apply: (decision, { username }) =>
          door.readers.desk.decideReport({ ...decision, action: 'close', by: username }),
      },
      (refused) => show(c, door, refused),
    ),
  );

async function show(c: WebContext, door: Door, refused?: Refused): Promise<Response> {
  const { store, tr } = c.get('room');
  const open = (await store.reports.list({ openOnly: true })).slice(0, most);
  const token = formToken(c, door.secret);
  return renderDesk(c, door, {
    title: 'desk.reports',
    text: 'desk.reports.how',
    error: refused?.error,
    ...(refused === undefined ? {} : { status: refused.status }),
    children:
      open.length === 0 ? (
        <p>{tr.t('desk.none')}</p>
      ) : (
        <ul class="desk-items">
          {open.map((report) => (
            <li id={report.id} data-decision>
              <p class="meta">
                <a
                  class="headline"
                  href={`/${report.subject === 'meeting' ? 'meetings' : 'people'}/${encodeURIComponent(report.subjectId)}`}
                >
                  {tr.t('desk.report.of', { subject: report.subjectId })}
                </a>{' '}
                <time datetime={report.at}>{instantText(report.at, tr)}</time>
              </p>
              <blockquote class="comment-quote" dir="auto">
                {clipText(report.message, 2_000)}
              </blockquote>
              {report.contact !== undefined && (
                <p class="meta">{tr.t('desk.report.contact', { contact: clipText(report.contact, 200) })}</p>
              )}
              <DecisionForm
                queue="reports"
                subject={report.id}
                name={report.id}
                token={token}
                actions={[{ action: 'close', key: 'x' }]}
                label="desk.answer"
                typed={refused?.subject === report.id ? refused.typed : undefined}
                tr={tr}
              />
            </li>
          ))}
        </ul>
      ),
  });
}
