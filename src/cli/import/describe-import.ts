import { errorSentence } from '../../messages/errors.ts';
import type { ImportReportOut } from '../../schemas/import-report.ts';
import { printable, type Terminal } from '../terminal.ts';

const skippedWords: Readonly<Record<keyof ImportReportOut['skipped'], string>> = {
  'other-type': 'no pages (pictures, scripts and the like)',
  redirect: 'redirects',
  'http-status': 'answers other than 200',
  unchanged: 'captures of an unchanged page',
  'no-address': 'without a web address',
};

/** What an import did, for a person. */
export async function describeImport(report: ImportReportOut, terminal: Terminal): Promise<void> {
  const { pages, record } = report;
  await terminal.out(
    `${pages.new} new, ${pages.changed} changed, ${pages.same} already there, ${pages.failed} failed; ` +
      `meetings: ${record.added} added, ${record.changed} changed, ${record.removed} removed (${report.seconds} s)\n`,
  );
  const skipped = Object.entries(report.skipped).filter(([, count]) => count > 0);
  if (skipped.length > 0) {
    const words = skipped.map(([reason, count]) => `${count} ${skippedWords[reason as keyof typeof skippedWords]}`);
    await terminal.out(`left out: ${words.join(', ')}\n`);
  }
  if (report.importedDecisions === 'taken') await terminal.out("editors' decisions: taken from the exported archive\n");
  if (report.importedDecisions === 'refused') {
    terminal.note("editors' decisions of the exported archive were left out: this archive has its own\n");
  }
  for (const { decisionId, problem } of report.decisionProblems) {
    terminal.note(`decision ${decisionId} no longer applies: ${printable(problem)}\n`);
  }
  if (report.interrupted) terminal.note(`${errorSentence('import-interrupted')} (import-interrupted)\n`);
}
