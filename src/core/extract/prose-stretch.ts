import type { BlockLabel } from '../model/article.ts';
import type { Draft } from './draft.ts';
import { titleInAddress } from './title-match.ts';

/** A range of blocks, `to` exclusive, with the weight of its prose. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly weight: number;
}

/** What a line of furniture takes from the stretch around it; calibrated on the development pages. */
const costs: Partial<Readonly<Record<BlockLabel, number>>> = {
  ticker: 30,
  comment: 60,
  related: 25,
  form: 20,
  poll: 30,
  rating: 30,
  'source-link': 60,
  legal: 12,
  navigation: 10,
  video: 15,
  advert: 2,
  social: 3,
  caption: 2,
};
const otherCost = 4;
/** "Lire aussi : …" inside the text interrupts it, it does not end it. */
const interruption = 4;
/** Lighter stretches are no article. */
const minWeight = 6;

/**
 * The stretch of a text dump that is its article: prose adds, furniture and short lines take away, and the heaviest
 * stretch wins, more easily below a publication line or a title that the address repeats.
 */
export function bestStretch(draft: Draft): Stretch | undefined {
  let best: Stretch | undefined;
  let bestWeight = minWeight;
  for (const stretch of heaviestStretches(draft.features.map((_, i) => worth(draft, i)))) {
    const weight = stretch.weight * trust(draft, stretch.from);
    if (weight > bestWeight) {
      best = stretch;
      bestWeight = weight;
    }
  }
  return best;
}

function worth(draft: Draft, index: number): number {
  const features = draft.features[index];
  const decision = draft.decisions[index];
  if (!features) return 0;
  if (decision) return decision.reason === 'page-word-starts' ? -interruption : -(costs[decision.label] ?? otherCost);
  const sentence = features.sentenceEnd || features.sentences > 0;
  if (features.words >= 14 || features.chars >= 110)
    return sentence ? Math.min(features.words + 4, 80) : Math.min(features.words, 40) * 0.3;
  if (features.sentenceEnd && features.words >= 5) return features.words * 0.7;
  // A divider with wide gaps around it: a signature, after which something else may begin.
  const gap = draft.raw.blocks[index]?.gapBefore ?? 0;
  const next = draft.raw.blocks[index + 1]?.gapBefore ?? 0;
  return features.words <= 6 && gap >= 2 && next >= 2 ? -40 : -3.5;
}

/** How much a stretch is favoured by what stands right above it. */
function trust(draft: Draft, from: number): number {
  let factor = 1;
  for (let i = Math.max(0, from - 8); i <= Math.min(from, draft.features.length - 1); i++) {
    if (draft.decisions[i]?.reason === 'publication-line') return 3;
    const features = draft.features[i];
    if (
      features &&
      features.words >= 4 &&
      features.words <= 40 &&
      titleInAddress(draft.raw.blocks[i]?.text ?? '', draft.page.url) >= 0.6
    )
      factor = 2.5;
  }
  return factor;
}

/** All maximal stretches of positive weight, in linear time (Ruzzo and Tompa). */
export function heaviestStretches(values: readonly number[]): readonly Stretch[] {
  interface Open extends Stretch {
    /** Sum of all values before the stretch and up to its end. */
    readonly left: number;
    readonly right: number;
    /** Nearest earlier stretch with a smaller left sum. */
    readonly before: number;
  }
  const open: Open[] = [];
  let sum = 0;
  for (const [i, value] of values.entries()) {
    const left = sum;
    sum += value;
    if (value <= 0) continue;
    let current = { from: i, to: i + 1, left, right: sum };
    let before = open.length - 1;
    for (;;) {
      while (before >= 0 && (open[before] as Open).left >= current.left) before = (open[before] as Open).before;
      const earlier = open[before];
      if (!earlier || earlier.right >= current.right) break;
      current = { from: earlier.from, to: current.to, left: earlier.left, right: current.right };
      open.length = before;
      before = earlier.before;
    }
    open.push({ ...current, weight: current.right - current.left, before });
  }
  return open;
}
