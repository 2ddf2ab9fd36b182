import { zone } from '../read/raw-page.ts';
import type { BlockFeatures } from './block-features.ts';
import type { Draft } from './draft.ts';

/** What the labelled blocks of a page add up to. */
export interface PageShape {
  /** Words and sentences of the body. */
  readonly words: number;
  readonly sentences: number;
  /** Lines outside the body that are only a link or a headline of something else. */
  readonly linkLines: number;
  /** Headings outside the furniture that lead elsewhere. */
  readonly linkHeadings: number;
  /** Publication lines of a dump, and further headlines of the first level: each begins an item. */
  readonly items: number;
  /** Blocks that a caption is. */
  readonly captions: number;
}

const furniture =
  zone.navigation |
  zone.footer |
  zone.related |
  zone.aside |
  zone.comments |
  zone.promo |
  zone.breadcrumb |
  zone.header;

export function shapeOf(draft: Draft): PageShape {
  const shape = { words: 0, sentences: 0, linkLines: 0, linkHeadings: 0, items: 0, captions: 0 };
  for (let i = 0; i < draft.features.length; i++) {
    const features = draft.features[i] as BlockFeatures;
    const decision = draft.decisions[i];
    const label = decision?.label;
    if (label === 'body') {
      shape.words += features.words;
      shape.sentences += features.sentences;
    } else if (features.words >= 4 && features.linkShare > 0.8) shape.linkLines++;
    else if (draft.raw.format === 'text' && features.words >= 4 && !features.sentenceEnd) shape.linkLines++;
    if (features.heading >= 2 && features.linkShare > 0.7 && features.words >= 3 && (features.zones & furniture) === 0)
      shape.linkHeadings++;
    if (label === 'caption') shape.captions++;
    if (decision?.reason === 'publication-line') shape.items++;
    else if (
      features.heading === 1 &&
      features.words >= 4 &&
      // Some editors write every subheading as one of the first level; a headline of another text leads to it.
      features.linkShare > 0.7 &&
      (features.zones & zone.article) !== 0 &&
      (features.zones & (zone.related | zone.aside)) === 0 &&
      label !== 'headline'
    )
      shape.items++;
  }
  return shape;
}
