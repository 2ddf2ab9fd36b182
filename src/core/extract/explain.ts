import type { Article, BlockLabel } from '../model/article.ts';

/** What one part of the page was taken for, and why. */
export interface ExplainedBlock {
  readonly label: BlockLabel;
  readonly probability: number;
  readonly reason: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/**
 * The article's blocks in page order, ready to be shown by `--explain`.
 *
 * @example
 * import { explainArticle, extractArticle } from 'rapporteur';
 *
 * const html = '<nav><a href="/">Home</a></nav><h1>Ferry sails again</h1><p>It sailed on Monday, three weeks late.</p>';
 * for (const block of explainArticle(extractArticle({ text: html }))) {
 *   console.log(block.label, block.probability, block.reason, block.text);
 * }
 */
export function explainArticle(article: Article): readonly ExplainedBlock[] {
  return article.blocks.map(({ label, probability, reason, start, end }) => ({
    label,
    probability,
    reason,
    text: article.text.slice(start, end),
    start,
    end,
  }));
}

/** A field that two readings of one page give differently; what a reading lacks is absent. */
export interface FieldChange {
  readonly field: 'title' | 'standfirst' | 'outlet' | 'aggregator' | 'agency' | 'published' | 'modified' | 'language';
  readonly before?: string;
  readonly after?: string;
}

export interface ReadingChanges {
  /** Label before, by the index of the block in the later reading. */
  readonly labels: ReadonlyMap<number, BlockLabel>;
  readonly fields: readonly FieldChange[];
}

/**
 * What changed between two readings of one page: without a profile and with it, or by two versions of one.
 *
 * @example
 * import { compareReadings, extractArticle } from 'rapporteur';
 *
 * const page = { text: '<h1>Ferry sails again</h1><p>Read us at sea. It sailed on Monday, three weeks late.</p>' };
 * const profile = {
 *   name: 'Paper', hosts: ['paper.example'], languages: ['en'],
 *   blockRules: [{ label: 'notice' as const, startsWith: 'Read us' }],
 * };
 * console.log(compareReadings(extractArticle(page), extractArticle(page, { profile })).labels);
 */
export function compareReadings(before: Article, after: Article): ReadingChanges {
  const old = new Map(
    before.blocks
      .filter(({ label }) => label !== 'metadata')
      .map(({ start, end, label }) => [`${start} ${end}`, label] as const),
  );
  const labels = new Map<number, BlockLabel>();
  for (const { index, start, end, label } of after.blocks) {
    const was = label === 'metadata' ? undefined : old.get(`${start} ${end}`);
    if (was !== undefined && was !== label) labels.set(index, was);
  }
  const fields: FieldChange[] = [];
  for (const field of comparedFields) {
    const [a, b] = [fieldValue(before, field), fieldValue(after, field)];
    if (a !== b)
      fields.push({ field, ...(a === undefined ? {} : { before: a }), ...(b === undefined ? {} : { after: b }) });
  }
  return { labels, fields };
}

const comparedFields = [
  'title',
  'standfirst',
  'outlet',
  'aggregator',
  'agency',
  'published',
  'modified',
  'language',
] as const satisfies readonly FieldChange['field'][];

function fieldValue(article: Article, field: FieldChange['field']): string | undefined {
  const value = article[field]?.value;
  return value === undefined || typeof value === 'string' ? value : value.edtf;
}
