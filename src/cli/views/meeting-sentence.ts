import type { ChainLink } from '../../core/model/attribution-chain.ts';
import type { Participant, ReportedMeeting, When } from '../../core/model/record.ts';
import { wrap } from '../help.ts';
import { type Paint, printable } from '../terminal.ts';

const countryNames = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'code' });

/** Name of a country in English; the code when there is none. */
export function countryName(code: string): string {
  try {
    return countryNames.of(code) ?? code;
  } catch {
    return code;
  }
}

/** `minister_delegate:interior` as words: "interior minister delegate". */
export function roleWords(roleCode: string): string {
  const [head = '', portfolio] = roleCode.split(':');
  const words = `${portfolio === undefined ? '' : `${portfolio} `}${head}`;
  return words.replace(/_/g, ' ');
}

const verbs: Readonly<Record<ReportedMeeting['type'], string>> = {
  meeting: 'met',
  call: 'spoke by telephone',
  video: 'met by video',
  visit: 'visited',
  joint_session: 'held a joint session',
  signing: 'signed',
  statement: 'spoke',
  ambassador_call: 'received an ambassador',
  organisation_meeting: 'met within an organisation',
};

/** Letters of a statement that one line shows. */
const LONGEST_STATEMENT = 160;

/** A meeting as a sentence and a few short lines. */
export function describeMeeting(meeting: ReportedMeeting, paint: Paint, columns: number): string[] {
  const heading =
    meeting.prominence === 'background' ? 'Recalled' : meeting.prominence === 'secondary' ? 'Also' : 'Meeting';
  const lines = wrap(printable(`${heading} (${meeting.type}, ${meeting.status}): ${sentenceOf(meeting)}`), columns).map(
    (line) => paint.bold(line),
  );
  const add = (name: string, values: readonly string[]) => {
    if (values.length === 0) return;
    const [first = '', ...more] = wrap(printable(`${name}: ${values.join('; ')}`), columns - 2);
    lines.push(`  ${first}`, ...more.map((line) => `    ${line}`));
  };
  add(
    'About',
    meeting.topics.map(({ topic, certainty }) => `${topic.replace(/_/g, ' ')}${sure(certainty)}`),
  );
  add(
    'Agreed',
    meeting.outcomes.map(
      ({ kind, text, instrument, certainty }) =>
        `${kind}${instrument === undefined ? '' : ` (${instrument.replace(/_/g, ' ')})`}: ${text}${sure(certainty)}`,
    ),
  );
  add(
    'Said',
    meeting.statements.map(({ speaker, text, certainty }) => `${speaker}: ${shortened(text)}${sure(certainty)}`),
  );
  add(
    'Mechanism',
    meeting.mechanisms.map(({ name }) => name),
  );
  add(
    'According to',
    meeting.attribution === undefined
      ? []
      : [[meeting.attribution.kind, meeting.attribution.issuer].filter(Boolean).join(', ')],
  );
  add('Handed on', chainWords(meeting.chain ?? []));
  return [...lines, ''];
}

/** "communiqué Ministry of Ports > agency MAP > outlet The Dike (inferred)": nothing where one hand is all there is. */
function chainWords(chain: readonly ChainLink[]): string[] {
  if (chain.length < 2) return [];
  const words = chain.map(
    ({ kind, name, basis }) =>
      `${kind === 'communique' ? 'communiqué' : kind}${name === undefined ? '' : ` ${name}`}${basis === 'inferred' ? ' (inferred)' : ''}`,
  );
  return [words.join(' > ')];
}

/** A statement is shown by its beginning; the text below has the rest. */
function shortened(text: string): string {
  return text.length <= LONGEST_STATEMENT ? text : `${text.slice(0, LONGEST_STATEMENT).replace(/\s+\S*$/, '')} …`;
}

/** "(clearly said)", "(hinted at)": what the words of one report alone bear. */
function sure(certainty: number | undefined): string {
  if (certainty === undefined) return '';
  return certainty >= 0.85 ? ' (clearly said)' : certainty >= 0.7 ? ' (said less clearly)' : ' (hinted at)';
}

function sentenceOf(meeting: ReportedMeeting): string {
  const sides = meeting.sides.map((side) => {
    const people = side.participants.filter(({ capacity }) => capacity !== 'delegation');
    const named = (people.length > 0 ? people : side.participants).map(personWords).join(' and ');
    return named === '' ? countryName(side.country) : `${named} (${countryName(side.country)})`;
  });
  const where = meeting.where === undefined ? '' : ` in ${meeting.where.place ?? meeting.where.surface}`;
  return `${sides.join(' and ') || 'parties not named'} ${verbs[meeting.type]}${where}, ${whenWords(meeting.when)}.`;
}

function personWords(person: Participant): string {
  const name = person.name?.full;
  const role = roleWords(person.roleCode);
  return name === undefined ? `the ${role}` : `${role} ${name}`;
}

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** When, in words: an unknown day stays unknown. */
export function whenWords(when: When): string {
  if (when.edtf !== undefined)
    return `${when.precision === 'day' || when.precision === 'time' ? 'on ' : ''}${when.edtf}`;
  const weekday = when.weekday === undefined ? 'day unknown' : `on a ${weekdays[when.weekday]}, date unknown`;
  return when.notLaterThan === undefined ? weekday : `${weekday}, not later than ${when.notLaterThan}`;
}
