// `npm run docs`: writes docs/reference from the built program.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderCommands, renderErrors, renderSettings } from './gates/reference-pages.mjs';
import { root, say } from './setup.mjs';

const built = (path) => import(new URL(`../dist/${path}`, import.meta.url).href);
const commands = await (await built('cli/commands.js')).loadCommands();
const { exitCodes, exitCodeSentences } = await built('cli/command.js');
const { renderHelp } = await built('cli/help.js');
const { settingsTable } = await built('config.js');
const { errorCodes, errorSentences, fatalProblems } = await built('messages/errors.js');
const { statusOf } = await built('schemas/problem.js');

const pages = {
  'commands.md': renderCommands(commands, renderHelp, exitCodes, exitCodeSentences),
  'settings.md': renderSettings(settingsTable),
  'errors.md': renderErrors(errorCodes, errorSentences, statusOf, fatalProblems),
};
for (const [name, text] of Object.entries(pages)) {
  writeFileSync(join(root, 'docs', 'reference', name), text);
  say(`docs/reference/${name}`);
}
