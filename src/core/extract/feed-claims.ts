import type { DateCandidate, PublishedDate } from '../model/article.ts';
import type { Sourced } from '../model/evidence.ts';
import type { FeedItem } from '../model/feed.ts';
import { parseMessageDate } from '../read/message-date.ts';
import type { CanonicalText } from './canonical-text.ts';
import { parseMachineDate } from './machine-dates.ts';
import type { PublicationDates } from './publication-dates.ts';

/** What the page told, before the feed is heard. */
export interface PageClaims {
  readonly title: Sourced<string> | undefined;
  readonly authors: readonly Sourced<string>[];
  readonly dates: PublicationDates;
}

/** A title of the page that is less sure than this gives way to the feed's; so does a date. */
const sure = { title: 0.8, date: 0.86 } as const;
const certainty = { title: 0.85, authors: 0.8, date: 0.88 } as const;

/** The page's claims with those of the feed where the page is silent or unsure; the basis says whose each is. */
export function withFeedClaims(page: PageClaims, feed: FeedItem | undefined, canonical: CanonicalText): PageClaims {
  if (!feed) return page;
  const feedTitle = feed.title?.replace(/\s+/g, ' ').trim();
  const title =
    feedTitle && (page.title?.certainty ?? 0) < sure.title
      ? claim(feedTitle, certainty.title, 'feed', canonical, feedTitle)
      : page.title;
  const names = page.authors.length > 0 ? [] : (feed.authors ?? []).map((name) => name.trim()).filter(Boolean);
  const authors = names.map((name) => claim(name, certainty.authors, 'feed', canonical, name));
  return { title, authors: authors.length > 0 ? authors : page.authors, dates: datesWith(page.dates, feed, canonical) };
}

function datesWith(dates: PublicationDates, feed: FeedItem, canonical: CanonicalText): PublicationDates {
  const published = parseFeedDate(feed.published);
  const modified = parseFeedDate(feed.modified);
  const candidates: DateCandidate[] = [...dates.candidates];
  const offer = (
    value: PublishedDate,
    text: string,
    standing: Sourced<PublishedDate> | undefined,
  ): Sourced<PublishedDate> => {
    const own = claim(value, certainty.date, 'feed', canonical, text);
    const wins =
      !standing ||
      standing.certainty < sure.date ||
      standing.value.precision === 'month' ||
      standing.value.precision === 'year';
    const [span] = own.spans;
    if (span)
      candidates.push({
        ...span,
        edtf: value.edtf,
        origin: 'feed',
        accepted: wins,
        reason: wins ? 'feed' : 'less-trusted',
      });
    return wins ? own : standing;
  };
  const chosen = published ? offer(published, feed.published ?? '', dates.published) : dates.published;
  const changed = modified ? offer(modified, feed.modified ?? '', dates.modified) : dates.modified;
  const { notLaterThan } = dates;
  return {
    candidates: candidates.map((candidate) =>
      candidate.accepted &&
      candidate.origin !== 'feed' &&
      candidate.edtf === dates.published?.value.edtf &&
      chosen !== dates.published
        ? { ...candidate, accepted: false, reason: 'less-trusted' }
        : candidate,
    ),
    ...(chosen ? { published: chosen } : {}),
    ...(changed ? { modified: changed } : {}),
    // A bound is only for an unknown day.
    ...(notLaterThan && !(chosen && chosen.basis === 'feed') ? { notLaterThan } : {}),
  };
}

function parseFeedDate(text: string | undefined): PublishedDate | undefined {
  if (!text) return undefined;
  const instant = parseMessageDate(text);
  return instant ? { edtf: instant, precision: 'time' } : parseMachineDate(text);
}

function claim<T>(value: T, sureness: number, basis: string, canonical: CanonicalText, text: string): Sourced<T> {
  return { value, certainty: sureness, basis, spans: [canonical.cite(text, basis)] };
}
