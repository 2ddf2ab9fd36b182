import type { Page } from '../model/page.ts';
import { readHtml } from './html-blocks.ts';
import type { RawPage } from './raw-page.ts';
import { readTextDump } from './text-blocks.ts';

/** A decoded page to raw blocks, by its format. `keepNames` keeps what selectors ask about. */
export function parsePage(page: Page, keepNames: boolean = false): RawPage {
  return page.format === 'html' ? readHtml(page.source, keepNames) : readTextDump(page.source);
}
