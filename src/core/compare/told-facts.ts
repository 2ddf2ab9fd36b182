import type { Span } from '../model/evidence.ts';
import type {
  ArticleRecord,
  CountryCode,
  MeetingStatus,
  MeetingType,
  Outcome,
  Participant,
  ReportedMeeting,
  Topic,
  When,
  Where,
} from '../model/record.ts';
import { spanOfEdtf } from '../record/fuse/reports.ts';
import { nameParts, sameName } from '../record/names.ts';

/** One thing that articles say, without what supports it. */
export type FactValue =
  | { readonly field: 'type'; readonly value: MeetingType }
  | { readonly field: 'status'; readonly value: MeetingStatus }
  | { readonly field: 'participant'; readonly value: Participant; readonly country: CountryCode }
  | { readonly field: 'side'; readonly value: CountryCode }
  | { readonly field: 'when'; readonly value: When }
  | { readonly field: 'where'; readonly value: Where }
  | { readonly field: 'topic'; readonly value: Topic }
  | { readonly field: 'outcome'; readonly value: Outcome }
  | { readonly field: 'mechanism'; readonly value: string };

/** A fact and the articles that tell it. */
export type ToldFact = FactValue & {
  readonly tellers: readonly { readonly articleId: string; readonly spans: readonly Span[] }[];
};

/**
 * What several articles say of one event, each fact once with everybody who tells it. What is only recalled is left out.
 *
 * @example
 * import { codeRecord, compareFacts, extractArticle } from 'rapporteur';
 *
 * const records = ['The foreign ministers of Malta and Cyprus met in Valletta.', 'The foreign ministers of Malta and Cyprus met.']
 *   .map((text) => codeRecord(extractArticle({ text: `<h1>Talks</h1><p>${text}</p>` })));
 * for (const fact of compareFacts(records)) console.log(fact.field, fact.tellers.length);
 */
export function compareFacts(records: readonly ArticleRecord[]): ToldFact[] {
  const facts: { readonly fact: FactValue; readonly tellers: { articleId: string; spans: Span[] }[] }[] = [];
  for (const record of records) {
    const spanOf = new Map(record.mentions.map(({ id, start, end }) => [id, { start, end }]));
    for (const { fact, mentions } of record.meetings.flatMap((meeting) => factsOf(meeting, record))) {
      const known = facts.find((other) => sameFact(other.fact, fact));
      const tellers = known?.tellers ?? [];
      if (known === undefined) facts.push({ fact, tellers });
      const spans = mentions.flatMap((id) => spanOf.get(id) ?? []);
      const teller = tellers.find(({ articleId }) => articleId === record.articleId);
      if (teller === undefined) tellers.push({ articleId: record.articleId, spans });
      else teller.spans.push(...spans);
    }
  }
  const order = fields.flatMap((field) => facts.filter(({ fact }) => fact.field === field));
  return order.map(({ fact, tellers }) => ({ ...fact, tellers }));
}

const fields: readonly FactValue['field'][] = [
  'type',
  'status',
  'side',
  'participant',
  'when',
  'where',
  'topic',
  'outcome',
  'mechanism',
];

interface Told {
  readonly fact: FactValue;
  readonly mentions: readonly string[];
}

function factsOf(meeting: ReportedMeeting, record: ArticleRecord): Told[] {
  if (meeting.prominence === 'background') return [];
  const claimed = (field: string) =>
    record.claims.filter((claim) => claim.report === meeting.index && claim.field === field);
  const mentionsOf = (field: string) => claimed(field).flatMap((claim) => claim.mentions);
  const { when, where } = meeting;
  return [
    { fact: { field: 'type', value: meeting.type }, mentions: mentionsOf('type') },
    { fact: { field: 'status', value: meeting.status }, mentions: mentionsOf('status') },
    ...meeting.sides.flatMap((side): Told[] => [
      { fact: { field: 'side', value: side.country }, mentions: sideMentions(side.country, claimed('side')) },
      ...side.participants.map(
        (value): Told => ({
          fact: { field: 'participant', value, country: side.country },
          mentions: value.mentions,
        }),
      ),
    ]),
    ...(when.edtf === undefined ? [] : [{ fact: { field: 'when' as const, value: when }, mentions: when.mentions }]),
    ...(where === undefined ? [] : [{ fact: { field: 'where' as const, value: where }, mentions: where.mentions }]),
    ...meeting.topics.map(({ topic, mentions }): Told => ({ fact: { field: 'topic', value: topic }, mentions })),
    ...meeting.outcomes.map((value): Told => ({ fact: { field: 'outcome', value }, mentions: value.mentions })),
    ...meeting.mechanisms.map(({ name, mentions }): Told => ({ fact: { field: 'mechanism', value: name }, mentions })),
  ];
}

function sideMentions(country: string, claims: ArticleRecord['claims']): string[] {
  return claims
    .filter(({ value }) => value === country || (value as { country?: unknown } | null)?.country === country)
    .flatMap(({ mentions }) => mentions);
}

function sameFact(a: FactValue, b: FactValue): boolean {
  if (a.field === 'participant')
    return b.field === 'participant' && a.country === b.country && samePerson(a.value, b.value);
  if (a.field === 'when') return b.field === 'when' && sameDay(a.value, b.value);
  if (a.field === 'where') return b.field === 'where' && placeKey(a.value) === placeKey(b.value);
  if (a.field === 'outcome')
    return b.field === 'outcome' && a.value.kind === b.value.kind && a.value.instrument === b.value.instrument;
  if (a.field === 'mechanism') return b.field === 'mechanism' && a.value.toLowerCase() === b.value.toLowerCase();
  return a.field === b.field && a.value === b.value;
}

/** One name, or one office when one of them is not named. */
function samePerson(a: Participant, b: Participant): boolean {
  if (a.name === undefined || b.name === undefined) return a.roleCode === b.roleCode;
  return sameName(nameParts(a.name.full), nameParts(b.name.full));
}

function sameDay(a: When, b: When): boolean {
  if (a.edtf === b.edtf) return true;
  const [one, other] = [a, b].map(({ edtf }) => (edtf === undefined ? undefined : spanOfEdtf(edtf)));
  return one !== undefined && other !== undefined && one.from <= other.to && other.from <= one.to;
}

function placeKey({ place, surface }: Where): string {
  return (place ?? surface).toLowerCase();
}
