import type { Draft, LabelDecision, LabelStep } from '../draft.ts';
import { lineHash } from '../host-memory.ts';
import { machineTitles } from '../machine-values.ts';
import { titleInAddress, titleSimilarity } from '../title-match.ts';

/** Fewer pages of a host than this say nothing about it. */
const fewestPages = 3;
/** Share of the host's pages that a line must stand on. A box of the day's headlines is on many, a site's furniture on most. */
const smallestShare = 0.3;
/** More words are prose: a copy of the article under another address, not furniture, unless nearly all pages have it. */
const proseWords = 25;

/** Lines that other pages of the host have too are the site's, not the article's. */
export const hostMemoryStep: LabelStep = {
  name: 'host-memory',
  format: 'both',
  run(draft: Draft): readonly LabelDecision[] {
    const found: LabelDecision[] = [];
    const memory = draft.hostMemory;
    if (memory === undefined || memory.pages < fewestPages) return found;
    const titles = machineTitles(draft.raw).map(({ value }) => value);
    const hashes = draft.raw.blocks.map(({ text }) => lineHash(text));
    const times = new Map<string, number>();
    for (const hash of hashes) if (hash !== undefined) times.set(hash, (times.get(hash) ?? 0) + 1);
    const met = new Set<string>();
    for (const [block, hash] of hashes.entries()) {
      if (hash === undefined) continue;
      const first = !met.has(hash);
      met.add(hash);
      const pages = memory.lines.get(hash) ?? 0;
      const features = draft.features[block];
      const raw = draft.raw.blocks[block];
      if (!features || !raw || pages < fewestPages) continue;
      const share = pages / memory.pages;
      if (share < (features.words > proseWords ? 0.8 : smallestShare)) continue;
      // An article's own headline stands in the boxes of the others too; there it is met a second time.
      if (first && (times.get(hash) ?? 0) > 1) continue;
      if (features.heading === 1 || titles.some((title) => titleSimilarity(title, raw.text) >= 0.7)) continue;
      if (titleInAddress(raw.text, draft.page.url) >= 0.5) continue;
      const standing = draft.decisions[block];
      // Who knows more of a line than that it repeats keeps it.
      if (standing !== undefined && standing.label !== 'body' && standing.label !== 'other') continue;
      found.push({ block, label: 'other', probability: 0.92, reason: 'host-memory' });
    }
    return found;
  },
};
