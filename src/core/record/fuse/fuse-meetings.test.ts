import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ArticleSpec, articleRecord, type MeetingSpec } from '../../../../test/helpers/article-records.ts';
import { anna, ben, fuse, talks, together } from '../../../../test/helpers/fused-articles.ts';
import { clusterReports } from './clusters.ts';
import { type Fusion, fuseMeetings } from './fuse-meetings.ts';
import { type Report, reportsOf } from './reports.ts';

describe('reports of one meeting come together', () => {
  test('in four languages and two scripts', () => {
    const fusion = fuse([
      { id: 'en', meetings: [talks({ place: 'Tunis' })] },
      { id: 'fr', language: 'fr', meetings: [talks({ sides: { TN: ['minister:interior Ben Hadad'], SE: [anna] } })] },
      {
        id: 'es',
        language: 'es',
        meetings: [talks({ sides: { TN: ['minister:interior'], SE: ['minister:interior Karlsson'] } })],
      },
      {
        id: 'ar',
        language: 'ar',
        meetings: [talks({ sides: { TN: ['minister:interior بن حداد'], SE: ['minister:interior آنا كارلسون'] } })],
      },
    ]);
    expect(fusion.meetings).toHaveLength(1);
    expect(fusion.meetings[0]).toMatchObject({ slug: '2024-03-04-se-tn-tunis', independentSources: 4 });
    expect(fusion.people.map((person) => person.name).sort()).toEqual(['Anna Karlsson', 'Ben Haddad']);
    expect(fusion.meetings[0]?.sides.flatMap((side) => side.participants.map((one) => one.name?.full))).toEqual([
      'Anna Karlsson',
      'Ben Haddad',
    ]);
  });

  test('planned, then held: one meeting with a history', () => {
    const fusion = fuse([
      { id: 'before', published: '2024-03-02', meetings: [talks({ status: 'planned' })] },
      { id: 'after', published: '2024-03-05', meetings: [talks()] },
    ]);
    expect(fusion.meetings).toHaveLength(1);
    const [meeting] = fusion.meetings;
    expect(meeting?.status).toBe('held');
    expect(meeting?.statusLog.map(({ status, day }) => [status, day])).toEqual([
      ['planned', '2024-03-02'],
      ['held', '2024-03-05'],
    ]);
    expect(meeting?.fields['status']?.state).toBe('single');
    expect(meeting?.statusLog.every(({ evidence }) => evidence.length > 0)).toBe(true);
  });

  test('held inside the planned range', () => {
    const fusion = fuse([
      { id: 'before', meetings: [talks({ status: 'planned', day: '2024-03-03/2024-03-05', precision: 'range' })] },
      { id: 'after', meetings: [talks()] },
    ]);
    expect(fusion.meetings).toHaveLength(1);
    expect(fusion.meetings[0]?.when.edtf).toBe('2024-03-04');
    expect(fusion.meetings[0]?.contradictions).toEqual([]);
  });

  test('an undated report within days of the publication', () => {
    const fusion = fuse([
      { id: 'dated', meetings: [talks()] },
      { id: 'undated', published: '2024-03-06', meetings: [undated(talks({ weekday: 0 }))] },
    ]);
    expect(together(fusion)).toEqual(['dated#0 undated#0']);
  });

  test('copies of one dispatch, whatever day each printing gives', () => {
    const fusion = fuse([
      { id: 'a', dispatch: 'd', meetings: [talks()] },
      { id: 'b', dispatch: 'd', meetings: [talks({ day: '2024-03-07' })] },
    ]);
    expect(fusion.meetings).toHaveLength(1);
    expect(fusion.meetings[0]?.independentSources).toBe(1);
    expect(fusion.meetings[0]?.contradictions).toEqual([]);
  });

  test('a report that names countries only joins the one meeting of the day', () => {
    const bare = talks({ sides: { SE: [], TN: [] } });
    expect(
      fuse([
        { id: 'a', meetings: [talks()] },
        { id: 'b', meetings: [bare] },
      ]).meetings,
    ).toHaveLength(1);
  });

  test('a meeting recalled later is the meeting that was news then', () => {
    const fusion = fuse([
      { id: 'news', published: '2024-03-05', meetings: [talks()] },
      {
        id: 'later',
        published: '2024-09-01',
        meetings: [talks({ prominence: 'background', day: '2024-03', precision: 'month' })],
      },
      {
        id: 'other',
        published: '2024-09-01',
        meetings: [talks({ prominence: 'background', day: '2023-03', precision: 'month' })],
      },
    ]);
    expect(together(fusion)).toEqual(['later#0 news#0', 'other#0']);
    expect(fusion.meetings.map((meeting) => meeting.backgroundOnly).sort()).toEqual([false, true]);
  });

  test('three sides are stored once, with a report that leaves one out', () => {
    const three = { SE: [anna], TN: [ben], LY: ['minister:interior Omar Senussi'] };
    const fusion = fuse([
      { id: 'three', meetings: [talks({ sides: three })] },
      { id: 'two', meetings: [talks()] },
    ]);
    expect(fusion.meetings).toHaveLength(1);
    expect(fusion.meetings[0]?.sides.map((side) => side.country)).toEqual(['LY', 'SE', 'TN']);
  });
});

