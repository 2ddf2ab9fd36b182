import { expect, test } from 'vitest';
import type { Meeting } from '../../core/model/record.ts';
import { inventMeeting } from '../../testing/invented.ts';
import { openTranslator } from '../i18n.ts';
import type { ListEvidence } from '../list-evidence.ts';
import { Timeline } from '../pictures/timeline.tsx';
import { Announced } from './announced.tsx';

const tr = openTranslator('en');
const closed: ListEvidence = { of: () => undefined, isOpen: () => false, hrefOf: (id) => `?open=${id}` };

function meeting(status: Meeting['status'], day: string, log: Meeting['statusLog'] = []): Meeting {
  return {
    ...inventMeeting({ id: `m-${status}`, countries: ['ES', 'MA'], articles: ['a'], status, day }),
    statusLog: log,
  };
}

function show(meetings: readonly Meeting[], today = '2024-02-03'): string {
  const view = <Announced meetings={meetings} people={new Map()} evidence={closed} today={today} tr={tr} />;
  return String(view)
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');
}

test.each([
  ['planned', '2024-01-10', true],
  ['planned', '2024-02-03', false],
  ['planned', '2024-02', false],
  ['planned', '2024-01', true],
  ['planned', '2024-01-30/2024-02-05', false],
  ['cancelled', '2024-01-10', false],
] as const)('%s for %s: no news %s', (status, day, isSilent) => {
  expect(show([meeting(status, day)]).includes('The day has passed')).toBe(isSilent);
});

test('the states of a meeting in order; what was simply held is not here', () => {
  const log: Meeting['statusLog'] = [
    { status: 'planned', day: '2024-01-02', evidence: [] },
    { status: 'held', day: '2024-01-11', evidence: [] },
  ];
  expect(show([meeting('held', '2024-01-10', log)])).toMatch(
    /planned as reported on 2 Jan 2024 held as reported on 11 Jan 2024/,
  );
  expect(show([meeting('held', '2024-01-10', log.slice(1))])).not.toContain('Announced');
});

test.each(['en', 'ar'] as const)('on the timeline a visit is a band over its days, in %s', (language) => {
  const visit = (day: string) => inventMeeting({ id: day, countries: ['ES', 'MA'], articles: [], type: 'visit', day });
  const widthOf = (day: string) => {
    const html = String(
      <Timeline meetings={[visit(day)]} people={new Map()} tr={openTranslator(language)} title="Timeline" />,
    );
    return Number(/<rect class="band is-held" x="[\d.]+" y="[\d.]+" width="([\d.]+)"/.exec(html)?.[1]);
  };
  expect(widthOf('2024-03-01/2024-03-31')).toBeGreaterThan(80);
  expect(widthOf('2024-03-01')).toBe(30);
});
