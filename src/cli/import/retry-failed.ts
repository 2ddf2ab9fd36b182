import type { Collected } from '../../collect/collected.ts';
import { type ReadFilesOptions, readAgain } from '../../collect/read-files.ts';
import { failureKey } from '../../jobs/import-journal.ts';
import type { ImportFailure } from '../../store/importing.ts';
import type { Store } from '../../store/store.ts';

const batch = 500;

/** Reads once more what earlier imports could not take in. What is no longer there to fail leaves the list. */
export async function* retryFailed(store: Store, options: ReadFilesOptions): AsyncGenerator<Collected> {
  for (let page = await store.imports.failures({ limit: batch }); page.length > 0; ) {
    for (const group of byInput(page)) yield* again(store, group, options);
    const last = page.at(-1);
    page = last === undefined ? [] : await store.imports.failures({ limit: batch, after: last });
  }
}

function byInput(failures: readonly ImportFailure[]): (readonly ImportFailure[])[] {
  const groups = new Map<string, ImportFailure[]>();
  for (const failure of failures) groups.set(failure.input, [...(groups.get(failure.input) ?? []), failure]);
  return [...groups.values()];
}

async function* again(
  store: Store,
  failures: readonly ImportFailure[],
  options: ReadFilesOptions,
): AsyncGenerator<Collected> {
  const input = failures[0]?.input ?? '';
  // A failure of the file as a whole brings everything in it again.
  const positions = failures.flatMap(({ position }) => position ?? []);
  const whole = positions.length < failures.length;
  for (const position of whole ? [undefined] : positions) {
    const asked = new Set(failures.filter((one) => whole || one.position === position).map(({ item }) => item));
    for await (const item of readAgain(input, position === undefined ? [] : [position], options)) {
      // Nothing is found there any more when the first thing to come stands somewhere else.
      if (position !== undefined && item.found?.position !== undefined && item.found.position !== position) break;
      asked.delete(failureKey(item)?.item ?? '');
      yield item;
    }
    for (const item of asked) await store.imports.removeFailure(input, item);
  }
}
