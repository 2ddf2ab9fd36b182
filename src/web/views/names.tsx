import type { Child } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Participant } from '../../core/model/record.ts';
import type { Translator } from '../i18n.ts';
import { directionOf } from '../shown-text.ts';
import { type PeopleById, participantName } from '../wording/people.ts';
import { countryText } from '../wording/places.ts';
import { roleIsAsWritten, roleText } from '../wording/roles.ts';

/** Name with its page when the person has one, and the office beside it. */
export function ParticipantName(props: {
  participant: Participant;
  people: PeopleById;
  tr: Translator;
  /** Country of the side, when it is not clear from the place on the page. */
  country?: string;
}): JSX.Element {
  const { participant, people, tr } = props;
  const name = participantName(participant, people, tr);
  const person = participant.personId === undefined ? undefined : people.get(participant.personId);
  const details = [officeOf(participant, tr), ...(props.country === undefined ? [] : [countryText(props.country, tr)])];
  if (name === undefined) return <span class="person">{joinComma(details, tr)}</span>;
  return (
    <span class="person">
      {person === undefined ? (
        <bdi class="name">{name}</bdi>
      ) : (
        <a class="name" href={`/people/${encodeURIComponent(person.slug)}`}>
          <bdi>{name}</bdi>
        </a>
      )}{' '}
      <span class="office">
        {joinComma(details, tr)}
        {participant.acting === true && <> ({tr.t('participant.acting')})</>}
        {participant.former === true && <> ({tr.t('participant.former')})</>}
      </span>
    </span>
  );
}

function officeOf(participant: Participant, tr: Translator): Child {
  const text = roleText(participant, tr);
  if (!roleIsAsWritten(participant, tr)) return text;
  const language = participant.name?.lang ?? 'und';
  return <bdi dir={directionOf(language) === 'auto' ? undefined : directionOf(language)}>{text}</bdi>;
}

function joinComma(parts: readonly Child[], tr: Translator): Child[] {
  return parts.flatMap((part, index) => (index === 0 ? [part] : [tr.t('list.comma'), part]));
}
