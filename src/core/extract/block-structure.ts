import type { BlockKind } from '../model/article.ts';
import type { RawPage } from '../read/raw-page.ts';
import type { LabelDecision } from './draft.ts';

export interface BlockStructure {
  readonly kind: BlockKind;
  readonly level?: number;
}

/** An element that far up says nothing about the paragraph any more. */
const nearest = 4;

/**
 * What a block of the body is on its page: a heading with its level, a quotation, an item of a list with its depth, a row
 * of a table, code. A paragraph inside a quotation or an item belongs to it.
 */
export function structureOf(raw: RawPage, index: number, decision: LabelDecision | undefined): BlockStructure {
  const block = raw.blocks[index];
  if (!block) return { kind: 'paragraph' };
  const kind = decision?.kind ?? block.kind;
  if (kind === 'heading') {
    const level = /^h([1-6])$/.exec(block.tag)?.[1];
    return { kind, ...(level ? { level: Number(level) } : {}) };
  }
  // A cell of a table that only lays out the page is a paragraph.
  if (kind === 'table-row') return { kind: block.cells ? kind : 'paragraph' };
  if (kind === 'line') return { kind: 'paragraph' };
  if (raw.format === 'text' || kind === 'code') return { kind };
  if (kind === 'list-item') return { kind, ...depthOf(raw, block.node) };
  let node = block.node;
  for (let steps = 0; node > 0 && steps < nearest; steps++) {
    const tag = raw.nodes[node]?.tag;
    if (tag === 'blockquote') return { kind: 'quote' };
    if (tag === 'li' || tag === 'dd') return { kind: 'list-item', ...depthOf(raw, node) };
    if (tag === 'pre') return { kind: 'code' };
    if (tag === 'article' || tag === 'main' || tag === 'td') break;
    node = raw.nodes[node]?.parent ?? -1;
  }
  return { kind };
}

/** How many lists stand around an item. */
function depthOf({ nodes }: RawPage, from: number): { level?: number } {
  let level = 0;
  for (let node = from; node > 0; node = nodes[node]?.parent ?? -1) {
    const tag = nodes[node]?.tag;
    if (tag === 'ul' || tag === 'ol' || tag === 'dl') level++;
  }
  return level > 0 ? { level } : {};
}
