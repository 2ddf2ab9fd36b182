import type { Span } from '../model/evidence.ts';
import { foldName } from '../text/normalise.ts';
import type { CopyEdge } from './copy-graph.ts';
import type { CreditedArticle } from './group-article.ts';

/** Where a dispatch comes from, and which articles say so, where. */
export interface DispatchOrigin {
  readonly kind: 'communique' | 'agency' | 'outlet';
  readonly name: string;
  readonly evidence: readonly { readonly articleId: string; readonly spans: readonly Span[] }[];
}

/**
 * The origins of one dispatch, the farthest first: the communiqué that it tells, the agency that wired it, the outlet
 * that all copies lead to. What no article says has no origin here.
 */
export function dispatchOrigins(articles: readonly CreditedArticle[], edges: readonly CopyEdge[]): DispatchOrigin[] {
  const ordered = [...articles].sort((a, b) => (a.id < b.id ? -1 : 1));
  const communiques = gather(ordered.flatMap(communiquesOf), 'communique');
  const agencies = gather(
    ordered.flatMap(({ id, agency }) =>
      agency === undefined ? [] : [{ name: agency.value, articleId: id, spans: agency.spans }],
    ),
    'agency',
  );
  const copies = new Set(edges.map(({ copy }) => copy));
  const outlets = gather(
    ordered
      .filter(({ id }) => !copies.has(id))
      .flatMap(({ id, outlet }) =>
        outlet === undefined ? [] : [{ name: outlet.value, articleId: id, spans: outlet.spans }],
      ),
    'outlet',
  ).filter(({ name }) => !agencies.some((agency) => foldName(agency.name) === foldName(name)));
  return [...communiques, ...agencies, ...outlets];
}

interface Said {
  readonly name: string;
  readonly articleId: string;
  readonly spans: readonly Span[];
}

function communiquesOf({ id, meetings, mentions }: CreditedArticle): Said[] {
  return (meetings ?? []).flatMap(({ attribution, prominence }): Said[] => {
    if (attribution?.kind !== 'communique' || prominence === 'background') return [];
    const spans = (mentions ?? [])
      .filter((mention) => attribution.mentions.includes(mention.id))
      .map(({ start, end }) => ({ start, end }));
    return [{ name: attribution.issuer ?? '', articleId: id, spans }];
  });
}

/** One origin for each name, the one that most articles give first. */
function gather(said: readonly Said[], kind: DispatchOrigin['kind']): DispatchOrigin[] {
  const byName = new Map<string, Said[]>();
  for (const one of said) {
    const key = foldName(one.name);
    const list = byName.get(key);
    if (list === undefined) byName.set(key, [one]);
    else list.push(one);
  }
  return [...byName.values()]
    .sort((a, b) => b.length - a.length || ((a[0]?.name ?? '') < (b[0]?.name ?? '') ? -1 : 1))
    .map((list) => ({
      kind,
      name: list[0]?.name ?? '',
      evidence: list.map(({ articleId, spans }) => ({ articleId, spans })),
    }));
}
