import { errorSentences } from '../../messages/errors.ts';
import type { Job } from '../../store/queue/queue.ts';
import type { Door } from '../account/door.ts';
import { formToken } from '../account/form-token.ts';
import type { WebContext } from '../room.ts';
import { clipText } from '../shown-text.ts';
import { decide, type Refused } from './decide.ts';
import { DecisionForm, renderDesk } from './desk-page.tsx';
import { forDesk } from './for-desk.tsx';

const most = 50;

/** `/desk/jobs`: what was tried often enough and is given up until somebody says otherwise. */
export const jobsQueue = (door: Door) => forDesk(door, 'editor', (c) => show(c, door));

export const takeJobDecision = (door: Door) =>
  forDesk(door, 'editor', (c, account) => {
    const { queue } = c.get('room').store;
    return decide(
      c,
      door,
      account,
      {
        queue: 'jobs',
        actions: { retry: false, drop: true },
        apply: async (decision) => {
          const filter = { ids: [decision.subject], states: ['dead'] } as const;
          const [job] = await queue.list(filter);
          const changed =
            job === undefined ? 0 : await (decision.action === 'retry' ? queue.retry(filter) : queue.drop(filter));
          if (job === undefined || changed === 0) return false;
          await door.readers.desk.note(decision, { state: 'dead', job: droppedJob(job) });
          return true;
        },
      },
      (refused) => show(c, door, refused),
    );
  });

/** What it takes to put a dropped job back. */
function droppedJob({ kind, key, about, priority }: Job): Pick<Job, 'kind' | 'key' | 'about' | 'priority'> {
  return { kind, key, about, priority };
}

async function show(c: WebContext, door: Door, refused?: Refused): Promise<Response> {
  const { store, tr } = c.get('room');
  const dead = await store.queue.list({ states: ['dead'], limit: most });
  const token = formToken(c, door.secret);
  return renderDesk(c, door, {
    title: 'desk.jobs',
    text: 'desk.jobs.how',
    error: refused?.error,
    ...(refused === undefined ? {} : { status: refused.status }),
    children:
      dead.length === 0 ? (
        <p>{tr.t('desk.none')}</p>
      ) : (
        <ul class="desk-items">
          {dead.map((job) => (
            <li id={`job-${job.id}`} data-decision>
              <p class="meta">
                <a class="headline" href={`#job-${job.id}`} dir="ltr">
                  {clipText(job.about, 200)}
                </a>{' '}
                {tr.t('desk.job.line', { kind: job.kind, tries: job.tries })}
              </p>
              {job.reason !== undefined && <p>{errorSentences[job.reason][tr.language]}</p>}
              {job.detail !== undefined && (
                <p class="meta" dir="auto">
                  {clipText(job.detail, 300)}
                </p>
              )}
              <DecisionForm
                queue="jobs"
                subject={job.id}
                name={clipText(job.about, 80)}
                token={token}
                actions={[
                  { action: 'drop', key: 'x' },
                  { action: 'retry', key: 'a' },
                ]}
                typed={refused?.subject === job.id ? refused.typed : undefined}
                tr={tr}
              />
            </li>
          ))}
        </ul>
      ),
  });
}
