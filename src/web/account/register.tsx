import type { JSX } from 'hono/jsx/jsx-runtime';
import { usernameLimits } from '../../store/accounts/username.ts';
import type { MessageKey } from '../i18n.ts';
import { renderPage } from '../render.ts';
import type { Room, WebContext } from '../room.ts';
import { askQuestion, checkAnswer, type Question } from './captcha.ts';
import type { Door } from './door.ts';
import { emailError, fieldLimits, nameError, passwordError, repeatError, usernameError } from './field-rules.ts';
import { AccountPage, type Errors, Field, Form, FormError } from './form.tsx';
import { formToken } from './form-token.ts';
import { sendConfirmation } from './letters.ts';
import { passwordLimits } from './password-rules.ts';
import { keepNowhere, placeOf, readForm, seeOther } from './visit.ts';

const names = ['name', 'username', 'email', 'email2', 'password', 'password2', 'answer'] as const;
type Name = (typeof names)[number];
type Typed = Readonly<Record<Exclude<Name, 'password' | 'password2' | 'answer'> | 'invitation', string>>;

/** `/account/register`: the form. */
export function registerPage(door: Door): (c: WebContext) => Promise<Response> {
  return async (c) => {
    const invitation = c.get('room').query['invitation'] ?? '';
    const closed = await whyClosed(door, invitation);
    if (closed !== undefined) return closedPage(c, closed);
    return formPage(c, door, { name: '', username: '', email: '', email2: '', invitation }, {}, 200);
  };
}

/** Makes the account of who filled everything in, and says the same whether the address was known or not. */
export function takeRegistration(door: Door): (c: WebContext) => Promise<Response> {
  return async (c) => {
    const { now } = c.get('room');
    const { field, refused } = await readForm(c, door);
    const typed: Typed = {
      name: field('name').trim().replace(/\s+/g, ' '),
      username: field('username').trim(),
      email: field('email').trim(),
      email2: field('email2').trim(),
      invitation: field('invitation'),
    };
    const again = (errors: Errors<Name>, status: 400 | 403 | 409 | 429 = 400) =>
      formPage(c, door, typed, errors, status);
    const closed = await whyClosed(door, typed.invitation);
    if (closed !== undefined) return closedPage(c, closed);
    if (refused !== undefined) return again({ form: refused }, 403);
    const place = placeOf(c);
    if (!door.limits.questions.take(place, now)) return again({ form: 'account.error.often' }, 429);
    const [password, answer] = [field('password'), field('answer').trim()];
    const answered = checkAnswer(field('question'), answer, door.secret, now);
    const errors = fieldErrors(typed, password, field('password2'), answer);
    if (errors.answer === undefined && !answered.right)
      errors.answer = answered.why === 'late' ? 'account.error.answer.late' : 'account.error.answer.wrong';
    if (Object.keys(errors).length > 0 || !answered.right) return again(errors);
    const accounts = await door.accounts();
    if (!(await accounts.spend(answered.nonce, answered.until))) return again({ answer: 'account.error.answer.late' });
    if (!door.limits.registrations.take(place, now)) return again({ form: 'account.error.often' }, 429);
    if ((await accounts.find(typed.username)) !== undefined)
      return again({ username: 'account.error.username.taken' }, 409);
    if (door.signUp === 'invitation' && (await accounts.useLink('invitation', typed.invitation)) === undefined)
      return closedPage(c, 'invitation');
    const { name, username, email } = typed;
    const made = await accounts.register({ name, username, email, password });
    if (made === 'username-taken') return again({ username: 'account.error.username.taken' }, 409);
    // Not waited for: how long a letter takes would tell whether the address had an account.
    sendConfirmation(c, door, username);
    return seeOther(c, '/account/registered');
  };
}

/** `/account/registered`: what happens next. */
export function registeredPage(door: Door): (c: WebContext) => Promise<Response> {
  return async (c) => {
    const room = c.get('room');
    const { tr } = room;
    keepNowhere(c);
    return renderPage(
      c,
      <AccountPage room={room} title={tr.t('account.registered.title')}>
        <p class="standfirst">
          {tr.t(door.mail === undefined ? 'account.registered.waits' : 'account.registered.letter')}
        </p>
        <p>
          <a href="/account/login">{tr.t('account.login.title')}</a>
        </p>
      </AccountPage>,
    );
  };
}

