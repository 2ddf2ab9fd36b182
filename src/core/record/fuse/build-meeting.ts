import type { Evidence } from '../../model/evidence.ts';
import { mediaTopicCodes } from '../../model/media-topics.ts';
import type {
  ClaimField,
  Contradiction,
  CountryCode,
  FieldState,
  Meeting,
  MeetingType,
  Side,
  When,
  Where,
} from '../../model/record.ts';
import { foldText } from '../../text/normalise.ts';
import type { PeopleIndex } from '../people/find-people.ts';
import { chainsOf } from './chains.ts';
import type { Cluster } from './cluster.ts';
import { fuseOutcomes } from './outcomes.ts';
import { fuseParticipants } from './participants.ts';
import { overlaps, type Report, spanOfEdtf } from './reports.ts';
import { independentSources } from './sources.ts';
import { type ItemVote, itemVote, standingOf } from './standing.ts';
import { fuseStatus } from './status.ts';
import {
  agree,
  certaintyOf,
  decide,
  distinctEvidence,
  evidenceOf,
  supportOf,
  type Verdict,
  type Vote,
} from './votes.ts';

/** The meeting that a cluster of reports tells of, before it has its id and its place among the others. */
export type Draft = Omit<Meeting, 'id' | 'slug'>;

export function buildMeeting(cluster: Cluster, people: Pick<PeopleIndex, 'idOf' | 'isWithdrawn'>): Draft {
  const reports = [...cluster.reports].sort((a, b) => (a.key < b.key ? -1 : 1));
  const sources = independentSources(reports);
  const news = reports.filter((report) => !report.background);
  /** What is only recalled is told in less detail and with less care: it speaks when nobody else does. */
  const speakers = news.length > 0 ? news : reports;
  const sourceOf = new Map(reports.map((report, index) => [report.key, sources[index] ?? index]));

  const fields: Record<string, FieldState> = {};
  const evidence: Record<string, readonly Evidence[]> = {};
  const contradictions: Contradiction[] = [];
  const keep = <T>(key: string, verdict: Verdict<T> | undefined): T | undefined => {
    if (verdict === undefined) return undefined;
    fields[key] = verdict.state;
    evidence[key] = verdict.evidence;
    if (verdict.contradiction !== undefined) contradictions.push(verdict.contradiction);
    return verdict.value;
  };

  const type = keep('type', fuseType(speakers, sourceOf)) ?? 'meeting';
  const status = fuseStatus(reports, sourceOf);
  keep('status', status.verdict);
  const when = keep('when', fuseWhen(reports, sourceOf)) ?? unknownWhen(reports);
  const where = keep('where', fuseWhere(reports, sourceOf));
  const sides: Side[] = [];
  for (const country of keptCountries(cluster, reports)) {
    const side = fuseSide(country, reports, sourceOf);
    fields[`side:${country}`] = agree(side.votes);
    evidence[`side:${country}`] = evidenceOf(side.votes);
    const participants = fuseParticipants(country, reports, sourceOf, people);
    for (const { key, votes } of participants) {
      fields[`participant:${key}`] = agree(votes);
      evidence[`participant:${key}`] = evidenceOf(votes);
    }
    sides.push({ ...side.value, participants: participants.map(({ participant }) => participant) });
  }
  const frame = speakers.find((report) => report.meeting.frame !== undefined)?.meeting.frame;
  return {
    type,
    status: status.value,
    statusLog: status.log,
    sides,
    when,
    ...(where === undefined ? {} : { where }),
    ...(frame === undefined ? {} : { frame: { relation: frame.relation, text: frame.text } }),
    format: [...new Set(speakers.flatMap((report) => report.meeting.format.map(({ value }) => value)))].sort(),
    topics: collect(
      speakers,
      ({ meeting }) => meeting.topics,
      ({ topic }) => topic,
      (report, item) => itemVote(report, sourceOf, 'topic', item),
    ).map(({ item, votes, evidence: list }) => ({
      topic: item.topic,
      mediaTopics: mediaTopicCodes(item.topic),
      standing: standingOf(votes),
      evidence: list,
    })),
    outcomes: fuseOutcomes(speakers, sourceOf),
    statements: collect(
      speakers,
      ({ meeting }) => meeting.statements,
      ({ speaker, text }) => `${foldText(speaker)}|${foldText(text)}`,
      (report, item) => itemVote(report, sourceOf, 'statement', item),
    ).map(({ item, language, votes, evidence: list }) => ({
      speaker: item.speaker,
      direct: item.direct,
      text: item.text,
      language,
      standing: standingOf(votes),
      evidence: list,
    })),
    mechanisms: collect(
      speakers,
      ({ meeting }) => meeting.mechanisms,
      ({ name }) => foldText(name),
    ).map(({ item, evidence: list }) => ({ name: item.name, evidence: list })),
    ordinalClaims: collect(
      speakers,
      ({ meeting }) => meeting.ordinalClaims,
      ({ n, since }) => `${n}|${since ?? ''}`,
    ).map(({ item, evidence: list }) => ({
      n: item.n,
      ...(item.since === undefined ? {} : { since: item.since }),
      evidence: list,
    })),
    backgroundOnly: news.length === 0,
    reports: chainsOf(reports),
    fields,
    evidence,
    contradictions,
    independentSources: new Set(sources).size,
  };
}

