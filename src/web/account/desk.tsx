import type { Account } from '../../store/accounts/accounts.ts';
import type { MessageKey } from '../i18n.ts';
import { renderPage } from '../render.ts';
import type { Room, WebContext } from '../room.ts';
import { meetingPath } from '../views/meeting-list.tsx';
import type { Door } from './door.ts';
import { AccountPage, Form } from './form.tsx';
import { formToken } from './form-token.ts';
import { forMembers } from './own-account.tsx';
import { mayFollow } from './roles.ts';
import { keepNowhere, readForm, seeOther } from './visit.ts';

const newest = 200;
const listed = 20;

interface Waiting {
  readonly key: 'comments' | 'images' | 'polls' | 'reports' | 'outlets' | 'contradictions' | 'jobs' | 'accounts';
  readonly count: number;
  /** Where it is seen; what has no page of its own has its command said. */
  readonly href?: string;
  readonly links?: readonly { readonly href: string; readonly text: string }[];
}

/** `/desk`: what waits for a decision. Strangers are asked to log in, readers are told that it is not for them. */
export function deskPage(door: Door): (c: WebContext) => Promise<Response> {
  return forMembers(door, async (c, account) => {
    const room = c.get('room');
    const { tr } = room;
    if (account.role === 'reader') return refusePage(c);
    const waitingAccounts = (await (await door.accounts()).list()).filter(
      ({ confirmed, blocked }) => !confirmed && !blocked,
    );
    const queues = [...(await readQueues(room, door)), { key: 'accounts', count: waitingAccounts.length } as const];
    keepNowhere(c);
    return renderPage(
      c,
      <AccountPage room={room} title={tr.t('desk.title')}>
        <p class="standfirst">{tr.t('desk.text')}</p>
        <p>
          <a href="/desk/log">{tr.t('desk.log')}</a>
        </p>
        {mayFollow(account) && (
          <p>
            <a href="/desk/outlets">{tr.t('follow.title')}</a>
          </p>
        )}
        {queues.map((queue) => (
          <section class="desk-queue" aria-labelledby={`desk-${queue.key}`}>
            <h2 id={`desk-${queue.key}`}>
              {tr.t(`desk.${queue.key}`)} <span class="count">{queue.count}</span>
            </h2>
            <p>
              {queue.key === 'accounts' ? tr.t('desk.accounts.how') : tr.t(`desk.${queue.key}.how`, { newest })}
              {queue.href !== undefined && (
                <>
                  {' '}
                  <a href={queue.href}>{tr.t('desk.see')}</a>
                </>
              )}
            </p>
            {queue.links !== undefined && queue.links.length > 0 && (
              <ul>
                {queue.links.map(({ href, text }) => (
                  <li>
                    <a href={href}>
                      <bdi>{text}</bdi>
                    </a>
                  </li>
                ))}
              </ul>
            )}
            {queue.key === 'accounts' && waitingAccounts.length > 0 && (
              <WaitingAccounts room={room} accounts={waitingAccounts.slice(0, 50)} token={formToken(c, door.secret)} />
            )}
          </section>
        ))}
      </AccountPage>,
    );
  });
}

/** A moderator lets an account in. */
export function takeConfirmation(door: Door): (c: WebContext) => Promise<Response> {
  return forMembers(door, async (c, account) => {
    if (account.role === 'reader') return refusePage(c);
    const { field, refused } = await readForm(c, door);
    const accounts = await door.accounts();
    const waiting = refused === undefined ? await accounts.find(field('account')) : undefined;
    if (waiting !== undefined && !waiting.confirmed) {
      await accounts.setConfirmed(waiting.id);
      const decision = { queue: 'accounts', subject: waiting.username, action: 'confirm' } as const;
      await door.readers.desk.note({ ...decision, actorId: account.id, reason: '' }, {});
    }
    return seeOther(c, '/desk');
  });
}

function WaitingAccounts({
  room: { tr },
  accounts,
  token,
}: {
  readonly room: Room;
  readonly accounts: readonly Account[];
  readonly token: string;
}) {
  return (
    <ul class="desk-accounts">
      {accounts.map(({ id, name, username }) => (
        <li>
          <bdi>{name}</bdi> (<bdi>{username}</bdi>)
          <Form
            action="/desk/accounts"
            token={token}
            button={tr.t('desk.accounts.confirm')}
            label={tr.t('desk.accounts.confirm-one', { name: username })}
          >
            <input type="hidden" name="account" value={id} />
          </Form>
        </li>
      ))}
    </ul>
  );
}

async function readQueues({ store, now }: Room, { readers }: Door): Promise<readonly Waiting[]> {
  const [comments, images, polls, reports, sources, jobs, meetings] = await Promise.all([
    readers.comments.heldCount(),
    readers.images.waitingCount(),
    readers.polls.list(),
    store.reports.list({ openOnly: true }),
    store.collect.sources(),
    store.queue.counts(),
    store.record.listMeetings({ limit: newest }),
  ]);
  const outlets = new Set(
    sources.filter(({ state, failures }) => state !== 'paused' && failures > 0).map(({ outletId }) => outletId),
  );
  const contradicted = meetings.items.filter(({ contradictions }) => contradictions.length > 0);
  return [
    { key: 'comments', count: comments, href: '/desk/comments' },
    { key: 'images', count: images, href: '/desk/images' },
    {
      key: 'reports',
      count: reports.length,
      href: '/desk/reports',
      links: reports.slice(0, listed).map(({ subject, subjectId, message }) => ({
        href: `/reports/new?${subject}=${encodeURIComponent(subjectId)}`,
        text: message.length > 120 ? `${message.slice(0, 120)}…` : message,
      })),
    },
    { key: 'outlets', count: outlets.size, href: '/outlets' },
    {
      key: 'contradictions',
      count: contradicted.length,
      links: contradicted.slice(0, listed).map((meeting) => ({ href: meetingPath(meeting), text: meeting.slug })),
    },
    {
      key: 'jobs',
      count: jobs.filter(({ state }) => state === 'dead').reduce((sum, { jobs: all }) => sum + all, 0),
      href: '/desk/jobs',
    },
    {
      key: 'polls',
      count: polls.filter(({ closesAt }) => closesAt > now.toISOString()).length,
      href: '/desk/polls',
    },
  ];
}

/** Says to who is logged in that a page is not for them. */
export function refusePage(c: WebContext, sentence: MessageKey = 'desk.refused'): Promise<Response> {
  const room = c.get('room');
  keepNowhere(c);
  return renderPage(
    c,
    <AccountPage room={room} title={room.tr.t('desk.title')}>
      <p class="standfirst">{room.tr.t(sentence)}</p>
      <p>
        <a href="/account">{room.tr.t('account.own.title')}</a>
      </p>
    </AccountPage>,
    { status: 403 },
  );
}
