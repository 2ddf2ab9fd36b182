import type { MeetingStatus } from '../../src/core/model/record.ts';
import type { WebArchive } from './web-archive.ts';

/** Brings about a change in the meeting of the archive, as a fusion would. */
export async function changeStatus({ store, meetingId }: WebArchive, status: MeetingStatus): Promise<void> {
  const found = await store.record.getMeeting(meetingId);
  if (found === undefined || 'movedTo' in found) throw new Error('The meeting is gone.');
  await store.record.replaceFused(
    { meetings: [{ ...found, status }], people: [] },
    { scope: { meetings: new Set([meetingId]), people: new Set() } },
  );
}
