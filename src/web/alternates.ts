import { exportFormats } from '../schemas/export-formats.ts';
import { feedFormats } from './feeds/feed-document.ts';
import type { Translator } from './i18n.ts';

/** A page in a format of others. */
export interface AlternateFormat {
  readonly href: string;
  readonly type: string;
  readonly label: string;
}

/** The other forms of a page, with the same `query`. Without a known day there is no calendar. */
export function alternatesOf(path: string, hasDay: boolean, tr: Translator, query = ''): readonly AlternateFormat[] {
  return exportFormats
    .filter(({ needsDay }) => needsDay !== true || hasDay)
    .map(({ ending, mediaType, label }) => ({
      href: `${path}.${ending}${query}`,
      type: mediaType.split(';')[0] ?? mediaType,
      label: label ?? tr.t('exports.pair-days'),
    }));
}

/** The page as Markdown, with every sentence and source. */
export function markdownOf(path: string): AlternateFormat {
  return { href: `${path}.md`, type: 'text/markdown', label: 'Markdown' };
}

/** The list of a page as feeds: `/dossiers/ES-MA` and `/dossiers/ES-MA.atom`. */
export function feedsOf(path: string, query = ''): readonly AlternateFormat[] {
  return feedFormats.map(({ ending, mediaType, label }) => ({
    // The feed of the whole site is called so already.
    href: `${path}.${path === '/feed' && ending === 'feed.json' ? 'json' : ending}${query}`,
    type: mediaType,
    label,
  }));
}
