import { describe, expect, it } from 'vitest';
import type { Meeting, Person } from '../../core/model/record.ts';
import { inventMeeting, inventPerson } from '../../testing/invented.ts';
import { openTranslator } from '../i18n.ts';
import { mostMeetings } from '../read-meetings.ts';
import { MonthCalendar, neighbourMonth, weeksOf } from './month-calendar.tsx';
import { PeopleNetwork, tiesOf } from './people-network.tsx';
import { TopicsOverTime } from './topics-over-time.tsx';
import { mapPoints, WorldMap } from './world-map.tsx';

const tr = openTranslator('en');
const arabic = openTranslator('ar');
const nobody: ReadonlyMap<string, Person> = new Map();

function meeting(
  id: string,
  more: Omit<Parameters<typeof inventMeeting>[0], 'id' | 'articles' | 'countries'>,
): Meeting {
  return inventMeeting({ id, articles: ['x'], countries: ['MA', 'ES'], ...more });
}

describe('the calendar', () => {
  it('has weeks from Monday to Sunday', () => {
    const weeks = weeksOf('2024-02');
    expect(weeks).toHaveLength(5);
    expect(weeks[0]).toEqual([undefined, undefined, undefined, '2024-02-01', '2024-02-02', '2024-02-03', '2024-02-04']);
    expect(weeks[4]?.filter((day) => day !== undefined)).toEqual([
      '2024-02-26',
      '2024-02-27',
      '2024-02-28',
      '2024-02-29',
    ]);
    expect([neighbourMonth('2024-01', -1), neighbourMonth('2023-12', 1)]).toEqual(['2023-12', '2024-01']);
  });

  it('shows a visit on each of its days, and nothing of another month', () => {
    const visit = meeting('m1', { day: '2024-01-30/2024-02-02' });
    const html = String(<MonthCalendar month="2024-02" meetings={[visit]} people={nobody} tr={tr} />);
    expect(html.match(/href="\/meetings\/m1"/g)).toHaveLength(2);
    const other = String(<MonthCalendar month="2024-03" meetings={[visit]} people={nobody} tr={tr} />);
    expect(other).not.toContain('/meetings/');
  });
});

describe('the map', () => {
  const points = mapPoints(
    [
      { value: 'rabat', meetings: 4 },
      { value: '@ES', meetings: 1 },
      { value: 'atlantis', meetings: 1 },
    ],
    tr,
  );

  it('knows where places are, a country at its capital, and says what it does not know', () => {
    expect(points.map(({ name, country, countryOnly, at }) => [name, country, countryOnly, at !== undefined])).toEqual([
      ['Rabat', 'MA', false, true],
      ['Spain', 'ES', true, true],
      ['atlantis', undefined, false, false],
    ]);
    const [rabat, spain] = points;
    // North is up, east is right.
    expect(spain?.at?.[1]).toBeLessThan(rabat?.at?.[1] ?? 0);
    expect(spain?.at?.[0]).toBeGreaterThan(rabat?.at?.[0] ?? 0);
  });

  it('draws each known place as a link, and boundaries only when they are wanted', () => {
    const draw = (boundaries: boolean) =>
      String(
        <WorldMap
          points={points}
          hrefOf={({ value }) => `/record?place=${value}`}
          title="Map"
          boundaries={boundaries}
          tr={tr}
        />,
      );
    expect(draw(false).match(/<a /g)).toHaveLength(2);
    expect(draw(false).includes('aria-label="Rabat (Morocco): 4 meetings"')).toBe(true);
    const bounded = [false, true].map((boundaries) => draw(boundaries).includes('class="boundaries"'));
    expect(bounded).toEqual([false, true]);
  });
});

describe('topics over time', () => {
  const meetings = [
    meeting('a', { day: '2022-03-01', topic: 'migration' }),
    meeting('b', { day: '2024-03-01', topic: 'migration' }),
    meeting('c', { day: '2024-05-01', topic: 'trade' }),
    meeting('d', { topic: 'trade' }),
  ];

  it('says so when the page has only the newest meetings', () => {
    const many = Array.from({ length: mostMeetings }, (_, at) =>
      meetings.map((one) => ({ ...one, id: `${one.id}${at}` })),
    )
      .flat()
      .slice(0, mostMeetings);
    const note = 'Only the newest 100 meetings are here';
    expect(String(<TopicsOverTime meetings={many} tr={tr} />)).toContain(note);
    expect(String(<TopicsOverTime meetings={many.slice(1)} tr={tr} />)).not.toContain(note);
  });

  it('counts each topic in each year, empty years too', () => {
    const html = String(<TopicsOverTime meetings={meetings} tr={tr} />);
    expect(html.match(/<circle/g)).toHaveLength(3);
    expect([...html.matchAll(/<th scope="col" class="figure num">([^<]*)/g)].map((match) => match[1])).toEqual([
      '2022',
      '2023',
      '2024',
    ]);
    expect([...html.matchAll(/<td class="figure num">(\d+)/g)].map((match) => match[1])).toEqual([
      '1',
      '0',
      '1',
      '0',
      '0',
      '1',
    ]);
  });

  it('runs from right to left in Arabic', () => {
    const x = (html: string) => Number(/<circle cx="([\d.]+)"/.exec(html)?.[1]);
    expect(x(String(<TopicsOverTime meetings={meetings} tr={arabic} />))).toBeGreaterThan(
      x(String(<TopicsOverTime meetings={meetings} tr={tr} />)),
    );
  });

  it('is not drawn for one year', () => {
    expect(String(<TopicsOverTime meetings={meetings.slice(1)} tr={tr} />)).toBe('');
  });
});

describe('who met whom', () => {
  const people = new Map(
    ['Amina Berrada', 'Luis Ortega', 'Rosa Vidal'].map((name) => {
      const person = inventPerson(name, name === 'Amina Berrada' ? 'MA' : 'ES');
      return [person.id, person];
    }),
  );
  const [amina, luis, rosa] = [...people.keys()];
  const met = (id: string, other: string | undefined, status: Meeting['status'] = 'held'): Meeting => {
    const invented = meeting(id, { day: '2024-01-01', status });
    const participant = (personId: string | undefined) => ({
      ...(personId === undefined ? {} : { personId }),
      roleCode: 'minister:interior',
      roleText: 'minister',
      capacity: 'principal' as const,
      mentions: [],
    });
    return {
      ...invented,
      sides: [
        { country: 'MA', basis: 'explicit', participants: [participant(amina)] },
        { country: 'ES', basis: 'explicit', participants: [participant(other)] },
      ],
    };
  };
  const meetings = [met('a', luis), met('b', luis), met('c', rosa), met('d', rosa, 'planned'), met('e', undefined)];

  it('counts meetings that took place between people with an entry', () => {
    expect(tiesOf(meetings, ['MA', 'ES'], people)).toEqual([
      { a: amina, b: luis, meetings: 2 },
      { a: amina, b: rosa, meetings: 1 },
    ]);
  });

  it('draws a line for each two, and nothing where only two met', () => {
    const html = String(<PeopleNetwork meetings={meetings} pair={['MA', 'ES']} people={people} tr={tr} />);
    expect(html.match(/class="tie"/g)).toHaveLength(2);
    expect(html).toContain('Amina Berrada');
    expect(String(<PeopleNetwork meetings={meetings.slice(0, 2)} pair={['MA', 'ES']} people={people} tr={tr} />)).toBe(
      '',
    );
  });
});
