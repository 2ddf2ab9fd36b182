import type { ChainLinkKind } from '../../model/attribution-chain.ts';
import type { Span } from '../../model/evidence.ts';
import type {
  ArticleRecord,
  Basis,
  Claim,
  ClaimField,
  ClaimSource,
  Mention,
  MentionKind,
  Participant,
  ReportedMeeting,
  Side,
  Where,
} from '../../model/record.ts';
import type { RecordContext } from '../context.ts';
import type { Found } from '../found.ts';
import { groupTopics, homesOfVisitor, leads, partsOfTalks, principalRoles, writtenName } from './assembled-values.ts';
import { findAttribution } from './attribution.ts';
import { findChain } from './attribution-chain.ts';
import { CERTAINTY, certaintyOfOutcome, certaintyOfStatement } from './certainty.ts';
import { isEarly } from './early.ts';
import { findFormats } from './formats.ts';
import { impliedPlace } from './implied-place.ts';
import { findMechanisms } from './mechanisms.ts';
import type { MeetingDraft } from './merge-candidates.ts';
import { findOrdinals } from './ordinals.ts';
import { findOutcomes } from './outcomes.ts';
import type { Entity } from './people/entity.ts';
import { readPlace } from './place.ts';
import type { PlaceReading } from './place-reading.ts';
import { findStatements } from './statements.ts';
import { findTopics } from './topics.ts';

type Written = Pick<ArticleRecord, 'mentions' | 'claims' | 'meetings'>;

/** Writes meetings, claims and mentions; every claim points to at least one mention. */
export function assembleRecord(context: RecordContext, drafts: readonly MeetingDraft[]): Written {
  const writer = new Writer(context);
  drafts.forEach((draft, index) => {
    writer.meeting(draft, index, drafts);
  });
  return { mentions: writer.mentions, claims: writer.claims, meetings: writer.meetings };
}

class Writer {
  readonly mentions: Mention[] = [];
  readonly claims: Claim[] = [];
  readonly meetings: ReportedMeeting[] = [];
  readonly #context: RecordContext;
  readonly #byKey = new Map<string, string>();

  constructor(context: RecordContext) {
    this.#context = context;
  }

