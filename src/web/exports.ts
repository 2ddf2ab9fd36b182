import { hasCalendarDay } from '../core/export/icalendar.ts';
import { renderSchemaOrg } from '../core/export/schema-org.ts';
import type { Meeting } from '../core/model/record.ts';
import { meetingsOf, openExportedMeetings } from '../jobs/exported-meetings.ts';
import { type ExportFormat, exportFormats, type OpenExportOptions } from '../schemas/export-formats.ts';
import type { MeetingQuery } from '../store/store.ts';
import { problemOf, respondProblem } from './errors.tsx';
import { readRecordRequest } from './pages/record.tsx';
import { parsePair } from './parse-pair.ts';
import { readPublishedArticle } from './published-article.ts';
import { ignoredFilters } from './record-filters.ts';
import type { Room, WebContext } from './room.ts';
import { pairPath } from './views/pair-link.tsx';

type PageOfRoom = (c: WebContext) => Promise<Response>;

const longestFirst = [...exportFormats].sort((a, b) => b.ending.length - a.ending.length);

/** `/meetings/m1.ics` is the meeting in that format; every other address is for the page. */
export function orExport(
  page: PageOfRoom,
  write: (c: WebContext, id: string, format: ExportFormat) => Promise<Response>,
): PageOfRoom {
  return (c) => {
    const parameter = c.req.param('id') ?? '';
    const format = longestFirst.find(({ ending }) => parameter.endsWith(`.${ending}`));
    return format === undefined ? page(c) : write(c, parameter.slice(0, -format.ending.length - 1), format);
  };
}

/** `/meetings/:id.ENDING` */
export async function meetingExport(c: WebContext, id: string, format: ExportFormat): Promise<Response> {
  const room = c.get('room');
  const found = await room.store.record.getMeeting(id);
  if (found === undefined) return respondProblem(c, problemOf('not-found'));
  if ('movedTo' in found) return c.redirect(`/meetings/${encodeURIComponent(found.movedTo)}.${format.ending}`, 301);
  if (format.needsDay === true && !hasCalendarDay(found)) return respondProblem(c, problemOf('not-found'));
  const options = siteOf(room);
  const item = await openExported(room)(found);
  if (format.name === 'jsonld') return respond(c, renderSchemaOrg(item, options), format, found.id);
  const writer = format.open(options);
  return respond(c, writer.begin() + writer.add(item) + writer.end(), format, found.id);
}

/** What a meeting is in the terms of schema.org, for the head of its page. */
export async function meetingJsonLd(room: Room, meeting: Meeting): Promise<string> {
  return renderSchemaOrg(await openExported(room)(meeting), siteOf(room));
}

/** `/dossiers/AA-BB.ENDING`: all meetings of the pair, recalled ones too, in the order of their days. */
export async function dossierExport(c: WebContext, id: string, format: ExportFormat): Promise<Response> {
  const room = c.get('room');
  const pair = parsePair(id);
  if (pair === undefined) return respondProblem(c, problemOf('not-found'));
  const [a, b] = pair;
  if (id !== `${a}-${b}`) return c.redirect(`${pairPath(a, b)}.${format.ending}`, 301);
  const meetings = await readExported(room, { pair: [a, b], includeBackground: true });
  if (meetings.length === 0) return respondProblem(c, problemOf('not-found'));
  return writeAll(c, meetings, format, `${a}-${b}`, { pair: [a, b] });
}

/** `/record.ENDING`: what the record shows with the same filters, in the order of the days. */
export function recordExport(format: ExportFormat): PageOfRoom {
  return async (c) => {
    const room = c.get('room');
    const { filters, query } = await readRecordRequest(room);
    if (ignoredFilters(room.query, filters).length > 0) return respondProblem(c, problemOf('invalid-parameter'));
    return writeAll(c, await readExported(room, query), format, 'record', {});
  };
}

/** More meetings than this are for `rapporteur export`, which keeps nothing in memory. */
const mostExported = 5000;

async function readExported(room: Room, query: MeetingQuery): Promise<Meeting[]> {
  const meetings: Meeting[] = [];
  for await (const meeting of meetingsOf(room.store, { ...query, order: 'oldest' })) {
    if (meetings.push(meeting) >= mostExported) break;
  }
  return meetings;
}

async function writeAll(
  c: WebContext,
  meetings: readonly Meeting[],
  format: ExportFormat,
  name: string,
  options: OpenExportOptions,
): Promise<Response> {
  const room = c.get('room');
  const undated = meetings.filter((meeting) => !hasCalendarDay(meeting)).length;
  const writer = format.open({ ...siteOf(room), ...options, undated, title: name });
  const exported = openExported(room);
  let text = writer.begin();
  for (const meeting of meetings) text += writer.add(await exported(meeting));
  return respond(c, text + writer.end(), format, name);
}

/** Quotations are those of the pages: the same texts, cut in the same way. */
function openExported({ store, settings }: Room) {
  return openExportedMeetings(store, (articleId) => readPublishedArticle(store, articleId, settings));
}

function siteOf({ settings }: Room): { readonly site?: string } {
  return settings.baseUrl === undefined ? {} : { site: settings.baseUrl };
}

function respond(c: WebContext, text: string, format: ExportFormat, name: string): Response {
  c.header('Cache-Control', 'private, no-cache');
  c.header('Content-Disposition', `inline; filename="${name.replace(/[^\w.-]/g, '_')}.${format.ending}"`);
  return c.body(text, 200, { 'Content-Type': format.mediaType });
}
