import cliProgress from 'cli-progress';
import type { Terminal } from './terminal.ts';

/** How far a reading of files is: bytes for the bar, pages for the rate. */
export interface ByteProgress {
  update(state: ByteState): void;
  /** A line between: the bar is drawn again below it. */
  note(line: string): void;
  stop(): void;
}

export interface ByteState {
  readonly pages: number;
  readonly bytes: number;
  /** Bytes that an earlier run had read: they say nothing about the speed of this one. */
  readonly bytesBefore: number;
}

/** A bar with rate and time left in a terminal; nothing in a pipe and with --json. */
export function startByteProgress(
  terminal: Terminal,
  what: string,
  total: number,
  options: { readonly silent: boolean; readonly now: () => Date },
): ByteProgress {
  const note = (line: string) => terminal.note(`${line}\n`);
  if (options.silent || !terminal.noteIsTerminal) return { update: () => {}, note, stop: () => {} };
  const bar = new cliProgress.SingleBar(
    {
      format: `${what} {bar} {percentage}% of ${describeBytes(total)}  {pages} pages  {rate}  {left}`,
      stream: process.stderr,
      hideCursor: true,
      clearOnComplete: true,
      fps: 5,
    },
    cliProgress.Presets.shades_classic,
  );
  const began = options.now().getTime();
  bar.start(Math.max(total, 1), 0, { pages: 0, rate: '', left: '' });
  return {
    update(state) {
      const seconds = (options.now().getTime() - began) / 1000;
      bar.update(Math.min(state.bytes, Math.max(total, 1)), {
        pages: state.pages,
        ...describePace(state, total, seconds),
      });
    },
    note(line) {
      terminal.note(`\r\u001b[K${line}\n`);
      bar.render();
    },
    stop: () => bar.stop(),
  };
}

/** Rate and time left in words; empty until there is something to go by. */
export function describePace(
  { pages, bytes, bytesBefore }: ByteState,
  total: number,
  seconds: number,
): { readonly rate: string; readonly left: string } {
  const read = bytes - bytesBefore;
  if (seconds < 1 || pages === 0) return { rate: '', left: '' };
  const pace = pages / seconds;
  const rate = `${pace < 10 ? pace.toFixed(1) : Math.round(pace)} pages/s`;
  const left = read <= 0 || total <= bytes ? '' : `${describeDuration(((total - bytes) / read) * seconds)} left`;
  return { rate, left };
}

export function describeBytes(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  const units = ['kB', 'MB', 'GB', 'TB'];
  let value = bytes / 1024;
  let unit = 0;
  for (; value >= 1000 && unit < units.length - 1; unit += 1) value /= 1024;
  return `${value < 10 ? value.toFixed(1) : Math.round(value)} ${units[unit]}`;
}

export function describeDuration(seconds: number): string {
  const whole = Math.max(1, Math.round(seconds));
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`;
  return `${Math.floor(whole / 3600)} h ${Math.floor((whole % 3600) / 60)} min`;
}
