import { expect, test } from 'vitest';
import { extractArticle } from '../../src/core/extract/extract-article.ts';
import type { Meeting } from '../../src/core/model/record.ts';
import { codeRecord } from '../../src/core/record/code-record.ts';
import { fuseMeetings } from '../../src/core/record/fuse/fuse-meetings.ts';
import { traps } from './traps.ts';

/** What an archive of these pages holds, one line a meeting that took place, is planned, or is off. */
function read(pages: readonly { readonly url?: string; readonly text: string }[]): string[] {
  const records = pages.map(({ url, text }, i) => {
    const article = extractArticle({ text, ...(url === undefined ? {} : { url }) }, { id: `page-${i}` });
    const { published, outlet } = article;
    return {
      record: codeRecord(article),
      language: article.language.value,
      outletId: outlet?.value ?? `outlet-${i}`,
      ...(published === undefined ? {} : { published: published.value.edtf }),
    };
  });
  return fuseMeetings(records)
    .meetings.filter((meeting) => !meeting.backgroundOnly)
    .map(line)
    .sort();
}

function line(meeting: Meeting): string {
  const sides = meeting.sides.map((side) => {
    const people = side.participants.filter((person) => person.capacity !== 'delegation');
    return `${side.country} ${people.map((person) => `${person.acting === true ? 'acting ' : ''}${person.name?.full ?? '?'}`).join(', ')}`.trim();
  });
  const outcomes = meeting.outcomes.map((outcome) => `${outcome.kind} ${outcome.instrument ?? ''}`.trim());
  const log = meeting.statusLog.map(({ status }) => status);
  const parts = [
    `${meeting.type} ${log.length > 1 ? log.join('→') : meeting.status}`,
    meeting.when.edtf ?? '-',
    meeting.where?.place ?? meeting.where?.country ?? '-',
    sides.sort().join('; '),
    ...(outcomes.length === 0 ? [] : [outcomes.sort().join(', ')]),
    ...meeting.ordinalClaims.map(({ n }) => `n. ${n}`),
  ];
  return parts.join(' | ');
}

test('all are there, in order', () => {
  expect(traps.map((trap) => trap.n)).toEqual(Array.from({ length: 39 }, (_, i) => i + 1));
});

test.each(traps.map((trap) => [`${trap.n} ${trap.trap}`, trap] as const))('%s', (_, { pages, meetings }) => {
  expect(read(pages)).toEqual(meetings);
});
