import type { Comparison } from '../../core/compare/compare-texts.ts';
import type { ToldFact } from '../../core/compare/told-facts.ts';
import type { CopyEdge, CopyReason } from '../../core/group/copy-graph.ts';
import { factWords } from '../../schemas/comparison.ts';
import type { ReadArticle } from '../read-one.ts';
import { countryName, roleWords } from './meeting-sentence.ts';

/** Two texts and all that is said of them. */
export interface ComparedPair {
  readonly before: ReadArticle;
  readonly after: ReadArticle;
  readonly comparison: Comparison;
  readonly facts: readonly ToldFact[];
  /** Shared words in the shorter text, 0 to 1. */
  readonly share: number;
  readonly edges: readonly CopyEdge[];
}

export interface FactGroup {
  readonly heading: string;
  readonly facts: readonly string[];
}

/** Facts of both, of the first only, of the second only; empty groups are left out. */
export function factGroups({ facts, before, after }: ComparedPair): readonly FactGroup[] {
  const told = (fact: ToldFact) => {
    const ids = fact.tellers.map(({ articleId }) => articleId);
    const second = before.article.id === after.article.id ? `${after.article.id}#2` : after.article.id;
    return ids.includes(before.article.id) ? (ids.includes(second) ? 'both' : 'first') : 'second';
  };
  return (['both', 'first', 'second'] as const)
    .map((group) => ({
      heading: { both: 'Both tell', first: 'Only A tells', second: 'Only B tells' }[group],
      facts: facts.filter((fact) => told(fact) === group).map(factLine),
    }))
    .filter((group) => group.facts.length > 0);
}

function factLine(fact: ToldFact): string {
  switch (fact.field) {
    case 'participant': {
      const name = fact.value.name?.full;
      const role = roleWords(fact.value.roleCode);
      return `who: ${name === undefined ? `the ${role}` : `${name}, ${role}`} (${countryName(fact.country)})`;
    }
    case 'side':
      return `side: ${countryName(fact.value)}`;
    case 'topic':
    case 'type':
    case 'status':
      return `${fact.field}: ${fact.value.replace(/_/g, ' ')}`;
    default:
      return `${fact.field}: ${factWords(fact)}`;
  }
}

/** What two texts share, and who took it from whom. */
export function copySentence({ before, after, edges, share }: ComparedPair): string {
  const percent = `${Math.round(share * 100)} % of the words of the shorter text are in the other.`;
  const name = (id: string) => {
    const side = id === before.article.id ? before : after;
    return `${id === before.article.id ? 'A' : 'B'} (${side.outlet ?? side.article.outlet?.value ?? side.name})`;
  };
  const sentences = edges.map(({ copy, source, agency, reasons }) => {
    if (source === undefined) return `${name(copy)} credits ${agency ?? ''}.`;
    return `${name(copy)} took it from ${name(source)}: ${reasons.map((reason) => reasonWords[reason]).join(', ')}.`;
  });
  return [percent, ...(sentences.length === 0 ? ['Nothing tells who took it from whom.'] : sentences)].join(' ');
}

const reasonWords: Readonly<Record<CopyReason, string>> = {
  'published-later': 'it was printed later',
  'credits-agency': 'it credits that agency',
  'names-outlet': 'it names that outlet',
  aggregated: 'it republishes that outlet',
  'is-cut': 'it is a part of the other',
  'own-lead': 'it has a beginning of its own',
  'accents-lost': 'it lost the accents of the other',
};

export function titleOf({ article, name, outlet }: ReadArticle): string {
  const parts = [outlet ?? article.outlet?.value, article.agency?.value, article.published?.value.edtf];
  const source = parts.filter((part) => part !== undefined).join(' · ');
  return `${article.title?.value ?? name}${source === '' ? '' : ` (${source})`}`;
}
