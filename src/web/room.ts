import type { Context } from 'hono';
import type { Store } from '../store/store.ts';
import type { Assets } from './assets.ts';
import type { Translator } from './i18n.ts';
import type { Theme } from './session.ts';
import type { WebLog, WebSettings } from './settings.ts';
import type { SiteImages } from './site-images.ts';

/** What every page is given: the archive, the reader's language and theme, the clock. */
export interface Room {
  readonly store: Store;
  readonly settings: WebSettings;
  readonly assets: Assets;
  /** Absent where the site fetches no pictures. */
  readonly images: SiteImages | undefined;
  readonly tr: Translator;
  readonly theme: Theme;
  readonly now: Date;
  /** Address of the site for its readers, without a slash at its end. */
  readonly origin: string;
  /** Address without the query. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  /** True when the archive holds the sample press: the site says so on every page. */
  readonly sample: boolean;
}

export interface WebEnvironment {
  Variables: { room: Room; log: WebLog };
}

export type WebContext = Context<WebEnvironment>;
