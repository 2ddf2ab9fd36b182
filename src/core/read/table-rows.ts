import type { RawBlock, RawCell, RawLink, RawNode, RawPage, SourceRun } from './raw-page.ts';

/** Between the cells of a row. */
const separator = ' | ';
/** A cell with more text than this holds a part of the page's layout, not a value. */
const maxCell = 400;

/**
 * Makes one block of each row of a table that holds data, its cells joined by a bar. A table that only lays out the page
 * stays as it was: one with tables inside it, with a single column, or with cells as long as paragraphs.
 */
export function joinTableRows(raw: RawPage): RawPage {
  if (!raw.blocks.some(({ kind }) => kind === 'table-row')) return raw;
  const rows = dataRows(raw);
  if (rows.size === 0) return raw;
  const blocks: RawBlock[] = [];
  /** New index of each old block. */
  const moved: number[] = [];
  for (let i = 0; i < raw.blocks.length; ) {
    const cells = rows.get(i);
    if (!cells) {
      moved.push(blocks.length);
      blocks.push(raw.blocks[i] as RawBlock);
      i++;
      continue;
    }
    for (const _ of cells.blocks) moved.push(blocks.length);
    blocks.push(rowBlock(raw, cells));
    i += cells.blocks.length;
  }
  moved.push(blocks.length);
  const place = <T extends { readonly block: number }>(thing: T): T => ({
    ...thing,
    block: moved[Math.min(thing.block, moved.length - 1)] as number,
  });
  return {
    ...raw,
    blocks,
    times: raw.times.map(place),
    images: raw.images.map(place),
    videos: raw.videos.map(place),
  };
}

interface Row {
  /** Old indexes of its blocks, one run. */
  readonly blocks: number[];
  /** Cell node of each block. */
  readonly nodes: number[];
}

interface Table {
  readonly rows: Map<number, Row>;
  layout: boolean;
}

/** Rows of data tables by the index of their first block. */
function dataRows({ blocks, nodes }: RawPage): ReadonlyMap<number, Row> {
  const tables = new Map<number, Table>();
  for (const [i, block] of blocks.entries()) {
    const cell = cellOf(nodes, block.node);
    if (cell < 0) continue;
    const row = (nodes[cell] as RawNode).parent;
    const at = tableOf(nodes, row);
    if (at < 0 || nodes[row]?.tag !== 'tr') continue;
    let table = tables.get(at);
    if (!table) {
      table = { rows: new Map(), layout: false };
      tables.set(at, table);
    }
    const outer = tableOf(nodes, (nodes[at] as RawNode).parent);
    const around = outer < 0 ? undefined : tables.get(outer);
    if (around) around.layout = true;
    else if (outer >= 0) tables.set(outer, { rows: new Map(), layout: true });
    const own = table.rows.get(row) ?? { blocks: [], nodes: [] };
    table.rows.set(row, own);
    // Blocks of one row that stand apart, or headings in cells, are the work of a layout.
    const last = own.blocks[own.blocks.length - 1];
    if (block.text.length > maxCell || /^h[1-6]$/.test(block.tag) || (last !== undefined && last !== i - 1))
      table.layout = true;
    own.blocks.push(i);
    own.nodes.push(cell);
  }
  const found = new Map<number, Row>();
  for (const { rows, layout } of tables.values()) {
    const all = [...rows.values()];
    const filled = all.filter(({ nodes: cells }) => new Set(cells).size >= 2);
    const pieces = all.reduce((sum, row) => sum + row.blocks.length, 0);
    const cells = all.reduce((sum, row) => sum + new Set(row.nodes).size, 0);
    if (layout || filled.length < 2 || filled.length < all.length / 2 || pieces > cells * 1.5) continue;
    for (const row of filled) found.set(row.blocks[0] as number, row);
  }
  return found;
}

/** The cell that a node stands in, itself included; −1 outside of tables. */
function cellOf(nodes: readonly RawNode[], from: number): number {
  for (let node = from, steps = 0; node > 0 && steps < 12; node = nodes[node]?.parent ?? -1, steps++) {
    const tag = nodes[node]?.tag;
    if (tag === 'td' || tag === 'th') return node;
    if (tag === 'table') return -1;
  }
  return -1;
}

function tableOf(nodes: readonly RawNode[], from: number): number {
  let node = from;
  while (node > 0 && nodes[node]?.tag !== 'table') node = nodes[node]?.parent ?? -1;
  return node > 0 ? node : -1;
}

function rowBlock({ blocks, nodes }: RawPage, row: Row): RawBlock {
  let text = '';
  const runs: SourceRun[] = [];
  const links: RawLink[] = [];
  const cells: RawCell[] = [];
  let linkChars = 0;
  for (const [k, index] of row.blocks.entries()) {
    const block = blocks[index] as RawBlock;
    const node = row.nodes[k] as number;
    const sameCell = node === row.nodes[k - 1];
    // Cells without text keep their place, so that columns stay under each other.
    for (let n = (row.nodes[k - 1] ?? (nodes[node]?.parent as number)) + 1; !sameCell && n < node; n++) {
      if (nodes[n]?.parent !== nodes[node]?.parent) continue;
      text += text === '' ? '|' : ' |';
      cells.push({ start: text.length, end: text.length });
    }
    if (text !== '') text += sameCell || k === 0 ? ' ' : separator;
    const start = text.length;
    text += block.text;
    for (const [from, pageStart, length] of block.runs) runs.push([start + from, pageStart, length]);
    for (const link of block.links) links.push({ ...link, start: start + link.start, end: start + link.end });
    linkChars += block.linkChars;
    const before = sameCell ? cells.pop() : undefined;
    const header = nodes[node]?.tag === 'th';
    cells.push({ start: before?.start ?? start, end: text.length, ...(header ? { header: true } : {}) });
  }
  const first = blocks[row.blocks[0] as number] as RawBlock;
  return { ...first, kind: 'table-row', text, runs, links, linkChars, cells };
}
