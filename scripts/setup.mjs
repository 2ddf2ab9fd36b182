// Everything between a fresh clone and a working `dist`: install when needed, build when needed. Plain Node, no packages.
import { spawn } from 'node:child_process';
import {
  closeSync,
  cpSync,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compilerProblem } from './compiler.mjs';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

export function say(line) {
  process.stdout.write(`${line}\n`);
}

/** Runs a command; resolves with its exit code. `quiet` keeps the output and gives it back. */
export function run(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: options.cwd ?? root,
      env: { ...process.env, ...options.env },
      stdio: options.quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
      shell: process.platform === 'win32',
    });
    let output = '';
    child.stdout?.on('data', (data) => (output += data));
    child.stderr?.on('data', (data) => (output += data));
    child.on('error', (error) => resolve({ code: 127, output: `${output}${error.message}` }));
    child.on('close', (code, signal) => resolve({ code: code ?? (signal ? 130 : 1), output }));
  });
}

function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}

/** True when node_modules holds exactly what the lock file names (packages for other platforms aside). */
export function isInstalled(folder = root) {
  const wanted = readJson(join(folder, 'package-lock.json'))?.packages ?? {};
  const present = readJson(join(folder, 'node_modules', '.package-lock.json'))?.packages;
  if (present === undefined) return false;
  for (const [path, entry] of Object.entries(wanted)) {
    if (path === '' || entry.optional) continue;
    if (present[path]?.version !== entry.version) return false;
  }
  // An install that was interrupted while compiling leaves the package without its binary.
  return existsSync(join(folder, 'node_modules', 'better-sqlite3', 'build', 'Release', 'better_sqlite3.node'));
}

/** Installs the locked packages when they are not there. Says so; throws a plain sentence when it cannot. */
export async function ensureInstalled() {
  if (isInstalled()) return false;
  const problem = await compilerProblem(root);
  if (problem !== undefined) throw new Error(problem);
  say('Installing packages (the first time takes one to four minutes: SQLite may have to be compiled) …');
  const began = Date.now();
  const ticker = setInterval(() => say(`  still installing, ${Math.round((Date.now() - began) / 1000)} s`), 15_000);
  const quietly = ['--no-audit', '--no-fund', '--loglevel=error'];
  let result = await run('npm', ['ci', ...quietly], { quiet: true });
  // A lock file that a registry without the packages of other systems made incomplete still installs, just not by "ci".
  if (result.code !== 0 && result.output.includes('EUSAGE')) {
    result = await run('npm', ['install', '--no-save', ...quietly], { quiet: true });
  }
  clearInterval(ticker);
  if (result.code !== 0) {
    throw new Error(
      `Installing the packages failed (npm, exit ${result.code}):\n${result.output.trim().split('\n').slice(-25).join('\n')}`,
    );
  }
  say(`Packages installed in ${Math.round((Date.now() - began) / 1000)} s.`);
  return true;
}

/** Newest change below a folder, in milliseconds. */
function newest(path) {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  let latest = stat.mtimeMs;
  for (const name of readdirSync(path)) latest = Math.max(latest, newest(join(path, name)));
  return latest;
}

const stamp = join(root, 'dist', '.built');

export function isBuilt() {
  if (!existsSync(stamp)) return false;
  const built = statSync(stamp).mtimeMs;
  return ['src', 'tsconfig.base.json', 'package-lock.json', 'scripts/setup.mjs'].every(
    (path) => newest(join(root, path)) <= built,
  );
}

/** Files that tsc does not carry over but the program reads beside its code. */
const carried = new Set(['.css', '.svg', '.sql', '.woff2', '.png', '.ico', '.txt']);

function carry(from, to) {
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const source = join(from, entry.name);
    if (entry.isDirectory()) carry(source, join(to, entry.name));
    // Scripts for browsers are sent as they stand.
    else if (entry.parentPath.endsWith('client')) cpSync(source, join(to, entry.name));
    else if (carried.has(extname(entry.name))) cpSync(source, join(to, entry.name), { recursive: true });
  }
}

/** Only one build at a time: two at once would write the same files. */
async function withLock(path, work) {
  for (let tries = 0; ; tries += 1) {
    try {
      const handle = openSync(path, 'wx');
      writeFileSync(handle, String(process.pid));
      closeSync(handle);
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      if (!isRunning(Number(readFileSync(path, 'utf8'))) && tries > 0) rmSync(path, { force: true });
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
  try {
    return await work();
  } finally {
    rmSync(path, { force: true });
  }
}

function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return pid > 0;
  } catch {
    return false;
  }
}

export async function build() {
  const began = Date.now();
  say('Building …');
  const startedAt = new Date();
  const result = await withLock(join(root, 'node_modules', '.build-lock'), () =>
    run(process.execPath, [join(root, 'node_modules', 'typescript', 'bin', 'tsc'), '-b', 'src'], { quiet: true }),
  );
  if (result.code !== 0) throw new Error(`The build failed:\n${result.output.trim()}`);
  carry(join(root, 'src'), join(root, 'dist'));
  writeFileSync(stamp, `${startedAt.toISOString()}\n`);
  say(`Built in ${((Date.now() - began) / 1000).toFixed(1)} s.`);
}

export async function ensureBuilt() {
  if (isBuilt()) return false;
  await build();
  return true;
}