  /** Id of the mention with this span and kind, made on first use. `sentence` is a document sentence index. */
  #mention(kind: MentionKind, start: number, end: number, sentence: number, rule: string): string {
    const key = `${kind}:${start}:${end}`;
    const known = this.#byKey.get(key);
    if (known !== undefined) return known;
    const { article } = this.#context.document;
    const place = this.#context.document.sentences[sentence];
    const id = `${article.id}:m${this.mentions.length}`;
    this.mentions.push({
      id,
      articleId: article.id,
      textVersion: article.textVersion,
      block: place?.block ?? 'body',
      sentence,
      start,
      end,
      lang: place?.language ?? 'und',
      kind,
      rule,
    });
    this.#byKey.set(key, id);
    return id;
  }

  /** A credit stands outside the sentences, or in the machine-readable values that close the text. */
  #credit({ start, end }: Span, kind: ChainLinkKind): string {
    const sentence = this.#context.document.sentences.find((one) => one.start <= start && start < one.end);
    return this.#mention('attribution', start, end, sentence?.index ?? -1, `chain:${kind}`);
  }

  #found<T>(kind: MentionKind, found: Found<T>): string {
    return this.#mention(kind, found.start, found.end, found.sentence, found.rule);
  }

  meeting(draft: MeetingDraft, index: number, drafts: readonly MeetingDraft[]): void {
    const { document } = this.#context;
    const scope = this.#scope(draft, drafts);
    const inside = <T>(list: readonly Found<T>[]): Found<T>[] => list.filter((item) => scope.has(item.sentence));
    const range = { fromSentence: Math.min(...scope), toSentence: Math.max(...scope) + 1 };
    const first = draft.parts[0];
    if (first === undefined) return;
    const triggers = draft.parts.map((part) =>
      this.#mention(
        'trigger',
        part.candidate.trigger.start,
        part.candidate.trigger.end,
        this.#sentenceIndex(part.candidate.sentence),
        `trigger:${part.candidate.trigger.value.family}`,
      ),
    );
    const attributions = inside(findAttribution(document, range));
    const [attribution] = attributions;
    const source = this.#source(attribution?.value.channel, attribution?.value.issuer);
    const claim = (
      field: ClaimField,
      value: unknown,
      mentions: readonly string[],
      basis: Basis,
      certainty: number = CERTAINTY[basis],
    ): void => {
      if (mentions.length === 0) return;
      this.claims.push({
        id: `${document.article.id}:c${this.claims.length}`,
        report: index,
        field,
        value,
        mentions,
        source,
        polarity: draft.status === 'denied' ? 'denied' : 'asserted',
        certainty,
        basis,
      });
    };
    claim('type', draft.type, triggers, 'explicit');
    const cues = draft.parts.flatMap((part) =>
      part.candidate.status.cue === undefined
        ? []
        : [
            this.#mention(
              'status',
              part.candidate.status.cue.start,
              part.candidate.status.cue.end,
              this.#sentenceIndex(part.candidate.sentence),
              `status:${part.candidate.status.cue.value}`,
            ),
          ],
    );
    claim('status', draft.status, cues.length > 0 ? cues : triggers.slice(0, 1), 'explicit');
    const sides = this.#sides(draft, triggers, claim);
    const when = this.#when(draft);
    if (when.mentions.length > 0) {
      const { mentions, ...value } = when;
      claim('when', value, mentions, when.basis);
    }
    const where = this.#where(draft, leads(draft, drafts), claim);
    const background = draft.prominence === 'background';
    const topics = background
      ? []
      : groupTopics(
          inside(findTopics(document, range, { roles: principalRoles(sides) })).map(
            (item) => [item, this.#found('topic', item)] as const,
          ),
        );
    for (const { topic, mentions, certainty } of topics) claim('topic', topic, mentions, 'explicit', certainty);
    // A meeting that did not take place has no outcome; what was agreed was agreed at another one.
    const took = draft.status === 'held' || draft.status === 'disputed';
    const outcomes = (background || !took ? [] : inside(findOutcomes(document, range))).map((item) => {
      const { kind, text, instrument, strength } = item.value;
      const value = { kind, text, ...(instrument === undefined ? {} : { instrument }), strength };
      const mentions = [this.#found('outcome', item)];
      const certainty = certaintyOfOutcome(value);
      claim('outcome', value, mentions, 'explicit', certainty);
      return { ...value, certainty, basis: 'explicit' as const, mentions };
    });
    const statements = (background ? [] : inside(findStatements(document, range))).map((item) => {
      const { speaker, direct, text } = item.value;
      const value = { speaker, direct, text };
      const mentions = [this.#found('quote', item)];
      const certainty = certaintyOfStatement(value);
      claim('statement', value, mentions, 'explicit', certainty);
      return { ...value, certainty, basis: 'explicit' as const, mentions };
    });
    const formats = inside(findFormats(document, range));
    const format = formats.map((item) => {
      const mentions = [this.#found('format', item)];
      claim('format', item.value.value, mentions, 'explicit');
      return { value: item.value.value, mentions };
    });
    const sidelines = formats.find((item) => item.value.value === 'sidelines' && item.value.event !== undefined);
    const mechanisms = (background ? [] : inside(findMechanisms(document, range))).map((item) => {
      const mentions = [this.#found('mechanism', item)];
      claim('mechanism', item.value.name, mentions, 'explicit');
      return { name: item.value.name, mentions };
    });
    const ordinalClaims = (background ? [] : inside(findOrdinals(document, range))).map((item) => {
      const value = { n: item.value.n, ...(item.value.since === undefined ? {} : { since: item.value.since }) };
      const mentions = [this.#found('ordinal', item)];
      claim('ordinal', value, mentions, 'explicit');
      return { ...value, mentions };
    });
    const attributed =
      attribution === undefined
        ? undefined
        : {
            kind: attribution.value.kind,
            ...(attribution.value.issuer === undefined ? {} : { issuer: attribution.value.issuer }),
            mentions: [this.#found('attribution', attribution)],
          };
    if (attributed !== undefined) {
      const { mentions, ...value } = attributed;
      claim('attribution', value, mentions, 'explicit');
    }
    const chain = findChain(document.article, attributions).map(({ link, spans }) => ({
      ...link,
      mentions: spans.map((span) => this.#credit(span, link.kind)),
    }));
    const sentence = this.#context.sentences[first.candidate.sentence]?.sentence;
    this.meetings.push({
      index,
      prominence: draft.prominence,
      type: draft.type,
      status: draft.status,
      sides,
      when,
      ...(where === undefined ? {} : { where }),
      format,
      ...(sidelines?.value.event === undefined
        ? {}
        : { frame: { relation: 'sidelines' as const, text: sidelines.value.event } }),
      topics,
      outcomes,
      statements,
      mechanisms,
      ordinalClaims,
      ...(attributed === undefined ? {} : { attribution: attributed }),
      chain,
      sentence: { start: sentence?.start ?? 0, end: sentence?.end ?? 0 },
    });
  }

  #sentenceIndex(sentence: number): number {
    return this.#context.sentences[sentence]?.sentence.index ?? 0;
  }

  /** Document sentences of a meeting: the main one, or the only one, has the whole article but for sentences of the others. */
  #scope(draft: MeetingDraft, drafts: readonly MeetingDraft[]): Set<number> {
    const own = new Set(draft.parts.map((part) => this.#sentenceIndex(part.candidate.sentence)));
    if (!leads(draft, drafts)) return own;
    const others = new Set<number>();
    for (const other of drafts) {
      if (other === draft) continue;
      for (const part of other.parts) others.add(this.#sentenceIndex(part.candidate.sentence));
    }
    const scope = new Set<number>();
    for (const sentence of this.#context.document.sentences) {
      if (own.has(sentence.index) || !others.has(sentence.index)) scope.add(sentence.index);
    }
    return scope;
  }

  #source(channel: ClaimSource['channel'] | undefined, issuer: string | undefined): ClaimSource {
    const { article } = this.#context.document;
    return {
      articleId: article.id,
      ...(article.outlet === undefined ? {} : { outlet: article.outlet.value }),
      ...(issuer === undefined ? {} : { attributedTo: issuer }),
      channel: channel ?? (article.agency === undefined ? 'unknown' : 'agency'),
    };
  }

  #sides(
    draft: MeetingDraft,
    triggers: readonly string[],
    claim: (field: ClaimField, value: unknown, mentions: readonly string[], basis: Basis) => void,
  ): Side[] {
    const hosts = new Set(draft.parts.map((part) => part.candidate.host).filter((entity) => entity !== undefined));
    const visitors = new Set(
      draft.parts.map((part) => part.candidate.visitor).filter((entity) => entity !== undefined),
    );
    const callers = new Set(
      draft.parts.map((part) => part.candidate.initiator).filter((entity) => entity !== undefined),
    );
    return [...draft.bases].map(([country, basis]) => {
      const principals = draft.actors.filter((actor) => actor.country === country);
      const delegation = draft.delegation.filter((entity) => entity.country === country && entity.name.length > 0);
      const participants = [
        ...principals.map((entity) =>
          this.#participant(entity, entity.rank === 'official' ? 'delegation' : 'principal'),
        ),
        ...delegation.map((entity) => this.#participant(entity, 'delegation')),
      ];
      const host = principals.some((entity) => hosts.has(entity));
      const visitor = principals.some((entity) => visitors.has(entity));
      const initiator = principals.some((entity) => callers.has(entity));
      const side: Side = {
        country,
        basis,
        participants,
        ...(host && !visitor ? { host } : {}),
        ...(visitor && !host ? { visitor } : {}),
        ...(initiator ? { initiator } : {}),
      };
      const evidence = participants.flatMap((participant) => participant.mentions);
      claim('side', { country, basis }, evidence.length > 0 ? evidence : triggers, basis);
      for (const participant of participants) {
        const { mentions, ...value } = participant;
        claim('participant', { ...value, country }, mentions, participant.countryBasis ?? basis);
      }
      return side;
    });
  }

  #participant(entity: Entity, capacity: Participant['capacity']): Participant {
    const { tokens, text } = this.#context.document;
    const mentions: string[] = [];
    let roleText = '';
    const span = (first: number, last: number): { start: number; end: number } => ({
      start: tokens[first]?.start ?? 0,
      end: tokens[last - 1]?.end ?? 0,
    });
    for (const mention of entity.mentions) {
      const sentence = this.#sentenceIndex(mention.sentence);
      if (mention.name !== undefined) {
        const { start, end } = span(mention.name.firstToken, mention.name.lastToken);
        mentions.push(this.#mention('person', start, end, sentence, 'person:name'));
      }
      for (const role of mention.roles) {
        const { start, end } = span(role.firstToken, role.lastToken);
        mentions.push(
          this.#mention('role', start, end, sentence, role.counterpart ? 'person:counterpart' : 'person:role'),
        );
        if (mention === entity.roleMention && roleText === '') roleText = text.slice(start, end);
      }
    }
    const name = writtenName(entity, this.#context);
    return {
      ...(name === undefined ? {} : { name }),
      roleCode: entity.roleCode === '' ? 'official' : entity.roleCode,
      roleText,
      capacity,
      ...(entity.acting ? { acting: true } : {}),
      ...(entity.former ? { former: true } : {}),
      ...(entity.country === undefined
        ? {}
        : { country: entity.country, countryBasis: entity.countryBasis ?? 'explicit' }),
      mentions: [...new Set(mentions)],
    };
  }

  #when(draft: MeetingDraft): ReportedMeeting['when'] {
    const reading = draft.when;
    if (reading === undefined) return { precision: 'unknown', basis: 'publication', mentions: [] };
    const mentions =
      reading.span === undefined
        ? []
        : [
            this.#mention(
              'date',
              reading.span.start,
              reading.span.end,
              this.#sentenceIndex(reading.span.sentence),
              'date',
            ),
          ];
    return { ...reading.when, mentions };
  }

  #where(
    draft: MeetingDraft,
    isLead: boolean,
    claim: (field: ClaimField, value: unknown, mentions: readonly string[], basis: Basis) => void,
  ): Where | undefined {
    const context = this.#context;
    if (draft.type === 'call' || draft.type === 'video') return undefined;
    let best: PlaceReading | undefined;
    for (const part of partsOfTalks(draft)) {
      if (best !== undefined && !isEarly(context, part.candidate.sentence)) break;
      const reading = readPlace(context, part.candidate.sentence, part.candidate.trigger, {
        not: homesOfVisitor(draft, part.candidate),
        held: draft.status === 'held',
      });
      if (reading === undefined) continue;
      if (best === undefined || (best.place === undefined && reading.place !== undefined)) best = reading;
    }
    if (best?.place === undefined && isLead && (draft.status === 'held' || draft.status === 'planned')) {
      const homes = draft.parts.flatMap((part) => homesOfVisitor(draft, part.candidate));
      const countries = [...draft.bases.keys()].filter((code) => !homes.includes(code));
      const implied = impliedPlace(context, best?.country === undefined ? countries : [best.country], draft);
      if (implied !== undefined) best = implied;
    }
    if (best === undefined) return undefined;
    const mentions = [this.#mention('place', best.start, best.end, this.#sentenceIndex(best.sentence), 'place')];
    const value = {
      ...(best.place === undefined ? {} : { place: best.place }),
      surface: context.document.text.slice(best.start, best.end),
      ...(best.country === undefined ? {} : { country: best.country }),
      basis: best.basis,
    };
    claim('where', value, mentions, best.basis);
    return { ...value, mentions };
  }
}
