import { readFileSync, statSync } from 'node:fs';
import type { Visit, Visitor } from '../../collect/http/visitor.ts';
import { type Discovery, discover, type FoundSource } from '../../collect/sources/discover.ts';
import { isOpml, readOpml } from '../../collect/sources/opml.ts';
import { type ErrorCode, RapporteurError } from '../../errors.ts';
import { type AddedSource, addSource } from '../../jobs/collect/add-source.ts';
import { createGate } from '../../jobs/gate.ts';
import { errorSentence } from '../../messages/errors.ts';
import { renderOutletsAdded } from '../../schemas/collecting.ts';
import type { Store } from '../../store/store.ts';
import { type CommandContext, exitCodes } from '../command.ts';
import { problemOf } from '../report-error.ts';
import { printable } from '../terminal.ts';
import { openVisitor } from '../visitor.ts';
import { pauseOf } from './options.ts';

/** One thing to add: an address to look at, or a source that a file names. */
interface Wanted {
  readonly name: string;
  readonly address: string;
  /** Said by an OPML file: it is a feed, and one that is down today is followed all the same. */
  readonly known?: FoundSource;
  readonly folder?: readonly string[];
}

/** Addresses of a list that are looked at together. */
const atOnce = 16;
const pageBytes = 20 * 1024 * 1024;

/** `outlets add URL|FILE…` */
export async function addOutlets(context: CommandContext, store: Store, args: readonly string[]): Promise<number> {
  const { flags, json, now, terminal, signal } = context;
  if (args.length === 0) throw new RapporteurError('usage', 'Write: outlets add URL|FILE.');
  const wanted = args.flatMap(readWanted);
  const shared = {
    allowPrivate: flags['allow-private'] === true,
    ...pauseOf(context),
    ...(typeof flags['name'] === 'string' && wanted.length === 1 ? { name: flags['name'] } : {}),
    now: now().toISOString(),
  };
  const { visitor, close } = openVisitor(() => store, { now, contact: context.settings.contact });
  const added: AddedSource[] = [];
  const failures: { name: string; code: ErrorCode; detail: string }[] = [];
  const oneByOne = createGate(1);
  const gate = createGate(atOnce);
  const keep = async (sources: readonly FoundSource[], folder: readonly string[] | undefined) => {
    for (const found of sources) {
      const result = await oneByOne(() => addSource(store, found, { ...shared, ...(folder && { folder }) }));
      added.push(result);
      if (!json) terminal.note(`${describe(result, found)}\n`);
    }
  };
  try {
    await Promise.all(
      wanted.map((one) =>
        gate(async () => {
          if (signal.aborted) return;
          if (one.known !== undefined) return keep([one.known], one.folder);
          const discovery = await discover(one.address, (address) => fetchFor(visitor, address, shared, signal));
          const failure = await settle(context, one, discovery, keep);
          if (failure !== undefined) failures.push({ name: one.name, ...failure });
        }),
      ),
    );
  } finally {
    await close();
  }
  if (json) {
    const report = renderOutletsAdded({
      added,
      failures: failures.map(({ name, code, detail }) => ({ name, problem: problemOf(code, detail, name) })),
    });
    await terminal.out(`${JSON.stringify(report)}\n`);
  } else {
    for (const { name, code, detail } of failures)
      terminal.note(`${printable(name)}: ${errorSentence(code)} (${code}: ${printable(detail)})\n`);
    await terminal.out(`${added.length} followed, ${failures.length} not\n`);
    if (added.length > 0) terminal.note('"rapporteur collect --once" fetches what they have now.\n');
  }
  if (signal.aborted) return exitCodes.interrupted;
  return failures.length > 0 ? exitCodes.someFailed : exitCodes.ok;
}

