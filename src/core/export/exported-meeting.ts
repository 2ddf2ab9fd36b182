import { countryName } from '../gazetteer/countries.ts';
import type { FusedChainLink } from '../model/attribution-chain.ts';
import type { Evidence } from '../model/evidence.ts';
import type { FieldState, Meeting, Participant, Person, RegisterInference, Standing } from '../model/record.ts';
import { parseIsoDay } from '../text/calendars.ts';
import { foldWord } from '../text/normalise.ts';
import { statusNames, topicNames, typeNames } from './english-labels.ts';

/** What an export tells of an article behind a fact. */
export interface ExportSource {
  readonly articleId: string;
  /** As `webAddress` gives it. */
  readonly url?: string;
  readonly title?: string;
  readonly outlet?: string;
  readonly agency?: string;
  /** EDTF. */
  readonly published?: string;
  readonly language: string;
}

/** A meeting with everything that a renderer may say of it: nothing is looked up while text is made. */
export interface ExportedMeeting {
  readonly meeting: Meeting;
  /** By article id, in the order of the reports. */
  readonly sources: ReadonlyMap<string, ExportSource>;
  /** Those with an entry, by id. */
  readonly people: ReadonlyMap<string, Person>;
  /** The words of evidence, or null when the outlet does not let them be shown. */
  readonly quoteOf: (evidence: Evidence) => string | null;
}

export interface ExportOptions {
  /** Public address of the reading site: meetings and people get addresses there, else they are named by a URN. */
  readonly site?: string;
  /** Two country codes: formats that make one row or event a pair give only this one. */
  readonly pair?: readonly [string, string];
}

/** One span of a text, with its words when they may be shown. */
export interface ExportedEvidence extends Evidence {
  readonly quote: string | null;
  readonly source: ExportSource | undefined;
}

/** One thing that the record says of a meeting, in one form for all formats. */
export interface ExportedField {
  /** Key of `Meeting.fields`, or `topic`, `outcome`, `statement`, `mechanism`, `ordinal`, `attribution`. */
  readonly key: string;
  /** For readers, in English; words of the press stay as they are. */
  readonly value: string;
  /** Absent where the record keeps evidence only. */
  readonly certainty?: number;
  readonly independentSources?: number;
  readonly state?: string;
  readonly evidence: readonly ExportedEvidence[];
}

/** How sure, in the short form of exports; nothing where the record keeps none. */
function supportOf(state: FieldState | undefined): Pick<ExportedField, 'certainty' | 'independentSources' | 'state'> {
  if (state === undefined) return {};
  const { certainty, independentSources } = state;
  return { certainty: Math.round(certainty * 100) / 100, independentSources, state: state.state };
}

/** "communiqué (Ministry of Ports) > agency (MAP, inferred) > outlet (The Dike)": the hands of one report, for people. */
export function chainText(chain: readonly FusedChainLink[]): string {
  return chain
    .map(({ kind, name, basis }) => {
      const told = [name, basis === 'inferred' ? 'inferred' : undefined].filter((part) => part !== undefined);
      return told.length === 0 ? kind : `${kind} (${told.join(', ')})`;
    })
    .join(' > ');
}

/** The hands of the reports of one article, when the record knows them. */
export function chainOf({ meeting }: ExportedMeeting, articleId: string): readonly FusedChainLink[] {
  return meeting.reports.find((report) => report.articleId === articleId)?.chain ?? [];
}

/** Everything the record says of a meeting, with its evidence, in a fixed order. */
export function exportedFields(item: ExportedMeeting): readonly ExportedField[] {
  const { meeting } = item;
  const kept = (key: string, value: string): ExportedField => {
    const state = meeting.fields[key];
    return {
      key,
      value,
      ...supportOf(state),
      evidence: exportedEvidence(item, meeting.evidence[key] ?? []),
    };
  };
  const told = (key: string, value: string, evidence: readonly Evidence[], standing?: Standing): ExportedField => ({
    key,
    value,
    ...supportOf(standing),
    evidence: exportedEvidence(item, evidence),
  });
  return [
    kept('type', typeNames[meeting.type]),
    kept('status', statusNames[meeting.status]),
    ...meeting.sides.flatMap((side) => [
      kept(`side:${side.country}`, side.country),
      ...side.participants.map((participant) =>
        kept(participantField(participant, meeting) ?? 'participant', participantText(participant, item)),
      ),
      ...side.participants.flatMap((participant) =>
        (participant.inferred ?? []).map((inference) =>
          told(
            `inferred:${side.country}:${inference.field}`,
            inferenceText(participant, inference, item),
            inference.evidence,
          ),
        ),
      ),
    ]),
    kept('when', meeting.when.edtf ?? 'unknown'),
    ...(meeting.where === undefined ? [] : [kept('where', meeting.where.place ?? meeting.where.surface)]),
    ...meeting.topics.map(({ topic, evidence, standing }) => told('topic', topicNames[topic], evidence, standing)),
    ...meeting.outcomes.map(({ kind, text, evidence, standing }) =>
      told('outcome', `${kind}: ${text}`, evidence, standing),
    ),
    ...meeting.statements.map(({ speaker, text, evidence, standing }) =>
      told('statement', `${speaker}: ${text}`, evidence, standing),
    ),
    ...meeting.mechanisms.map(({ name, evidence }) => told('mechanism', name, evidence)),
    ...meeting.ordinalClaims.map(({ n, since, evidence }) =>
      told('ordinal', since === undefined ? `number ${n}` : `number ${n} since ${since}`, evidence),
    ),
    ...meeting.reports.flatMap(({ chain = [] }) =>
      chain.length === 0
        ? []
        : [
            told(
              'attribution',
              chainText(chain),
              chain.flatMap(({ evidence }) => evidence),
            ),
          ],
    ),
  ];
}

