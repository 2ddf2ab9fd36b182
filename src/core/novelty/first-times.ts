import type { Evidence } from '../model/evidence.ts';
import type { Meeting, Side } from '../model/record.ts';
import { spanOfEdtf } from '../record/fuse/reports.ts';

/** One thing that a dossier had never seen before. */
export interface FirstTime {
  readonly kind: 'level' | 'type' | 'topic' | 'instrument' | 'mechanism' | 'visit';
  /**
   * What is new: `state`, `government` or the role code on both sides; the type of meeting; the topic; the class of the
   * paper; the name of the body; the country visited.
   */
  readonly value: string;
  readonly meetingId: string;
  /** EDTF of the meeting. */
  readonly day: string;
  /** Of a visit: who came, and the last visit before, long ago. */
  readonly by?: string;
  readonly since?: { readonly meetingId: string; readonly day: string };
  /** Never empty. */
  readonly evidence: readonly Evidence[];
}

/** A visit is news again after so many days without one. */
const longAgo = 730;

const heads: ReadonlyMap<string, 'state' | 'government'> = new Map([
  ...['president', 'king', 'queen', 'emir', 'sultan', 'grand_duke', 'head_of_state', 'supreme_leader'].map(
    (role) => [role, 'state'] as const,
  ),
  ...['prime_minister', 'chancellor', 'head_of_government'].map((role) => [role, 'government'] as const),
]);

/** Papers that every meeting ends with are no event. */
const plainPapers: ReadonlySet<string> = new Set(['text', 'letter', 'communique', 'minutes']);

/**
 * What happened for the first time among these meetings: the first at a level, of a type, about a topic, with a paper
 * of a class, of a standing body, and a visit after years without one. Meetings without a day and what did not take
 * place are left out; the first meeting of all is first in everything and opens no list.
 * @param meetings of one dossier: a pair of countries, a person, a mechanism
 *
 * @example
 * import { codeRecord, extractArticle, findFirstTimes, fuseMeetings } from 'rapporteur';
 *
 * const article = extractArticle({ text: '<h1>Talks</h1><p>The two ministers met in Tunis on 3 May 2023.</p>' });
 * const { meetings } = fuseMeetings([{ record: codeRecord(article), language: article.language.value }]);
 * console.log(findFirstTimes(meetings).map((first) => `${first.day}: ${first.kind} ${first.value}`));
 */
export function findFirstTimes(meetings: readonly Meeting[]): FirstTime[] {
  const dated = meetings
    .flatMap((meeting) => {
      const span = meeting.when.edtf === undefined ? undefined : spanOfEdtf(meeting.when.edtf);
      // A month or a year does not say which of two came first.
      const known = span !== undefined && span.to - span.from <= 14 && meeting.status === 'held';
      return known ? [{ meeting, at: span.from, day: meeting.when.edtf ?? '' }] : [];
    })
    .sort((a, b) => a.at - b.at || (a.meeting.id < b.meeting.id ? -1 : 1));
  const seen = new Set<string>();
  const visits = new Map<string, Dated>();
  const found: FirstTime[] = [];
  const opening = dated[0]?.at;
  for (const one of dated) {
    const { meeting, at, day } = one;
    for (const { evidence, ...feature } of featuresOf(meeting)) {
      const key = `${feature.kind} ${feature.value.toLowerCase()}`;
      if (seen.has(key)) continue;
      seen.add(key);
      if (at === opening || evidence.length === 0) continue;
      found.push({ ...feature, meetingId: meeting.id, day, evidence });
    }
    for (const visit of visitsOf(one, visits)) found.push(visit);
  }
  return found;
}

interface Dated {
  readonly meeting: Meeting;
  readonly at: number;
  readonly day: string;
}

type Feature = Pick<FirstTime, 'kind' | 'value' | 'evidence'>;

function featuresOf(meeting: Meeting): Feature[] {
  const level = levelOf(meeting);
  return [
    ...(level === undefined ? [] : [{ kind: 'level' as const, ...level }]),
    { kind: 'type', value: meeting.type, evidence: meeting.evidence['type'] ?? [] },
    ...meeting.topics
      .filter(({ topic }) => topic !== 'other')
      .map(({ topic, evidence }) => ({ kind: 'topic' as const, value: topic, evidence })),
    ...meeting.outcomes.flatMap(({ instrument, evidence }) =>
      instrument === undefined || plainPapers.has(instrument)
        ? []
        : [{ kind: 'instrument' as const, value: instrument, evidence }],
    ),
    ...meeting.mechanisms.map(({ name, evidence }) => ({ kind: 'mechanism' as const, value: name, evidence })),
  ];
}

/** The level that both sides have: one office on both, or heads of state or of government. */
function levelOf(meeting: Meeting): Pick<Feature, 'value' | 'evidence'> | undefined {
  const [a, b, ...more] = meeting.sides;
  if (a === undefined || b === undefined || more.length > 0) return undefined;
  const other = new Set(levelsOf(b));
  const value = levelsOf(a).find((level) => other.has(level));
  if (value === undefined) return undefined;
  const participants = Object.entries(meeting.evidence).filter(([key]) => key.startsWith('participant:'));
  return { value, evidence: participants.flatMap(([, evidence]) => evidence.slice(0, 1)) };
}

function levelsOf(side: Side): string[] {
  return side.participants
    .filter(({ capacity }) => capacity === 'principal')
    .map(({ roleCode }) => heads.get(roleCode.split(':')[0] ?? '') ?? roleCode)
    .filter((level) => level !== '' && level !== 'official');
}

function visitsOf(here: Dated, visits: Map<string, Dated>): FirstTime[] {
  const { meeting, at, day } = here;
  const country = meeting.where?.country;
  const evidence = meeting.evidence['where'] ?? [];
  if (country === undefined || !meeting.sides.some((side) => side.country === country)) return [];
  return meeting.sides.flatMap((side): FirstTime[] => {
    if (side.country === country || !side.participants.some(({ capacity }) => capacity === 'principal')) return [];
    const key = `${side.country} in ${country}`;
    const last = visits.get(key);
    visits.set(key, here);
    if (last === undefined || at - last.at < longAgo || evidence.length === 0) return [];
    const since = { meetingId: last.meeting.id, day: last.day };
    return [{ kind: 'visit', value: country, by: side.country, meetingId: meeting.id, day, since, evidence }];
  });
}
