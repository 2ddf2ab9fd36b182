import { changeOutlet, changeSource, setFollowing } from '../../jobs/collect/follow.ts';
import type { FollowedOutlet } from '../../jobs/collect/followed.ts';
import type { Account } from '../../store/accounts/accounts.ts';
import type { Source } from '../../store/collecting.ts';
import type { Publish, Store } from '../../store/store.ts';
import type { Door } from '../account/door.ts';
import { formToken } from '../account/form-token.ts';
import { mayFetchPrivate } from '../account/roles.ts';
import { readForm, type Sent, seeOther } from '../account/visit.ts';
import { problemOf, respondProblem } from '../errors.tsx';
import { renderPage } from '../render.ts';
import type { WebContext } from '../room.ts';
import { clipText } from '../shown-text.ts';
import { isPattern, parseKeep, parseName, parsePause } from './fields.ts';
import { DeskForm, DeskPage, type DeskRoom } from './follow-page.tsx';
import { findFollowed, type OutletProblem, showOutlet } from './outlet-page.tsx';
import { deskPath } from './paths.ts';
import { SourceAddress } from './source-words.tsx';

interface Change {
  readonly c: WebContext;
  readonly account: Account;
  readonly followed: FollowedOutlet;
  readonly sent: Sent;
  readonly refuse: (problem: Omit<OutletProblem, 'typed' | 'status'>, status?: 400 | 403) => Promise<Response>;
}

const typedFields = ['name', 'publish', 'keep', 'pause', 'pattern', 'private'] as const;

/** Reads a form about one outlet; what does not come from this site changes nothing. */
function changing(store: Store, door: Door, change: (change: Change) => Promise<Response>): DeskRoom {
  return async (c, account) => {
    const followed = await findFollowed(store, c.req.param('id') ?? '');
    if (followed === undefined) return respondProblem(c, problemOf('not-found'));
    const sent = await readForm(c, door);
    const refuse: Change['refuse'] = (problem, status = 400) => {
      const typed = Object.fromEntries(typedFields.map((name) => [name, sent.field(name)]));
      const showing = { c, account, token: formToken(c, door.secret) };
      return showOutlet(store, followed, showing, { ...problem, typed, status });
    };
    if (sent.refused !== undefined) return refuse({ field: 'form', error: sent.refused }, 403);
    return change({ c, account, followed, sent, refuse });
  };
}

/** Name, what is shown of its texts, and for how long they are kept. */
export function takeOutlet(store: Store, door: Door): DeskRoom {
  return changing(store, door, async ({ c, followed: { outlet }, sent, refuse }) => {
    const name = parseName(sent.field('name'));
    if (name === undefined) return refuse({ field: 'name', error: 'follow.error.name' });
    const keep = parseKeep(sent.field('keep'));
    if (keep === undefined) return refuse({ field: 'keep', error: 'follow.error.keep' });
    const publish = (['full', 'excerpt', 'facts'] as const satisfies readonly Publish[]).find(
      (level) => level === sent.field('publish'),
    );
    await changeOutlet(store, outlet, { name, keep, ...(publish === undefined ? {} : { publish }) });
    return seeOther(c, `${deskPath(outlet.slug)}?done=changed`);
  });
}

/** How one source is visited. */
export function takeSource(store: Store, door: Door): DeskRoom {
  return changing(store, door, async ({ c, account, followed, sent, refuse }) => {
    const source = followed.sources.find((one) => one.source.id === sent.field('source'))?.source;
    if (source === undefined) return respondProblem(c, problemOf('not-found'));
    const allowPrivate = mayFetchPrivate(account) ? sent.field('private') === '1' : source.allowPrivate;
    const pause = parsePause(sent.field('pause'), allowPrivate);
    if (pause === undefined) return refuse({ sourceId: source.id, field: 'pause', error: 'follow.error.gap' });
    const pattern = source.kind === 'feed' ? '' : sent.field('pattern').trim();
    // All of a sitemap may be followed; a page without a feed is not followed to everywhere.
    const missing = pattern === '' && source.kind === 'listing';
    if (missing || (pattern !== '' && !isPattern(pattern)))
      return refuse({ sourceId: source.id, field: 'pattern', error: 'follow.error.pattern' });
    await changeSource(store, source, { allowPrivate, pause, pattern: pattern === '' ? undefined : pattern });
    return seeOther(c, `${deskPath(followed.outlet.slug)}?done=changed`);
  });
}

/** The sources that a form names: one, or all of the outlet. */
function named(followed: FollowedOutlet, id: string): readonly Source[] {
  return followed.sources.map(({ source }) => source).filter((source) => id === '' || source.id === id);
}

/** Pauses, resumes, or asks for a visit now. */
export function takeState(store: Store, door: Door): DeskRoom {
  return changing(store, door, async ({ c, followed, sent }) => {
    const state = sent.field('state') === 'paused' ? 'paused' : 'active';
    await setFollowing(store, named(followed, sent.field('source')), state, c.get('room').now.toISOString());
    const back = sent.field('back') === 'list' ? '/desk/outlets' : `${deskPath(followed.outlet.slug)}?done=${state}`;
    return seeOther(c, back);
  });
}

/** `/desk/outlets/:id/remove`: asks once more. */
export function removePage(store: Store, door: Door): DeskRoom {
  return async (c) => {
    const room = c.get('room');
    const { tr } = room;
    const followed = await findFollowed(store, c.req.param('id') ?? '');
    const sources = followed === undefined ? [] : named(followed, room.query['source'] ?? '');
    if (followed === undefined || sources.length === 0) return respondProblem(c, problemOf('not-found'));
    const { outlet } = followed;
    const path = deskPath(outlet.slug);
    return renderPage(
      c,
      <DeskPage room={room} title={tr.t('follow.remove.title', { name: clipText(outlet.name, 120) })}>
        <ul>
          {sources.map(({ address }) => (
            <li>
              <SourceAddress address={address} />
            </li>
          ))}
        </ul>
        <p>{tr.t('follow.remove.text')}</p>
        <div class="desk-actions">
          <DeskForm
            action={`${path}/remove`}
            token={formToken(c, door.secret)}
            button={tr.t('follow.remove.button')}
            inline
          >
            <input type="hidden" name="source" value={room.query['source'] ?? ''} />
          </DeskForm>
          <a href={path}>{tr.t('follow.remove.keep')}</a>
        </div>
      </DeskPage>,
    );
  };
}

/** Stops following; the articles stay. */
export function takeRemoval(store: Store, door: Door): DeskRoom {
  return changing(store, door, async ({ c, followed, sent }) => {
    for (const { id } of named(followed, sent.field('source'))) await store.collect.removeSource(id);
    return seeOther(c, '/desk/outlets?done=removed');
  });
}
