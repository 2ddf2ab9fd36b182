import { geoNaturalEarth1 } from 'd3-geo';
import type { JSX } from 'hono/jsx/jsx-runtime';
import { coordinatesOf } from '../../core/gazetteer/coordinates.ts';
import { capitalOf } from '../../core/gazetteer/countries.ts';
import { placeById } from '../../core/gazetteer/places.ts';
import type { FacetCount } from '../../store/store.ts';
import type { Translator } from '../i18n.ts';
import { countryText } from '../wording/places.ts';
import outline from './data/world-outline.json' with { type: 'json' };

/** A place with its meetings, where the map can show it. */
export interface MapPoint {
  /** Value of the `place` filter. */
  readonly value: string;
  readonly name: string;
  readonly country?: string;
  readonly meetings: number;
  /** Units of the outline; absent for a place that nobody has measured. */
  readonly at?: readonly [x: number, y: number];
  /** Only the country is known: drawn hollow, at its capital. */
  readonly countryOnly: boolean;
}

const projection = geoNaturalEarth1()
  .scale(outline.scale)
  .translate(outline.translate as [number, number]);

/** Narrowest part of the world that is shown, in units of the outline: a seventh of it. */
const narrowest = 150;
const proportion = outline.width / outline.height;

export function mapPoints(places: readonly FacetCount[], tr: Translator): readonly MapPoint[] {
  return places.map(({ value, meetings }): MapPoint => {
    const countryOnly = value.startsWith('@');
    const place = countryOnly ? capitalOf(value.slice(1)) : placeById(value);
    const coordinates = place === undefined ? undefined : coordinatesOf(place.id);
    const at = coordinates === undefined ? null : projection([coordinates.longitude, coordinates.latitude]);
    const country = countryOnly ? value.slice(1) : place?.country;
    return {
      value,
      meetings,
      countryOnly,
      name: countryOnly ? countryText(value.slice(1), tr) : (place?.names[tr.language] ?? value),
      ...(country === undefined ? {} : { country }),
      ...(at === null ? {} : { at }),
    };
  });
}

/**
 * Where meetings took place: one disc a place, its area the number of meetings, on land without boundaries unless the
 * operator wants them. The part of the world that is shown is the part where something happened.
 */
export function WorldMap(props: {
  points: readonly MapPoint[];
  hrefOf: (point: MapPoint) => string;
  title: string;
  boundaries: boolean;
  tr: Translator;
}): JSX.Element | null {
  const { tr } = props;
  const shown = props.points.flatMap((point) => (point.at === undefined ? [] : [{ ...point, at: point.at }]));
  if (shown.length === 0) return null;
  const view = viewOf(shown.map(({ at }) => at));
  const most = Math.max(...shown.map(({ meetings }) => meetings));
  const unit = view.width / 1000;
  // Small ones last: they stay reachable beside a large one.
  const drawn: DrawnPoint[] = [...shown]
    .sort((a, b) => b.meetings - a.meetings)
    .map((point) => ({ ...point, radius: (7 + 19 * Math.sqrt(point.meetings / most)) * unit }));
  return (
    // biome-ignore lint/a11y/useSemanticElements: a drawing with links is a group, not a set of form fields
    <svg
      class="world"
      viewBox={`${round(view.x)} ${round(view.y)} ${round(view.width)} ${round(view.height)}`}
      role="group"
      aria-label={props.title}
    >
      <path class="land" d={outline.land} />
      {props.boundaries && <path class="boundaries" d={outline.boundaries} />}
      {drawn.map((point) => (
        <a href={props.hrefOf(point)} aria-label={pointText(point, tr)}>
          <circle
            class={point.countryOnly ? 'spot country-only' : 'spot'}
            cx={round(point.at[0])}
            cy={round(point.at[1])}
            r={round(point.radius)}
          />
          <title>{pointText(point, tr)}</title>
        </a>
      ))}
      {(['wide', 'narrow'] as const).map((screen) => (
        <g class={`on-${screen}`}>
          {namesOf(drawn, unit, nameSizes[screen] * unit, view).map(({ point, x, y, anchor }) => (
            <text
              x={round(x)}
              y={round(y)}
              font-size={round(nameSizes[screen] * unit)}
              text-anchor={anchor}
              direction="ltr"
            >
              {point.name}
            </text>
          ))}
        </g>
      ))}
    </svg>
  );
}

