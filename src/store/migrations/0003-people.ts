import { sql } from 'kysely';
import type { Migration } from './migration.ts';

/** The register of people, what editors and readers say of it, and how the record came to be as it is. */
export const people: Migration = {
  number: 3,
  name: 'people',
  up: async (db, dialect) => {
    const { text, integer, counter } = dialect.types;
    const statements = [
      `alter table decisions add column person_id ${text}`,
      `alter table decisions add column other_person_id ${text}`,
      'create index decisions_by_person on decisions (person_id)',
      `create table person_spellings (
        person_id ${text} not null references people (id) on delete cascade,
        position ${integer} not null,
        folded ${text} not null,
        full_name ${text} not null,
        script ${text} not null,
        reports ${integer} not null,
        primary key (person_id, position)
      )`,
      'create index person_spellings_by_name on person_spellings (folded, person_id)',
      `create table person_posts (
        person_id ${text} not null references people (id) on delete cascade,
        position ${integer} not null,
        role_code ${text} not null,
        country ${text} not null,
        first_seen ${text},
        last_seen ${text},
        held_from ${text},
        held_until ${text},
        primary key (person_id, position)
      )`,
      'create index person_posts_by_office on person_posts (role_code, country, first_seen)',
      `create table withdrawals (person_id ${text} not null primary key, data ${text} not null)`,
      `create table changes (
        seq ${counter},
        subject ${text} not null,
        subject_id ${text} not null,
        kind ${text} not null,
        at ${text} not null,
        decision_id ${text},
        fields ${text} not null
      )`,
      'create index changes_by_subject on changes (subject_id, seq)',
      `create table reader_reports (
        seq ${counter},
        subject ${text} not null,
        subject_id ${text} not null,
        message ${text} not null,
        contact ${text},
        language ${text} not null,
        at ${text} not null,
        closed_at ${text},
        closed_by ${text},
        answer ${text}
      )`,
      'create index reader_reports_by_state on reader_reports (closed_at, seq)',
      `create table fusion_index (article_id ${text} not null primary key, data ${text} not null)`,
      `create table fusion_pending (article_id ${text} not null primary key)`,
    ];
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
