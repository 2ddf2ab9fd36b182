import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** One file of the site's own furniture: style sheet, font, icon. Its name carries a hash of its content. */
export interface Asset {
  readonly path: string;
  readonly type: string;
  readonly body: Uint8Array<ArrayBuffer>;
}

export interface Assets {
  readonly styleSheet: string;
  readonly icon: string;
  readonly pngIcons: readonly { readonly path: string; readonly size: number }[];
  /** One module for every page. */
  readonly script: string;
  /** Text of the worker that keeps pages for readers without a network. */
  readonly serviceWorker: string;
  /** Fonts worth asking for before the style sheet has been read, by script. */
  readonly preload: { readonly latin: readonly string[]; readonly arabic: readonly string[] };
  get(path: string): Asset | undefined;
}

// Beside this file in the sources and, copied by the build, in `dist`.
const cssFolder = new URL('./css/', import.meta.url);
const clientFolder = new URL('./client/', import.meta.url);
/** Drawn ahead from icon.svg for systems that take no drawing. */
const iconSizes = [192, 512] as const;
const cssParts = [
  'fonts',
  'tokens',
  'base',
  'furniture',
  'lists',
  'search',
  'reading',
  'record',
  'novelty',
  'pictures',
  'facets',
  'board',
  'briefing',
  'media',
  'offline',
  'api',
  'manual',
  'account',
  'readers',
  'desk',
] as const;

const require = createRequire(import.meta.url);

interface FontFace {
  readonly family: string;
  readonly file: string;
  readonly weights: string;
  readonly italic?: boolean;
  /** Browsers fetch a face only when the page has a character in its range. */
  readonly range: string;
}

const latin =
  'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD';
const latinExtended =
  'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF';
const arabic =
  'U+0600-06FF,U+0750-077F,U+0870-088E,U+0890-0891,U+0897-08E1,U+08E3-08FF,U+200C-200E,U+FB50-FDFF,U+FE70-FEFC';

const faces: readonly FontFace[] = [
  face('Newsreader', 'newsreader/files/newsreader-latin-wght-normal.woff2', '200 800', latin),
  face('Newsreader', 'newsreader/files/newsreader-latin-ext-wght-normal.woff2', '200 800', latinExtended),
  { ...face('Newsreader', 'newsreader/files/newsreader-latin-wght-italic.woff2', '200 800', latin), italic: true },
  face('Inter', 'inter/files/inter-latin-wght-normal.woff2', '100 900', latin),
  face('Inter', 'inter/files/inter-latin-ext-wght-normal.woff2', '100 900', latinExtended),
  face('Noto Naskh Arabic', 'noto-naskh-arabic/files/noto-naskh-arabic-arabic-wght-normal.woff2', '400 700', arabic),
];

/**
 * What stands in while a font is on its way: a font of the system, drawn as wide, so that lines break where they will.
 * The widths are those of a paragraph of three languages in both fonts.
 */
const standIns: readonly {
  readonly family: string;
  readonly weights: string;
  readonly fonts: readonly string[];
  readonly width: number;
}[] = [
  { family: 'Newsreader wide', weights: '200 800', fonts: ['Georgia'], width: 95.8 },
  {
    family: 'Newsreader narrow',
    weights: '200 800',
    fonts: ['Times New Roman', 'Liberation Serif', 'Tinos'],
    width: 105.2,
  },
  {
    family: 'Inter plain',
    weights: '100 550',
    fonts: ['Arial', 'Liberation Sans', 'Arimo', 'Helvetica', 'Roboto'],
    width: 106.6,
  },
  {
    family: 'Inter plain',
    weights: '551 900',
    fonts: ['Arial Bold', 'Liberation Sans Bold', 'Arimo Bold', 'Helvetica Bold', 'Roboto Bold'],
    width: 100.7,
  },
];

function face(family: string, file: string, weights: string, range: string): FontFace {
  return { family, file, weights, range };
}

/** Reads everything once; the site then serves from memory. */
export function loadAssets(): Assets {
  const byPath = new Map<string, Asset>();
  const add = (name: string, extension: string, type: string, body: Buffer): string => {
    const hash = createHash('sha256').update(body).digest('hex').slice(0, 12);
    const path = `/assets/${name}.${hash}.${extension}`;
    byPath.set(path, { path, type, body: new Uint8Array(body) });
    return path;
  };

  const preload: { latin: string[]; arabic: string[] } = { latin: [], arabic: [] };
  const fontRules = faces.map((font) => {
    const body = readFileSync(require.resolve(`@fontsource-variable/${font.file}`));
    const name = font.file.slice(font.file.lastIndexOf('/') + 1, -'.woff2'.length);
    const path = add(name, 'woff2', 'font/woff2', body);
    if (font.range === latin && font.italic !== true) preload.latin.push(path);
    if (font.range === arabic) preload.arabic.push(path);
    return (
      `@font-face{font-family:"${font.family}";font-style:${font.italic === true ? 'italic' : 'normal'};` +
      `font-weight:${font.weights};font-display:swap;${font.range === arabic ? 'size-adjust:112%;' : ''}src:url(${path}) format("woff2");unicode-range:${font.range}}`
    );
  });

  const standInRules = standIns.map(
    ({ family, weights, fonts, width }) =>
      `@font-face{font-family:"${family}";font-weight:${weights};size-adjust:${width}%;` +
      `src:${fonts.map((name) => `local("${name}")`).join(',')}}`,
  );
  const css = cssParts.map((part) =>
    part === 'fonts'
      ? [...fontRules, ...standInRules].join('\n')
      : readFileSync(new URL(`${part}.css`, cssFolder), 'utf8'),
  );
  const styleSheet = add('site', 'css', 'text/css; charset=utf-8', Buffer.from(slim(css.join('\n'))));
  const icon = add('icon', 'svg', 'image/svg+xml', readFileSync(new URL('icon.svg', cssFolder)));
  const pngIcons = iconSizes.map((size) => ({
    path: add(`icon-${size}`, 'png', 'image/png', readFileSync(new URL(`icon-${size}.png`, cssFolder))),
    size,
  }));
  const script = add('site', 'js', 'text/javascript; charset=utf-8', readFileSync(new URL('site.js', clientFolder)));
  const furniture = [styleSheet, icon, script, ...preload.latin, ...preload.arabic];
  const named = createHash('sha256').update(furniture.join()).digest('hex').slice(0, 12);
  const serviceWorker = [
    `const furnitureName = 'furniture-${named}';`,
    `const furniture = ${JSON.stringify(furniture)};`,
    readFileSync(new URL('service-worker.js', clientFolder), 'utf8'),
  ].join('\n');
  return { styleSheet, icon, pngIcons, script, serviceWorker, preload, get: (path) => byPath.get(path) };
}

/** Comments and indentation are for the people who write it. */
function slim(css: string): string {
  return css
    .replace(/\/\*[^*]*\*+(?:[^/*][^*]*\*+)*\//g, '')
    .replace(/\n\s*/g, '\n')
    .replace(/\n{2,}/g, '\n');
}
