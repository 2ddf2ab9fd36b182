import { readFileSync } from 'node:fs';

/** Version of the product, from package.json (two folders up from here, in `src` and in `dist` alike). */
export const productVersion: string = (
  JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string }
).version;
