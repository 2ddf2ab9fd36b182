import type { OutletProfile } from '../outlet-profile.ts';
import { aggregators } from './aggregators.ts';
import { outlets } from './outlets.ts';

/** The profiles that ship. */
export const builtinProfiles: readonly OutletProfile[] = [...aggregators, ...outlets];

/** Host of an address without `www.`, lower case; `undefined` for what is no address. */
export function hostOf(url: string | undefined): string | undefined {
  if (!url || !URL.canParse(url)) return undefined;
  const host = new URL(url).hostname.toLowerCase().replace(/^www\d?\./, '');
  return host === '' ? undefined : host;
}

/** The profile of an address: its host or a parent domain of it, the longest match first. */
export function findProfile(
  url: string | undefined,
  profiles: readonly OutletProfile[] = builtinProfiles,
): OutletProfile | undefined {
  const host = hostOf(url);
  if (!host) return undefined;
  let best: OutletProfile | undefined;
  let bestLength = 0;
  for (const profile of profiles) {
    for (const name of profile.hosts) {
      if ((host === name || host.endsWith(`.${name}`)) && name.length > bestLength) {
        best = profile;
        bestLength = name.length;
      }
    }
  }
  return best;
}

/** The profile whose fingerprints a dump without address shows. `folded` holds the page's folded lines. */
export function recogniseProfile(
  folded: ReadonlySet<string>,
  profiles: readonly OutletProfile[] = builtinProfiles,
): OutletProfile | undefined {
  return profiles.find(
    ({ fingerprints }) =>
      fingerprints !== undefined && fingerprints.length > 0 && fingerprints.every((line) => folded.has(line)),
  );
}
