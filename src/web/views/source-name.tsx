import type { JSX } from 'hono/jsx/jsx-runtime';
import type { ArticleRow } from '../../store/store.ts';
import type { Translator } from '../i18n.ts';
import { clipText } from '../shown-text.ts';
import { dayText } from '../wording/days.ts';

/** Outlet and day of a report, in one line; the name keeps its own direction. */
export function SourceName(props: {
  row: Pick<ArticleRow, 'outletName' | 'published'> | undefined;
  tr: Translator;
}): JSX.Element {
  const { row, tr } = props;
  const day = row?.published === undefined ? undefined : dayText(row.published, tr, 'short');
  return (
    <>
      <bdi>{clipText(row?.outletName ?? tr.t('article.unknown-outlet'), 80)}</bdi>
      {tr.t('list.comma')}
      {day ?? tr.t('article.day-unknown')}
    </>
  );
}
