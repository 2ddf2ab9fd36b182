import { blockFeatures } from '../../src/core/extract/block-features.ts';
import { columnContext } from '../../src/core/extract/body-model/block-columns.ts';
import { type BodySource, feedChoiceColumns } from '../../src/core/extract/body-model/choose-body.ts';
import { type BlockModels, judgeBlocks } from '../../src/core/extract/body-model/judge-blocks.ts';
import type { Draft } from '../../src/core/extract/draft.ts';
import { labelBlocks } from '../../src/core/extract/label-steps.ts';
import { randomFrom } from './boost.ts';
import { type FeedKind, feedKinds, feedText } from './feed-texts.ts';
import type { PageBody } from './out-of-fold.ts';
import { type ChoicePage, choicePage, seed, type TrainingPage } from './stages.ts';

/** How much of its article a page shows: all, the first paragraphs before a wall, nothing (it is written by a script). */
export const pageStates = ['whole', 'walled', 'gone'] as const;
export type PageState = (typeof pageStates)[number];

/** A page with the text of a feed beside it. */
export interface FeedPage extends ChoicePage {
  readonly state: PageState;
  readonly kind: FeedKind;
}

/** Kinds of feed that are drawn for each state of a page. */
const drawn = 4;

/**
 * Pages that a feed led to, made of annotated ones, since no public set has feeds: each page whole, walled and gone, each
 * with some of the texts that a feed may give. `modelsOf` gives the models that have not seen the hosts of a fold.
 */
export function feedPages(
  pages: readonly TrainingPage[],
  modelsOf: (fold: number) => BlockModels,
): readonly FeedPage[] {
  const whole = pages.filter(({ gold }) => (gold.text ?? '').length > 400);
  const random = randomFrom(seed);
  return whole.flatMap((page, i) => {
    const other = whole[(i + 1 + Math.floor(random() * (whole.length - 2))) % whole.length] as TrainingPage;
    const furniture = page.draft.raw.blocks
      .filter((_, block) => page.labels[block] === 0 && (page.draft.features[block]?.words ?? 0) >= 4)
      .map(({ text }) => text);
    const material = { body: page.gold.text ?? '', other: other.gold.text ?? '', furniture };
    return pageStates.flatMap((state) => {
      const draft = inState(page, state, random);
      const own = { ...page, draft, context: columnContext(draft) };
      const probabilities = judgeBlocks(draft, modelsOf(page.fold));
      const kinds = [...feedKinds].sort(() => random() - 0.5).slice(0, drawn);
      return kinds.map((kind) => {
        const feedContent = feedText(kind, material, Math.floor(random() * 2 ** 31));
        return { ...choicePage({ ...own, draft: { ...draft, feedContent } }, probabilities), state, kind };
      });
    });
  });
}

function inState({ draft, labels }: TrainingPage, state: PageState, random: () => number): Draft {
  if (state === 'whole') return draft;
  const body = [...labels.keys()].filter((block) => labels[block] === 1);
  const shown = new Set(state === 'gone' ? [] : body.slice(0, 1 + Math.floor(random() * 3)));
  const blocks = draft.raw.blocks.filter((_, block) => labels[block] !== 1 || shown.has(block));
  const raw = { ...draft.raw, blocks };
  const initial: Draft = { ...draft, raw, features: blockFeatures(raw), decisions: [] };
  return { ...initial, decisions: labelBlocks(initial, new Set(['model-body', 'json-body', 'model-labels'])) };
}

/** F1 of the body by state of the page and kind of feed: the page alone, the longer text, what is chosen, the best there is. */
export function printFeeds(
  pages: readonly FeedPage[],
  choice: { readonly unseen: readonly PageBody[]; readonly sources: readonly BodySource[] },
): string {
  const lines: string[] = [];
  for (const state of pageStates) {
    for (const kind of [undefined, ...feedKinds]) {
      const own = [...pages.keys()].filter((i) => pages[i]?.state === state && (!kind || pages[i]?.kind === kind));
      const mean = (of: (page: FeedPage, i: number) => number): string =>
        (own.reduce((sum, i) => sum + of(pages[i] as FeedPage, i), 0) / Math.max(1, own.length)).toFixed(3);
      const taken = own.filter((i) => choice.sources[i] === 'feed').length;
      lines.push(
        `  ${state.padEnd(7)} ${(kind ?? 'all').padEnd(17)} n=${own.length}  page ${mean((page) => f1Of(page.scores[0]))}  ` +
          `longer ${mean(longer)}  chosen ${mean((_, i) => f1Of(choice.unseen[i]))}  ` +
          `best ${mean(({ scores }) => Math.max(...scores.map(f1Of)))}  feed taken ${taken}`,
      );
    }
  }
  return lines.join('\n');
}

/** The rule that the model replaces: a feed with twice the words of the visible body is believed. */
function longer({ candidates, scores }: FeedPage): number {
  const words = feedChoiceColumns.indexOf('words');
  const feed = candidates.findIndex(({ source }) => source === 'feed');
  const takes = feed >= 0 && (candidates[feed]?.row[words] ?? 0) >= 2 * (candidates[0]?.row[words] ?? 0);
  return f1Of(scores[takes ? feed : 0]);
}

function f1Of(body: PageBody | undefined): number {
  return body?.f1 ?? 0;
}
