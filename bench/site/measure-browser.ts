import type { Browser } from 'playwright-core';
import { findChromium, openBrowser } from '../../test/e2e/browser.ts';
import { roomsOf } from '../../test/e2e/rooms.ts';
import { openSampleSite } from '../../test/e2e/sample-site.ts';

export interface RoomTrace {
  readonly name: string;
  /** Milliseconds; the middle of five visits, as are the others. */
  readonly firstPaint: number;
  readonly largestPaint: number;
  /** Cumulative layout shift. */
  readonly shift: number;
}

const visits = 5;
/** 1.6 Mbit/s and 150 ms: a slow phone. */
const line = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750 };
/** The later of two paints, and fonts that arrive after them. */
const settleMs = 2_500;

/** Nothing where there is no Chromium. */
export async function measureBrowser(): Promise<RoomTrace[] | undefined> {
  const executable = findChromium();
  if (executable === undefined) {
    process.stderr.write('No Chromium found: install it or name it in CHROMIUM.\n');
    return undefined;
  }
  const site = await openSampleSite();
  const browser = await openBrowser(executable);
  try {
    const wanted = new Set(['front', 'article', 'article-ar', 'meeting', 'dossier', 'record', 'record-map', 'search']);
    const traces: RoomTrace[] = [];
    for (const { name, path } of (await roomsOf(site.store)).filter((room) => wanted.has(room.name))) {
      const found: Omit<RoomTrace, 'name'>[] = [];
      for (let visit = 0; visit < visits; visit++) found.push(await trace(browser, site.address + path));
      const middle = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.floor(visits / 2)] ?? 0;
      traces.push({
        name,
        firstPaint: middle(found.map(({ firstPaint }) => firstPaint)),
        largestPaint: middle(found.map(({ largestPaint }) => largestPaint)),
        shift: middle(found.map(({ shift }) => shift)),
      });
    }
    return traces;
  } finally {
    await browser.close();
    await site.close();
  }
}

/** One visit with nothing kept from the last. */
async function trace(browser: Browser, address: string): Promise<Omit<RoomTrace, 'name'>> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'fr' });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', line);
  await page.addInitScript(() => {
    const seen = { shift: 0, largest: 0 };
    Object.assign(window, { seen });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[]) seen.shift += entry.value;
    }).observe({ type: 'layout-shift', buffered: true });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) seen.largest = entry.startTime;
    }).observe({ type: 'largest-contentful-paint', buffered: true });
  });
  await page.goto(address, { waitUntil: 'load' });
  await page.evaluate(() => document.fonts.ready);
  await page.waitForTimeout(settleMs);
  const figures = await page.evaluate(() => {
    const { seen } = window as unknown as { seen: { shift: number; largest: number } };
    const paint = performance.getEntriesByName('first-contentful-paint')[0];
    return { firstPaint: paint?.startTime ?? 0, largestPaint: seen.largest, shift: seen.shift };
  });
  await context.close();
  return figures;
}
