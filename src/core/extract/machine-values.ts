import type { RawPage, RawValue } from '../read/raw-page.ts';
import { articleObjects, stringsAt } from './json-ld.ts';

/** First non-empty meta value among keys, in the order of the keys. */
export function metaValue(raw: RawPage, keys: readonly string[]): RawValue | undefined {
  for (const key of keys) {
    const found = raw.metas.find((meta) => meta.key === key && meta.value !== '');
    if (found) return found;
  }
  return undefined;
}

/** All values of the keys. */
export function metaValues(raw: RawPage, keys: readonly string[]): readonly RawValue[] {
  return keys.flatMap((key) => raw.metas.filter((meta) => meta.key === key && meta.value !== ''));
}

/** Titles that the page's metadata gives, most reliable first. */
export function machineTitles(raw: RawPage): readonly RawValue[] {
  const titles: RawValue[] = [];
  const og = metaValue(raw, ['og:title']);
  if (og) titles.push(og);
  for (const object of articleObjects(raw)) {
    for (const value of stringsAt(object, 'headline'))
      titles.push({ key: `${object.origin} headline`, value, pageStart: object.pageStart, pageEnd: object.pageEnd });
  }
  const others = metaValue(raw, [
    'twitter:title',
    'dc.title',
    'dcterms.title',
    'citation_title',
    'parsely-title',
    'sailthru.title',
    'title',
    'headline',
  ]);
  if (others) titles.push(others);
  if (raw.documentTitle && raw.documentTitle.value !== '') titles.push(raw.documentTitle);
  return titles;
}
