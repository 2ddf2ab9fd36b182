import type { NewJob } from '../../store/queue/queue.ts';
import type { FusionChange, Store } from '../../store/store.ts';
import { isFusionDue } from '../fusion-due.ts';
import { groupArticles } from '../process.ts';
import type { Step } from '../worker.ts';

/** One for all that was touched since the last one. */
export const groupJob: NewJob = { kind: 'group', key: 'archive', about: 'stories and meetings' };

/** Groups the articles and fuses what they tell, once for all that came since the last time. */
export function createGroupStep(
  store: Store,
  { onGrouped }: { readonly onGrouped: (change: FusionChange) => void },
): Step {
  return {
    kind: 'group',
    atOnce: 1,
    async run(_job, signal) {
      if (signal.aborted) return 'interrupted';
      if (!(await isFusionDue(store))) return 'done';
      onGrouped((await groupArticles(store)).change);
      return 'done';
    },
  };
}
