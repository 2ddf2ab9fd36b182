import type { Basis, MeetingStatus, MeetingType } from '../../model/record.ts';
import { parseIsoDay, weekdayOf } from '../../text/calendars.ts';
import type { DateMention } from '../../text/dates.ts';
import type { RecordContext } from '../context.ts';
import { kindOf } from './arrival.ts';
import { isEarly } from './early.ts';
import { isSenior } from './parties.ts';
import type { Entity } from './people/entity.ts';
import { sameOffice } from './people/same-person.ts';
import type { SidedCandidate } from './sides.ts';
import { joinThreeSides } from './three-sides.ts';
import type { Candidate } from './triggers.ts';
import { anchorOf, readWhen, type WhenReading } from './when.ts';

/** Several triggers that tell of one meeting. */
export interface MeetingDraft {
  type: MeetingType;
  status: MeetingStatus;
  readonly background: boolean;
  readonly parts: SidedCandidate[];
  readonly actors: Entity[];
  readonly delegation: Entity[];
  readonly bases: Map<string, Basis>;
  when: WhenReading | undefined;
  prominence: 'main' | 'secondary' | 'background';
  /** No sentence of the body has told of it yet. */
  headlineOnly: boolean;
}

function isHeadline(context: RecordContext, sentence: number): boolean {
  return context.sentences[sentence]?.sentence.block === 'headline';
}

/** Meetings that one article may tell of; every part is compared with each. */
const MOST_MEETINGS = 40;

/** Joins candidates into meetings in order of the text. */
export function mergeCandidates(
  context: RecordContext,
  sided: readonly SidedCandidate[],
  datesOf: (sentence: number) => readonly DateMention[],
): MeetingDraft[] {
  const drafts: MeetingDraft[] = [];
  for (const part of sided) {
    const { candidate } = part;
    const when = readWhen(
      context,
      candidate.sentence,
      candidate.trigger,
      candidate.status.status,
      datesOf(candidate.sentence),
    );
    const status = isAhead(context, when) && statusOf(candidate) === 'held' ? 'planned' : statusOf(candidate);
    const recalled = isRecalled(context, part, when);
    const home = drafts.find((draft) => belongs(context, draft, part, status, when, recalled));
    if (home !== undefined) {
      join(context, home, part, when);
      continue;
    }
    if (drafts.length >= MOST_MEETINGS || !mayStand(context, part, drafts)) continue;
    drafts.push({
      type: kindOf(context, candidate),
      status,
      background: recalled,
      parts: [part],
      actors: [...part.actors],
      delegation: [...candidate.delegation],
      bases: new Map(part.bases),
      when,
      prominence: 'secondary',
      headlineOnly: isHeadline(context, candidate.sentence),
    });
  }
  for (const draft of drafts) {
    dropUnnamed(draft);
    draft.type = typeOf(draft);
  }
  return rank(context, absorbRecalled(joinThreeSides(context, withoutStrayHeadline(context, drafts))));
}

/** The headline of another article: the text tells of other meetings and names none of its countries. */
function withoutStrayHeadline(context: RecordContext, drafts: MeetingDraft[]): MeetingDraft[] {
  if (drafts.every((draft) => draft.headlineOnly)) return drafts;
  const named = new Set(
    context.sentences
      .filter(({ sentence }) => sentence.block !== 'headline')
      .flatMap(({ countries }) => countries.map(({ code }) => code)),
  );
  return drafts.filter((draft) => !draft.headlineOnly || [...draft.bases.keys()].some((code) => named.has(code)));
}

/** "His Spanish counterpart" of the headline is the minister whom the body names: one office has one holder. */
function dropUnnamed(draft: MeetingDraft): void {
  const named = draft.actors.filter((actor) => actor.name.length > 0);
  for (let i = draft.actors.length - 1; i >= 0; i--) {
    const actor = draft.actors[i] as Entity;
    const holder = (other: Entity): boolean =>
      other.country === actor.country && sameOffice(other.roleCode, actor.roleCode);
    if (actor.name.length === 0 && named.some(holder)) draft.actors.splice(i, 1);
  }
}

/** A resident ambassador or an organisation on one side makes a meeting of another kind. */
function typeOf(draft: MeetingDraft): MeetingType {
  if (draft.type !== 'meeting') return draft.type;
  const only = (rank: Entity['rank']): boolean =>
    [...draft.bases.keys()].some((code) => {
      const side = draft.actors.filter((actor) => actor.country === code);
      return side.length > 0 && side.every((actor) => actor.rank === rank);
    });
  if (only('ambassador')) return 'ambassador_call';
  return only('organisation') ? 'organisation_meeting' : draft.type;
}

