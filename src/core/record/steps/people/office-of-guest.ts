import type { RecordContext } from '../../context.ts';
import { isEarly } from '../early.ts';
import { type Entity, learn } from './entity.ts';
import type { PersonMention } from './mentions.ts';
import { isOnlyMentioned } from './only-mentioned.ts';

/** Verbs of two who meet; nouns tell too little of who with whom. */
const MEETING: ReadonlySet<string> = new Set(['receive', 'received-by', 'meet', 'talk', 'call', 'call-from']);

/** Sentences that are compared: headline and lead tell one meeting twice, once by office and once by name. */
const TOLD_TWICE = 6;

/**
 * "A reçoit le ministre danois", then "A a reçu Lars Holm": the one whom the same person meets in both is one person,
 * told by office without a name and by name without an office.
 */
export function nameOfficeOfGuest(
  context: RecordContext,
  mentions: readonly PersonMention[],
  owner: Map<PersonMention, Entity>,
): void {
  const told: Entity[][] = [];
  for (const [index, tagged] of context.sentences.slice(0, TOLD_TWICE).entries()) {
    if (!isEarly(context, index)) break;
    const isMeeting = tagged.triggers.some(({ value }) => MEETING.has(value.family) && value.tense !== 'pluperfect');
    const here = mentions.filter((mention) => mention.sentence === index && !isOnlyMentioned(tagged, mention));
    const people = here.flatMap((mention) => owner.get(mention) ?? []).filter(isParty);
    told.push(isMeeting ? [...new Set(people)] : []);
  }
  for (const first of told) {
    for (const second of told) {
      const [office, ...offices] = first.filter((person) => isOffice(person) && !second.includes(person));
      const [guest, ...guests] = second.filter((person) => isName(person) && !first.includes(person));
      const host = first.find((person) => second.includes(person) && person.name.length > 0);
      if (host === undefined || office === undefined || guest === undefined) continue;
      if (offices.length > 0 || guests.length > 0 || first.length !== 2 || second.length !== 2) continue;
      if (guest.country !== undefined && guest.country !== office.country) continue;
      for (const mention of office.mentions) {
        owner.set(mention, guest);
        guest.mentions.push(mention);
        learn(guest, mention, context);
      }
      office.mentions.length = 0;
      office.rank = 'out';
      return;
    }
  }
}

function isParty({ rank, name }: Entity): boolean {
  return rank === 'state' || (rank === 'none' && name.length > 1);
}

function isOffice({ rank, name, country, roleMention }: Entity): boolean {
  return rank === 'state' && name.length === 0 && country !== undefined && roleMention !== undefined;
}

function isName({ rank, roleCode }: Entity): boolean {
  return rank === 'none' && roleCode === '';
}
