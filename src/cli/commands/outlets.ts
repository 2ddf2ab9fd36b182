import { writeFileSync } from 'node:fs';
import { RapporteurError } from '../../errors.ts';
import { changeOutlet, changeSource, followedAsOpml, setFollowing } from '../../jobs/collect/follow.ts';
import { errorSentence } from '../../messages/errors.ts';
import { renderSourceList } from '../../schemas/collecting.ts';
import type { ItemState, Source } from '../../store/collecting.ts';
import type { HubSubscription } from '../../store/hub-store.ts';
import type { Outlet, Store } from '../../store/store.ts';
import { openArchive } from '../archive.ts';
import { type Command, type CommandContext, exitCodes } from '../command.ts';
import { addOutlets } from '../outlets/add.ts';
import { tellCoverage } from '../outlets/coverage.ts';
import { keepDaysOf, pauseOf } from '../outlets/options.ts';
import { printable } from '../terminal.ts';

export const outletsCommand: Command = {
  name: 'outlets',
  usage:
    'add URL|FILE… | list | coverage | show OUTLET | edit OUTLET | pause OUTLET | resume OUTLET | remove OUTLET | export',
  summary: 'Follow outlets: feeds, sitemaps, and pages that have neither.',
  details: [
    'add finds out what an address is: a feed of any kind, a page that advertises one, a sitemap (news before the rest), an OPML file, or a page whose links look like articles; those links are shown and followed after --yes. A FILE is OPML (folders are kept) or a list of addresses. What does not work is named, the rest is added.',
    'OUTLET is its name, its short name in addresses, or the address of one of its sources. "list" shows every source with its state; "export" writes OPML. A removed outlet is no longer visited; its articles stay.',
    '"coverage" compares what came with what each outlet usually gives on that weekday, and says who is silent for unusually long, blocks us or cannot be reached.',
    'Sites are visited one request at a time, with a pause per registrable domain (2 seconds, or what robots.txt asks for). --allow-private lets a source on your own network be fetched.',
  ],
  options: [
    { name: 'allow-private', sentence: 'Let this source be on your own machine or network.' },
    { name: 'pause', takes: 'SECONDS', sentence: 'Between two requests to its domain; 0 only with --allow-private.' },
    { name: 'name', takes: 'NAME', sentence: 'Name of the outlet, instead of what it calls itself.' },
    {
      name: 'links',
      takes: 'PATTERN',
      sentence: 'Of a page without a feed: which links to follow, like /news/#/*.html.',
    },
    { name: 'yes', sentence: 'Follow the links that were found without a question.' },
    { name: 'publish', takes: 'LEVEL', sentence: 'For "edit": full, excerpt or facts, what the site shows to others.' },
    {
      name: 'keep-bodies',
      takes: 'DAYS',
      sentence: 'For "edit": days after which texts and bytes go and only the facts stay, or "forever".',
    },
    { name: 'fail-on-silent', sentence: 'For "coverage": exit code 1 when something is out of the ordinary.' },
    { name: 'out', takes: 'FILE', sentence: 'For "export": write there instead of to standard output.' },
  ],
  settings: ['data', 'contact'],
  arguments: { min: 1, max: Number.MAX_SAFE_INTEGER },
  examples: [
    { line: 'rapporteur outlets add https://coast.example/feed', sentence: 'A feed; the outlet is named by it.' },
    { line: 'rapporteur outlets add subscriptions.opml', sentence: 'Every feed of a reader, with its folders.' },
    {
      line: 'rapporteur outlets add http://wiki.lan/news --allow-private --pause 0 --yes',
      sentence: 'A page of your own network, without a feed.',
    },
    {
      line: 'rapporteur outlets list --json',
      sentence: 'What is followed, for machines (schema rapporteur.outlets/1).',
    },
    {
      line: 'rapporteur outlets coverage --fail-on-silent',
      sentence: 'Who is silent? For a job that tells somebody when the exit code is 1.',
    },
  ],
  async run(context) {
    const [action = '', ...args] = context.args;
    // The sources are small rows: they can be changed while an import or the site is running.
    const archive = await openArchive(context.settings, { writes: false, editor: true });
    try {
      const { store } = archive;
      switch (action) {
        case 'add':
          return await addOutlets(context, store, args);
        case 'list':
          return await listOutlets(context, store, await store.collect.sources());
        case 'coverage':
          return await tellCoverage(context, store);
        case 'show':
          return await showOutlet(context, store, args);
        case 'edit':
          return await editOutlet(context, store, args);
        case 'pause':
          return await setState(context, store, args, 'paused');
        case 'resume':
          return await setState(context, store, args, 'active');
        case 'remove':
          return await removeOutlet(context, store, args);
        case 'export':
          return await exportOutlets(context, store);
        default:
          throw new RapporteurError('usage', `There is no "outlets ${action}".`);
      }
    } finally {
      await archive.close();
    }
  },
};

interface Followed {
  readonly outlet: Outlet;
  readonly sources: readonly Source[];
}

/** Outlets that an argument names: by name, slug, id, or the address or id of a source. */
async function findFollowed(store: Store, args: readonly string[]): Promise<readonly Followed[]> {
  if (args.length === 0) throw new RapporteurError('usage', 'Name an outlet.');
  const outlets = await store.outlets.list();
  const sources = await store.collect.sources();
  return args.map((arg) => {
    const source = sources.find(({ id, address }) => id === arg || address === arg);
    const folded = arg.toLowerCase();
    const outlet = outlets.find(({ id, slug, name, hosts }) =>
      source === undefined
        ? id === arg || slug === arg || name.toLowerCase() === folded || hosts.includes(folded)
        : id === source.outletId,
    );
    if (outlet === undefined)
      throw new RapporteurError('not-found', `There is no outlet "${arg}"; see "outlets list".`);
    const own = source === undefined ? sources.filter(({ outletId }) => outletId === outlet.id) : [source];
    return { outlet, sources: own };
  });
}

