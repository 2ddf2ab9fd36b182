import { builtinPivot, type LearnedLexicon, type Pivot, pivotWith } from '../core/group/pivot.ts';
import { RapporteurError } from '../errors.ts';
import { largestLexicon } from '../schemas/lexicon.ts';
import type { Store } from '../store/store.ts';

/** Packs are kept with the archive, whose stories depend on them, wherever its database is. */
const lexiconSetting = 'lexicon.packs';

/** Oldest first. */
export async function installedLexicons(store: Store): Promise<readonly LearnedLexicon[]> {
  const kept = await store.getSetting(lexiconSetting);
  return kept === undefined || kept === '' ? [] : (JSON.parse(kept) as readonly LearnedLexicon[]);
}

/** The newest pack is asked first, what ships last. */
export async function installedPivot(store: Store): Promise<Pivot> {
  return (await installedLexicons(store)).reduce((base, lexicon) => pivotWith(lexicon, base), builtinPivot());
}

/** @throws RapporteurError `lexicon-invalid` when all packs together grow too large */
export async function installLexicon(store: Store, lexicon: LearnedLexicon): Promise<void> {
  const others = (await installedLexicons(store)).filter(({ id }) => id !== lexicon.id);
  const kept = JSON.stringify([...others, lexicon]);
  if (kept.length > largestLexicon) {
    const limit = `${largestLexicon / 1_000_000} MB`;
    throw new RapporteurError('lexicon-invalid', `All packs together would be larger than ${limit}: remove one first.`);
  }
  await store.setSetting(lexiconSetting, kept);
}

/** @throws RapporteurError `not-found` */
export async function removeLexicon(store: Store, id: string): Promise<void> {
  const installed = await installedLexicons(store);
  const others = installed.filter((lexicon) => lexicon.id !== id);
  if (others.length === installed.length) throw new RapporteurError('not-found', `No lexicon "${id}" is installed.`);
  await store.setSetting(lexiconSetting, JSON.stringify(others));
}
