import type { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { problemOf, respondProblem } from '../errors.tsx';
import type { WebContext, WebEnvironment } from '../room.ts';
import { deskPage, takeConfirmation } from './desk.tsx';
import type { Door } from './door.ts';
import { confirmPage, forgottenPage, resetPage, takeConfirm, takeForgotten, takeReset } from './forgotten.tsx';
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

/** Accounts and the desk. */
export function addAccountRooms(app: Hono<WebEnvironment>, door: Door): void {
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
}
