import type { Child } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';
import type { FacetCount, FacetKind, FacetValue, SearchFacets, SearchFilter } from '../../store/searching.ts';
import type { MessageKey, Translator } from '../i18n.ts';
import { facetFields, searchPath, withFilter, withoutPiece } from '../search-query.ts';
import { clipText } from '../shown-text.ts';
import { dayText } from '../wording/days.ts';
import { countryText } from '../wording/places.ts';
import { languageName } from './article-list.tsx';

export interface SearchState {
  readonly text: string;
  readonly order: 'newest' | 'rank';
  readonly tr: Translator;
  /** Names of people in the reader's script, by slug. */
  readonly names?: ReadonlyMap<string, string>;
}

const kinds: readonly FacetKind[] = ['country', 'topic', 'person', 'outlet', 'language', 'month'];
/** With more months than this a list of years says more. */
const MAX_MONTHS = 14;

/** By what the results can be narrowed: plain links that add a filter to the query, or take it away again. */
export function SearchFacetList(
  props: SearchState & { facets: SearchFacets; filters: readonly SearchFilter[]; total: number },
): JSX.Element | null {
  const { facets, filters, total, tr } = props;
  const shown = kinds
    .map((kind) => [kind, kind === 'month' ? byYear(facets.month) : facets[kind]] as const)
    .filter(([, values]) => values.length > 0);
  if (shown.length === 0) return null;
  return (
    <nav class="facets" id="facets" aria-labelledby="facets-title">
      <h2 id="facets-title">{tr.t('search.narrow')}</h2>
      {facets.counted < total && <p class="meta">{tr.t('search.counted', { count: facets.counted })}</p>}
      <div class="facet-groups">
        {shown.map(([kind, values]) => (
          <section aria-labelledby={`facet-${kind}`}>
            <h3 id={`facet-${kind}`}>{tr.t(`search.facet.${kind}` as MessageKey)}</h3>
            <ul class="plain">
              {values.map((value) => (
                <FacetLink {...props} kind={kind} value={value} filters={filters} />
              ))}
            </ul>
          </section>
        ))}
      </div>
    </nav>
  );
}

function FacetLink(
  props: SearchState & { kind: FacetKind; value: FacetCount; filters: readonly SearchFilter[] },
): JSX.Element {
  const { kind, value, filters, text, order, tr } = props;
  const current = filters.find((filter) => !filter.excluded && isOf(filter, kind, value.value));
  const query =
    current === undefined ? withFilter(text, facetFields[kind], value.value, tr) : withoutPiece(text, current);
  return (
    <li>
      <a href={searchPath(query, order)} aria-current={current === undefined ? undefined : 'true'} rel="nofollow">
        <span class="facet-name">{valueText(kind, value, props)}</span>{' '}
        <span class="num facet-count">{value.count.toLocaleString(tr.locale)}</span>
      </a>
    </li>
  );
}

function isOf(filter: SearchFilter, kind: FacetKind, value: string): boolean {
  if (kind !== 'month') return filter.field === kind && filter.values.length === 1 && filter.values[0]?.value === value;
  return filter.field === 'days' && filter.values[0]?.value.startsWith(`${value}-01`) === true;
}

/** The filters in use, each with a link that takes it away. */
export function FilterChips(props: SearchState & { filters: readonly SearchFilter[] }): JSX.Element | null {
  const { filters, text, order, tr } = props;
  if (filters.length === 0) return null;
  return (
    <ul class="chips plain" aria-label={tr.t('search.filters')}>
      {filters.map((filter) => {
        const words = filterText(filter, props);
        return (
          <li>
            <a
              href={searchPath(withoutPiece(text, filter), order)}
              aria-label={tr.t('search.remove', { filter: words })}
            >
              <bdi>{words}</bdi> <span aria-hidden="true">×</span>
            </a>
          </li>
        );
      })}
    </ul>
  );
}

function filterText(filter: SearchFilter, state: SearchState): string {
  const { tr } = state;
  const kind = filter.field === 'days' ? 'month' : filter.field;
  const values = filter.values.slice(0, 3).map((value) => plainText(filter.field, value, state));
  if (filter.values.length > 3) values.push('…');
  const words = tr.t('search.filter', {
    field: tr.t(`search.facet.${kind}` as MessageKey),
    value: values.join(tr.t('list.comma')),
  });
  return filter.excluded ? tr.t('search.excluded', { filter: words }) : words;
}

function valueText(kind: FacetKind, value: FacetCount, state: SearchState): Child {
  if (kind === 'month') return dayText(value.value, state.tr) ?? value.value;
  return <bdi>{plainText(kind, value, state)}</bdi>;
}

function plainText(
  field: SearchFilter['field'] | FacetKind,
  { value, name }: FacetValue,
  { tr, names }: SearchState,
): string {
  switch (field) {
    case 'country':
      return countryText(value, tr);
    case 'language':
      return languageName(value, tr);
    case 'topic':
      return tr.t(`topic.${value}` as MessageKey);
    case 'type':
      return tr.t(`type.${value}` as MessageKey);
    case 'days':
      return daysText(value, tr);
    case 'person':
      return clipText(names?.get(value) ?? name ?? value, 60);
    default:
      return clipText(name ?? value, 60);
  }
}

function daysText(value: string, tr: Translator): string {
  const [from = '', to = from] = value.split('..');
  if (from === to) return dayText(from, tr) ?? from;
  const first = dayText(from, tr) ?? from;
  const last = dayText(to, tr) ?? to;
  if (to === '') return tr.t('search.since', { day: first });
  if (from === '') return tr.t('search.until', { day: last });
  if (from.endsWith('-01-01') && to === `${from.slice(0, 4)}-12-31`) return from.slice(0, 4);
  if (from.endsWith('-01') && to.slice(0, 7) === from.slice(0, 7)) return dayText(from.slice(0, 7), tr) ?? value;
  return tr.t('search.range', { from: first, to: last });
}

function byYear(months: readonly FacetCount[]): readonly FacetCount[] {
  if (months.length <= MAX_MONTHS) return months;
  const years = new Map<string, number>();
  for (const { value, count } of months) years.set(value.slice(0, 4), (years.get(value.slice(0, 4)) ?? 0) + count);
  return [...years].map(([value, count]) => ({ value, count }));
}
