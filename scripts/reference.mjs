// `npm run docs`: writes docs/reference from the built program.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { renderApi, renderCommands, renderErrors, renderSchemas, renderSettings } from './gates/reference-pages.mjs';
import { root, say } from './setup.mjs';

const built = (path) => import(new URL(`../dist/${path}`, import.meta.url).href);
const commands = await (await built('cli/commands.js')).loadCommands();
const { exitCodes, exitCodeSentences } = await built('cli/command.js');
const { renderHelp } = await built('cli/help.js');
const { settingsTable } = await built('config.js');
const { errorCodes, errorSentences, fatalProblems } = await built('messages/errors.js');
const { schemaOf } = await built('schemas/registry.js');
const { statusOf } = await built('schemas/problem.js');

const { openApiDocument } = await built('web/api/api.js');
const { typeWords } = await built('web/api/document.js');

const pages = {
  'api.md': renderApi(openApiDocument(), typeWords),
  'commands.md': renderCommands(commands, renderHelp, exitCodes, exitCodeSentences),
  'settings.md': renderSettings(settingsTable),
  'errors.md': renderErrors(errorCodes, errorSentences, statusOf, fatalProblems),
  ...renderSchemas(schemaOf),
};
for (const [name, text] of Object.entries(pages)) {
  const file = join(root, 'docs', 'reference', name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  say(`docs/reference/${name}`);
}
