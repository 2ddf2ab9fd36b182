import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { exportedItem, written } from '../../test/helpers/exported-item.ts';
import { pairDayColumns } from '../core/export/pair-days-csv.ts';
import { exportFormats } from './export-formats.ts';
import { meetingSchema } from './meeting.ts';

const page = readFileSync(new URL('../../docs/reference/exports.md', import.meta.url), 'utf8');

test('docs/reference/exports.md has every format, ending, media type and column', () => {
  for (const { name, ending, mediaType } of exportFormats) {
    expect(page).toContain(`| \`${name}\` | \`.${ending}\` | \`${mediaType.split(';')[0]}\` |`);
  }
  for (const column of pairDayColumns) expect(page).toContain(`\`${column}\``);
});

test('docs/reference/exports.md names every member of the JSON formats', () => {
  const members = exportFormats
    .filter(({ name }) => name === 'plover' || name === 'ninjs')
    .flatMap((format) =>
      Object.keys(JSON.parse(written(format.open(), [exportedItem()]).split('\n')[0] ?? '{}') as object),
    );
  const plain = new Set(['representationType', 'pubStatus']);
  expect(members.filter((name) => !plain.has(name) && !page.includes(`\`${name}`))).toEqual([]);
});

test('JSON lines follow the schema of a meeting', () => {
  const [jsonl] = exportFormats;
  const text = written(jsonl?.open() ?? expect.unreachable(), [exportedItem()]);
  expect(meetingSchema.parse(JSON.parse(text)).fields['when']?.evidence[0]?.quote).toBe('vendredi');
});

test('no two formats share a name or an ending', () => {
  expect(new Set(exportFormats.map(({ name }) => name)).size).toBe(exportFormats.length);
  expect(new Set(exportFormats.map(({ ending }) => ending)).size).toBe(exportFormats.length);
});
