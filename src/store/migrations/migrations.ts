import { archive } from './0001-archive.ts';
import { hostMemory } from './0002-host-memory.ts';
import { people } from './0003-people.ts';
import { collect } from './0004-collect.ts';
import { grouping } from './0005-grouping.ts';
import { jobs } from './0006-jobs.ts';
import { imports } from './0007-imports.ts';
import { searchFacets } from './0008-search-facets.ts';
import { storyMoves } from './0009-story-moves.ts';
import { keeping } from './0010-keeping.ts';
import { meetingMarks } from './0011-meeting-marks.ts';
import { fusionKeys } from './0012-fusion-keys.ts';
import { hubs } from './0013-hubs.ts';
import { noveltyPrints } from './0014-novelty-prints.ts';
import { readingIndexes } from './0015-reading-indexes.ts';
import { accounts } from './0016-accounts.ts';
import { meetingLines } from './0017-meeting-lines.ts';
import { readers } from './0018-readers.ts';
import { programs } from './0019-programs.ts';
import { webhookMessages } from './0020-webhook-messages.ts';
import type { Migration } from './migration.ts';

/** All steps in order. Append only. */
export const migrations: readonly Migration[] = [
  archive,
  hostMemory,
  people,
  collect,
  grouping,
  jobs,
  imports,
  searchFacets,
  storyMoves,
  keeping,
  meetingMarks,
  fusionKeys,
  hubs,
  noveltyPrints,
  readingIndexes,
  accounts,
  meetingLines,
  readers,
  programs,
  webhookMessages,
];
