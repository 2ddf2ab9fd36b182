import type { RawBlock } from '../../read/raw-page.ts';
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
import { bestStretch } from '../prose-stretch.ts';
import { titleInAddress } from '../title-match.ts';

/** Lines that a date, an outlet, a signature or a caption fills. */
export const lineShapeStep: LabelStep = {
  name: 'line-shapes',
  format: 'both',
  run(draft: Draft): readonly LabelDecision[] {
    const found: LabelDecision[] = [];
    for (let block = 0; block < draft.raw.blocks.length; block++) {
      const raw = draft.raw.blocks[block] as RawBlock;
      const features = draft.features[block];
      const standing = draft.decisions[block];
      if (!features || features.words > 90 || standing?.label === 'ticker') continue;
      const text = raw.text;
      // What an earlier step is surer of than a shape could be needs no look at that shape: most lines are menus.
      const sure = standing?.probability ?? 0;
      if (looksLikePost(text)) {
        found.push({ block, label: 'social', probability: 0.9, reason: 'embedded-post' });
        continue;
      }
      if (parsePublicationLine(text)) {
        found.push({ block, label: 'publication', probability: 0.98, reason: 'publication-line' });
        continue;
      }
      if (features.words <= 18) {
        const dateLine = sure <= 0.96 ? parseDateLine(text) : undefined;
        if (dateLine) {
          const label = dateLine.role === 'plain' && dateLine.date.weekday ? 'clock' : 'publication';
          // "2024-05-03 | Politics": the word alone would be a menu, beside a day it is the section of an article.
          const section = standing?.reason === 'page-word-exact' && /[|•·]/.test(text);
          found.push({
            block,
            label,
            probability: dateLine.role !== 'plain' ? 0.9 : section ? 0.96 : 0.72,
            reason: `date-line-${dateLine.role}`,
          });
          continue;
        }
        if (sure > 0.85) continue;
        if (mayNameAgency(features.folded) && (signingAgency(text) || namesSomeAgency(text) || isSourceLine(text))) {
          found.push({ block, label: 'agency', probability: 0.85, reason: 'signature' });
          continue;
        }
        if (parseByline(text)) {
          found.push({ block, label: 'byline', probability: 0.8, reason: 'byline-line' });
          continue;
        }
      }
      if (sure > 0.7) continue;
      if (looksLikeCaption(text) || placesPeopleInPicture(text)) {
        found.push({ block, label: 'caption', probability: 0.7, reason: 'caption-line' });
      }
    }
    return found;
  },
};

/** Finds the body of a text dump: the stretch of lines where prose outweighs furniture most. */
export const dumpBodyStep: LabelStep = {
  name: 'dump-body',
  format: 'text',
  run(draft: Draft): readonly LabelDecision[] {
    const found: LabelDecision[] = [];
    const best = bestStretch(draft);
    if (!best) return found;
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
    if (first < 0) return found;
    for (let block = first; block <= last; block++) {
      if (draft.decisions[block]) continue;
      const features = draft.features[block];
      if (!features) continue;
      const short = features.words <= 14 && !features.sentenceEnd && block > first;
      if (
        short &&
        !isItem(draft, block) &&
        isShort(draft, block + 1) &&
        (isShort(draft, block - 1) || isShort(draft, block + 2))
      ) {
        // A subheading stands alone between paragraphs; several short lines are a menu, teasers or names.
        found.push({ block, label: 'other', probability: 0.6, reason: 'short-lines' });
        continue;
      }
      const probability = Math.min(0.97, 0.7 + features.prose * 0.27);
      found.push({
        block,
        label: 'body',
        probability,
        reason: short ? 'body-heading' : 'prose-run',
        kind: short ? (isItem(draft, block) ? 'list-item' : 'heading') : 'paragraph',
      });
    }
    return found;
  },
};

/** A line without a sentence that no step has claimed, or that one has claimed as furniture. */
function isShort(draft: Draft, index: number): boolean {
  const features = draft.features[index];
  if (!features) return true;
  return !isProse(draft, index) && !features.sentenceEnd;
}

/** An item of a list by its mark. */
function isItem(draft: Draft, index: number): boolean {
  return /^\s*(?:[-–—•*·▪‣]|\d{1,2}[.)])\s/.test(draft.raw.blocks[index]?.text ?? '');
}

function isProse(draft: Draft, index: number): boolean {
  const features = draft.features[index];
  if (!features || draft.decisions[index]) return false;
  return features.words >= 14 || (features.sentenceEnd && features.words >= 7) || features.chars >= 110;
}

/** A title may ask or exclaim, or repeat the address whatever its end. */
function endsLikeTitle(draft: Draft, index: number): boolean {
  const text = draft.raw.blocks[index]?.text ?? '';
  const next = draft.raw.blocks[index + 1];
  const asks = /[?!؟]\s*$/u.test(text.slice(-6)) && (draft.features[index]?.words ?? 0) <= 25;
  return (asks && next !== undefined && next.gapBefore > 0) || titleInAddress(text, draft.page.url) >= 0.75;
}

/** A line above the text that does not end like a sentence and stands apart from the prose that follows. */
function couldBeHeadline(draft: Draft, index: number, end: number, mayTouch: boolean): boolean {
  const features = draft.features[index];
  if (!features || features.words > 45 || (features.sentenceEnd && !endsLikeTitle(draft, index))) return false;
  const next = draft.raw.blocks[index + 1];
  // Only the first line may touch the text below: a second one is its opening.
  if (!next || (!mayTouch && next.gapBefore === 0 && isProse(draft, index + 1))) return false;
  for (let i = index + 1; i < end; i++) {
    if (isProse(draft, i)) return true;
  }
  return false;
}
