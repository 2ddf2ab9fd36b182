import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { createFetcher } from '../../collect/http/fetcher.ts';
import { openImageShelf } from '../../collect/image-shelf.ts';
import { RapporteurError } from '../../errors.ts';
import { isSampleLoaded, loadSample } from '../../jobs/load-sample.ts';
import { processPending } from '../../jobs/process.ts';
import { renderSite } from '../../schemas/operations.ts';
import type { SignUp } from '../../web/account/door.ts';
import { createApp } from '../../web/app.tsx';
import { openArchive } from '../archive.ts';
import { collectInThread } from '../collect-in-thread.ts';
import { type Command, type CommandContext, exitCodes } from '../command.ts';
import { keepRetaining } from '../keep-retaining.ts';
import { keepTelling } from '../keep-telling.ts';
import { openMail, siteAddressOf } from '../open-mail.ts';
import { startProgress } from '../progress.ts';
import { openSecret } from '../secrets.ts';
import { productVersion } from '../version.ts';
import { userAgentOf } from '../visitor.ts';

export const serveCommand: Command = {
  name: 'serve',
  usage: '',
  summary: 'Open the reading site.',
  details: [
    'The site listens on this machine only (127.0.0.1) unless --host says otherwise. On a loopback address, pages that you imported are shown in full; elsewhere each outlet’s publish setting decides. Ctrl-C or SIGTERM stops it.',
    'While it runs, the outlets that you follow are visited, each on its own rhythm ("rapporteur outlets"), unless --no-collect says otherwise. The writer’s lock is taken only for the minute or so that there is something to do.',
    'Behind a proxy, name the proxy’s address with --trusted-proxy: then its forwarded headers are believed, and local pages are shown as for the public.',
  ],
  options: [
    { name: 'sample', sentence: 'Load the sample press first, once (npm start does this).' },
    { name: 'no-collect', sentence: 'Do not visit the outlets that are followed.' },
  ],
  settings: ['data', 'host', 'port', 'trustedProxy', 'publicUrl', 'signUp', 'maxPageMegabytes', 'contact'],
  arguments: { min: 0, max: 0 },
  examples: [
    { line: 'rapporteur serve', sentence: 'On port 4180 of this machine.' },
    { line: 'rapporteur serve --port 0 --data archive', sentence: 'On any free port, from another data folder.' },
    {
      line: 'rapporteur serve --host 0.0.0.0',
      sentence: 'For the network: outlets decide how much of a text is shown.',
    },
  ],
  async run({ flags, settings, terminal, json, now, signal }) {
    if (flags['sample'] === true) await prepareSample({ settings, terminal, json, now, signal });
    const archive = await openArchive(settings, { writes: false });
    const log = {
      error: (event: string, detail: object) =>
        terminal.note(`${JSON.stringify({ time: now().toISOString(), event, ...detail })}\n`),
    };
    const fetcher = createFetcher({ userAgent: userAgentOf(settings.contact) });
    let collecting: Promise<void> | undefined;
    let retaining: Promise<void> | undefined;
    let telling: Promise<void> | undefined;
    try {
      const secret = openSecret(archive.folder, 'session');
      const images = settings.siteImages
        ? { secret, shelf: await openImageShelf({ folder: join(archive.folder, 'images'), fetcher, now }) }
        : undefined;
      const [baseUrl, mail] = [siteAddressOf(settings), await openMail(settings)];
      const loopback = isLoopback(settings.host);
      const proxied = settings.trustedProxy.length > 0;
      const app = createApp({
        store: archive.store,
        settings: {
          publishLocalInFull: loopback && !proxied,
          trustedProxy: proxied,
          mapBoundaries: settings.mapBoundaries,
          // Behind a proxy the site is public, whatever it listens on.
          apiRate: loopback && !proxied ? 0 : settings.apiRate,
          tokenRate: settings.tokenRate,
          apiOrigins: settings.apiOrigins,
          tdmReservation: settings.tdmReservation,
          ...(baseUrl === undefined ? {} : { baseUrl }),
        },
        accounts: {
          secret,
          signUp: settings.signUp as SignUp,
          ...(mail === undefined ? {} : { mail }),
        },
        now,
        log,
        version: productVersion,
        ...(images === undefined ? {} : { images }),
      });
      const listener = getRequestListener((request, env) => app.fetch(request, env), { overrideGlobalObjects: false });
      const server = createServer((request, response) => {
        if (!proxied || !settings.trustedProxy.includes(remoteAddress(request))) dropForwarded(request);
        // A page elsewhere could point its own name at this machine and read what is only for the person here.
        if (loopback && !proxied && !isLoopbackHost(request.headers.host)) {
          response.writeHead(421, { 'content-type': 'text/plain; charset=utf-8' });
          response.end(
            'This site answers to localhost only; start it with --host or --trusted-proxy to use another name.\n',
          );
          return;
        }
        void listener(request, response);
      });
      const sockets = new Set<Socket>();
      server.on('connection', (socket) => {
        sockets.add(socket);
        socket.once('close', () => sockets.delete(socket));
      });
      const port = await listen(server, settings.host, settings.port);
      const url = `http://${settings.host.includes(':') ? `[${settings.host}]` : settings.host}:${port}/`;
      await terminal.out(
        json
          ? `${JSON.stringify(renderSite({ url, data: settings.data }))}\n`
          : `Rapporteur is open at ${url} (Ctrl-C stops it)\n`,
      );
      if (settings.collect && flags['no-collect'] !== true)
        collecting = collectInThread(settings, { signal, log: log.error });
      retaining = keepRetaining(settings, { now, signal, log: log.error });
      telling = keepTelling(archive.store, { fetcher, now, signal, log: log.error });
      await untilAborted(signal);
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
        setTimeout(() => {
          for (const socket of sockets) socket.destroy();
        }, 2_000).unref();
      });
      return exitCodes.ok;
    } finally {
      await Promise.all([collecting, retaining, telling]);
      await fetcher.close();
      await archive.close();
    }
  },
};

