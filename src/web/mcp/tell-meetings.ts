import { participantField } from '../../core/export/exported-meeting.ts';
import type { Evidence } from '../../core/model/evidence.ts';
import type { Meeting } from '../../core/model/record.ts';
import type { Agreement, Source, ToldMeeting } from '../../schemas/mcp.ts';
import type { Store } from '../../store/store.ts';
import { openQuotations, type Quotation } from '../published-article.ts';
import type { WebSettings } from '../settings.ts';
import { clipText } from '../shown-text.ts';

/** What the tools read: the archive as the public sees it, and where its site is. */
export interface McpArchive {
  readonly store: Store;
  readonly settings: WebSettings;
  /** Address of the site, for links; without a slash at its end. */
  readonly site: string;
}

const longestQuote = 400;
/** Sentences behind one fact: whoever wants all asks for the evidence of the meeting. */
const sourcesOfFact = 2;

/** Tells meetings in short, every fact with the sentences that say it, from different reports first. */
export async function tellMeetings(archive: McpArchive, meetings: readonly Meeting[]): Promise<ToldMeeting[]> {
  const evidence = meetings.flatMap((meeting) => [
    ...Object.values(meeting.evidence).flatMap((list) => firstReports(list)),
    ...meeting.outcomes.flatMap((outcome) => firstReports(outcome.evidence)),
  ]);
  const sourcesOf = await openSources(archive, evidence);
  return meetings.map((meeting) => tellMeeting(archive, meeting, sourcesOf));
}

/** The sentences behind evidence that is in one of the articles named here. */
export async function openSources(
  { store, settings, site }: McpArchive,
  evidence: readonly Evidence[],
): Promise<(evidence: readonly Evidence[], most?: number) => Source[]> {
  const quotationsOf = await openQuotations(store, new Set(evidence.map(({ articleId }) => articleId)), settings);
  return (list, most = sourcesOfFact) =>
    quotationsOf(list)
      .slice(0, most)
      .map((quotation) => sourceOf(quotation, site));
}

function sourceOf({ words, outlet, published, language, href }: Quotation, site: string): Source {
  return {
    quote: words === undefined ? null : clipText(words.map(({ text }) => text).join(''), longestQuote),
    outlet: outlet ?? null,
    published: published ?? null,
    language,
    link: site + href,
  };
}

/** Evidence in the first articles of a list: an archive of many copies is not read whole for one fact. */
function firstReports(list: readonly Evidence[]): readonly Evidence[] {
  const first = new Set([...new Set(list.map(({ articleId }) => articleId))].slice(0, sourcesOfFact));
  return list.filter(({ articleId }) => first.has(articleId));
}

type SourcesOf = (evidence: readonly Evidence[], most?: number) => Source[];

export function meetingLink({ site }: McpArchive, { slug }: Pick<Meeting, 'slug'>): string {
  return `${site}/meetings/${encodeURIComponent(slug)}`;
}

function tellMeeting(archive: McpArchive, meeting: Meeting, sourcesOf: SourcesOf): ToldMeeting {
  const of = (field: string): Source[] => sourcesOf(meeting.evidence[field] ?? []);
  const { when, where } = meeting;
  return {
    id: meeting.id,
    link: meetingLink(archive, meeting),
    type: meeting.type,
    status: meeting.status,
    day: when.edtf ?? null,
    place: where?.place ?? where?.surface ?? null,
    placeCountry: where?.country ?? null,
    countries: meeting.sides.map(({ country }) => country).sort(),
    participants: meeting.sides.flatMap((side) =>
      side.participants.map((participant) => {
        const field = participantField(participant, meeting);
        return {
          name: participant.name?.full ?? null,
          role: participant.roleCode,
          country: side.country,
          inferred: side.basis.startsWith('inferred') || side.basis === 'register',
          sources: field === undefined ? [] : of(field),
        };
      }),
    ),
    topics: meeting.topics.map(({ topic }) => topic),
    outcomes: tellAgreements(meeting, sourcesOf),
    independentSources: meeting.independentSources,
    contradictions: meeting.contradictions.map(({ field }) => field),
    sources: of('status'),
  };
}

/** What was agreed; courtesies are no outcome that anybody asks for. */
export function tellAgreements({ outcomes }: Meeting, sourcesOf: SourcesOf): Agreement[] {
  return outcomes
    .filter(({ strength }) => strength !== 'courtesy')
    .map(({ kind, text, language, instrument, strength, standing, evidence }) => ({
      kind,
      text: clipText(text, longestQuote),
      language: language ?? null,
      instrument: instrument ?? null,
      strength,
      certainty: standing?.certainty ?? null,
      sources: sourcesOf(evidence),
    }));
}