async function listOutlets(context: CommandContext, store: Store, sources: readonly Source[]): Promise<number> {
  const { json, terminal } = context;
  const names = new Map((await store.outlets.list()).map(({ id, name }) => [id, name]));
  const hubs = new Map((await store.hubs.list()).map((hub) => [hub.sourceId, hub]));
  const counts = new Map<string, Partial<Record<ItemState, number>>>();
  for (const { sourceId, state, items } of await store.collect.itemCounts())
    counts.set(sourceId, { ...counts.get(sourceId), [state]: items });
  if (json) {
    const list = renderSourceList(
      sources.map((source) => ({
        source,
        outlet: names.get(source.outletId) ?? source.outletId,
        hub: hubs.get(source.id),
        items: counts.get(source.id) ?? {},
      })),
    );
    await terminal.out(`${JSON.stringify(list)}\n`);
    return exitCodes.ok;
  }
  if (sources.length === 0) terminal.note(`${errorSentence('nothing-to-collect')}\n`);
  for (const source of sources) {
    const items = counts.get(source.id) ?? {};
    const failed = (items.failed ?? 0) + (items.refused ?? 0);
    const why = source.reason === undefined ? '' : ` (${source.reason}: ${source.detail ?? ''})`;
    await terminal.out(
      `${printable(names.get(source.outletId) ?? source.outletId)}\n` +
        `  ${source.state}${printable(why)}, ${source.kind}, ${printable(source.address)}\n` +
        `  ${items.stored ?? 0} articles, ${items.waiting ?? 0} waiting, ${failed} failed; ` +
        `last new ${source.lastItem ?? 'never'}, next visit ${source.nextPoll}\n${hubLine(hubs.get(source.id))}`,
    );
  }
  return exitCodes.ok;
}

/** Who tells of its news, for people. */
function hubLine(hub: HubSubscription | undefined): string {
  if (hub === undefined) return '';
  const until = hub.activeUntil === undefined ? '' : ` until ${hub.activeUntil}`;
  const how = hub.state === 'refused' ? ` (${hub.detail ?? ''})` : `${until}, last news ${hub.lastPush ?? 'never'}`;
  return `  hub ${printable(`${hub.hub}: ${hub.state}${how}`)}\n`;
}

const shownPolls = 10;

async function showOutlet(context: CommandContext, store: Store, args: readonly string[]): Promise<number> {
  const followed = await findFollowed(store, args);
  const sources = followed.flatMap((one) => one.sources);
  await listOutlets(context, store, sources);
  if (context.json) return exitCodes.ok;
  for (const source of sources) {
    for (const { at, outcome, found, fresh, milliseconds, reason } of await store.collect.polls(source.id, shownPolls))
      await context.terminal.out(
        `  ${at} ${outcome}${reason === undefined ? '' : ` ${reason}`}: ${found} items, ${fresh} new, ${milliseconds} ms\n`,
      );
    const failed = await store.collect.items({ sourceId: source.id, states: ['failed', 'refused', 'gone'], limit: 20 });
    for (const { address, reason, detail } of failed)
      await context.terminal.out(`  ${printable(address)}: ${reason ?? ''} ${printable(detail ?? '')}\n`);
  }
  return exitCodes.ok;
}

async function editOutlet(context: CommandContext, store: Store, args: readonly string[]): Promise<number> {
  const { flags, terminal } = context;
  const { name, publish, links } = flags;
  if (typeof publish === 'string' && publish !== 'full' && publish !== 'excerpt' && publish !== 'facts')
    throw new RapporteurError('usage', `--publish takes full, excerpt or facts, not "${publish}".`);
  const { pauseMs } = pauseOf(context);
  const keep = keepDaysOf(context);
  for (const { outlet, sources } of await findFollowed(store, args)) {
    await changeOutlet(store, outlet, {
      ...(typeof name === 'string' ? { name } : {}),
      ...(typeof publish === 'string' ? { publish } : {}),
      ...(keep === undefined ? {} : { keep }),
    });
    for (const source of sources)
      await changeSource(store, source, {
        ...(pauseMs === undefined ? {} : { pause: { ms: pauseMs } }),
        ...(flags['allow-private'] === true ? { allowPrivate: true } : {}),
        ...(typeof links === 'string' ? { pattern: links } : {}),
      });
    await terminal.out(`${printable(outlet.name)}: changed\n`);
  }
  return exitCodes.ok;
}

async function setState(
  context: CommandContext,
  store: Store,
  args: readonly string[],
  state: 'active' | 'paused',
): Promise<number> {
  const now = context.now().toISOString();
  for (const { outlet, sources } of await findFollowed(store, args)) {
    await setFollowing(store, sources, state, now);
    await context.terminal.out(`${printable(outlet.name)}: ${state}\n`);
  }
  return exitCodes.ok;
}

async function removeOutlet(context: CommandContext, store: Store, args: readonly string[]): Promise<number> {
  for (const { outlet, sources } of await findFollowed(store, args)) {
    for (const { id } of sources) await store.collect.removeSource(id);
    await context.terminal.out(`${printable(outlet.name)}: no longer visited; its articles stay\n`);
  }
  return exitCodes.ok;
}

async function exportOutlets({ flags, terminal }: CommandContext, store: Store): Promise<number> {
  const opml = await followedAsOpml(store);
  const { out } = flags;
  if (typeof out !== 'string') await terminal.out(opml);
  else {
    try {
      writeFileSync(out, opml);
    } catch (cause) {
      throw new RapporteurError('file-unwritable', `File: ${out}.`, { cause });
    }
  }
  return exitCodes.ok;
}