describe('different meetings stay apart', () => {
  test.each<[string, MeetingSpec]>([
    [
      'another counterpart in a look-alike communiqué',
      talks({ sides: { SE: ['minister:interior Nils Berg'], TN: ['minister:foreign Sana Trabelsi'] } }),
    ],
    ['another country', talks({ sides: { NO: ['minister:interior Kari Lund'], TN: [ben] } })],
    [
      'another portfolio',
      talks({ sides: { SE: ['minister:foreign Lars Holm'], TN: ['minister:foreign Sana Trabelsi'] } }),
    ],
    ['a week later', talks({ day: '2024-03-11' })],
    ['the next day', talks({ day: '2024-03-05' })],
    ['another place on the same day', talks({ place: 'Malmö' })],
    ['a call', talks({ type: 'call' })],
    ['the same name in another year without a day', undated(talks())],
  ])('%s', (_, other) => {
    const fusion = fuse([
      { id: 'a', published: '2024-03-05', meetings: [talks({ place: 'Tunis' })] },
      { id: 'b', published: '2024-06-20', meetings: [other] },
    ]);
    expect(together(fusion)).toEqual(['a#0', 'b#0']);
  });

  test('two meetings that one article tells apart', () => {
    const fusion = fuse([{ id: 'a', meetings: [talks(), talks({ prominence: 'secondary' })] }]);
    expect(fusion.meetings).toHaveLength(2);
  });

  test('a text without any date joins only with more than the names', () => {
    const bare = { id: 'bare', meetings: [undated(talks())] };
    expect(fuse([{ id: 'a', meetings: [talks()] }, bare]).meetings).toHaveLength(2);
    const placed = { id: 'placed', meetings: [undated(talks({ place: 'Tunis' }))] };
    const news = { id: 'a', meetings: [talks({ place: 'Tunis' })] };
    expect(fuse([news, placed]).meetings).toHaveLength(1);
    const nextYear = { id: 'z', meetings: [talks({ place: 'Tunis', day: '2025-03-04' })] };
    expect(fuse([news, placed, nextYear]).meetings).toHaveLength(3);
  });

  test('the visit is the parent of the talks', () => {
    const fusion = fuse([
      {
        id: 'a',
        meetings: [
          talks(),
          {
            sides: { SE: [anna], TN: [] },
            type: 'visit',
            day: '2024-03-03/2024-03-05',
            precision: 'range',
            prominence: 'secondary',
          },
          talks({ type: 'call', prominence: 'secondary' }),
        ],
      },
    ]);
    const visit = fusion.meetings.find((meeting) => meeting.type === 'visit');
    expect(fusion.meetings.find((meeting) => meeting.type === 'meeting')?.frame?.meetingId).toBe(visit?.id);
    expect(fusion.meetings.filter((meeting) => meeting.type === 'call').map((call) => call.frame)).toEqual([undefined]);
  });
});

