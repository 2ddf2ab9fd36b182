import { type RawNode, type RawPage, zone } from '../../src/core/read/raw-page.ts';

/** What stays: where the article is and what nobody sees; none of it gives a label that is learned. */
const kept = zone.article | zone.main | zone.articleBody | zone.hidden | zone.noscript | zone.table | zone.quote;

/** Elements whose name says what they hold. */
const telling = new Set(
  'nav menu header footer aside form button select textarea label fieldset figure figcaption dialog address details summary time'.split(
    ' ',
  ),
);

/**
 * The page as if its markup said nothing about its parts: no class words, roles, item properties or telling element names,
 * no marked authors and times. Class attributes stay as they are, only to tell which elements are built alike.
 */
export function hideMarkup(raw: RawPage): RawPage {
  const plain = (tag: string): string => (telling.has(tag) ? 'div' : tag);
  const nodes = raw.nodes.map(
    (node): RawNode => ({
      ...node,
      tag: plain(node.tag),
      zones: node.zones & kept,
      classZones: node.classZones & kept,
    }),
  );
  const blocks = raw.blocks.map(({ bylines: _, ...block }) => ({
    ...block,
    tag: plain(block.tag),
    inlineZones: block.inlineZones & kept,
  }));
  return { ...raw, nodes, blocks, times: [], items: [] };
}
