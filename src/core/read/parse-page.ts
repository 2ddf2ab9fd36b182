import type { Page } from '../model/page.ts';
import { readHtml } from './html-blocks.ts';
import type { RawPage } from './raw-page.ts';
import { readTextDump } from './text-blocks.ts';

/** A decoded page to raw blocks, by its format. */
export function parsePage(page: Page): RawPage {
  return page.format === 'html' ? readHtml(page.source) : readTextDump(page.source);
}
