import type { Sourced } from '../model/evidence.ts';
import { zone } from '../read/raw-page.ts';
import { foldName } from '../text/normalise.ts';
import { type ArticleHead, articleHead, isInHead } from './article-head.ts';
import { siteNames } from './article-title.ts';
import { isBareByline, namesIn, organisationNamed, squashName, startOfForeignByline } from './author-names.ts';
import type { CanonicalText } from './canonical-text.ts';
import type { Draft } from './draft.ts';
import { articleObjects, jsonLdObjects, stringsAt } from './json-ld.ts';
import { parseByline } from './line-shapes.ts';
import { metaValue, metaValues } from './machine-values.ts';
import type { MachineObject } from './microdata.ts';
import { findPrintedDates } from './printed-dates.ts';

const authorMetas = [
  'author',
  'article:author',
  'article:author:name',
  'article:author_name',
  'og:article:author',
  'og:author',
  'dc.creator',
  'dcterms.creator',
  'dc.contributor.author',
  'parsely-author',
  'sailthru.author',
  'byl',
  'citation_author',
  'cxenseparse:author',
  'author_name',
  'authors',
];

type Found = readonly Sourced<string>[];

/**
 * People who signed: JSON-LD, the byline on the page, meta, each name once. The first of these places that names a
 * person counts; the page's own name, its newsroom and agencies are no authors.
 */
export function findAuthors(draft: Draft, canonical: CanonicalText): Found {
  const sites = new Set(siteNames(draft).map(squashName));
  for (const object of articleObjects(draft.raw)) {
    for (const name of stringsAt(object, 'publisher')) sites.add(squashName(name));
  }
  const head = articleHead(draft);
  const machine = fromJsonLd(draft, canonical, sites);
  if (machine.length > 0) return machine;
  const shown = fromBylines(draft, canonical, sites, head);
  if (shown.length > 0 && (shown[0] as Sourced<string>).certainty >= 0.8) return shown;
  const stated = fromMetas(draft, canonical, sites);
  if (stated.length > 0) return stated;
  if (shown.length > 0) return shown;
  // People publish under their own name too.
  const owner = fromBylines(draft, canonical, new Set(), head);
  if (owner.length > 0) return owner;
  const signed = fromEndLine(draft, canonical, sites);
  return signed.length > 0 ? signed : organisations(draft, canonical);
}

/** Papers without a line for the author print the name under the text: two to four capitalised words and nothing else. */
function fromEndLine(draft: Draft, canonical: CanonicalText, sites: ReadonlySet<string>): Found {
  const { names, add } = collector();
  const end = draft.decisions.findLastIndex((decision) => decision?.label === 'body');
  const line = draft.raw.blocks[end];
  if (end < 1 || line?.kind !== 'paragraph' || !onlyName.test(line.text.trim())) return names;
  for (const name of namesIn(line.text, sites)) {
    const at = Math.max(0, line.text.indexOf(name));
    add(name, 0.6, 'end-line', [canonical.span(end, at, at + name.length)]);
  }
  return names;
}

const onlyName = /^\p{Lu}[\p{L}\p{M}.'’-]*(?: \p{Lu}[\p{L}\p{M}.'’-]*){1,3}$/u;

/** Nobody signed: the organisation that the page calls the author, the outlet itself or its newsroom as a rule. */
function organisations(draft: Draft, canonical: CanonicalText): Found {
  const { names, add } = collector();
  for (const object of articleObjects(draft.raw)) {
    for (const whole of stringsAt(object, 'author')) {
      const name = organisationNamed(whole);
      if (name)
        add(name, 0.5, `${object.origin} author`, [canonical.cite(whole, `${object.origin} author`, object.pageStart)]);
    }
  }
  const meta = names.length > 0 ? undefined : metaValue(draft.raw, authorMetas);
  const named = meta && organisationNamed(meta.value);
  if (meta && named)
    add(named, 0.45, `meta ${meta.key}`, [canonical.cite(meta.value, `meta ${meta.key}`, meta.pageStart)]);
  return names;
}

/** Collects names, each once however it is written. */
function collector(): {
  readonly names: Sourced<string>[];
  readonly add: (name: string, certainty: number, basis: string, spans: Sourced<string>['spans']) => void;
} {
  const names: Sourced<string>[] = [];
  const seen = new Set<string>();
  const add = (value: string, certainty: number, basis: string, spans: Sourced<string>['spans']): void => {
    const key = foldName(value);
    if (seen.has(key) || names.length >= 20) return;
    seen.add(key);
    names.push({ value, certainty, basis, spans });
  };
  return { names, add };
}

