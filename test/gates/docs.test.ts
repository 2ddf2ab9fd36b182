import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import {
  renderApi,
  renderCommands,
  renderErrors,
  renderSchemas,
  renderSettings,
} from '../../scripts/gates/reference-pages.mjs';
import { exitCodeSentences, exitCodes } from '../../src/cli/command.ts';
import { loadCommands } from '../../src/cli/commands.ts';
import { renderHelp } from '../../src/cli/help.ts';
import { settingsTable } from '../../src/config.ts';
import { errorCodes, errorSentences, fatalProblems } from '../../src/messages/errors.ts';
import { statusOf } from '../../src/schemas/problem.ts';
import { schemaOf } from '../../src/schemas/registry.ts';
import { openApiDocument } from '../../src/web/api/api.ts';
import { typeWords } from '../../src/web/api/document.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const commands = await loadCommands();
const read = (name: string) => readFileSync(join(root, name), 'utf8');

describe('reference', () => {
  const pages: Record<string, string> = {
    'api.md': renderApi(openApiDocument(), typeWords),
    'commands.md': renderCommands(commands, renderHelp, exitCodes, exitCodeSentences),
    'settings.md': renderSettings(settingsTable),
    'errors.md': renderErrors(errorCodes, errorSentences, statusOf, fatalProblems),
    ...renderSchemas(schemaOf),
  };

  test.each(Object.keys(pages))('docs/reference/%s is what the program says today (npm run docs)', (name) => {
    expect(read(`docs/reference/${name}`)).toBe(pages[name]);
  });

  test('every command, option, setting and error code is in it', () => {
    for (const command of commands) {
      expect(pages['commands.md']).toContain(`## ${command.name}\n`);
      for (const option of command.options) expect(pages['commands.md']).toContain(`--${option.name}`);
      expect(command.examples.length).toBeGreaterThan(0);
    }
    for (const entry of settingsTable) expect(pages['settings.md']).toContain(`\`${entry.env}\``);
    for (const path of Object.keys(openApiDocument().paths)) expect(pages['api.md']).toContain(`## \`${path}\``);
    for (const code of errorCodes) expect(pages['errors.md']).toContain(`| \`${code}\` |`);
  });

  test('every RAPPORTEUR_ variable that the program reads is a setting', () => {
    const files = (folder: string): string[] =>
      readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) =>
        entry.isDirectory()
          ? files(`${folder}/${entry.name}`)
          : /\.tsx?$/.test(entry.name) && !entry.name.includes('.test.')
            ? [`${folder}/${entry.name}`]
            : [],
      );
    const used = files('src').flatMap((name) =>
      [...read(name).matchAll(/\bRAPPORTEUR_[A-Z_]+/g)].map((match) => match[0]),
    );
    expect(new Set(used).size).toBeGreaterThan(5);
    for (const name of new Set(used)) expect(pages['settings.md']).toContain(`\`${name}\``);
  });
});

describe('links between documents', () => {
  const documents = [
    'README.md',
    'CONTRIBUTING.md',
    ...listMarkdown('docs'),
    ...listMarkdown('bench'),
    ...listMarkdown('sample'),
  ];

  function listMarkdown(folder: string): string[] {
    if (!existsSync(join(root, folder))) return [];
    return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) =>
      entry.isDirectory()
        ? listMarkdown(`${folder}/${entry.name}`)
        : entry.name.endsWith('.md')
          ? [`${folder}/${entry.name}`]
          : [],
    );
  }

  test('lead to files that exist', () => {
    expect(documents.length).toBeGreaterThan(8);
    const dead = documents.flatMap((name) =>
      [...read(name).matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)]
        .map((match) => normalize(join(dirname(name), match[1] ?? '')))
        .filter((target) => !existsSync(join(root, target)))
        .map((target) => `${name} -> ${target}`),
    );
    expect(dead).toEqual([]);
  });
});
