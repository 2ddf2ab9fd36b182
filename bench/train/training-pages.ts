import { blockFeatures } from '../../src/core/extract/block-features.ts';
import type { Draft } from '../../src/core/extract/draft.ts';
import { labelBlocks } from '../../src/core/extract/label-steps.ts';
import { builtinProfiles, findProfile } from '../../src/core/extract/profiles/find-profile.ts';
import { parsePage } from '../../src/core/read/parse-page.ts';
import { readPage } from '../../src/core/read/read-page.ts';
import { type GoldPage, withoutTags } from '../evaluate/extract/gold-pages.ts';
import { shingleCounts, wordTokens } from '../evaluate/extract/shingles.ts';

export type Format = 'html' | 'text';

/** A page labelled by the rules alone, as the models meet it in the extractor. `text`: its tags removed first. */
export function draftOf(page: GoldPage, format: Format): Draft {
  const text = format === 'html' ? page.html : withoutTags(page.html);
  const read = readPage({ text, url: page.url, format });
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

/**
 * Says of each block whether it belongs to the gold body: 1, 0, or −1 where the gold does not tell. A block is body when
 * half of its 4-grams are in the gold and were not used up by an earlier block, or when it is a whole line of it.
 */
export function goldLabels(texts: readonly string[], gold: GoldPage['gold']): Int8Array {
  return gold.text ? labelsByText(texts, gold.text) : labelsByPhrases(texts, gold);
}

function labelsByText(texts: readonly string[], gold: string): Int8Array {
  const left = new Map(shingleCounts(wordTokens(gold)));
  const lines = new Set(gold.split('\n').map((line) => wordTokens(line).join(' ')));
  return Int8Array.from(texts, (text) => {
    const tokens = wordTokens(text);
    if (tokens.length === 0) return -1;
    const isLine = lines.has(tokens.join(' '));
    // Two or three words stand in a body by chance: only a whole line counts.
    if (tokens.length < 4) return isLine ? 1 : 0;
    const own = [...shingleCounts(tokens)];
    const hits = own.reduce((sum, [key, count]) => sum + Math.min(count, left.get(key) ?? 0), 0);
    if (!isLine && hits / (tokens.length - 3) < 0.5) return 0;
    lines.delete(tokens.join(' '));
    for (const [key, count] of own) left.set(key, Math.max(0, (left.get(key) ?? 0) - count));
    return 1;
  });
}

function labelsByPhrases(texts: readonly string[], gold: GoldPage['gold']): Int8Array {
  const wanted = (gold.with_ ?? []).map(spaced).filter((phrase) => phrase.length > 10);
  const unwanted = (gold.without ?? []).map(spaced).filter((phrase) => phrase.length > 3);
  return Int8Array.from(texts, (text) => {
    const line = spaced(text);
    if (wanted.some((phrase) => line.includes(phrase))) return 1;
    return unwanted.some((phrase) => line.includes(phrase)) ? 0 : -1;
  });
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
