import type { BlockLabel } from '../../model/article.ts';
import { zone } from '../../read/raw-page.ts';
import type { BlockFeatures } from '../block-features.ts';
import type { Draft, LabelDecision, LabelStep } from '../draft.ts';
import { findPageWord } from '../page-word-index.ts';

/** Which zone decides which label, strongest first: a comment form inside a comments section is a comment. */
const zoneLabels: readonly (readonly [bit: number, label: BlockLabel, probability: number, name: string])[] = [
  [zone.hidden, 'other', 0.85, 'hidden'],
  [zone.noscript, 'other', 0.85, 'noscript'],
  [zone.embed, 'social', 0.9, 'embed'],
  [zone.comments, 'comment', 0.85, 'comments'],
  [zone.breadcrumb, 'navigation', 0.95, 'breadcrumb'],
  [zone.ticker, 'ticker', 0.8, 'ticker'],
  [zone.poll, 'poll', 0.7, 'poll'],
  [zone.navigation, 'navigation', 0.9, 'navigation'],
  [zone.footer, 'legal', 0.8, 'footer'],
  [zone.share, 'social', 0.8, 'share'],
  [zone.related, 'related', 0.75, 'related'],
  [zone.promo, 'advert', 0.7, 'promo'],
  [zone.advert, 'advert', 0.75, 'advert'],
  [zone.legal, 'legal', 0.7, 'legal'],
  [zone.form, 'form', 0.8, 'form'],
  [zone.credit, 'credit', 0.75, 'credit'],
  [zone.caption, 'caption', 0.85, 'caption'],
  [zone.figure, 'caption', 0.75, 'figure'],
  [zone.byline, 'byline', 0.7, 'byline'],
  [zone.date, 'publication', 0.6, 'date'],
  [zone.tags, 'tags', 0.6, 'tags'],
  [zone.aside, 'related', 0.6, 'aside'],
];

/** The elements around a block, and the words of their classes, say what it is. */
export const zoneStep: LabelStep = {
  name: 'zones',
  format: 'html',
  run(draft: Draft): readonly LabelDecision[] {
    const found: LabelDecision[] = [];
    for (let block = 0; block < draft.features.length; block++) {
      const features = draft.features[block] as BlockFeatures;
      const hit = zoneLabels.find(([bit]) => (features.zones & bit) !== 0);
      if (!hit) continue;
      const [bit, label, probability, name] = hit;
      // The page's own header holds menus; an article's header holds its headline.
      if (bit === zone.date && features.words > 25) continue;
      if (bit === zone.byline && features.words > 40) continue;
      if (bit === zone.tags && features.words > 20) continue;
      found.push({ block, label, probability, reason: `zone-${name}` });
    }
    return found;
  },
};

/** The vocabulary of page furniture in four languages. */
export const pageWordStep: LabelStep = {
  name: 'page-words',
  format: 'both',
  run(draft: Draft): readonly LabelDecision[] {
    const found: LabelDecision[] = [];
    for (let block = 0; block < draft.features.length; block++) {
      const features = draft.features[block] as BlockFeatures;
      if (features.words > 60 || features.folded === '') continue;
      const sure = draft.decisions[block]?.probability ?? 0;
      if (sure > 0.95) continue;
      // Only a whole line is surer than most zones.
      const hit = findPageWord(features.folded, features.words, sure > 0.85);
      if (!hit) continue;
      const probability = hit.how === 'exact' ? 0.95 : hit.how === 'starts' ? 0.85 : 0.7;
      found.push({ block, label: hit.label, probability, reason: `page-word-${hit.how}` });
    }
    return found;
  },
};

/** Lines that hold no words, or only counters, and lines of a menu. */
export const scrapStep: LabelStep = {
  name: 'scraps',
  format: 'both',
  run(draft: Draft): readonly LabelDecision[] {
    const found: LabelDecision[] = [];
    for (let block = 0; block < draft.features.length; block++) {
      const features = draft.features[block] as BlockFeatures;
      if ((draft.decisions[block]?.probability ?? 0) > 0.85) continue;
      const text = draft.raw.blocks[block]?.text ?? '';
      if (features.folded === '' && features.chars < 40 && !/\d{4}/.test(text)) {
        found.push({ block, label: 'other', probability: 0.7, reason: 'no-words' });
      } else if (
        features.words <= 3 &&
        /^\s*(?:\d+|[•·*+-])?\s*[.):•·-]?\s*\(?\s*\d*\s*(?:votes?|votos|صوت|أصوات)\s*\)?$/i.test(text.slice(0, 80))
      ) {
        found.push({ block, label: 'rating', probability: 0.8, reason: 'vote-count' });
      } else if (/^[a-z0-9]+(?:-[a-z0-9]+){2,}$/.test(text)) {
        found.push({ block, label: 'caption', probability: 0.75, reason: 'file-name' });
      } else if (/ - \d{1,3}(?:[.,]\d+)?\s?%\s*$/.test(text.slice(-14))) {
        found.push({ block, label: 'poll', probability: 0.85, reason: 'poll-option' });
      }
    }
    return found;
  },
};
