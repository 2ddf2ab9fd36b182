import type { Draft, LabelDecision, LabelStep } from '../draft.ts';

/** A line split into many segments is a ticker or a menu: each segment a headline of something else. */
export const tickerStep: LabelStep = {
  name: 'ticker',
  format: 'text',
  *run(draft: Draft): Iterable<LabelDecision> {
    for (const [block, raw] of draft.raw.blocks.entries()) {
      if (raw.segments < 4 || isProseLine(draft, block)) continue;
      const words = draft.features[block]?.words ?? 0;
      const label = words >= 4 ? 'ticker' : 'navigation';
      yield { block, label, probability: raw.segments >= 8 ? 0.97 : 0.8, reason: 'segments' };
    }
  },
};

/** Some dumps put several spaces between sentences: a line most of whose segments are sentences is text. */
function isProseLine(draft: Draft, block: number): boolean {
  let first = block;
  while (
    first > 0 &&
    draft.raw.blocks[first]?.gapBefore === 0 &&
    draft.raw.blocks[first - 1]?.segments === draft.raw.blocks[block]?.segments &&
    block - first < 30
  )
    first--;
  const count = draft.raw.blocks[block]?.segments ?? 1;
  let sentences = 0;
  let words = 0;
  for (let i = first; i < first + count; i++) {
    const features = draft.features[i];
    if (features?.sentenceEnd) sentences++;
    words += features?.words ?? 0;
  }
  return sentences >= count * 0.6 && words >= count * 10;
}