function fromJsonLd(draft: Draft, canonical: CanonicalText, sites: ReadonlySet<string>): Found {
  const articles = articleObjects(draft.raw);
  const objects = articles.length > 0 ? articles : jsonLdObjects(draft.raw).filter(mayBeSigned);
  const { names, add } = collector();
  for (const object of objects) {
    for (const field of ['author', 'creator']) {
      for (const whole of stringsAt(object, field)) {
        for (const name of namesIn(whole, sites))
          add(name, 0.92, `${object.origin} author`, [
            canonical.cite(whole, `${object.origin} author`, object.pageStart),
          ]);
      }
      if (names.length > 0) break;
    }
  }
  return names;
}

function mayBeSigned({ types }: MachineObject): boolean {
  return types.some((type) => /(?:WebPage|HowTo|Recipe|VideoObject|PodcastEpisode|CreativeWork|Review)$/.test(type));
}

function fromMetas(draft: Draft, canonical: CanonicalText, sites: ReadonlySet<string>): Found {
  const { names, add } = collector();
  let key = '';
  for (const meta of metaValues(draft.raw, authorMetas)) {
    // Several values of one key are several authors.
    if (names.length > 0 && meta.key !== key) break;
    key = meta.key;
    for (const name of citationOrder(meta.key, namesIn(meta.value, sites)))
      add(name, 0.78, `meta ${meta.key}`, [canonical.cite(meta.value, `meta ${meta.key}`, meta.pageStart)]);
  }
  if (names.length > 0) return names;
  // The card of an embedded link names its fields: "Written by" beside the author, "Est. reading time" beside minutes.
  for (const n of ['1', '2']) {
    const label = metaValue(draft.raw, [`twitter:label${n}`]);
    const data = metaValue(draft.raw, [`twitter:data${n}`]);
    if (!label || !data || !isBareByline(label.value)) continue;
    for (const name of namesIn(data.value, sites))
      add(name, 0.75, `meta ${data.key}`, [canonical.cite(data.value, `meta ${data.key}`, data.pageStart)]);
  }
  return names;
}

/** Journals write `Doe, Jane` in a field that holds one name. */
function citationOrder(key: string, names: readonly string[]): readonly string[] {
  if (key !== 'citation_author' || names.length !== 2 || names.some((name) => name.includes(' '))) return names;
  return [`${names[1]} ${names[0]}`];
}

/** Lines after the end of the body that may still sign it. */
const afterBody = 5;
const pictures = zone.caption | zone.credit | zone.figure;
const elsewhere = zone.comments | zone.related | zone.footer | zone.navigation;
/** Blogs sign in the footer of the article, which the page marks as the author's name. */
const elsewhereThanAuthors = elsewhere & ~zone.footer;

function fromBylines(draft: Draft, canonical: CanonicalText, sites: ReadonlySet<string>, head: ArticleHead): Found {
  const { names, add } = collector();
  const lastBody = draft.decisions.findLastIndex((decision) => decision?.label === 'body');
  const last = Math.max(lastBody + afterBody, head.end);
  let foundAt = -1;
  let bare = false;
  for (let i = Math.max(0, head.anchor - 8); i <= last && i < draft.raw.blocks.length; i++) {
    const features = draft.features[i];
    const block = draft.raw.blocks[i];
    const label = draft.decisions[i]?.label;
    const inHead = isInHead(head, i);
    if (!features || !block || label === 'headline' || label === 'comment' || (label === 'social' && !inHead)) continue;
    const barred = block.bylines && i > lastBody ? elsewhereThanAuthors : elsewhere;
    if ((features.zones & barred) !== 0 && !inHead) continue;
    // The names of one article stand together.
    if (names.length > 0 && i > foundAt + 2) break;
    if (label === 'caption' || label === 'credit' || (features.zones & pictures) !== 0) continue;
    const wasBare = bare;
    bare = isBareByline(block.text);
    if (bare || features.words > 30) continue;
    const part = bylinePart(block.text, features, block.bylines, wasBare, label === 'body', inHead);
    if (!part) continue;
    const found = namesIn(block.text.slice(part.start, part.end), sites);
    if (names.length > 0 && part.basis === 'zone-byline') continue;
    for (const name of found) {
      // A single word is a name only where names are expected.
      const expected = part.basis === 'marked-author' || (inHead && part.basis !== 'zone-byline');
      if (!name.includes(' ') && (!expected || names.length > 0)) continue;
      const at = Math.max(part.start, block.text.indexOf(name, part.start));
      const certainty = part.certainty - (inHead ? 0 : 0.15);
      add(name, certainty, part.basis, [canonical.span(i, at, at + name.length)]);
    }
    if (names.length > 0 && foundAt < 0) foundAt = i;
    else if (found.length > 0 && i === foundAt + 1) foundAt = i;
  }
  return names;
}

