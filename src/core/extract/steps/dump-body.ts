import { isSourceLine, mayNameAgency, namesSomeAgency, signingAgency } from '../agency-index.ts';
import type { Draft, LabelDecision, LabelStep } from '../draft.ts';
import {
  looksLikeCaption,
  looksLikePost,
  parseByline,
  parseDateLine,
  parsePublicationLine,
  placesPeopleInPicture,
} from '../line-shapes.ts';

/** Labels whose heading line closes an article: what follows belongs to it, not to the text. */
const sectionLabels = new Set(['comment', 'related', 'form', 'poll', 'ticker', 'source-link', 'rating', 'navigation']);

interface Section {
  readonly from: number;
  readonly to: number;
  readonly prose: number;
}

/** Lines that a date, an outlet, a signature or a caption fills. */
export const lineShapeStep: LabelStep = {
  name: 'line-shapes',
  format: 'both',
  *run(draft: Draft): Iterable<LabelDecision> {
    for (const [block, raw] of draft.raw.blocks.entries()) {
      const features = draft.features[block];
      if (!features || features.words > 90 || draft.decisions[block]?.label === 'ticker') continue;
      const text = raw.text;
      if (looksLikePost(text)) {
        yield { block, label: 'social', probability: 0.9, reason: 'embedded-post' };
        continue;
      }
      if (parsePublicationLine(text)) {
        yield { block, label: 'publication', probability: 0.98, reason: 'publication-line' };
        continue;
      }
      if (features.words <= 18) {
        const dateLine = parseDateLine(text);
        if (dateLine) {
          const label = dateLine.role === 'plain' && dateLine.date.weekday ? 'clock' : 'publication';
          yield {
            block,
            label,
            probability: dateLine.role === 'plain' ? 0.72 : 0.9,
            reason: `date-line-${dateLine.role}`,
          };
          continue;
        }
        if (mayNameAgency(features.folded) && (signingAgency(text) || namesSomeAgency(text) || isSourceLine(text))) {
          yield { block, label: 'agency', probability: 0.85, reason: 'signature' };
          continue;
        }
        if (parseByline(text)) {
          yield { block, label: 'byline', probability: 0.8, reason: 'byline-line' };
          continue;
        }
      }
      if (looksLikeCaption(text) || placesPeopleInPicture(text)) {
        yield { block, label: 'caption', probability: 0.7, reason: 'caption-line' };
      }
    }
  },
};

/** Finds the body of a text dump: the stretch of prose that weighs most between lines that close a section. */
export const dumpBodyStep: LabelStep = {
  name: 'dump-body',
  format: 'text',
  *run(draft: Draft): Iterable<LabelDecision> {
    const sections = findSections(draft);
    const best = sections.reduce<Section | undefined>(
      (a, b) => (a === undefined || b.prose > a.prose * 1.15 ? b : a),
      undefined,
    );
    if (!best || best.prose < 0.6) return;
    let first = -1;
    let last = -1;
    let skipped = 0;
    for (let i = best.from; i < best.to; i++) {
      if (!isProse(draft, i)) continue;
      if (first < 0 && couldBeHeadline(draft, i, best.to, skipped === 0)) {
        skipped++;
        continue;
      }
      if (first < 0) first = i;
      last = i;
    }
    if (first < 0) return;
    for (let block = first; block <= last; block++) {
      if (draft.decisions[block]) continue;
      const features = draft.features[block];
      const heading = features !== undefined && features.words <= 14 && !features.sentenceEnd && block > first;
      const probability = Math.min(0.97, 0.7 + (features?.prose ?? 0) * 0.27);
      yield {
        block,
        label: 'body',
        probability,
        reason: heading ? 'body-heading' : 'prose-run',
        kind: heading ? 'heading' : 'paragraph',
      };
    }
  },
};

function isProse(draft: Draft, index: number): boolean {
  const features = draft.features[index];
  if (!features || draft.decisions[index]) return false;
  return features.words >= 14 || (features.sentenceEnd && features.words >= 7) || features.chars >= 110;
}

/** A line above the text that does not end like a sentence and stands apart from the prose that follows. */
function couldBeHeadline(draft: Draft, index: number, end: number, mayTouch: boolean): boolean {
  const features = draft.features[index];
  if (!features || features.sentenceEnd || features.words > 45) return false;
  const next = draft.raw.blocks[index + 1];
  // Only the first line may touch the text below: a second one is its opening.
  if (!next || (!mayTouch && next.gapBefore === 0 && isProse(draft, index + 1))) return false;
  for (let i = index + 1; i < end; i++) {
    if (isProse(draft, i)) return true;
  }
  return false;
}

/** A short line with wide gaps around it: a signature or a divider, after which something else may begin. */
function standsAlone(draft: Draft, index: number): boolean {
  const features = draft.features[index];
  const gap = draft.raw.blocks[index]?.gapBefore ?? 0;
  const next = draft.raw.blocks[index + 1]?.gapBefore ?? 0;
  return features !== undefined && features.words <= 6 && !features.sentenceEnd && gap >= 2 && next >= 2;
}

function findSections(draft: Draft): Section[] {
  const sections: Section[] = [];
  let from = 0;
  let prose = 0;
  const close = (to: number) => {
    if (to > from) sections.push({ from, to, prose });
    prose = 0;
  };
  for (const [i, decision] of draft.decisions.entries()) {
    if (decision && sectionLabels.has(decision.label) && decision.reason !== 'page-word-starts') {
      close(i);
      from = i + 1;
    } else if (standsAlone(draft, i)) {
      close(i);
      from = i;
    } else if (isProse(draft, i)) {
      prose += draft.features[i]?.prose ?? 0;
    }
  }
  close(draft.decisions.length);
  return sections;
}
