import type { z } from 'zod';
import type { Meeting } from '../core/model/record.ts';
import { meetingSummarySchema, renderMeetingSummary } from './meeting.ts';
import { type PageInput, pageSchema, renderPageOf } from './page-of.ts';

export const meetingListSchema = pageSchema('rapporteur.meetings/1', meetingSummarySchema).describe(
  'Meetings of the record, the newest first, one page of them.',
);
export type MeetingListOut = z.infer<typeof meetingListSchema>;

export function renderMeetingList(page: PageInput<Meeting>): MeetingListOut {
  return renderPageOf('rapporteur.meetings/1', page, renderMeetingSummary);
}
