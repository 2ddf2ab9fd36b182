import type { CountryCode } from '../../model/record.ts';
import { type UnsaidOffice, unsaidOffice } from '../people/holders.ts';
import { type Sighting, sightingsOf, spellingKey } from '../people/sightings.ts';
import type { FusionDecision } from './decisions.ts';
import { findPlacements, type OpenName, openParticipants, type Placement, type Placements } from './placements.ts';
import { rejectionsOf } from './rejections.ts';
import { type RecordForFusion, type Report, reportsOf } from './reports.ts';

/** Changes when what an entry of the index says changes: an index of another version is made anew. */
export const fusionIndexVersion = '3';

/** What fusion must know of one report to tell which others it can touch. Plain JSON, small. */
export interface IndexedReport {
  readonly key: string;
  readonly anchor: string;
  readonly countries: readonly CountryCode[];
  /** Days on which it can lie; absent ends are open. */
  readonly from?: number;
  readonly to?: number;
  readonly dated: boolean;
  readonly background: boolean;
  readonly dispatchId?: string;
  readonly sightings: readonly Sighting[];
  /** Day by which the register is asked: its own, else that of publication. */
  readonly day?: number;
  readonly published?: number;
  /** Set when the article names one side only. */
  readonly half?: true;
  /** Names whose country the article does not say. */
  readonly open?: readonly OpenName[];
  /** For whom the register holds them. */
  readonly placed?: readonly Placement[];
  /** Participants whose name or post it does not say. */
  readonly unsaid?: readonly UnsaidOffice[];
}

export interface IndexedArticle {
  readonly articleId: string;
  readonly reports: readonly IndexedReport[];
}

export function indexArticle(record: RecordForFusion): IndexedArticle {
  return { articleId: record.record.articleId, reports: reportsOf(record).map(indexReport) };
}

function indexReport(report: Report): IndexedReport {
  const { key, anchor, countries, window, days, background, source, meeting } = report;
  const published = background ? undefined : report.published;
  const day = days?.from ?? published;
  const open = openParticipants(meeting).map(({ roleCode, name, country }): OpenName => {
    return { roleCode, name: name?.full ?? '', ...(country === undefined ? {} : { guess: country }) };
  });
  const unsaid = meeting.sides.flatMap((side) =>
    side.participants.flatMap((participant) => unsaidOffice(participant, side.country) ?? []),
  );
  return {
    key,
    anchor,
    countries,
    ...(Number.isFinite(window.from) ? { from: window.from } : {}),
    ...(Number.isFinite(window.to) ? { to: window.to } : {}),
    dated: days !== undefined,
    background,
    ...(source.dispatchId === undefined ? {} : { dispatchId: source.dispatchId }),
    sightings: sightingsOf(report),
    ...(day === undefined ? {} : { day }),
    ...(published === undefined ? {} : { published }),
    ...(meeting.unplaced === undefined ? {} : { half: true as const }),
    ...(open.length === 0 ? {} : { open }),
    ...(unsaid.length === 0 ? {} : { unsaid }),
  };
}

/** With what the register says of open names: `placed` in the reports that it placed. */
export function indexArticles(
  records: readonly RecordForFusion[],
  decisions: readonly FusionDecision[],
): { readonly index: IndexedArticle[]; readonly placements: Placements } {
  const rejections = rejectionsOf(decisions);
  const index = records.map(indexArticle);
  const placements = findPlacements(
    index.flatMap(({ reports }) => reports),
    (report, country) => rejections.has(report, 'country', country),
  );
  return { index: index.map((article) => withPlacements(article, placements)), placements };
}

export function withPlacements(article: IndexedArticle, placements: Placements): IndexedArticle {
  return {
    ...article,
    reports: article.reports.map(({ placed: _, ...report }) => {
      const placed = placements.get(report.key) ?? [];
      return placed.length === 0 ? report : { ...report, placed };
    }),
  };
}

/** The reports that fusion sees: half-told ones only where the register knows the other side, and then with it. */
export function placedReports(article: IndexedArticle): IndexedReport[] {
  return article.reports.flatMap((report) => {
    const { placed } = report;
    if (placed === undefined) return report.half === true ? [] : [report];
    const moved = new Set(
      placed.flatMap(({ position }) => {
        const { guess, roleCode, name } = report.open?.[position] ?? {};
        return guess === undefined ? [] : [spellingKey(guess, roleCode ?? '', name ?? '')];
      }),
    );
    return [
      {
        ...report,
        // A guess that proved wrong stays among them: a block may be too large, never too small.
        countries: [...new Set([...report.countries, ...placed.map(({ country }) => country)])].sort(),
        sightings: report.sightings.filter(
          ({ country, roleCode, name, guessed }) =>
            guessed !== true || !moved.has(spellingKey(country, roleCode, name.full)),
        ),
      },
    ];
  });
}

export function articleOf(key: string): string {
  return key.slice(0, key.lastIndexOf('#'));
}
