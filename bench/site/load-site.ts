import { Kysely, sql } from 'kysely';
import type { Article, Block } from '../../src/core/model/article.ts';
import type { Evidence } from '../../src/core/model/evidence.ts';
import type { Meeting } from '../../src/core/model/record.ts';
import { packJson } from '../../src/store/archive/compression.ts';
import { printBytes } from '../../src/store/archive/novelty-prints.ts';
import { createSqliteKyselyDialect, pragmas } from '../../src/store/sqlite/dialect.ts';
import { openBinding } from '../../src/store/sqlite/driver.ts';
import type { Tables } from '../../src/store/tables.ts';
import { inventRecord } from '../../src/testing/invented.ts';
import { createDice } from '../search/dice.ts';
import { type BulkArticle, bulkArticle, bulkMeetings } from '../search/invent-archive.ts';
import { loadArchive, textOf } from '../search/load-archive.ts';

const places = ['Rabat', 'Madrid', 'Paris', 'Rome', 'Algiers', 'Tunis', 'Dakar', 'Berlin', 'Lisbon', 'Cairo'] as const;
const mechanisms = ['joint commission', 'mixed group on trade', 'high committee'] as const;
const strengths = ['commitment', 'intent', 'courtesy'] as const;
const statuses = ['held', 'held', 'held', 'held', 'planned', 'postponed', 'cancelled'] as const;
/** Articles of one meeting, as the search archive has them: here they are also one story of two dispatches. */
const inStory = 5;
const sentencesInParagraph = 3;
const batch = 500;

/** Fills a new database with all that the rooms of the site show. */
export async function loadSite(file: string, articles: number, note: (text: string) => void): Promise<void> {
  await loadArchive(file, articles, note, siteMeetings(articles));
  await addRooms(file, articles, note);
}

/** The meetings of the search archive with places, outcomes, mechanisms and evidence. */
export function* siteMeetings(articles: number): Generator<Meeting> {
  let number = 0;
  for (const meeting of bulkMeetings(articles)) {
    const dice = createDice(number + 900_001);
    const place = places[dice.below(places.length)] ?? 'Rabat';
    const first = bulkArticle(number * inStory);
    const evidence = evidenceOf(first);
    const agreed = dice.below(3) === 0;
    yield {
      ...meeting,
      status: statuses[dice.below(statuses.length)] ?? 'held',
      where: { place, surface: place, basis: 'explicit', mentions: [] },
      evidence: { status: evidence.slice(0, 1), when: evidence.slice(1, 2), where: evidence.slice(2, 3) },
      outcomes: agreed
        ? [
            {
              kind: 'agreed',
              text: first.title,
              strength: strengths[dice.below(strengths.length)] ?? 'intent',
              evidence: evidence.slice(0, 2),
            },
          ]
        : [],
      mechanisms:
        dice.below(12) === 0
          ? [{ name: mechanisms[dice.below(mechanisms.length)] ?? '', evidence: evidence.slice(1, 2) }]
          : [],
    };
    number += 1;
  }
}

function evidenceOf(article: BulkArticle): Evidence[] {
  return blocksOf(article)
    .slice(0, 3)
    .map(({ start, end }) => ({ articleId: article.id, textVersion: 'v', start, end: Math.min(end, start + 60) }));
}

/** What the search archive does not need: pages, the marked-up article, its record, dispatches and stories. */
export async function addRooms(file: string, articles: number, note: (text: string) => void): Promise<void> {
  const binding = await openBinding(file);
  for (const pragma of pragmas) binding.exec(pragma);
  const db = new Kysely<Tables>({ dialect: createSqliteKyselyDialect(binding) });
  for (let at = 0; at < articles; at += batch) {
    const some = Array.from({ length: Math.min(batch, articles - at) }, (_, index) => bulkArticle(at + index));
    const packed = await Promise.all(
      some.map(async (article) => ({
        article,
        data: await packJson(articleOf(article)),
        print: printBytes({ ...articleOf(article), text: textOf(article) }),
        record: await packJson({ ...inventRecord(article.id, 'v'), meetings: inventRecord(article.id, 'v').meetings }),
      })),
    );
    await db.transaction().execute(async (tx) => {
      for (const { article, data, record, print } of packed) {
        await tx.updateTable('article_texts').set({ data }).where('article_id', '=', article.id).execute();
        await tx.insertInto('novelty_prints').values({ article_id: article.id, data: print }).execute();
        await tx
          .insertInto('records')
          .values({ article_id: article.id, text_version: 'v', coder_version: 'c1', data: record })
          .execute();
        const story = Math.floor(article.number / inStory);
        await tx
          .updateTable('articles')
          .set({
            story_id: `bs${story}`,
            dispatch_id: `bd${story}-${article.number % inStory < 3 ? 0 : 1}`,
            url: `https://${article.outletId}.example/${article.id}`,
          })
          .where('id', '=', article.id)
          .execute();
      }
    });
    if ((at / batch) % 40 === 39) note(`${at + batch} articles have their rooms\n`);
  }
  // Every page has bytes of its own, as far as the database can tell.
  await sql`insert into blobs (hash, size, encoding, bytes) select 'h' || id, 0, 'raw', x'' from articles`.execute(db);
  await sql`update articles set page_hash = 'h' || id`.execute(db);
  await sql`insert into pages (article_id, identity, version, is_current, hash, size, content_type, format, url, name, origin, saved_at, is_read)
    select id, url, 1, 1, page_hash, 0, 'text/html', 'html', url, null, 'import', sort_day || 'T08:00:00Z', 1 from articles`.execute(
    db,
  );
  await sql`insert into stories (id, articles, outlets, dispatches, last_day)
    select story_id, count(*), count(distinct outlet_id), count(distinct dispatch_id), max(sort_day)
    from articles where story_id is not null group by story_id`.execute(db);
  await db.destroy();
}

function blocksOf(article: BulkArticle): Block[] {
  const text = textOf(article);
  const spans = [{ start: 0, end: article.title.length }];
  let start = article.title.length + 1;
  let sentences = 0;
  for (let at = start; at < text.length; at++) {
    if (text[at] === '.') sentences += 1;
    if (sentences < sentencesInParagraph && at < text.length - 1) continue;
    spans.push({ start, end: at + 1 });
    start = at + 2;
    sentences = 0;
  }
  const direction = article.language === 'ar' ? 'rtl' : 'ltr';
  return spans
    .filter((span) => span.start < span.end)
    .map((span, index) => ({
      index,
      ...span,
      label: index === 0 ? 'headline' : 'body',
      kind: 'paragraph',
      probability: 1,
      reason: 'invented',
      language: article.language as Block['language'],
      direction,
      sourceMap: [[span.start, span.start, span.end - span.start]],
    }));
}

function articleOf(article: BulkArticle): Omit<Article, 'text'> {
  const sourced = <T>(value: T) => ({
    value,
    certainty: 0.9,
    basis: 'invented',
    spans: [{ start: 0, end: article.title.length }],
  });
  return {
    id: article.id,
    textVersion: 'v',
    blocks: blocksOf(article),
    pageType: 'article',
    title: sourced(article.title),
    authors: [],
    dateCandidates: [],
    language: sourced(article.language as Article['language']['value']),
    published: sourced({ edtf: article.day, precision: 'day' as const }),
    images: [],
    links: [],
    tags: [],
    problems: [],
    url: `https://${article.outletId}.example/${article.id}`,
  };
}
