import type { Meeting } from '../../model/record.ts';
import { emptyCounts, type SpellingCounts } from '../people/spelling-counts.ts';
import { countSpellings } from '../people/spellings.ts';
import { type FusionKey, keysOfMeeting } from './fusion-keys.ts';
import { type IndexedArticle, type IndexedReport, placedReports } from './index-article.ts';
import { knownIn } from './known-changes.ts';

/** What a later fusion of a part looks up, beside the entries of the articles and their keys. */
export interface ArchiveIndex {
  readonly meetingKeys: readonly FusionKey[];
  readonly spellings: readonly SpellingCounts[];
}

/** @param index every article, with what the register says of its open names */
export function indexArchive(index: readonly IndexedArticle[], meetings: readonly Meeting[]): ArchiveIndex {
  const reports = new Map<string, IndexedReport>();
  const articles = index.map((article) => {
    const placed = placedReports(article);
    for (const report of placed) reports.set(report.key, report);
    return placed.flatMap(({ sightings }) => sightings);
  });
  const members = meetings.map(({ reports: told }) =>
    told.flatMap(({ articleId, report }) => reports.get(`${articleId}#${report}`) ?? []),
  );
  const counts = countSpellings(
    members.map((list) => list.flatMap(({ sightings }) => sightings)),
    articles,
  );
  for (const [key, known] of knownIn(index)) {
    const spelling = counts.get(key) ?? emptyCounts(key);
    spelling.known = known;
    counts.set(key, spelling);
  }
  return {
    meetingKeys: meetings.flatMap((meeting, position) => keysOfMeeting(meeting, members[position] ?? [])),
    spellings: [...counts.values()],
  };
}
