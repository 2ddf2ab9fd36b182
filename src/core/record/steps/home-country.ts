import { findProfile } from '../../extract/profiles/find-profile.ts';
import { countryOfHost } from '../../gazetteer/host-country.ts';
import type { Article } from '../../model/article.ts';

/** Home of the outlet: from its profile, else from the page's address. */
export function homeCountryOf(article: Article): string | undefined {
  const address = article.url;
  if (address === undefined) return undefined;
  const profile = findProfile(address);
  if (profile !== undefined && article.aggregator === undefined && profile.homeCountry !== undefined)
    return profile.homeCountry;
  const host = /^https?:\/\/([^/:?#]+)/i.exec(address)?.[1];
  return host === undefined ? undefined : countryOfHost(host);
}
