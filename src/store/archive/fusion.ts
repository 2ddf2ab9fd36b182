import type { Meeting } from '../../core/model/record.ts';
import { refreshFacets } from '../search/facet-rows.ts';
import { reindexSearch } from '../search/search-store.ts';
import type { FusedRecord, FusionChange, ReplaceOptions } from '../store.ts';
import type { MeetingTableRow, Queries, Writer } from '../tables.ts';
import type { ArchiveContext } from './context.ts';
import { inBatches } from './cursor.ts';
import { findDays } from './days.ts';
import { writeFusionIndex } from './fusion-index.ts';
import { changedFields, meetingFacts, type NewChange, writeHistory } from './history.ts';
import { refreshMeetingLines } from './meeting-lines.ts';
import { marksOf } from './meeting-marks.ts';
import { hashBytes } from './page-identity.ts';
import { markRecordChanged } from './record-memory.ts';
import { preparePerson, replacePeople } from './replace-people.ts';
import { replaceWithdrawals } from './withdrawals.ts';

interface Prepared {
  readonly meeting: Meeting;
  readonly row: MeetingTableRow;
}

/**
 * Makes the stored meetings and people equal to a fusion, touching only what differs. Ids and addresses that go leave
 * a redirect to the meeting that now has most of their reports.
 */
export async function replaceFused(
  context: ArchiveContext,
  fused: FusedRecord,
  options: ReplaceOptions = {},
): Promise<FusionChange> {
  const bounds = await findBounds(context.db, fused.meetings);
  const meetings = new Map(
    fused.meetings.map((meeting) => [meeting.id, prepareMeeting(meeting, bounds.get(meeting.id))]),
  );
  const people = new Map(fused.people.map((person) => [person.id, preparePerson(person)]));
  const { change, renamed } = await context.write(async (tx) => {
    await context.dialect.lock(tx, 'fused record');
    const { change: changeOfMeetings, steps } = await replaceMeetings(tx, meetings, options.scope?.meetings);
    const peopleSteps = await replacePeople(tx, people, options.scope?.people);
    if (options.index !== undefined) await writeFusionIndex(tx, options.index, options.scope?.meetings);
    await writeHistory(tx, [...steps, ...peopleSteps], context.now(), options.decisionId);
    const { withdrawals } = fused;
    const renamed = withdrawals !== undefined && (await replaceWithdrawals(tx, withdrawals));
    await markRecordChanged(tx);
    return { change: changeOfMeetings, renamed };
  });
  // A name that may not be told must not be found either.
  if (renamed) await reindexSearch(context);
  return change;
}

async function replaceMeetings(
  tx: Writer,
  meetings: ReadonlyMap<string, Prepared>,
  scope: ReadonlySet<string> | undefined,
): Promise<{ readonly change: FusionChange; readonly steps: NewChange[] }> {
  const stored = await readKnown(tx, scope === undefined ? undefined : [...new Set([...scope, ...meetings.keys()])]);
  const known = new Map(stored.map((row) => [row.id, row]));
  const added: Prepared[] = [];
  const changed: Prepared[] = [];
  for (const prepared of meetings.values()) {
    const before = known.get(prepared.row.id);
    if (before === undefined) added.push(prepared);
    else if (before.digest !== prepared.row.digest) changed.push(prepared);
  }
  const gone = stored.filter((row) => !meetings.has(row.id) && (scope === undefined || scope.has(row.id)));
  const reportsOfGone = await readReports(
    tx,
    gone.map((row) => row.id),
  );
  const reportsBefore = await readReports(
    tx,
    changed.map(({ row }) => row.id),
  );

  for (const some of inBatches(added, 100)) {
    await tx
      .insertInto('meetings')
      .values(some.map((prepared) => prepared.row))
      .execute();
  }
  const steps: NewChange[] = added.map(({ row }) => ({
    subject: 'meeting',
    subjectId: row.id,
    kind: 'added',
    fields: [],
  }));
  for (const { row, meeting } of changed) {
    const old = await tx.selectFrom('meetings').select('data').where('id', '=', row.id).executeTakeFirst();
    const fields = changedFields(meetingFacts(JSON.parse(old?.data ?? '{}') as Meeting), meetingFacts(meeting));
    if (fields.length > 0) steps.push({ subject: 'meeting', subjectId: row.id, kind: 'changed', fields });
    await tx.updateTable('meetings').set(row).where('id', '=', row.id).execute();
  }
  await writeLinks(tx, changed, added);
  await refreshMeetingLines(
    tx,
    [...changed, ...added].map(({ row }) => row.id),
  );

  const successors = findSuccessors(reportsOfGone, meetings.values());
  for (const { id, slug } of gone) {
    const successor = successors.get(id);
    if (successor !== undefined) {
      await tx.updateTable('meeting_redirects').set({ moved_to: successor }).where('moved_to', '=', id).execute();
      await putRedirect(tx, id, successor);
      await putRedirect(tx, slug, successor);
    }
    await tx.deleteFrom('meetings').where('id', '=', id).execute();
  }
  for (const { row } of changed) {
    const former = known.get(row.id)?.slug;
    if (former !== undefined && former !== row.slug) await putRedirect(tx, former, row.id);
  }
  for (const some of inBatches([...added, ...changed])) {
    // What is a living address again is no redirect any more.
    await tx
      .deleteFrom('meeting_redirects')
      .where(
        'former',
        'in',
        some.flatMap(({ row }) => [row.id, row.slug]),
      )
      .execute();
  }
  const moved = [...reportsOfGone.values(), ...reportsBefore.values()].flat().map(articleOfReport);
  const told = [...added, ...changed].flatMap(({ meeting }) => meeting.reports.map(({ articleId }) => articleId));
  await refreshFacets(tx, unique([...moved, ...told]));
  for (const { id } of gone) steps.push({ subject: 'meeting', subjectId: id, kind: 'removed', fields: [] });
  return { change: { added: added.length, changed: changed.length, removed: gone.length }, steps };
}

