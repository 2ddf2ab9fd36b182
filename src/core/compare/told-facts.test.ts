import { expect, test } from 'vitest';
import { articleRecord, type MeetingSpec } from '../../../test/helpers/article-records.ts';
import { compareFacts } from './told-facts.ts';

const both = { TN: ['minister:interior Ben Haddad'], SE: ['minister:interior Anna Karlsson'] };

function show(...meetings: readonly MeetingSpec[]): string[] {
  const records = meetings.map((meeting, index) => articleRecord({ id: `a${index}`, meetings: [meeting] }).record);
  return compareFacts(records).map((fact) => {
    const value =
      fact.field === 'participant'
        ? (fact.value.name?.full ?? fact.value.roleCode)
        : fact.field === 'when'
          ? fact.value.edtf
          : fact.field === 'where'
            ? fact.value.place
            : fact.field === 'outcome'
              ? fact.value.text
              : fact.value;
    return `${fact.field} ${value}: ${fact.tellers.map(({ articleId }) => articleId).join(' ')}`;
  });
}

test('what both say and what only one says', () => {
  expect(
    show(
      { sides: both, day: '2024-03-04', place: 'Tunis', topics: ['trade'] },
      {
        sides: { TN: ['minister:interior Haddad'], SE: ['minister:interior', 'ambassador Bo Lind'] },
        day: '2024-03',
        precision: 'month',
        topics: ['trade', 'energy'],
        outcomes: [{ kind: 'signed', text: 'a pact on ports' }],
      },
    ),
  ).toEqual([
    'type meeting: a0 a1',
    'status held: a0 a1',
    'side TN: a0 a1',
    'side SE: a0 a1',
    'participant Ben Haddad: a0 a1',
    'participant Anna Karlsson: a0 a1',
    'participant Bo Lind: a1',
    'when 2024-03-04: a0 a1',
    'where Tunis: a0',
    'topic trade: a0 a1',
    'topic energy: a1',
    'outcome a pact on ports: a1',
  ]);
});

test('what is only recalled is no news of either', () => {
  expect(show({ sides: both, prominence: 'background' })).toEqual([]);
});

test('every fact has its evidence', () => {
  const { record } = articleRecord({ id: 'a', meetings: [{ sides: both, day: '2024-03-04', topics: ['trade'] }] });
  for (const fact of compareFacts([record])) {
    if (fact.field !== 'side') expect(fact.tellers[0]?.spans.length).toBeGreaterThan(0);
  }
});