/** A visit is told, then in the past of the past the talks that filled it: one meeting, unless their day is another. */
function absorbRecalled(drafts: MeetingDraft[]): MeetingDraft[] {
  const visit = drafts.find((draft) => draft.type === 'visit' && draft.status === 'held' && !draft.background);
  if (visit === undefined) return drafts;
  return drafts.filter((draft) => {
    if (draft.background && isArrivalOf(visit, draft)) return false;
    if (!draft.background || draft.type !== 'meeting') return true;
    const parts = draft.parts.every(
      (part) => part.candidate.trigger.value.tense === 'pluperfect' && part.candidate.complete,
    );
    const same = [...draft.bases.keys()].every((code) => visit.bases.has(code));
    const person = draft.actors.some((actor) => visit.actors.includes(actor));
    const day = draft.when?.when.edtf;
    if (
      !parts ||
      !same ||
      !person ||
      (day !== undefined && (visit.when?.when.edtf === undefined || !near(day, visit.when.when.edtf)))
    )
      return true;
    visit.type = 'meeting';
    visit.parts.push(...draft.parts);
    for (const actor of draft.actors) if (!visit.actors.includes(actor)) visit.actors.push(actor);
    return false;
  });
}

/** "He left after a visit … He had arrived the day before": the arrival, told in the past of the past, is of that visit. */
function isArrivalOf(visit: MeetingDraft, draft: MeetingDraft): boolean {
  const day = draft.when?.when.edtf;
  return (
    draft.parts.some(({ candidate }) => candidate.trigger.value.family === 'arrive') &&
    draft.actors.some((actor) => visit.actors.includes(actor)) &&
    [...draft.bases.keys()].every((code) => visit.bases.has(code)) &&
    (day === undefined || (visit.when?.when.edtf !== undefined && near(day, visit.when.when.edtf)))
  );
}

function statusOf(candidate: Candidate): MeetingStatus {
  const { status } = candidate.status;
  return status === 'background' || status === 'none' ? 'held' : status;
}

/** A day after that of the report: what is told of it is planned, whatever the verb. */
function isAhead(context: RecordContext, when: WhenReading | undefined): boolean {
  if (when?.ahead === true) return true;
  const day = when?.when.precision === 'day' && when.when.edtf !== undefined ? dayOf(when.when.edtf) : undefined;
  const anchor = dayOf(anchorOf(context).day ?? '');
  // A page may be dated a day before what it tells; "tomorrow" is tomorrow.
  const slack = when?.when.basis === 'relative' ? 0 : 1;
  return day !== undefined && anchor !== undefined && day > anchor + slack;
}

/** Days before the report within which the past of the past still tells the news itself. */
const RECENT_DAYS = 3;

/** "… when the president had received him on Sunday", told on Monday, is the news; a month ago it would be recalled. */
function isRecalled(context: RecordContext, part: SidedCandidate, when: WhenReading | undefined): boolean {
  const { status, trigger, sentence, complete } = part.candidate;
  if (status.status !== 'background') return false;
  if (status.cue !== undefined || trigger.value.tense !== 'pluperfect' || !complete || !isEarly(context, sentence))
    return true;
  const day = when?.when.edtf === undefined ? undefined : dayOf(when.when.edtf);
  const anchor = dayOf(anchorOf(context).day ?? '');
  return day === undefined || anchor === undefined || day > anchor || anchor - day > RECENT_DAYS;
}