/** @param ids all when absent */
async function readKnown(
  tx: Writer,
  ids: readonly string[] | undefined,
): Promise<{ readonly id: string; readonly slug: string; readonly digest: string }[]> {
  const known = tx.selectFrom('meetings').select(['id', 'slug', 'digest']);
  if (ids === undefined) return known.execute();
  const found = [];
  for (const some of inBatches(ids)) found.push(...(await known.where('id', 'in', some).execute()));
  return found;
}

async function putRedirect(tx: Writer, former: string, target: string): Promise<void> {
  await tx
    .insertInto('meeting_redirects')
    .values({ former, moved_to: target })
    .onConflict((conflict) => conflict.column('former').doUpdateSet({ moved_to: target }))
    .execute();
}

async function readReports(tx: Writer, meetingIds: readonly string[]): Promise<Map<string, string[]>> {
  const reports = new Map<string, string[]>();
  for (const some of inBatches(meetingIds)) {
    const rows = await tx.selectFrom('meeting_articles').selectAll().where('meeting_id', 'in', some).execute();
    for (const row of rows) {
      const key = `${row.article_id} ${row.report}`;
      const list = reports.get(row.meeting_id);
      if (list === undefined) reports.set(row.meeting_id, [key]);
      else list.push(key);
    }
  }
  return reports;
}

function articleOfReport(report: string): string {
  return report.slice(0, report.lastIndexOf(' '));
}

/** For each vanished meeting the one that took most of its reports, else of its articles. */
function findSuccessors(
  gone: ReadonlyMap<string, readonly string[]>,
  meetings: Iterable<Prepared>,
): Map<string, string> {
  const byReport = new Map<string, string>();
  const byArticle = new Map<string, string>();
  if (gone.size === 0) return new Map();
  for (const { meeting } of meetings) {
    for (const { articleId, report } of meeting.reports) {
      byReport.set(`${articleId} ${report}`, meeting.id);
      if (!byArticle.has(articleId)) byArticle.set(articleId, meeting.id);
    }
  }
  const successors = new Map<string, string>();
  for (const [id, reports] of gone) {
    const votes = new Map<string, number>();
    for (const report of reports) {
      const exact = byReport.get(report);
      const near = byArticle.get(articleOfReport(report));
      if (exact !== undefined) votes.set(exact, (votes.get(exact) ?? 0) + 1_000);
      else if (near !== undefined) votes.set(near, (votes.get(near) ?? 0) + 1);
    }
    const best = [...votes].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0];
    if (best !== undefined) successors.set(id, best[0]);
  }
  return successors;
}

