import { builtinIdentifier, type LanguageIdentifier } from '../language/detect-language.ts';
import type { Article, ArticleLink, PageType } from '../model/article.ts';
import type { Sourced } from '../model/evidence.ts';
import type { FeedItem } from '../model/feed.ts';
import { type DetectedLanguage, languageCodes } from '../model/language.ts';
import type { Page, PageInput, Problem } from '../model/page.ts';
import { parsePage } from '../read/parse-page.ts';
import { type RawBlock, type RawPage, uniformPage } from '../read/raw-page.ts';
import { readPage } from '../read/read-page.ts';
import { readArchivedAddress } from '../read/web-archive.ts';
import { hash64 } from '../text/hash.ts';
import { absoluteUrl } from './absolute-url.ts';
import { findAgency } from './article-agency.ts';
import { findAuthors } from './article-authors.ts';
import { findImages } from './article-images.ts';
import { findItems } from './article-items.ts';
import { findEmbeds, findVideos } from './article-media.ts';
import { findPublishers } from './article-outlet.ts';
import { findTitle } from './article-title.ts';
import { findSection, findTags } from './article-topics.ts';
import { blockFeatures } from './block-features.ts';
import { CanonicalText } from './canonical-text.ts';
import { type Draft, draftOf } from './draft.ts';
import { withFeedClaims } from './feed-claims.ts';
import type { HostMemory } from './host-memory.ts';
import { withOtherBody } from './json-body.ts';
import { labelBlocks } from './label-steps.ts';
import { metaValue } from './machine-values.ts';
import { type OutletProfile, usesSelectors } from './outlet-profile.ts';
import { judgePage } from './page-type.ts';
import { builtinProfiles, findProfile } from './profiles/find-profile.ts';
import { findPublicationDates } from './publication-dates.ts';
import { bodySourceOf } from './steps/model-body.ts';

/** Part of every text version: changes whenever the same bytes may give another canonical text. */
export const extractorVersion: string = '5';

export interface ExtractOptions {
  /** Identity of the article. @default derived from the canonical address, else from the content */
  readonly id?: string;
  /** What is known about the outlet. @default found by host among `profiles` */
  readonly profile?: OutletProfile;
  /** Profiles to look for the outlet in; an empty list reads the page without any. @default those that ship */
  readonly profiles?: readonly OutletProfile[];
  /** What other pages of the host have in common; without the page itself. @default nothing is known of them */
  readonly hostMemory?: HostMemory;
  /** Longest page text that is labelled, in UTF-16 units; the rest is left out and reported. @default 2,000,000 */
  readonly maxChars?: number;
  /** Names of label steps to leave out. */
  readonly switchedOff?: readonly string[];
  /** What the feed that led to the page says of it: heard where the page is silent or unsure. */
  readonly feed?: FeedItem;
  /** @default the built-in one */
  readonly languageIdentifier?: LanguageIdentifier;
}

/**
 * A page to its article: labelled blocks, canonical text, and metadata where each value cites its place in that text.
 * Pure: the same input gives the same article. Never throws for bad content: the article then has less in it and
 * `problems` says what is wrong.
 *
 * @example
 * import { extractArticle } from 'rapporteur';
 *
 * const html = '<h1>Ferry sails again</h1><p>The ferry between the two islands sailed on Monday.</p>';
 * const article = extractArticle({ text: html, url: 'https://paper.example/2024/01/19/ferry.html' });
 * console.log(article.title?.value, article.published?.value.edtf);
 */
