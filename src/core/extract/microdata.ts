import { type RawItem, type RawPage, zone } from '../read/raw-page.ts';

/** An object of the page's structured data. */
export interface MachineObject {
  readonly origin: 'json-ld' | 'microdata';
  readonly types: readonly string[];
  readonly fields: Readonly<Record<string, unknown>>;
  /** The page's objects by their `@id`; none for microdata. */
  readonly byId: ReadonlyMap<string, Readonly<Record<string, unknown>>>;
  /** Place of the script or the element that holds it. */
  readonly pageStart: number;
  readonly pageEnd: number;
}

/** Names of the objects that describe an article. */
export const articleTypes: RegExp = /(?:Article|BlogPosting|Report|LiveBlogPosting|SocialMediaPosting)$/;

/** Spelling of the properties as JSON-LD has them, by the lower case that attributes come in. */
const spelling: ReadonlyMap<string, string> = new Map(
  'alternativeHeadline datePublished dateModified dateCreated thumbnailUrl contentUrl embedUrl articleSection inLanguage copyrightHolder'
    .split(' ')
    .map((name) => [name.toLowerCase(), name]),
);

/** Where the items of other articles stand. */
const elsewhere = zone.related | zone.aside | zone.comments | zone.footer | zone.navigation;

/**
 * The article that the page's microdata or RDFa describes. Nothing when several could be meant: each teaser of a front
 * page describes an article too.
 */
export function microdataArticle(raw: RawPage): MachineObject | undefined {
  const candidates = raw.items
    .flatMap((item) => [item, ...Object.values(item.fields).flatMap((values) => values.filter(isItem))])
    .filter(({ types, node }) => types.some((type) => articleTypes.test(type)) && !isElsewhere(raw, node));
  const [only, other] = candidates.length < 2 ? candidates : candidates.filter((item) => holdsHeadline(raw, item));
  if (!only || other) return undefined;
  const { types, pageStart, pageEnd } = only;
  return { origin: 'microdata', byId: new Map(), types, fields: plain(only), pageStart, pageEnd };
}

function plain({ types, fields }: RawItem): Record<string, unknown> {
  const object: Record<string, unknown> = { '@type': types };
  for (const [name, values] of Object.entries(fields))
    object[spelling.get(name) ?? name] = values.map((value) => (isItem(value) ? plain(value) : value));
  return object;
}

function isItem(value: string | RawItem): value is RawItem {
  return typeof value !== 'string';
}

function isElsewhere({ nodes }: RawPage, from: number): boolean {
  for (let node = from; node > 0; node = nodes[node]?.parent ?? -1) {
    const own = nodes[node];
    if (own && ((own.zones | own.classZones) & elsewhere) !== 0) return true;
  }
  return false;
}

/** Whether a heading of the first level stands in the element. */
function holdsHeadline({ blocks, nodes }: RawPage, { node }: RawItem): boolean {
  return blocks.some(({ tag, node: from }) => {
    if (tag !== 'h1') return false;
    let at = from;
    while (at > node) at = nodes[at]?.parent ?? -1;
    return at === node;
  });
}
