import type { Child } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';
import { type FollowedOutlet, type FollowedSource, readFollowed } from '../../jobs/collect/followed.ts';
import { errorSentence } from '../../messages/errors.ts';
import type { Account } from '../../store/accounts/accounts.ts';
import type { Poll, Source, SourceItem } from '../../store/collecting.ts';
import type { Store } from '../../store/store.ts';
import type { Door } from '../account/door.ts';
import { formToken } from '../account/form-token.ts';
import { mayFetchPrivate } from '../account/roles.ts';
import { problemOf, respondProblem } from '../errors.tsx';
import type { MessageKey, Translator } from '../i18n.ts';
import { renderPage } from '../render.ts';
import type { WebContext } from '../room.ts';
import { clipText } from '../shown-text.ts';
import { outletPath } from '../views/outlet-path.ts';
import { instantText } from '../wording/days.ts';
import { DeskChoice, DeskField, DeskForm, DeskPage, type DeskRoom } from './follow-page.tsx';
import { deskPath } from './paths.ts';
import { instantOr, itemsText, lengthText, SourceAddress, SourceReason, SourceState } from './source-words.tsx';

const shownPolls = 10;
const shownItems = 20;
const notes: Readonly<Record<string, MessageKey>> = {
  changed: 'follow.done.changed',
  paused: 'follow.done.paused',
  active: 'follow.done.active',
};
const levels = ['excerpt', 'full', 'facts'] as const;

export async function findFollowed(store: Store, slug: string): Promise<FollowedOutlet | undefined> {
  return (await readFollowed(store)).find(({ outlet }) => outlet.slug === slug || outlet.id === slug);
}

/** `/desk/outlets/:id`: one outlet, what is set for it, and how each of its sources goes. */
export function followedOutletPage(store: Store, door: Door): DeskRoom {
  return async (c, account) => {
    const followed = await findFollowed(store, c.req.param('id') ?? '');
    if (followed === undefined) return respondProblem(c, problemOf('not-found'));
    return showOutlet(store, followed, { c, account, token: formToken(c, door.secret) });
  };
}

/** What was typed and cannot be taken: beside the field, nothing typed is lost. */
export interface OutletProblem {
  /** Of which source; of the outlet when it is absent. */
  readonly sourceId?: string;
  readonly field: 'form' | 'name' | 'keep' | 'pause' | 'pattern';
  readonly error: MessageKey;
  readonly typed: Readonly<Record<string, string>>;
  readonly status: 400 | 403;
}

interface Showing {
  readonly c: WebContext;
  readonly account: Account;
  readonly token: string;
}

export async function showOutlet(
  store: Store,
  { outlet, sources }: FollowedOutlet,
  { c, account, token }: Showing,
  problem?: OutletProblem,
): Promise<Response> {
  const room = c.get('room');
  const { tr } = room;
  const path = deskPath(outlet.slug);
  const own = problem !== undefined && problem.sourceId === undefined ? problem : undefined;
  const errorOf = (field: OutletProblem['field']) => (own?.field === field ? tr.t(own.error) : undefined);
  const details = await Promise.all(
    sources.map(async (followed) => ({
      followed,
      polls: await store.collect.polls(followed.source.id, shownPolls),
      lost: await store.collect.items({
        sourceId: followed.source.id,
        states: ['failed', 'refused', 'gone'],
        limit: shownItems,
      }),
    })),
  );
  return renderPage(
    c,
    <DeskPage
      room={room}
      title={clipText(outlet.name, 160)}
      name={clipText(outlet.name, 160)}
      note={notes[room.query['done'] ?? '']}
      error={problem?.field === 'form' ? problem.error : undefined}
    >
      <p class="meta">
        {tr.t('count.articles', { count: outlet.articles })} ·{' '}
        <a href={outletPath(outlet.slug)}>{tr.t('follow.public-page')}</a>
      </p>
      {sources.length > 0 && <Actions sources={sources} path={path} token={token} tr={tr} />}
      {details.map(({ followed, polls, lost }) => (
        <SourceSection
          followed={followed}
          polls={polls}
          lost={lost}
          several={sources.length > 1}
          path={path}
          token={token}
          tr={tr}
          mayPrivate={mayFetchPrivate(account)}
          problem={problem?.sourceId === followed.source.id ? problem : undefined}
        />
      ))}
      {sources.length === 0 && <p>{tr.t('follow.not-followed')}</p>}
      <section aria-labelledby="settings">
        <h2 id="settings">{tr.t('follow.settings')}</h2>
        <DeskForm action={path} token={token} button={tr.t('follow.save')}>
          <DeskField
            id="desk-name"
            name="name"
            label={tr.t('follow.name')}
            value={own?.typed['name'] ?? outlet.name}
            error={errorOf('name')}
            maxlength={120}
            required
          />
          <p class="field">
            <label for="desk-publish">{tr.t('follow.publish')}</label>
            <span class="hint" id="desk-publish-hint">
              {tr.t('follow.publish.hint')}
            </span>
            <select id="desk-publish" name="publish" aria-describedby="desk-publish-hint">
              {levels.map((level) => (
                <option value={level} selected={level === (own?.typed['publish'] ?? outlet.publish)}>
                  {tr.t(`shown.${level}`)}
                </option>
              ))}
            </select>
          </p>
          <DeskField
            id="desk-keep"
            name="keep"
            type="number"
            label={tr.t('follow.keep')}
            hint={tr.t('follow.keep.hint')}
            value={own?.typed['keep'] ?? (outlet.keepDays === undefined ? '' : String(outlet.keepDays))}
            error={errorOf('keep')}
            maxlength={6}
            ltr
          />
        </DeskForm>
      </section>
    </DeskPage>,
    { status: problem?.status ?? 200 },
  );
}

