import type { Child } from 'hono/jsx';
import { renderAccount } from '../../schemas/accounts.ts';
import type { Account } from '../../store/accounts/accounts.ts';
import type { MessageKey } from '../i18n.ts';
import { renderPage } from '../render.ts';
import type { WebContext } from '../room.ts';
import type { Door } from './door.ts';
import { emailError, fieldLimits, repeatError } from './field-rules.ts';
import { newPasswordErrors } from './forgotten.tsx';
import { AccountPage, type Errors, Field, Form, FormError } from './form.tsx';
import { forgetForms, formToken } from './form-token.ts';
import { sendNewAddress } from './letters.ts';
import { passwordLimits } from './password-rules.ts';
import { keepNowhere, placeOf, readForm, type Sent, seeOther, visitorOf } from './visit.ts';

type Page = (c: WebContext) => Promise<Response>;
type Name = 'current' | 'password' | 'password2' | 'email' | 'email2';
type Status = 200 | 400 | 403 | 409 | 429;

/** Opens a page for who is logged in; everybody else is asked to log in first. */
export function forMembers(door: Door, page: (c: WebContext, account: Account) => Promise<Response>): Page {
  return async (c) => {
    const account = await visitorOf(c, door);
    if (account !== undefined) return page(c, account);
    return seeOther(c, `/account/login?next=${encodeURIComponent(c.get('room').path)}`);
  };
}

/** `/account`: what the site knows of the reader, and what they can do with it. */
export function ownPage(door: Door): Page {
  return forMembers(door, (c, account) => {
    const room = c.get('room');
    const { tr } = room;
    keepNowhere(c);
    const token = formToken(c, door.secret);
    const done = (['email', 'letter'] as const).find((note) => note === room.query['done']);
    return renderPage(
      c,
      <AccountPage room={room} title={tr.t('account.own.title')}>
        {done !== undefined && (
          <p class="account-note" role="status">
            {tr.t(`account.done.${done}`)}
          </p>
        )}
        <dl class="account-facts">
          <dt>{tr.t('account.field.name')}</dt>
          <dd>
            <bdi>{account.name}</bdi>
          </dd>
          <dt>{tr.t('account.field.username')}</dt>
          <dd>
            <bdi>{account.username}</bdi>
          </dd>
          <dt>{tr.t('account.field.email')}</dt>
          <dd>
            <bdi>{account.email}</bdi>
          </dd>
          <dt>{tr.t('account.role')}</dt>
          <dd>{tr.t(`account.role.${account.role}`)}</dd>
        </dl>
        <ul class="account-links">
          {account.role !== 'reader' && (
            <li>
              <a href="/desk">{tr.t('desk.title')}</a>
            </li>
          )}
          <li>
            <a href="/account/password">{tr.t('account.password.title')}</a>
          </li>
          <li>
            <a href="/account/email">{tr.t('account.email.title')}</a>
          </li>
          <li>
            <a href="/account/export.json" download="rapporteur-account.json">
              {tr.t('account.export')}
            </a>
          </li>
          <li>
            <a href="/account/delete">{tr.t('account.delete.title')}</a>
          </li>
        </ul>
        <Form action="/account/logout" token={token} button={tr.t('account.logout')} />
        <Form action="/account/logout-everywhere" token={token} button={tr.t('account.everywhere')} />
      </AccountPage>,
    );
  });
}

/** Everything that is kept of the reader, as JSON. */
export function exportOwn(door: Door): Page {
  return forMembers(door, async (c, { id }) => {
    keepNowhere(c);
    c.header('Content-Disposition', 'attachment; filename="rapporteur-account.json"');
    const kept = await (await door.accounts()).export(id);
    return kept === undefined
      ? seeOther(c, '/account')
      : c.json(renderAccount(kept.account, kept.sessions, kept.traces));
  });
}

export function takeLogOutEverywhere(door: Door): Page {
  return forMembers(door, async (c, { id }) => {
    if ((await readForm(c, door)).refused !== undefined) return seeOther(c, '/account');
    await (await door.accounts()).logOutEverywhere(id);
    forgetForms(c);
    return seeOther(c, '/account/login?done=everywhere');
  });
}

export const passwordPage = (door: Door): Page => forMembers(door, (c) => passwordForm(c, door, {}, 200));

export function takePassword(door: Door): Page {
  return forMembers(door, async (c, account) => {
    const sent = await readForm(c, door);
    const password = sent.field('password');
    const errors = newPasswordErrors(password, sent.field('password2'), [
      account.name,
      account.username,
      account.email,
    ]);
    const wrong = await whyNot(c, door, account, sent, errors);
    if (wrong !== undefined) return passwordForm(c, door, ...wrong);
    await (await door.accounts()).setPassword(account.id, password);
    forgetForms(c);
    return seeOther(c, '/account/login?done=password');
  });
}

export const emailPage = (door: Door): Page =>
  forMembers(door, (c) => emailForm(c, door, { email: '', email2: '' }, {}, 200));

