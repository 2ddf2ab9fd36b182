import { expect, test } from 'vitest';
import { testMeeting } from '../../test/helpers/schema-nouns.ts';
import { exportColumns, renderExportRows } from './export-rows.ts';

test('a meeting of three sides gives a row for each pair', () => {
  const meeting = testMeeting();
  const [first] = meeting.sides;
  const three = { ...meeting, sides: [...meeting.sides, { ...(first as NonNullable<typeof first>), country: 'LY' }] };
  expect(renderExportRows(three).map((one) => `${one.country1}-${one.country2}`)).toEqual(['IT-LY', 'IT-TN', 'LY-TN']);
  expect(Object.keys(renderExportRows(meeting)[0] ?? {})).toEqual(exportColumns);
});