/** Pause, resume, look now, stop: for one source or for all of an outlet. */
function Actions({
  sources,
  path,
  token,
  tr,
  of,
}: {
  readonly sources: readonly FollowedSource[];
  readonly path: string;
  readonly token: string;
  readonly tr: Translator;
  /** Only of this source, where an outlet has several. */
  readonly of?: Source;
}): JSX.Element {
  const running = sources.some(({ source }) => source.state !== 'paused');
  const turn = (state: 'active' | 'paused', key: 'visit-now' | 'resume' | 'pause') => (
    <DeskForm
      action={`${path}/state`}
      token={token}
      button={tr.t(`follow.${key}`)}
      {...(of === undefined ? {} : { label: tr.t('follow.of', { action: tr.t(`follow.${key}`), of: of.address }) })}
      inline
    >
      <input type="hidden" name="state" value={state} />
      {of !== undefined && <input type="hidden" name="source" value={of.id} />}
    </DeskForm>
  );
  return (
    <div class="desk-actions">
      {turn('active', running ? 'visit-now' : 'resume')}
      {running && turn('paused', 'pause')}
      <a
        href={`${path}/remove${of === undefined ? '' : `?source=${encodeURIComponent(of.id)}`}`}
        aria-label={of === undefined ? undefined : tr.t('follow.of', { action: tr.t('follow.stop'), of: of.address })}
      >
        {tr.t('follow.stop')}
      </a>
    </div>
  );
}

function SourceSection({
  followed,
  polls,
  lost,
  several,
  path,
  token,
  tr,
  mayPrivate,
  problem,
}: {
  readonly followed: FollowedSource;
  readonly polls: readonly Poll[];
  readonly lost: readonly SourceItem[];
  /** The outlet has others. */
  readonly several: boolean;
  readonly path: string;
  readonly token: string;
  readonly tr: Translator;
  readonly mayPrivate: boolean;
  readonly problem: OutletProblem | undefined;
}): JSX.Element {
  const { source, hub } = followed;
  const { id } = source;
  return (
    <section class="desk-queue" aria-labelledby={`source-${id}`}>
      <h2 id={`source-${id}`}>{tr.t(`follow.kind.${source.kind}`)}</h2>
      <p>
        <SourceAddress address={source.address} />
      </p>
      <p>
        <SourceState state={source.state} tr={tr} />
      </p>
      <SourceReason source={source} tr={tr} />
      {several && <Actions sources={[followed]} path={path} token={token} tr={tr} of={source} />}
      <dl class="desk-facts">
        <Fact term={tr.t('follow.found')}>{itemsText(followed, tr)}</Fact>
        <Fact term={tr.t('follow.last-new')}>{instantOr(source.lastItem, tr)}</Fact>
        <Fact term={tr.t('follow.last-visit')}>{instantOr(source.lastPoll, tr)}</Fact>
        {(source.state === 'active' || source.state === 'failing' || source.state === 'blocked') && (
          <Fact term={tr.t('follow.next-visit')}>
            {instantText(source.nextPoll, tr)} (
            {tr.t('follow.every', { length: lengthText(source.intervalSeconds, tr) })})
          </Fact>
        )}
        {source.folder.length > 0 && (
          <Fact term={tr.t('follow.folder')}>
            <bdi>{source.folder.join(' / ')}</bdi>
          </Fact>
        )}
        {hub !== undefined && (
          <Fact term={tr.t('follow.hub')}>
            <bdi dir="ltr">{clipText(hub.hub, 120)}</bdi>: {tr.t(`follow.hub.${hub.state}`)}
            {hub.lastPush !== undefined && `, ${tr.t('follow.hub.last')} ${instantText(hub.lastPush, tr)}`}
          </Fact>
        )}
      </dl>
      <SourceSettings source={source} path={path} token={token} tr={tr} mayPrivate={mayPrivate} problem={problem} />
      {polls.length > 0 && <Visits polls={polls} tr={tr} />}
      {lost.length > 0 && <Lost items={lost} tr={tr} />}
    </section>
  );
}

