import type { PageType } from '../model/article.ts';
import { foldName } from '../text/normalise.ts';
import type { Draft } from './draft.ts';
import { articleObjects, jsonLdObjects } from './json-ld.ts';
import { machineTitles, metaValue } from './machine-values.ts';
import { findSections, type PageSection } from './page-sections.ts';
import { type PageShape, shapeOf } from './page-shape.ts';
import { phrasesOfAll } from './page-word-index.ts';
import { bodyWordsIn, findTimedEntries, orderOf, type TimedEntry } from './timed-entries.ts';

/** What kind of page it is, with the parts that showed it. */
export interface PageVerdict {
  readonly type: PageType;
  readonly entries: readonly TimedEntry[];
  readonly sections: readonly PageSection[];
}

/** Fewer words of body are a note, not an article, unless the page itself says that it is one. */
const shortBody = 18;

/** What the page says about itself, before its text is weighed. */
interface Claims {
  readonly types: ReadonlySet<string>;
  readonly ogType: string;
  readonly path: string;
  /** Titles, folded. */
  readonly titles: readonly string[];
  /** Structured data or metadata call it an article. */
  readonly article: boolean;
}

const livePhrases = phrasesOfAll('live');
const galleryPhrases = phrasesOfAll('gallery');
const missingPhrases = phrasesOfAll('missing');

/**
 * What kind of page this is, from its structured data, its address, its title and the proportions of its blocks after
 * labelling. In doubt it is an article: one that is short stays one, and a page of links does not become one by a
 * cookie notice.
 */
export function judgePage(draft: Draft): PageVerdict {
  const claims = claimsOf(draft);
  const shape = shapeOf(draft);
  const verdict = (type: PageType, parts: Partial<PageVerdict> = {}): PageVerdict => ({
    type,
    entries: [],
    sections: [],
    ...parts,
  });
  if (saysNothing(claims, shape)) return verdict('not-an-article');
  const live = claims.types.has('LiveBlogPosting');
  const forum = !live && isForum(draft, claims);
  const entries = forum ? [] : findTimedEntries(draft);
  if (live || isLive(draft, claims, shape, entries)) return verdict('live-blog', { entries });
  const sections = findSections(draft);
  if (forum) return verdict('forum', { sections });
  if (isVideo(draft, claims, shape)) return verdict('video');
  if (isGallery(draft, claims, shape)) return verdict('gallery');
  if (hasSeveralItems(draft, claims, shape, sections)) return verdict('several-items', { sections });
  // A short note on a bare page is one; among many links it is a cookie notice.
  const note = shape.words >= 5 && shape.sentences >= 1 && shape.linkLines < 6 && shape.linkHeadings < 3;
  if (!note && shape.words < (claims.article ? 8 : shortBody)) {
    const links = Math.max(shape.linkLines / 12, shape.linkHeadings / 4);
    return verdict(links >= 1 ? 'list' : 'not-an-article', { sections });
  }
  return verdict(isList(draft, claims, shape, sections) ? 'list' : 'article', { sections });
}

function claimsOf(draft: Draft): Claims {
  const types = new Set(jsonLdObjects(draft.raw).flatMap((object) => object.types));
  for (const object of articleObjects(draft.raw)) for (const type of object.types) types.add(type);
  const ogType = metaValue(draft.raw, ['og:type'])?.value.toLowerCase() ?? '';
  const head = draft.decisions.findIndex((decision) => decision?.label === 'headline');
  const titles = [...machineTitles(draft.raw).map(({ value }) => value), draft.raw.blocks[head]?.text ?? ''];
  const url = draft.page.url ?? draft.raw.canonicalUrl?.value ?? '';
  return {
    types,
    ogType,
    path: url.replace(/^[a-z]+:\/\/[^/]*/i, '').toLowerCase(),
    titles: titles.map((title) => foldName(title.slice(0, 200))).filter((title) => title !== ''),
    article:
      [...types].some((type) => /(?:News|Reportage|Opinion|Advertiser)?Article$|BlogPosting$/.test(type)) ||
      ogType === 'article',
  };
}

/** An error page, a wall or a test for robots: a title that says so over a few words. */
function saysNothing({ titles, article }: Claims, { words }: PageShape): boolean {
  if (words > 120 || (article && words > 40)) return false;
  return titles.some((title) => missingPhrases.some((phrase) => title === phrase || isNamed(title, phrase)));
}

/** Entries in order of time, with something said in each; fewer are enough where title or address call it live. */
function isLive(draft: Draft, { path, titles }: Claims, { words }: PageShape, entries: readonly TimedEntry[]): boolean {
  if (entries.length < 3 || orderOf(entries) < 0.75) return false;
  const covered = entries.reduce((sum, entry) => sum + bodyWordsIn(draft, entry), 0);
  const mean = covered / entries.length;
  const called =
    /\/(?:live|en-vivo|directo|en-directo|direct|en-direct|liveblog|live-blog|minuto-a-minuto|ao-vivo|liveticker)(?:[/-]|$)|-(?:live|en-vivo|en-directo|en-direct|direct|minuto-a-minuto|live-updates)(?:[-./]|$)/.test(
      path,
    ) || titles.some((title) => livePhrases.some((phrase) => isNamed(title, phrase)));
  if (covered < words * 0.5) return false;
  return called ? mean >= 10 : entries.length >= 5 && mean >= 18;
}

