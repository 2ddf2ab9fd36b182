// Writes the outline of the world for the map of meetings, projected once: src/web/pictures/data/world-outline.json.
// Source: Natural Earth 1:110m (public domain) as packed by world-atlas. Run again only when that package changes.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { geoNaturalEarth1, geoPath } from 'd3-geo';
import { feature, mesh } from 'topojson-client';

const require = createRequire(import.meta.url);
const width = 1000;
const atlases = { land: 'world-atlas/land-110m.json', countries: 'world-atlas/countries-110m.json' };
const read = (name) => JSON.parse(readFileSync(require.resolve(atlases[name]), 'utf8'));

const landAtlas = read('land');
const countryAtlas = read('countries');
const land = feature(landAtlas, landAtlas.objects.land);
// Antarctica takes a fifth of the height and nobody meets there.
const inhabited = {
  type: 'MultiPolygon',
  coordinates: land.features[0].geometry.coordinates.filter(([ring]) => !ring.every(([, latitude]) => latitude < -58)),
};
const boundaries = mesh(countryAtlas, countryAtlas.objects.countries, (a, b) => a !== b);
const projection = geoNaturalEarth1().fitWidth(width, inhabited);
const path = geoPath(projection).digits(1);
const [[, top], [, bottom]] = path.bounds(inhabited);
const outline = {
  width,
  height: Math.ceil(bottom - top),
  scale: projection.scale(),
  translate: [projection.translate()[0], projection.translate()[1] - top],
};
projection.translate(outline.translate);
writeFileSync(
  new URL('../src/web/pictures/data/world-outline.json', import.meta.url),
  `${JSON.stringify({ ...outline, land: path(inhabited), boundaries: path(boundaries) }, null, 1)}\n`,
);
