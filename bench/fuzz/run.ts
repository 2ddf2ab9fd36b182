import { checkPage } from './check-page.ts';
import { type FuzzedPage, makePage, type SeedPage } from './make-page.ts';

export interface Finding {
  readonly index: number;
  readonly made: readonly string[];
  readonly fault: string;
}

export interface FuzzRun {
  readonly pages: number;
  readonly chars: number;
  readonly findings: readonly Finding[];
  /** Middle CPU time of a kilobyte, in milliseconds. */
  readonly medianPerKilobyte: number;
  /** Largest CPU time of one page, in milliseconds. */
  readonly slowest: number;
}

export interface RunOptions {
  readonly seed: number;
  readonly first: number;
  readonly count: number;
  readonly seeds: readonly SeedPage[];
  readonly onProgress?: (done: number, findings: number) => void;
  readonly onFinding?: (page: FuzzedPage, finding: Finding) => void;
}

/** A page is too slow beyond a fixed time and this many times the middle time of its size. */
const slack = { milliseconds: 400, times: 60 } as const;
/** Pages before the middle time is known well enough. */
const warmUp = 200;

/** Checks pages `first` to `first + count` of a seed. */
export function runFuzz({ seed, first, count, seeds, onProgress, onFinding }: RunOptions): FuzzRun {
  const findings: Finding[] = [];
  const rates: number[] = [];
  let chars = 0;
  let slowest = 0;
  for (let done = 0; done < count; done++) {
    const page = makePage(seed, first + done, seeds);
    const report = (fault: string) => {
      const finding = { index: page.index, made: page.made, fault };
      findings.push(finding);
      onFinding?.(page, finding);
    };
    const check = checkPage(page);
    for (const fault of check.faults) report(fault);
    const kilobytes = Math.max(1, check.chars / 1000);
    if (rates.length < 5000) rates.push(check.milliseconds / kilobytes);
    chars += check.chars;
    const bound = slack.milliseconds + slack.times * median(rates, done) * kilobytes;
    if (done >= warmUp && check.milliseconds > bound) {
      // The machine may have been busy: only what is slow again is a finding.
      const again = Math.min(checkPage(page).milliseconds, checkPage(page).milliseconds);
      if (again > bound) report(`slow: ${again.toFixed(0)} ms for ${kilobytes.toFixed(0)} kB`);
    }
    slowest = Math.max(slowest, check.milliseconds);
    if ((done + 1) % 5000 === 0) onProgress?.(done + 1, findings.length);
  }
  return { pages: count, chars, findings, medianPerKilobyte: middle(rates), slowest };
}

let known = { at: -1, value: 0 };

/** The middle, looked up anew every few hundred pages. */
function median(rates: readonly number[], done: number): number {
  if (done < known.at || done >= known.at + 500 || known.at < 0) known = { at: done, value: middle(rates) };
  return known.value;
}

function middle(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
}
