import { foldName } from '../../text/normalise.ts';
import type { Draft } from '../draft.ts';
import { feedParagraphs } from '../json-body.ts';
import { machineTitles } from '../machine-values.ts';
import type { FeedCandidate } from './choose-body.ts';

/** Letters at the beginning and in the middle of a paragraph by which it is found again. */
const looked = 40;

/** The text of the feed that led to the page, ready for comparing with the page's blocks. */
export function feedCandidate(draft: Draft): FeedCandidate | undefined {
  const paragraphs = feedParagraphs(draft);
  if (paragraphs.length === 0) return undefined;
  const text = paragraphs.join('\n');
  const own = tight(text);
  const blocks = draft.raw.blocks.map((block) => tight(block.text));
  return {
    text,
    words: text.split(/\s+/).length,
    paragraphs: paragraphs.length,
    holds: (block) => shareOf(blocks[block] ?? '', own),
    heldBy: (chosen) => {
      const page = blocks.filter((_, i) => chosen === undefined || chosen[i] === 1).join('');
      let held = 0;
      let all = 0;
      for (const paragraph of paragraphs) {
        held += shareOf(tight(paragraph), page) * paragraph.length;
        all += paragraph.length;
      }
      return held / all;
    },
    namesTitle: titleUse(draft, text),
  };
}

/** Whether the beginning and the middle of a text stand in another: 0, ½ or 1. */
function shareOf(part: string, whole: string): number {
  if (part.length < 12) return part !== '' && whole.includes(part) ? 0.5 : 0;
  const middle = Math.max(0, (part.length - looked) >> 1);
  const has = (at: number): number => (whole.includes(part.slice(at, at + looked)) ? 0.5 : 0);
  return has(0) + has(middle);
}

function titleUse(draft: Draft, text: string): number {
  const words = new Set(foldName(text).split(' '));
  let best = -1;
  for (const { value } of machineTitles(draft.raw).slice(0, 3)) {
    const title = foldName(value)
      .split(' ')
      .filter((word) => word.length > 3);
    if (title.length > 0) best = Math.max(best, title.filter((word) => words.has(word)).length / title.length);
  }
  return best;
}

/** Letters and digits alone: what survives every template. */
function tight(text: string): string {
  return text
    .slice(0, 20_000)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}
