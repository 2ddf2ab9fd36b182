import type { RawBlock, RawPage } from '../read/raw-page.ts';
import type { LabelDecision } from './draft.ts';
import { articleObjects, stringsAt } from './json-ld.ts';

/** The structured data must hold this many times the visible body before it is believed instead. */
const muchMore = 2;

/**
 * Where a page shows only the beginning of its text, or none, and its structured data holds the whole: the page with
 * those paragraphs as blocks after its own. `undefined` when the visible body is good enough.
 */
export function withJsonBody(raw: RawPage, decisions: readonly (LabelDecision | undefined)[]): RawPage | undefined {
  if (raw.format !== 'html' || raw.jsonLd.length === 0) return undefined;
  let visible = 0;
  for (const [i, decision] of decisions.entries())
    if (decision?.label === 'body') visible += raw.blocks[i]?.text.length ?? 0;
  for (const object of articleObjects(raw)) {
    const body = stringsAt(object, 'articleBody')[0];
    if (!body || body.length < 200 || body.length < visible * muchMore) continue;
    const blocks = paragraphsOf(body).map((text) => jsonBlock(text, object.pageStart));
    return { ...raw, blocks: [...raw.blocks, ...blocks] };
  }
  return undefined;
}

/** The element name that marks blocks taken from structured data. */
export const jsonBodyTag = 'json-ld';

function jsonBlock(text: string, pageStart: number): RawBlock {
  return {
    text,
    runs: [],
    pageStart,
    kind: 'paragraph',
    tag: jsonBodyTag,
    node: 0,
    inlineZones: 0,
    linkChars: 0,
    links: [],
    gapBefore: 0,
    segments: 1,
  };
}

/** Lines of the value; tags that some templates leave in it become line breaks or nothing. */
function paragraphsOf(body: string): string[] {
  return body
    .replace(/<\/?(?:p|div|br|h[1-6]|li|ul|ol|blockquote)\b[^<>]{0,200}>/gi, '\n')
    .replace(/<\/?[a-z][^<>]{0,500}>/gi, '')
    .split(/[\r\n]+/)
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '');
}
