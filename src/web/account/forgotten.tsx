import type { MessageKey } from '../i18n.ts';
import { renderPage } from '../render.ts';
import type { WebContext } from '../room.ts';
import type { Door } from './door.ts';
import { fieldLimits, passwordError, repeatError } from './field-rules.ts';
import { AccountPage, type Errors, Field, Form, FormError } from './form.tsx';
import { forgetForms, formToken } from './form-token.ts';
import { sendReset } from './letters.ts';
import { passwordLimits } from './password-rules.ts';
import { keepNowhere, placeOf, readForm, seeOther } from './visit.ts';

/** `/account/forgotten`: a letter with a link, or whom to ask for one. */
export function forgottenPage(door: Door): (c: WebContext) => Promise<Response> {
  return (c) => askPage(c, door, '', {}, 200);
}

/** One answer for every name: whether there is such an account stays unsaid. */
export function takeForgotten(door: Door): (c: WebContext) => Promise<Response> {
  return async (c) => {
    const room = c.get('room');
    const { field, refused } = await readForm(c, door);
    const login = field('login').trim();
    if (refused !== undefined) return askPage(c, door, login, { form: refused }, 403);
    if (door.mail === undefined) return askPage(c, door, login, {}, 400);
    if (login === '') return askPage(c, door, login, { login: 'account.error.login.missing' }, 400);
    if (!door.limits.letters.take({ account: login.toLowerCase(), ...placeOf(c) }, room.now))
      return askPage(c, door, login, { form: 'account.error.often' }, 429);
    sendReset(c, door, login);
    keepNowhere(c);
    return renderPage(
      c,
      <AccountPage room={room} title={room.tr.t('account.forgotten.title')}>
        <p class="standfirst">{room.tr.t('account.forgotten.sent')}</p>
      </AccountPage>,
    );
  };
}

/** `/account/reset?word=`: a new password for who has the link. */
export function resetPage(door: Door): (c: WebContext) => Promise<Response> {
  return async (c) => {
    const word = c.get('room').query['word'] ?? '';
    if ((await (await door.accounts()).readLink('reset', word)) === undefined) return deadLinkPage(c);
    return newPasswordPage(c, door, word, {}, 200);
  };
}

export function takeReset(door: Door): (c: WebContext) => Promise<Response> {
  return async (c) => {
    const { field, refused } = await readForm(c, door);
    const [word, password] = [field('word'), field('password')];
    if (refused !== undefined) return newPasswordPage(c, door, word, { form: refused }, 403);
    const accounts = await door.accounts();
    const accountId = await accounts.readLink('reset', word);
    const account = accountId === undefined ? undefined : await accounts.find(accountId);
    if (account === undefined) return deadLinkPage(c);
    const errors = newPasswordErrors(password, field('password2'), [account.name, account.username, account.email]);
    if (Object.keys(errors).length > 0) return newPasswordPage(c, door, word, errors, 400);
    if ((await accounts.useLink('reset', word)) === undefined) return deadLinkPage(c);
    await accounts.setPassword(account.id, password);
    forgetForms(c);
    return seeOther(c, '/account/login?done=password');
  };
}

/** `/account/confirm?word=`: a button, since programs that look at letters follow links too. */
export function confirmPage(door: Door): (c: WebContext) => Promise<Response> {
  return async (c) => {
    const room = c.get('room');
    const { tr } = room;
    const word = room.query['word'] ?? '';
    const accounts = await door.accounts();
    const known = (await accounts.readLink('confirm', word)) ?? (await accounts.readLink('email', word));
    if (known === undefined) return deadLinkPage(c);
    keepNowhere(c);
    return renderPage(
      c,
      <AccountPage room={room} title={tr.t('account.confirm.title')}>
        <p class="standfirst">{tr.t('account.confirm.text')}</p>
        <Form action="/account/confirm" token={formToken(c, door.secret)} button={tr.t('account.confirm.button')}>
          <input type="hidden" name="word" value={word} />
        </Form>
      </AccountPage>,
    );
  };
}

