import { RapporteurError } from '../../errors.ts';
import { renderAccountList } from '../../schemas/accounts.ts';
import { type Account, type AccountRole, type AccountStore, accountRoles } from '../../store/accounts/accounts.ts';
import { openArchive } from '../archive.ts';
import { type Command, type CommandContext, exitCodes } from '../command.ts';
import { siteAddressOf } from '../open-mail.ts';
import { openSecret } from '../secrets.ts';
import { printable } from '../terminal.ts';

export const usersCommand: Command = {
  name: 'users',
  usage: 'list|confirm|reset|invite|role|block|unblock|remove [NAME] [ROLE]',
  summary: 'See who has an account; confirm, block or remove one, and give a role or a link.',
  details: [
    'NAME is a username or an e-mail address. Without a mail server (RAPPORTEUR_SMTP_URL) new accounts wait until a moderator confirms them at the desk of the site, or "users confirm NAME" does.',
    `Roles are ${accountRoles.join(', ')}: moderators confirm accounts, editors work on the record, admins do all of it. "init --admin" makes the first admin.`,
    'reset prints a link for a new password, valid for an hour and once; invite prints one for an account, valid for a week and once. block ends all sessions; remove leaves nothing of the account.',
  ],
  options: [],
  settings: ['data', 'publicUrl'],
  arguments: { min: 1, max: 3 },
  examples: [
    { line: 'rapporteur users confirm ada', sentence: 'Let the account "ada" in.' },
    { line: 'rapporteur users role ada editor', sentence: 'Make "ada" an editor.' },
    { line: 'rapporteur users reset ada', sentence: 'A link by which "ada" chooses a new password.' },
    { line: 'rapporteur users list --json', sentence: 'For machines (schema rapporteur.accounts/1).' },
  ],
  async run(context) {
    const [verb = '', name, role] = context.args;
    const run = Object.hasOwn(verbs, verb) ? verbs[verb] : undefined;
    if (run === undefined) throw new RapporteurError('usage', `Write: users ${Object.keys(verbs).join(', users ')}.`);
    // Accounts are beside the archive: the lock that keeps two writers of articles apart is not needed.
    const archive = await openArchive(context.settings, { writes: false, editor: true });
    try {
      const accounts = await archive.store.accounts(openSecret(archive.folder, 'session'));
      return await run({ accounts, name, role, context });
    } finally {
      await archive.close();
    }
  },
};

interface Asked {
  readonly accounts: AccountStore;
  readonly name: string | undefined;
  readonly role: string | undefined;
  readonly context: CommandContext;
}

const verbs: Readonly<Record<string, (asked: Asked) => Promise<number>>> = {
  async list({ accounts, context: { terminal, json } }) {
    const all = await accounts.list();
    if (json) await terminal.out(`${JSON.stringify(renderAccountList(all))}\n`);
    else if (all.length === 0) await terminal.out('There are no accounts.\n');
    else for (const account of all) await terminal.out(`${lineOf(account)}\n`);
    return exitCodes.ok;
  },
  confirm: (asked) =>
    change(asked, async (accounts, { id }) => {
      await accounts.setConfirmed(id);
      return 'is confirmed';
    }),
  block: (asked) =>
    change(asked, async (accounts, account) => {
      await refuseLastAdmin(accounts, account);
      await accounts.setBlocked(account.id, true);
      return 'is blocked';
    }),
  unblock: (asked) =>
    change(asked, async (accounts, { id }) => {
      await accounts.setBlocked(id, false);
      return 'is not blocked any more';
    }),
  remove: (asked) =>
    change(asked, async (accounts, account) => {
      await refuseLastAdmin(accounts, account);
      await accounts.remove(account.id);
      return 'is removed';
    }),
  role: (asked) =>
    change(asked, async (accounts, account) => {
      const role = accountRoles.find((one) => one === asked.role);
      if (role === undefined) throw new RapporteurError('usage', `A role is one of ${accountRoles.join(', ')}.`);
      if (role !== 'admin') await refuseLastAdmin(accounts, account);
      await accounts.setRole(account.id, role satisfies AccountRole);
      return `is ${role} now`;
    }),
  async reset(asked) {
    const account = await found(asked);
    return printLink(asked, `/account/reset?word=${await asked.accounts.makeLink('reset', account.id, 1)}`);
  },
  async invite(asked) {
    const word = await asked.accounts.makeLink('invitation', 'invited', 7 * 24);
    return printLink(asked, `/account/register?invitation=${word}`);
  },
};

async function change(
  asked: Asked,
  work: (accounts: AccountStore, account: Account) => Promise<string>,
): Promise<number> {
  const account = await found(asked);
  const said = await work(asked.accounts, account);
  await asked.context.terminal.out(`${printable(account.username)} ${said}\n`);
  return exitCodes.ok;
}

async function found({ accounts, name }: Asked): Promise<Account> {
  if (name === undefined) throw new RapporteurError('usage', 'Say whom: a username or an e-mail address.');
  const account = await accounts.find(name);
  if (account === undefined) throw new RapporteurError('not-found', `There is no account "${printable(name)}".`);
  return account;
}

async function refuseLastAdmin(accounts: AccountStore, account: Account): Promise<void> {
  const admins = (await accounts.list()).filter(({ role, blocked }) => role === 'admin' && !blocked);
  if (admins.length === 1 && admins[0]?.id === account.id)
    throw new RapporteurError('usage', 'This is the only admin: name another one first.');
}

async function printLink({ context: { settings, terminal } }: Asked, path: string): Promise<number> {
  const { host, port } = settings;
  const site = siteAddressOf(settings) ?? `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
  await terminal.out(`${site}${path}\n`);
  return exitCodes.ok;
}

function lineOf({ username, name, email, role, confirmed, blocked }: Account): string {
  const states = [role, ...(confirmed ? [] : ['waits to be confirmed']), ...(blocked ? ['blocked'] : [])];
  return `${printable(username)}  ${printable(name)} <${printable(email)}>  ${states.join(', ')}`;
}