/** Index rows: which countries, people, topics and reports a meeting has. */
async function writeLinks(tx: Writer, changed: readonly Prepared[], added: readonly Prepared[]): Promise<void> {
  for (const some of inBatches(changed)) {
    const ids = some.map(({ row }) => row.id);
    await tx.deleteFrom('meeting_countries').where('meeting_id', 'in', ids).execute();
    await tx.deleteFrom('meeting_people').where('meeting_id', 'in', ids).execute();
    await tx.deleteFrom('meeting_topics').where('meeting_id', 'in', ids).execute();
    await tx.deleteFrom('meeting_marks').where('meeting_id', 'in', ids).execute();
    await tx.deleteFrom('meeting_articles').where('meeting_id', 'in', ids).execute();
  }
  for (const some of inBatches([...changed, ...added], 100)) {
    const links = some.map(({ meeting }) => findLinks(meeting));
    for (const rows of inBatches(links.flatMap((link) => link.countries))) {
      await tx.insertInto('meeting_countries').values(rows).execute();
    }
    for (const rows of inBatches(links.flatMap((link) => link.people))) {
      await tx.insertInto('meeting_people').values(rows).execute();
    }
    for (const rows of inBatches(links.flatMap((link) => link.topics))) {
      await tx.insertInto('meeting_topics').values(rows).execute();
    }
    for (const rows of inBatches(some.flatMap(({ meeting }) => marksOf(meeting)))) {
      await tx.insertInto('meeting_marks').values(rows).execute();
    }
    for (const rows of inBatches(links.flatMap((link) => link.articles))) {
      await tx.insertInto('meeting_articles').values(rows).execute();
    }
  }
}

function findLinks(meeting: Meeting) {
  const meeting_id = meeting.id;
  const people = meeting.sides.flatMap((side) =>
    side.participants.flatMap((participant) => participant.personId ?? []),
  );
  const reports = new Map(meeting.reports.map((report) => [`${report.articleId} ${report.report}`, report]));
  return {
    countries: unique(meeting.sides.map((side) => side.country.toUpperCase())).map((country) => ({
      meeting_id,
      country,
    })),
    people: unique(people).map((person_id) => ({ meeting_id, person_id })),
    topics: unique(meeting.topics.map((tag) => tag.topic)).map((topic) => ({ meeting_id, topic })),
    articles: [...reports.values()].map(({ articleId, report }) => ({ meeting_id, article_id: articleId, report })),
  };
}

function unique<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}

/** For meetings without an exact day: the first day on which a report of it can have appeared. */
async function findBounds(db: Queries, meetings: readonly Meeting[]): Promise<Map<string, string>> {
  const bounds = new Map<string, string>();
  const inexact = meetings.filter((meeting) => !isExact(meeting));
  const days = new Map<string, string>();
  for (const some of inBatches(
    unique(inexact.flatMap((meeting) => meeting.reports.map((report) => report.articleId))),
  )) {
    const rows = await db.selectFrom('articles').select(['id', 'sort_day']).where('id', 'in', some).execute();
    for (const row of rows) days.set(row.id, row.sort_day);
  }
  for (const meeting of inexact) {
    const known = meeting.reports.flatMap((report) => days.get(report.articleId) ?? []).sort();
    if (known[0] !== undefined) bounds.set(meeting.id, known[0]);
  }
  return bounds;
}

function isExact(meeting: Meeting): boolean {
  return findDays(meeting.when.edtf) !== undefined && !['month', 'year', 'unknown'].includes(meeting.when.precision);
}

function prepareMeeting(meeting: Meeting, reported: string | undefined): Prepared {
  const data = JSON.stringify(meeting);
  const days = findDays(meeting.when.edtf);
  const bounds = [days?.last, meeting.when.notLaterThan?.slice(0, 10), reported]
    .filter((day) => day !== undefined)
    .sort();
  const sortDay = (isExact(meeting) ? days?.first : bounds[0]) ?? '0000-01-01';
  const strong = meeting.outcomes.filter((outcome) => outcome.strength === 'commitment' || outcome.kind === 'signed');
  return {
    meeting,
    row: {
      id: meeting.id,
      slug: meeting.slug,
      type: meeting.type,
      status: meeting.status,
      first_day: days?.first ?? null,
      last_day: days?.last ?? null,
      sort_day: sortDay,
      background: meeting.backgroundOnly ? 1 : 0,
      outcomes: meeting.outcomes.length,
      strong_outcomes: strong.length,
      digest: hashBytes(`${sortDay} ${data}`),
      data,
    },
  };
}
