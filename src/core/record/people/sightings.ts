import type { Evidence } from '../../model/evidence.ts';
import type { CountryCode, PersonName } from '../../model/record.ts';
import { foldName } from '../../text/normalise.ts';
import type { Report } from '../fuse/reports.ts';

/** One name in one office in one report: all that the register learns from. */
export interface Sighting {
  readonly country: CountryCode;
  readonly roleCode: string;
  readonly roleText: string;
  readonly name: PersonName;
  readonly former: boolean;
  readonly acting: boolean;
  readonly articleId: string;
  /** Number of the day, when one is known. */
  readonly day?: number;
  readonly evidence: readonly Evidence[];
}

/** Country, role and folded name: what a spelling is known by, in decisions too. */
export function spellingKey(country: CountryCode, roleCode: string, name: string): string {
  return `${country}|${roleCode}|${foldName(name)}`;
}

export function sightingsOf(report: Report): Sighting[] {
  const day = report.background ? report.days?.from : (report.days?.from ?? report.published);
  return report.meeting.sides.flatMap((side) =>
    side.participants.flatMap(({ name, roleCode, roleText, former, acting, mentions }): Sighting[] =>
      name === undefined || roleCode === ''
        ? []
        : [
            {
              country: side.country,
              roleCode,
              roleText,
              name,
              former: former === true,
              acting: acting === true,
              articleId: report.articleId,
              ...(day === undefined ? {} : { day }),
              evidence: report.evidence(mentions),
            },
          ],
    ),
  );
}