/** "Rabat, Morocco: 3 meetings". */
export function pointText(point: MapPoint, tr: Translator): string {
  const place = point.countryOnly
    ? tr.t('map.country-only', { country: point.name })
    : point.country === undefined
      ? point.name
      : tr.t('place.of', { place: point.name, country: countryText(point.country, tr) });
  return tr.t('map.point', { place, meetings: tr.t('count.meetings', { count: point.meetings }) });
}

interface DrawnPoint extends MapPoint {
  readonly at: readonly [number, number];
  readonly radius: number;
}

interface View {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The smallest part of the outline with all points and room around them, in the proportions of the whole. */
function viewOf(points: readonly (readonly [number, number])[]): View {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const room = 1.35;
  const width = Math.min(outline.width, Math.max(narrowest, (right - left) * room, (bottom - top) * room * proportion));
  const height = width / proportion;
  const between = (middle: number, size: number, whole: number) =>
    Math.min(Math.max(middle - size / 2, 0), Math.max(0, whole - size));
  return {
    x: between((left + right) / 2, width, outline.width),
    y: between((top + bottom) / 2, height, outline.height),
    width,
    height,
  };
}

const mostNames = 14;
/** The drawing shrinks with the screen, letters must not: thousandths of its width. */
const nameSizes = { wide: 18, narrow: 40 } as const;

/** Where a name stands beside its spot, in the order in which it is tried. */
const sides = ['above', 'below', 'end', 'start'] as const;
type NameSide = (typeof sides)[number];

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

interface PlacedName {
  readonly point: MapPoint;
  readonly x: number;
  readonly y: number;
  readonly anchor: 'middle' | 'start' | 'end';
}

/** Names of the places with the most meetings, none over another or over the spot of another place. */
function namesOf(points: readonly DrawnPoint[], unit: number, size: number, view: View): PlacedName[] {
  const spots = points.map(({ at: [x, y], radius }) => boxAround(x, y, 2 * radius, 2 * radius));
  const taken: Box[] = [];
  const names: PlacedName[] = [];
  for (const [index, point] of points.entries()) {
    if (names.length >= mostNames || point.countryOnly) continue;
    const others = spots.filter((_, other) => other !== index);
    for (const side of sides) {
      const { box, name } = nameBeside(point, side, unit, size);
      if (!isInside(box, view) || [...taken, ...others].some((other) => overlap(box, other))) continue;
      taken.push(box);
      names.push(name);
      break;
    }
  }
  return names;
}

function nameBeside(point: DrawnPoint, side: NameSide, unit: number, size: number): { box: Box; name: PlacedName } {
  const [cx, cy] = point.at;
  // About what letters take: none is measured on a server.
  const [width, height] = [point.name.length * size * 0.55, size];
  const gap = point.radius + 5 * unit;
  const [x, y] = {
    above: [cx, cy - gap - height / 2],
    below: [cx, cy + gap + height / 2],
    end: [cx + gap + width / 2, cy],
    start: [cx - gap - width / 2, cy],
  }[side] as [number, number];
  const box = boxAround(x, y, width, height);
  const baseline = y + height * 0.32;
  if (side === 'above' || side === 'below') return { box, name: { point, x, y: baseline, anchor: 'middle' } };
  // Names beside a spot begin or end at it, however wide they turn out.
  const edge = side === 'end' ? box.left : box.right;
  return { box, name: { point, x: edge, y: baseline, anchor: side === 'end' ? 'start' : 'end' } };
}

function boxAround(x: number, y: number, width: number, height: number): Box {
  return { left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 };
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

function isInside(box: Box, { x, y, width, height }: View): boolean {
  return box.left >= x && box.right <= x + width && box.top >= y && box.bottom <= y + height;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