/** A single word names a kind of page at an end of its title only; inside it may mean anything. */
function isNamed(title: string, phrase: string): boolean {
  if (phrase.includes(' ')) return ` ${title} `.includes(` ${phrase} `);
  return title.startsWith(`${phrase} `) || title.endsWith(` ${phrase}`);
}

function isForum(draft: Draft, { types, path, article }: Claims): boolean {
  if (types.has('DiscussionForumPosting') || types.has('QAPage')) return true;
  if (article) return false;
  const generator = metaValue(draft.raw, ['generator'])?.value ?? '';
  if (
    /phpbb|vbulletin|discourse|xenforo|mybb|simple machines|invision|bbpress|flarum|nodebb|fluxbb|vanilla/i.test(
      generator,
    )
  )
    return true;
  return /(?:viewtopic|showthread|viewthread|showtopic)\b|\/(?:forums?|threads?|topics?|t|questions)\/[^/]*\d|\/(?:forums?|threads?)\/.+|\/index\.php\?(?:topic|threads?\/)/.test(
    path,
  );
}

function isVideo(draft: Draft, { types, ogType, path }: Claims, { words }: PageShape): boolean {
  const named =
    types.has('VideoObject') || ogType.startsWith('video') || /\/(?:videos?|watch|tv|vod|replay)\//.test(path);
  const has = draft.raw.videos.length > 0 || metaValue(draft.raw, ['og:video', 'og:video:url']) !== undefined;
  return words < 80 && named && has;
}

/** Many pictures, each with its words, and little other text. */
function isGallery(draft: Draft, { types, path, titles, ogType }: Claims, shape: PageShape): boolean {
  const pictures = draft.raw.images.length;
  if (
    shape.words < 150 &&
    (types.has('ImageGallery') ||
      ogType.includes('gallery') ||
      /\/(?:gallery|galleries|diaporamas?|galerias?|fotogalerias?|photos|fotos|photostory|slideshows?|portfolio|album)\//.test(
        path,
      ))
  )
    return true;
  const called = titles.some((title) =>
    galleryPhrases.some((phrase) => title === phrase || title.startsWith(`${phrase} `) || title.endsWith(` ${phrase}`)),
  );
  return called && pictures >= 5 && shape.captions >= 4 && shape.words < 200;
}

/** Several whole texts under headings of their own, none of them the page's only one. */
function hasSeveralItems(
  draft: Draft,
  { article }: Claims,
  shape: PageShape,
  sections: readonly PageSection[],
): boolean {
  if (shape.items >= 3) return true;
  const whole = sections.filter(({ prose }) => prose >= 50);
  const all = whole.reduce((sum, { prose }) => sum + prose, 0);
  const largest = Math.max(0, ...whole.map(({ prose }) => prose));
  // Texts of their own have an address or a day; the chapters of one text have neither.
  const own = whole.filter(
    ({ linked, start, end }) => linked || draft.raw.times.some(({ block }) => block >= start && block < end),
  );
  return !article && own.length >= 3 && own.length > whole.length / 2 && largest < all * 0.6;
}

/** Teasers or bare links, and no text of its own among them. */
function isList(
  draft: Draft,
  { article, types, path }: Claims,
  shape: PageShape,
  sections: readonly PageSection[],
): boolean {
  if (article || hasOwnText(draft, path)) return false;
  if (shape.words < 120 && shape.linkLines >= 40 && shape.sentences < 4) return true;
  const teasers = sections.filter(({ linked, prose }) => linked && prose < 80);
  const longest = Math.max(0, ...sections.map(({ prose }) => prose));
  if (teasers.length >= 5 && longest < 120) return true;
  const front = path === '' || path === '/' || /^\/(?:[a-z]{2}\/?)?$|^\/(?:index|home)(?:\.\w+)?$/.test(path);
  const collection = ['CollectionPage', 'SearchResultsPage', 'ItemList'].some((type) => types.has(type)) || front;
  return shape.linkHeadings >= (collection ? 5 : 10) && shape.words < shape.linkHeadings * (collection ? 45 : 30);
}

/** An address that ends in the words of a headline, a number or a file, not in the name of a section. */
const articlePath =
  /\/(?:[^/]*\d{5,}[^/]*|[^/]*[^\W\d]+(?:-[^\W_]+){3,}[^/]*|[^/]+\.[a-z]{3,5})\/?(?:[?#]|$)|\/\d{4}\/\d{2}\//u;

/** Text under the page's own headline, not under a heading that leads elsewhere. */
function hasOwnText({ features, decisions }: Draft, path: string): boolean {
  const head = decisions.findIndex((decision) => decision?.label === 'headline');
  if (head < 0 || (features[head]?.linkShare ?? 0) > 0.7) return false;
  let own = 0;
  let teaser = false;
  for (let i = head + 1; i < features.length; i++) {
    const f = features[i];
    if (!f) continue;
    if (f.heading > 0) teaser = f.linkShare > 0.7;
    else if (!teaser && decisions[i]?.label === 'body' && f.words >= 12 && f.sentences > 0) own += f.words;
  }
  return own >= (articlePath.test(path) ? 30 : 120);
}
