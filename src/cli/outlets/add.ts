import { readFileSync, statSync } from 'node:fs';
import type { FoundSource } from '../../collect/sources/discover.ts';
import { type ErrorCode, RapporteurError } from '../../errors.ts';
import type { AddedSource } from '../../jobs/collect/add-source.ts';
import {
  addWanted,
  type Listing,
  openLook,
  readAddress,
  readWanted,
  type Wanted,
} from '../../jobs/collect/add-wanted.ts';
import { errorSentence } from '../../messages/errors.ts';
import { renderOutletsAdded } from '../../schemas/collecting.ts';
import type { Store } from '../../store/store.ts';
import { type CommandContext, exitCodes } from '../command.ts';
import { problemOf } from '../report-error.ts';
import { printable, type Terminal } from '../terminal.ts';
import { openVisitor } from '../visitor.ts';
import { pauseOf } from './options.ts';

/** `outlets add URL|FILE…` */
export async function addOutlets(context: CommandContext, store: Store, args: readonly string[]): Promise<number> {
  const { flags, json, now, terminal, signal } = context;
  if (args.length === 0) throw new RapporteurError('usage', 'Write: outlets add URL|FILE.');
  const wanted = args.flatMap(wantedOf);
  const { name, links } = flags;
  const { visitor, close } = openVisitor(() => store, { now, contact: context.settings.contact });
  const added: AddedSource[] = [];
  const failures: { name: string; code: ErrorCode; detail: string }[] = [];
  try {
    await addWanted(store, wanted, {
      look: openLook(visitor),
      allowPrivate: flags['allow-private'] === true,
      ...pauseOf(context),
      ...(typeof name === 'string' && wanted.length === 1 ? { name } : {}),
      now: now().toISOString(),
      signal,
      onAdded(_wanted, result, found) {
        added.push(result);
        if (!json) terminal.note(`${describe(result, found)}\n`);
      },
      onFailed(one, failure) {
        failures.push({ name: one.name, ...failure });
      },
      onListing(one, listing) {
        if (typeof links === 'string') return links;
        const { pattern, items } = listing.source;
        if (flags['yes'] === true) return pattern;
        if (!json) showPatterns(terminal, listing);
        failures.push({
          name: one.name,
          code: 'needs-confirmation',
          detail: `no feed; best pattern ${pattern ?? ''}, ${items} links`,
        });
        return undefined;
      },
    });
  } finally {
    await close();
  }
  if (json) {
    const report = renderOutletsAdded({
      added,
      failures: failures.map(({ name: address, code, detail }) => ({
        name: address,
        problem: problemOf(code, detail, address),
      })),
    });
    await terminal.out(`${JSON.stringify(report)}\n`);
  } else {
    for (const { name: address, code, detail } of failures)
      terminal.note(`${printable(address)}: ${errorSentence(code)} (${code}: ${printable(detail)})\n`);
    await terminal.out(`${added.length} followed, ${failures.length} not\n`);
    if (added.length > 0) terminal.note('"rapporteur collect --once" fetches what they have now.\n');
  }
  if (signal.aborted) return exitCodes.interrupted;
  return failures.length > 0 ? exitCodes.someFailed : exitCodes.ok;
}

function showPatterns(terminal: Terminal, { patterns }: Listing): void {
  for (const { pattern, links } of patterns.slice(0, 3)) {
    terminal.note(`${printable(pattern)} (${links.length} links)\n`);
    for (const { text, address } of links.slice(0, 5)) terminal.note(`    ${printable(text)}  ${printable(address)}\n`);
  }
}

function wantedOf(arg: string): readonly Wanted[] {
  if (/^https?:\/\//i.test(arg)) return [{ name: arg, address: arg }];
  const isFile = statSync(arg, { throwIfNoEntry: false })?.isFile() === true;
  if (!isFile) {
    const address = readAddress(arg);
    if (address !== undefined) return [{ name: arg, address }];
    throw new RapporteurError('file-not-found', `${arg} is neither an address nor a file.`);
  }
  const { feeds, wanted } = readWanted(readFileSync(arg, 'utf8'));
  // A list of feeds may be empty; a list of addresses that is empty is another file.
  if (wanted.length === 0 && !feeds) throw new RapporteurError('usage', `${arg} holds no address.`);
  return wanted;
}

function describe({ outlet, source, known }: AddedSource, found: FoundSource): string {
  const items = found.items > 0 ? `, ${found.items} items now` : '';
  const pattern = source.pattern === undefined ? '' : ` ${source.pattern}`;
  return printable(`${known ? 'kept' : 'added'}: ${outlet.name} (${source.kind}${pattern}) ${source.address}${items}`);
}
