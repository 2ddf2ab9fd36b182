import cliProgress from 'cli-progress';
import type { Terminal } from './terminal.ts';

/** Shows how far a long command is: a bar in a terminal, a plain line now and then elsewhere, nothing with --json. */
export interface Progress {
  update(done: number, total?: number): void;
  /** A line between: the bar is drawn again below it. */
  note(line: string): void;
  stop(): void;
}

const lineEveryMs = 2_000;

export function startProgress(
  terminal: Terminal,
  what: string,
  total: number,
  options: { readonly silent: boolean; readonly now: () => Date },
): Progress {
  if (options.silent) return { update: () => {}, note: (line) => terminal.note(`${line}\n`), stop: () => {} };
  if (terminal.noteIsTerminal) return startBar(terminal, what, total);
  let last = options.now().getTime();
  let size = total;
  return {
    update(done, newTotal = size) {
      size = newTotal;
      const time = options.now().getTime();
      if (time - last < lineEveryMs) return;
      last = time;
      terminal.note(`${what}: ${done} of ${Math.max(size, done)}\n`);
    },
    note: (line) => terminal.note(`${line}\n`),
    stop: () => {},
  };
}

function startBar(terminal: Terminal, what: string, total: number): Progress {
  const bar = new cliProgress.SingleBar(
    {
      format: `${what} {bar} {value}/{total} {eta_formatted}`,
      stream: process.stderr,
      hideCursor: true,
      clearOnComplete: true,
    },
    cliProgress.Presets.shades_classic,
  );
  bar.start(Math.max(total, 1), 0);
  return {
    update(done, newTotal) {
      if (newTotal !== undefined && newTotal > bar.getTotal()) bar.setTotal(newTotal);
      bar.update(done);
    },
    note(line) {
      terminal.note(`\r\u001b[K${line}\n`);
      bar.render();
    },
    stop: () => bar.stop(),
  };
}