/** True when the part tells of the same meeting as the draft. */
function belongs(
  context: RecordContext,
  draft: MeetingDraft,
  part: SidedCandidate,
  status: MeetingStatus,
  when: WhenReading | undefined,
  recalled: boolean,
): boolean {
  const countries = [...draft.bases.keys()];
  const shared = part.countries.filter((code) => countries.includes(code));
  if (shared.length < 2) return false;
  if (recalled !== draft.background) return false;
  // "X visits London" over "X will visit London": the headline's present tells no time.
  const future = part.candidate.trigger.value.tense === 'future' && draft.headlineOnly;
  const vague =
    future ||
    part.candidate.trigger.value.tense === 'infinitive' ||
    part.candidate.trigger.value.tense === 'noun' ||
    !part.candidate.complete;
  // What was planned for a visit that is off is off too.
  const off = status === 'planned' && (draft.status === 'cancelled' || draft.status === 'postponed');
  // "During their talks A will raise …": a plan of the same two without a day of its own is of the talks told before.
  const told =
    status === 'planned' &&
    draft.status === 'held' &&
    when === undefined &&
    part.actors.length >= 2 &&
    part.actors.every((actor) => draft.actors.includes(actor));
  // "to be received during talks with B": a noun tells no time of its own beside a plan of the same two.
  const unsaid =
    status === 'held' &&
    draft.status === 'planned' &&
    part.candidate.trigger.value.tense === 'noun' &&
    part.candidate.status.cue === undefined &&
    (when === undefined || when.when.basis === 'weekday');
  if (
    status !== draft.status &&
    !off &&
    !told &&
    !unsaid &&
    !(vague && (status === 'planned' || draft.status !== 'planned'))
  )
    return false;
  const day = when?.when.edtf;
  const known = draft.when?.when.edtf;
  if (day !== undefined && known !== undefined && !unsaid && !overlap(day, known) && part.candidate.complete)
    return false;
  if (isRemote(kindOf(context, part.candidate)) !== isRemote(draft.type) && day !== undefined && known !== undefined)
    return false;
  return shared.every((code) => {
    const left = names(draft.actors, code);
    const right = names(part.actors, code);
    return left.length === 0 || right.length === 0 || left.some((entity) => right.includes(entity));
  });
}

/** "On Thursday they met …": the 13th of a month that was a Monday is the day of something else. */
function isOtherWeekday(known: WhenReading | undefined, { when }: WhenReading): boolean {
  const day = when.precision === 'day' && when.edtf !== undefined ? dayOf(when.edtf) : undefined;
  return known?.when.weekday !== undefined && day !== undefined && weekdayOf(day) !== known.when.weekday;
}

function isRemote(type: MeetingType): boolean {
  return type === 'call' || type === 'video';
}

/** The same day or the next: a report at the end of a visit tells of the day before. */
function near(a: string, b: string): boolean {
  if (overlap(a, b)) return true;
  const left = dayOf(a);
  const right = dayOf(b);
  return left !== undefined && right !== undefined && Math.abs(left - right) <= 1;
}

function dayOf(edtf: string): number | undefined {
  return parseIsoDay(edtf.slice(0, 10));
}

/** The same day, or one lies inside the other (`2024-04` and `2024-04-22`, ranges). */
function overlap(a: string, b: string): boolean {
  if (a.startsWith(b) || b.startsWith(a)) return true;
  const [fromA = '', toA = fromA] = a.split('/');
  const [fromB = '', toB = fromB] = b.split('/');
  return fromA <= toB && fromB <= toA;
}

function names(actors: readonly Entity[], country: string): Entity[] {
  return actors.filter((actor) => actor.country === country && actor.name.length > 0);
}

function join(context: RecordContext, draft: MeetingDraft, part: SidedCandidate, when: WhenReading | undefined): void {
  draft.parts.push(part);
  const early = isEarly(context, part.candidate.sentence);
  // A headline names two of three: the first sentence that tells it whole says who else was a side.
  if (
    draft.headlineOnly &&
    early &&
    part.candidate.complete &&
    (draft.type === 'visit' || kindOf(context, part.candidate) !== 'visit')
  ) {
    for (const [code, basis] of part.bases)
      if (!draft.bases.has(code) && basis === 'explicit') draft.bases.set(code, basis);
  }
  for (const actor of part.actors) {
    if (draft.actors.includes(actor) || actor.country === undefined || !draft.bases.has(actor.country)) continue;
    const side = draft.actors.filter((other) => other.country === actor.country);
    if (side.length === 0 || (early && part.candidate.complete)) draft.actors.push(actor);
    // A name replaces an office without a name.
    else if (actor.name.length > 0 && side.every((other) => other.name.length === 0)) {
      draft.actors.splice(
        draft.actors.findIndex((other) => other.country === actor.country),
        1,
        actor,
      );
    }
  }
  for (const entity of part.candidate.delegation) {
    if (!draft.delegation.includes(entity) && !draft.actors.includes(entity)) draft.delegation.push(entity);
  }
  // A headline in the present says nothing of time: "X visits London" may be tomorrow's visit.
  if (
    draft.headlineOnly &&
    part.candidate.status.status === 'planned' &&
    draft.status === 'held' &&
    (part.candidate.trigger.value.tense === 'future' || part.candidate.trigger.value.tense === 'noun')
  ) {
    draft.status = 'planned';
    draft.when = when;
  }
  draft.headlineOnly &&= isHeadline(context, part.candidate.sentence);
  // The day of arrival, told after the talks, is not the day of the talks.
  const type = kindOf(context, part.candidate);
  const arrival = type === 'visit' && draft.type !== 'visit';
  if (draft.when?.when.edtf === undefined && when !== undefined && !arrival && !isOtherWeekday(draft.when, when))
    draft.when = when;
  // "At the end of their talks …": the noun tells of talks, announced or held; a visit becomes a meeting where it is told.
  const told = early && (part.candidate.complete || part.candidate.trigger.value.tense !== 'noun');
  if (
    draft.type === 'visit' &&
    type !== 'visit' &&
    told &&
    part.candidate.status.status === 'held' &&
    draft.status === 'held'
  )
    draft.type = type;
  else if (draft.type === 'meeting' && isRemote(type) && (early || part.candidate.complete)) draft.type = type;
}

