import type { ArchiveResult } from './measure-archive.ts';

export function printArchive({ articles, meetings, people, fuseWhole, addedPages }: ArchiveResult): string {
  return [
    `Archive: ${articles} invented articles, then ${addedPages.length} more; ${meetings} meetings and ${people} people at the end`,
    `Fusing everything: ${fuseWhole.toFixed(0)} ms of CPU time`,
    'A page that is added: meetings looked at, written; reports read; CPU ms in all (of these: state read, fused)',
    ...addedPages.map(
      ({ meetingsLookedAt, meetingsWritten, reportsRead, total, state, fuse }) =>
        `  ${[meetingsLookedAt, meetingsWritten, reportsRead].join('  ')}  ${total.toFixed(0)} (${state.toFixed(0)}, ${fuse.toFixed(0)})`,
    ),
    '',
    'What these figures do not prove: see bench/README.md.',
    '',
  ].join('\n');
}
