import type { Article } from '../../../src/core/model/article.ts';
import type { MeetingStatus, MeetingType, OutcomeKind, ReportedMeeting } from '../../../src/core/model/record.ts';
import type { PredictedEvent, Prediction } from './types.ts';

/** Names of the answer form where it knows fewer kinds than the record does. */
const TYPE: Readonly<Record<MeetingType, string>> = {
  meeting: 'meeting',
  call: 'call',
  video: 'meeting',
  visit: 'visit',
  joint_session: 'meeting',
  signing: 'signing',
  statement: 'statement_of_accord',
  ambassador_call: 'meeting',
  organisation_meeting: 'meeting',
};

const OUTCOME: Readonly<Record<OutcomeKind, string>> = {
  agreed: 'agreed',
  signed: 'signed',
  created: 'created',
  relaunched: 'created',
  invited: 'announced',
  announced: 'announced',
  roadmap: 'announced',
};

/** The form has no word for a meeting put off or denied: it did not take place. */
const STATUS: Readonly<Record<MeetingStatus, string>> = {
  planned: 'planned',
  held: 'held',
  postponed: 'cancelled',
  cancelled: 'cancelled',
  denied: 'cancelled',
  disputed: 'planned',
};

/** Labels whose blocks are the told text: what a reader would call the article. */
const BODY: ReadonlySet<string> = new Set(['dateline', 'standfirst', 'body']);

export interface Groups {
  readonly dispatch: string;
  readonly story: string;
}

/** One answer line from what was read. */
export function predictionOf(
  id: string,
  article: Article,
  meetings: readonly ReportedMeeting[],
  groups: Groups,
): Prediction {
  return {
    id,
    title: article.title?.value ?? null,
    published: dayOf(article.published?.value.edtf),
    lang: article.language.value,
    body: toldText(article),
    ...groups,
    events: meetings.map(eventOf),
  };
}

/** The article without title and page around it. */
export function toldText(article: Article): string {
  return article.blocks
    .filter((block) => BODY.has(block.label))
    .map((block) => article.text.slice(block.start, block.end))
    .join('\n');
}

function eventOf(meeting: ReportedMeeting): PredictedEvent {
  return {
    type: TYPE[meeting.type],
    date: dayOf(meeting.when.edtf),
    place: townOf(meeting),
    country_of_place: meeting.where?.country ?? null,
    countries: meeting.sides.map((side) => side.country),
    participants: meeting.sides.flatMap((side) =>
      side.participants.flatMap((person) =>
        person.name === undefined ? [] : [{ name: person.name.full, country: person.country ?? side.country }],
      ),
    ),
    topics: [...new Set(meeting.topics.map((tag) => tag.topic))],
    outcomes: meeting.outcomes.map((outcome) => ({ kind: OUTCOME[outcome.kind], what: outcome.text })),
    status: meeting.prominence === 'background' ? 'background' : STATUS[meeting.status],
  };
}

/** The form keeps the country in a field of its own: a country alone is no place. */
function townOf({ where }: ReportedMeeting): string | null {
  return where?.place ?? (where?.country === undefined ? where?.surface : undefined) ?? null;
}

/** The day of an EDTF value, the first one of a range; null for anything less precise. */
function dayOf(edtf: string | undefined): string | null {
  const day = edtf === undefined ? null : /^\d{4}-\d\d-\d\d/.exec(edtf);
  return day?.[0] ?? null;
}
