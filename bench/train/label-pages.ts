import { blockFeatures } from '../../src/core/extract/block-features.ts';
import type { Draft } from '../../src/core/extract/draft.ts';
import { labelRows } from '../../src/core/extract/label-model/label-columns.ts';
import { labelContext } from '../../src/core/extract/label-model/label-context.ts';
import { labelBlocks } from '../../src/core/extract/label-steps.ts';
import { builtinProfiles, findProfile } from '../../src/core/extract/profiles/find-profile.ts';
import type { BlockLabel } from '../../src/core/model/article.ts';
import { parsePage } from '../../src/core/read/parse-page.ts';
import { readPage } from '../../src/core/read/read-page.ts';
import { type GoldPage, withoutTags } from '../evaluate/extract/gold-pages.ts';
import { hideMarkup } from './hide-markup.ts';
import { markupLabels } from './markup-labels.ts';
import { folds } from './stages.ts';
import { type Format, foldOf, goldLabels } from './training-pages.ts';

/** A page whose markup is hidden, with what it said. */
export interface LabelPage {
  readonly set: string;
  readonly host: string;
  readonly fold: number;
  readonly format: Format;
  /** Labelled by all rules and by the body models, none of which saw the markup. */
  readonly draft: Draft;
  /** Blocks that are a row: those with words that were not taken for body. */
  readonly blocks: readonly number[];
  readonly rows: Float32Array;
  /** What the markup said; `body` by the gold, `other` where nothing speaks. */
  readonly labels: readonly BlockLabel[];
}

export function labelPage(set: string, page: GoldPage, format: Format): LabelPage {
  const said = saidOf(page);
  const source = readPage({ text: format === 'html' ? page.html : withoutTags(page.html), url: page.url, format });
  const parsed = parsePage(source);
  const raw = format === 'html' ? hideMarkup(parsed) : parsed;
  const initial = draftOf(page.url, source, raw);
  const draft = { ...initial, decisions: labelBlocks(initial, new Set(['model-labels'])) };
  const gold = goldLabels(
    raw.blocks.map(({ text }) => text),
    page.gold,
  );
  const blocks: number[] = [];
  const labels: BlockLabel[] = [];
  for (const [block, { text }] of raw.blocks.entries()) {
    if ((draft.features[block]?.words ?? 0) === 0) continue;
    const own = format === 'html' ? said.byBlock[block] : said.byText.get(text)?.shift();
    if (draft.decisions[block]?.label === 'body') continue;
    blocks.push(block);
    labels.push(gold[block] === 1 ? 'body' : (own ?? 'other'));
  }
  const rows = labelRows(labelContext(draft), blocks);
  const host = new URL(page.url).hostname;
  return { set, host, fold: foldOf(page.url, folds), format, draft, blocks, rows, labels };
}

/** What the markup of the page says, by block and by text in the order of the page. */
function saidOf(page: GoldPage): {
  byBlock: readonly (BlockLabel | undefined)[];
  byText: ReadonlyMap<string, (BlockLabel | undefined)[]>;
} {
  const source = readPage({ text: page.html, url: page.url, format: 'html' });
  const initial = draftOf(page.url, source, parsePage(source));
  const draft = { ...initial, decisions: labelBlocks(initial, new Set(['model-body', 'json-body', 'model-labels'])) };
  const byBlock = markupLabels(draft);
  const byText = new Map<string, (BlockLabel | undefined)[]>();
  for (const [block, { text }] of draft.raw.blocks.entries()) {
    const own = byText.get(text);
    if (own) own.push(byBlock[block]);
    else byText.set(text, [byBlock[block]]);
  }
  return { byBlock, byText };
}

function draftOf(url: string, page: Draft['page'], raw: Draft['raw']): Draft {
  return {
    page,
    raw,
    features: blockFeatures(raw),
    profile: findProfile(url),
    profiles: builtinProfiles,
    decisions: [],
  };
}
