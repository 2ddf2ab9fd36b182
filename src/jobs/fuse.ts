import { groupDispatches } from '../core/group/group-dispatches.ts';
import { groupStories } from '../core/group/group-stories.ts';
import type { Meeting } from '../core/model/record.ts';
import { fuseMeetings } from '../core/record/fuse/fuse-meetings.ts';
import type { FusionChange, RecordForFusion, Store } from '../store/store.ts';

/**
 * Groups all articles and fuses all reports again, with the editors' decisions played over the result. The whole archive
 * is taken at once: a report that arrives late may join what seemed to be two meetings.
 */
export async function fuseArchive(
  store: Store,
): Promise<{ readonly change: FusionChange; readonly decisionProblems: ReadonlyMap<string, string> }> {
  throw new Error('pending', { cause: [groupDispatches, groupStories, fuseMeetings, store] });
}
