import type { JSX } from 'hono/jsx/jsx-runtime';
import { type FollowedOutlet, readFollowed } from '../../jobs/collect/followed.ts';
import type { Account } from '../../store/accounts/accounts.ts';
import type { SourceState as State } from '../../store/collecting.ts';
import type { Door } from '../account/door.ts';
import { formToken } from '../account/form-token.ts';
import { mayFetchPrivate } from '../account/roles.ts';
import type { MessageKey } from '../i18n.ts';
import { renderPage } from '../render.ts';
import type { Room, WebContext } from '../room.ts';
import { clipText } from '../shown-text.ts';
import { DeskChoice, DeskField, DeskForm, DeskPage, type DeskRoom } from './follow-page.tsx';
import { deskPath } from './paths.ts';
import { instantOr, itemsText, SourceAddress, SourceReason, SourceState } from './source-words.tsx';

const pageSize = 50;
const states = ['active', 'failing', 'blocked', 'gone', 'paused'] as const satisfies readonly State[];
/** What was done on the page before, and is said on this one. */
const notes: Readonly<Record<string, MessageKey>> = { removed: 'follow.done.removed' };

/** What was typed into the form for an address. */
export interface AddDraft {
  readonly address: string;
  readonly name: string;
  readonly pause: string;
  readonly allowPrivate: boolean;
}

export interface ListProblem {
  /** Which of the two forms is meant. */
  readonly form: 'address' | 'file';
  readonly error: MessageKey;
  readonly status: 400 | 403 | 413 | 429;
  readonly draft?: AddDraft;
}

/** `/desk/outlets`: what is followed and how it goes, and the forms by which more is. */
export function followedPage(store: Room['store'], door: Door, canLook: boolean): DeskRoom {
  return (c, account) => showFollowed(store, { c, account, token: formToken(c, door.secret), canLook });
}

interface Showing {
  readonly c: WebContext;
  readonly account: Account;
  readonly token: string;
  /** Whether this site may visit addresses; else only files are taken. */
  readonly canLook: boolean;
}

export async function showFollowed(
  store: Room['store'],
  { c, account, token, canLook }: Showing,
  problem?: ListProblem,
): Promise<Response> {
  const room = c.get('room');
  const { tr, query } = room;
  const state = [...states, 'none' as const].find((one) => one === query['state']);
  const words = (query['q'] ?? '').slice(0, 100).trim();
  const found = (await readFollowed(store)).filter((one) => isMeant(one, words, state));
  const last = Math.max(1, Math.ceil(found.length / pageSize));
  const page = Math.min(last, Math.max(1, Math.floor(Number(query['page'])) || 1));
  if (problem?.status === 429) c.header('Retry-After', '3600');
  return renderPage(
    c,
    <DeskPage
      room={room}
      title={tr.t('follow.title')}
      text={tr.t('follow.text')}
      note={notes[query['done'] ?? '']}
      error={problem?.error}
    >
      <div class="desk-forms">
        {canLook && <AddressForm room={room} account={account} token={token} problem={problem} />}
        <section aria-labelledby="add-file">
          <h2 id="add-file">{tr.t('follow.file.title')}</h2>
          <DeskForm action="/desk/additions/file" token={token} button={tr.t('follow.file.button')} upload>
            <DeskField
              id="desk-file"
              name="file"
              type="file"
              label={tr.t('follow.file.label')}
              hint={tr.t('follow.file.hint')}
              error={problem?.form === 'file' ? tr.t(problem.error) : undefined}
            />
          </DeskForm>
          <p>
            <a href="/desk/outlets.opml" download="rapporteur.opml">
              {tr.t('follow.export')}
            </a>
          </p>
        </section>
      </div>
      <section aria-labelledby="followed">
        <h2 id="followed">{tr.t('follow.list', { count: found.length })}</h2>
        <form class="desk-filter" method="get" action="/desk/outlets">
          <p>
            <label for="desk-q">{tr.t('follow.filter.words')}</label>
            <input id="desk-q" type="search" name="q" maxlength={100} dir="auto" value={words} />
          </p>
          <p>
            <label for="desk-state">{tr.t('follow.filter.state')}</label>
            <select id="desk-state" name="state">
              <option value="">{tr.t('follow.filter.all')}</option>
              {[...states, 'none' as const].map((one) => (
                <option value={one} selected={one === state}>
                  {tr.t(`follow.state.${one}`)}
                </option>
              ))}
            </select>
          </p>
          <button type="submit">{tr.t('follow.filter.button')}</button>
        </form>
        {found.length === 0 ? (
          <p>{tr.t('follow.none')}</p>
        ) : (
          <ul class="board desk-board">
            {found.slice((page - 1) * pageSize, page * pageSize).map((one) => (
              <Entry followed={one} room={room} token={token} />
            ))}
          </ul>
        )}
        <Pages room={room} page={page} last={last} />
      </section>
    </DeskPage>,
    { status: problem?.status ?? 200 },
  );
}

