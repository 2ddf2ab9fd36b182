import robotsParserModule from 'robots-parser';
import { decodeBytes } from '../../core/read/encoding.ts';
import type { FetchDomain } from '../../store/collecting.ts';
import { siteOf } from '../../store/site-of.ts';
import { FetchProblem } from './fetch-problem.ts';
import type { FetchedAnswer, Fetcher, FetchFailure, FetchRequest } from './fetcher.ts';

export interface VisitorOptions {
  readonly fetcher: Fetcher;
  readonly userAgent: string;
  readonly now: () => Date;
  readonly memory: {
    get(domain: string): Promise<FetchDomain | undefined>;
    put(state: FetchDomain): Promise<void>;
    /** Where visitors on several machines share an archive: the instant of our turn at a domain. */
    takeTurn?(domain: string, now: string, pauseMs: number): Promise<string>;
  };
  /** Between two requests to one registrable domain. @default 2,000 ms */
  readonly pauseMs?: number;
  /** Waits; ends early when the signal says so. */
  readonly sleep?: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
}

export interface VisitRequest extends Omit<FetchRequest, 'mayFetch'> {
  /** Pause that a person set for this source; stands above the default and what robots.txt asks for. */
  readonly pauseMs?: number;
}

export type Visit =
  | FetchedAnswer
  | (FetchFailure & { readonly retryAt?: string })
  /** The domain refused us lately: nothing was asked. */
  | { readonly kind: 'blocked'; readonly until: string; readonly refusals: number };

/** Visits pages as a guest: one request at a time and a pause per registrable domain, by the rules of each host. */
export interface Visitor {
  visit(request: VisitRequest): Promise<Visit>;
}

/** The package is one function; its types speak of a default inside it. */
const robotsParser = robotsParserModule as unknown as typeof robotsParserModule.default;
type Robot = ReturnType<typeof robotsParser>;

const robotsHours = 24;
/** A server in trouble is asked for its rules again so much later. */
const unsureMinutes = 10;
/** What every robot must read of a file of rules (RFC 9309 asks for 500 kibibytes at least); more is not read. */
const robotsBytes = 512 * 1024;
/** Origins whose rules are kept ready, the last visited. */
const readyRules = 16;
/** A site that asks for more would never be read; it gets this. */
const longestPauseMs = 60_000;
const longestBlockHours = 48;
/** A 403 may be one page's; so many in a row are the outlet's answer. */
export const refusalsThatBlock = 3;

