import { z } from 'zod';
import type { Meeting } from '../core/model/record.ts';
import { meetingSummarySchema, renderMeetingSummary } from './meeting.ts';

export const meetingListSchema = z
  .strictObject({
    schema: z.literal('rapporteur.meetings/1'),
    total: z.int().min(0),
    next: z.string().nullable().describe('Give it back as `cursor` for the rest; null on the last page.'),
    items: z.array(meetingSummarySchema),
  })
  .describe('Meetings of the record, the newest first, one page of them.');
export type MeetingListOut = z.infer<typeof meetingListSchema>;

export function renderMeetingList(page: {
  readonly total: number;
  readonly next?: string;
  readonly items: readonly Meeting[];
}): MeetingListOut {
  return {
    schema: 'rapporteur.meetings/1',
    total: page.total,
    next: page.next ?? null,
    items: page.items.map(renderMeetingSummary),
  };
}