interface BylinePart {
  readonly start: number;
  readonly end: number;
  readonly certainty: number;
  readonly basis: string;
}

/** The part of a line that may hold names: marked by the page, after "By", or the line after a bare "By". */
function bylinePart(
  text: string,
  features: Draft['features'][number],
  marked: readonly { readonly start: number; readonly end: number }[] | undefined,
  afterBare: boolean,
  body: boolean,
  inHead: boolean,
): BylinePart | undefined {
  const whole = { start: 0, end: text.length };
  if (afterBare && features.words <= 8) return { ...whole, certainty: 0.8, basis: 'byline-line' };
  const line = features.words <= 30 ? bylineInFields(text) : undefined;
  if (line) return { ...line, certainty: 0.85, basis: 'byline-line' };
  const first = marked?.[0];
  const end = marked?.at(-1)?.end;
  if (first && end !== undefined && !body && end - first.start <= 200)
    return { start: first.start, end, certainty: 0.83, basis: 'marked-author' };
  const foreign = features.words <= 12 && !features.sentenceEnd ? startOfForeignByline(text) : undefined;
  if (foreign !== undefined) return { start: foreign, end: text.length, certainty: 0.8, basis: 'byline-line' };
  const afterDate = body ? undefined : signatureAfterDate(text);
  if (afterDate) return { ...afterDate, certainty: 0.82, basis: 'byline-line' };
  if ((features.zones & zone.byline) !== 0 && features.words <= 10 && !features.sentenceEnd && !body)
    return { ...whole, certainty: 0.7, basis: 'zone-byline' };
  return body || !inHead ? undefined : besideDate(text);
}

const fieldEnd = /\s?[|•·⋅∙]\s?|\s[–—-]\s/gu;

/** A byline that fills one field of a line: "Ports | By Jane Doe | 3 May 2024". */
function bylineInFields(text: string): { start: number; end: number } | undefined {
  if (text.length > 300) return undefined;
  let start = 0;
  for (const match of [...text.matchAll(fieldEnd), undefined]) {
    const end = match?.index ?? text.length;
    const field = text.slice(start, end);
    const line = parseByline(field);
    if (line) return { start: start + line.start, end: start + line.end };
    const foreign = start > 0 && field.length < 60 ? startOfForeignByline(field) : undefined;
    if (foreign !== undefined) return { start: start + foreign, end };
    if (match) start = match.index + match[0].length;
  }
  return undefined;
}

/** "Jane Doe - December 21, 2023", "25.10.2022 – Jane Doe": two or three capitalised words in the field beside a date. */
function besideDate(text: string): BylinePart | undefined {
  if (text.length > 90) return undefined;
  const date = findPrintedDates(text)[0];
  if (!date) return undefined;
  const before = /^((?:\p{Lu}[\p{L}\p{M}.'’-]*\s){1,2}\p{Lu}[\p{L}\p{M}.'’-]+)\s?[-–—|•·⋅∙]\s*$/u.exec(
    text.slice(0, date.start),
  );
  if (before) return { start: 0, end: (before[1] as string).length, certainty: 0.65, basis: 'beside-date' };
  const after = /^\s?[-–—|•·⋅∙]\s*((?:\p{Lu}[\p{L}\p{M}.'’-]*\s){1,2}\p{Lu}[\p{L}\p{M}.'’-]+)$/u.exec(
    text.slice(date.end),
  );
  if (!after) return undefined;
  return { start: text.length - (after[1] as string).length, end: text.length, certainty: 0.65, basis: 'beside-date' };
}

/** "Posted on 5 May 2014 by Jane Doe in Ports": blogs sign behind the date. */
function signatureAfterDate(text: string): { start: number; end: number } | undefined {
  if (text.length > 160 || !/\p{Nd}/u.test(text)) return undefined;
  const match = /\s(?:by|von|par|por|di|da|door|av|بقلم)\s+(?=[\p{Lu}\p{Lo}])/u.exec(text);
  if (!match) return undefined;
  const start = match.index + match[0].length;
  const rest = /\s(?:in|at|on|with|dans|sur|en|à|unter|um|am|mit|\d)|[|•·⋅(]|\s[-–—]\s/u.exec(text.slice(start));
  return { start, end: rest ? start + rest.index : text.length };
}
