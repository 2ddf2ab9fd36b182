import { z } from '@hono/zod-openapi';
import { meetingsOf, openExportedMeetings } from '../../jobs/exported-meetings.ts';
import { articleSchema } from '../../schemas/article.ts';
import { meetingSchema, renderMeeting } from '../../schemas/meeting.ts';
import type { MeetingQuery, Store } from '../../store/store.ts';
import { mostMeetingsOfArticle, renderPublishedArticle } from '../data/article-data.ts';
import { wordSchema } from '../filter-parameters.ts';
import { readPublishedArticle } from '../published-article.ts';
import type { Room } from '../room.ts';
import { recordParameters, recordQuery } from './meetings.ts';
import { given } from './pages.ts';

/** An address that answers with JSON lines: as many nouns as there are, each on a line of its own. */
export interface LinesRoute {
  readonly path: string;
  readonly summary: string;
  readonly noun: string;
  readonly line: z.ZodObject;
  readonly query: z.ZodObject;
  lines(room: Room, query: Readonly<Record<string, unknown>>): AsyncIterable<string>;
}

const meetingFilters = z.strictObject(recordParameters);
const articleFilters = z.strictObject({
  outlet: wordSchema.optional().describe('Slug or id of an outlet.'),
  language: wordSchema.optional().describe('Language of the text: `fr`.'),
});

export const exportRoutes: readonly LinesRoute[] = [
  {
    path: '/export/meetings.jsonl',
    summary: 'Every meeting that the filters find, as JSON lines; with filters, in the order of the days',
    noun: 'meeting',
    line: meetingSchema,
    query: meetingFilters,
    lines: (room, query) => meetingLines(room, query as z.output<typeof meetingFilters>),
  },
  {
    path: '/export/articles.jsonl',
    summary: 'Every article, as much of its text as its outlet allows, as JSON lines',
    noun: 'article',
    line: articleSchema,
    query: articleFilters,
    lines: (room, query) => articleLines(room, query as z.output<typeof articleFilters>),
  },
];

async function* meetingLines(room: Room, filters: z.output<typeof meetingFilters>): AsyncGenerator<string> {
  const { store, settings } = room;
  const exported = openExportedMeetings(store, (id) => readPublishedArticle(store, id, settings));
  for await (const meeting of meetingsIn(store, await recordQuery(room, filters))) {
    const item = await exported(meeting);
    yield `${JSON.stringify(renderMeeting(item.meeting, item.quoteOf))}\n`;
  }
}

/** Without filters the archive is read in its own order, which costs no counting. */
async function* meetingsIn(store: Store, query: MeetingQuery) {
  const { includeBackground = false, ...filters } = query;
  if (Object.keys(filters).length > 0) {
    yield* meetingsOf(store, { ...query, order: 'oldest' });
    return;
  }
  for await (const meeting of store.record.eachMeeting()) {
    if (includeBackground || !meeting.backgroundOnly) yield meeting;
  }
}

async function* articleLines(room: Room, filters: z.output<typeof articleFilters>): AsyncGenerator<string> {
  const { store, settings } = room;
  for await (const id of articleIds(store, filters)) {
    const article = await readPublishedArticle(store, id, settings);
    // It may have been removed since its id was read.
    if (article === undefined) continue;
    const query = { articleId: id, includeBackground: true, limit: mostMeetingsOfArticle };
    const { items } = await store.record.listMeetings(query);
    const line = renderPublishedArticle(
      article,
      items.map((meeting) => meeting.id),
    );
    yield `${JSON.stringify(line)}\n`;
  }
}

async function* articleIds(store: Store, filters: z.output<typeof articleFilters>): AsyncGenerator<string> {
  if (filters.outlet === undefined && filters.language === undefined) {
    for await (const { article } of store.articles.each()) yield article.id;
    return;
  }
  let cursor: string | undefined;
  do {
    const page = await store.articles.list(given({ ...filters, limit: 500, cursor }));
    for (const { id } of page.items) yield id;
    cursor = page.next;
  } while (cursor !== undefined);
}
