import type { WebSettings } from './settings.ts';

/** Where the site is for its readers: what the settings say, else the address that was asked. Without a slash at its end. */
export function siteOrigin({ baseUrl }: WebSettings, asked: string): string {
  return new URL(baseUrl ?? asked).origin;
}