async function settle(
  { flags, terminal, json }: CommandContext,
  wanted: Wanted,
  discovery: Discovery,
  keep: (sources: readonly FoundSource[], folder: readonly string[] | undefined) => Promise<void>,
): Promise<{ code: ErrorCode; detail: string } | undefined> {
  switch (discovery.kind) {
    case 'failure':
      return { code: discovery.code, detail: discovery.detail };
    case 'found':
      await keep(discovery.sources, wanted.folder);
      return undefined;
    case 'opml':
      for (const { address, title, site, folder } of discovery.feeds)
        await keep([sourceOfOpml({ address, ...(title && { title }), ...(site && { site }) })], folder);
      return undefined;
    case 'listing': {
      const chosen = flags['links'];
      if (typeof chosen === 'string') {
        await keep([{ ...discovery.source, pattern: chosen }], wanted.folder);
        return undefined;
      }
      if (flags['yes'] === true) {
        await keep([discovery.source], wanted.folder);
        return undefined;
      }
      if (!json) {
        for (const { pattern, links } of discovery.patterns.slice(0, 3)) {
          terminal.note(`${printable(pattern)} (${links.length} links)\n`);
          for (const { text, address } of links.slice(0, 5))
            terminal.note(`    ${printable(text)}  ${printable(address)}\n`);
        }
      }
      return {
        code: 'needs-confirmation',
        detail: `no feed; best pattern ${discovery.source.pattern ?? ''}, ${discovery.source.items} links`,
      };
    }
  }
}

async function fetchFor(
  visitor: Visitor,
  address: string,
  rules: { readonly allowPrivate: boolean; readonly pauseMs?: number },
  signal: AbortSignal,
) {
  const { allowPrivate, pauseMs } = rules;
  const visit: Visit = await visitor.visit({
    address,
    maxBytes: pageBytes,
    allowPrivate,
    signal,
    accept: 'text/html,application/rss+xml,application/atom+xml,application/feed+json,application/xml;q=0.9,*/*;q=0.5',
    ...(pauseMs === undefined ? {} : { pauseMs }),
  });
  if (visit.kind !== 'blocked') return visit;
  const detail = `refused until ${visit.until}`;
  return { kind: 'failure' as const, code: 'fetch-failed' as const, detail, redirects: [] };
}

function readWanted(arg: string): Wanted[] {
  if (/^https?:\/\//i.test(arg)) return [{ name: arg, address: arg }];
  const isFile = statSync(arg, { throwIfNoEntry: false })?.isFile() === true;
  if (!isFile) {
    // "coast.example" is an address that somebody typed.
    if (/^[\p{L}\d-]+(?:\.[\p{L}\d-]+)+(?:[/:?].*)?$/u.test(arg)) return [{ name: arg, address: `https://${arg}` }];
    throw new RapporteurError('file-not-found', `${arg} is neither an address nor a file.`);
  }
  const text = readFileSync(arg, 'utf8');
  if (isOpml(text)) {
    return readOpml(text).map((feed) => ({
      name: feed.address,
      address: feed.address,
      known: sourceOfOpml(feed),
      folder: feed.folder,
    }));
  }
  const wanted = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => ({ name: line, address: /^https?:\/\//i.test(line) ? line : `https://${line}` }));
  if (wanted.length === 0) throw new RapporteurError('usage', `${arg} holds no address.`);
  return wanted;
}

function sourceOfOpml(feed: {
  readonly address: string;
  readonly title?: string;
  readonly site?: string;
}): FoundSource {
  const { address, title, site } = feed;
  return {
    kind: 'feed',
    address: new URL(address).href,
    ...(title === undefined ? {} : { title }),
    ...(site === undefined || !URL.canParse(site) ? {} : { site }),
    samples: [],
    items: 0,
  };
}

function describe({ outlet, source, known }: AddedSource, found: FoundSource): string {
  const items = found.items > 0 ? `, ${found.items} items now` : '';
  const pattern = source.pattern === undefined ? '' : ` ${source.pattern}`;
  return printable(`${known ? 'kept' : 'added'}: ${outlet.name} (${source.kind}${pattern}) ${source.address}${items}`);
}
