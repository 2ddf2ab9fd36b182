/** Where a command speaks: results to `out`, everything else (progress, errors, remarks) to `note`. */
export interface Terminal {
  /** Waits while the reader of the output is slow, so that a million pages do not pile up in memory. */
  out(content: string | Uint8Array): Promise<void>;
  note(text: string): void;
  readonly outIsTerminal: boolean;
  readonly noteIsTerminal: boolean;
  readonly columns: number;
  readonly paint: Paint;
  /** Standard input. */
  readonly input: NodeJS.ReadStream;
}

/** Colours, or their absence. Each function leaves the text as it is when colours are off. */
export interface Paint {
  readonly on: boolean;
  bold(text: string): string;
  dim(text: string): string;
  red(text: string): string;
  green(text: string): string;
  yellow(text: string): string;
  blue(text: string): string;
  magenta(text: string): string;
  cyan(text: string): string;
}

export function createPaint(on: boolean): Paint {
  const code = (start: number, end: number) => (text: string) => (on ? `\u001b[${start}m${text}\u001b[${end}m` : text);
  return {
    on,
    bold: code(1, 22),
    dim: code(2, 22),
    red: code(31, 39),
    green: code(32, 39),
    yellow: code(33, 39),
    blue: code(34, 39),
    magenta: code(35, 39),
    cyan: code(36, 39),
  };
}

/** Control characters of a page must not reach the terminal: they could move the cursor or change its title. */
export function printable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, ' ');
}

/** The terminal of this process. A closed pipe (`| head`) ends the program quietly. */
export function openTerminal(env: NodeJS.ProcessEnv = process.env): Terminal {
  const { stdout, stderr, stdin } = process;
  for (const stream of [stdout, stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') process.exit(0);
      throw error;
    });
  }
  const colours =
    (stdout.isTTY === true && !env['NO_COLOR'] && env['TERM'] !== 'dumb') ||
    (env['FORCE_COLOR'] !== undefined && env['FORCE_COLOR'] !== '0' && !env['NO_COLOR']);
  return {
    out: (content) =>
      new Promise((resolve) => {
        if (stdout.write(content)) resolve();
        else stdout.once('drain', resolve);
      }),
    note: (text) => void stderr.write(text),
    outIsTerminal: stdout.isTTY === true,
    noteIsTerminal: stderr.isTTY === true,
    columns: Math.max(40, Math.min(stdout.columns ?? 100, 110)),
    paint: createPaint(colours),
    input: stdin,
  };
}