/** The sample is written under the writer's lock; when it is there already, nothing is locked and nothing is written. */
async function prepareSample({
  settings,
  terminal,
  json,
  now,
  signal,
}: Pick<CommandContext, 'settings' | 'terminal' | 'json' | 'now' | 'signal'>): Promise<void> {
  const reader = await openArchive(settings, { writes: false });
  const ready = await isSampleLoaded(reader.store).finally(() => reader.close());
  if (ready) return;
  const writer = await openArchive(settings, { writes: true });
  try {
    terminal.note('Loading the sample press …\n');
    const progress = startProgress(terminal, 'sample press', 0, { silent: json, now });
    const { pages } = await loadSample(writer.store, { onPage: (done, total) => progress.update(done, total) });
    progress.stop();
    await processPending(writer.store, { signal, profiles: writer.profiles });
    terminal.note(`The sample press is loaded (${pages} pages).\n`);
  } finally {
    await writer.close();
  }
}

async function listen(server: ReturnType<typeof createServer>, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      if (cause.code === 'EADDRINUSE') {
        reject(new RapporteurError('port-in-use', `Port ${port} on ${host}.`, { cause }));
      } else if (cause.code === 'EADDRNOTAVAIL' || cause.code === 'ENOTFOUND') {
        reject(new RapporteurError('usage', `This machine has no address "${host}".`, { cause }));
      } else if (cause.code === 'EACCES') {
        reject(
          new RapporteurError('usage', `This user may not listen on port ${port}; choose one above 1023.`, { cause }),
        );
      } else reject(cause);
    });
    server.listen(port, host, () => resolve((server.address() as AddressInfo).port));
  });
}

function untilAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}

/** True for addresses that only this machine reaches. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(?:\.\d{1,3}){3}$/.test(host);
}

function isLoopbackHost(header: string | undefined): boolean {
  if (header === undefined) return false;
  const name = header
    .replace(/:\d+$/, '')
    .replace(/^\[|\]$/g, '')
    .toLowerCase();
  return isLoopback(name) || name.endsWith('.localhost');
}

function remoteAddress(request: IncomingMessage): string {
  return (request.socket.remoteAddress ?? '').replace(/^::ffff:/, '');
}

const forwarded = /^(?:forwarded|x-forwarded-.*|x-real-ip)$/i;

/** Takes out what anybody could have written to pass for another address or scheme. */
function dropForwarded(request: IncomingMessage): void {
  for (const name of Object.keys(request.headers)) if (forwarded.test(name)) delete request.headers[name];
  const { rawHeaders } = request;
  for (let at = rawHeaders.length - 2; at >= 0; at -= 2) {
    if (forwarded.test(rawHeaders[at] ?? '')) rawHeaders.splice(at, 2);
  }
}
