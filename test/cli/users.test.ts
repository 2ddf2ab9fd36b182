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
  'init makes the first admin, once, who stays the last one',
  async () => {
    expect((await init()).code).toBe(0);
    expect((await init()).code).toBe(0);
    expect((await run('users', 'list')).out).toBe('ada  ada <ada@mail.example>  admin\n');
    expect((await run('users', 'remove', 'ada')).err).toContain('the only admin');
  },
  TIME_LIMIT,
);

test(
  'users gives links, and finds who is meant',
  async () => {
    await init();
    expect((await run('users', 'confirm', 'nobody')).err).toContain('There is no account');
    expect((await run('users', 'reset', 'ADA@mail.example', '--public-url', 'https://site.example/')).out).toMatch(
      /^https:\/\/site\.example\/account\/reset\?word=[\w-]{32}\n$/,
    );
    expect(JSON.parse((await run('users', 'list', '--json')).out)).toMatchObject({
      schema: 'rapporteur.accounts/1',
      accounts: [{ username: 'ada', role: 'admin', confirmed: true }],
    });
  },
  TIME_LIMIT,
);

test(
  'a weak password is refused with help, and none is taken from the command line',
  async () => {
    writeFileSync(folder.file('password'), 'password1234');
    const { code, err } = await init();
    expect([code, err.includes('guessed first')]).toEqual([2, true]);
    expect((await run('init', '--admin', 'ada', '--admin-email', 'ada@mail.example')).err).toContain('--password-file');
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
    publicUrl: 'https://site.example',
    smtpUrl: `smtp://127.0.0.1:${port}`,
  };
  const mail = await openMail(settings);
  await mail?.({ to: 'ada@mail.example', subject: 'Bonjour à tous', text: 'https://site.example/account' });
  expect(said.filter((line) => line.startsWith('RCPT'))).toEqual(['RCPT TO:<ada@mail.example>']);
  expect(said.join('\n')).toContain('https://site.example/account');
  server.close();
  expect(await openMail({ ...settings, smtpUrl: undefined })).toBeUndefined();
  await expect(openMail({ ...settings, publicUrl: undefined })).rejects.toMatchObject({ code: 'usage' });
});
