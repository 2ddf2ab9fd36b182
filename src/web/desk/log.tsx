import type { JSX } from 'hono/jsx/jsx-runtime';
import type { NewJob } from '../../store/queue/queue.ts';
import type { DeskEntry } from '../../store/readers/desk-store.ts';
import type { Door } from '../account/door.ts';
import { formToken } from '../account/form-token.ts';
import { localPath, readForm, seeOther } from '../account/visit.ts';
import type { MessageKey, Translator } from '../i18n.ts';
import type { WebContext } from '../room.ts';
import { clipText } from '../shown-text.ts';
import { instantText } from '../wording/days.ts';
import { actionText, renderDesk, UndoForm } from './desk-page.tsx';
import { forDesk } from './for-desk.tsx';

const perPage = 50;
/** Undone by the store itself; of the others only what was given up can be put back. */
const inStore: readonly string[] = ['comments', 'images', 'reports'];

/** `/desk/log`: who decided what, when and why. */
export const logPage = (door: Door) => forDesk(door, 'moderator', (c) => show(c, door));

/** `POST /desk/undo`. */
export const takeUndo = (door: Door) =>
  forDesk(door, 'moderator', async (c, account) => {
    const { field, refused } = await readForm(c, door);
    if (refused !== undefined) return show(c, door, refused, 403);
    const { desk } = door.readers;
    const entry = await desk.get(field('entry'));
    const reason = field('reason').trim().slice(0, 500);
    if (entry === undefined) return show(c, door, 'desk.error.gone', 409);
    const undone = inStore.includes(entry.queue)
      ? await desk.undo(entry.id, account.id, reason)
      : await undoElsewhere(c, door, entry, account.id, reason);
    if (!undone) return show(c, door, 'desk.error.undo', 409);
    const back = localPath(field('back'));
    return seeOther(c, back.startsWith('/desk/') ? `${back.split('?')[0]}?done=undo` : '/desk/log?done=undo');
  });

/** A job that was given up is put back; one that was tried again has run. */
async function undoElsewhere(
  c: WebContext,
  door: Door,
  entry: DeskEntry,
  actorId: string,
  reason: string,
): Promise<boolean> {
  const { job } = entry.before as { readonly job?: NewJob };
  if (entry.queue !== 'jobs' || entry.action !== 'drop' || job === undefined) return false;
  if (!(await door.readers.desk.noteUndo(entry.id, actorId, reason))) return false;
  await c.get('room').store.queue.add([job]);
  return true;
}

async function show(c: WebContext, door: Door, error?: MessageKey, status: 200 | 403 | 409 = 200): Promise<Response> {
  const { tr, query } = c.get('room');
  const entries = await door.readers.desk.log(perPage, query['before']);
  const token = formToken(c, door.secret);
  const last = entries.at(-1);
  return renderDesk(c, door, {
    title: 'desk.log',
    text: 'desk.log.text',
    error,
    status,
    children: (
      <>
        {entries.length === 0 && <p>{tr.t('desk.log.none')}</p>}
        <ol class="desk-items">
          {entries.map((entry) => (
            <Entry entry={entry} token={token} tr={tr} />
          ))}
        </ol>
        {entries.length === perPage && last !== undefined && (
          <p>
            <a href={`/desk/log?before=${last.id}`}>{tr.t('desk.log.older')}</a>
          </p>
        )}
      </>
    ),
  });
}

function Entry({ entry, token, tr }: { entry: DeskEntry; token: string; tr: Translator }): JSX.Element {
  const { id, queue, subject, action, reason, at, undoneBy } = entry;
  const path = queue === 'comments' ? `/comments/${subject}` : queue === 'accounts' ? '/desk' : `/desk/${queue}`;
  const byRule = entry.actor === undefined && queue === 'images' && action === 'block';
  const canUndo =
    undoneBy === undefined && !byRule && (inStore.includes(queue) ? action !== 'undo' : action === 'drop');
  return (
    <li id={id}>
      <p>
        <b>{tr.t('desk.log.line', { queue: tr.t(`desk.${queue}` as MessageKey), action: actionText(action, tr) })}</b>{' '}
        <a href={path}>
          <bdi>{clipText(subject, 40)}</bdi>
        </a>
      </p>
      {reason !== '' && <p dir="auto">{clipText(reason, 500)}</p>}
      <p class="meta">
        <bdi>{entry.actor ?? tr.t(byRule ? 'desk.log.site' : 'desk.log.former')}</bdi>{' '}
        <time datetime={at}>{instantText(at, tr)}</time>
        {undoneBy !== undefined && <> · {tr.t('desk.log.undone')}</>}
      </p>
      {canUndo && <UndoForm entry={id} token={token} back="/desk/log" tr={tr} />}
    </li>
  );
}
