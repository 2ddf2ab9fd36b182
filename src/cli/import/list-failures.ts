import { errorSentence } from '../../messages/errors.ts';
import { renderFailureList } from '../../schemas/import-report.ts';
import type { ImportFailure } from '../../store/importing.ts';
import type { Store } from '../../store/store.ts';
import { problemOf } from '../report-error.ts';
import { printable, type Terminal } from '../terminal.ts';

const batch = 500;

/** What imports could not take in, with the reason in words; JSON lines for machines. */
export async function listFailures(store: Store, terminal: Terminal, json: boolean): Promise<void> {
  const total = await store.imports.countFailures();
  const failures: ImportFailure[] = [];
  for (let page = await store.imports.failures({ limit: batch }); page.length > 0; ) {
    for (const failure of page) {
      if (json) failures.push(failure);
      else await terminal.out(`${describeFailure(failure)}\n`);
    }
    const last = page.at(-1);
    page = last === undefined ? [] : await store.imports.failures({ limit: batch, after: last });
  }
  if (json) {
    const list = failures.map((failure) => ({
      name: `${failure.input}${failure.item}`,
      problem: problemOf(failure.code, failure.detail, `${failure.input}${failure.item}`),
      failedAt: failure.failedAt,
      tries: failure.tries,
    }));
    await terminal.out(`${JSON.stringify(renderFailureList(list))}\n`);
  } else if (total === 0) await terminal.out('Nothing failed.\n');
  else terminal.note(`${total} failed; "rapporteur import --retry-failed" tries them again.\n`);
}

function describeFailure({ input, item, code, detail, tries }: ImportFailure): string {
  const about = detail === undefined || detail === code ? '' : ` [${printable(detail)}]`;
  const again = tries > 1 ? ` (tried ${tries} times)` : '';
  return `${printable(input + item)}: ${errorSentence(code)} (${code})${about}${again}`;
}
