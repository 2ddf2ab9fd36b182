import feedChoice from '../models/feed-choice.json' with { type: 'json' };
import htmlContext from '../models/html-context.json' with { type: 'json' };
import htmlFirst from '../models/html-first.json' with { type: 'json' };
import pageChoice from '../models/page-choice.json' with { type: 'json' };
import textContext from '../models/text-context.json' with { type: 'json' };
import textFirst from '../models/text-first.json' with { type: 'json' };
import { type CompiledTrees, compileTrees, type TreeModel } from '../trees.ts';
import { blockColumns } from './block-columns.ts';
import { choiceColumns, feedChoiceColumns } from './choose-body.ts';
import { contextColumns } from './context-columns.ts';
import type { BlockModels } from './judge-blocks.ts';

const compiled = new Map<string, BlockModels>();

/** The models that ship, trained by `npm run train`; compiled when first needed. */
export function blockModels(format: 'html' | 'text'): BlockModels {
  const known = compiled.get(format);
  if (known) return known;
  const [first, second] = format === 'html' ? [htmlFirst, htmlContext] : [textFirst, textContext];
  const models = {
    first: compileTrees(first as TreeModel, blockColumns),
    second: compileTrees(second as TreeModel, contextColumns),
  };
  compiled.set(format, models);
  return models;
}

let choice: CompiledTrees | undefined;
let choiceWithFeed: CompiledTrees | undefined;

/** The page-level model that says which body to take; another one knows the text that a feed gives. */
export function choiceModel(withFeed: boolean): CompiledTrees {
  if (withFeed) {
    choiceWithFeed ??= compileTrees(feedChoice as TreeModel, feedChoiceColumns);
    return choiceWithFeed;
  }
  choice ??= compileTrees(pageChoice as TreeModel, choiceColumns);
  return choice;
}
