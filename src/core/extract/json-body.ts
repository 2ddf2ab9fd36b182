import type { RawBlock, RawPage } from '../read/raw-page.ts';
import type { BodySource, JsonCandidate } from './body-model/choose-body.ts';
import { readHints, shareInJson } from './body-model/page-hints.ts';
import type { Draft } from './draft.ts';
import { articleObjects, decodeEntities, stringsAt } from './json-ld.ts';

/** Shorter values are a summary. */
const shortestBody = 200;

/** The longest body in the page's structured data. */
export function jsonCandidate(draft: Draft): JsonCandidate | undefined {
  if (draft.raw.format !== 'html' || draft.raw.jsonLd.length === 0) return undefined;
  const found = longestBody(draft.raw);
  if (!found) return undefined;
  const hints = readHints(draft);
  const text = paragraphsOf(found.body).join('\n');
  return {
    text,
    words: text.split(/\s+/).length,
    holds: (block) => shareInJson(hints, draft.raw.blocks[block]?.text ?? ''),
  };
}

/**
 * Where the structured data or the feed that led to the page holds a better body than the visible page: the page with
 * those paragraphs as blocks after its own. `undefined` when the visible body is good enough.
 */
export function withOtherBody(draft: Draft, source: BodySource | undefined): RawPage | undefined {
  const { raw } = draft;
  if (raw.format !== 'html') return undefined;
  if (source === 'feed') {
    const blocks = feedParagraphs(draft).map((text) => ({ ...jsonBlock(text, 0), fromFeed: true as const }));
    return blocks.length > 0 ? withBlocks(raw, blocks) : undefined;
  }
  const found = source === 'json' ? longestBody(raw) : undefined;
  if (!found) return undefined;
  return withBlocks(
    raw,
    paragraphsOf(found.body).map((text) => jsonBlock(text, found.pageStart)),
  );
}

function withBlocks(raw: RawPage, blocks: readonly RawBlock[]): RawPage {
  return { ...raw, blocks: [...raw.blocks, ...blocks] };
}

function longestBody(raw: RawPage): { body: string; pageStart: number } | undefined {
  let best: { body: string; pageStart: number } | undefined;
  for (const object of articleObjects(raw)) {
    const body = stringsAt(object, 'articleBody')[0] ?? '';
    if (body.length >= shortestBody && body.length > (best?.body.length ?? 0))
      best = { body, pageStart: object.pageStart };
  }
  return best;
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

/** The paragraphs of the text that the feed gives; none when it is only a summary. */
export function feedParagraphs({ raw, feedContent }: Draft): readonly string[] {
  if (raw.format !== 'html' || feedContent === undefined) return [];
  const paragraphs = paragraphsOf(feedContent)
    .map((text) => decodeEntities(text).replace(/\s+/g, ' ').trim())
    .filter((text) => text !== '');
  return paragraphs.reduce((sum, text) => sum + text.length, 0) >= shortestBody ? paragraphs : [];
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