/** With letters, the new address counts once its owner has answered. */
export function takeEmail(door: Door): Page {
  return forMembers(door, async (c, account) => {
    const sent = await readForm(c, door);
    const typed = { email: sent.field('email').trim(), email2: sent.field('email2').trim() };
    const repeated = ['account.error.email2.missing', 'account.error.email2.differs'] as const;
    const [first, second] = [
      emailError(typed.email),
      repeatError(typed.email.toLowerCase(), typed.email2.toLowerCase(), repeated),
    ];
    const errors: Errors<Name> = {
      ...(first === undefined ? {} : { email: first }),
      ...(second === undefined ? {} : { email2: second }),
    };
    const wrong = await whyNot(c, door, account, sent, errors);
    if (wrong !== undefined) return emailForm(c, door, typed, ...wrong);
    if (door.mail !== undefined) {
      sendNewAddress(c, door, account.id, typed.email.toLowerCase());
      return seeOther(c, '/account?done=letter');
    }
    // A taken address is refused in words that do not say so: it may be another reader's.
    const set = await (await door.accounts()).setEmail(account.id, typed.email);
    if (!set) return emailForm(c, door, typed, { email: 'account.error.email.unusable' }, 409);
    return seeOther(c, '/account?done=email');
  });
}

export const deletePage = (door: Door): Page => forMembers(door, (c) => deleteForm(c, door, {}, 200));

export function takeDelete(door: Door): Page {
  return forMembers(door, async (c, account) => {
    const wrong = await whyNot(c, door, account, await readForm(c, door), {});
    if (wrong !== undefined) return deleteForm(c, door, ...wrong);
    const accounts = await door.accounts();
    if (account.role === 'admin' && (await accounts.list()).filter(({ role }) => role === 'admin').length < 2)
      return deleteForm(c, door, { form: 'account.error.last-admin' }, 409);
    await accounts.remove(account.id);
    forgetForms(c);
    return seeOther(c, '/account/login?done=removed');
  });
}

/** What changes an account asks for its password again: an open browser is not enough. */
async function whyNot(
  c: WebContext,
  door: Door,
  account: Account,
  { field, refused }: Sent,
  errors: Errors<Name>,
): Promise<readonly [Errors<Name>, Exclude<Status, 200>] | undefined> {
  if (refused !== undefined) return [{ form: refused }, 403];
  const current = field('current');
  if (current === '') return [{ current: 'account.error.password.missing', ...errors }, 400];
  if (Object.keys(errors).length > 0) return [errors, 400];
  const { now } = c.get('room');
  const keys = { account: account.username.toLowerCase(), ...placeOf(c) };
  if (!door.limits.passwords.take(keys, now)) return [{ form: 'account.error.tries' }, 429];
  if (!(await (await door.accounts()).hasPassword(account.id, current)))
    return [{ current: 'account.error.password.wrong' }, 403];
  door.limits.passwords.giveBack(keys, now);
  return undefined;
}

function passwordForm(c: WebContext, door: Door, errors: Errors<Name>, status: Status): Promise<Response> {
  const { tr } = c.get('room');
  const fresh = { tr, type: 'password', autocomplete: 'new-password', maxlength: passwordLimits.most } as const;
  return changeForm(
    c,
    door,
    { path: '/account/password', title: 'account.password.title', text: 'account.password.text', errors, status },
    <>
      <Field
        {...fresh}
        name="password"
        label={tr.t('account.field.new')}
        hint={tr.t('account.hint.password', { least: passwordLimits.least })}
        error={errors.password}
      />
      <Field {...fresh} name="password2" label={tr.t('account.field.new2')} error={errors.password2} />
    </>,
  );
}

function emailForm(
  c: WebContext,
  door: Door,
  typed: Readonly<Record<'email' | 'email2', string>>,
  errors: Errors<Name>,
  status: Status,
): Promise<Response> {
  const { tr } = c.get('room');
  return changeForm(
    c,
    door,
    { path: '/account/email', title: 'account.email.title', text: 'account.email.text', errors, status },
    (['email', 'email2'] as const).map((name) => (
      <Field
        tr={tr}
        name={name}
        type="email"
        label={tr.t(`account.field.${name}`)}
        value={typed[name]}
        error={errors[name]}
        autocomplete="email"
        maxlength={fieldLimits.email}
      />
    )),
  );
}

function deleteForm(c: WebContext, door: Door, errors: Errors<Name>, status: Status): Promise<Response> {
  const about = { title: 'account.delete.title', text: 'account.delete.text', errors, status } as const;
  return changeForm(c, door, { path: '/account/delete', ...about });
}

function changeForm(
  c: WebContext,
  door: Door,
  about: {
    readonly path: string;
    readonly title: MessageKey;
    readonly text: MessageKey;
    readonly errors: Errors<Name>;
    readonly status: Status;
  },
  fields?: Child,
): Promise<Response> {
  const room = c.get('room');
  const { tr } = room;
  keepNowhere(c);
  return renderPage(
    c,
    <AccountPage room={room} title={tr.t(about.title)}>
      <p class="standfirst">{tr.t(about.text)}</p>
      <FormError tr={tr} errors={about.errors} />
      <Form action={about.path} token={formToken(c, door.secret)} button={tr.t(about.title)}>
        <Field
          tr={tr}
          name="current"
          type="password"
          label={tr.t('account.field.current')}
          error={about.errors.current}
          autocomplete="current-password"
          maxlength={passwordLimits.most}
        />
        {fields}
      </Form>
      <p>
        <a href="/account">{tr.t('account.own.title')}</a>
      </p>
    </AccountPage>,
    { status: about.status },
  );
}
