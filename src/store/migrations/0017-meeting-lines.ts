import { sql } from 'kysely';
import { fillMeetingLines } from '../archive/meeting-lines.ts';
import type { Migration } from './migration.ts';

/** By what meetings are narrowed and counted, in the order in which they are shown: a page reads only what it shows. */
export const meetingLines: Migration = {
  number: 17,
  name: 'meeting-lines',
  up: async (db, dialect) => {
    const { text, integer } = dialect.types;
    const clustered = dialect.name === 'sqlite' ? ' without rowid' : '';
    for (const statement of [
      `create table meeting_filters (
        facet ${integer} not null,
        sort_day ${text} not null,
        meeting_id ${text} not null references meetings (id) on delete cascade,
        background ${integer} not null,
        primary key (facet, sort_day, meeting_id)
      )${clustered}`,
      'create index meeting_filters_by_meeting on meeting_filters (meeting_id)',
      `create table meeting_lines (
        meeting_id ${text} not null primary key references meetings (id) on delete cascade,
        packed ${text} not null
      )`,
    ]) {
      await sql.raw(statement).execute(db);
    }
    await fillMeetingLines(db);
  },
};
