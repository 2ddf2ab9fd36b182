import type { ExportedMeeting, ExportSource } from '../core/export/exported-meeting.ts';
import { webAddress } from '../core/export/web-address.ts';
import type { Meeting, Person } from '../core/model/record.ts';
import type { QuoteOf } from '../schemas/evidence.ts';
import { publishedText, quoteFrom } from '../schemas/publish.ts';
import { evidenceSpansOf } from '../schemas/record.ts';
import type { MeetingQuery, Store, StoredArticle } from '../store/store.ts';

/** An article as far as exports may show it. */
export interface QuotedArticle {
  readonly stored: StoredArticle;
  readonly quoteOf: QuoteOf;
}

export type ReadQuotedArticle = (articleId: string) => Promise<QuotedArticle | undefined>;

/** Articles and people kept at hand: the reports of one meeting, and meetings of one time, stand close together. */
const kept = 200;

/**
 * Gives a meeting with all that an export may say of it: its articles, the people with an entry, and quotations within
 * what the outlet of each article allows. Evidence that points into an older text of an article is not quoted.
 * @param readArticle how much of an article may be shown is for whoever exports to decide
 */
export function openExportedMeetings(
  store: Store,
  readArticle: ReadQuotedArticle = (id) => readForPublic(store, id),
): (meeting: Meeting) => Promise<ExportedMeeting> {
  const articleOf = remember(kept, readArticle);
  const personOf = remember(kept, (id) => store.record.getPerson(id));
  return async (meeting) => {
    const articles = new Map<string, QuotedArticle>();
    for (const { articleId } of meeting.reports) {
      const article = await articleOf(articleId);
      if (article !== undefined) articles.set(articleId, article);
    }
    const people = new Map<string, Person>();
    for (const { personId } of meeting.sides.flatMap((side) => side.participants)) {
      const person = personId === undefined ? undefined : await personOf(personId);
      if (personId !== undefined && person !== undefined) people.set(personId, person);
    }
    return {
      meeting,
      people,
      sources: new Map([...articles].map(([id, { stored }]) => [id, sourceOf(stored)])),
      quoteOf({ articleId, textVersion, start, end }) {
        const article = articles.get(articleId);
        return article?.stored.article.textVersion === textVersion ? article.quoteOf({ start, end }) : null;
      },
    };
  };
}

/** Every meeting that a query finds, a page at a time. */
export async function* meetingsOf(store: Store, query: MeetingQuery): AsyncGenerator<Meeting> {
  let cursor: string | undefined;
  do {
    const page = await store.record.listMeetings({ ...query, limit: 200, ...(cursor === undefined ? {} : { cursor }) });
    yield* page.items;
    cursor = page.next;
  } while (cursor !== undefined);
}

/** What the outlet allows everybody to see. */
async function readForPublic(store: Store, id: string): Promise<QuotedArticle | undefined> {
  const stored = await store.articles.get(id);
  if (stored === undefined) return undefined;
  const record = await store.record.getRecord(id);
  const published = publishedText(
    stored.article,
    stored.outlet?.publish ?? 'excerpt',
    record === undefined ? [] : evidenceSpansOf(record),
  );
  return { stored, quoteOf: quoteFrom(stored.article, published) };
}

function sourceOf({ article, outlet }: StoredArticle): ExportSource {
  const url = webAddress(article.canonicalUrl ?? article.url);
  const name = outlet?.name ?? article.outlet?.value;
  return {
    articleId: article.id,
    language: article.language.value,
    ...(url === undefined ? {} : { url }),
    ...(article.title === undefined ? {} : { title: article.title.value }),
    ...(name === undefined ? {} : { outlet: name }),
    ...(article.agency === undefined ? {} : { agency: article.agency.value }),
    ...(article.published === undefined ? {} : { published: article.published.value.edtf }),
  };
}

/** Remembers the last answers: the oldest goes when there are too many. */
function remember<T>(limit: number, read: (id: string) => Promise<T>): (id: string) => Promise<T> {
  const known = new Map<string, T>();
  return async (id) => {
    const before = known.get(id);
    if (before !== undefined || known.has(id)) return before as T;
    const value = await read(id);
    const [oldest] = known.keys();
    if (known.size >= limit && oldest !== undefined) known.delete(oldest);
    known.set(id, value);
    return value;
  };
}
