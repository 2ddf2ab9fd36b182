import type { JSX } from 'hono/jsx/jsx-runtime';
import { countryPairs } from '../../core/export/exported-meeting.ts';
import type { Meeting, Side } from '../../core/model/record.ts';
import type { MessageKey, Translator } from '../i18n.ts';
import { countryText } from '../wording/places.ts';

/** Address of the dossier of two countries, in its one order. */
export function pairPath(a: string, b: string): string {
  return `/dossiers/${[a, b].sort().map(encodeURIComponent).join('-')}`;
}

/** Countries and main topic above a headline. */
export function Kicker({ meeting, tr }: { meeting: Pick<Meeting, 'sides' | 'topics'>; tr: Translator }): JSX.Element {
  const topic = meeting.topics.map((tag) => tag.topic).find((tag) => tag !== 'other');
  return (
    <p class="kicker">
      <PairLink sides={meeting.sides} tr={tr} />
      {topic !== undefined && <span class="topic">{tr.t(`topic.${topic}` as MessageKey)}</span>}
    </p>
  );
}

/** The dossiers of a meeting of three sides or more, each pair once; two sides have theirs in the heading. */
export function PairDossiers(props: { sides: readonly Pick<Side, 'country'>[]; tr: Translator }): JSX.Element | null {
  const { tr } = props;
  const pairs = countryPairs(props.sides.map((side) => side.country));
  if (pairs.length < 2) return null;
  return (
    <nav class="dossiers-of" aria-label={tr.t('meeting.dossiers')}>
      <span class="meta">{tr.t('meeting.dossiers')}</span>
      <ul class="plain">
        {pairs.map(([a, b = '']) => (
          <li>
            <a href={pairPath(a, b)}>{tr.t('pair.short', { a: countryText(a, tr), b: countryText(b, tr) })}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The countries of a meeting as a small heading: two lead to their dossier, one or more to each country. */
export function PairLink(props: { sides: readonly Pick<Side, 'country'>[]; tr: Translator }): JSX.Element | null {
  const countries = [...new Set(props.sides.map((side) => side.country))].sort();
  const [a, b] = countries;
  if (a === undefined) return null;
  if (b !== undefined && countries.length === 2) {
    return (
      <a class="pair" href={pairPath(a, b)}>
        {props.tr.t('pair.short', { a: countryText(a, props.tr), b: countryText(b, props.tr) })}
      </a>
    );
  }
  return (
    <span class="pair">
      {countries.map((country, index) => (
        <>
          {index > 0 && ' · '}
          <a href={`/countries/${encodeURIComponent(country)}`}>{countryText(country, props.tr)}</a>
        </>
      ))}
    </span>
  );
}
