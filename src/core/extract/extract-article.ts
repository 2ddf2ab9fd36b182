import { builtinIdentifier, type LanguageIdentifier } from '../language/detect-language.ts';
import type { Article, ArticleImage, ArticleLink, PageType } from '../model/article.ts';
import type { Sourced } from '../model/evidence.ts';
import { type DetectedLanguage, languageCodes } from '../model/language.ts';
import type { Page, PageInput, Problem } from '../model/page.ts';
import { parsePage } from '../read/parse-page.ts';
import type { RawPage } from '../read/raw-page.ts';
import { readPage } from '../read/read-page.ts';
import { hash64 } from '../text/hash.ts';
import { findAgency } from './article-agency.ts';
import { findAuthors } from './article-authors.ts';
import { findPublishers } from './article-outlet.ts';
import { findTitle } from './article-title.ts';
import { blockFeatures } from './block-features.ts';
import { CanonicalText } from './canonical-text.ts';
import type { Draft } from './draft.ts';
import { withJsonBody } from './json-body.ts';
import { labelBlocks } from './label-steps.ts';
import { metaValue, metaValues } from './machine-values.ts';
import type { OutletProfile } from './outlet-profile.ts';
import { detectPageType } from './page-type.ts';
import { findProfile } from './profiles/find-profile.ts';
import { findPublicationDates } from './publication-dates.ts';

/** Part of every text version: changes whenever the same bytes may give another canonical text. */
export const extractorVersion: string = '2';

export interface ExtractOptions {
  /** Identity of the article. @default derived from the canonical address, else from the content */
  readonly id?: string;
  /** What is known about the outlet. @default found by host among the profiles that ship */
  readonly profile?: OutletProfile;
  /** Longest page text that is labelled, in UTF-16 units; the rest is left out and reported. @default 2,000,000 */
  readonly maxChars?: number;
  /** Names of label steps to leave out. */
  readonly switchedOff?: readonly string[];
  /** @default the built-in one */
  readonly languageIdentifier?: LanguageIdentifier;
}

/**
 * A page to its article: labelled blocks, canonical text, and metadata where each value cites its place in that text.
 * Pure: the same input gives the same article. Never throws for bad content: the article then has less in it and
 * `problems` says what is wrong.
 *
 * @example
 * const article = extractArticle({ text: html, url: 'https://example.org/2024/01/19/visit.html' });
 * console.log(article.title?.value, article.published?.value.edtf);
 */
export function extractArticle(input: PageInput | Page, options: ExtractOptions = {}): Article {
  const page = 'source' in input ? input : readPage(input);
  const identifier = options.languageIdentifier ?? builtinIdentifier;
  const parsed = parsePage(page);
  const raw = cutBlocks(parsed, options.maxChars ?? 2_000_000);
  const problems: Problem[] = [...page.problems];
  if (raw.blocks.length < parsed.blocks.length) problems.push({ code: 'text-cut' });
  if (raw.truncated) problems.push({ code: 'html-truncated', at: page.source.length });
  const url = page.url ?? absolute(raw.canonicalUrl?.value, undefined);
  const profile = options.profile ?? findProfile(url);
  const switchedOff = new Set(options.switchedOff ?? []);
  const visible = labelDraft(page, raw, profile, switchedOff);
  const whole = switchedOff.has('json-body') ? undefined : withJsonBody(raw, visible.decisions);
  const draft = whole ? labelDraft(page, whole, profile, switchedOff) : visible;
  const canonical = new CanonicalText(draft);

  const title = findTitle(draft, canonical);
  const dates = findPublicationDates(draft, canonical);
  const publishers = findPublishers(draft, canonical);
  const agency = findAgency(draft, canonical);
  const authors = findAuthors(draft, canonical);
  const standfirst = findStandfirst(draft, canonical);
  const section = cited(canonical, metaValue(raw, ['article:section', 'section', 'parsely-section', 'category']));
  const tags = metaValues(raw, ['article:tag', 'og:article:tag']).slice(0, 30);
  const language = articleLanguage(draft, canonical, identifier);
  const body = draft.decisions.some((decision) => decision?.label === 'body');
  const pageType = page.source === '' ? 'not-an-article' : detectPageType(draft);
  if (page.source !== '') {
    if (!body) problems.push({ code: 'no-body' });
    if (notArticles.has(pageType)) problems.push({ code: 'not-an-article', detail: pageType });
  }
  if (language.value === 'und' && page.source !== '') problems.push({ code: 'language-unknown' });
  else if (!supported.has(language.value) && page.source !== '')
    problems.push({ code: 'language-unsupported', detail: language.value });
  const canonicalUrl = absolute(raw.canonicalUrl?.value ?? metaValue(raw, ['og:url'])?.value, page.url);
  const sourcedTags = tags.map((tag) => cited(canonical, tag) as Sourced<string>);
  const blocks = canonical.blocks(language.value);
  const text = canonical.text;
  return {
    id: options.id ?? hash64(canonicalUrl ?? url ?? text),
    textVersion: `${hash64(page.source)}-${extractorVersion}`,
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
    images: articleImages(draft),
    links: articleLinks(draft, canonical),
    ...(section ? { section } : {}),
    tags: sourcedTags,
    ...(canonicalUrl ? { canonicalUrl } : {}),
    problems,
  };
}