function fieldErrors(
  typed: Typed,
  password: string,
  password2: string,
  answer: string,
): Partial<Record<Name, MessageKey>> {
  const found: Readonly<Record<Name, MessageKey | undefined>> = {
    name: nameError(typed.name),
    username: usernameError(typed.username),
    email: emailError(typed.email),
    email2: repeatError(typed.email.toLowerCase(), typed.email2.toLowerCase(), [
      'account.error.email2.missing',
      'account.error.email2.differs',
    ]),
    password: passwordError(password, [typed.name, typed.username, typed.email]),
    password2: repeatError(password, password2, ['account.error.password2.missing', 'account.error.password2.differs']),
    answer: answer === '' ? 'account.error.answer.missing' : undefined,
  };
  return Object.fromEntries(Object.entries(found).filter(([, error]) => error !== undefined));
}

async function whyClosed(door: Door, invitation: string): Promise<'closed' | 'invitation' | undefined> {
  if (door.signUp === 'open') return undefined;
  if (door.signUp === 'closed') return 'closed';
  const known = invitation !== '' && (await (await door.accounts()).readLink('invitation', invitation)) !== undefined;
  return known ? undefined : 'invitation';
}

function closedPage(c: WebContext, why: 'closed' | 'invitation'): Promise<Response> {
  const room = c.get('room');
  const { tr } = room;
  keepNowhere(c);
  return renderPage(
    c,
    <AccountPage room={room} title={tr.t('account.register.title')}>
      <p class="standfirst">{tr.t(`account.register.${why}`)}</p>
      <p>
        <a href="/account/login">{tr.t('account.login.title')}</a>
      </p>
    </AccountPage>,
    { status: 403 },
  );
}

function formPage(
  c: WebContext,
  door: Door,
  typed: Typed,
  errors: Errors<Name>,
  status: 200 | 400 | 403 | 409 | 429,
): Promise<Response> {
  const room = c.get('room');
  const { tr } = room;
  keepNowhere(c);
  if (status === 429) c.header('Retry-After', '3600');
  const question = askQuestion(tr.language, door.secret, room.now);
  const token = formToken(c, door.secret);
  return renderPage(
    c,
    <AccountPage room={room} title={tr.t('account.register.title')}>
      <p class="standfirst">{tr.t('account.register.text')}</p>
      <p class="account-note">{tr.t(door.mail === undefined ? 'account.register.waits' : 'account.register.letter')}</p>
      <FormError tr={tr} errors={errors} />
      <RegisterForm room={room} typed={typed} errors={errors} question={question} token={token} />
      <p>
        <a href="/account/login">{tr.t('account.register.have')}</a>
      </p>
    </AccountPage>,
    { status },
  );
}

function RegisterForm(props: {
  room: Room;
  typed: Typed;
  errors: Errors<Name>;
  question: Question;
  token: string;
}): JSX.Element {
  const { room, typed, errors, question, token } = props;
  const { tr } = room;
  const common = (name: Name) => ({ tr, name, label: tr.t(`account.field.${name}`), error: errors[name] });
  const password = { type: 'password', autocomplete: 'new-password', maxlength: passwordLimits.most } as const;
  const email = { type: 'email', autocomplete: 'email', maxlength: fieldLimits.email } as const;
  return (
    <Form action="/account/register" token={token} button={tr.t('account.register.button')}>
      {typed.invitation !== '' && <input type="hidden" name="invitation" value={typed.invitation} />}
      <Field {...common('name')} value={typed.name} autocomplete="name" maxlength={fieldLimits.name} />
      <Field
        {...common('username')}
        value={typed.username}
        hint={tr.t('account.hint.username')}
        autocomplete="username"
        maxlength={usernameLimits.most}
      />
      <Field {...common('email')} {...email} value={typed.email} />
      <Field {...common('email2')} {...email} value={typed.email2} />
      <Field
        {...common('password')}
        {...password}
        hint={tr.t('account.hint.password', { least: passwordLimits.least })}
        minlength={passwordLimits.least}
      />
      <Field {...common('password2')} {...password} minlength={passwordLimits.least} />
      <fieldset class="captcha">
        <legend>{tr.t('account.captcha.title')}</legend>
        <input type="hidden" name="question" value={question.token} />
        <Field
          {...common('answer')}
          label={question.text}
          hint={tr.t('account.hint.answer')}
          autocomplete="off"
          maxlength={fieldLimits.answer}
        />
      </fieldset>
    </Form>
  );
}
