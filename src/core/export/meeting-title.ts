import { countryName } from '../gazetteer/countries.ts';
import { statusNames, typeNames } from './english-labels.ts';
import { type ExportedMeeting, participantName } from './exported-meeting.ts';

/** "Planned: Talks, Spain (Ada Lumen) and Morocco". A meeting that is not known as held says so first. */
export function meetingTitle(item: ExportedMeeting): string {
  const { meeting } = item;
  const sides = meeting.sides.map((side) => {
    const names = side.participants
      .filter(({ capacity }) => capacity !== 'delegation')
      .flatMap((participant) => participantName(participant, item) ?? [])
      .slice(0, 2);
    const country = countryName(side.country, 'en');
    return names.length === 0 ? country : `${country} (${names.join(', ')})`;
  });
  const parties = sides.length < 3 ? sides.join(' and ') : `${sides.slice(0, -1).join(', ')} and ${sides.at(-1)}`;
  const title = parties === '' ? typeNames[meeting.type] : `${typeNames[meeting.type]}, ${parties}`;
  return meeting.status === 'held' ? title : `${statusNames[meeting.status]}: ${title}`;
}
