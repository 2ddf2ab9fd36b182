import type { Child } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Account } from '../../store/accounts/accounts.ts';
import { refusePage } from '../account/desk.tsx';
import type { Door } from '../account/door.ts';
import { forMembers } from '../account/own-account.tsx';
import { mayFollow } from '../account/roles.ts';
import { keepNowhere } from '../account/visit.ts';
import type { MessageKey } from '../i18n.ts';
import type { Room, WebContext } from '../room.ts';
import { Layout } from '../views/layout.tsx';

export type DeskRoom = (c: WebContext, account: Account) => Promise<Response>;

/** Opens a page for editors; strangers log in first, everybody else is told whose it is. */
export function forEditors(door: Door, page: DeskRoom): (c: WebContext) => Promise<Response> {
  return forMembers(door, (c, account) => {
    keepNowhere(c);
    return mayFollow(account) ? page(c, account) : refusePage(c, 'follow.refused');
  });
}

/** The frame of the pages on which outlets are followed. */
export function DeskPage({
  room,
  title,
  name,
  text,
  note,
  error,
  children,
}: {
  readonly room: Room;
  readonly title: string;
  /** Of an outlet: in its own direction. */
  readonly name?: string;
  readonly text?: string;
  readonly note?: MessageKey | undefined;
  readonly error?: MessageKey | undefined;
  readonly children?: Child;
}): JSX.Element {
  const { tr } = room;
  return (
    <Layout room={room} title={title} noindex>
      <header class="room-head">
        <p class="kicker">
          <a href="/desk">{tr.t('desk.title')}</a>
          {room.path !== '/desk/outlets' && (
            <>
              {' · '}
              <a href="/desk/outlets">{tr.t('follow.title')}</a>
            </>
          )}
        </p>
        <h1>{name === undefined ? title : <bdi>{name}</bdi>}</h1>
        {text !== undefined && <p class="standfirst">{text}</p>}
      </header>
      {note !== undefined && (
        <p class="account-note" role="status">
          {tr.t(note)}
        </p>
      )}
      {error !== undefined && (
        <p class="form-error" role="alert">
          {tr.t(error)}
        </p>
      )}
      {children}
    </Layout>
  );
}

/** A form of the desk. What it sends carries the word of this browser. */
export function DeskForm({
  action,
  token,
  button,
  label,
  upload,
  inline,
  children,
}: {
  readonly action: string;
  readonly token: string;
  readonly button: string;
  /** Says which one, where a page has several of a kind. */
  readonly label?: string;
  readonly upload?: boolean;
  readonly inline?: boolean;
  readonly children?: Child;
}): JSX.Element {
  const submit = (
    <button type="submit" aria-label={label}>
      {button}
    </button>
  );
  return (
    <form
      class={inline === true ? 'desk-inline' : 'report-form account-form'}
      method="post"
      action={action}
      enctype={upload === true ? 'multipart/form-data' : undefined}
      novalidate
    >
      <input type="hidden" name="form" value={token} />
      {children}
      {inline === true ? submit : <p>{submit}</p>}
    </form>
  );
}

/** One labelled line, its hint before it and its error after it. */
export function DeskField({
  id,
  name,
  label,
  hint,
  error,
  value,
  type = 'text',
  required,
  ltr,
  maxlength,
}: {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly error?: string | undefined;
  readonly value?: string;
  readonly type?: 'text' | 'number' | 'url' | 'file';
  readonly required?: boolean;
  /** Addresses and patterns read from left to right in every language. */
  readonly ltr?: boolean;
  readonly maxlength?: number;
}): JSX.Element {
  const described = [hint === undefined ? '' : `${id}-hint`, error === undefined ? '' : `${id}-error`]
    .filter((part) => part !== '')
    .join(' ');
  return (
    <p class="field">
      <label for={id}>{label}</label>
      {hint !== undefined && (
        <span class="hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      <input
        id={id}
        name={name}
        type={type === 'number' || type === 'url' ? 'text' : type}
        inputmode={type === 'number' ? 'numeric' : type === 'url' ? 'url' : undefined}
        accept={type === 'file' ? '.opml,.xml,.txt' : undefined}
        required={required}
        maxlength={maxlength}
        autocomplete="off"
        autocapitalize="none"
        spellcheck={false}
        dir={ltr === true ? 'ltr' : 'auto'}
        value={value}
        aria-invalid={error === undefined ? undefined : 'true'}
        aria-describedby={described === '' ? undefined : described}
      />
      {error !== undefined && (
        <span class="field-error" id={`${id}-error`}>
          {error}
        </span>
      )}
    </p>
  );
}

export function DeskChoice({
  id,
  name,
  label,
  checked,
}: {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly checked: boolean;
}): JSX.Element {
  return (
    <p class="choice">
      <input id={id} name={name} type="checkbox" value="1" checked={checked} />
      <label for={id}>{label}</label>
    </p>
  );
}