export function createVisitor(options: VisitorOptions): Visitor {
  const { fetcher, now, memory, userAgent } = options;
  const sleep = options.sleep ?? sleepFor;
  const product = userAgent.split('/')[0] ?? userAgent;
  const turns = new Map<string, Promise<unknown>>();
  const lastEnd = new Map<string, number>();
  /** Origins that could not tell their rules just now. */
  const unsure = new Map<string, { readonly until: string; readonly detail: string }>();

  const ready = new Map<string, { readonly text: string; readonly rules: Robot }>();

  /** Visits of one domain wait for each other. */
  function inTurn<T>(domain: string, work: () => Promise<T>): Promise<T> {
    const turn = (turns.get(domain) ?? Promise.resolve()).then(work, work);
    const settled = turn.catch(() => undefined);
    turns.set(domain, settled);
    void settled.then(() => {
      if (turns.get(domain) === settled) turns.delete(domain);
    });
    return turn;
  }

  async function paced(domain: string, pauseMs: number, signal: AbortSignal | undefined): Promise<void> {
    const wait = (lastEnd.get(domain) ?? Number.NEGATIVE_INFINITY) + pauseMs - now().getTime();
    // A clock that was set back is no reason to wait for longer.
    if (wait > 0) await sleep(Math.min(wait, pauseMs), signal);
    if (memory.takeTurn === undefined || pauseMs === 0) return;
    const turn = await memory.takeTurn(domain, now().toISOString(), pauseMs);
    const rest = Date.parse(turn) - now().getTime();
    if (rest > 0) await sleep(rest, signal);
  }

  /** Whether an instant is still to come. One that is further off than we ever look was noted under a wrong clock. */
  function isAhead(instant: string | undefined, hours: number): boolean {
    const ahead = Date.parse(instant ?? '') - now().getTime();
    return ahead > 0 && ahead <= hours * 3_600_000;
  }

  /** Asks for the rules of an origin and keeps them; nothing when it cannot tell them now. */
  async function askRobots(url: URL, request: VisitRequest, pauseMs: number): Promise<string | undefined> {
    const { origin } = url;
    const domain = siteOf(url.href);
    await paced(domain, pauseMs, request.signal);
    const answer = await fetcher.fetch({
      address: `${origin}/robots.txt`,
      accept: 'text/plain,*/*;q=0.1',
      maxBytes: robotsBytes,
      cut: true,
      timeoutMs: 15_000,
      ...(request.allowPrivate === undefined ? {} : { allowPrivate: request.allowPrivate }),
      ...(request.signal === undefined ? {} : { signal: request.signal }),
    });
    lastEnd.set(domain, now().getTime());
    const trouble =
      answer.kind === 'answer'
        ? answer.status >= 500
          ? `HTTP ${answer.status}`
          : undefined
        : answer.code === 'fetch-failed'
          ? answer.detail
          : undefined;
    if (trouble !== undefined) {
      if (request.signal?.aborted !== true)
        unsure.set(origin, {
          until: new Date(now().getTime() + unsureMinutes * 60_000).toISOString(),
          detail: trouble,
        });
      return undefined;
    }
    unsure.delete(origin);
    // An origin that has no rules has none.
    const isPlain = answer.kind === 'answer' && answer.status === 200;
    const robots = isPlain ? wholeLines(answer.bytes) : '';
    const robotsUntil = new Date(now().getTime() + robotsHours * 3_600_000).toISOString();
    await memory.put({ domain: origin, refusals: 0, robots, robotsUntil });
    return robots;
  }

  async function robotsOf(url: URL, request: VisitRequest, pauseMs: number) {
    const { origin } = url;
    const known = await memory.get(origin);
    let text = known?.robots;
    if (text === undefined || !isAhead(known?.robotsUntil, robotsHours)) {
      const silent = unsure.get(origin);
      if (silent === undefined || !isAhead(silent.until, unsureMinutes / 60)) {
        text = (await askRobots(url, request, pauseMs)) ?? text;
      }
      // The rules of last time hold while nothing newer is told. Without any, nothing may be fetched (RFC 9309).
      const { detail = '' } = unsure.get(origin) ?? {};
      if (text === undefined) throw new FetchProblem('fetch-failed', `robots.txt of ${url.host}: ${detail}`);
    }
    return rulesOf(origin, text);
  }

  /** Long rules take a while to read. */
  function rulesOf(origin: string, text: string): Robot {
    const known = ready.get(origin);
    ready.delete(origin);
    const rules = known?.text === text ? known.rules : robotsParser(`${origin}/robots.txt`, text);
    ready.set(origin, { text, rules });
    for (const oldest of ready.keys()) if (ready.size > readyRules) ready.delete(oldest);
    return rules;
  }

  async function visit(request: VisitRequest): Promise<Visit> {
    if (!URL.canParse(request.address))
      return { kind: 'failure', code: 'fetch-failed', detail: 'not an address', redirects: [] };
    const domain = siteOf(request.address);
    return inTurn(domain, async () => {
      const state = await memory.get(domain);
      if (state?.blockedUntil !== undefined && isAhead(state.blockedUntil, longestBlockHours))
        return { kind: 'blocked' as const, until: state.blockedUntil, refusals: state.refusals };
      const basePause = request.pauseMs ?? options.pauseMs ?? 2_000;
      let pauseMs = basePause;
      const answer = await fetcher.fetch({
        ...request,
        mayFetch: async (url) => {
          const robots = await robotsOf(url, request, basePause);
          if (request.pauseMs === undefined)
            pauseMs = Math.max(basePause, Math.min(longestPauseMs, (robots.getCrawlDelay(product) ?? 0) * 1_000));
          if (robots.isAllowed(url.href, product) === false) return `robots.txt of ${url.host}`;
          await paced(siteOf(url.href), pauseMs, request.signal);
          return undefined;
        },
      });
      // A redirect may have led to a second domain, which wants its pause too.
      const reached = answer.kind === 'answer' ? siteOf(answer.address) : domain;
      for (const asked of new Set([domain, reached])) lastEnd.set(asked, now().getTime());
      return settle(domain, state, answer);
    });
  }

  /** Remembers refusals; an answer forgives them. */
  async function settle(
    domain: string,
    state: FetchDomain | undefined,
    answer: FetchedAnswer | FetchFailure,
  ): Promise<Visit> {
    if (answer.kind === 'failure') return answer;
    const { status, headers } = answer;
    if (status !== 403 && status !== 429 && status !== 503) {
      if (state !== undefined && state.refusals > 0) await memory.put({ domain, refusals: 0 });
      return answer;
    }
    const asked = retryAfter(headers['retry-after'], now());
    const refusals = (state?.refusals ?? 0) + 1;
    const block = status === 429 || asked !== undefined || refusals >= refusalsThatBlock;
    const backOff = now().getTime() + Math.min(longestBlockHours, 0.25 * 2 ** refusals) * 3_600_000;
    const until = asked ?? new Date(backOff).toISOString();
    await memory.put({ domain, refusals, ...(block ? { blockedUntil: until } : {}) });
    return answer;
  }

  return { visit };
}

/** `120` or a date, as an ISO instant; at most two days ahead. */
export function retryAfter(value: string | undefined, now: Date): string | undefined {
  if (value === undefined) return undefined;
  const time = /^\s*\d+\s*$/.test(value) ? now.getTime() + Number(value) * 1_000 : Date.parse(value);
  if (Number.isNaN(time) || time <= now.getTime()) return undefined;
  return new Date(Math.min(time, now.getTime() + longestBlockHours * 3_600_000)).toISOString();
}

/** The text of a file of rules; a rule that was cut in two is none. */
function wholeLines(bytes: Uint8Array): string {
  const { text } = decodeBytes(bytes, 'text/plain; charset=utf-8');
  return bytes.length < robotsBytes ? text : text.slice(0, text.lastIndexOf('\n') + 1);
}

/** Waits, shorter when the signal ends it. */
export function sleepFor(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted === true) return resolve();
    const timer = setTimeout(done, milliseconds);
    function done(): void {
      clearTimeout(timer);
      signal?.removeEventListener('abort', done);
      resolve();
    }
    signal?.addEventListener('abort', done, { once: true });
  });
}
