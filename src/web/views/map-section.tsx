import type { JSX } from 'hono/jsx/jsx-runtime';
import type { MeetingFacets } from '../../store/store.ts';
import { type MapPoint, mapPoints, WorldMap } from '../pictures/world-map.tsx';
import { filterAddress, type RecordFilters } from '../record-filters.ts';
import type { Room } from '../room.ts';
import { countryText } from '../wording/places.ts';

/** How many meetings there are, those of which no place is known too. */
export function totalOf({ statuses }: Pick<MeetingFacets, 'statuses'>): number {
  return statuses.reduce((sum, { meetings }) => sum + meetings, 0);
}

/** The map of some meetings, what it does not show, and the table behind it; each place leads to its part of the record. */
export function MapSection(props: {
  facets: Pick<MeetingFacets, 'places' | 'statuses'>;
  /** The same meetings in the record. */
  filters: RecordFilters;
  room: Room;
}): JSX.Element | null {
  const { facets, filters, room } = props;
  const { tr } = room;
  const points = mapPoints(facets.places, tr);
  if (points.length === 0) return null;
  const boundaries = room.settings.mapBoundaries === true;
  const hrefOf = (point: MapPoint) => filterAddress('/record', filters, { place: point.value });
  const placed = points.reduce((sum, { meetings }) => sum + meetings, 0);
  const missing = totalOf(facets) - placed;
  return (
    <section class="map-section" aria-labelledby="map-title">
      <h2 id="map-title">{tr.t('map.title')}</h2>
      <WorldMap
        points={points}
        hrefOf={hrefOf}
        boundaries={boundaries}
        title={tr.t('map.label', { count: placed })}
        tr={tr}
      />
      <ul class="legend plain">
        <li>
          <svg class="sign" width="14" height="14" viewBox="-9 -9 18 18" aria-hidden="true" focusable="false">
            <circle class="spot" r="6" />
          </svg>
          {tr.t('map.place')}
        </li>
        {points.some(({ countryOnly }) => countryOnly) && (
          <li>
            <svg class="sign" width="14" height="14" viewBox="-9 -9 18 18" aria-hidden="true" focusable="false">
              <circle class="spot country-only" r="6" />
            </svg>
            {tr.t('map.only-country')}
          </li>
        )}
      </ul>
      <p class="meta">
        {missing > 0 && <>{tr.t('map.missing', { count: missing })} </>}
        {tr.t(boundaries ? 'map.boundaries' : 'map.no-boundaries')}
      </p>
      <details class="behind">
        <summary>{tr.t('map.table')}</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">{tr.t('field.where')}</th>
              <th scope="col">{tr.t('filter.country')}</th>
              <th scope="col" class="figure">
                {tr.t('map.meetings')}
              </th>
            </tr>
          </thead>
          <tbody>
            {points.map((point) => (
              <tr>
                <th scope="row">
                  <a href={hrefOf(point)}>
                    {point.countryOnly ? tr.t('map.country-only', { country: point.name }) : point.name}
                  </a>
                </th>
                <td>{point.country === undefined ? '' : countryText(point.country, tr)}</td>
                <td class="num figure">{point.meetings}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  );
}
