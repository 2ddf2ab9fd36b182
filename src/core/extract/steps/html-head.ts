import type { BlockFeatures } from '../block-features.ts';
import type { Draft, LabelDecision, LabelStep } from '../draft.ts';
import { machineTitles } from '../machine-values.ts';
import { wordOverlap, wordsOf } from '../title-match.ts';

/** A page that gives itself more titles than this is hostile. */
const mostTitles = 50;

/** The block that agrees best with the title in the page's metadata, headings of the first level before others. */
export const htmlHeadStep: LabelStep = {
  name: 'html-head',
  format: 'html',
  run(draft: Draft): readonly LabelDecision[] {
    const found: LabelDecision[] = [];
    const titles = machineTitles(draft.raw)
      .slice(0, mostTitles)
      .map(({ value }) => wordsOf(value.replace(/\d+/g, ' ')));
    const anyTitle = new Set(titles.flatMap((title) => [...title]));
    const shortest = Math.min(...titles.map((title) => title.size));
    let best: LabelDecision | undefined;
    let bestScore = 0;
    for (let block = 0; block < draft.features.length; block++) {
      const f = draft.features[block] as BlockFeatures;
      if (f.words === 0 || f.words > 50 || f.chars > 400) continue;
      if (f.heading === 0 && f.words < 3) continue;
      const list = f.folded.split(' ');
      if (f.heading !== 1) {
        // Too few words in common with any title, whatever the others are: most lines.
        let hits = 0;
        for (const word of list) if (anyTitle.has(word)) hits++;
        if (2 * hits < 0.6 * (hits + shortest)) continue;
      }
      const words = new Set(list);
      const similarity = Math.max(0, ...titles.map((title) => wordOverlap(words, title)));
      const level = f.heading === 1 ? 0.5 : f.heading === 2 ? 0.25 : f.heading > 0 ? 0.1 : 0;
      const score = similarity * (f.linkShare > 0.9 && f.heading !== 1 ? 0.6 : 1) + level;
      if (score > bestScore && (similarity >= 0.6 || f.heading === 1)) {
        bestScore = score;
        best = {
          block,
          label: 'headline',
          probability: Math.min(0.98, 0.5 + similarity / 2),
          reason: f.heading ? `h${f.heading}` : 'title-in-page',
        };
      }
    }
    if (best) found.push({ ...best, probability: Math.max(best.probability, 0.96) });
    return found;
  },
};
