import { mediaTopicCodes } from '../../model/media-topics.ts';
import type { PersonName, ReportedMeeting, Side, Topic } from '../../model/record.ts';
import type { RecordContext } from '../context.ts';
import type { Found } from '../found.ts';
import { CERTAINTY } from './certainty.ts';
import type { MeetingDraft } from './merge-candidates.ts';
import type { Entity } from './people/entity.ts';
import { isPatronymic } from './people/same-person.ts';
import type { SidedCandidate } from './sides.ts';
import type { Candidate } from './triggers.ts';

/** A visitor is not at home: places in the visitor's country are not the place of a visit. */
export function homesOfVisitor(draft: MeetingDraft, candidate: Candidate): string[] {
  const visitor = draft.type === 'visit' ? candidate.visitor?.country : undefined;
  return visitor === undefined ? [] : [visitor];
}

/** The parts in which a place is looked for: where talks were held, those that tell of them before those of the journey. */
export function partsOfTalks(draft: MeetingDraft): readonly SidedCandidate[] {
  if (draft.type === 'visit') return draft.parts;
  const isJourney = ({ candidate }: SidedCandidate): boolean => candidate.trigger.value.type === 'visit';
  // "They will meet again in Oslo": what is still to come tells nothing of where they met.
  const took = draft.parts.filter(({ candidate }) => draft.status !== 'held' || candidate.status.status !== 'planned');
  return [...took.filter((part) => !isJourney(part)), ...took.filter(isJourney)];
}

/** The main meeting of a page, or the only one that is not recalled, wherever it is told. */
export function leads(draft: MeetingDraft, drafts: readonly MeetingDraft[]): boolean {
  if (draft.prominence !== 'secondary') return draft.prominence === 'main';
  return drafts.every((other) => other === draft || other.prominence === 'background');
}

/** One entry a topic, with the codes of the topic and as sure as the surest of its words. */
export function groupTopics(found: readonly (readonly [Found<Topic>, string])[]): ReportedMeeting['topics'] {
  const byTopic = new Map<Topic, { mentions: string[]; certainty: number }>();
  for (const [{ value, certainty = CERTAINTY.explicit }, mention] of found) {
    const known = byTopic.get(value);
    if (known === undefined) byTopic.set(value, { mentions: [mention], certainty });
    else {
      if (!known.mentions.includes(mention)) known.mentions.push(mention);
      known.certainty = Math.max(known.certainty, certainty);
    }
  }
  return [...byTopic].map(([topic, { mentions, certainty }]) => ({
    topic,
    mediaTopics: mediaTopicCodes(topic),
    certainty,
    basis: 'explicit' as const,
    mentions,
  }));
}

export function scriptOf(text: string): PersonName['script'] {
  if (/\p{Script=Arabic}/u.test(text)) return 'arabic';
  return /\p{Script=Latin}/u.test(text) ? 'latin' : 'other';
}

/** The fullest form of a name in the article, as written; `full` without the house of a ruler. */
export function writtenName({ nameMention }: Entity, { document, sentences }: RecordContext): PersonName | undefined {
  if (nameMention?.name === undefined) return undefined;
  const { firstToken, lastToken } = nameMention.name;
  const { tokens, text, language } = document;
  const form = (end: number): string => text.slice(tokens[firstToken]?.start ?? 0, tokens[end - 1]?.end ?? 0);
  const surface = form(lastToken);
  const lexicon = sentences[nameMention.sentence]?.lexicon;
  let end = lastToken;
  for (let i = firstToken + FATHER; i < lastToken - 1; i++) {
    const isHouse = lexicon?.ruling.has(tokens[i]?.folded ?? '') === true;
    if (isHouse && isPatronymic(tokens[i - 2]?.folded ?? '')) end = i;
  }
  return { surface, full: form(end), lang: language, script: scriptOf(surface) };
}

/** Words before a house at least: "A bin B". */
const FATHER = 3;

export function principalRoles(sides: readonly Side[]): string[] {
  return sides.flatMap((side) =>
    side.participants.filter((person) => person.capacity === 'principal').map((person) => person.roleCode),
  );
}
