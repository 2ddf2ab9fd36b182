import type { JSX } from 'hono/jsx/jsx-runtime';
import { monthNames } from '../i18n.ts';
import type { Room } from '../room.ts';

/** In Arabic the months have three sets of names: the reader chooses the one that is used at home. */
export function MonthNames({ room }: { room: Room }): JSX.Element | null {
  const { tr, path, query } = room;
  if (tr.language !== 'ar') return null;
  const hrefOf = (months: string): string => {
    const changed = new URLSearchParams(query);
    for (const name of ['lang', 'theme', 'months']) changed.delete(name);
    changed.set('months', months);
    return `${path}?${changed.toString()}`;
  };
  return (
    <nav class="themes" aria-label={tr.t('months.label')}>
      <span aria-hidden="true">{tr.t('months.label')}</span>
      {monthNames.map((months) => (
        <a href={hrefOf(months)} aria-current={months === tr.months ? 'true' : undefined}>
          {tr.t(`months.${months}`)}
        </a>
      ))}
    </nav>
  );
}
