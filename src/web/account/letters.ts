import type { MessageKey } from '../i18n.ts';
import type { WebContext } from '../room.ts';
import type { Door } from './door.ts';

/** Work that the answer does not wait for: its length must not tell what the archive knows. */
function afterwards(c: WebContext, work: () => Promise<void>): void {
  const log = c.get('log');
  work().catch((error: unknown) => log.error('letter-failed', { error: String(error) }));
}

/** Only the address that the operator gave: what a request says about its host could lead the reader elsewhere. */
function siteAddress(c: WebContext): string {
  return c.get('room').settings.baseUrl ?? 'http://localhost';
}

async function send(
  c: WebContext,
  door: Door,
  to: string,
  about: 'confirm' | 'reset' | 'email',
  path: string,
): Promise<void> {
  const { tr } = c.get('room');
  const subject: MessageKey = `account.letter.${about}.subject`;
  const text: MessageKey = `account.letter.${about}.text`;
  await door.mail?.({
    to,
    subject: tr.t(subject),
    text: `${tr.t(text)}\n\n${new URL(path, siteAddress(c)).href}\n\n${tr.t('account.letter.ignore')}\n`,
  });
}

export function sendConfirmation(c: WebContext, door: Door, username: string): void {
  if (door.mail === undefined) return;
  afterwards(c, async () => {
    const accounts = await door.accounts();
    const account = await accounts.find(username);
    if (account === undefined || account.confirmed) return;
    const word = await accounts.makeLink('confirm', account.id, 48);
    await send(c, door, account.email, 'confirm', `/account/confirm?word=${word}`);
  });
}

export function sendReset(c: WebContext, door: Door, login: string): void {
  if (door.mail === undefined) return;
  afterwards(c, async () => {
    const accounts = await door.accounts();
    const account = await accounts.find(login);
    if (account === undefined || account.blocked) return;
    const word = await accounts.makeLink('reset', account.id, 1);
    await send(c, door, account.email, 'reset', `/account/reset?word=${word}`);
  });
}

export function sendNewAddress(c: WebContext, door: Door, accountId: string, email: string): void {
  if (door.mail === undefined) return;
  afterwards(c, async () => {
    const word = await (await door.accounts()).makeLink('email', `${accountId} ${email}`, 24);
    await send(c, door, email, 'email', `/account/confirm?word=${word}`);
  });
}
