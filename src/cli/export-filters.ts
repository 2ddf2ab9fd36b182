import type { MeetingStatus, Topic } from '../core/model/record.ts';
import { RapporteurError } from '../errors.ts';
import { meetingStatusSchema, topicSchema } from '../schemas/vocabulary.ts';
import type { MeetingQuery } from '../store/store.ts';
import type { CommandOption } from './command.ts';

export const exportFilterOptions: readonly CommandOption[] = [
  {
    name: 'pair',
    takes: 'AA-BB',
    sentence: 'Only meetings of these two countries (ISO codes); tables give only this pair.',
  },
  { name: 'country', takes: 'AA', sentence: 'Only meetings of this country.' },
  {
    name: 'from',
    takes: 'DAY',
    sentence: 'Only meetings on or after this day (2024-01-31); those on an unknown day are in no range.',
  },
  { name: 'to', takes: 'DAY', sentence: 'Only meetings on or before this day.' },
  {
    name: 'status',
    takes: 'STATUS',
    sentence: `Only meetings of this status: ${meetingStatusSchema.options.join(', ')}.`,
  },
  { name: 'topic', takes: 'TOPIC', sentence: `Only meetings with this topic: ${topicSchema.options.join(', ')}.` },
  { name: 'no-background', sentence: 'Without meetings that the press only recalls.' },
];

/** @throws RapporteurError `usage` for a value that would quietly find everything or nothing */
export function parseExportFilters(flags: Readonly<Record<string, string | boolean | undefined>>): MeetingQuery {
  const text = (name: string) => {
    const value = flags[name];
    return typeof value === 'string' ? value : undefined;
  };
  const read = <T>(name: string, parse: (value: string) => T | undefined, expected: string): T | undefined => {
    const value = text(name);
    if (value === undefined) return undefined;
    const parsed = parse(value);
    if (parsed === undefined) throw new RapporteurError('usage', `--${name} must be ${expected}, not "${value}".`);
    return parsed;
  };
  const pair = read('pair', parsePair, 'two ISO country codes, like ES-MA');
  const country = read('country', parseCountry, 'an ISO country code, like MA');
  const from = read('from', parseDay, 'a day, like 2024-01-31');
  const to = read('to', parseDay, 'a day, like 2024-01-31');
  const statuses = meetingStatusSchema.options.join(', ');
  const status = read<MeetingStatus>(
    'status',
    (value) => meetingStatusSchema.safeParse(value).data,
    `one of ${statuses}`,
  );
  const topics = topicSchema.options.join(', ');
  const topic = read<Topic>('topic', (value) => topicSchema.safeParse(value).data, `one of ${topics}`);
  return {
    order: 'oldest',
    includeBackground: flags['no-background'] !== true,
    ...(pair === undefined ? {} : { pair }),
    ...(country === undefined ? {} : { country }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(status === undefined ? {} : { status }),
    ...(topic === undefined ? {} : { topic }),
  };
}

function parseCountry(value: string): string | undefined {
  return /^[A-Za-z]{2}$/.test(value) ? value.toUpperCase() : undefined;
}

function parsePair(value: string): readonly [string, string] | undefined {
  const [first, second, ...more] = value.split('-').map(parseCountry);
  return first === undefined || second === undefined || first === second || more.length > 0
    ? undefined
    : [first, second];
}

function parseDay(value: string): string | undefined {
  const date = /^\d{4}-\d\d-\d\d$/.test(value) ? new Date(`${value}T00:00:00Z`) : undefined;
  return date !== undefined && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value)
    ? value
    : undefined;
}
