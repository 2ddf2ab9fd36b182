import { blockFeatures } from '../../src/core/extract/block-features.ts';
import { type BodyRow, bodyRows } from '../../src/core/extract/body-columns.ts';
import type { Draft } from '../../src/core/extract/draft.ts';
import { labelBlocks } from '../../src/core/extract/label-steps.ts';
import { builtinProfiles, findProfile } from '../../src/core/extract/profiles/find-profile.ts';
import { parsePage } from '../../src/core/read/parse-page.ts';
import { readPage } from '../../src/core/read/read-page.ts';
import type { GoldPage } from '../evaluate/extract/gold-pages.ts';
import { shingleCounts, wordTokens } from '../evaluate/extract/shingles.ts';

/** A block of the development pages with what the gold says about it; blocks that it does not tell have no row. */
export interface LabelledRow extends BodyRow {
  readonly label: 0 | 1;
  readonly words: number;
}

/** A page labelled by the rules alone, as the model meets it in the extractor. */
export function draftOf(page: GoldPage): Draft {
  const read = readPage({ text: page.html, url: page.url, format: 'html' });
  const raw = parsePage(read);
  const initial: Draft = {
    page: read,
    raw,
    features: blockFeatures(raw),
    profile: findProfile(page.url),
    profiles: builtinProfiles,
    decisions: [],
  };
  return { ...initial, decisions: labelBlocks(initial, new Set(['model-body', 'json-body'])) };
}

/** The rows of a page on which the gold says something. */
export function rowsOfDraft(draft: Draft, gold: GoldPage['gold']): readonly LabelledRow[] {
  const labelOf = goldLabeller(gold);
  return bodyRows(draft).flatMap((row) => {
    const label = labelOf(draft.raw.blocks[row.block]?.text ?? '');
    return label === undefined ? [] : [{ ...row, label, words: draft.features[row.block]?.words ?? 0 }];
  });
}

/** Says of a block whether it belongs to the gold body: 1, 0, or undefined where the gold does not tell. */
export function goldLabeller(gold: GoldPage['gold']): (text: string) => 0 | 1 | undefined {
  if (gold.text) {
    const shingles = shingleCounts(wordTokens(gold.text));
    const lines = new Set(gold.text.split('\n').map((line) => wordTokens(line).join(' ')));
    return (text) => {
      const tokens = wordTokens(text);
      if (tokens.length === 0) return undefined;
      if (lines.has(tokens.join(' '))) return 1;
      // Two or three words stand in a body by chance: only a whole line counts.
      if (tokens.length < 4) return 0;
      let hits = 0;
      for (let i = 0; i + 4 <= tokens.length; i++) if (shingles.has(tokens.slice(i, i + 4).join(' '))) hits++;
      return hits / (tokens.length - 3) >= 0.5 ? 1 : 0;
    };
  }
  const wanted = (gold.with_ ?? []).map(spaced).filter((phrase) => phrase.length > 10);
  const unwanted = (gold.without ?? []).map(spaced).filter((phrase) => phrase.length > 3);
  return (text) => {
    const line = spaced(text);
    if (wanted.some((phrase) => line.includes(phrase))) return 1;
    return unwanted.some((phrase) => line.includes(phrase)) ? 0 : undefined;
  };
}

function spaced(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** The fold of a host: pages of one registered name always share it. */
export function foldOf(url: string, folds: number): number {
  const name = new URL(url).hostname.split('.').slice(-2).join('.');
  let hash = 7;
  for (const character of name) hash = (Math.imul(hash, 31) + (character.codePointAt(0) ?? 0)) >>> 0;
  return hash % folds;
}
