import type { Command } from './command.ts';
import { doctorCommand } from './commands/doctor.ts';
import { editCommand } from './commands/edit.ts';
import { exportCommand } from './commands/export.ts';
import { importCommand } from './commands/import.ts';
import { initCommand } from './commands/init.ts';
import { readCommand } from './commands/read.ts';
import { rebuildCommand } from './commands/rebuild.ts';
import { searchCommand } from './commands/search.ts';
import { serveCommand } from './commands/serve.ts';
import { versionCommand } from './commands/version.ts';

/** In the order of the help. */
export const commands: readonly Command[] = [
  readCommand,
  importCommand,
  serveCommand,
  searchCommand,
  exportCommand,
  editCommand,
  rebuildCommand,
  doctorCommand,
  initCommand,
  versionCommand,
];
