import { once } from 'node:events';
import { createWriteStream, renameSync, rmSync } from 'node:fs';
import { RapporteurError } from '../errors.ts';

export interface ExportSink {
  write(content: string | Uint8Array): Promise<void>;
  finish(): Promise<void>;
  abandon(): void;
}

/** A file appears under its name only when it is complete. */
export function openSink(file: string | undefined, out: (content: string | Uint8Array) => Promise<void>): ExportSink {
  if (file === undefined) return { write: out, finish: async () => {}, abandon: () => {} };
  const draft = `${file}.part`;
  const stream = createWriteStream(draft);
  const failed = once(stream, 'error').then(([error]: unknown[]) => {
    throw new RapporteurError('file-unwritable', `File: ${file}.`, { cause: error });
  });
  failed.catch(() => {});
  // "once" fails with the error of the stream too, and sooner: ours is the one that says what to do.
  const settled = (event: 'drain' | 'finish') =>
    once(stream, event).then(
      () => {},
      () => failed,
    );
  return {
    write: (content) => Promise.race([failed, stream.write(content) ? Promise.resolve() : settled('drain')]),
    async finish() {
      stream.end();
      await Promise.race([failed, settled('finish')]);
      renameSync(draft, file);
    },
    abandon() {
      stream.destroy();
      rmSync(draft, { force: true });
    },
  };
}