function fuseType(reports: readonly Report[], sourceOf: ReadonlyMap<string, number>): Verdict<MeetingType> | undefined {
  // "Visits" beside "holds talks" is the same event told from further away.
  const closer = reports.find((report) => report.meeting.type !== 'visit')?.meeting.type;
  const votes = reports.map((report) =>
    vote(report, sourceOf, 'type', report.meeting.type, (type) => type, 'explicit'),
  );
  const verdict = decide('type', closer === undefined ? votes : votes.filter(({ value }) => value !== 'visit'));
  if (verdict === undefined || verdict.state.state !== 'conflict') return verdict;
  // Talks, a session, a signing are views of one event: no contradiction.
  const { contradiction: _, ...plain } = verdict;
  const sources = new Set(votes.map((one) => one.source)).size;
  return {
    ...plain,
    state: {
      ...verdict.state,
      certainty: supportOf(votes),
      independentSources: sources,
      state: sources > 1 ? 'agreed' : 'single',
    },
  };
}

function fuseWhen(reports: readonly Report[], sourceOf: ReadonlyMap<string, number>): Verdict<When> | undefined {
  const votes = reports
    .filter((report) => report.meeting.when.edtf !== undefined)
    .map((report) => {
      const { when } = report.meeting;
      return vote(
        report,
        sourceOf,
        'when',
        when,
        ({ edtf }) => (edtf ?? '').slice(0, when.precision === 'time' ? 10 : 99),
        when.basis,
        when.mentions,
      );
    });
  const exact = new Map<string, { from: number; to: number }>();
  for (const { key, value } of votes) {
    const span = value.precision === 'day' || value.precision === 'time' ? spanOfEdtf(key) : undefined;
    if (span !== undefined) exact.set(key, span);
  }
  // A range, month or year that holds a day that others name supports that day.
  const spoken = votes.map((one) => {
    if (exact.has(one.key)) return one;
    const span = spanOfEdtf(one.key);
    const held = [...exact].filter(([, day]) => span !== undefined && overlaps(span, day)).map(([key]) => key);
    const [only] = held.sort();
    const named = votes.find((other) => other.key === only);
    return only === undefined || named === undefined ? one : { ...one, key: only, value: named.value };
  });
  return decide('when', spoken);
}

function unknownWhen(reports: readonly Report[]): When {
  const known = reports.find((report) => report.meeting.when.weekday !== undefined) ?? reports[0];
  return known?.meeting.when ?? { precision: 'unknown', basis: 'explicit', mentions: [] };
}

function fuseWhere(reports: readonly Report[], sourceOf: ReadonlyMap<string, number>): Verdict<Where> | undefined {
  const votes = reports.flatMap((report) => {
    const { where } = report.meeting;
    if (where === undefined) return [];
    return [vote(report, sourceOf, 'where', where, placeKey, where.basis, where.mentions)];
  });
  const named = votes.filter(({ value }) => value.place !== undefined);
  const verdict = decide('where', named.length > 0 ? named : votes);
  if (verdict?.state.state !== 'conflict' || named.length > 0) return verdict;
  // Unknown places are written differently in each language: that is no disagreement.
  const { contradiction: _, ...plain } = verdict;
  return { ...plain, state: { ...verdict.state, state: 'single' } };
}

function placeKey(where: Where): string {
  return (where.place ?? foldText(where.surface)).toLowerCase();
}

