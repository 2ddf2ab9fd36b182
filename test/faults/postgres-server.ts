import { execFileSync } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { join } from 'node:path';

/** Where Debian keeps its newest PostgreSQL; nothing when there is none. */
const versions = existsSync('/usr/lib/postgresql') ? readdirSync('/usr/lib/postgresql') : [];
const newest = versions
  .sort((a, b) => Number(b) - Number(a))
  .find((name) => existsSync(`/usr/lib/postgresql/${name}/bin/initdb`));
export const postgresPrograms: string | undefined =
  newest === undefined ? undefined : `/usr/lib/postgresql/${newest}/bin`;

export interface PostgresServer {
  readonly port: number;
  /** As a crash would: connections are cut, then it comes back. */
  restart(): void;
  stop(): void;
}

/** A throw-away server of one's own. As root it belongs to the user `postgres`: PostgreSQL refuses to run as root. */
export async function openPostgresServer(folder: string): Promise<PostgresServer> {
  const home = join(folder, 'postgres');
  mkdirSync(home);
  const isRoot = process.getuid?.() === 0;
  if (isRoot) {
    const { uid, gid } = statSync('/var/lib/postgresql');
    chownSync(home, uid, gid);
    execFileSync('chmod', ['711', folder]);
  }
  const as = isRoot ? ['--reuid=postgres', '--regid=postgres', '--init-groups', 'env', `HOME=${home}`] : [];
  const run = (program: string, ...args: string[]) => {
    const path = join(postgresPrograms ?? '', program);
    const [command, all] = isRoot ? ['setpriv', [...as, path, ...args]] : [path, args];
    execFileSync(command, all, { cwd: '/', stdio: 'ignore' });
  };
  const port = await freePort();
  const data = join(home, 'data');
  run('initdb', '-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync');
  const options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off`;
  run('pg_ctl', '-D', data, '-w', '-l', join(home, 'log'), '-o', options, 'start');
  return {
    port,
    restart: () =>
      run('pg_ctl', '-D', data, '-w', '-m', 'immediate', '-l', join(home, 'log'), '-o', options, 'restart'),
    stop: () => run('pg_ctl', '-D', data, '-m', 'immediate', 'stop'),
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

export interface Line {
  readonly port: number;
  /** Breaks all connections, and lets no new one through until `join`. */
  cut(): void;
  join(): void;
  close(): Promise<void>;
}

/** A line to a server that can be cut. */
export async function openLine(to: number): Promise<Line> {
  const sockets = new Set<Socket>();
  let isCut = false;
  const server = createServer((near) => {
    if (isCut) {
      near.destroy();
      return;
    }
    const far = connect(to, '127.0.0.1');
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(one);
      one.pipe(other);
      one.on('error', () => other.destroy());
      one.on('close', () => {
        sockets.delete(one);
        other.destroy();
      });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const drop = () => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    port: (server.address() as AddressInfo).port,
    cut() {
      isCut = true;
      drop();
    },
    join() {
      isCut = false;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        drop();
      }),
  };
}
