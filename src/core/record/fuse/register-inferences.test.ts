import { describe, expect, test } from 'vitest';
import { type ArticleSpec, articleRecord, type MeetingSpec } from '../../../../test/helpers/article-records.ts';
import type { RegisterInference } from '../../model/record.ts';
import type { FusionDecision } from './decisions.ts';
import { type Fusion, type FusionOptions, fuseMeetings } from './fuse-meetings.ts';

const fuse = (articles: readonly ArticleSpec[], options: FusionOptions = {}): Fusion =>
  fuseMeetings(articles.map(articleRecord), options);

const anna = 'minister:interior Anna Karlsson';
const ben = 'minister:interior Ben Haddad';
const told = (id: string, day: string, sides: MeetingSpec['sides'], more: Partial<MeetingSpec> = {}): ArticleSpec => ({
  id,
  published: day,
  meetings: [{ sides, day, ...more }],
});
const inferences = ({ meetings }: Fusion, article: string): RegisterInference[] =>
  meetings
    .filter(({ reports }) => reports.some(({ articleId }) => articleId === article))
    .flatMap(({ sides }) => sides.flatMap(({ participants }) => participants.flatMap(({ inferred = [] }) => inferred)));
const countries = ({ meetings }: Fusion, article: string): string[] =>
  meetings
    .filter(({ reports }) => reports.some(({ articleId }) => articleId === article))
    .flatMap(({ sides }) => sides.map(({ country }) => country))
    .sort();

describe('a name whose country the page does not say', () => {
  const half = told('half', '2024-03-20', { TN: [ben], '?': ['minister:interior Karlsson'] });

  test('is placed where other reports say that it holds this office', () => {
    const fusion = fuse([told('a', '2024-02-01', { SE: [anna], LY: [] }), half]);
    expect(countries(fusion, 'half')).toEqual(['SE', 'TN']);
    expect(inferences(fusion, 'half')).toEqual([
      {
        field: 'country',
        value: 'SE',
        personId: fusion.people.find(({ name }) => name === 'Anna Karlsson')?.id,
        basis: 'register',
        certainty: 0.7,
        evidence: [expect.objectContaining({ articleId: 'a' })],
      },
    ]);
    const meeting = fusion.meetings.find(({ reports }) => reports[0]?.articleId === 'half');
    expect(meeting?.sides.find(({ country }) => country === 'SE')?.basis).toBe('register');
    expect(meeting?.fields['side:SE']?.certainty).toBe(0.7);
    expect(meeting?.fields['side:TN']?.certainty).toBe(0.9);
  });

  test.each<[string, readonly ArticleSpec[]]>([
    ['nobody knows it', [told('a', '2024-02-01', { SE: ['minister:interior Nils Berg'], LY: [] })]],
    ['the office is another', [told('a', '2024-02-01', { SE: ['minister:foreign Anna Karlsson'], LY: [] })]],
    ['years lie between', [told('a', '2019-02-01', { SE: [anna], LY: [] })]],
    [
      'two countries fit',
      [
        told('a', '2024-02-01', { SE: [anna], LY: [] }),
        told('b', '2024-02-02', { NO: ['minister:interior Erik Karlsson'], LY: [] }),
      ],
    ],
    [
      'two people fit',
      [
        told('a', '2024-02-01', { SE: [anna], LY: [] }),
        told('b', '2024-02-02', { SE: ['minister:interior Sven Karlsson'], LY: [] }),
      ],
    ],
    ['it would be its own counterpart', [told('a', '2024-02-01', { TN: [anna], LY: [] })]],
    ['the others only guess too', [told('a', '2024-02-01', { SE: [anna], LY: [] }, { home: 'SE' })]],
  ])('stays open when %s', (_, others) => {
    expect(fuse([...others, half]).meetings.flatMap(({ reports }) => reports)).not.toContainEqual(
      expect.objectContaining({ articleId: 'half' }),
    );
  });

  test('joins the report that says it, and is no conclusion then', () => {
    const fusion = fuse([told('a', '2024-03-20', { SE: [anna], TN: [ben] }), half]);
    expect(fusion.meetings).toHaveLength(1);
    expect(fusion.meetings[0]).toMatchObject({ independentSources: 2 });
    expect(inferences(fusion, 'half')).toEqual([]);
  });

  test('the home of the outlet gives way, what the page says does not', () => {
    const others = [told('a', '2024-02-01', { SE: [anna], LY: [] })];
    const sides = { NO: ['minister:interior Anna Karlsson'], TN: [ben] };
    expect(countries(fuse([...others, told('b', '2024-03-01', sides, { home: 'NO' })]), 'b')).toEqual(['SE', 'TN']);
    expect(countries(fuse([...others, told('b', '2024-03-01', sides)]), 'b')).toEqual(['NO', 'TN']);
  });
});

