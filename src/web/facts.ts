import type { ChainLink } from '../core/model/attribution-chain.ts';
import type { Span } from '../core/model/evidence.ts';
import type {
  ArticleRecord,
  Attribution,
  MeetingStatus,
  MeetingType,
  Outcome,
  Participant,
  ReportedMeeting,
  Side,
  Statement,
  Topic,
  When,
  Where,
} from '../core/model/record.ts';

export type FactValue =
  | { readonly field: 'type'; readonly value: MeetingType }
  | { readonly field: 'status'; readonly value: MeetingStatus }
  | { readonly field: 'participant'; readonly value: Participant; readonly side: Side }
  | { readonly field: 'side'; readonly value: Side }
  | { readonly field: 'when'; readonly value: When }
  | { readonly field: 'where'; readonly value: Where }
  | { readonly field: 'topic'; readonly value: Topic }
  | { readonly field: 'outcome'; readonly value: Outcome }
  | { readonly field: 'statement'; readonly value: Statement }
  | { readonly field: 'mechanism'; readonly value: string }
  | { readonly field: 'ordinal'; readonly value: { readonly n: number; readonly since?: string } }
  | { readonly field: 'attribution'; readonly value: Attribution }
  | { readonly field: 'chain'; readonly value: ChainLink };

/** One thing that an article says of a meeting. Its number stands beside the sentence and beside the fact. */
export type Fact = FactValue & { readonly number: number | undefined; readonly spans: readonly Span[] };

export interface FactSheet {
  readonly meeting: ReportedMeeting;
  readonly facts: readonly Fact[];
}

/**
 * The record of an article as numbered facts, the news first. Numbers run in the order of the text and only facts
 * whose evidence is on the screen have one.
 */
export function factSheets(record: ArticleRecord, isShown: (span: Span) => boolean): FactSheet[] {
  const spanOf = new Map(record.mentions.map((mention) => [mention.id, { start: mention.start, end: mention.end }]));
  const sheets = [...record.meetings]
    .sort((a, b) => rank(a) - rank(b) || a.index - b.index)
    .map((meeting) => ({
      meeting,
      facts: factsOf(meeting, record).map(({ mentions, ...fact }) => ({
        ...fact,
        spans: distinct(mentions.flatMap((id) => spanOf.get(id) ?? [])),
      })),
    }));

  const firstShown = (spans: readonly Span[]): number | undefined => spans.find(isShown)?.start;
  const numbered = sheets
    .flatMap((sheet) => sheet.facts)
    .map((fact) => ({ fact, at: firstShown(fact.spans) }))
    .filter((entry): entry is { fact: (typeof entry)['fact']; at: number } => entry.at !== undefined)
    .sort((a, b) => a.at - b.at);
  const numberOf = new Map(numbered.map(({ fact }, index) => [fact, index + 1]));

  return sheets.map(({ meeting, facts }) => ({
    meeting,
    facts: facts.map((fact) => ({ ...fact, number: numberOf.get(fact) })),
  }));
}

/** Spans in the order of their weight for an excerpt: the sentence of the news, then what supports each fact. */
export function evidenceOrder(record: ArticleRecord): Span[] {
  const spanOf = new Map(record.mentions.map((mention) => [mention.id, mention]));
  return [...record.meetings]
    .sort((a, b) => rank(a) - rank(b) || a.index - b.index)
    .flatMap((meeting) => [
      meeting.sentence,
      ...factsOf(meeting, record).flatMap(({ mentions }) => mentions.flatMap((id) => spanOf.get(id) ?? [])),
    ]);
}

type UnplacedFact = FactValue & { readonly mentions: readonly string[] };

function factsOf(meeting: ReportedMeeting, record: ArticleRecord): UnplacedFact[] {
  const facts: UnplacedFact[] = [];
  const claimed = (field: string): string[] =>
    record.claims
      .filter((claim) => claim.report === meeting.index && claim.field === field)
      .flatMap((claim) => [...claim.mentions]);

  for (const side of meeting.sides) {
    for (const participant of side.participants) {
      facts.push({ field: 'participant', value: participant, side, mentions: participant.mentions });
    }
    if (side.participants.length === 0) {
      const mentions = record.claims
        .filter(
          (claim) =>
            claim.report === meeting.index && claim.field === 'side' && countryOf(claim.value) === side.country,
        )
        .flatMap((claim) => [...claim.mentions]);
      facts.push({ field: 'side', value: side, mentions });
    }
  }
  facts.push({ field: 'type', value: meeting.type, mentions: claimed('type') });
  facts.push({ field: 'when', value: meeting.when, mentions: meeting.when.mentions });
  if (meeting.where !== undefined)
    facts.push({ field: 'where', value: meeting.where, mentions: meeting.where.mentions });
  for (const { topic, mentions } of meeting.topics) facts.push({ field: 'topic', value: topic, mentions });
  for (const outcome of meeting.outcomes) facts.push({ field: 'outcome', value: outcome, mentions: outcome.mentions });
  for (const statement of meeting.statements) {
    facts.push({ field: 'statement', value: statement, mentions: statement.mentions });
  }
  for (const { name, mentions } of meeting.mechanisms) facts.push({ field: 'mechanism', value: name, mentions });
  for (const ordinal of meeting.ordinalClaims) {
    facts.push({ field: 'ordinal', value: ordinal, mentions: ordinal.mentions });
  }
  facts.push({ field: 'status', value: meeting.status, mentions: claimed('status') });
  const { attribution, chain = [] } = meeting;
  // The communiqué that the text rests on is the first hand of the chain: once is enough.
  const inChain = chain.some(({ mentions }) => mentions.some((id) => attribution?.mentions.includes(id) === true));
  if (attribution !== undefined && !inChain) {
    facts.push({ field: 'attribution', value: attribution, mentions: attribution.mentions });
  }
  for (const link of chain) facts.push({ field: 'chain', value: link, mentions: link.mentions });
  return facts;
}

function countryOf(value: unknown): unknown {
  if (typeof value === 'string') return value;
  return typeof value === 'object' && value !== null && 'country' in value ? value.country : undefined;
}

function rank(meeting: ReportedMeeting): number {
  return meeting.prominence === 'main' ? 0 : meeting.prominence === 'secondary' ? 1 : 2;
}

function distinct(spans: readonly Span[]): Span[] {
  const seen = new Set<string>();
  return [...spans]
    .sort((a, b) => a.start - b.start || a.end - b.end)
    .filter(({ start, end }) => {
      const key = `${start}-${end}`;
      if (seen.has(key)) return false;
      seen.add(key);
      return true;
    });
}