/** Spans in the order of the record without doubles. */
export function exportedEvidence(item: ExportedMeeting, list: readonly Evidence[]): readonly ExportedEvidence[] {
  const seen = new Set<string>();
  return list.flatMap(({ articleId, textVersion, start, end }) => {
    const key = `${start}-${end} ${textVersion} ${articleId}`;
    if (seen.has(key)) return [];
    seen.add(key);
    const span = { articleId, textVersion, start, end };
    return [{ ...span, quote: item.quoteOf(span), source: item.sources.get(articleId) }];
  });
}

/** The key of a participant in `Meeting.fields`: the id, or the folded name until there is one. */
export function participantField(participant: Participant, meeting: Meeting): string | undefined {
  const names = [participant.personId, participant.name?.full, participant.name?.surface].filter(
    (name): name is string => name !== undefined,
  );
  return names
    .flatMap((name) => [`participant:${name}`, `participant:${name.split(/\s+/).map(foldWord).join(' ')}`])
    .find((key) => Object.hasOwn(meeting.fields, key) || Object.hasOwn(meeting.evidence, key));
}

/** The best name known, from the register where the person has an entry. */
export function participantName(participant: Participant, item: ExportedMeeting): string | undefined {
  const person = participant.personId === undefined ? undefined : item.people.get(participant.personId);
  return person?.name ?? participant.name?.full;
}

/** Name with office, or the office alone. */
export function participantText(participant: Participant, item: ExportedMeeting): string {
  const name = participantName(participant, item);
  const role = participant.roleText === '' ? participant.roleCode : participant.roleText;
  return name === undefined ? role : `${name} (${role})`;
}

/** "interior minister: probably Anna Example (basis: register, certainty 0.7)": never mistaken for what a report says. */
export function inferenceText(participant: Participant, inference: RegisterInference, item: ExportedMeeting): string {
  const person = inference.personId === undefined ? undefined : item.people.get(inference.personId);
  const value =
    inference.field === 'country'
      ? countryName(inference.value, 'en')
      : inference.field === 'holder'
        ? (person?.name ?? inference.value)
        : inference.value;
  return `${participantText(participant, item)}: probably ${value} (basis: ${inference.basis}, certainty ${inference.certainty})`;
}

/** Addresses of the articles behind a meeting, for those that have one. */
export function sourceAddresses(item: ExportedMeeting): readonly string[] {
  return [...new Set([...item.sources.values()].flatMap((source) => source.url ?? []))];
}

/** "https://outlet.example/1, characters 12 to 40: “…”": evidence as one line for people. */
export function evidenceLine({ source, articleId, start, end, quote }: ExportedEvidence): string {
  const place = `${source?.url ?? `article ${articleId}`}, characters ${start} to ${end}`;
  return quote === null ? place : `${place}: “${quote}”`;
}

/** "certainty 0.93, 2 independent sources, agreed"; empty where the record keeps none. */
export function supportText(field: ExportedField): string {
  if (field.certainty === undefined) return '';
  const count = field.independentSources ?? 0;
  return `certainty ${field.certainty}, ${count} independent ${count === 1 ? 'source' : 'sources'}, ${field.state}`;
}

/** Countries two by two, in the order of the alphabet; one alone, or nothing, gives one pair with an empty place. */
export function countryPairs(
  countries: readonly string[],
  only?: readonly [string, string],
): readonly (readonly [first: string, second: string | undefined])[] {
  const sorted = [...new Set(countries)].sort();
  if (sorted.length < 2) return only === undefined ? [[sorted[0] ?? '', undefined]] : [];
  const asked = only === undefined ? undefined : [...only].sort().join('-');
  return sorted
    .flatMap((first, index) => sorted.slice(index + 1).map((second) => [first, second] as const))
    .filter((pair) => asked === undefined || pair.join('-') === asked);
}

/** Address of a meeting on the site, else a URN: the same meeting always has the same name. */
export function meetingUri(id: string, options: ExportOptions): string {
  return ownUri('meeting', `meetings/${uriPart(id)}`, id, options);
}

export function personUri(person: Pick<Person, 'id' | 'slug'>, options: ExportOptions): string {
  return ownUri('person', `people/${uriPart(person.slug)}`, person.id, options);
}

function ownUri(kind: string, path: string, id: string, { site }: ExportOptions): string {
  return site === undefined
    ? `urn:rapporteur:${kind}:${uriPart(id)}`
    : new URL(path, `${site.replace(/\/+$/, '')}/`).href;
}

/** Percent-encoded so that nothing but letters, digits and `-_.~%` is left. */
export function uriPart(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** The last day on which anything of a meeting was published or said, ISO: the age of what is known, without a clock. */
export function lastKnownDay({ meeting, sources }: ExportedMeeting): string | undefined {
  const days = [
    ...[...sources.values()].map((source) => source.published),
    ...meeting.statusLog.map(({ day }) => day),
  ].flatMap((day) => (day !== undefined && parseIsoDay(day.slice(0, 10)) !== undefined ? day.slice(0, 10) : []));
  return days.sort().at(-1);
}
