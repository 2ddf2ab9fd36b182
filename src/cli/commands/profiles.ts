import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { profilesFile } from '../../collect/read-profiles.ts';
import { translateSiteRules } from '../../collect/site-rules.ts';
import type { OutletProfile } from '../../core/extract/outlet-profile.ts';
import { RapporteurError } from '../../errors.ts';
import { parseProfiles } from '../../schemas/profile.ts';
import { type Command, exitCodes } from '../command.ts';
import { printable } from '../terminal.ts';

export const profilesCommand: Command = {
  name: 'profiles',
  usage: 'import FOLDER|FILE…',
  summary: 'Turn site rules of Full-Text RSS into outlet profiles.',
  details: [
    'A rule file is HOST.txt as in the public-domain collection ftr-site-config: title, author, date, body, strip, strip_id_or_class with the XPath that such files use. What a profile cannot say is named, file by file with the number of the line, on standard error.',
    `The result is a list of profiles in JSON: for "rapporteur read --profile", or as ${profilesFile} in the data folder, where import and rebuild use it.`,
  ],
  options: [{ name: 'out', takes: 'FILE', sentence: 'Write the profiles there instead of to standard output.' }],
  settings: [],
  arguments: { min: 2, max: Number.MAX_SAFE_INTEGER },
  examples: [
    {
      line: `rapporteur profiles import ftr-site-config/ --out data/${profilesFile}`,
      sentence: 'Every rule file of a folder, for all pages of the archive in ./data.',
    },
    { line: 'rapporteur profiles import courier.example.txt', sentence: 'One file, to look at.' },
  ],
  async run({ args, flags, terminal }) {
    const [action, ...paths] = args;
    if (action !== 'import') throw new RapporteurError('usage', `"${action}" is not import.`);
    const profiles: OutletProfile[] = [];
    let lines = 0;
    let empty = 0;
    for (const path of paths.flatMap(ruleFiles)) {
      const { profile, untranslated } = translateSiteRules(basename(path), readText(path));
      for (const { line, text, reason } of untranslated)
        terminal.note(`${printable(`${path}:${line}: ${reason}: ${text.slice(0, 200)}`)}\n`);
      lines += untranslated.length;
      if (profile === undefined) {
        empty += 1;
        terminal.note(`${printable(path)}: no profile: nothing in it says where something stands.\n`);
      } else profiles.push(profile);
    }
    terminal.note(`${profiles.length} profiles, ${empty} files without one, ${lines} lines not translated\n`);
    if (profiles.length === 0) return exitCodes.someFailed;
    const json = `${JSON.stringify(profiles, null, 1)}\n`;
    // What is written here must be readable where it is used.
    parseProfiles(json, 'the profiles made');
    if (typeof flags['out'] === 'string') writeText(flags['out'], json);
    else await terminal.out(json);
    return exitCodes.ok;
  },
};

function ruleFiles(path: string): string[] {
  try {
    if (!statSync(path).isDirectory()) return [path];
    return readdirSync(path)
      .filter((name) => name.endsWith('.txt'))
      .sort()
      .map((name) => join(path, name));
  } catch (cause) {
    throw new RapporteurError('file-not-found', `Rules: ${path}.`, { cause });
  }
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw new RapporteurError('file-unreadable', `Rules: ${path}.`, { cause });
  }
}

function writeText(path: string, text: string): void {
  try {
    writeFileSync(path, text);
  } catch (cause) {
    throw new RapporteurError('file-unwritable', `File: ${path}.`, { cause });
  }
}
