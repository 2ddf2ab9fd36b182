import { isUsername } from '../../store/accounts/username.ts';
import type { MessageKey } from '../i18n.ts';
import { findPasswordFault } from './password-rules.ts';

export const fieldLimits = { name: 80, email: 254, login: 254, answer: 60, least: 2 } as const;

export function nameError(name: string): MessageKey | undefined {
  if (name === '') return 'account.error.name.missing';
  if (
    name.length < fieldLimits.least ||
    name.length > fieldLimits.name ||
    /[\p{Cc}<>\u202a-\u202e\u2066-\u2069]/u.test(name)
  )
    return 'account.error.name.form';
  return undefined;
}

export function usernameError(username: string): MessageKey | undefined {
  if (username === '') return 'account.error.username.missing';
  return isUsername(username) ? undefined : 'account.error.username.form';
}

export function emailError(email: string): MessageKey | undefined {
  if (email === '') return 'account.error.email.missing';
  return isEmail(email) ? undefined : 'account.error.email.form';
}

/** Plain ASCII without quotes or line breaks: what cannot begin another header of a letter. */
export function isEmail(text: string): boolean {
  return (
    text.length <= fieldLimits.email &&
    /^[A-Za-z0-9_+&'-]+(?:\.[A-Za-z0-9_+&'-]+)*@(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z][A-Za-z0-9-]*[A-Za-z0-9]$/.test(
      text,
    )
  );
}

export function passwordError(password: string, own: readonly string[]): MessageKey | undefined {
  if (password === '') return 'account.error.password.missing';
  const fault = findPasswordFault(password, own);
  return fault === undefined ? undefined : `account.error.password.${fault}`;
}

/** Of a field that is typed twice. */
export function repeatError(
  first: string,
  second: string,
  [missing, differs]: readonly [MessageKey, MessageKey],
): MessageKey | undefined {
  if (second === '') return missing;
  return first === second ? undefined : differs;
}
