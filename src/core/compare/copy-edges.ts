import { parseIsoDay } from '../text/calendars.ts';

/** What the direction of copying is told from. */
export interface CopyReport {
  readonly articleId: string;
  readonly dispatchId?: string;
  /** EDTF of the publication. */
  readonly published?: string;
  readonly outlet?: string;
  /** Who wrote the dispatch, as the page credits it. */
  readonly agency?: string;
}

/** One text and where it was taken from. */
export interface CopyEdge {
  /** An article, or an agency whose own page is not in the archive. */
  readonly from: { readonly articleId: string } | { readonly agency: string };
  readonly to: string;
  /** `agency`: the page says so; `time`: the other was printed earlier. */
  readonly basis: 'agency' | 'time';
}

/**
 * Who took a text from whom among the reports of one story: from the agency that a page credits, else from the page of
 * the same dispatch that was surely printed before all others. Where nothing tells, nobody is said to have copied.
 *
 * @example
 * import { findCopyEdges } from 'rapporteur';
 *
 * const edges = findCopyEdges([
 *   { articleId: 'a', dispatchId: 'd', published: '2024-01-19' },
 *   { articleId: 'b', dispatchId: 'd', published: '2024-01-20' },
 * ]);
 * for (const { from, to, basis } of edges) console.log(from, to, basis);
 */
export function findCopyEdges(reports: readonly CopyReport[]): CopyEdge[] {
  const dispatches = new Map<string, CopyReport[]>();
  for (const report of reports) {
    const key = report.dispatchId ?? report.articleId;
    const list = dispatches.get(key);
    if (list === undefined) dispatches.set(key, [report]);
    else list.push(report);
  }
  return [...dispatches.values()].flatMap(edgesOf);
}

function edgesOf(reports: readonly CopyReport[]): CopyEdge[] {
  const own = reports.find(({ outlet, agency }) => agency !== undefined && sameName(outlet, agency));
  const earliest = firstPrinted(reports);
  return reports.flatMap((report): CopyEdge[] => {
    const to = report.articleId;
    if (report === own) return [];
    if (report.agency !== undefined) {
      const page = own !== undefined && sameName(own.outlet, report.agency) ? own : undefined;
      const from = page === undefined ? { agency: report.agency } : { articleId: page.articleId };
      return [{ from, to, basis: 'agency' }];
    }
    const source = own ?? earliest;
    if (source === undefined || source === report || reports.length < 2) return [];
    return isBefore(source.published, report.published)
      ? [{ from: { articleId: source.articleId }, to, basis: 'time' }]
      : [];
  });
}

/** The report that is earlier than every other one; nobody when two may have come first. */
function firstPrinted(reports: readonly CopyReport[]): CopyReport | undefined {
  return reports.find((one) => reports.every((other) => other === one || isBefore(one.published, other.published)));
}

/** Surely before: two times of one zone, or two days; the same day says nothing. */
export function isBefore(a: string | undefined, b: string | undefined): boolean {
  if (a === undefined || b === undefined) return false;
  const [dayA, dayB] = [a.slice(0, 10), b.slice(0, 10)];
  if (a.length > 10 && b.length > 10) {
    const [instantA, instantB] = [instantOf(a), instantOf(b)];
    if (instantA !== undefined && instantB !== undefined) return instantA < instantB;
  }
  return dayA.length === 10 && dayB.length === 10 && dayA < dayB;
}

/** Minutes since the first day, of `2024-01-19T14:05:00+01:00`. A time without a zone is no instant. */
function instantOf(edtf: string): number | undefined {
  const match = /^(\d{4}-\d\d-\d\d)T(\d\d):(\d\d)(?::\d\d(?:\.\d+)?)?(?:Z|([+-])(\d\d):?(\d\d))$/.exec(edtf);
  const day = parseIsoDay(match?.[1] ?? '');
  if (match === null || day === undefined) return undefined;
  const offset = (Number(match[5] ?? 0) * 60 + Number(match[6] ?? 0)) * (match[4] === '-' ? -1 : 1);
  return (day * 24 + Number(match[2])) * 60 + Number(match[3]) - offset;
}

function sameName(outlet: string | undefined, agency: string): boolean {
  if (outlet === undefined) return false;
  const words = outlet.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  return outlet.toLowerCase() === agency.toLowerCase() || words.includes(agency.toLowerCase());
}
