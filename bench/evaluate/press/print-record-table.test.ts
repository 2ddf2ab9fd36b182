import { expect, test } from 'vitest';
import { noCounts, type PageScore } from './page-score.ts';
import { partOf } from './part.ts';
import { printRecordTable } from './print-record-table.ts';

function page(id: string, lang: string, found: boolean): PageScore {
  return {
    gold: { id, lang, kind: 'meeting', story: id, article: {}, events: [] },
    counts: { ...noCounts(), nMain: 1, tpMain: found ? 1 : 0, predN: 1, predOk: found ? 1 : 0, nTP: 2, nFP: 1, nFN: 1 },
  } as unknown as PageScore;
}

/** A story name that falls in the wanted part. */
function storyIn(part: 'open' | 'sealed', from = 0): string {
  for (let i = from; ; i++) if (partOf({ id: 'x', story: `story-${i}` }) === part) return `story-${i}`;
}

test('open and sealed stand side by side, then the languages', () => {
  const table = printRecordTable([page(storyIn('open'), 'fr', true), page(storyIn('sealed'), 'ar', false)]);
  const [head = '', recall = ''] = table.split('\n');
  expect(head.split(/\s{2,}/)).toEqual(['record', 'open (1)', 'sealed (1)', 'ar (1)', 'fr (1)']);
  expect(recall.split(/\s{2,}/)).toEqual([
    'main meetings, recall',
    '100.0 n=1 [21–100]',
    '0.0 n=1 [0–79]',
    '0.0 n=1 [0–79]',
    '100.0 n=1 [21–100]',
  ]);
  expect(table).toContain('participants F1               66.7 n=3');
});

test('one part alone has one column', () => {
  expect(printRecordTable([page(storyIn('open'), 'fr', true)])).not.toContain('sealed');
});
