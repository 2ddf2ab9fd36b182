import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { openBrowser } from './browser.ts';
import { type Room, roomsOf } from './rooms.ts';
import { openSampleSite, type SampleSite } from './sample-site.ts';

/** How a visitor of a test sees the site. */
export interface Look {
  readonly language: 'fr' | 'ar';
  readonly scheme: 'light' | 'dark';
}

/** The sample archive's site with a browser in front of it. */
export interface VisitedSite {
  readonly site: SampleSite;
  readonly rooms: readonly Room[];
  /** Opens a page, and expects of its browser that it complained of nothing and asked no other host. */
  visit(path: string, look: Look, use: (page: Page) => Promise<void>): Promise<void>;
  close(): Promise<void>;
}

export async function openVisitedSite(executable: string): Promise<VisitedSite> {
  const site = await openSampleSite();
  const rooms = await roomsOf(site.store);
  const browser = await openBrowser(executable);
  return {
    site,
    rooms,
    async visit(path, { language, scheme }, use) {
      const context = await browser.newContext({
        viewport: { width: 1280, height: 900 },
        colorScheme: scheme,
        locale: language,
        reducedMotion: 'reduce',
        // Only for the checker that a test itself brings along.
        bypassCSP: true,
      });
      const page = await context.newPage();
      const complaints: string[] = [];
      page.on('console', (message) => {
        if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
      });
      page.on('pageerror', (error) => complaints.push(String(error)));
      page.on('request', (request) => {
        if (!request.url().startsWith(site.address)) complaints.push(`asked ${request.url()}`);
      });
      const response = await page.goto(site.address + path);
      // The page that does not exist says so on the console of the browser too.
      if (response?.status() === 404) complaints.length = 0;
      await use(page);
      await context.close();
      expect([path, complaints]).toEqual([path, []]);
    },
    async close() {
      await browser.close();
      await site.close();
    },
  };
}
