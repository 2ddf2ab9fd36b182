import type { MiddlewareHandler } from 'hono';
import type { Assets } from './assets.ts';
import { interfaceLanguages, openTranslator } from './i18n.ts';
import { withoutIsolates } from './shown-text.ts';

/** Address of the manifest in a language: what a phone shows under the icon of the site. */
export function manifestPath(language: string): string {
  return `/manifests/${language}.webmanifest`;
}

/** `/manifests/fr.webmanifest`: makes the site something that can be put on a phone. */
export function manifests(assets: Assets): MiddlewareHandler {
  return async (c, next) => {
    const language = interfaceLanguages.find((one) => c.req.path === manifestPath(one));
    if (language === undefined) return next();
    const tr = openTranslator(language);
    const manifest = {
      id: '/',
      name: withoutIsolates(tr.t('site.title')),
      short_name: tr.t('site.name'),
      description: tr.t('site.description'),
      lang: language,
      dir: tr.direction,
      start_url: '/',
      scope: '/',
      display: 'minimal-ui',
      background_color: '#fbfaf5',
      theme_color: '#93291b',
      icons: [
        { src: assets.icon, sizes: 'any', type: 'image/svg+xml' },
        ...assets.pngIcons.map(({ path, size }) => ({ src: path, sizes: `${size}x${size}`, type: 'image/png' })),
      ],
      shortcuts: [{ name: tr.t('kept.title'), url: '/reading-list' }],
    };
    return c.body(JSON.stringify(manifest), 200, {
      'Content-Type': 'application/manifest+json; charset=utf-8',
      'Cache-Control': 'public, max-age=3600',
    });
  };
}

/** `/service-worker.js`: its text names the furniture, so another style sheet makes another worker. */
export function serviceWorker(assets: Assets): MiddlewareHandler {
  return async (c) =>
    c.body(assets.serviceWorker, 200, {
      'Content-Type': 'text/javascript; charset=utf-8',
      'Cache-Control': 'no-cache',
    });
}
