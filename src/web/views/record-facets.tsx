import type { JSX } from 'hono/jsx/jsx-runtime';
import type { FacetCount, MeetingFacets } from '../../store/store.ts';
import type { MessageKey, Translator } from '../i18n.ts';
import { type FilterName, filterAddress, type RecordFilters } from '../record-filters.ts';
import { dayText } from '../wording/days.ts';
import { countryText, pairText } from '../wording/places.ts';
import { roleText } from '../wording/roles.ts';

/** Names of the people and mechanisms that filters speak of, for words in the place of addresses. */
export interface FacetNames {
  /** By id: address and name. */
  readonly people: ReadonlyMap<string, { readonly slug: string; readonly name: string }>;
  readonly places: ReadonlyMap<string, string>;
  readonly mechanism?: string;
}

interface Choice {
  readonly value: string;
  readonly text: string;
  readonly meetings: number;
}

/** Values that stand open in a facet; the rest is one click away. */
const openChoices = 8;

/** What the shown meetings have in common, each value a link that narrows the list; in use it is a link that widens it. */
export function RecordFacets(props: {
  facets: MeetingFacets;
  filters: RecordFilters;
  /** Filters and view of the links. */
  hrefOf: (change: Readonly<Record<string, string | undefined>>) => string;
  names: FacetNames;
  tr: Translator;
}): JSX.Element {
  const { facets, names, tr } = props;
  const choices = (counts: readonly FacetCount[], textOf: (value: string) => string | undefined): Choice[] =>
    counts.flatMap(({ value, meetings }) => {
      const text = textOf(value);
      return text === undefined ? [] : [{ value, text, meetings }];
    });
  const people = facets.people.flatMap(({ value, meetings }): Choice[] => {
    const person = names.people.get(value);
    return person === undefined ? [] : [{ value: person.slug, text: person.name, meetings }];
  });
  const groups: readonly (readonly [FilterName, readonly Choice[]])[] = [
    ['country', choices(facets.countries, (value) => countryText(value, tr))],
    ['person', people],
    ['topic', choices(facets.topics, (value) => tr.t(`topic.${value}` as MessageKey))],
    ['type', choices(facets.types, (value) => tr.t(`type.${value}` as MessageKey))],
    ['status', choices(facets.statuses, (value) => tr.t(`status.${value}` as MessageKey))],
    ['role', choices(facets.roles, (value) => roleName(value, tr))],
    ['place', choices(facets.places, (value) => names.places.get(value))],
  ];
  return (
    <nav class="facets" aria-label={tr.t('facet.label')}>
      {groups.map(([name, all]) => (
        <Facet name={name} choices={all} filters={props.filters} hrefOf={props.hrefOf} tr={tr} />
      ))}
      <YearFacet {...props} />
    </nav>
  );
}

function roleName(roleCode: string, tr: Translator): string | undefined {
  const text = roleText({ roleCode, roleText: '' }, tr);
  return text === '' ? undefined : text;
}

function Facet(props: {
  name: FilterName;
  choices: readonly Choice[];
  filters: RecordFilters;
  hrefOf: (change: Readonly<Record<string, string | undefined>>) => string;
  tr: Translator;
}): JSX.Element | null {
  const { name, choices, filters, tr } = props;
  if (choices.length === 0) return null;
  const chosen = filters[name];
  const item = (choice: Choice) => (
    <li>
      <a
        href={props.hrefOf({ [name]: choice.value === chosen ? undefined : choice.value })}
        aria-current={choice.value === chosen ? 'true' : undefined}
      >
        <bdi>{choice.text}</bdi>
      </a>{' '}
      <span class="num">{choice.meetings}</span>
    </li>
  );
  return (
    <details open={chosen !== undefined || name === 'country' || name === 'topic'}>
      <summary>{tr.t(`filter.${name}` as MessageKey)}</summary>
      <ul class="plain">{choices.slice(0, openChoices).map(item)}</ul>
      {choices.length > openChoices && (
        <details>
          <summary>{tr.t('facet.more', { count: choices.length - openChoices })}</summary>
          <ul class="plain">{choices.slice(openChoices).map(item)}</ul>
        </details>
      )}
    </details>
  );
}

function YearFacet(props: {
  facets: MeetingFacets;
  filters: RecordFilters;
  hrefOf: (change: Readonly<Record<string, string | undefined>>) => string;
  tr: Translator;
}): JSX.Element | null {
  const { facets, filters, tr } = props;
  if (facets.years.length === 0) return null;
  return (
    <details open={filters.from !== undefined || filters.to !== undefined}>
      <summary>{tr.t('filter.year')}</summary>
      <ul class="plain">
        {facets.years.map(({ value, meetings }) => {
          const range = { from: `${value}-01-01`, to: `${value}-12-31` };
          const chosen = filters.from === range.from && filters.to === range.to;
          return (
            <li>
              <a
                href={props.hrefOf(chosen ? { from: undefined, to: undefined } : range)}
                aria-current={chosen ? 'true' : undefined}
              >
                {value}
              </a>{' '}
              <span class="num">{meetings}</span>
            </li>
          );
        })}
      </ul>
    </details>
  );
}

/** The filters in use as words, each with a link that takes it away. */
export function ActiveFilters(props: {
  filters: RecordFilters;
  hrefOf: (change: Readonly<Record<string, string | undefined>>) => string;
  names: FacetNames;
  tr: Translator;
}): JSX.Element | null {
  const { filters, names, tr } = props;
  const active = Object.entries(filters) as [FilterName, string][];
  if (active.length === 0) return null;
  return (
    <ul class="chips plain" aria-label={tr.t('filter.active')}>
      {active.map(([name, value]) => (
        <li>
          <a href={props.hrefOf({ [name]: undefined })}>
            <span class="meta">{tr.t(`filter.${name}` as MessageKey)}</span>{' '}
            <bdi>{filterText(name, value, names, tr)}</bdi> <span aria-hidden="true">×</span>
            <span class="hidden">{tr.t('filter.remove')}</span>
          </a>
        </li>
      ))}
      <li>
        <a href={filterAddress('/record', {})}>{tr.t('filter.reset')}</a>
      </li>
    </ul>
  );
}

function filterText(name: FilterName, value: string, names: FacetNames, tr: Translator): string {
  switch (name) {
    case 'pair':
      return pairText(value.split('-') as unknown as readonly [string, string], tr);
    case 'country':
      return countryText(value, tr);
    case 'person':
      return [...names.people.values()].find(({ slug }) => slug === value)?.name ?? value;
    case 'role':
      return roleName(value, tr) ?? value;
    case 'place':
      return names.places.get(value) ?? value;
    case 'mechanism':
      return names.mechanism ?? value;
    case 'from':
    case 'to':
      return dayText(value, tr, 'short') ?? value;
    default:
      return tr.maybe(`${name}.${value}`) ?? value;
  }
}
