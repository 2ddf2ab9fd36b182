import type { Sourced } from '../model/evidence.ts';
import { foldName } from '../text/normalise.ts';
import { agencyNamed } from './agency-index.ts';
import type { CanonicalText } from './canonical-text.ts';
import type { Draft } from './draft.ts';
import { articleObjects, stringsAt } from './json-ld.ts';
import { parseByline } from './line-shapes.ts';
import { metaValues } from './machine-values.ts';

const authorMetas = [
  'author',
  'article:author',
  'og:article:author',
  'dc.creator',
  'dcterms.creator',
  'parsely-author',
  'sailthru.author',
  'byl',
  'citation_author',
  'cxenseparse:author',
  'twitter:data1',
];

/** People who signed: JSON-LD, meta, then the byline on the page. Each name once. */
export function findAuthors(draft: Draft, canonical: CanonicalText): readonly Sourced<string>[] {
  const authors: Sourced<string>[] = [];
  const seen = new Set<string>();
  const add = (name: string, certainty: number, basis: string, spans: Sourced<string>['spans']) => {
    const key = foldName(name);
    if (key === '' || seen.has(key) || !looksLikeName(name)) return;
    seen.add(key);
    authors.push({ value: name, certainty, basis, spans });
  };
  for (const object of articleObjects(draft.raw)) {
    for (const whole of stringsAt(object, 'author')) {
      for (const name of splitNames(whole))
        add(name, 0.92, `${object.origin} author`, [
          canonical.cite(whole, `${object.origin} author`, object.pageStart),
        ]);
    }
  }
  if (authors.length > 0) return authors;
  for (const meta of metaValues(draft.raw, authorMetas)) {
    if (authors.length > 0) break;
    for (const name of splitNames(meta.value))
      add(name, 0.85, `meta ${meta.key}`, [canonical.cite(meta.value, `meta ${meta.key}`, meta.pageStart)]);
  }
  if (authors.length > 0) return authors;
  for (const [i, decision] of draft.decisions.entries()) {
    if (decision?.label !== 'byline') continue;
    const text = draft.raw.blocks[i]?.text ?? '';
    const part = parseByline(text) ?? (text.length <= 60 ? { start: 0, end: text.length } : undefined);
    if (!part) continue;
    for (const name of splitNames(text.slice(part.start, part.end))) {
      const at = text.indexOf(name, part.start);
      add(name, decision.reason === 'byline-line' ? 0.8 : 0.6, decision.reason, [
        canonical.span(i, Math.max(0, at), Math.max(0, at) + name.length),
      ]);
    }
    if (authors.length > 0) break;
  }
  return authors;
}

function splitNames(text: string): string[] {
  return text
    .slice(0, 200)
    .replace(/^\s*(?:by|par|por|von|di|de|بقلم|كتب|كتبت)\s*[:]?\s+/iu, '')
    .split(/\s*[,;|•·/]\s*|\s+(?:and|et|y|und|e|و|avec|with|con)\s+|\s+-\s+/u)
    .map((name) => name.replace(/^[\s:–—-]+|[\s:.–—-]+$/g, ''))
    .filter((name) => name !== '');
}

/** Signatures of a newsroom, not of a person, folded. */
const newsrooms = new Set(
  'redaccion|la redaccion|redaction|la redaction|la redacción|staff|staff writer|staff reporter|staff writers|news desk|newsroom|editor|editors|admin|administrator|agencias|agencies|agences|agency|web desk|هييه التحرير|التحرير|المحرر|محرر|وكالات|redaktion|redazione'
    .split('|')
    .map(foldName),
);

function looksLikeName(name: string): boolean {
  if (newsrooms.has(foldName(name))) return false;
  if (name.length < 3 || name.length > 60 || /[@\d<>]|https?:|www\./.test(name)) return false;
  if (agencyNamed(name)) return false;
  return name.split(/\s+/).length <= 6;
}