/** What two countries do themselves: "India and Egypt held talks", "the joint commission of India and Egypt met". */
const STATES: ReadonlySet<string> = new Set(['talk', 'sign', 'session']);

/** A new meeting needs its own evidence: early in the text any trigger, later both parties named in the sentence. */
function mayStand(context: RecordContext, part: SidedCandidate, drafts: readonly MeetingDraft[]): boolean {
  const { candidate } = part;
  const { family, tense, type } = candidate.trigger.value;
  const named = part.actors.filter((actor) => actor.name.length > 0);
  const early = isEarly(context, candidate.sentence);
  // "The interior ministers of A and B signed": offices without names are enough when their countries are said.
  const offices = part.actors.filter(
    (actor) =>
      (actor.rank === 'state' || isSenior(actor)) &&
      (actor.countryBasis === 'explicit' ||
        actor.countryBasis === 'counterpart' ||
        // "The president … his Chilean counterpart", of a pair that the text joins.
        part.actors.some((other) => other.counterpartOf === actor)),
  );
  const states = part.candidate.pair !== undefined && early && STATES.has(family);
  if (states) return true;
  // "The president of A will visit B": who is said by office and country needs no name.
  if (type === 'visit' && early && tense !== 'noun' && offices.length > 0 && candidate.destination !== undefined)
    return true;
  if (named.length === 0 && !(early && offices.length >= 2)) return false;
  if (type === 'visit') {
    if (tense === 'noun' && candidate.status.status === 'held') return false;
    return candidate.actors.length > 0;
  }
  if (family === 'agree' || family === 'sign') {
    return isEarly(context, candidate.sentence) && drafts.length === 0 && candidate.complete;
  }
  if (candidate.destination !== undefined && named.length > 0 && (early || drafts.length === 0)) return true;
  if (early) return part.actors.length >= 2 || candidate.pair !== undefined;
  return candidate.complete && named.length >= 2;
}

/** "They spoke by phone after the visit was called off": the call is news of its own. */
function isToldCall(context: RecordContext, { sentence, trigger }: Candidate): boolean {
  if (trigger.value.type !== 'call' || trigger.value.tense !== 'past') return false;
  const triggers = context.sentences[sentence]?.triggers ?? [];
  return triggers.some((other) => other.value.tense === 'noun' && other.firstToken >= trigger.lastToken);
}

function hasOffCue(context: RecordContext, sentence: number): boolean {
  return (
    context.sentences[sentence]?.cues.some((cue) => cue.value === 'postponed' || cue.value === 'cancelled') === true
  );
}

/** The first early meeting that is not recalled is the main one. */
function rank(context: RecordContext, drafts: MeetingDraft[]): MeetingDraft[] {
  const early = drafts.filter(
    (draft) => !draft.background && draft.parts.some((part) => isEarly(context, part.candidate.sentence)),
  );
  const main =
    early.find((draft) => draft.status === 'held' && draft.type !== 'visit') ??
    early.find((draft) => draft.status === 'held') ??
    early[0];
  for (const draft of drafts) {
    // Talks by which something is put off are the occasion, not the news.
    if (
      draft.status === 'held' &&
      draft.parts.every(({ candidate }) => !isToldCall(context, candidate) && hasOffCue(context, candidate.sentence))
    )
      draft.prominence = 'background';
    else if (draft.background) draft.prominence = 'background';
    else if (draft === main) draft.prominence = 'main';
  }
  return drafts;
}
