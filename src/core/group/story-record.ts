import type { Participant, ReportedMeeting } from '../model/record.ts';
import { principalsOf, type ReportPerson } from '../record/fuse/reports.ts';
import { agreesWithoutDay, doesNotDisagree, type Profile, sideScores } from '../record/fuse/same-meeting.ts';
import { nameParts } from '../record/names.ts';
import { mainMeeting, type ToldMeeting, toldPlaces } from './told-meeting.ts';

/** What the record of one article says of its main meeting; nothing where it tells of none. */
export function storyRecord(meetings: readonly ReportedMeeting[] | undefined): ToldMeeting | undefined {
  const main = mainMeeting(meetings);
  if (main === undefined) return undefined;
  return {
    ...toldPlaces(meetings),
    offices: [...principalsOf(main)].flatMap(([country, people]) =>
      people.map(({ participant }) => ({
        country,
        role: participant.roleCode,
        ...(participant.name === undefined ? {} : { name: participant.name.full }),
      })),
    ),
  };
}

export type RecordAgreement = 'samePeople' | 'sameCountries' | 'otherPeople' | 'noRecord' | 'unequal';

/** What two records say of each other. `unequal`: one text reports a meeting, the other none. */
export function recordAgreement(a: ToldMeeting | undefined, b: ToldMeeting | undefined): RecordAgreement {
  if (a === undefined || b === undefined) return a === b ? 'noRecord' : 'unequal';
  if (a.countries.filter((country) => b.countries.includes(country)).length < 2) return 'noRecord';
  const scores = sideScores(profileOf(a), profileOf(b));
  if (scores === undefined) return 'noRecord';
  if (agreesWithoutDay(scores)) return 'samePeople';
  return doesNotDisagree(scores) ? 'sameCountries' : 'otherPeople';
}

const profiles = new WeakMap<ToldMeeting, Profile>();

function profileOf(record: ToldMeeting): Profile {
  const known = profiles.get(record);
  if (known !== undefined) return known;
  const people = new Map<string, ReportPerson[]>();
  for (const { country, role, name } of record.offices) {
    const full =
      name === undefined ? {} : { name: { full: name, surface: name, lang: 'und', script: 'other' as const } };
    const participant: Participant = { roleCode: role, roleText: '', capacity: 'principal', mentions: [], ...full };
    const list = people.get(country) ?? [];
    list.push(name === undefined ? { participant } : { participant, name: nameParts(name) });
    people.set(country, list);
  }
  const profile = { countries: record.countries, people };
  profiles.set(record, profile);
  return profile;
}
