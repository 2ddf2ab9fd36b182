import type { Reserved } from '../people/identity.ts';
import type { FusionSource } from './fusion-source.ts';
import type { IndexedArticle } from './index-article.ts';
import type { IndexView } from './reach.ts';
import type { RecordForFusion } from './reports.ts';

/** Reads each record once. */
export function keepRecords(source: Pick<FusionSource, 'records'>): {
  read(ids: readonly string[]): Promise<RecordForFusion[]>;
} {
  const kept = new Map<string, RecordForFusion | undefined>();
  return {
    read: async (ids: readonly string[]): Promise<RecordForFusion[]> => {
      const missing = ids.filter((id) => !kept.has(id));
      for (const id of missing) kept.set(id, undefined);
      if (missing.length > 0) {
        for (const record of await source.records(missing)) kept.set(record.record.articleId, record);
      }
      return ids.flatMap((id) => kept.get(id) ?? []);
    },
  };
}

/** Reads each entry of the index once, and lays the new ones over them. */
export function openIndexView(
  source: Pick<FusionSource, 'articles'>,
): IndexView & { renew(articles: ReadonlyMap<string, IndexedArticle>): void } {
  const stored = new Map<string, IndexedArticle | undefined>();
  let renewed: ReadonlyMap<string, IndexedArticle> = new Map();
  const get = (id: string): IndexedArticle | undefined => {
    if (!stored.has(id)) throw new Error(`the index entry of ${id} is used before it is read`);
    return stored.get(id);
  };
  return {
    load: async (ids) => {
      const missing = [...new Set(ids)].filter((id) => !stored.has(id));
      for (const id of missing) stored.set(id, undefined);
      if (missing.length > 0) for (const one of await source.articles(missing)) stored.set(one.articleId, one);
    },
    before: get,
    now: (id) => renewed.get(id) ?? get(id),
    renew: (articles) => {
      renewed = articles;
    },
  };
}

export interface Taken {
  readonly slugs: Reserved;
  readonly peopleSlugs: Reserved;
  readonly peopleIds: Reserved;
  /** Meetings and people that are looked at: what they have is free. */
  leave(meetingIds: ReadonlySet<string>, personIds: ReadonlySet<string>): void;
  /** Looks up what was asked for; true when the guess was wrong and the work has to be done again. */
  ask(): Promise<boolean>;
}

/**
 * Which ids and addresses are taken by what stays as it is. Only those that somebody asked for are looked up: the first
 * answer is a guess that they are free.
 */
export function openTaken(source: Pick<FusionSource, 'taken'>): Taken {
  let [meetings, people]: readonly ReadonlySet<string>[] = [new Set<string>(), new Set<string>()];
  const kinds = (['meeting-slug', 'person-slug', 'person-id'] as const).map((kind) => {
    const known = new Map<string, string | undefined>();
    const asked = new Set<string>();
    const reserved: Reserved = {
      has: (value) => {
        if (!known.has(value)) asked.add(value);
        const owner = known.get(value);
        return owner !== undefined && !((kind === 'meeting-slug' ? meetings : people)?.has(owner) === true);
      },
    };
    const ask = async (): Promise<boolean> => {
      const values = [...new Set([...asked].flatMap(withNext))];
      if (asked.size === 0) return false;
      asked.clear();
      const found = await source.taken(kind, values);
      for (const value of values) known.set(value, found.get(value));
      return [...found.values()].some((owner) => (kind === 'meeting-slug' ? meetings : people)?.has(owner) !== true);
    };
    return { reserved, ask };
  });
  const [slugs, peopleSlugs, peopleIds] = kinds.map(({ reserved }) => reserved);
  return {
    slugs: slugs ?? new Set<string>(),
    peopleSlugs: peopleSlugs ?? new Set<string>(),
    peopleIds: peopleIds ?? new Set<string>(),
    leave: (meetingIds: ReadonlySet<string>, personIds: ReadonlySet<string>) => {
      [meetings, people] = [meetingIds, personIds];
    },
    ask: async (): Promise<boolean> => {
      let isOther = false;
      for (const { ask } of kinds) isOther = (await ask()) || isOther;
      return isOther;
    },
  };
}

/** With the next numbers of an address, so that a taken one is not asked for number by number. */
function withNext(value: string): string[] {
  const [, base, number] = /^(.*?)(?:-(\d+))?$/.exec(value) ?? [];
  if (base === undefined) return [value];
  const from = Number(number ?? 1);
  return [value, ...Array.from({ length: 8 }, (_, i) => `${base}-${from + 1 + i}`)];
}
