import type { Sourced } from '../model/evidence.ts';
import type { RawPage } from '../read/raw-page.ts';
import { foldName } from '../text/normalise.ts';
import type { CanonicalText } from './canonical-text.ts';
import { articleObjects, stringsAt } from './json-ld.ts';
import { metaValue, metaValues } from './machine-values.ts';

/** The section that the page files itself under: its own metadata, then the structured data. */
export function findSection(raw: RawPage, canonical: CanonicalText): Sourced<string> | undefined {
  const meta = metaValue(raw, ['article:section', 'section', 'parsely-section', 'category']);
  if (meta) return stated(canonical, meta.value, `meta ${meta.key}`, 0.85, meta.pageStart);
  for (const object of articleObjects(raw)) {
    const value = stringsAt(object, 'articleSection')[0];
    if (value) return stated(canonical, value, 'json-ld articleSection', 0.8, object.pageStart);
  }
  return undefined;
}

const most = 30;

/** Tags of the article; the keywords of the page only where it has no tags, since they are often those of the site. */
export function findTags(raw: RawPage, canonical: CanonicalText): readonly Sourced<string>[] {
  const tags = metaValues(raw, ['article:tag', 'og:article:tag']).slice(0, most);
  if (tags.length > 0)
    return tags.map(({ key, value, pageStart }) => stated(canonical, value, `meta ${key}`, 0.85, pageStart));
  for (const object of articleObjects(raw)) {
    const found = separate(stringsAt(object, 'keywords'));
    if (found.length > 0)
      return found.map((value) => stated(canonical, value, 'json-ld keywords', 0.7, object.pageStart));
  }
  const metas = metaValues(raw, ['news_keywords', 'parsely-tags', 'sailthru.tags', 'keywords']);
  const [first] = metas;
  if (!first) return [];
  return separate([first.value]).map((value) =>
    stated(canonical, value, `meta ${first.key}`, first.key === 'keywords' ? 0.3 : 0.6, first.pageStart),
  );
}

function separate(lists: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  const tags: string[] = [];
  for (const list of lists) {
    for (const part of list.slice(0, 2000).split(/\s*[,;،|]\s*/)) {
      // Systems put their own data beside the tags: "type: article".
      const key = foldName(part);
      if (key === '' || part.length > 60 || part.includes(':') || seen.has(key) || tags.length >= most) continue;
      seen.add(key);
      tags.push(part.trim());
    }
  }
  return tags;
}

function stated(
  canonical: CanonicalText,
  value: string,
  basis: string,
  certainty: number,
  pageStart: number,
): Sourced<string> {
  return { value, certainty, basis, spans: [canonical.cite(value, basis, pageStart)] };
}
