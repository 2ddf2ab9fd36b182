import type { Meeting } from '../../core/model/record.ts';
import { type ClaimListOut, renderClaimList } from '../../schemas/claim-list.ts';
import { type MeetingOut, renderMeeting } from '../../schemas/meeting.ts';
import { openQuoteOf } from '../published-article.ts';
import type { Room } from '../room.ts';
import type { Moved } from './moved.ts';

type DataRoom = Pick<Room, 'store' | 'settings'>;

/** Articles that the quotations of one meeting are read from. */
const reportsRead = 60;

/** `/meetings/:id` as data. */
export async function meetingData(room: DataRoom, id: string): Promise<MeetingOut | Moved | undefined> {
  const found = await room.store.record.getMeeting(id);
  if (found === undefined || 'movedTo' in found) return found;
  const { quoted } = articlesOfMeeting(found);
  return renderMeeting(found, await openQuoteOf(room.store, quoted, room.settings));
}

/** The claims of a meeting, a page of them: `at` is the number of the first. */
export async function claimsData(
  room: DataRoom,
  id: string,
  page: { readonly field?: string | undefined; readonly at: number; readonly limit: number },
): Promise<{ readonly claims: ClaimListOut; readonly more: boolean } | Moved | undefined> {
  const { store, settings } = room;
  const found = await store.record.getMeeting(id);
  if (found === undefined || 'movedTo' in found) return found;
  const { field, at, limit } = page;
  const all = await store.record.listClaims({ meetingId: found.id, ...(field === undefined ? {} : { field }) });
  const items = all.slice(at, at + limit);
  const articleIds = new Set(items.map(({ articleId }) => articleId));
  const quoteOf = await openQuoteOf(store, [...articleIds].slice(0, reportsRead), settings);
  return { claims: renderClaimList({ total: all.length, items }, quoteOf), more: at + limit < all.length };
}

/** The articles behind a meeting: those that report it, and with them those that the register's conclusions rest on. */
export function articlesOfMeeting(meeting: Meeting): {
  readonly reporting: readonly string[];
  readonly quoted: readonly string[];
} {
  const reporting = [...new Set(meeting.reports.map(({ articleId }) => articleId))].slice(0, reportsRead);
  const inferred = meeting.sides.flatMap(({ participants }) =>
    participants.flatMap(({ inferred = [] }) =>
      inferred.flatMap(({ evidence }) => evidence.map(({ articleId }) => articleId)),
    ),
  );
  return { reporting, quoted: [...new Set([...reporting, ...inferred])] };
}
