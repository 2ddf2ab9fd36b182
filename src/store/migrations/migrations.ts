import { archive } from './0001-archive.ts';
import { hostMemory } from './0002-host-memory.ts';
import { people } from './0003-people.ts';
import { collect } from './0004-collect.ts';
import { keeping } from './0010-keeping.ts';
import type { Migration } from './migration.ts';

/** All steps in order. Append only. */
export const migrations: readonly Migration[] = [archive, hostMemory, people, collect, keeping];