export function takeConfirm(door: Door): (c: WebContext) => Promise<Response> {
  return async (c) => {
    const { field, refused } = await readForm(c, door);
    if (refused !== undefined) return deadLinkPage(c);
    const accounts = await door.accounts();
    const accountId = await accounts.useLink('confirm', field('word'));
    if (accountId !== undefined) {
      await accounts.setConfirmed(accountId);
      return seeOther(c, '/account/login?done=confirmed');
    }
    const [ownerId = '', email = ''] = ((await accounts.useLink('email', field('word'))) ?? '').split(' ');
    if (email === '' || !(await accounts.setEmail(ownerId, email))) return deadLinkPage(c);
    return seeOther(c, '/account/login?done=email');
  };
}

export function newPasswordErrors(
  password: string,
  password2: string,
  own: readonly string[],
): Errors<'password' | 'password2'> {
  const repeated: readonly [MessageKey, MessageKey] = [
    'account.error.password2.missing',
    'account.error.password2.differs',
  ];
  const [first, second] = [passwordError(password, own), repeatError(password, password2, repeated)];
  return {
    ...(first === undefined ? {} : { password: first }),
    ...(second === undefined ? {} : { password2: second }),
  };
}

function askPage(
  c: WebContext,
  door: Door,
  login: string,
  errors: Errors<'login'>,
  status: 200 | 400 | 403 | 429,
): Promise<Response> {
  const room = c.get('room');
  const { tr } = room;
  keepNowhere(c);
  if (status === 429) c.header('Retry-After', '3600');
  return renderPage(
    c,
    <AccountPage room={room} title={tr.t('account.forgotten.title')}>
      <p class="standfirst">
        {tr.t(door.mail === undefined ? 'account.forgotten.operator' : 'account.forgotten.text')}
      </p>
      <FormError tr={tr} errors={errors} />
      {door.mail !== undefined && (
        <Form action="/account/forgotten" token={formToken(c, door.secret)} button={tr.t('account.forgotten.button')}>
          <Field
            tr={tr}
            name="login"
            label={tr.t('account.field.login')}
            value={login}
            error={errors.login}
            autocomplete="username"
            maxlength={fieldLimits.login}
          />
        </Form>
      )}
    </AccountPage>,
    { status },
  );
}

function newPasswordPage(
  c: WebContext,
  door: Door,
  word: string,
  errors: Errors<'password' | 'password2'>,
  status: 200 | 400 | 403,
): Promise<Response> {
  const room = c.get('room');
  const { tr } = room;
  const password = { tr, type: 'password', autocomplete: 'new-password', maxlength: passwordLimits.most } as const;
  keepNowhere(c);
  return renderPage(
    c,
    <AccountPage room={room} title={tr.t('account.reset.title')}>
      <FormError tr={tr} errors={errors} />
      <Form action="/account/reset" token={formToken(c, door.secret)} button={tr.t('account.reset.button')}>
        <input type="hidden" name="word" value={word} />
        <Field
          {...password}
          name="password"
          label={tr.t('account.field.new')}
          hint={tr.t('account.hint.password', { least: passwordLimits.least })}
          error={errors.password}
        />
        <Field {...password} name="password2" label={tr.t('account.field.new2')} error={errors.password2} />
      </Form>
    </AccountPage>,
    { status },
  );
}

function deadLinkPage(c: WebContext): Promise<Response> {
  const room = c.get('room');
  keepNowhere(c);
  return renderPage(
    c,
    <AccountPage room={room} title={room.tr.t('account.dead-link.title')}>
      <p class="standfirst">{room.tr.t('account.dead-link.text')}</p>
      <p>
        <a href="/account/forgotten">{room.tr.t('account.forgotten.title')}</a>
      </p>
    </AccountPage>,
    { status: 410 },
  );
}
