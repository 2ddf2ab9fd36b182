import type { Draft, LabelDecision, LabelStep } from '../draft.ts';

/** A line split into many segments is a ticker or a menu: each segment a headline of something else. */
export const tickerStep: LabelStep = {
  name: 'ticker',
  format: 'text',
  run(draft: Draft): readonly LabelDecision[] {
    const found: LabelDecision[] = [];
    const blocks = draft.raw.blocks;
    for (let first = 0; first < blocks.length; ) {
      const segments = blocks[first]?.segments ?? 1;
      const end = Math.min(blocks.length, first + segments);
      if (segments >= 4 && !isProseLine(draft, first, end)) {
        for (let block = first; block < end; block++) {
          const label = (draft.features[block]?.words ?? 0) >= 4 ? 'ticker' : 'navigation';
          found.push({ block, label, probability: segments >= 8 ? 0.97 : 0.8, reason: 'segments' });
        }
      }
      first = end;
    }
    return found;
  },
};

/** Some dumps put several spaces between sentences: a line most of whose segments are sentences is text. */
function isProseLine(draft: Draft, first: number, end: number): boolean {
  const features = draft.features.slice(first, end);
  const sentences = features.filter(({ sentenceEnd }) => sentenceEnd).length;
  const words = features.reduce((sum, { words }) => sum + words, 0);
  return sentences >= features.length * 0.6 && words >= features.length * 10;
}
