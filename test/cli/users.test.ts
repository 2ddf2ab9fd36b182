import { writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openMail } from '../../src/cli/open-mail.ts';
import { type CliResult, runCli } from '../helpers/run-cli.ts';
import { createTemporaryFolder } from '../helpers/temporary-folder.ts';

const TIME_LIMIT = 120_000;
const password = 'copper lantern by the quay';
let folder: Awaited<ReturnType<typeof createTemporaryFolder>>;

beforeEach(async () => {
  folder = await createTemporaryFolder();
  writeFileSync(folder.file('password'), `${password}\n`);
});
afterEach(() => folder.remove());

const run = (...args: string[]): Promise<CliResult> => runCli([...args, '--data', folder.file('data')]);
const init = (...more: string[]) =>
  run(
    'init',
    '--admin',
    'ada',
    '--admin-email',
    'ada@mail.example',
    '--password-file',
    folder.file('password'),
    ...more,
  );

test(
  'init makes the first admin, once; users lists and changes accounts',
  async () => {
    expect((await init()).code).toBe(0);
    expect((await init()).code).toBe(0);
    expect((await run('users', 'list')).out).toBe('ada  ada <ada@mail.example>  admin\n');
    expect((await run('init', '--admin', 'max', '--admin-email', 'm@mail.example')).err).toContain('an admin already');
    for (const args of [
      ['remove', 'ada'],
      ['block', 'ada'],
      ['role', 'ada', 'reader'],
    ])
      expect((await run('users', ...args)).err).toContain('the only admin');
    expect((await run('users', 'role', 'ada', 'king')).code).toBe(2);
    expect((await run('users', 'confirm', 'nobody')).err).toContain('There is no account');
    expect((await run('users', 'reset', 'ADA@mail.example', '--site-url', 'https://site.example/')).out).toMatch(
      /^https:\/\/site\.example\/account\/reset\?word=[\w-]{32}\n$/,
    );
    expect((await run('users', 'invite')).out).toMatch(
      /^http:\/\/127\.0\.0\.1:4180\/account\/register\?invitation=[\w-]{32}\n$/,
    );
    expect(JSON.parse((await run('users', 'list', '--json')).out)).toMatchObject({
      schema: 'rapporteur.accounts/1',
      accounts: [{ username: 'ada', role: 'admin', confirmed: true }],
    });
  },
  TIME_LIMIT,
);

test.each([
  ['password1234', 'guessed first'],
  ['short', 'at least 12'],
])(
  'a password like %s is refused with help, and is never asked on the command line',
  async (weak, words) => {
    writeFileSync(folder.file('password'), weak);
    const { code, err } = await init();
    expect([code, err.includes(words)]).toEqual([2, true]);
    expect((await run('init', '--admin', 'ada', '--admin-email', 'ada@mail.example')).err).toContain('--password-file');
    expect((await run('users', 'list')).out).toBe('There are no accounts.\n');
  },
  TIME_LIMIT,
);

test('letters go by the server of the settings, to one address', async () => {
  const said: string[] = [];
  const server = createServer((socket) => {
    let data = false;
    socket.write('220 catcher\r\n');
    socket.setEncoding('utf8').on('data', (chunk: string) => {
      for (const line of chunk.split('\r\n').slice(0, -1)) {
        said.push(line);
        if (data && line !== '.') continue;
        if (line === 'DATA') {
          data = true;
          socket.write('354 go on\r\n');
        } else {
          data = false;
          socket.write('250 fine\r\n');
        }
      }
    });
    socket.on('error', () => {});
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as { port: number };
  const settings = {
    mailFrom: 'desk@press.example',
    siteUrl: 'https://site.example',
    smtpUrl: `smtp://127.0.0.1:${port}`,
  };
  const mail = await openMail(settings);
  await mail?.({ to: 'ada@mail.example', subject: 'Bonjour à tous', text: 'https://site.example/account' });
  expect(said.filter((line) => line.startsWith('RCPT'))).toEqual(['RCPT TO:<ada@mail.example>']);
  expect(said.join('\n')).toContain('https://site.example/account');
  server.close();
  expect(await openMail({ ...settings, smtpUrl: undefined })).toBeUndefined();
  await expect(openMail({ ...settings, siteUrl: undefined })).rejects.toMatchObject({ code: 'usage' });
});
