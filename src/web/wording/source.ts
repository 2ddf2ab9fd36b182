import type { ArticleRow } from '../../store/store.ts';
import type { Translator } from '../i18n.ts';
import { clipText } from '../shown-text.ts';
import { dayText } from './days.ts';

/** Outlet and day of a report, in one line. */
export function sourceText(row: Pick<ArticleRow, 'outletName' | 'published'> | undefined, tr: Translator): string {
  const outlet = clipText(row?.outletName ?? tr.t('article.unknown-outlet'), 80);
  const day = row?.published === undefined ? undefined : dayText(row.published, tr, 'short');
  return `${outlet}${tr.t('list.comma')}${day ?? tr.t('article.day-unknown')}`;
}
