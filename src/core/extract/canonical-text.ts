import { directionOf, type LanguageIdentifier } from '../language/detect-language.ts';
import type { Block, BlockLabel } from '../model/article.ts';
import type { Span } from '../model/evidence.ts';
import type { DetectedLanguage } from '../model/language.ts';
import type { RawBlock } from '../read/raw-page.ts';
import { languageOfBlock } from './block-language.ts';
import { type BlockStructure, structureOf } from './block-structure.ts';
import type { Draft } from './draft.ts';

/** A value from the address or the markup that wants a place in the canonical text. */
interface MetadataEntry {
  readonly text: string;
  readonly reason: string;
  readonly sourceMap: Block['sourceMap'];
}

/**
 * Builds the canonical text: all blocks of the page, one newline between, then one `metadata` block for each value
 * that a claim cites and that the visible text does not show.
 */
export class CanonicalText {
  readonly #parts: string[] = [];
  readonly #starts: number[] = [];
  readonly #draft: Draft;
  readonly #metadata: (MetadataEntry & { start: number })[] = [];
  #length = 0;

  constructor(draft: Draft) {
    this.#draft = draft;
    for (const block of draft.raw.blocks) this.#starts.push(this.#append(block.text));
  }

  get text(): string {
    return this.#parts.join('\n');
  }

  /** Span of a block, or of a part of it given by offsets in the block. */
  span(block: number, start = 0, end?: number): Span {
    const from = this.#starts[block] ?? 0;
    const length = this.#draft.raw.blocks[block]?.text.length ?? 0;
    return { start: from + start, end: from + Math.min(end ?? length, length) };
  }

  /** Span of a value among the metadata; the same value from the same place is written once. */
  cite(value: string, reason: string, pageStart?: number): Span {
    // One line a block, and no white space around it, like all blocks.
    const text = value.replace(/\s+/g, ' ').trim();
    const known = this.#metadata.find((entry) => entry.text === text && entry.reason === reason);
    if (known) return { start: known.start, end: known.start + text.length };
    const source = this.#draft.page.source;
    const sourceMap: Block['sourceMap'] =
      pageStart !== undefined && text !== '' && source.startsWith(text, pageStart) ? [[0, pageStart, text.length]] : [];
    const start = this.#append(text);
    this.#metadata.push({ text, reason, sourceMap, start });
    return { start, end: start + text.length };
  }

  /** All blocks with their labels; language and direction block by block. */
  blocks(articleLanguage: DetectedLanguage, identifier?: LanguageIdentifier): readonly Block[] {
    const result: Block[] = [];
    for (let index = 0; index < this.#draft.raw.blocks.length; index++) {
      const raw = this.#draft.raw.blocks[index] as RawBlock;
      const start = this.#starts[index] as number;
      const decision = this.#draft.decisions[index];
      const label: BlockLabel = decision?.label ?? 'other';
      const structure: BlockStructure =
        label === 'body'
          ? structureOf(this.#draft.raw, index, decision)
          : { kind: raw.kind === 'line' ? 'line' : 'paragraph' };
      result.push({
        index,
        start,
        end: start + raw.text.length,
        label,
        ...structure,
        ...(raw.cells && structure.kind === 'table-row'
          ? { cells: raw.cells.map((cell) => ({ ...cell, start: start + cell.start, end: start + cell.end })) }
          : {}),
        probability: decision?.probability ?? 0.5,
        reason: decision?.reason ?? 'unclaimed',
        language: languageOfBlock(raw.text, label, raw.lang, articleLanguage, identifier),
        direction: directionOf(raw.text),
        sourceMap: raw.runs.map(([a, b, length]) => [start + a, b, length] as const),
      });
    }
    for (const [i, entry] of this.#metadata.entries()) {
      result.push({
        index: this.#draft.raw.blocks.length + i,
        start: entry.start,
        end: entry.start + entry.text.length,
        label: 'metadata',
        kind: 'line',
        probability: 1,
        reason: entry.reason,
        language: 'und',
        direction: directionOf(entry.text),
        sourceMap: entry.sourceMap.map(([a, b, length]) => [entry.start + a, b, length] as const),
      });
    }
    return result;
  }

  #append(text: string): number {
    const start = this.#parts.length === 0 ? 0 : this.#length + 1;
    this.#parts.push(text);
    this.#length = start + text.length;
    return start;
  }
}
