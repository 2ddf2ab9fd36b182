import type { Draft } from '../../src/core/extract/draft.ts';
import { articleObjects, stringsAt } from '../../src/core/extract/json-ld.ts';
import { metaValues } from '../../src/core/extract/machine-values.ts';
import type { BlockLabel } from '../../src/core/model/article.ts';
import { zone } from '../../src/core/read/raw-page.ts';
import { foldName } from '../../src/core/text/normalise.ts';

/** Which zone says which label, the surest first; zones that hold anything at all (aside, header) say none. */
const told: readonly (readonly [bits: number, label: BlockLabel])[] = [
  [zone.comments, 'comment'],
  [zone.breadcrumb | zone.navigation, 'navigation'],
  [zone.poll, 'poll'],
  [zone.share, 'social'],
  [zone.related, 'related'],
  [zone.promo | zone.advert, 'advert'],
  [zone.legal, 'legal'],
  [zone.form, 'form'],
  [zone.credit, 'credit'],
  [zone.caption, 'caption'],
  [zone.byline, 'byline'],
  [zone.date, 'publication'],
  [zone.tags, 'tags'],
  [zone.standfirst, 'standfirst'],
  [zone.headline, 'headline'],
];

/** Longer ones are not what the class word means. */
const longest: Partial<Record<BlockLabel, number>> = {
  byline: 25,
  publication: 25,
  tags: 12,
  credit: 25,
  caption: 90,
  headline: 30,
  standfirst: 90,
  navigation: 15,
  social: 40,
};

/** Zones of a page whose footer says what it is only in part: menus stand there beside the small print. */
const furniture = zone.footer | zone.hidden | zone.noscript | zone.embed | zone.ticker | zone.video;

/**
 * What the page's own markup says of each block: class and id words, roles, microdata, and authors named in structured
 * data; `undefined` where it says nothing.
 */
export function markupLabels(draft: Draft): readonly (BlockLabel | undefined)[] {
  const authors = authorNames(draft);
  const head = draft.decisions.findIndex((decision) => decision?.label === 'headline');
  return draft.raw.blocks.map((_, block) => {
    const f = draft.features[block];
    if (!f || f.words === 0) return undefined;
    const { zones, words } = f;
    if (
      words <= 10 &&
      block > head - 3 &&
      block < head + 15 &&
      authors.some((name) => ` ${f.folded} `.includes(` ${name} `))
    )
      return 'byline';
    if (zones & zone.footer) {
      if (zones & zone.legal) return 'legal';
      if (zones & (zone.form | zone.share | zone.promo)) return undefined;
      if (f.linkShare > 0.8 && words <= 8) return 'navigation';
      return f.linkShare < 0.3 && words >= 3 ? 'legal' : undefined;
    }
    const hit = told.find(([bits]) => (zones & bits) !== 0);
    if (!hit || zones & furniture) return undefined;
    const [, label] = hit;
    if (words > (longest[label] ?? 400)) return undefined;
    if (label === 'publication' && !/\d/.test(draft.raw.blocks[block]?.text ?? '')) return undefined;
    if (label === 'standfirst' && words < 6) return undefined;
    return label;
  });
}

function authorNames({ raw }: Draft): readonly string[] {
  const values = [
    ...articleObjects(raw).flatMap((object) => stringsAt(object, 'author')),
    ...metaValues(raw, ['author', 'article:author']).map(({ value }) => value),
  ];
  return values.map((value) => foldName(value)).filter((name) => name.includes(' ') && name.length <= 40);
}