function isMeant({ outlet, sources }: FollowedOutlet, words: string, state: State | 'none' | undefined): boolean {
  const wanted = words.toLowerCase();
  const texts = [outlet.name, ...outlet.hosts, ...sources.flatMap(({ source }) => [source.address, ...source.folder])];
  if (!texts.some((text) => text.toLowerCase().includes(wanted))) return false;
  if (state === undefined) return true;
  return state === 'none' ? sources.length === 0 : sources.some(({ source }) => source.state === state);
}

function AddressForm({
  room: { tr },
  account,
  token,
  problem,
}: {
  readonly room: Room;
  readonly account: Account;
  readonly token: string;
  readonly problem: ListProblem | undefined;
}): JSX.Element {
  const { address = '', name = '', pause = '', allowPrivate = false } = problem?.draft ?? {};
  return (
    <section aria-labelledby="add-address">
      <h2 id="add-address">{tr.t('follow.add.title')}</h2>
      <DeskForm action="/desk/additions" token={token} button={tr.t('follow.add.button')}>
        <DeskField
          id="desk-address"
          name="address"
          type="url"
          label={tr.t('follow.add.address')}
          hint={tr.t('follow.add.hint')}
          error={problem?.form === 'address' ? tr.t(problem.error) : undefined}
          value={address}
          maxlength={1000}
          required
          ltr
        />
        <details open={name !== '' || pause !== '' || allowPrivate}>
          <summary>{tr.t('follow.more')}</summary>
          <DeskField id="desk-name" name="name" label={tr.t('follow.name')} value={name} maxlength={120} />
          <DeskField
            id="desk-pause"
            name="pause"
            type="number"
            label={tr.t('follow.gap')}
            hint={tr.t('follow.gap.hint')}
            value={pause}
            maxlength={6}
            ltr
          />
          {mayFetchPrivate(account) && (
            <DeskChoice id="desk-private" name="private" label={tr.t('follow.private')} checked={allowPrivate} />
          )}
        </details>
      </DeskForm>
    </section>
  );
}

function Entry({
  followed: { outlet, sources },
  room: { tr },
  token,
}: {
  readonly followed: FollowedOutlet;
  readonly room: Room;
  readonly token: string;
}): JSX.Element {
  const path = deskPath(outlet.slug);
  const paused = sources.every(({ source }) => source.state === 'paused');
  const turn = paused ? 'resume' : 'pause';
  return (
    <li>
      <div class="board-name">
        <h3>
          <a href={path}>
            <bdi>{clipText(outlet.name, 100)}</bdi>
          </a>
        </h3>
        <p class="meta">{tr.t('count.articles', { count: outlet.articles })}</p>
      </div>
      <div class="board-state">
        {sources.length === 0 && <p class="meta">{tr.t('follow.state.none')}</p>}
        {sources.map((one) => (
          <div class="desk-source">
            <SourceState state={one.source.state} tr={tr} />{' '}
            <span class="meta">
              {tr.t(`follow.kind.${one.source.kind}`)} <SourceAddress address={one.source.address} />
            </span>
            <SourceReason source={one.source} tr={tr} />
            <p class="meta num">
              {itemsText(one, tr)} · {tr.t('follow.last-new')} {instantOr(one.source.lastItem, tr)}
            </p>
          </div>
        ))}
      </div>
      <div class="board-picture">
        {sources.length > 0 && (
          <DeskForm
            action={`${path}/state`}
            token={token}
            button={tr.t(`follow.${turn}`)}
            label={tr.t('follow.of', { action: tr.t(`follow.${turn}`), of: outlet.name })}
            inline
          >
            <input type="hidden" name="state" value={paused ? 'active' : 'paused'} />
            <input type="hidden" name="back" value="list" />
          </DeskForm>
        )}
      </div>
    </li>
  );
}

function Pages({
  room,
  page,
  last,
}: {
  readonly room: Room;
  readonly page: number;
  readonly last: number;
}): JSX.Element | null {
  if (last === 1) return null;
  const to = (number: number): string => {
    const query = new URLSearchParams();
    for (const name of ['q', 'state']) if (room.query[name]) query.set(name, room.query[name]);
    query.set('page', String(number));
    return `/desk/outlets?${query.toString()}`;
  };
  const { tr } = room;
  return (
    <nav class="pages" aria-label={tr.t('follow.pages')}>
      {page > 1 && (
        <a rel="prev" href={to(page - 1)}>
          {tr.t('follow.previous')}
        </a>
      )}
      <span class="num">{tr.t('follow.page', { page, last })}</span>
      {page < last && (
        <a rel="next" href={to(page + 1)}>
          {tr.t('follow.next')}
        </a>
      )}
    </nav>
  );
}
