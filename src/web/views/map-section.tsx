import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Translator } from '../i18n.ts';
import { type MapPoint, WorldMap } from '../pictures/world-map.tsx';
import { countryText } from '../wording/places.ts';

/** The map of some meetings, what it does not show, and the table behind it. */
export function MapSection(props: {
  points: readonly MapPoint[];
  /** All meetings, those without a place too. */
  total: number;
  hrefOf: (point: MapPoint) => string;
  boundaries: boolean;
  tr: Translator;
}): JSX.Element | null {
  const { points, tr } = props;
  if (points.length === 0) return null;
  const placed = points.reduce((sum, { meetings }) => sum + meetings, 0);
  const missing = props.total - placed;
  return (
    <section class="map-section" aria-labelledby="map-title">
      <h2 id="map-title">{tr.t('map.title')}</h2>
      <WorldMap
        points={points}
        hrefOf={props.hrefOf}
        boundaries={props.boundaries}
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
        {tr.t(props.boundaries ? 'map.boundaries' : 'map.no-boundaries')}
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
                  <a href={props.hrefOf(point)}>
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