describe('sources', () => {
  test('outlets that print one communiqué count once', () => {
    const [meeting] = fuse([
      { id: 'a', dispatch: 'd', meetings: [talks()] },
      { id: 'b', dispatch: 'd', meetings: [talks()] },
      { id: 'c', meetings: [talks({ communique: 'Ministry of the Interior' })] },
      { id: 'd', language: 'fr', meetings: [talks({ communique: "ministère de l'Intérieur" })] },
    ]).meetings;
    expect(meeting?.independentSources).toBe(2);
    expect(meeting?.fields['when']).toMatchObject({ independentSources: 2, state: 'agreed', certainty: 0.99 });
  });

  test('a disagreement on the day is kept', () => {
    const fusion = fuse([
      { id: 'a', meetings: [talks({ place: 'Tunis' })] },
      { id: 'b', meetings: [talks({ place: 'Tunis' })] },
      { id: 'c', meetings: [talks({ place: 'Tunis', day: '2024-03-05' })] },
    ]);
    expect(fusion.meetings).toHaveLength(1);
    const [meeting] = fusion.meetings;
    expect(meeting?.when.edtf).toBe('2024-03-04');
    expect(meeting?.fields['when']?.state).toBe('conflict');
    expect(meeting?.contradictions).toMatchObject([
      { field: 'when', values: [{ value: { edtf: '2024-03-04' } }, { value: { edtf: '2024-03-05' } }] },
    ]);
    expect(meeting?.contradictions[0]?.values.every((value) => value.claimIds.length > 0)).toBe(true);
  });

  test('two days that several sources each name are two meetings', () => {
    const on = (id: string, day: string): ArticleSpec => ({ id, meetings: [talks({ place: 'Tunis', day })] });
    const fusion = fuse([on('a', '2024-03-04'), on('b', '2024-03-04'), on('c', '2024-03-05'), on('d', '2024-03-05')]);
    expect(fusion.meetings).toHaveLength(2);
  });

  test('held here, denied there: disputed', () => {
    const fusion = fuse([
      { id: 'a', meetings: [talks()] },
      { id: 'b', meetings: [talks({ status: 'denied' })] },
    ]);
    expect(fusion.meetings[0]).toMatchObject({ status: 'disputed', fields: { status: { state: 'conflict' } } });
  });

  test('every field has evidence and a certainty', () => {
    for (const meeting of fuse([{ id: 'a', meetings: [talks({ place: 'Tunis', topics: ['trade'] })] }]).meetings) {
      expect(Object.keys(meeting.fields).length).toBeGreaterThan(6);
      for (const [field, state] of Object.entries(meeting.fields)) {
        expect(state.certainty, field).toBeGreaterThan(0);
        expect(meeting.evidence[field]?.length, field).toBeGreaterThan(0);
      }
    }
  });
});

const archive: readonly ArticleSpec[] = [
  {
    id: 'a',
    published: '2024-03-05',
    meetings: [talks({ place: 'Tunis' }), talks({ prominence: 'background', day: '2023-01-10' })],
  },
  { id: 'b', published: '2024-03-04', dispatch: 'd', meetings: [talks({ place: 'Tunis', day: '2024-03-05' })] },
  { id: 'c', published: '2024-03-05', dispatch: 'd', meetings: [talks()] },
  { id: 'd', published: '2024-03-06', meetings: [undated(talks())] },
  { id: 'e', meetings: [undated(talks({ place: 'Tunis' }))] },
  { id: 'f', meetings: [undated(talks({ place: 'Tunis' }))] },
  {
    id: 'g',
    language: 'ar',
    published: '2024-03-05',
    meetings: [talks({ sides: { TN: ['minister:interior بن حداد'], SE: ['minister:interior كارلسون'] } })],
  },
  {
    id: 'h',
    published: '2024-03-03',
    meetings: [talks({ status: 'planned', day: '2024-03-03/2024-03-06', precision: 'range' })],
  },
  { id: 'i', published: '2024-03-05', meetings: [talks({ sides: { SE: [anna], TN: ['president Kais Mansour'] } })] },
  {
    id: 'j',
    published: '2024-03-05',
    meetings: [talks({ sides: { SE: [anna], TN: [ben, 'president Kais Mansour'] } })],
  },
  { id: 'k', published: '2024-05-05', meetings: [talks({ day: '2024-05-04', type: 'call' })] },
];

test('the order of the input does not matter', () => {
  const expected = fuse(archive);
  fc.assert(
    fc.property(fc.shuffledSubarray([...archive], { minLength: archive.length }), (shuffled) => {
      expect(fuse(shuffled)).toEqual(expected);
    }),
    { numRuns: 60 },
  );
});

describe('ids', () => {
  test('a second run over the same archive changes nothing', () => {
    const first = fuse(archive);
    const second = fuse(archive, { previous: first.meetings, previousPeople: first.people });
    expect(second).toEqual(first);
  });

  test('an earlier report that arrives late does not rename the meeting', () => {
    const first = fuse([{ id: 'x', published: '2024-03-06', meetings: [talks()] }]);
    const late: ArticleSpec = { id: 'b', published: '2024-03-04', meetings: [talks()] };
    const articles: ArticleSpec[] = [{ id: 'x', published: '2024-03-06', meetings: [talks()] }, late];
    const second = fuse(articles, { previous: first.meetings });
    expect(second.meetings.map(({ id, slug }) => [id, slug])).toEqual(first.meetings.map(({ id, slug }) => [id, slug]));
    expect(fuse(articles).meetings[0]?.id).not.toBe(first.meetings[0]?.id);
  });

  test('a report that was counted anew does not hand its id to another meeting', () => {
    const norway = talks({ sides: { NO: ['minister:interior Kari Lund'], TN: [ben] }, prominence: 'secondary' });
    const first = fuse([{ id: 'a', meetings: [talks()] }]);
    const recoded = fuse([{ id: 'a', meetings: [norway, talks()] }], { previous: first.meetings });
    const sweden = recoded.meetings.find((meeting) => meeting.sides.some((side) => side.country === 'SE'));
    expect(sweden?.id).toBe(first.meetings[0]?.id);
  });

  test('slugs are unique', () => {
    const again = {
      id: 'b',
      meetings: [talks({ sides: { SE: ['president Olof Ek'], TN: ['president Kais Mansour'] } })],
    };
    const fusion = fuse([{ id: 'a', meetings: [talks()] }, again]);
    expect(fusion.meetings.map((meeting) => meeting.slug).sort()).toEqual(['2024-03-04-se-tn', '2024-03-04-se-tn-2']);
  });
});

