import { randomBytes } from 'node:crypto';
import type { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Look } from '../../jobs/collect/add-wanted.ts';
import type { AccountStore } from '../../store/accounts/accounts.ts';
import type { Store } from '../../store/store.ts';
import { addOutletDesk } from '../desk/outlet-desk.ts';
import { problemOf, respondProblem } from '../errors.tsx';
import type { WebContext, WebEnvironment } from '../room.ts';
import { deskPage, takeConfirmation } from './desk.tsx';
import type { Door, Mail, SignUp } from './door.ts';
import { confirmPage, forgottenPage, resetPage, takeConfirm, takeForgotten, takeReset } from './forgotten.tsx';
import { openAccountLimits } from './limits.ts';
import { logInPage, takeLogIn, takeLogOut } from './log-in.tsx';
import {
  deletePage,
  emailPage,
  exportOwn,
  ownPage,
  passwordPage,
  takeDelete,
  takeEmail,
  takeLogOutEverywhere,
  takePassword,
} from './own-account.tsx';
import { registeredPage, registerPage, takeRegistration } from './register.tsx';

export interface AccountSettings {
  /** Signs cookies, forms and questions. @default one that ends with the process */
  readonly secret?: string;
  /** @default open */
  readonly signUp?: SignUp;
  readonly mail?: (mail: Mail) => Promise<void>;
  /** @default those of the store */
  readonly accounts?: AccountStore;
  /** Visits addresses that editors want to follow. @default only feeds that a file names are taken */
  readonly look?: Look;
}

/** Accounts and the desk. What they need is opened when somebody first comes to one of these pages. */
export function addAccountRooms(
  app: Hono<WebEnvironment>,
  { store, now, ...settings }: AccountSettings & { readonly store: Store; readonly now: () => Date },
): void {
  const secret = settings.secret ?? randomBytes(32).toString('base64url');
  let opened: Promise<AccountStore> | undefined;
  const door: Door = {
    accounts: () => {
      opened ??= settings.accounts === undefined ? store.accounts(secret) : Promise.resolve(settings.accounts);
      return opened;
    },
    secret,
    signUp: settings.signUp ?? 'open',
    ...(settings.mail === undefined ? {} : { mail: settings.mail }),
    limits: openAccountLimits(),
  };
  const small = bodyLimit({
    maxSize: 32 * 1024,
    onError: (c) => respondProblem(c as WebContext, problemOf('invalid-parameter')),
  });
  const pages: Readonly<Record<string, (c: WebContext) => Promise<Response>>> = {
    '/account': ownPage(door),
    '/account/register': registerPage(door),
    '/account/registered': registeredPage(door),
    '/account/login': logInPage(door),
    '/account/forgotten': forgottenPage(door),
    '/account/reset': resetPage(door),
    '/account/confirm': confirmPage(door),
    '/account/password': passwordPage(door),
    '/account/email': emailPage(door),
    '/account/delete': deletePage(door),
    '/account/export.json': exportOwn(door),
    '/desk': deskPage(door),
  };
  const forms: Readonly<Record<string, (c: WebContext) => Promise<Response>>> = {
    '/account/register': takeRegistration(door),
    '/account/login': takeLogIn(door),
    '/account/logout': takeLogOut(door),
    '/account/logout-everywhere': takeLogOutEverywhere(door),
    '/account/forgotten': takeForgotten(door),
    '/account/reset': takeReset(door),
    '/account/confirm': takeConfirm(door),
    '/account/password': takePassword(door),
    '/account/email': takeEmail(door),
    '/account/delete': takeDelete(door),
    '/desk/accounts': takeConfirmation(door),
  };
  for (const [path, page] of Object.entries(pages)) app.get(path, page);
  for (const [path, take] of Object.entries(forms)) app.post(path, small, take);
  addOutletDesk(app, { store, door, now, ...(settings.look && { look: settings.look }) });
}
