import { randomUUID } from 'node:crypto';
import { RapporteurError } from '../../errors.ts';
import { renderMadeToken, renderTokenList } from '../../schemas/access-tokens.ts';
import { type AccessToken, type TokenScope, tokenScopes } from '../../store/access-tokens.ts';
import type { Store } from '../../store/store.ts';
import { makeToken } from '../../web/operations/access.ts';
import { openArchive } from '../archive.ts';
import { type Command, type CommandContext, exitCodes } from '../command.ts';
import { printable } from '../terminal.ts';

export const tokensCommand: Command = {
  name: 'tokens',
  usage: 'add|list|remove [NAME]',
  summary: 'Let programs in: tokens for the API, for agents (/mcp) and for /metrics.',
  details: [
    'A token is shown once, when it is made; the archive keeps only its hash. Programs send it as "Authorization: Bearer TOKEN".',
    `Scopes: ${tokenScopes.join(', ')}. Published data of /api/v1 can be read without a token, at the rate of an address; /mcp always asks for one.`,
  ],
  options: [
    { name: 'scope', takes: 'LIST', sentence: 'What it opens, separated by commas (default read,mcp).' },
    { name: 'days', takes: 'N', sentence: 'Valid for N days (default: until it is removed).' },
  ],
  settings: ['data'],
  arguments: { min: 1, max: 2 },
  examples: [
    { line: 'rapporteur tokens add notebook --scope read --days 90', sentence: 'A token for a notebook.' },
    { line: 'rapporteur tokens add agent', sentence: 'One for an agent that asks /mcp.' },
    { line: 'rapporteur tokens list --json', sentence: 'For machines (schema rapporteur.tokens/1).' },
    { line: 'rapporteur tokens remove agent', sentence: 'From now on it opens nothing.' },
  ],
  async run(context) {
    const [verb = '', name] = context.args;
    const run = Object.hasOwn(verbs, verb) ? verbs[verb] : undefined;
    if (run === undefined || (name === undefined) !== (verb === 'list')) {
      throw new RapporteurError('usage', 'Write: tokens add NAME, tokens list, tokens remove NAME.');
    }
    // Tokens are beside the archive: the lock that keeps two writers of articles apart is not needed.
    const archive = await openArchive(context.settings, { writes: false, editor: true });
    try {
      return await run({ store: archive.store, name: name ?? '', context });
    } finally {
      await archive.close();
    }
  },
};

interface Asked {
  readonly store: Store;
  readonly name: string;
  readonly context: CommandContext;
}

const verbs: Readonly<Record<string, (asked: Asked) => Promise<number>>> = {
  async add({ store, name, context: { flags, terminal, json, now } }) {
    if (!/^[\w.@ -]{1,60}$/u.test(name))
      throw new RapporteurError(
        'usage',
        'A name is made of letters (a to z), digits, spaces and . _ @ -, at most 60 of them.',
      );
    const days = daysOf(flags['days']);
    const made: AccessToken = {
      id: randomUUID(),
      name,
      scopes: scopesOf(flags['scope']),
      createdAt: now().toISOString(),
      ...(days === undefined ? {} : { expiresAt: new Date(now().getTime() + days * 86_400_000).toISOString() }),
    };
    const { token, hash } = makeToken();
    if (!(await store.tokens.add(made, hash))) {
      throw new RapporteurError(
        'usage',
        `There is a token "${name}" already: remove it first, or choose another name.`,
      );
    }
    if (json) await terminal.out(`${JSON.stringify(renderMadeToken(made, token))}\n`);
    else {
      await terminal.out(`${token}\n`);
      terminal.note(`The token "${name}" (${made.scopes.join(', ')}) is shown this once: keep it now.\n`);
    }
    return exitCodes.ok;
  },
  async list({ store, context: { terminal, json } }) {
    const tokens = await store.tokens.list();
    if (json) await terminal.out(`${JSON.stringify(renderTokenList(tokens))}\n`);
    else if (tokens.length === 0) await terminal.out('There are no tokens.\n');
    else for (const token of tokens) await terminal.out(`${lineOf(token)}\n`);
    return exitCodes.ok;
  },
  async remove({ store, name, context: { terminal, json } }) {
    if (!(await store.tokens.remove(name))) throw new RapporteurError('not-found', `No token is called "${name}".`);
    if (json) await terminal.out(`${JSON.stringify(renderTokenList(await store.tokens.list()))}\n`);
    else await terminal.out(`The token "${name}" opens nothing any more.\n`);
    return exitCodes.ok;
  },
};

function lineOf({ name, scopes, createdAt, expiresAt, lastUsedAt }: AccessToken): string {
  const used = lastUsedAt === undefined ? 'never used' : `last used ${lastUsedAt.slice(0, 13).replace('T', ' ')} h`;
  const ends = expiresAt === undefined ? [] : [`ends ${expiresAt.slice(0, 10)}`];
  return printable([name, scopes.join(','), `made ${createdAt.slice(0, 10)}`, used, ...ends].join(' · '));
}

function scopesOf(flag: string | boolean | undefined): readonly TokenScope[] {
  const asked = typeof flag === 'string' ? flag.split(',').map((scope) => scope.trim()) : ['read', 'mcp'];
  const unknown = asked.find((scope) => !tokenScopes.some((known) => known === scope));
  if (unknown !== undefined) {
    throw new RapporteurError('usage', `"${unknown}" is no scope: ${tokenScopes.join(', ')}.`);
  }
  return tokenScopes.filter((scope) => asked.includes(scope));
}

function daysOf(flag: string | boolean | undefined): number | undefined {
  if (flag === undefined) return undefined;
  const days = Number(flag);
  if (!Number.isInteger(days) || days < 1 || days > 3650) {
    throw new RapporteurError('usage', '--days takes a number from 1 to 3650.');
  }
  return days;
}
