import { randomUUID } from 'node:crypto';
import { createFetcher } from '../../collect/http/fetcher.ts';
import { RapporteurError } from '../../errors.ts';
import { testWebhook } from '../../jobs/webhooks/deliver-webhooks.ts';
import { makeWebhookSecret } from '../../jobs/webhooks/sign-webhook.ts';
import { renderMadeWebhook, renderWebhookList } from '../../schemas/webhooks.ts';
import type { Store } from '../../store/store.ts';
import type { Webhook, WebhookChange } from '../../store/webhooks.ts';
import { openArchive } from '../archive.ts';
import { type Command, type CommandContext, exitCodes } from '../command.ts';
import { printable } from '../terminal.ts';
import { userAgentOf } from '../visitor.ts';

export const webhooksCommand: Command = {
  name: 'webhooks',
  usage: 'add|list|test|pause|resume|remove [URL]',
  summary: 'Tell other programs of new facts, by signed requests to their addresses.',
  details: [
    'While the site runs, each address gets a POST with the facts that are new, other, or gone since the last time, signed as Standard Webhooks has it. The secret is shown once, when the webhook is made.',
    'What is not answered with 2xx is sent again, the same changes under the same id, with longer and longer pauses; after 20 tries the webhook rests until "webhooks resume". An address that answers 410 is left alone.',
  ],
  options: [
    { name: 'country', takes: 'LIST', sentence: 'Only meetings of this country, or of these two: MA or ES,MA.' },
    { name: 'allow-private', sentence: 'The address may be on this machine or network.' },
  ],
  settings: ['data', 'contact'],
  arguments: { min: 1, max: 2 },
  examples: [
    { line: 'rapporteur webhooks add https://desk.example/hook --country ES,MA', sentence: 'News of one dossier.' },
    { line: 'rapporteur webhooks test https://desk.example/hook', sentence: 'Send a message that tells nothing.' },
    { line: 'rapporteur webhooks list --json', sentence: 'For machines (schema rapporteur.webhooks/1).' },
  ],
  async run(context) {
    const [verb = '', url] = context.args;
    const run = Object.hasOwn(verbs, verb) ? verbs[verb] : undefined;
    if (run === undefined || (url === undefined) !== (verb === 'list')) {
      throw new RapporteurError(
        'usage',
        `Write: webhooks list, webhooks ${Object.keys(verbs).slice(1).join('|')} URL.`,
      );
    }
    // Webhooks are beside the archive: the lock that keeps two writers of articles apart is not needed.
    const archive = await openArchive(context.settings, { writes: false, editor: true });
    try {
      return await run({ store: archive.store, url: url ?? '', context });
    } finally {
      await archive.close();
    }
  },
};

interface Asked {
  readonly store: Store;
  readonly url: string;
  readonly context: CommandContext;
}

const verbs: Readonly<Record<string, (asked: Asked) => Promise<number>>> = {
  async list({ store, context: { terminal, json } }) {
    const webhooks = await store.webhooks.list();
    if (json) await terminal.out(`${JSON.stringify(renderWebhookList(webhooks))}\n`);
    else if (webhooks.length === 0) await terminal.out('There are no webhooks.\n');
    else for (const webhook of webhooks) await terminal.out(`${lineOf(webhook)}\n`);
    return exitCodes.ok;
  },
  async add({ store, url, context: { flags, terminal, json, now } }) {
    if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol))
      throw new RapporteurError('usage', 'The address begins with https:// or http://.');
    const at = now().toISOString();
    const webhook: Webhook = {
      id: randomUUID(),
      url: new URL(url).href,
      secret: makeWebhookSecret(),
      countries: countriesOf(flags['country']),
      allowPrivate: flags['allow-private'] === true,
      state: 'active',
      // What is known already is no news.
      told: await store.record.lastChange(),
      telling: 0,
      failures: 0,
      nextAt: at,
      createdAt: at,
    };
    if (!(await store.webhooks.add(webhook)))
      throw new RapporteurError('usage', 'There is a webhook with this address already: remove it first.');
    if (json) await terminal.out(`${JSON.stringify(renderMadeWebhook(webhook, webhook.secret))}\n`);
    else {
      await terminal.out(`${webhook.secret}\n`);
      terminal.note('The secret that signs the messages is shown this once: keep it now.\n');
    }
    return exitCodes.ok;
  },
  async test({ store, url, context: { settings, terminal, json, now, signal } }) {
    const webhook = await found(store, url);
    const fetcher = createFetcher({ userAgent: userAgentOf(settings.contact) });
    try {
      const { taken, words } = await testWebhook(webhook, { fetcher, now, signal });
      if (json) await terminal.out(`${JSON.stringify(renderWebhookList([{ ...webhook, lastAnswer: words }]))}\n`);
      else await terminal.out(`${printable(words)}: ${taken ? 'it was taken' : 'it was not taken'}.\n`);
      return taken ? exitCodes.ok : exitCodes.someFailed;
    } finally {
      await fetcher.close();
    }
  },
  pause: (asked) => change(asked, { state: 'paused' }, 'is told nothing until "webhooks resume"'),
  resume: (asked) =>
    change(
      asked,
      { state: 'active', failures: 0, nextAt: asked.context.now().toISOString() },
      'is told of facts again',
    ),
  async remove({ store, url, context: { terminal, json } }) {
    const { id } = await found(store, url);
    await store.webhooks.remove(id);
    if (json) await terminal.out(`${JSON.stringify(renderWebhookList(await store.webhooks.list()))}\n`);
    else await terminal.out('The webhook is removed.\n');
    return exitCodes.ok;
  },
};

async function change(
  { store, url, context: { terminal, json } }: Asked,
  values: WebhookChange,
  words: string,
): Promise<number> {
  const webhook = { ...(await found(store, url)), ...values };
  await store.webhooks.change(webhook.id, values);
  await terminal.out(
    json ? `${JSON.stringify(renderWebhookList([webhook]))}\n` : `${printable(webhook.url)} ${words}.\n`,
  );
  return exitCodes.ok;
}

async function found(store: Store, url: string): Promise<Webhook> {
  const href = URL.canParse(url) ? new URL(url).href : url;
  const webhook = (await store.webhooks.list()).find((one) => one.url === href || one.id === url);
  if (webhook === undefined) throw new RapporteurError('not-found', `No webhook has the address ${url}.`);
  return webhook;
}

function countriesOf(flag: string | boolean | undefined): readonly string[] {
  if (typeof flag !== 'string') return [];
  const codes = flag.toUpperCase().split(/[,-]/);
  if (codes.length > 2 || codes.some((code) => !/^[A-Z]{2}$/.test(code)))
    throw new RapporteurError('usage', '--country takes a country code, or two: MA or ES,MA.');
  return codes;
}

function lineOf({ url, countries, state, failures, lastAt, lastAnswer }: Webhook): string {
  const told =
    lastAt === undefined ? 'never told' : `last told ${lastAt.slice(0, 16).replace('T', ' ')} (${lastAnswer})`;
  const scope = countries.length === 0 ? 'all meetings' : countries.join('-');
  return printable([url, scope, state, told, ...(failures === 0 ? [] : [`${failures} failed`])].join(' · '));
}
