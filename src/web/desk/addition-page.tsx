import type { JSX } from 'hono/jsx/jsx-runtime';
import { errorSentence } from '../../messages/errors.ts';
import type { Door } from '../account/door.ts';
import { formToken } from '../account/form-token.ts';
import { problemOf, respondProblem } from '../errors.tsx';
import type { MessageKey, Translator } from '../i18n.ts';
import { renderPage } from '../render.ts';
import type { WebContext } from '../room.ts';
import { clipText } from '../shown-text.ts';
import type { Addition, AdditionEntry, Additions } from './additions.ts';
import { DeskField, DeskForm, DeskPage, type DeskRoom } from './follow-page.tsx';
import { additionPath, deskPath } from './paths.ts';
import { SourceAddress } from './source-words.tsx';

const shownPatterns = 3;
const shownLinks = 5;
const shownEntries = 200;
const refreshSeconds = 3;

/** `/desk/additions/:id`: what was found, what is followed now, and what is to be decided. */
export function additionPage(additions: Additions, door: Door): DeskRoom {
  return async (c, account) => {
    const addition = additions.get(c.req.param('id') ?? '', account.id);
    if (addition === undefined) return respondProblem(c, problemOf('not-found'));
    return showAddition(c, addition, { token: formToken(c, door.secret) });
  };
}

export function showAddition(
  c: WebContext,
  addition: Addition,
  { token, error, status = 200 }: { readonly token: string; readonly error?: MessageKey; readonly status?: 200 | 400 },
): Promise<Response> {
  const room = c.get('room');
  const { tr } = room;
  const { running, names, entries } = addition;
  if (running) c.header('Refresh', String(refreshSeconds));
  const [only] = names;
  const numbered = entries.map((entry, at) => ({ entry, at }));
  const listings = numbered.filter(({ entry }) => entry.kind === 'listing');
  const failed = entries.filter((entry) => entry.kind === 'failed');
  const added = entries.filter((entry) => entry.kind === 'added');
  return renderPage(
    c,
    <DeskPage room={room} title={tr.t('follow.addition.title')} error={error}>
      <p class="standfirst" role="status">
        {running
          ? tr.t('follow.addition.running', { done: entries.length, all: names.length })
          : tr.t('follow.addition.done', { added: added.length, failed: failed.length, asked: listings.length })}
      </p>
      {names.length === 1 && only !== undefined && (
        <p class="meta">
          <bdi dir="ltr">{clipText(only, 200)}</bdi>
        </p>
      )}
      {listings.map(({ entry, at }) => (
        <ListingForm entry={entry} at={at} id={addition.id} token={token} tr={tr} />
      ))}
      {added.length > 0 && (
        <section aria-labelledby="added">
          <h2 id="added">{tr.t('follow.addition.added')}</h2>
          <ul class="plain desk-entries">
            {added.slice(0, shownEntries).map((entry) => (
              <AddedEntry entry={entry} tr={tr} />
            ))}
          </ul>
          {added.length > shownEntries && <p>{tr.t('follow.addition.more', { count: added.length - shownEntries })}</p>}
        </section>
      )}
      {failed.length > 0 && (
        <section aria-labelledby="failed">
          <h2 id="failed">{tr.t('follow.addition.failed')}</h2>
          <ul class="plain desk-entries">
            {failed.slice(0, shownEntries).map((entry) => (
              <FailedEntry entry={entry} tr={tr} />
            ))}
          </ul>
          {failed.length > shownEntries && (
            <p>{tr.t('follow.addition.more', { count: failed.length - shownEntries })}</p>
          )}
        </section>
      )}
      <p>
        <a href="/desk/outlets">{tr.t('follow.title')}</a>
      </p>
    </DeskPage>,
    { status },
  );
}

function AddedEntry({ entry, tr }: { readonly entry: AdditionEntry; readonly tr: Translator }): JSX.Element | null {
  if (entry.kind !== 'added') return null;
  const { outlet, source, items, known } = entry;
  return (
    <li>
      <a href={deskPath(outlet.slug)}>
        <bdi>{clipText(outlet.name, 120)}</bdi>
      </a>{' '}
      <span class="meta">
        {tr.t(`follow.kind.${source.kind}`)} <SourceAddress address={source.address} />
        {items > 0 && ` · ${tr.t('follow.items-now', { count: items })}`}
        {known && ` · ${tr.t('follow.addition.known')}`}
      </span>
    </li>
  );
}

function FailedEntry({ entry, tr }: { readonly entry: AdditionEntry; readonly tr: Translator }): JSX.Element | null {
  if (entry.kind !== 'failed') return null;
  return (
    <li>
      <bdi dir="ltr">{clipText(entry.name, 200)}</bdi>
      <p class="meta">
        {errorSentence(entry.code, tr.language)} {entry.detail !== '' && <bdi dir="ltr">({entry.detail})</bdi>}
      </p>
    </li>
  );
}

/** A page without a feed: the links that look like articles, to be looked at before they are followed. */
function ListingForm({
  entry,
  at,
  id,
  token,
  tr,
}: {
  readonly entry: AdditionEntry;
  readonly at: number;
  readonly id: string;
  readonly token: string;
  readonly tr: Translator;
}): JSX.Element | null {
  if (entry.kind !== 'listing') return null;
  const { patterns, source } = entry.listing;
  return (
    <section aria-labelledby={`listing-${at}`}>
      <h2 id={`listing-${at}`}>{tr.t('follow.listing.title')}</h2>
      <p>
        <SourceAddress address={source.address} />
      </p>
      <p>{tr.t('follow.listing.text')}</p>
      <DeskForm action={additionPath(id)} token={token} button={tr.t('follow.listing.button')}>
        <input type="hidden" name="entry" value={String(at)} />
        <fieldset class="desk-patterns">
          <legend>{tr.t('follow.listing.legend')}</legend>
          {patterns.slice(0, shownPatterns).map(({ pattern, links }, number) => (
            <div>
              <p class="choice">
                <input
                  id={`pattern-${at}-${number}`}
                  type="radio"
                  name="pattern"
                  value={pattern}
                  checked={number === 0}
                />
                <label for={`pattern-${at}-${number}`}>
                  <bdi dir="ltr">{pattern}</bdi> ({tr.t('follow.listing.links', { count: links.length })})
                </label>
              </p>
              <ul>
                {links.slice(0, shownLinks).map(({ text, address }) => (
                  <li>
                    <bdi>{clipText(text, 120)}</bdi>{' '}
                    <span class="meta">
                      <bdi dir="ltr">{clipText(address, 120)}</bdi>
                    </span>
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </fieldset>
        <DeskField
          id={`pattern-${at}-own`}
          name="own"
          label={tr.t('follow.pattern')}
          hint={tr.t('follow.pattern.hint')}
          maxlength={300}
          ltr
        />
      </DeskForm>
    </section>
  );
}
