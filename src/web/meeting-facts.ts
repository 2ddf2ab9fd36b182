import { participantField } from '../core/export/exported-meeting.ts';
import type { Evidence } from '../core/model/evidence.ts';
import type { Meeting } from '../core/model/record.ts';
import type { MessageKey, Translator } from './i18n.ts';
import { clipText } from './shown-text.ts';
import { whenText } from './wording/meeting-sentence.ts';
import { type PeopleById, participantName } from './wording/people.ts';
import { countryText, placeText } from './wording/places.ts';
import { roleText } from './wording/roles.ts';

/** One fact of a meeting in the words of the interface, with what it rests on. */
export interface MeetingFact {
  readonly label: string;
  readonly text: string;
  /** Of the words, when they are those of a report. */
  readonly language?: string;
  readonly evidence: readonly Evidence[];
}

const longestText = 400;

/** Everything that the record says of a meeting, one fact after the other, for lists and briefings. */
export function meetingFacts(meeting: Meeting, people: PeopleById, tr: Translator): MeetingFact[] {
  const kept = (field: string): readonly Evidence[] => meeting.evidence[field] ?? [];
  const facts: MeetingFact[] = [];
  const add = (label: string, text: string, evidence: readonly Evidence[], language?: string): void => {
    facts.push({ label, text, evidence, ...(language === undefined ? {} : { language }) });
  };
  for (const side of meeting.sides) {
    const country = countryText(side.country, tr);
    if (side.participants.length === 0) add(country, tr.t('side.no-names'), kept(`side:${side.country}`));
    for (const participant of side.participants) {
      const field = participantField(participant, meeting);
      const words = [participantName(participant, people, tr), roleText(participant, tr)];
      const text = words.filter((part) => part !== undefined && part !== '').join(tr.t('list.comma'));
      add(country, clipText(text, longestText), field === undefined ? [] : kept(field));
    }
  }
  add(tr.t('field.when'), whenText(meeting.when, tr), kept('when'));
  if (meeting.where !== undefined) add(tr.t('field.where'), placeText(meeting.where, tr), kept('where'));
  add(tr.t('field.type'), tr.t(`type.${meeting.type}` as MessageKey), kept('type'));
  add(tr.t('field.status'), tr.t(`status.${meeting.status}` as MessageKey), kept('status'));
  for (const { topic, evidence } of meeting.topics) {
    add(tr.t('field.topic'), tr.t(`topic.${topic}` as MessageKey), evidence);
  }
  for (const { name, evidence } of meeting.mechanisms) {
    add(tr.t('field.mechanism'), clipText(name, 160), evidence, 'und');
  }
  for (const { n, since, evidence } of meeting.ordinalClaims) {
    const text = since === undefined ? tr.t('ordinal.plain', { n }) : tr.t('ordinal.since', { n, since });
    add(tr.t('field.ordinal'), text, evidence);
  }
  for (const { kind, text, language, evidence } of meeting.outcomes) {
    add(tr.t(`outcome.${kind}` as MessageKey), clipText(text, longestText), evidence, language ?? 'und');
  }
  for (const { speaker, text, language, evidence } of meeting.statements) {
    add(clipText(speaker, 100), clipText(text, longestText), evidence, language ?? 'und');
  }
  return facts;
}
