import type { Child } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';
import type { MessageKey, Translator } from '../i18n.ts';
import type { Room } from '../room.ts';
import { Layout } from '../views/layout.tsx';

/** What is wrong with which field; `form` is about all of it. */
export type Errors<Name extends string> = Readonly<Partial<Record<Name | 'form', MessageKey>>>;

export interface FieldProps {
  readonly tr: Translator;
  readonly name: string;
  readonly label: string;
  readonly type?: 'text' | 'password' | 'email';
  readonly value?: string;
  readonly autocomplete: string;
  readonly hint?: string | undefined;
  readonly error?: MessageKey | undefined;
  readonly maxlength: number;
  readonly minlength?: number;
}

/** One labelled line of a form, with its error beside it. The error is told again by screen readers at the field. */
export function Field(props: FieldProps): JSX.Element {
  const { tr, name, label, type = 'text', hint, error } = props;
  const id = `account-${name}`;
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
        type={type}
        required
        maxlength={props.maxlength}
        minlength={props.minlength}
        autocomplete={props.autocomplete}
        autocapitalize="none"
        spellcheck={false}
        dir={type === 'email' ? 'ltr' : 'auto'}
        value={type === 'password' ? undefined : props.value}
        aria-invalid={error === undefined ? undefined : 'true'}
        aria-describedby={described === '' ? undefined : described}
      />
      {error !== undefined && (
        <span class="field-error" id={`${id}-error`}>
          {tr.t(error)}
        </span>
      )}
    </p>
  );
}

export interface FormProps {
  readonly action: string;
  readonly token: string;
  readonly button: string;
  readonly label?: string;
  readonly children?: Child;
}

/** A form of this site: what it sends carries the word of this browser. Errors come from us, in the reader's language. */
export function Form({ action, token, button, label, children }: FormProps): JSX.Element {
  return (
    <form class="report-form account-form" method="post" action={action} novalidate aria-label={label}>
      <input type="hidden" name="form" value={token} />
      {children}
      <p>
        <button type="submit">{button}</button>
      </p>
    </form>
  );
}

/** Says above the form that something is wrong with it, and where. */
export function FormError<Name extends string>({
  tr,
  errors,
}: {
  readonly tr: Translator;
  readonly errors: Errors<Name>;
}): JSX.Element | null {
  const fields = Object.keys(errors).filter((name) => name !== 'form');
  if (errors.form === undefined && fields.length === 0) return null;
  return (
    <div class="form-error" role="alert">
      <p>{errors.form === undefined ? tr.t('account.error.fields', { count: fields.length }) : tr.t(errors.form)}</p>
      {fields.length > 0 && (
        <ul>
          {fields.map((name) => (
            <li>
              <a href={`#account-${name}`}>{tr.t(errors[name as Name] as MessageKey)}</a>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** The frame of the pages of accounts: none is kept by search engines. */
export function AccountPage({
  room,
  title,
  children,
}: {
  readonly room: Room;
  readonly title: string;
  readonly children?: Child;
}): JSX.Element {
  return (
    <Layout room={room} title={title} noindex>
      <div class="notice-page">
        <h1>{title}</h1>
        {children}
      </div>
    </Layout>
  );
}
