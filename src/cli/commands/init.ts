import { RapporteurError } from '../../errors.ts';
import { renderArchive } from '../../schemas/operations.ts';
import type { AccountStore } from '../../store/accounts/accounts.ts';
import { isUsername, normalUsername } from '../../store/accounts/username.ts';
import { isEmail } from '../../web/account/field-rules.ts';
import { openArchive } from '../archive.ts';
import { type Command, type CommandContext, exitCodes } from '../command.ts';
import { readPassword } from '../password-input.ts';
import { openSecret } from '../secrets.ts';

export const initCommand: Command = {
  name: 'init',
  usage: '',
  summary: 'Make an empty archive.',
  details: [
    'import and serve make the data folder on their own: this is for scripts that want it to be there before. Doing it twice does no harm.',
    'With --admin it makes the first admin of the site too: with an account that is there already, nothing is changed.',
  ],
  options: [
    { name: 'admin', takes: 'NAME', sentence: 'Make the first account of the site, with this username.' },
    { name: 'admin-email', takes: 'ADDRESS', sentence: 'Its e-mail address.' },
    { name: 'password-file', takes: 'FILE', sentence: 'Where its password stands; without it the terminal asks.' },
  ],
  settings: ['data'],
  arguments: { min: 0, max: 0 },
  examples: [
    { line: 'rapporteur init --data archive', sentence: 'An empty archive in the folder "archive".' },
    {
      line: 'rapporteur init --admin ada --admin-email ada@press.example',
      sentence: 'The first admin; the terminal asks for the password.',
    },
  ],
  async run({ flags, settings, terminal, json }) {
    const archive = await openArchive(settings, { writes: true });
    try {
      const secret = openSecret(archive.folder, 'session');
      const admin = flags['admin'];
      if (typeof admin === 'string')
        await makeFirstAdmin(await archive.store.accounts(secret), admin, { flags, terminal });
      const counts = await archive.store.counts();
      const line = json
        ? JSON.stringify(renderArchive({ data: settings.data, dialect: archive.store.dialect, ...counts }))
        : `The archive in ${settings.data} is ready (${counts.pages} pages).`;
      await terminal.out(`${line}\n`);
    } finally {
      await archive.close();
    }
    return exitCodes.ok;
  },
};

/** @throws RapporteurError `usage` when what is given makes no account, or there is an admin already */
async function makeFirstAdmin(
  accounts: AccountStore,
  username: string,
  { flags, terminal }: Pick<CommandContext, 'flags' | 'terminal'>,
): Promise<void> {
  const [email, file] = [flags['admin-email'], flags['password-file']];
  const admins = (await accounts.list()).filter(({ role }) => role === 'admin');
  if (admins.some((admin) => normalUsername(admin.username) === normalUsername(username))) return;
  if (admins.length > 0)
    throw new RapporteurError('usage', 'There is an admin already: "users role NAME admin" names another one.');
  if (!isUsername(username))
    throw new RapporteurError('usage', '--admin must have 3 to 30 letters or digits; dots, - and _ may stand between.');
  if (typeof email !== 'string' || !isEmail(email))
    throw new RapporteurError('usage', '--admin-email must be the e-mail address of the admin.');
  if ((await accounts.find(username)) !== undefined || (await accounts.find(email)) !== undefined)
    throw new RapporteurError('usage', 'There is such an account already: "users role NAME admin" makes it an admin.');
  const password = await readPassword(terminal, typeof file === 'string' ? file : undefined, [username, email]);
  await accounts.register({ name: username, username, email, password });
  const made = await accounts.find(username);
  if (made === undefined) return;
  await accounts.setConfirmed(made.id);
  await accounts.setRole(made.id, 'admin');
}
