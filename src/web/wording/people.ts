import type { Participant, Person } from '../../core/model/record.ts';
import type { Translator } from '../i18n.ts';
import { clipText } from '../shown-text.ts';

/** People by id, for the names and addresses of the participants on one page. */
export type PeopleById = ReadonlyMap<string, Person>;

/** The name in the reader's script when a page wrote it so, else as known. */
export function personName(person: Pick<Person, 'name' | 'names'>, tr: Translator): string {
  const script = tr.language === 'ar' ? 'arabic' : 'latin';
  const own = person.names.filter((name) => name.script === script);
  const inLanguage = own.find((name) => name.lang === tr.language) ?? own[0];
  const main = person.names.find((name) => name.full === person.name);
  // The main form is the best one whenever its script is already the reader's.
  return clipText(main?.script === script || inLanguage === undefined ? person.name : inLanguage.full, 120);
}

export function participantName(participant: Participant, people: PeopleById, tr: Translator): string | undefined {
  const person = participant.personId === undefined ? undefined : people.get(participant.personId);
  if (person !== undefined) return personName(person, tr);
  return participant.name === undefined ? undefined : clipText(participant.name.full, 120);
}
