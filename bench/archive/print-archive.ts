import type { ArchiveResult } from './measure-archive.ts';

export function printArchive(result: ArchiveResult): string {
  const { articles, meetings, people, fuseWhole, readAll, groupAndFuseAll, resident, addedPages } = result;
  const each = (milliseconds: number): string => `${(milliseconds / articles).toFixed(2)} ms a page`;
  return [
    `Archive: ${articles} invented articles, then ${addedPages.length} more; ${meetings} meetings and ${people} people at the end`,
    `Filling it, CPU time: page to record ${each(readAll)}, grouping and fusing all ${each(groupAndFuseAll)}; most memory ${resident.toFixed(0)} MB`,
    `Grouping and fusing everything once more: ${fuseWhole.toFixed(0)} ms of CPU time`,
    'A page that is added: meetings looked at, written; reports read; CPU ms in all (page to record, dispatches, the rest; of the rest: fusing)',
    ...addedPages.map(
      ({ meetingsLookedAt, meetingsWritten, reportsRead, total, read, dispatches, rest, fuse }) =>
        `  ${[meetingsLookedAt, meetingsWritten, reportsRead].join('  ')}  ${[total, read, dispatches, rest, fuse].map((part) => part.toFixed(1)).join('  ')}`,
    ),
    '',
    'What these figures do not prove: see bench/README.md.',
    '',
  ].join('\n');
}
