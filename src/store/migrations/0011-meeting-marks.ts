import { sql } from 'kysely';
import type { Meeting } from '../../core/model/record.ts';
import { marksOf } from '../archive/meeting-marks.ts';
import type { Migration } from './migration.ts';

/** By what else meetings are looked for: place, mechanism, office. */
export const meetingMarks: Migration = {
  number: 11,
  name: 'meeting-marks',
  up: async (db, dialect) => {
    const { text } = dialect.types;
    for (const statement of [
      `create table meeting_marks (
        meeting_id ${text} not null references meetings (id) on delete cascade,
        kind ${text} not null,
        value ${text} not null,
        label ${text} not null,
        primary key (meeting_id, kind, value)
      )`,
      'create index meeting_marks_by_value on meeting_marks (kind, value, meeting_id)',
    ]) {
      await sql.raw(statement).execute(db);
    }
    for (let after = ''; ; ) {
      const rows = await db
        .selectFrom('meetings')
        .select(['id', 'data'])
        .where('id', '>', after)
        .orderBy('id')
        .limit(200)
        .execute();
      const last = rows.at(-1);
      if (last === undefined) return;
      after = last.id;
      const marks = rows.flatMap((row) => marksOf(JSON.parse(row.data) as Meeting));
      for (let at = 0; at < marks.length; at += 100) {
        await db
          .insertInto('meeting_marks')
          .values(marks.slice(at, at + 100))
          .execute();
      }
    }
  },
};
