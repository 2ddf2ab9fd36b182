import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { madeTokenSchema, tokenListSchema } from '../../src/schemas/access-tokens.ts';
import { mcpAgreementsSchema, mcpMeetingsSchema } from '../../src/schemas/mcp.ts';
import { meetingPage } from '../helpers/pages.ts';
import { projectRoot, runCli } from '../helpers/run-cli.ts';
import { createTemporaryFolder } from '../helpers/temporary-folder.ts';

const TIME_LIMIT = 60_000;
const folder = await createTemporaryFolder();
const data = ['--data', folder.file('data')];

beforeAll(async () => {
  writeFileSync(folder.file('page.html'), meetingPage());
  expect((await runCli(['import', folder.file('page.html'), ...data])).code).toBe(0);
}, TIME_LIMIT);
afterAll(() => folder.remove());

test(
  'an agent asks over standard input and output, and is told with sources',
  async () => {
    const client = new Client({ name: 'test', version: '1' });
    const program = join(projectRoot, 'bin', 'rapporteur.js');
    await client.connect(
      new StdioClientTransport({
        command: process.execPath,
        args: [program, 'mcp', '--public-url', 'https://press.example/', ...data],
        stderr: 'inherit',
      }),
    );
    try {
      const agreed = await client.callTool({ name: 'what_was_agreed', arguments: { country: 'ES', with: 'MA' } });
      const { agreements, meetingsRead } = mcpAgreementsSchema.parse(agreed.structuredContent);
      expect(meetingsRead).toBe(1);
      expect(agreements).toMatchObject([
        {
          kind: 'agreed',
          text: expect.stringContaining("renforcer l'échange d'informations"),
          day: '2024-03-15',
          sources: [
            {
              quote: expect.stringContaining('ont convenu de renforcer'),
              link: expect.stringMatching(/^https:\/\/press\.example\/articles\/\w+#e-\d+-\d+$/),
            },
          ],
        },
      ]);
      const met = await client.callTool({ name: 'who_met_whom', arguments: { person: 'roldan' } });
      const { meetings } = mcpMeetingsSchema.parse(met.structuredContent);
      expect(meetings[0]?.participants.map(({ name }) => name)).toEqual(
        expect.arrayContaining(['Karim Benslimane', 'Esteban Roldán']),
      );
    } finally {
      await client.close();
    }
  },
  TIME_LIMIT,
);

test(
  'tokens are made, listed without themselves, and removed',
  async () => {
    const tokens = (...args: string[]) => runCli(['tokens', ...args, ...data]);
    const made = await tokens('add', 'notebook', '--scope', 'read', '--days', '30', '--json');
    const { token, expiresAt } = madeTokenSchema.parse(JSON.parse(made.out));
    expect(token).toMatch(/^rapp_[\w-]{43}$/);
    expect(expiresAt).not.toBeNull();
    const again = await tokens('add', 'notebook');
    expect([again.code, again.err]).toEqual([2, expect.stringContaining('already')]);
    const listed = await tokens('list', '--json');
    expect(tokenListSchema.parse(JSON.parse(listed.out)).tokens).toMatchObject([
      { name: 'notebook', scopes: ['read'], lastUsedAt: null },
    ]);
    expect(listed.out).not.toContain(token);
    expect((await tokens('remove', 'notebook')).code).toBe(0);
    expect((await tokens('list')).out).toBe('There are no tokens.\n');
  },
  TIME_LIMIT,
);

test(
  'webhooks are made with a secret told once, tried, and removed',
  async () => {
    const hook = 'http://127.0.0.1:9/hook';
    const webhooks = (...args: string[]) => runCli(['webhooks', ...args, ...data]);
    expect((await webhooks('add', hook, '--country', 'es,ma', '--allow-private')).out).toMatch(/^whsec_\S{44}\n$/);
    const listed = await webhooks('list', '--json');
    expect(JSON.parse(listed.out)).toMatchObject({
      webhooks: [{ url: hook, countries: ['ES', 'MA'], state: 'active' }],
    });
    expect(listed.out).not.toContain('whsec_');
    const tried = await webhooks('test', hook);
    expect([tried.code, tried.out]).toEqual([1, expect.stringContaining('it was not taken')]);
    expect((await webhooks('pause', hook)).code).toBe(0);
    expect((await webhooks('list')).out).toContain('ES-MA · paused · never told');
    expect((await webhooks('remove', hook)).code).toBe(0);
    expect((await webhooks('remove', hook)).err).toContain('No webhook has the address');
  },
  TIME_LIMIT,
);

test.each([
  [['add', 'x', '--scope', 'write'], '"write" is no scope: read, mcp, metrics'],
  [['add', 'x', '--days', 'never'], '--days takes a number'],
  [['add'], 'tokens add NAME'],
  [['list', 'x'], 'tokens list'],
])(
  'tokens %j is wrong use',
  async (args, sentence) => {
    const { code, err } = await runCli(['tokens', ...args, ...data]);
    expect([code, err]).toEqual([2, expect.stringContaining(sentence)]);
  },
  TIME_LIMIT,
);
