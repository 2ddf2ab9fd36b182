import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Reading, readingSchema } from '../src/schemas/reading.ts';
import { jsonLines, runCli } from './helpers/run-cli.ts';

/** What a careful reader takes from each page of the folder that RAPPORTEUR_SEEDS names. */
interface SeedFacts {
  readonly page: string;
  readonly article: {
    readonly title: string;
    readonly language: string;
    readonly outlet: string;
    readonly aggregator: string | null;
    readonly agency: string | null;
    readonly published: string | null;
    readonly notLaterThan?: string;
    readonly bodyStartsWith: string;
    readonly bodyEndsWith: string;
  };
  readonly meeting: SeedMeeting & {
    readonly format?: readonly string[];
    readonly topics: readonly string[];
    readonly outcomes: readonly { readonly kind: string }[];
    readonly attending?: readonly SeedPerson[];
  };
  readonly background?: readonly (Omit<SeedMeeting, 'place' | 'status'> & { readonly status: string })[];
  readonly mechanisms?: readonly string[];
  readonly attribution: string;
}

interface SeedMeeting {
  readonly type: string;
  readonly status: string;
  readonly date: string | null;
  readonly weekday?: string;
  readonly place: string;
  readonly countries: readonly string[];
  readonly participants: readonly SeedPerson[];
}

interface SeedPerson {
  readonly name: string;
  readonly asWritten?: string;
  readonly role: string;
  readonly country: string;
}

const folder = process.env['RAPPORTEUR_SEEDS'];
const seeds: readonly SeedFacts[] =
  folder !== undefined && existsSync(join(folder, 'facts.json'))
    ? (JSON.parse(readFileSync(join(folder, 'facts.json'), 'utf8')) as SeedFacts[])
    : [];

if (folder === undefined) {
  describe('real pages with their facts', () => {
    test.skip('RAPPORTEUR_SEEDS names no folder: the pages themselves are not part of the project', () => {});
  });
} else if (seeds.length === 0) {
  test('RAPPORTEUR_SEEDS names a folder with facts.json', () => {
    expect.fail(`there is no facts.json in ${folder}`);
  });
}

/** "minister of the interior" and `minister:interior` are one role. */
function roleCode(role: string): string {
  const words = role.toLowerCase();
  if (words.startsWith('minister delegate')) return 'minister_delegate:interior';
  if (words.startsWith('minister of the interior')) return 'minister:interior';
  return words.replace(/ /g, '_');
}

const compact = (text: string) => text.replace(/\s+/g, ' ').trim();

async function readSeed(page: string): Promise<Reading> {
  const { code, out, err } = await runCli(['read', join(folder ?? '', page), '--json', '--explain']);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return readingSchema.parse(jsonLines(out)[0]);
}

