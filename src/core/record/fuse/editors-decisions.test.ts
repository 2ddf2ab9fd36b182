import { describe, expect, test } from 'vitest';
import type { ArticleSpec } from '../../../../test/helpers/article-records.ts';
import { fuse, meetingOf, talks, together } from '../../../../test/helpers/fused-articles.ts';
import type { Meeting } from '../../model/record.ts';
import type { Fusion, FusionOptions } from './fuse-meetings.ts';

describe("editors' decisions", () => {
  const two: readonly ArticleSpec[] = [
    { id: 'a', published: '2024-03-05', meetings: [talks({ place: 'Tunis' })] },
    { id: 'b', published: '2024-03-09', meetings: [talks({ place: 'Tunis', day: '2024-03-08' })] },
  ];
  const before = fuse(two);
  const idOf = (article: string, fusion: Fusion = before): string =>
    meetingOf(article, fusion)?.id ?? `no meeting of ${article}`;
  const decide = (
    id: string,
    action: NonNullable<FusionOptions['decisions']>[number]['action'],
    at = '2024-04-01',
  ) => ({
    id,
    action,
    at: `${at}T00:00:00Z`,
  });

  test('a merge holds over a second run and is undone', () => {
    const merge = decide('d1', { kind: 'merge', meetingId: idOf('b'), intoId: idOf('a') });
    const merged = fuse(two, { previous: before.meetings, decisions: [merge] });
    expect(merged.meetings.map((meeting) => meeting.id)).toEqual([idOf('a')]);
    expect(merged.decisionProblems.size).toBe(0);
    const again = fuse(two, { previous: merged.meetings, decisions: [merge] });
    expect(again.meetings).toEqual(merged.meetings);
    const undo = decide('d2', { kind: 'undo', decisionId: 'd1' }, '2024-04-02');
    const undone = fuse(two, { previous: merged.meetings, decisions: [merge, undo] });
    expect(together(undone)).toEqual(together(before));
    expect(idOf('a', undone)).toBe(idOf('a'));
    const redo = decide('d3', { kind: 'undo', decisionId: 'd2' }, '2024-04-03');
    expect(fuse(two, { previous: undone.meetings, decisions: [merge, undo, redo] }).meetings).toHaveLength(1);
  });

  test('a merge that the archive marks as undone is skipped', () => {
    const merge = { ...decide('d1', { kind: 'merge', meetingId: idOf('b'), intoId: idOf('a') }), undoneBy: 'd9' };
    expect(fuse(two, { decisions: [merge] }).meetings).toHaveLength(2);
  });

  test('a split holds, keeps both ids, and takes in what comes later', () => {
    const same: ArticleSpec[] = [
      { id: 'a', published: '2024-03-05', meetings: [talks()] },
      { id: 'b', published: '2024-03-05', meetings: [talks()] },
      { id: 'c', published: '2024-03-05', meetings: [talks()] },
    ];
    const joined = fuse(same);
    const id = joined.meetings[0]?.id ?? '';
    const split = decide('d1', { kind: 'split', meetingId: id, reports: [{ articleId: 'c', report: 0 }] });
    const apart = fuse(same, { previous: joined.meetings, decisions: [split] });
    expect(together(apart)).toEqual(['a#0 b#0', 'c#0']);
    expect(idOf('a', apart)).toBe(id);
    const again = fuse(same, { previous: apart.meetings, decisions: [split] });
    expect(again.meetings).toEqual(apart.meetings);
  });

  test('"not the same" keeps two meetings apart that the machine would join', () => {
    const notSame = decide('d1', { kind: 'not-same', meetingId: idOf('a'), otherId: idOf('b') });
    const closer: ArticleSpec[] = two.map((article) => ({ ...article, meetings: [talks({ place: 'Tunis' })] }));
    expect(fuse(closer, { previous: before.meetings }).meetings).toHaveLength(1);
    const fusion = fuse(closer, { previous: before.meetings, decisions: [notSame] });
    expect(together(fusion)).toEqual(['a#0', 'b#0']);
    expect(fusion.decisionProblems.size).toBe(0);
  });

  test.each<[string, unknown, (meeting: Meeting) => unknown, unknown]>([
    ['when', '2024-03-06', (meeting) => meeting.when, { edtf: '2024-03-06', precision: 'day', basis: 'editor' }],
    ['when', null, (meeting) => meeting.when, { precision: 'unknown' }],
    ['where', { place: 'Sfax', country: 'TN' }, (meeting) => meeting.where, { place: 'Sfax', country: 'TN' }],
    ['type', 'signing', (meeting) => meeting.type, 'signing'],
    ['status', 'cancelled', (meeting) => meeting.status, 'cancelled'],
    ['topics', ['trade'], (meeting) => meeting.topics, [{ topic: 'trade' }]],
    ['side:LY', {}, (meeting) => meeting.sides.length, 3],
    ['side:TN', null, (meeting) => meeting.sides.length, 1],
    [
      'participant:anna karlsson',
      null,
      (meeting) => meeting.sides.find((side) => side.country === 'SE')?.participants,
      [],
    ],
  ])('a corrected %s (%j) stays, and the machine value stays visible', (field, value, read, expected) => {
    const correct = decide('d1', { kind: 'correct', meetingId: idOf('a'), field, value });
    const fusion = fuse(two, { previous: before.meetings, decisions: [correct] });
    expect(fusion.decisionProblems.size).toBe(0);
    const meeting = meetingOf('a', fusion);
    expect(meeting && read(meeting)).toEqual(
      typeof expected === 'object' && expected !== null && !Array.isArray(expected)
        ? expect.objectContaining(expected)
        : Array.isArray(expected) && expected.length > 0
          ? expected.map((one) => expect.objectContaining(one))
          : expected,
    );
    expect(meeting?.fields[field]?.state).toBe('editor');
    if (field === 'when' || field === 'where' || field === 'type' || field === 'status') {
      expect(meeting?.contradictions.find((one) => one.field === field)?.values).toHaveLength(2);
    }
  });

  test('a later report against a corrected value is shown beside it and changes nothing', () => {
    const when = decide('d1', {
      kind: 'correct',
      meetingId: idOf('a'),
      field: 'when',
      value: '2024-03-06',
      was: '2024-03-04',
    });
    const same = fuse(two, { previous: before.meetings, decisions: [when] });
    expect(meetingOf('a', same)?.fields['when']).not.toHaveProperty('newReports');
    const moved = two.map((spec) =>
      spec.id === 'a' ? { ...spec, meetings: spec.meetings.map((one) => ({ ...one, day: '2024-03-05' })) } : spec,
    );
    const later = fuse(moved, { previous: same.meetings, decisions: [when] });
    expect(meetingOf('a', later)?.when.edtf).toBe('2024-03-06');
    expect(meetingOf('a', later)?.fields['when']).toMatchObject({ state: 'editor', newReports: '2024-03-05' });
  });

  test('a field given back to the machine is as if it had not been corrected', () => {
    const correct = decide('d1', { kind: 'correct', meetingId: idOf('a'), field: 'type', value: 'signing' });
    const restore = decide('d2', { kind: 'restore', meetingId: idOf('a'), field: 'type' });
    const again = decide('d3', { kind: 'correct', meetingId: idOf('a'), field: 'type', value: 'visit' });
    expect(meetingOf('a', fuse(two, { decisions: [correct, restore] }))).toEqual(meetingOf('a', fuse(two)));
    expect(meetingOf('a', fuse(two, { decisions: [correct, restore, again] }))?.type).toBe('visit');
  });

  test('disputes and replies stand in the meeting', () => {
    const fusion = fuse(two, {
      decisions: [
        decide('d1', { kind: 'dispute', meetingId: idOf('a'), field: 'when', note: 'two days are told' }),
        decide('d2', { kind: 'reply', meetingId: idOf('a'), by: 'The ministry', text: 'It was the 5th.' }),
      ],
    });
    expect(meetingOf('a', fusion)).toMatchObject({
      disputes: [{ field: 'when', reason: 'two days are told', decisionId: 'd1' }],
      replies: [{ by: 'The ministry', text: 'It was the 5th.', decisionId: 'd2' }],
    });
  });

  test('every participant can be corrected under the key of its field', () => {
    const articles: ArticleSpec[] = [
      { id: 'a', meetings: [talks({ sides: { SE: ['minister:interior Åsa Öberg'], TN: ['president'] } })] },
    ];
    const fusion = fuse(articles);
    const [meeting] = fusion.meetings;
    const keys = Object.keys(meeting?.fields ?? {}).filter((key) => key.startsWith('participant:'));
    expect(keys).toHaveLength(2);
    for (const field of keys) {
      const correct = decide('d1', { kind: 'correct', meetingId: meeting?.id ?? '', field, value: 'Åsa Öhman' });
      const corrected = fuse(articles, { previous: fusion.meetings, decisions: [correct] });
      expect(corrected.decisionProblems.size).toBe(0);
      const names = corrected.meetings[0]?.sides.flatMap((side) => side.participants.map((one) => one.name?.full));
      expect(names).toContain('Åsa Öhman');
    }
  });

  test.each<[string, NonNullable<FusionOptions['decisions']>[number]['action'], RegExp]>([
    ['a merge', { kind: 'merge', meetingId: 'mgone', intoId: 'x' }, /no meeting mgone/],
    ['a split', { kind: 'split', meetingId: 'mgone', reports: [] }, /no meeting mgone/],
    ['a correction', { kind: 'correct', meetingId: 'mgone', field: 'type', value: 'call' }, /no meeting mgone/],
    ['not-same', { kind: 'not-same', meetingId: 'mgone', otherId: 'x' }, /no meeting mgone/],
    ['an unknown field', { kind: 'correct', meetingId: 'A', field: 'mood', value: 'good' }, /no field mood/],
    ['a bad value', { kind: 'correct', meetingId: 'A', field: 'type', value: 'party' }, /does not fit/],
    ['a bad day', { kind: 'correct', meetingId: 'A', field: 'when', value: 'soon' }, /does not fit/],
    [
      'a split of everything',
      { kind: 'split', meetingId: 'A', reports: [{ articleId: 'a', report: 0 }] },
      /All reports/,
    ],
  ])('%s that does not apply is reported with a reason', (_, action, reason) => {
    const real = JSON.parse(JSON.stringify(action).replaceAll('"A"', JSON.stringify(idOf('a'))));
    const fusion = fuse(two, { previous: before.meetings, decisions: [decide('d1', real)] });
    expect(fusion.decisionProblems.get('d1')).toMatch(reason);
    expect(together(fusion)).toEqual(together(before));
  });
});