/** A further country that few reports name and that sent nobody by name is more likely a slip. */
function keptCountries(cluster: Cluster, reports: readonly Report[]): CountryCode[] {
  if (cluster.countries.length < 3) return [...cluster.countries];
  const strength = (country: CountryCode) => {
    const naming = reports.filter((report) => report.countries.includes(country));
    const people = naming.some((report) => (report.people.get(country) ?? []).some(({ name }) => name !== undefined));
    return people || naming.length * 3 >= reports.length;
  };
  const kept = cluster.countries.filter(strength);
  return kept.length < 2 ? [...cluster.countries] : kept;
}

function fuseSide(
  country: CountryCode,
  reports: readonly Report[],
  sourceOf: ReadonlyMap<string, number>,
): { value: Omit<Side, 'participants'>; votes: Vote<string>[] } {
  const told = reports.flatMap((report) => {
    const side = report.meeting.sides.find((one) => one.country === country);
    return side === undefined ? [] : [{ report, side }];
  });
  const votes = told.map(({ report, side }) => {
    const mentions = side.participants.flatMap((participant) => participant.mentions);
    return vote(report, sourceOf, 'side', country, (code) => code, side.basis, mentions);
  });
  const surest = [...told].sort(
    (a, b) => certaintyOf(b.report, [], b.side.basis) - certaintyOf(a.report, [], a.side.basis),
  )[0];
  const most = (flag: 'host' | 'visitor' | 'initiator') => {
    const said = told.filter(({ side }) => side[flag] !== undefined);
    return said.length > 0 && said.filter(({ side }) => side[flag]).length * 2 > said.length;
  };
  return {
    value: {
      country,
      basis: surest?.side.basis ?? 'explicit',
      ...(most('host') ? { host: true } : {}),
      ...(most('visitor') ? { visitor: true } : {}),
      ...(most('initiator') ? { initiator: true } : {}),
    },
    votes,
  };
}

/** Equal items of several reports become one with the evidence of all, most reported first. */
function collect<T extends { readonly mentions: readonly string[] }>(
  reports: readonly Report[],
  itemsOf: (report: Report) => readonly T[],
  keyOf: (item: T) => string,
  voteOf?: (report: Report, item: T) => ItemVote,
): { item: T; language: string; votes: ItemVote[]; evidence: Evidence[] }[] {
  const found = new Map<
    string,
    { item: T; language: string; votes: ItemVote[]; evidence: Evidence[]; reports: number }
  >();
  for (const report of reports) {
    for (const item of itemsOf(report)) {
      const key = keyOf(item);
      const known = found.get(key);
      const evidence = report.evidence(item.mentions);
      const votes = voteOf === undefined ? [] : [voteOf(report, item)];
      if (known === undefined) found.set(key, { item, language: report.source.language, votes, evidence, reports: 1 });
      else {
        known.votes.push(...votes);
        known.evidence.push(...evidence);
        known.reports++;
      }
    }
  }
  return [...found]
    .sort(([keyA, a], [keyB, b]) => b.reports - a.reports || (keyA < keyB ? -1 : 1))
    .map(([, { item, language, votes, evidence }]) => ({
      item,
      language,
      votes,
      evidence: distinctEvidence(evidence),
    }));
}

function vote<T>(
  report: Report,
  sourceOf: ReadonlyMap<string, number>,
  field: ClaimField,
  value: T,
  keyOf: (value: T) => string,
  basis: Parameters<typeof certaintyOf>[2],
  mentions: readonly string[] = [],
): Vote<T> {
  const claims = claimsFor(report, field, value);
  const ids = [...mentions, ...claims.flatMap((claim) => claim.mentions)];
  const evidence = report.evidence(ids);
  return {
    key: keyOf(value),
    value,
    report,
    source: sourceOf.get(report.key) ?? 0,
    certainty: certaintyOf(report, claims, basis),
    claimIds: claims.map((claim) => claim.id),
    evidence: evidence.length > 0 ? evidence : [sentenceOf(report)],
  };
}

/** The claims of a report for a field; for fields that hold several values, those that carry this one. */
function claimsFor(report: Report, field: ClaimField, value: unknown): ReturnType<Report['claims']> {
  const claims = report.claims(field);
  if (field !== 'side') return claims;
  return claims.filter(
    ({ value: claimed }) =>
      claimed === value ||
      (typeof claimed === 'object' && claimed !== null && 'country' in claimed && claimed.country === value),
  );
}

function sentenceOf(report: Report): Evidence {
  const { start, end } = report.meeting.sentence;
  return { articleId: report.articleId, textVersion: report.source.record.textVersion, start, end };
}
