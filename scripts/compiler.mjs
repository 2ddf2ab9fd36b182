// SQLite comes as a ready-made binary for common platforms; elsewhere it is compiled. A missing compiler otherwise
// shows up minutes later as pages of node-gyp output, so it is looked for first and named in one sentence.
import { accessSync, constants, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const tools = [
  { name: 'python3', commands: ['python3', 'python'] },
  { name: 'make', commands: ['make', 'gmake'] },
  { name: 'g++', commands: ['g++', 'c++', 'clang++'] },
];

function onPath(command) {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, command), constants.X_OK);
      return folder !== '';
    } catch {
      return false;
    }
  });
}

/** Names of the tools that a compilation would miss. */
export function missingTools(has = onPath) {
  return tools.filter((tool) => !tool.commands.some(has)).map((tool) => tool.name);
}

/** Whether a ready-made binary of this version answers for this platform. */
async function prebuiltAnswers(version, timeoutMs) {
  if (process.env.npm_config_build_from_source) return false;
  const host =
    process.env.npm_config_better_sqlite3_binary_host ?? 'https://github.com/WiseLibs/better-sqlite3/releases/download';
  const file = `better-sqlite3-v${version}-node-v${process.versions.modules}-${process.platform}-${process.arch}.tar.gz`;
  try {
    const answer = await fetch(`${host}/v${version}/${file}`, {
      method: 'HEAD',
      signal: AbortSignal.timeout(timeoutMs),
    });
    return answer.ok;
  } catch {
    return false;
  }
}

/** A sentence when the install would fail for want of a compiler, else undefined. Asks the network only when a tool is missing. */
export async function compilerProblem(root, options = {}) {
  if (process.platform === 'win32') return undefined;
  const missing = missingTools(options.has);
  if (missing.length === 0) return undefined;
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const answers = options.prebuiltAnswers ?? prebuiltAnswers;
  if (await answers(manifest.dependencies['better-sqlite3'], 5000)) return undefined;
  const list = missing.length === 1 ? missing[0] : `${missing.slice(0, -1).join(', ')} and ${missing.at(-1)}`;
  return `SQLite has to be compiled on this machine and ${list} ${missing.length === 1 ? 'is' : 'are'} missing: install ${missing.length === 1 ? 'it' : 'them'} (Debian and Ubuntu: apt-get install ${missing.join(' ')}) and run the command again.`;
}