function Fact({ term, children }: { readonly term: string; readonly children?: Child }): JSX.Element {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function SourceSettings({
  source,
  path,
  token,
  tr,
  mayPrivate,
  problem,
}: {
  readonly source: Source;
  readonly path: string;
  readonly token: string;
  readonly tr: Translator;
  readonly mayPrivate: boolean;
  readonly problem: OutletProblem | undefined;
}): JSX.Element {
  const { id, pauseMs } = source;
  const typed = (name: string, kept: string) => problem?.typed[name] ?? kept;
  const errorOf = (field: OutletProblem['field']) => (problem?.field === field ? tr.t(problem.error) : undefined);
  return (
    <details open={problem !== undefined}>
      <summary>{tr.t('follow.more')}</summary>
      <DeskForm action={`${path}/source`} token={token} button={tr.t('follow.save')}>
        <input type="hidden" name="source" value={id} />
        <DeskField
          id={`gap-${id}`}
          name="pause"
          type="number"
          label={tr.t('follow.gap')}
          hint={tr.t('follow.gap.hint')}
          value={typed('pause', pauseMs === undefined ? '' : String(pauseMs / 1_000))}
          error={errorOf('pause')}
          maxlength={6}
          ltr
        />
        {source.kind !== 'feed' && (
          <DeskField
            id={`links-${id}`}
            name="pattern"
            label={tr.t('follow.pattern')}
            hint={tr.t('follow.pattern.hint')}
            value={typed('pattern', source.pattern ?? '')}
            error={errorOf('pattern')}
            maxlength={300}
            ltr
          />
        )}
        {mayPrivate && (
          <DeskChoice
            id={`private-${id}`}
            name="private"
            label={tr.t('follow.private')}
            checked={problem === undefined ? source.allowPrivate : problem.typed['private'] === '1'}
          />
        )}
      </DeskForm>
    </details>
  );
}

function Visits({ polls, tr }: { readonly polls: readonly Poll[]; readonly tr: Translator }): JSX.Element {
  return (
    <details>
      <summary>{tr.t('follow.visits')}</summary>
      <table class="numbers">
        <thead>
          <tr>
            <th scope="col">{tr.t('follow.visit.at')}</th>
            <th scope="col">{tr.t('follow.visit.outcome')}</th>
            <th scope="col" class="figure">
              {tr.t('follow.visit.found')}
            </th>
            <th scope="col" class="figure">
              {tr.t('follow.visit.fresh')}
            </th>
          </tr>
        </thead>
        <tbody>
          {polls.map(({ at, outcome, reason, found, fresh }) => (
            <tr>
              <th scope="row" class="num">
                {instantText(at, tr)}
              </th>
              <td>{reason === undefined ? tr.t(`follow.visit.${outcome}`) : errorSentence(reason, tr.language)}</td>
              <td class="num figure">{found.toLocaleString(tr.locale)}</td>
              <td class="num figure">{fresh.toLocaleString(tr.locale)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

function Lost({ items, tr }: { readonly items: readonly SourceItem[]; readonly tr: Translator }): JSX.Element {
  return (
    <details>
      <summary>{tr.t('follow.lost', { most: shownItems })}</summary>
      <ul class="desk-entries">
        {items.map(({ address, reason, detail }) => (
          <li>
            <SourceAddress address={address} />
            <SourceReason source={{ ...(reason && { reason }), ...(detail && { detail }) }} tr={tr} />
          </li>
        ))}
      </ul>
    </details>
  );
}
