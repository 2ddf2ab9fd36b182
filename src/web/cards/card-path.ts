import type { Translator } from '../i18n.ts';

/** Where the picture of a page is. What it says is read anew each time: whoever is withdrawn is gone from it too. */
export function cardPath(tr: Translator, kind: 'meetings' | 'dossiers' | 'site', id = 'rapporteur'): string {
  return `/cards/${tr.language}/${kind}/${encodeURIComponent(id)}.png`;
}
