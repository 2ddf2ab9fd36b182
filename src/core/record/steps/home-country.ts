import { findProfile } from '../../extract/profiles/find-profile.ts';
import type { Article } from '../../model/article.ts';

/** Country domains that are sold to everybody or stand for something else. */
const NOT_NATIONAL: ReadonlySet<string> = new Set([
  'co',
  'io',
  'tv',
  'me',
  'ai',
  'eu',
  'cc',
  'ws',
  'fm',
  'am',
  'su',
  'ly',
  'to',
  'gg',
  'im',
]);

/** Home of the outlet: from its profile, else from a national domain of the page's address. */
export function homeCountryOf(article: Article): string | undefined {
  const address = article.url;
  if (address === undefined) return undefined;
  const profile = findProfile(address);
  if (profile !== undefined && article.aggregator === undefined && profile.homeCountry !== undefined)
    return profile.homeCountry;
  const host = /^https?:\/\/([^/:?#]+)/i.exec(address)?.[1]?.toLowerCase();
  const top = host?.split('.').at(-1);
  if (top === undefined || top.length !== 2 || NOT_NATIONAL.has(top)) return undefined;
  return top === 'uk' ? 'GB' : top.toUpperCase();
}
