import { describe, expect, test } from 'vitest';
import { nameScore, samePlace } from './compare.ts';
import { missesOf } from './misses.ts';
import { figuresOf, scorePages } from './score.ts';
import type { GoldPage, Prediction } from './types.ts';

const TEXT =
  'Ministers meet\nOslo, 3 May. The Norwegian and Peruvian ministers met in Lima and signed a pact on ports.\nAdvert';
const start = TEXT.indexOf('Oslo');
const end = TEXT.indexOf('\nAdvert');

const meeting: GoldPage = {
  id: 'a',
  lang: 'en',
  kind: 'meeting',
  dispatch_group: 'd1',
  story: 's1',
  origin: 'retold',
  article: { title: 'Ministers meet', published: '2024-05-03', body_span: [start, end], body_exclude: [] },
  events: [
    {
      main: true,
      type: 'meeting',
      date: '2024-05-03',
      place: 'Lima',
      countries: ['NO', 'PE'],
      participants: [
        { name: 'Kari Nordby', country: 'NO' },
        { name: 'Luis Paredes', country: 'PE' },
        { name: 'Ana Ríos', country: 'PE', minor: true },
      ],
      topics: ['trade', 'border'],
      outcomes: [{ kind: 'signed', what: 'pact on ports' }],
      status: 'held',
    },
  ],
};
const distractor: GoldPage = {
  id: 'b',
  lang: 'en',
  kind: 'distractor',
  dispatch_group: 'd2',
  story: 's2',
  article: { title: null, published: null, body_span: null },
  events: [],
};

const perfect: Prediction = {
  id: 'a',
  title: 'Ministers meet',
  published: '2024-05-03',
  lang: 'en',
  body: TEXT.slice(start, end),
  dispatch: 'x',
  story: 'x',
  events: [{ ...meeting.events[0] }],
};

function score(...predictions: Prediction[]) {
  const byId = new Map(predictions.map((prediction) => [prediction.id, prediction]));
  return figuresOf(scorePages([meeting, distractor], byId, () => TEXT));
}

test('the right answer scores one everywhere', () => {
  const s = score(perfect, { id: 'b', lang: 'en', events: [] });
  expect(s.language.acc).toBe(1);
  expect(s.body_macro.f1).toBe(1);
  expect(s.events.f1_with_distractors).toBe(1);
  expect(s.participants.end_to_end.f1).toBe(1);
  expect(s.topics.end_to_end.f1).toBe(1);
  expect(s.outcomes.recall_same_kind).toBe(1);
  expect(s.distractors.false_events).toBe(0);
});

test('no answer scores nothing and does not throw', () => {
  const s = score();
  expect(s.events.recall).toBe(0);
  expect(s.predicted).toBe(0);
  expect(s.topics.end_to_end).toEqual({ p: 0, r: 0, f1: 0 });
});

describe('a meeting counts as found', () => {
  const found = (change: object): number =>
    score({ ...perfect, events: [{ ...meeting.events[0], ...change }] }).events.main_found;

  test.each([
    ['with a day one off', { date: '2024-05-04' }, 1],
    ['with another day but a principal', { date: '2024-06-20' }, 1],
    ['not with another day and nobody', { date: '2024-06-20', participants: [] }, 0],
    ['not with another country', { countries: ['NO', 'CL'] }, 0],
    ['not with one country', { countries: ['NO'] }, 0],
    ['without a day', { date: null, participants: [] }, 1],
  ])('%s', (_, change, expected) => {
    expect(found(change)).toBe(expected);
  });
});

test('a held meeting on a page without one is false, a planned one that the page tells is not', () => {
  const told: GoldPage = {
    ...distractor,
    events: [{ ...(meeting.events[0] as GoldPage['events'][number]), main: false, status: 'cancelled' }],
  };
  const run = (status: string) => {
    const answer: Prediction = { id: 'b', events: [{ ...meeting.events[0], status }] };
    return figuresOf(scorePages([told], new Map([['b', answer]]), () => TEXT)).distractors.false_events;
  };
  expect(run('held')).toBe(1);
  expect(run('planned')).toBe(0);
});

test('attending officials are neither needed nor wrong', () => {
  const names = (...given: string[]) =>
    score({ ...perfect, events: [{ ...meeting.events[0], participants: given.map((name) => ({ name })) }] })
      .participants.on_matched;
  expect(names('Kari Nordby', 'Luis Paredes').f1).toBe(1);
  expect(names('Kari Nordby', 'Luis Paredes', 'Ana Ríos').f1).toBe(1);
  expect(names('Kari Nordby', 'Luis Paredes', 'Jo Berg').p).toBeCloseTo(2 / 3);
});

test('names and places are compared by meaning, not letter', () => {
  expect(nameScore('Nordbye', { name: 'Kari Nordby' })).toBe(2);
  expect(nameScore('Kari', { name: 'Kari Nordby' })).toBe(1);
  expect(nameScore('Jo Berg', { name: 'Kari Nordby' })).toBe(0);
  expect(samePlace('Alger', { ...(meeting.events[0] as GoldPage['events'][number]), place: 'Algiers' })).toBe(true);
});

test('groups: pairs and B-cubed', () => {
  const pages = ['a', 'b', 'c'].map((id): GoldPage => ({ ...meeting, id, story: id === 'c' ? 's2' : 's1' }));
  const label = (id: string, story: string): [string, Prediction] => [id, { id, story }];
  const together = new Map([label('a', 'x'), label('b', 'x'), label('c', 'x')]);
  const { pairwise, bcubed } = figuresOf(scorePages(pages, together, () => TEXT)).story;
  expect(pairwise.p).toBeCloseTo(1 / 3);
  expect(pairwise.r).toBe(1);
  expect(bcubed.r).toBe(1);
  expect(bcubed.p).toBeCloseTo((2 / 3 + 2 / 3 + 1 / 3) / 3);
});

test('misses name what is wrong and are silent on the right answer', () => {
  expect(missesOf(meeting, perfect)).toEqual([]);
  const wrong = missesOf(meeting, {
    ...perfect,
    events: [{ ...meeting.events[0], topics: ['energy', 'trade'], date: null }],
  });
  expect(wrong.join('\n')).toContain('topics: - border  + energy');
  expect(wrong.join('\n')).toContain('date: - 2024-05-03  + nothing');
  expect(missesOf(meeting, undefined).join('\n')).toContain('not found');
});
