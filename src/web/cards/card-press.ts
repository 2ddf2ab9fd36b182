import { createHash } from 'node:crypto';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';
import { type Card, cardSvg } from './card-svg.ts';

/** Draws cards, one at a time and away from the pages, and keeps the last ones. */
export interface CardPress {
  /** PNG and its tag; nothing when too many are being asked for. */
  draw(card: Card): Promise<{ readonly png: Uint8Array; readonly tag: string } | undefined>;
}

const mostWaiting = 20;
const keptBytes = 8 * 1024 * 1024;
const timeLimitMs = 10_000;

export function openCardPress(): CardPress {
  let pool: Piscina | undefined;
  const kept = new Map<string, Uint8Array>();
  const running = new Map<string, Promise<Uint8Array>>();
  let held = 0;
  const keep = (tag: string, png: Uint8Array): void => {
    kept.set(tag, png);
    held += png.byteLength;
    for (const [oldest, { byteLength }] of kept) {
      if (held <= keptBytes) break;
      kept.delete(oldest);
      held -= byteLength;
    }
  };
  const start = async (svg: string, tag: string): Promise<Uint8Array> => {
    pool ??= openPool();
    const png = (await pool.run(svg, { signal: AbortSignal.timeout(timeLimitMs) })) as Uint8Array;
    keep(tag, png);
    return png;
  };
  return {
    async draw(card) {
      const svg = cardSvg(card);
      const tag = createHash('sha256').update(svg).digest('base64url').slice(0, 22);
      const known = kept.get(tag);
      if (known !== undefined) return { png: known, tag };
      const under = running.get(tag);
      if (under !== undefined) return { png: await under, tag };
      if (running.size >= mostWaiting) return undefined;
      const drawing = start(svg, tag);
      running.set(tag, drawing);
      try {
        return { png: await drawing, tag };
      } finally {
        running.delete(tag);
      }
    },
  };
}

function openPool(): Piscina {
  const pool = new Piscina({
    filename: fileURLToPath(new URL(`./card-thread${extname(import.meta.url)}`, import.meta.url)),
    minThreads: 0,
    maxThreads: 1,
    idleTimeout: 30_000,
    resourceLimits: { maxOldGenerationSizeMb: 128 },
  });
  // A thread that ends between two drawings is replaced; one that ends on a drawing is told of by that drawing.
  pool.on('error', () => {});
  return pool;
}
