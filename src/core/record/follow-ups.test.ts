import { describe, expect, it } from 'vitest';
import type { DetectedLanguage } from '../model/language.ts';
import type { Meeting, Outcome } from '../model/record.ts';
import { findFollowUps, outcomeKey } from './follow-ups.ts';

interface Said {
  readonly outcome?: string;
  readonly strength?: Outcome['strength'];
  readonly statement?: string;
  readonly mechanism?: string;
  readonly language?: DetectedLanguage;
}

const evidence = [{ articleId: 'a', textVersion: 'v', start: 0, end: 4 }];

function meeting(id: string, day: string | undefined, said: Said, status: Meeting['status'] = 'held'): Meeting {
  const { outcome, statement, mechanism, language = 'en', strength = 'commitment' } = said;
  return {
    id,
    slug: id,
    type: 'meeting',
    status,
    statusLog: [],
    sides: [],
    when: {
      precision: day === undefined ? 'unknown' : 'day',
      basis: 'explicit',
      mentions: [],
      ...(day && { edtf: day }),
    },
    format: [],
    topics: [],
    outcomes: outcome === undefined ? [] : [{ kind: 'agreed', text: outcome, strength, language, evidence }],
    statements: statement === undefined ? [] : [{ speaker: 'X', direct: false, text: statement, language, evidence }],
    mechanisms: mechanism === undefined ? [] : [{ name: mechanism, evidence }],
    ordinalClaims: [],
    backgroundOnly: false,
    reports: [],
    fields: {},
    evidence: {},
    contradictions: [],
    independentSources: 1,
  };
}

const promise = meeting('m1', '2022-04-07', { outcome: 'to create a joint working group on the port of Valmont' });
/** Meetings about other things: what a word is worth shows against them. */
const others = [
  meeting('o1', '2022-06-01', { outcome: 'to exchange students of medicine' }),
  meeting('o2', '2022-09-01', { statement: 'Trade has grown by a tenth in two years.' }),
  meeting('o3', '2023-01-01', { outcome: 'to renew the agreement on fisheries' }),
];
const followed = (later: Meeting) =>
  findFollowUps([promise, ...others, later])
    .get(outcomeKey('m1', 0))
    ?.map(({ meetingId, in: where }) => `${meetingId} ${where}`);

describe('follow-ups', () => {
  it.each<[string, Meeting, string[] | undefined]>([
    [
      'an outcome in other words',
      meeting('l', '2023-05-01', { outcome: 'the working group on the port of Valmont will meet in May' }),
      ['l outcome'],
    ],
    [
      'a statement',
      meeting('l', '2023-05-01', { statement: 'The working group on Valmont port has begun.' }),
      ['l statement'],
    ],
    [
      'the body that was to be created',
      meeting('l', '2023-05-01', { mechanism: 'Joint Working Group on the Port of Valmont' }),
      ['l mechanism'],
    ],
    [
      'one word in common is nothing',
      meeting('l', '2023-05-01', { outcome: 'to open a port in the north' }),
      undefined,
    ],
    [
      'another language is not compared',
      meeting('l', '2023-05-01', { outcome: 'joint working group on the port of Valmont', language: 'fr' }),
      undefined,
    ],
    [
      'an earlier meeting follows nothing',
      meeting('l', '2021-05-01', { outcome: 'the joint working group on the port of Valmont' }),
      undefined,
    ],
    [
      'no day, no order',
      meeting('l', undefined, { outcome: 'the joint working group on the port of Valmont' }),
      undefined,
    ],
    [
      'what was called off followed nothing up',
      meeting('l', '2023-05-01', { outcome: 'the joint working group on the port of Valmont' }, 'cancelled'),
      undefined,
    ],
  ])('%s', (_, later, expected) => {
    expect(followed(later)).toEqual(expected);
  });

  it('courtesies are no promises', () => {
    const kind = meeting('m1', '2022-04-07', { outcome: 'to strengthen the ties of friendship', strength: 'courtesy' });
    const later = meeting('l', '2023-04-07', { outcome: 'to strengthen the ties of friendship' });
    expect(findFollowUps([kind, later]).size).toBe(0);
  });

  it('each follow-up brings its sentences', () => {
    const later = meeting('l', '2023-05-01', { outcome: 'the working group on the port of Valmont met' });
    expect(findFollowUps([promise, ...others, later]).get(outcomeKey('m1', 0))?.[0]).toEqual({
      meetingId: 'l',
      day: '2023-05-01',
      in: 'outcome',
      evidence,
    });
  });
});
