import type { Evidence } from '../../model/evidence.ts';
import type { Basis, CountryCode, PersonName, ReportedMeeting } from '../../model/record.ts';
import { foldName } from '../../text/normalise.ts';

/** One name in one office in one report: all that the register learns from. */
export interface Sighting {
  readonly country: CountryCode;
  readonly roleCode: string;
  readonly roleText: string;
  readonly name: PersonName;
  readonly former: boolean;
  readonly acting: boolean;
  /** Set when the country was concluded, not said: the register does not learn countries from it. */
  readonly guessed?: true;
  readonly articleId: string;
  /** Number of the day, when one is known. */
  readonly day?: number;
  readonly evidence: readonly Evidence[];
}

/** Country, role and folded name: what a spelling is known by, in decisions too. */
export function spellingKey(country: CountryCode, roleCode: string, name: string): string {
  return `${country}|${roleCode}|${foldName(name)}`;
}

const guesses: ReadonlySet<Basis> = new Set<Basis>(['dyad', 'issuer', 'inferred-home']);

/** What sightings are read from: a report, as far as it tells of people. */
export interface PeopleReport {
  readonly articleId: string;
  readonly meeting: Pick<ReportedMeeting, 'sides'>;
  readonly days?: { readonly from: number };
  readonly published?: number;
  readonly background: boolean;
  evidence(mentions: readonly string[]): Evidence[];
}

export function sightingsOf(report: PeopleReport): Sighting[] {
  const day = report.background ? report.days?.from : (report.days?.from ?? report.published);
  return report.meeting.sides.flatMap((side) =>
    side.participants.flatMap(({ name, roleCode, roleText, former, acting, countryBasis, mentions }): Sighting[] =>
      // What the register itself concluded teaches it nothing.
      name === undefined || roleCode === '' || countryBasis === 'register'
        ? []
        : [
            {
              country: side.country,
              roleCode,
              roleText,
              name,
              former: former === true,
              acting: acting === true,
              ...(guesses.has(countryBasis ?? 'explicit') ? { guessed: true as const } : {}),
              articleId: report.articleId,
              ...(day === undefined ? {} : { day }),
              evidence: report.evidence(mentions),
            },
          ],
    ),
  );
}
