import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseCsv } from '../../../test/helpers/csv.ts';
import { anyItem, anyText, exportedItem, heldMeeting, written } from '../../../test/helpers/exported-item.ts';
import type { Meeting } from '../model/record.ts';
import { csvRow } from './csv.ts';
import { openPairDays, pairDayColumns } from './pair-days-csv.ts';

function rowsOf(meetings: readonly Partial<Meeting>[], options = {}): Record<string, string>[] {
  const [, ...rows] = parseCsv(
    written(
      openPairDays(options),
      meetings.map((changes) => exportedItem(changes)),
    ),
  );
  return rows.map((cells) => Object.fromEntries(pairDayColumns.map((column, index) => [column, cells[index] ?? ''])));
}
const on = (edtf: string) => ({ when: { edtf, precision: 'day', basis: 'explicit', mentions: [] } }) as const;
const third = { country: 'FR', basis: 'explicit', participants: [] } as const;

describe('country-pair days', () => {
  test('meetings of one pair and day are one row, with the evidence of all', () => {
    const rows = rowsOf([{}, { id: 'm2', status: 'denied', type: 'call' }, { id: 'm3', ...on('2024-01-20') }]);
    expect(rows).toHaveLength(2);
    expect(rows[0]).toMatchObject({
      country1: 'ES',
      country2: 'MA',
      day: '2024-01-19',
      meetings: '2',
      held: '1',
      denied: '1',
      types: 'meeting; call',
      plover: 'CONSULT; AGREE',
      topics: 'migration',
      certainty: '0.93',
      independentSources: '2',
      meetingIds: 'm1; m2',
      sources: 'https://gazette.example/digues?a=1,2;b',
    });
    expect(rows[0]?.['evidence']).toContain(
      'm1 when=2024-01-19 (certainty 0.93, 2 independent sources, agreed) @ https://gazette.example/digues?a=1,2;b, characters 29 to 37: “vendredi”',
    );
  });

  test('three sides are three pairs, or the one asked for', () => {
    const sides = [...heldMeeting.sides, third];
    expect(rowsOf([{ sides }]).map((row) => `${row['country1']}-${row['country2']}`)).toEqual([
      'ES-FR',
      'ES-MA',
      'FR-MA',
    ]);
    expect(rowsOf([{ sides }], { pair: ['MA', 'FR'] })).toHaveLength(1);
  });

  test('no day is invented: ranges, months and unknown days have rows of their own, at the end', () => {
    const unknown = { when: { precision: 'unknown', basis: 'explicit', mentions: [] } } as const;
    const rows = rowsOf([
      on('2024-02-01/2024-02-02'),
      unknown,
      on('2024-02'),
      {},
      { id: 'm2', ...unknown },
      on('2024-03-01'),
    ]);
    expect(rows.map((row) => [row['day'], row['edtf'], row['meetings']])).toEqual([
      ['2024-01-19', '2024-01-19', '1'],
      ['2024-03-01', '2024-03-01', '1'],
      ['', '', '2'],
      ['', '2024-02', '1'],
      ['', '2024-02-01/2024-02-02', '1'],
    ]);
  });
});

test('cells that a spreadsheet would run are disarmed', () => {
  for (const formula of ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', ' =1', '\r=1']) {
    expect(parseCsv(csvRow([formula]))[0]?.[0]).toMatch(/^'/);
  }
});

test('any text comes back from CSV, but for what no file should hold', () => {
  fc.assert(
    fc.property(fc.array(anyText, { minLength: 1 }), (texts) => {
      const [cells, ...more] = parseCsv(csvRow(texts));
      expect(more).toEqual([]);
      expect(cells).toHaveLength(texts.length);
      for (const [index, text] of texts.entries()) {
        expect(cells?.[index]).not.toMatch(/^\s*[=+\-@]/);
        // A line end in front gets an apostrophe, as a formula does.
        if (/^(?!\n)[\p{L}\p{N}",; \n]*$/u.test(text)) expect(cells?.[index]).toBe(text);
      }
    }),
  );
});

test('any record gives rows of one width', () => {
  fc.assert(
    fc.property(fc.array(anyItem, { maxLength: 3 }), (items) => {
      for (const row of parseCsv(written(openPairDays(), items))) expect(row).toHaveLength(pairDayColumns.length);
    }),
  );
});
