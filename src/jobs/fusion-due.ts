import type { Store } from '../store/store.ts';

/** `1` while the fused layer does not know all articles, `running` while a fusion is under way that may know them. */
const fusionDueSetting = 'fusion.due';

/**
 * True while articles are stored that the fused layer does not know yet: a killed run is finished by the next. A record
 * that is stored says so by itself, in the same transaction.
 */
export async function isFusionDue(store: Store): Promise<boolean> {
  const due = await store.getSetting(fusionDueSetting);
  return due === '1' || due === 'running' || (await store.record.pending(1)).length > 0;
}

/**
 * Notes that the fused layer will be behind, before an article is written. A fusion that began in between, and did not know
 * it, is found out by the record itself.
 */
export async function markFusionDue(store: Store): Promise<void> {
  if ((await store.getSetting(fusionDueSetting)) !== '1') await store.setSetting(fusionDueSetting, '1');
}

/** Does the fusion, one process at a time; what is written meanwhile makes the next one due. */
export async function fuseAlone<T>(store: Store, fuse: () => Promise<T>): Promise<T> {
  return store.alone('fusion', async () => {
    await store.setSetting(fusionDueSetting, 'running');
    const result = await fuse();
    await store.swapSetting(fusionDueSetting, 'running', '0');
    return result;
  });
}
