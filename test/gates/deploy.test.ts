import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { loadCommands } from '../../src/cli/commands.ts';
import { settingsTable } from '../../src/config.ts';
import { projectRoot } from '../helpers/run-cli.ts';
import { createTemporaryFolder } from '../helpers/temporary-folder.ts';

const read = (name: string) => readFileSync(join(projectRoot, 'deploy', name), 'utf8');
// Before the tests: reading all commands takes longer than a test may on a busy machine.
const allCommands = await loadCommands();
const settings = new Set(settingsTable.map(({ env }) => env));
const unknownSettings = (text: string) =>
  [...new Set(text.match(/\bRAPPORTEUR_[A-Z_]+\b/g))].filter((name) => !settings.has(name));

test.each(['Dockerfile', 'compose.yaml', 'rapporteur.service'])('%s names settings that exist', (name) => {
  expect(unknownSettings(read(name))).toEqual([]);
});

describe('compose.yaml', () => {
  const service = z.looseObject({
    command: z.array(z.string()).optional(),
    image: z.string().optional(),
    build: z.strictObject({ context: z.string(), dockerfile: z.string() }).optional(),
    depends_on: z.record(z.string(), z.looseObject({ condition: z.string() })).optional(),
    healthcheck: z.looseObject({}).optional(),
    volumes: z.array(z.string()).optional(),
    ports: z.array(z.string()).optional(),
  });
  const compose = z
    .looseObject({ services: z.record(z.string(), service), volumes: z.record(z.string(), z.unknown()) })
    .parse(parse(read('compose.yaml'), { merge: true }));
  const services = Object.entries(compose.services);

  test('builds from files that are there, or takes a named version', () => {
    for (const [name, { build, image }] of services) {
      expect([name, build !== undefined || /:\d/.test(image ?? '')]).toEqual([name, true]);
      if (build !== undefined) {
        expect(existsSync(join(projectRoot, 'deploy', build.context, build.dockerfile))).toBe(true);
      }
    }
  });

  test('waits for services that there are, and that say when they are ready', () => {
    const waits = services.flatMap(([, { depends_on = {} }]) => Object.keys(depends_on));
    expect(waits.length).toBeGreaterThan(0);
    for (const name of waits) expect([name, compose.services[name]?.healthcheck !== undefined]).toEqual([name, true]);
  });

  test('keeps data in volumes that it declares, and opens ports to this machine only', () => {
    const kept = services.flatMap(([, { volumes = [] }]) => volumes.map((volume) => volume.split(':')[0] ?? ''));
    expect(kept.sort()).toEqual(Object.keys(compose.volumes).sort());
    for (const [, { ports = [] }] of services) for (const port of ports) expect(port).toMatch(/^127\.0\.0\.1:/);
  });

  test('runs commands with options that they have', () => {
    const commands = services.flatMap(([, { command }]) => (command === undefined ? [] : [command]));
    expect(commands.length).toBeGreaterThan(1);
    for (const [name = '', ...rest] of commands) {
      const command = allCommands.find((one) => one.name === name);
      const flags = rest.filter((word) => word.startsWith('--')).map((word) => word.slice(2));
      const known = command?.options.map((option) => option.name) ?? [];
      expect([name, flags.filter((flag) => !known.includes(flag))]).toEqual([name, []]);
    }
  });
});

describe('Dockerfile', () => {
  const lines = read('Dockerfile')
    .replaceAll(/\\\n/g, ' ')
    .split('\n')
    .filter((line) => /^[A-Z]+ /.test(line))
    .map((line) => line.split(/\s+/));
  const all = (instruction: string) => lines.filter(([first]) => first === instruction).map(([, ...rest]) => rest);

  test('copies what the program needs to run', () => {
    const copied = all('COPY').flatMap(([from, ...paths]) =>
      from === '--from=build' ? paths.slice(0, -1).map((path) => path.replace(/^\/app\//, '')) : [],
    );
    const { files } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as { files: string[] };
    for (const needed of ['bin', 'dist', 'docs', 'sample', 'node_modules', 'package.json']) {
      expect(copied).toContain(needed);
    }
    // Whatever a package ships, the image has too; what is under `src` was copied into `dist` by the build.
    const shipped = files.map((file) => file.split('/')[0]).filter((file) => file !== 'src' && file !== 'README.md');
    expect(shipped.filter((file) => !copied.includes(file ?? ''))).toEqual([]);
    for (const path of copied) expect([path, existsSync(join(projectRoot, path))]).toEqual([path, true]);
  });

  test('runs as nobody in particular, keeps data outside, and says whether it is ready', () => {
    const users = all('USER').flat();
    expect(users).toEqual(['node']);
    expect(all('VOLUME').flat()).toEqual(['/data']);
    expect(all('HEALTHCHECK').flat().join(' ')).toContain('/ready');
  });
});

describe.skipIf(spawnSync('systemd-analyze', ['--version']).status !== 0)(
  'rapporteur.service, by systemd itself',
  () => {
    let folder: Awaited<ReturnType<typeof createTemporaryFolder>>;
    beforeAll(async () => {
      folder = await createTemporaryFolder();
      // The program stands where this project is, with the Node that runs.
      const unit = read('rapporteur.service')
        .replaceAll('/opt/rapporteur', projectRoot.replace(/\/$/, ''))
        .replace('/usr/bin/node', process.execPath);
      writeFileSync(folder.file('rapporteur.service'), unit);
    });
    afterAll(() => folder.remove());

    test('is right', () => {
      const { status, stderr } = spawnSync('systemd-analyze', ['verify', folder.file('rapporteur.service')], {
        encoding: 'utf8',
      });
      expect([status, stderr.includes('rapporteur.service') ? stderr : '']).toEqual([0, '']);
    });

    test('exposes little', () => {
      const { status, stdout } = spawnSync(
        'systemd-analyze',
        ['security', '--offline=true', '--threshold=25', folder.file('rapporteur.service')],
        { encoding: 'utf8' },
      );
      expect([status, stdout.split('\n').at(-2)]).toEqual([0, expect.stringContaining('OK')]);
    });
  },
);
