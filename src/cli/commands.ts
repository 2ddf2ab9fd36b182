import type { Command } from './command.ts';

/** In the order of the help. Each is loaded when it is asked for: reading a page needs no database and no site. */
const loaders: Readonly<Record<string, () => Promise<Command>>> = {
  read: async () => (await import('./commands/read.ts')).readCommand,
  compare: async () => (await import('./commands/compare.ts')).compareCommand,
  import: async () => (await import('./commands/import.ts')).importCommand,
  outlets: async () => (await import('./commands/outlets.ts')).outletsCommand,
  collect: async () => (await import('./commands/collect.ts')).collectCommand,
  work: async () => (await import('./commands/work.ts')).workCommand,
  jobs: async () => (await import('./commands/jobs.ts')).jobsCommand,
  serve: async () => (await import('./commands/serve.ts')).serveCommand,
  search: async () => (await import('./commands/search.ts')).searchCommand,
  export: async () => (await import('./commands/export.ts')).exportCommand,
  versions: async () => (await import('./commands/versions.ts')).versionsCommand,
  edit: async () => (await import('./commands/edit.ts')).editCommand,
  rebuild: async () => (await import('./commands/rebuild.ts')).rebuildCommand,
  retain: async () => (await import('./commands/retain.ts')).retainCommand,
  backup: async () => (await import('./commands/backup.ts')).backupCommand,
  restore: async () => (await import('./commands/restore.ts')).restoreCommand,
  doctor: async () => (await import('./commands/doctor.ts')).doctorCommand,
  profiles: async () => (await import('./commands/profiles.ts')).profilesCommand,
  lexicon: async () => (await import('./commands/lexicon.ts')).lexiconCommand,
  users: async () => (await import('./commands/users.ts')).usersCommand,
  tokens: async () => (await import('./commands/tokens.ts')).tokensCommand,
  webhooks: async () => (await import('./commands/webhooks.ts')).webhooksCommand,
  mcp: async () => (await import('./commands/mcp.ts')).mcpCommand,
  init: async () => (await import('./commands/init.ts')).initCommand,
  version: async () => (await import('./commands/version.ts')).versionCommand,
};

/** The command of this name, if there is one. */
export async function loadCommand(name: string): Promise<Command | undefined> {
  return Object.hasOwn(loaders, name) ? loaders[name]?.() : undefined;
}

export async function loadCommands(): Promise<readonly Command[]> {
  return Promise.all(Object.values(loaders).map((load) => load()));
}
