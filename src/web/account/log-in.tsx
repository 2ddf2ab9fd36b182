import { renderPage } from '../render.ts';
import type { WebContext } from '../room.ts';
import type { Door } from './door.ts';
import { fieldLimits } from './field-rules.ts';
import { AccountPage, type Errors, Field, Form, FormError } from './form.tsx';
import { forgetForms, formToken } from './form-token.ts';
import { passwordLimits } from './password-rules.ts';
import { keepNowhere, localPath, placeOf, readForm, seeOther, sendCookies, visitOf } from './visit.ts';

interface Typed {
  readonly login: string;
  readonly stay: boolean;
  readonly next: string;
}

/** `/account/login`: the form; `?next=` is where the reader came from. */
export function logInPage(door: Door): (c: WebContext) => Promise<Response> {
  return async (c) => {
    const { query } = c.get('room');
    return formPage(c, door, { login: '', stay: false, next: localPath(query['next'] ?? '') }, {}, 200);
  };
}

/** One answer for a name that is unknown and a password that is wrong. */
export function takeLogIn(door: Door): (c: WebContext) => Promise<Response> {
  return async (c) => {
    const { now } = c.get('room');
    const { field, refused } = await readForm(c, door);
    const typed = { login: field('login').trim(), stay: field('stay') === '1', next: localPath(field('next')) };
    const password = field('password');
    const again = (errors: Errors<'login' | 'password'>, status: 400 | 401 | 403 | 429) =>
      formPage(c, door, typed, errors, status);
    if (refused !== undefined) return again({ form: refused }, 403);
    const missing: Errors<'login' | 'password'> = {
      ...(typed.login === '' ? { login: 'account.error.login.missing' } : {}),
      ...(password === '' ? { password: 'account.error.password.missing' } : {}),
    };
    if (Object.keys(missing).length > 0) return again(missing, 400);
    const keys = { account: typed.login.toLowerCase().slice(0, fieldLimits.login), ...placeOf(c) };
    if (!door.limits.passwords.take(keys, now)) return again({ form: 'account.error.tries' }, 429);
    const accounts = await door.accounts();
    const found = await accounts.logIn(visitOf(c), { login: typed.login, password, stay: typed.stay });
    if ('refused' in found) return again({ form: `account.error.login.${found.refused}` }, 401);
    door.limits.passwords.giveBack(keys, now);
    sendCookies(c, found.cookies);
    forgetForms(c);
    return seeOther(c, typed.next);
  };
}

/** Ends this session. */
export function takeLogOut(door: Door): (c: WebContext) => Promise<Response> {
  return async (c) => {
    const { refused } = await readForm(c, door);
    if (refused !== undefined) return seeOther(c, '/account');
    sendCookies(c, await (await door.accounts()).logOut(visitOf(c)));
    forgetForms(c);
    return seeOther(c, '/account/login');
  };
}

function formPage(
  c: WebContext,
  door: Door,
  typed: Typed,
  errors: Errors<'login' | 'password'>,
  status: 200 | 400 | 401 | 403 | 429,
): Promise<Response> {
  const room = c.get('room');
  const { tr } = room;
  keepNowhere(c);
  if (status === 429) c.header('Retry-After', '900');
  const done = status === 200 ? doneNotes.find((note) => note === room.query['done']) : undefined;
  return renderPage(
    c,
    <AccountPage room={room} title={tr.t('account.login.title')}>
      {done !== undefined && (
        <p class="account-note" role="status">
          {tr.t(`account.done.${done}`)}
        </p>
      )}
      <FormError tr={tr} errors={errors} />
      <Form action="/account/login" token={formToken(c, door.secret)} button={tr.t('account.login.button')}>
        <input type="hidden" name="next" value={typed.next} />
        <Field
          tr={tr}
          name="login"
          label={tr.t('account.field.login')}
          value={typed.login}
          error={errors.login}
          autocomplete="username"
          maxlength={fieldLimits.login}
        />
        <Field
          tr={tr}
          name="password"
          type="password"
          label={tr.t('account.field.password')}
          error={errors.password}
          autocomplete="current-password"
          maxlength={passwordLimits.most}
        />
        <p class="choice">
          <input id="account-stay" type="checkbox" name="stay" value="1" checked={typed.stay} />{' '}
          <label for="account-stay">{tr.t('account.field.stay')}</label>
        </p>
      </Form>
      <p>
        <a href="/account/forgotten">{tr.t('account.forgotten.title')}</a>
      </p>
      <p>
        <a href="/account/register">{tr.t('account.register.title')}</a>
      </p>
    </AccountPage>,
    { status },
  );
}

const doneNotes = ['password', 'confirmed', 'email', 'everywhere', 'removed'] as const;
