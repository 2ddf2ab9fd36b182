import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Room } from '../room.ts';

/** Link to the rest of a list, keeping its filters. */
export function NextPage({ room, next }: { room: Room; next: string | undefined }): JSX.Element | null {
  if (next === undefined) return null;
  const query = new URLSearchParams(room.query);
  query.set('cursor', next);
  query.delete('lang');
  query.delete('theme');
  return (
    <p class="next-page">
      <a rel="next" href={`${room.path}?${query.toString()}`}>
        {room.tr.t('list.next')}
      </a>
    </p>
  );
}
