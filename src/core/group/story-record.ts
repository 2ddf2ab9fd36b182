import type { Participant, ReportedMeeting } from '../model/record.ts';
import { principalsOf, type ReportPerson, spanOfEdtf } from '../record/fuse/reports.ts';
import { agreesWithoutDay, doesNotDisagree, type Profile, sideScores } from '../record/fuse/same-meeting.ts';
import { nameParts, sameName } from '../record/names.ts';

/** What the record of one article says about its main meeting, small enough to be kept. Plain data. */
export interface StoryRecord {
  readonly countries: readonly string[];
  /** Of every meeting that is news in the text. */
  readonly allCountries: readonly string[];
  readonly day?: number;
  /** The day was said in so many words. */
  readonly exactDay?: boolean;
  readonly people: readonly { readonly country: string; readonly role: string; readonly name?: string }[];
}

export function storyRecord(meetings: readonly ReportedMeeting[] | undefined): StoryRecord | undefined {
  const main = meetings?.find(({ prominence }) => prominence === 'main');
  if (main === undefined) return undefined;
  const span = main.when.edtf === undefined ? undefined : spanOfEdtf(main.when.edtf);
  return {
    countries: [...new Set(main.sides.map(({ country }) => country))].sort(),
    allCountries: [
      ...new Set(
        (meetings ?? [])
          .filter(({ prominence }) => prominence !== 'background')
          .flatMap(({ sides }) => sides.map(({ country }) => country)),
      ),
    ].sort(),
    ...(span === undefined || span.from !== span.to ? {} : { day: span.from }),
    ...(main.when.basis === 'explicit' ? { exactDay: true } : {}),
    people: [...principalsOf(main)].flatMap(([country, people]) =>
      people.map(({ participant }) => ({
        country,
        role: participant.roleCode,
        ...(participant.name === undefined ? {} : { name: participant.name.full }),
      })),
    ),
  };
}

/** True when two records tell of different meetings, whatever the words have in common. */
export function otherMeeting(a: StoryRecord | undefined, b: StoryRecord | undefined): boolean {
  if (a === undefined || b === undefined) return false;
  if (a.countries.length > 1 && b.countries.length > 1) {
    // One text may lead with another of its meetings; a counterpart that the other never names is another meeting.
    const known = a.countries.every((country) => b.allCountries.includes(country));
    if (!known && !b.countries.every((country) => a.allCountries.includes(country))) return true;
  }
  if (a.day !== undefined && b.day !== undefined && Math.abs(a.day - b.day) > 1 && (a.exactDay || b.exactDay)) {
    return true;
  }
  return otherHolder(a, b);
}

/** Both name the holder of one office of one country, and it is not the same person. */
function otherHolder(a: StoryRecord, b: StoryRecord): boolean {
  return a.people.some(({ country, role, name }) => {
    if (name === undefined) return false;
    const rivals = b.people.filter((one) => one.country === country && one.role === role && one.name !== undefined);
    if (rivals.length === 0) return false;
    const parts = nameParts(name);
    return !rivals.some((rival) => sameName(parts, nameParts(rival.name ?? '')));
  });
}

export type RecordAgreement = 'samePeople' | 'sameCountries' | 'otherPeople' | 'noRecord' | 'unequal';

/** What two records say of each other. `unequal`: one text reports a meeting, the other none. */
export function recordAgreement(a: StoryRecord | undefined, b: StoryRecord | undefined): RecordAgreement {
  if (a === undefined || b === undefined) return a === b ? 'noRecord' : 'unequal';
  if (a.countries.filter((country) => b.countries.includes(country)).length < 2) return 'noRecord';
  const scores = sideScores(profileOf(a), profileOf(b));
  if (scores === undefined) return 'noRecord';
  if (agreesWithoutDay(scores)) return 'samePeople';
  return doesNotDisagree(scores) ? 'sameCountries' : 'otherPeople';
}

const profiles = new WeakMap<StoryRecord, Profile>();

function profileOf(record: StoryRecord): Profile {
  const known = profiles.get(record);
  if (known !== undefined) return known;
  const people = new Map<string, ReportPerson[]>();
  for (const { country, role, name } of record.people) {
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