export function extractArticle(input: PageInput | Page, options: ExtractOptions = {}): Article {
  const page = 'source' in input ? input : readPage(input);
  const identifier = options.languageIdentifier ?? builtinIdentifier;
  const profiles = options.profiles ?? builtinProfiles;
  const known = options.profile ?? findProfile(page.url, profiles);
  const parsed = parsePage(page, usesSelectors(known));
  const raw = uniformPage(cutBlocks(parsed, options.maxChars ?? 2_000_000));
  const problems: Problem[] = [...page.problems];
  if (parsed.textCut || raw.blocks.length < parsed.blocks.length) problems.push({ code: 'text-cut' });
  if (raw.truncated) problems.push({ code: 'html-truncated', at: page.source.length });
  const url = page.url ?? absoluteUrl(raw.canonicalUrl?.value, undefined);
  // The page's own address may name the host that the caller did not.
  const profile = known ?? findProfile(url, profiles);
  const switchedOff = new Set(options.switchedOff ?? []);
  const given = { page, profile, profiles, hostMemory: options.hostMemory, feedContent: options.feed?.content };
  const visible = labelDraft({ ...given, raw }, switchedOff);
  const whole = switchedOff.has('json-body') ? undefined : withOtherBody(visible, bodySourceOf(raw));
  const labelled = whole ? labelDraft({ ...given, raw: uniformPage(whole) }, switchedOff) : visible;
  const verdict = judgePage(labelled);
  const pageType = page.source === '' ? 'not-an-article' : verdict.type;
  const draft = pageType === 'not-an-article' ? withoutBody(labelled) : labelled;
  const canonical = new CanonicalText(draft);

  const { title, authors, dates } = withFeedClaims(
    {
      title: findTitle(draft, canonical),
      authors: findAuthors(draft, canonical),
      dates: findPublicationDates(draft, canonical),
    },
    options.feed,
    canonical,
  );
  const publishers = findPublishers(draft, canonical);
  const agency = findAgency(draft, canonical);
  const standfirst = findStandfirst(draft, canonical);
  const section = findSection(raw, canonical);
  const tags = findTags(raw, canonical);
  const language = articleLanguage(draft, canonical, identifier);
  const body = draft.decisions.some((decision) => decision?.label === 'body');
  if (page.source !== '') {
    if (!body) problems.push({ code: 'no-body' });
    if (notArticles.has(pageType)) problems.push({ code: 'not-an-article', detail: pageType });
  }
  if (language.value === 'und' && page.source !== '') problems.push({ code: 'language-unknown' });
  else if (!supported.has(language.value) && page.source !== '')
    problems.push({ code: 'language-unsupported', detail: language.value });
  const linked = absoluteUrl(raw.canonicalUrl?.value ?? metaValue(raw, ['og:url'])?.value, page.url);
  const canonicalUrl = readArchivedAddress(linked)?.url ?? linked;
  const items = findItems(draft, canonical, verdict, dates.published?.value);
  const videos = findVideos(draft);
  const embeds = findEmbeds(draft, canonical);
  const blocks = canonical.blocks(language.value, identifier);
  const text = canonical.text;
  return {
    id: options.id ?? hash64(canonicalUrl ?? url ?? text),
    textVersion: `${hash64(`${page.source}\u0000${withoutMoment(text, page.savedAt)}`)}-${extractorVersion}`,
    text,
    blocks,
    pageType,
    ...(url ? { url } : {}),
    ...(title ? { title } : {}),
    ...(standfirst ? { standfirst } : {}),
    authors,
    ...(publishers.outlet ? { outlet: publishers.outlet } : {}),
    ...(publishers.aggregator ? { aggregator: publishers.aggregator } : {}),
    ...(agency ? { agency } : {}),
    ...(dates.published ? { published: dates.published } : {}),
    ...(dates.modified ? { modified: dates.modified } : {}),
    ...(dates.notLaterThan ? { notLaterThan: dates.notLaterThan } : {}),
    dateCandidates: dates.candidates,
    language,
    images: findImages(draft, canonical, pageType),
    ...(videos.length > 0 ? { videos } : {}),
    ...(embeds.length > 0 ? { embeds } : {}),
    ...(items.length > 0 ? { items } : {}),
    links: articleLinks(draft, canonical),
    ...(section ? { section } : {}),
    tags,
    ...(canonicalUrl ? { canonicalUrl } : {}),
    problems,
  };
}