describe.each(seeds)('$page', (seed) => {
  let reading: Promise<Reading> | undefined;
  const read = () => {
    reading ??= readSeed(seed.page);
    return reading;
  };
  const mainMeeting = async () => {
    const [meeting] = (await read()).record.meetings;
    if (meeting === undefined) throw new Error('no meeting was read');
    return meeting;
  };

  test('article', async () => {
    const { article } = await read();
    const { bodyStartsWith, bodyEndsWith, notLaterThan, ...fields } = seed.article;
    expect({
      title: compact(article.title ?? ''),
      language: article.language,
      outlet: article.outlet,
      aggregator: article.aggregator,
      agency: article.agency,
      published: article.published,
    }).toEqual(fields);
    if (notLaterThan !== undefined) expect(article.notLaterThan).toBe(notLaterThan);
  });

  test('body, from its first to its last words', async () => {
    const { article } = await read();
    const body = compact(article.body ?? '');
    expect(body.slice(0, seed.article.bodyStartsWith.length)).toBe(seed.article.bodyStartsWith);
    expect(body.slice(-seed.article.bodyEndsWith.length)).toBe(seed.article.bodyEndsWith);
  });

  test('type, status, day and place', async () => {
    const meeting = await mainMeeting();
    expect({ type: meeting.type, status: meeting.status, day: meeting.when.day, place: meeting.where?.place }).toEqual({
      type: seed.meeting.type,
      status: seed.meeting.status,
      day: seed.meeting.date,
      place: seed.meeting.place,
    });
    if (seed.meeting.weekday !== undefined) expect(meeting.when.weekday).toBe(seed.meeting.weekday);
    if (seed.article.notLaterThan !== undefined) expect(meeting.when.notLaterThan).toBe(seed.article.notLaterThan);
    for (const format of seed.meeting.format ?? []) expect(meeting.format.length, format).toBeGreaterThan(0);
  });

  test('sides, names and roles', async () => {
    const meeting = await mainMeeting();
    expect(meeting.countries).toEqual(seed.meeting.countries);
    const people = meeting.participants
      .filter((participant) => participant.capacity !== 'delegation')
      .map(({ nameAsWritten, role, country }) => `${nameAsWritten} ${role.split(',')[0]} ${country}`);
    const wanted = seed.meeting.participants.map(
      (person) => `${person.asWritten ?? person.name} ${roleCode(person.role)} ${person.country}`,
    );
    expect(people.sort()).toEqual(wanted.sort());
    for (const person of seed.meeting.attending ?? []) {
      const found = meeting.participants.find((participant) => participant.nameAsWritten === person.name);
      expect(found).toMatchObject({ role: roleCode(person.role), country: person.country, capacity: 'delegation' });
    }
  });

  test('topics', async () => {
    const topics = (await mainMeeting()).topics.map(({ topic }) => topic).filter((topic) => topic !== 'other');
    expect(topics).toEqual(expect.arrayContaining([...seed.meeting.topics]));
  });

  test('outcomes', async () => {
    const kinds = (await mainMeeting()).outcomes.map(({ kind }) => kind);
    expect(kinds.sort()).toEqual(seed.meeting.outcomes.map(({ kind }) => kind).sort());
  });

  test('mechanisms and attribution', async () => {
    const { record } = await read();
    const meeting = await mainMeeting();
    expect(meeting.attribution?.kind).toBe(/^communiqu/.test(seed.attribution) ? 'communique' : 'statement');
    const names = [...record.meetings, ...record.background].flatMap(({ mechanisms }) =>
      mechanisms.map(({ name }) => name),
    );
    for (const mechanism of seed.mechanisms ?? []) {
      expect(names.some((name) => mechanism.includes(name) || name.includes(mechanism))).toBe(true);
    }
  });

  test('what is only recalled is background', async () => {
    const { record } = await read();
    const found = record.background.map((meeting) => ({
      date: meeting.when.edtf,
      countries: meeting.countries,
      people: meeting.participants.map(({ nameAsWritten }) => nameAsWritten).sort(),
    }));
    for (const background of seed.background ?? []) {
      expect(found).toContainEqual({
        date: background.date,
        countries: background.countries,
        people: background.participants.map((person) => person.asWritten ?? person.name).sort(),
      });
    }
    expect(record.meetings.filter((meeting) => meeting.prominence === 'main')).toHaveLength(1);
  });

  test('every fact opens its words', async () => {
    const { article, record } = await read();
    const blocks = article.blocks ?? [];
    const sliceOf = (start: number, end: number) => {
      const block = blocks.find((candidate) => candidate.start <= start && end <= candidate.end);
      return block?.text?.slice(start - block.start, end - block.start);
    };
    const quotes = (value: unknown): { start: number; end: number; quote: string | null }[] => {
      if (typeof value !== 'object' || value === null) return [];
      if ('quote' in value) return [value as { start: number; end: number; quote: string | null }];
      return Object.values(value).flatMap(quotes);
    };
    const all = [...quotes(article.evidence), ...quotes(record)];
    expect(all.length).toBeGreaterThan(15);
    for (const { start, end, quote } of all) {
      expect(end).toBeGreaterThan(start);
      const slice = sliceOf(start, end);
      if (slice !== undefined) expect(quote).toBe(slice);
    }
    const meeting = await mainMeeting();
    const facts = { ...meeting.evidence, when: meeting.when.evidence, where: meeting.where?.evidence ?? [] };
    for (const [name, evidence] of Object.entries(facts)) expect(evidence.length, name).toBeGreaterThan(0);
    for (const participant of meeting.participants) expect(participant.evidence.length).toBeGreaterThan(0);
    for (const topic of meeting.topics) expect(topic.evidence.length).toBeGreaterThan(0);
    for (const outcome of meeting.outcomes) expect(outcome.evidence.length).toBeGreaterThan(0);
  });
});
