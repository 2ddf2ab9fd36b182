import type { Collected, CollectedPage } from '../collect/collected.ts';
import { fetchPage } from '../collect/fetch-page.ts';
import { readFiles } from '../collect/read-files.ts';
import { readPage } from '../core/read/read-page.ts';
import type { CommandContext } from './command.ts';
import { productVersion } from './version.ts';

type Context = Pick<CommandContext, 'flags' | 'settings' | 'terminal' | 'now' | 'signal'>;

/** Files, folders and standard input, and pages fetched by address, in the order given. */
export async function* collectPages(args: readonly string[], context: Context): AsyncGenerator<Collected> {
  const { flags, settings, terminal, now, signal } = context;
  const maxBytes = settings.maxPageMegabytes * 1024 * 1024;
  for (const arg of args) {
    if (!isAddress(arg)) yield* readFiles([arg], { maxBytes, stdin: terminal.input });
    else
      yield await fetchPage(arg, {
        maxBytes,
        allowPrivate: flags['allow-private'] === true,
        userAgent: `Rapporteur/${productVersion} (one page, asked for by a person)`,
        now,
        signal,
      });
  }
}

export function isAddress(arg: string): boolean {
  return /^https?:\/\//i.test(arg);
}

export function decodePage(found: CollectedPage, { settings }: Pick<Context, 'settings'>): ReturnType<typeof readPage> {
  return readPage(
    {
      bytes: found.bytes,
      ...(found.url === undefined ? {} : { url: found.url }),
      ...(found.format === undefined ? {} : { format: found.format }),
      ...(found.contentType === undefined ? {} : { contentType: found.contentType }),
      ...(found.savedAt === undefined ? {} : { savedAt: found.savedAt }),
    },
    { maxBytes: settings.maxPageMegabytes * 1024 * 1024 },
  );
}
