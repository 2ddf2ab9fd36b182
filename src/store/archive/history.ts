import type { Selectable } from 'kysely';
import type { Meeting, Person } from '../../core/model/record.ts';
import type { ChangedField, NumberedChange, RecordChange } from '../editing.ts';
import type { Changes, Queries, Writer } from '../tables.ts';
import { optional } from './article-rows.ts';
import { inBatches } from './cursor.ts';

export type NewChange = Omit<RecordChange, 'at' | 'decisionId'>;

export async function writeHistory(
  tx: Writer,
  changes: readonly NewChange[],
  at: string,
  decisionId: string | undefined,
): Promise<void> {
  const rows = changes.map(({ subject, subjectId, kind, fields }) => ({
    subject,
    subject_id: subjectId,
    kind,
    at,
    decision_id: decisionId ?? null,
    fields: JSON.stringify(fields),
  }));
  for (const some of inBatches(rows, 200)) await tx.insertInto('changes').values(some).execute();
}

export async function readHistory(db: Queries, subjectId: string): Promise<RecordChange[]> {
  const rows = await db.selectFrom('changes').selectAll().where('subject_id', '=', subjectId).orderBy('seq').execute();
  return rows.map(toChange);
}

/** Changes of meetings behind a number: people are entries of a register, whose facts are those of their meetings. */
export async function readChanges(
  db: Queries,
  { after, limit }: { readonly after: number; readonly limit: number },
): Promise<{ total: number; items: NumberedChange[] }> {
  const behind = db.selectFrom('changes').where('seq', '>', after).where('subject', '=', 'meeting');
  const rows = await behind.selectAll().orderBy('seq').limit(limit).execute();
  const { total } = await behind.select(({ fn }) => fn.countAll().as('total')).executeTakeFirstOrThrow();
  return { total: Number(total), items: rows.map((row) => ({ ...toChange(row), seq: row.seq })) };
}

export async function readLastChange(db: Queries): Promise<number> {
  const row = await db
    .selectFrom('changes')
    .select(({ fn }) => fn.max('seq').as('seq'))
    .executeTakeFirst();
  return Number(row?.seq ?? 0);
}

function toChange(row: Selectable<Changes>): RecordChange {
  return {
    subject: row.subject as RecordChange['subject'],
    subjectId: row.subject_id,
    kind: row.kind as RecordChange['kind'],
    at: row.at,
    fields: JSON.parse(row.fields) as ChangedField[],
    ...optional('decisionId', row.decision_id),
  };
}

/** The facts of a meeting whose change a reader should see; evidence that only grows is none. */
export function meetingFacts(meeting: Meeting): Record<string, unknown> {
  return {
    type: meeting.type,
    status: meeting.status,
    when: meeting.when.edtf,
    where: meeting.where?.place ?? meeting.where?.surface,
    sides: meeting.sides.map(({ country }) => country),
    participants: meeting.sides.flatMap(({ country, participants }) =>
      participants.map(({ name, roleCode, roleText }) => ({ country, name: name?.full, roleCode, roleText })),
    ),
    inferred: meeting.sides.flatMap(({ country, participants }) =>
      participants.flatMap(({ name, roleCode, roleText, inferred = [] }) =>
        inferred.map(({ field, value }) => ({
          country: field === 'country' ? value : country,
          name: field === 'holder' ? value : name?.full,
          roleCode: field === 'post' ? value : roleCode,
          roleText,
        })),
      ),
    ),
    topics: meeting.topics.map(({ topic }) => topic),
    outcomes: meeting.outcomes.length,
    reports: meeting.reports.length,
    sources: meeting.independentSources,
    disputes: meeting.disputes?.map(({ field }) => field),
    replies: meeting.replies?.map(({ by }) => by),
  };
}

export function personFacts(person: Person): Record<string, unknown> {
  return {
    name: person.name,
    names: [...new Set(person.names.map(({ full }) => full))].sort(),
    offices: person.offices.map(({ roleCode, roleText, country }) => ({ country, roleCode, roleText })),
    disputes: person.disputes?.map(({ field }) => field),
    replies: person.replies?.map(({ by }) => by),
  };
}

export function changedFields(before: Record<string, unknown>, after: Record<string, unknown>): ChangedField[] {
  return Object.keys(after).flatMap((field): ChangedField[] => {
    const [was, is] = [before[field], after[field]];
    if (JSON.stringify(was) === JSON.stringify(is)) return [];
    return [{ field, ...(was === undefined ? {} : { before: was }), ...(is === undefined ? {} : { after: is }) }];
  });
}
