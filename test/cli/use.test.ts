import { afterAll, describe, expect, test } from 'vitest';
import { loadCommands } from '../../src/cli/commands.ts';
import { optionsOf } from '../../src/cli/parse-command-line.ts';
import { problemSchema } from '../../src/schemas/problem.ts';
import { jsonLines, runCli } from '../helpers/run-cli.ts';
import { createTemporaryFolder } from '../helpers/temporary-folder.ts';

const commands = await loadCommands();
const folder = await createTemporaryFolder();
afterAll(() => folder.remove());

describe('help', () => {
  test('lists every command', async () => {
    const { code, out } = await runCli(['--help']);
    expect(code).toBe(0);
    for (const command of commands) expect(out).toContain(`  ${command.name}`);
  });

  test.each(commands.map((command) => command.name))(
    '%s --help shows use, options, examples, exit codes',
    async (name) => {
      const { code, out, err } = await runCli([name, '--help']);
      expect({ code, err }).toEqual({ code: 0, err: '' });
      for (const part of [`Usage: rapporteur ${name}`, 'Options:', '--json', 'Examples:', 'Exit codes:']) {
        expect(out).toContain(part);
      }
      expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(120);
    },
  );
});

describe('wrong use: exit code 2, one sentence, nothing done', () => {
  test.each([
    [[], 'Usage: rapporteur COMMAND'],
    [['dance'], 'There is no command "dance"'],
    [['read'], '"read" needs'],
    [['import'], '"import" needs'],
    [['serve', 'extra'], 'one argument too many'],
    [['read', 'x', '--wrong'], '--wrong'],
    [['import', 'x', '--data'], '--data'],
    [['serve', '--port', 'blue'], '--port must be a whole number'],
    [['export', '--format', 'pdf'], '--format must be'],
    [['rebuild', '--from', 'yesterday'], '--from must be one of'],
    [['edit', 'dance'], 'There is no edit "dance"'],
    [['edit', 'merge', 'm1'], 'merge MEETING INTO'],
    [['edit', 'merge', 'm1', 'm2'], 'needs --reason'],
  ])('%j', async (args, sentence) => {
    const { code, out, err } = await runCli(args, { cwd: folder.path });
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toContain(sentence);
    expect(err).not.toMatch(/\bat .*:\d+:\d+/);
  });

  test('with --json it is a problem', async () => {
    const { code, err } = await runCli(['serve', '--port', 'blue', '--json']);
    expect(code).toBe(2);
    expect(problemSchema.parse(jsonLines(err)[0])).toMatchObject({ code: 'usage' });
  });
});

test.each(commands.map((command) => command.name))('%s takes --data', (name) => {
  const command = commands.find((each) => each.name === name);
  expect(command && optionsOf(command).filter((option) => option.name === 'data')).toHaveLength(1);
});

test.each([
  [['--data', 'elsewhere', 'init', '--json']],
  [['--json', '--data=elsewhere', 'init']],
  [['init', '--data', 'elsewhere', '--json']],
])('common options stand before or behind the command: %j', async (args) => {
  const { code, out } = await runCli(args, { cwd: folder.path });
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({ schema: 'rapporteur.archive/1', data: 'elsewhere' });
});

test('an option before no command is wrong use', async () => {
  expect((await runCli(['--data', folder.path])).code).toBe(2);
  expect((await runCli(['--data'])).code).toBe(2);
});

test('version', async () => {
  const { code, out } = await runCli(['--version']);
  expect(code).toBe(0);
  expect(out).toMatch(/^\d+\.\d+\.\d+\n$/);
});

test('an internal error shows no stack unless asked', async () => {
  const env = { RAPPORTEUR_DATABASE_URL: 'postgres://nobody:secret-word@127.0.0.1:1/none' };
  const plain = await runCli(['search', 'x', '--data', folder.file('pg')], { env });
  expect(plain.code).toBe(3);
  expect(plain.err).toContain('(database-unreachable)');
  expect(plain.err).not.toMatch(/\bat .*:\d+:\d+/);
  const debug = await runCli(['search', 'x', '--data', folder.file('pg')], { env: { ...env, RAPPORTEUR_DEBUG: '1' } });
  expect(debug.err).toMatch(/\bat .*:\d+:\d+/);
  expect(plain.err + debug.err).not.toContain('secret-word');
});
