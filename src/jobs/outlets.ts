import type { Article } from '../core/model/article.ts';
import type { CountryCode } from '../core/model/record.ts';
import { hash64 } from '../core/text/hash.ts';
import { foldText } from '../core/text/normalise.ts';
import { siteOf } from '../store/site-of.ts';
import type { Outlet, PageOrigin, Store } from '../store/store.ts';

/** Finds the outlet of an article in the archive, or adds it. */
export interface OutletBook {
  /**
   * The outlet, or nothing when neither the page nor its address names one.
   * @param followed the outlet whose source led to the page: believed on its own domain
   */
  outletOf(article: Article, origin: PageOrigin, followed?: string): Promise<Outlet | undefined>;
  /** What can be said before the page at an address is read. */
  homeCountryOf(url: string | undefined, followed?: string): CountryCode | undefined;
}

/** Opens the outlets of an archive. They are few: all are kept in memory for the run. */
export async function openOutletBook(store: Store): Promise<OutletBook> {
  const byId = new Map<string, Outlet>();
  const byName = new Map<string, string>();
  const byHost = new Map<string, string>();
  const remember = (outlet: Outlet) => {
    byId.set(outlet.id, outlet);
    byName.set(nameKey(outlet.name), outlet.id);
    for (const host of outlet.hosts) byHost.set(host, outlet.id);
  };
  for (const outlet of await store.outlets.list()) remember(plainOutlet(outlet));

  /** Another process may have written it meanwhile: what it knows stays. */
  const save = async (outlet: Outlet) => {
    const there = await store.outlets.get(outlet.id);
    const merged =
      there === undefined
        ? outlet
        : {
            ...there,
            languages: [...new Set([...there.languages, ...outlet.languages])],
            hosts: there.hosts.length === 0 ? outlet.hosts : there.hosts,
          };
    await store.outlets.put(merged);
    remember(merged);
    return merged;
  };

  return {
    homeCountryOf(url, followed) {
      const host = hostOf(url);
      const id = followed ?? (host === undefined ? undefined : byHost.get(host));
      return id === undefined ? undefined : byId.get(id)?.homeCountry;
    },
    async outletOf(article, origin, followed) {
      // On an aggregator's page the address is the aggregator's, not the outlet's.
      const host = article.aggregator === undefined ? hostOf(article.canonicalUrl ?? article.url) : undefined;
      const name = article.outlet?.value;
      const source = followed === undefined ? undefined : byId.get(followed);
      const own =
        source !== undefined &&
        host !== undefined &&
        source.hosts.some((one) => siteOf(`http://${one}`) === siteOf(`http://${host}`));
      const id = own ? source.id : (name && byName.get(nameKey(name))) || (host && byHost.get(host));
      const known = id ? byId.get(id) : undefined;
      const language = article.language.value;
      const languages = language === 'und' ? [] : [language];
      if (known !== undefined) {
        const missing = languages.filter((code) => !known.languages.includes(code));
        const newHost = host !== undefined && known.hosts.length === 0;
        if (missing.length === 0 && !newHost) return known;
        return save({
          ...known,
          languages: [...known.languages, ...missing],
          hosts: newHost ? [host] : known.hosts,
        });
      }
      const shownName = name ?? host;
      if (shownName === undefined) return undefined;
      const newId = outletId(shownName);
      return save({
        id: newId,
        slug: newId,
        name: shownName,
        hosts: host === undefined ? [] : [host],
        languages,
        publish: 'excerpt',
        origin,
      });
    },
  };
}

/** Only the outlet itself: a summary carries counts that must not be written back. */
function plainOutlet(outlet: Outlet): Outlet {
  return {
    id: outlet.id,
    slug: outlet.slug,
    name: outlet.name,
    hosts: outlet.hosts,
    languages: outlet.languages,
    publish: outlet.publish,
    origin: outlet.origin,
    ...(outlet.homeCountry === undefined ? {} : { homeCountry: outlet.homeCountry }),
  };
}

function nameKey(name: string): string {
  return foldText(name)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Readable where the name is in Latin letters; a hash otherwise, since an address of Arabic letters cannot be typed by all. */
export function outletId(name: string): string {
  const slug = nameKey(name)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return /[a-z]{2}/.test(slug) ? slug : `outlet-${hash64(nameKey(name)).slice(0, 8)}`;
}

/** Host of an address without `www.`; nothing for what is not an address. */
export function hostOf(url: string | undefined): string | undefined {
  if (url === undefined) return undefined;
  try {
    const { hostname, protocol } = new URL(url);
    return protocol === 'http:' || protocol === 'https:' ? hostname.replace(/^www\./, '') : undefined;
  } catch {
    return undefined;
  }
}