function labelDraft(given: Omit<Draft, 'features' | 'decisions'>, switchedOff: ReadonlySet<string>): Draft {
  const initial = draftOf({ ...given, features: blockFeatures(given.raw), decisions: [] });
  return draftOf({ ...initial, decisions: labelBlocks(initial, switchedOff) });
}

/** A page without an article has no body, whatever the labels found. */
function withoutBody(draft: Draft): Draft {
  return draftOf({
    ...draft,
    decisions: draft.decisions.map((decision) =>
      decision?.label === 'body' ? { ...decision, label: 'other', reason: 'not-an-article' } : decision,
    ),
  });
}

/** Page types that hold no article at all. */
const notArticles = new Set<PageType>(['list', 'forum', 'not-an-article']);
const supported = new Set<string>(languageCodes);

function cutBlocks(raw: RawPage, maxChars: number): RawPage {
  let chars = 0;
  const end = raw.blocks.findIndex((block) => {
    chars += block.text.length + 1;
    return chars > maxChars;
  });
  return end < 0 ? raw : { ...raw, blocks: raw.blocks.slice(0, Math.max(1, end)) };
}

function findStandfirst(draft: Draft, canonical: CanonicalText): Sourced<string> | undefined {
  const block = draft.decisions.findIndex(
    (decision) => decision?.label === 'standfirst' || decision?.reason === 'model-standfirst-in-body',
  );
  if (block < 0) return undefined;
  const decision = draft.decisions[block];
  return {
    value: draft.raw.blocks[block]?.text ?? '',
    certainty: decision?.probability ?? 0.6,
    basis: decision?.reason ?? 'standfirst',
    spans: [canonical.span(block)],
  };
}

/** Language of the body, then of the headline, then of everything; the page's own claim only when the text says nothing. */
function articleLanguage(
  draft: Draft,
  canonical: CanonicalText,
  identifier: LanguageIdentifier,
): Sourced<DetectedLanguage> {
  const body = draft.decisions.flatMap((decision, i) => (decision?.label === 'body' ? [i] : []));
  const chosen = body.length > 0 ? body : draft.raw.blocks.map((_, i) => i);
  let sample = '';
  for (const i of chosen) {
    sample += `${draft.raw.blocks[i]?.text ?? ''}\n`;
    if (sample.length > 4000) break;
  }
  const { language, certainty } = identifier.identify(sample);
  const first = chosen[0];
  const last = chosen[chosen.length - 1];
  const spans =
    first === undefined || last === undefined
      ? [{ start: 0, end: 0 }]
      : [{ start: canonical.span(first).start, end: canonical.span(last).end }];
  if (language !== 'und') return { value: language, certainty, basis: body.length > 0 ? 'body' : 'page', spans };
  const claimed = draft.raw.htmlLang?.slice(0, 2).toLowerCase();
  if (claimed && /^[a-z]{2}$/.test(claimed))
    return {
      value: claimed,
      certainty: 0.4,
      basis: 'html-lang',
      spans: [canonical.cite(draft.raw.htmlLang ?? '', 'html-lang')],
    };
  return { value: 'und', certainty: 0, basis: 'none', spans };
}

function articleLinks(draft: Draft, canonical: CanonicalText): readonly ArticleLink[] {
  const links: ArticleLink[] = [];
  for (let i = 0; i < draft.raw.blocks.length; i++) {
    const block = draft.raw.blocks[i] as RawBlock;
    const label = draft.decisions[i]?.label;
    if (label !== 'body' && label !== 'source-link' && label !== 'standfirst') continue;
    for (const link of block.links) {
      const url = absoluteUrl(link.url, draft.page.url);
      if (url && links.length < 500) links.push({ ...canonical.span(i, link.start, link.end), url });
    }
  }
  return links;
}

/**
 * The text as its version names it. What a feed, a profile or other pages of the host tell may stand in it too: spans hold
 * for this text alone. When the page was taken moves no span, and two archives that took it at other times agree.
 */
function withoutMoment(text: string, savedAt: string | undefined): string {
  return savedAt === undefined ? text : text.replace(savedAt, '-'.repeat(savedAt.length));
}