describe('people', () => {
  test('an office in two spellings and scripts is one person with the days it was seen', () => {
    const { people } = fuse([
      { id: 'a', meetings: [talks()] },
      {
        id: 'b',
        language: 'ar',
        meetings: [
          talks({ day: '2024-05-01', sides: { SE: ['minister:interior كارلسون'], TN: ['minister:interior بن حداد'] } }),
        ],
      },
    ]);
    const person = people.find((one) => one.name === 'Ben Haddad');
    expect(people).toHaveLength(2);
    expect(person?.names.map((name) => name.script).sort()).toEqual(['arabic', 'latin']);
    expect(person?.offices).toMatchObject([
      { roleCode: 'minister:interior', country: 'TN', firstSeen: '2024-03-04', lastSeen: '2024-05-01' },
    ]);
    expect(person?.slug).toBe('ben-haddad');
  });

  test('the same name in another office needs evidence', () => {
    const other: ArticleSpec = {
      id: 'b',
      meetings: [
        talks({ day: '2024-06-01', sides: { SE: ['prime_minister Anna Karlsson'], TN: ['prime_minister Ali Dridi'] } }),
      ],
    };
    const named = (fusion: Fusion) => fusion.people.filter((person) => person.name === 'Anna Karlsson');
    expect(named(fuse([{ id: 'a', meetings: [talks()] }, other]))).toHaveLength(2);
    const both: ArticleSpec = { id: 'c', meetings: [talks({ prominence: 'background' }), ...other.meetings] };
    const joined = named(fuse([{ id: 'a', meetings: [talks()] }, other, both]));
    expect(joined).toHaveLength(1);
    expect(joined[0]?.offices.map((office) => office.roleCode).sort()).toEqual(['minister:interior', 'prime_minister']);
  });

  test('a family name alone joins nobody when two people share it', () => {
    const minister = (id: string, name: string, day: string): ArticleSpec => ({
      id,
      meetings: [talks({ day, sides: { SE: [`minister:interior ${name}`], TN: [ben] } })],
    });
    const { people } = fuse([
      minister('a', 'Anna Karlsson', '2024-03-04'),
      minister('b', 'Magnus Karlsson', '2024-09-04'),
      minister('c', 'Karlsson', '2024-12-04'),
    ]);
    expect(people.filter((person) => person.name.includes('Karlsson'))).toHaveLength(3);
  });

  test('who was named only as a former office holder gets no entry', () => {
    const record = articleRecord({ id: 'a', meetings: [talks()] });
    const former = JSON.parse(JSON.stringify(record).replaceAll('"countryBasis"', '"former":true,"countryBasis"'));
    expect(fuseMeetings([former]).people).toEqual([]);
  });
});

test('reports are compared within their days: the work grows with the archive, not with its square', () => {
  const comparisons = (years: number): number => {
    let compared = 0;
    const reports = Array.from({ length: years * 60 }, (_, i) => {
      const day = `${2000 + Math.floor(i / 60)}-${String(1 + (i % 12)).padStart(2, '0')}-${String(1 + (i % 28)).padStart(2, '0')}`;
      const dated = talks({ day, sides: { SE: [`minister:interior Karl Nord${i % 9}`], TN: [ben] } });
      return articleRecord({ id: `a${i}`, published: day, meetings: [i % 4 === 0 ? undated(dated) : dated] });
    })
      .flatMap((record) => reportsOf(record))
      .map(
        (report): Report =>
          new Proxy(report, {
            get: (told, field) => {
              // Whoever compares two reports looks at their people.
              if (field === 'people') compared++;
              return Reflect.get(told, field);
            },
          }),
      );
    expect(clusterReports(reports).length).toBeGreaterThan(years * 20);
    return compared / reports.length;
  };
  expect(comparisons(24)).toBeLessThan(comparisons(6) * 1.5);
});

function undated(meeting: MeetingSpec): MeetingSpec {
  const { day: _, ...rest } = meeting;
  return rest;
}