function labelDraft(
  page: Page,
  raw: RawPage,
  profile: OutletProfile | undefined,
  switchedOff: ReadonlySet<string>,
): Draft {
  const initial: Draft = { page, raw, features: blockFeatures(raw), profile, decisions: [] };
  return { ...initial, decisions: labelBlocks(initial, switchedOff) };
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

function cited(
  canonical: CanonicalText,
  meta: { key: string; value: string; pageStart: number } | undefined,
): Sourced<string> | undefined {
  if (!meta) return undefined;
  const basis = `meta ${meta.key}`;
  return { value: meta.value, certainty: 0.85, basis, spans: [canonical.cite(meta.value, basis, meta.pageStart)] };
}

function findStandfirst(draft: Draft, canonical: CanonicalText): Sourced<string> | undefined {
  const block = draft.decisions.findIndex((decision) => decision?.label === 'standfirst');
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

function articleImages(draft: Draft): readonly ArticleImage[] {
  const images: ArticleImage[] = [];
  const seen = new Set<string>();
  const push = (image: ArticleImage) => {
    if (seen.has(image.url)) return;
    seen.add(image.url);
    images.push(image);
  };
  const base = draft.page.url;
  const lead = metaValue(draft.raw, ['og:image', 'og:image:url', 'twitter:image']);
  const leadUrl = lead && absolute(lead.value, base);
  if (leadUrl) push({ url: leadUrl });
  const body = draft.decisions.flatMap((decision, i) =>
    decision?.label === 'body' || decision?.label === 'headline' ? [i] : [],
  );
  const first = (body[0] ?? 0) - 1;
  const last = (body[body.length - 1] ?? -1) + 1;
  for (const image of draft.raw.images) {
    if (image.block < first || image.block > last || images.length >= 30) continue;
    const url = absolute(image.url, base);
    if (!url) continue;
    const caption = [image.block, image.block + 1].find((i) => draft.decisions[i]?.label === 'caption');
    const text = caption === undefined ? undefined : draft.raw.blocks[caption]?.text;
    push({ url, ...(image.alt ? { alt: image.alt } : {}), ...(text ? { caption: text } : {}) });
  }
  return images;
}

function articleLinks(draft: Draft, canonical: CanonicalText): readonly ArticleLink[] {
  const links: ArticleLink[] = [];
  for (const [i, block] of draft.raw.blocks.entries()) {
    const label = draft.decisions[i]?.label;
    if (label !== 'body' && label !== 'source-link' && label !== 'standfirst') continue;
    for (const link of block.links) {
      const url = absolute(link.url, draft.page.url);
      if (url && links.length < 500) links.push({ ...canonical.span(i, link.start, link.end), url });
    }
  }
  return links;
}

/** Absolute http(s) address, or nothing. */
function absolute(url: string | undefined, base: string | undefined): string | undefined {
  if (!url) return undefined;
  const trimmed = url.trim();
  if (!URL.canParse(trimmed, base)) return undefined;
  const parsed = new URL(trimmed, base);
  return parsed.protocol === 'http:' || parsed.protocol === 'https:' ? parsed.href : undefined;
}
