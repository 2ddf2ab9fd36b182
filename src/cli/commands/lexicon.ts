import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { mostSentencePairs, readSentencePairs } from '../../collect/sentence-pairs.ts';
import { learnLexicon } from '../../core/group/learn-lexicon.ts';
import { RapporteurError } from '../../errors.ts';
import { installedLexicons, installLexicon, removeLexicon } from '../../jobs/lexicons.ts';
import { rebuild } from '../../jobs/rebuild.ts';
import { type LexiconSummaryOut, largestLexicon, parseLexicon, renderLexiconSummary } from '../../schemas/lexicon.ts';
import type { Store } from '../../store/store.ts';
import { openArchive } from '../archive.ts';
import { type Command, type CommandContext, exitCodes } from '../command.ts';
import { printable } from '../terminal.ts';

export const lexiconCommand: Command = {
  name: 'lexicon',
  usage: 'learn FILE | install PACK | list | remove ID',
  summary: 'Learn from translated sentences how stories in two languages find each other.',
  details: [
    'learn reads aligned sentences, one JSON object a line: {"language": "fr", "text": "Le port est ouvert.", "english": "The harbour is open."}. Any languages may be mixed; more of them are learned from more sentences, and a few thousand a language are the least that helps. Lines that hold no pair are skipped and named.',
    `At most ${mostSentencePairs} pairs are read. The pack is one JSON file, which says what it was learned from and under which licence (--source and --licence): whoever passes it on needs both.`,
    'install puts a pack into the archive and groups its stories anew; a pack of other languages may be installed beside it, of two packs that know one word the newer is asked first. Without any pack, a short list of common words that ships is used.',
  ],
  options: [
    { name: 'source', takes: 'TEXT', sentence: 'For learn: what the sentences are; required.' },
    { name: 'licence', takes: 'TEXT', sentence: 'For learn: what may be done with the pack; required.' },
    { name: 'out', takes: 'PACK', sentence: 'For learn: write the pack there instead of to standard output.' },
  ],
  settings: ['data'],
  arguments: { min: 1, max: 2 },
  examples: [
    {
      line: 'rapporteur lexicon learn sentences.jsonl --source "our own translations" --licence CC0-1.0 --out press.lexicon.json',
      sentence: 'Makes a pack.',
    },
    { line: 'rapporteur lexicon install press.lexicon.json --data DIR', sentence: 'Stories of this archive use it.' },
    { line: 'rapporteur lexicon list', sentence: 'What is installed, with its source and licence.' },
  ],
  async run(context) {
    const [action = '', subject, ...more] = context.args;
    if (action === 'list' && subject === undefined) return listPacks(context);
    if (subject === undefined || more.length > 0 || !['learn', 'install', 'remove'].includes(action)) {
      throw new RapporteurError('usage', `Write: lexicon ${lexiconCommand.usage}.`);
    }
    if (action === 'learn') return learn(context, subject);
    if (action === 'remove') return change(context, async (store) => removeLexicon(store, subject));
    const lexicon = parseLexicon(readPack(subject), subject);
    return change(context, async (store) => {
      await installLexicon(store, lexicon);
      await tell(context, renderLexiconSummary(lexicon));
    });
  },
};

async function learn({ flags, terminal }: CommandContext, path: string): Promise<number> {
  const text = (name: 'source' | 'licence'): string => {
    const value = flags[name];
    if (typeof value !== 'string' || value.trim() === '') {
      throw new RapporteurError('usage', `A pack needs --${name} TEXT.`);
    }
    return value.trim();
  };
  const origin = { source: text('source'), licence: text('licence') };
  const { pairs, skipped, cut } = await readSentencePairs(path);
  if (skipped.length > 0) {
    const first = skipped.slice(0, 5).join(', ');
    terminal.note(
      `${printable(path)}: ${skipped.length} lines hold no pair (line ${first}${skipped.length > 5 ? ', …' : ''})\n`,
    );
  }
  if (cut) terminal.note(`only the first ${mostSentencePairs} pairs were read\n`);
  const lexicon = learnLexicon(pairs, origin);
  const { languages } = renderLexiconSummary(lexicon);
  terminal.note(`${pairs.length} pairs; words learned: ${wordsOf(languages)}\n`);
  if (pairs.length === 0) return exitCodes.someFailed;
  const json = `${JSON.stringify(lexicon)}\n`;
  // What is written here must be accepted where it is installed.
  parseLexicon(json, 'the pack made');
  if (typeof flags['out'] === 'string') writeText(flags['out'], json);
  else await terminal.out(json);
  return exitCodes.ok;
}

/** Changes the packs of an archive and groups its stories by them. */
async function change(
  { settings, terminal, signal }: CommandContext,
  write: (store: Store) => Promise<void>,
): Promise<number> {
  const archive = await openArchive(settings, { writes: true });
  try {
    await write(archive.store);
    const { interrupted } = await rebuild(archive.store, { from: 'group', signal, profiles: archive.profiles });
    terminal.note(interrupted ? 'interrupted: the next import groups the stories anew\n' : 'stories grouped anew\n');
    return interrupted ? exitCodes.interrupted : exitCodes.ok;
  } finally {
    await archive.close();
  }
}

async function listPacks(context: CommandContext): Promise<number> {
  const archive = await openArchive(context.settings, { writes: false });
  try {
    const packs = await installedLexicons(archive.store);
    for (const pack of packs) await tell(context, renderLexiconSummary(pack));
    if (packs.length === 0 && !context.json)
      context.terminal.note('No lexicon is installed: the words that ship are used.\n');
    return exitCodes.ok;
  } finally {
    await archive.close();
  }
}

async function tell({ terminal, json }: CommandContext, pack: LexiconSummaryOut): Promise<void> {
  const line = `${pack.id}  ${wordsOf(pack.languages)}  ${pack.source} [${pack.licence}]`;
  await terminal.out(json ? `${JSON.stringify(pack)}\n` : `${printable(line)}\n`);
}

function wordsOf(languages: LexiconSummaryOut['languages']): string {
  return languages.map(({ language, words }) => `${language} ${words}`).join(', ') || 'none';
}

function readPack(path: string): string {
  try {
    if (statSync(path).size > largestLexicon) {
      throw new RapporteurError('lexicon-invalid', `${path}: larger than ${largestLexicon / 1_000_000} MB.`);
    }
    return readFileSync(path, 'utf8');
  } catch (cause) {
    if (cause instanceof RapporteurError) throw cause;
    const missing = (cause as NodeJS.ErrnoException).code === 'ENOENT';
    throw new RapporteurError(missing ? 'file-not-found' : 'file-unreadable', `Pack: ${path}.`, { cause });
  }
}

function writeText(path: string, text: string): void {
  try {
    writeFileSync(path, text);
  } catch (cause) {
    throw new RapporteurError('file-unwritable', `File: ${path}.`, { cause });
  }
}