describe('an office without a name', () => {
  const bare = told('bare', '2024-03-10', { SE: ['minister:interior'], LY: ['minister:interior Omar Senussi'] });
  const seen = (id: string, day: string, who = anna) => told(id, day, { SE: [who], TN: [ben] });

  test('was held by whom other reports name in it before and after', () => {
    const fusion = fuse([seen('a', '2024-02-01'), seen('b', '2024-04-01'), bare]);
    expect(inferences(fusion, 'bare')).toMatchObject([
      { field: 'holder', value: 'Anna Karlsson', basis: 'register', certainty: 0.7 },
    ]);
    const participant = fusion.meetings
      .find(({ reports }) => reports[0]?.articleId === 'bare')
      ?.sides.find(({ country }) => country === 'SE')?.participants[0];
    // Beside the participant, never in its place.
    expect(participant?.name).toBeUndefined();
    expect(participant?.personId).toBeUndefined();
  });

  test('is less sure outside those days', () => {
    expect(inferences(fuse([seen('a', '2024-02-01'), bare]), 'bare')).toMatchObject([{ certainty: 0.6 }]);
  });

  test.each<[string, readonly ArticleSpec[]]>([
    ['two held it about then', [seen('a', '2024-02-01'), seen('b', '2024-04-01', 'minister:interior Nils Berg')]],
    ['nobody was seen near', [seen('a', '2022-02-01')]],
    ['many hold such an office', [seen('a', '2024-02-01', 'ambassador Anna Karlsson')]],
  ])('stays without one when %s', (_, others) => {
    expect(inferences(fuse([...others, bare]), 'bare')).toEqual([]);
  });

  test('who came or went before the day is not taken for the holder', () => {
    const fusion = fuse([
      seen('a', '2024-02-01', 'minister:interior Nils Berg'),
      seen('b', '2024-02-20'),
      seen('c', '2024-06-01'),
      bare,
    ]);
    expect(inferences(fusion, 'bare')).toMatchObject([{ value: 'Anna Karlsson' }]);
  });

  test('the same person is not named twice in one meeting', () => {
    const fusion = fuse([
      seen('a', '2024-03-01', 'prime_minister Anna Karlsson'),
      told('b', '2024-03-01', { SE: ['king Arno', 'prime_minister'], LY: [] }),
      told('c', '2024-03-10', { SE: ['minister:interior', 'prime_minister Anna Karlsson'], LY: ['king Omar'] }),
      seen('d', '2024-03-20'),
    ]);
    expect(inferences(fusion, 'c')).toEqual([]);
  });

  test('a person who was withdrawn is not named, nor anybody in their place', () => {
    const withdraw: FusionDecision = {
      id: 'd1',
      at: '2024-05-01',
      action: { kind: 'person-withdraw', personId: 'p', spellings: ['SE|minister:interior|anna karlsson'] },
    };
    expect(inferences(fuse([seen('a', '2024-02-01'), bare], { decisions: [withdraw] }), 'bare')).toEqual([]);
  });
});

test('a name with a bare title has the post that other reports give it', () => {
  const fusion = fuse([
    told('a', '2024-02-01', { SE: [anna], LY: [] }),
    told('b', '2024-03-01', { SE: ['minister Karlsson'], TN: [ben] }),
  ]);
  expect(inferences(fusion, 'b')).toMatchObject([{ field: 'post', value: 'minister:interior', basis: 'register' }]);
});

describe('an editor rejects a conclusion, and takes that back', () => {
  const cases: [
    string,
    readonly ArticleSpec[],
    Omit<Extract<FusionDecision['action'], { kind: 'reject' }>, 'kind' | 'meetingId' | 'reports'>,
  ][] = [
    [
      'the holder',
      [
        told('a', '2024-02-01', { SE: [anna], TN: [ben] }),
        told('x', '2024-03-10', { SE: ['minister:interior'], LY: ['king Omar'] }),
      ],
      { field: 'holder', country: 'SE', who: 'minister:interior' },
    ],
    [
      'the post',
      [
        told('a', '2024-02-01', { SE: [anna], TN: [ben] }),
        told('x', '2024-03-10', { SE: ['minister Karlsson'], LY: ['king Omar'] }),
      ],
      { field: 'post', country: 'SE', who: 'Karlsson' },
    ],
    [
      'the country',
      [
        told('a', '2024-02-01', { SE: [anna], TN: [ben] }),
        told('x', '2024-03-10', { '?': ['minister:interior Karlsson'], LY: ['king Omar'] }),
      ],
      { field: 'country', country: 'SE', who: 'Karlsson' },
    ],
  ];
  test.each(cases)('%s', (_, articles, rejected) => {
    const before = fuse(articles);
    const meeting = before.meetings.find(({ reports }) => reports[0]?.articleId === 'x');
    expect(inferences(before, 'x')).toHaveLength(1);
    const reject: FusionDecision = {
      id: 'd1',
      at: '2024-05-01',
      action: { kind: 'reject', meetingId: meeting?.id ?? '', ...rejected, reports: meeting?.reports ?? [] },
    };
    const options = { previous: before.meetings, previousPeople: before.people };
    const after = fuse(articles, { ...options, decisions: [reject] });
    expect(inferences(after, 'x')).toEqual([]);
    expect(after.decisionProblems.size).toBe(0);
    if (rejected.field === 'country') expect(countries(after, 'x')).toEqual([]);
    const undo: FusionDecision = { id: 'd2', at: '2024-05-02', action: { kind: 'undo', decisionId: 'd1' } };
    const again = fuse(articles, {
      previous: after.meetings,
      previousPeople: after.people,
      decisions: [reject, undo],
    });
    expect(again.meetings).toEqual(before.meetings);
  });

  test('one whose reports are gone says so', () => {
    const action = { kind: 'reject', meetingId: 'm', field: 'holder', country: 'SE', who: 'king' } as const;
    const { decisionProblems } = fuse([told('a', '2024-02-01', { SE: [anna], TN: [ben] })], {
      decisions: [{ id: 'd1', at: '2024-05-01', action: { ...action, reports: [{ articleId: 'gone', report: 0 }] } }],
    });
    expect([...decisionProblems.keys()]).toEqual(['d1']);
  });
});
