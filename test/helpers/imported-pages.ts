import { expect } from 'vitest';
import { type ArchivePage, archiveLineSchema } from '../../src/schemas/archive-pages.ts';
import { importReportSchema } from '../../src/schemas/import-report.ts';
import { meetingPage } from './pages.ts';
import { jsonLines, runCli } from './run-cli.ts';

export const site = 'https://gazette.example';
const countries = ['espagnol', 'italien', 'portugais'] as const;

/** A page of the gazette, another for each number. */
export const gazettePage = (at: number) =>
  meetingPage({
    country: countries[at % 3] ?? 'espagnol',
    visitor: `${['Paolo', 'Rui', 'Esteban', 'Marco', 'Luis'][at % 5]} ${['Verdini', 'Salgado', 'Roldán', 'Castelli'][at % 4]}`,
    day: `2024-0${1 + (at % 9)}-1${at % 10}`,
  });

/** Imports into and exports from archives that stand in a folder. */
export function archivesIn(folder: { file(name: string): string }) {
  async function importJson(args: readonly string[], data: string, code = 0) {
    const result = await runCli(['import', ...args, '--data', folder.file(data), '--json']);
    expect({ code: result.code, err: result.err }).toEqual({ code, err: '' });
    return importReportSchema.parse(jsonLines(result.out)[0]);
  }

  async function exportOf(data: string, ...args: string[]) {
    const { code, out } = await runCli(['export', ...args, '--data', folder.file(data)]);
    expect(code).toBe(0);
    return out;
  }

  /** Every version of every page, as the archive exports it. */
  async function pagesOf(data: string): Promise<readonly ArchivePage[]> {
    const lines = jsonLines(await exportOf(data, '--format', 'pages')).map((line) => archiveLineSchema.parse(line));
    return lines.flatMap((line) => (line.kind === 'page' ? [line.page] : []));
  }
  return { importJson, exportOf, pagesOf };
}
