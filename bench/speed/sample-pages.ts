import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface SamplePage {
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly url: string;
  readonly format: 'html' | 'text';
  readonly savedAt?: string;
}

interface Manifest {
  readonly pages: readonly { readonly file: string; readonly url: string; readonly savedAt?: string }[];
}

/** The sample press that ships with the program: invented outlets, real public meetings. */
export function readSample(root: string): SamplePage[] {
  const folder = join(root, 'sample');
  const manifest = JSON.parse(readFileSync(join(folder, 'press.json'), 'utf8')) as Manifest;
  return manifest.pages.map(({ file, url, savedAt }) => ({
    file,
    bytes: readFileSync(join(folder, file)),
    url,
    format: file.endsWith('.txt') ? 'text' : 'html',
    ...(savedAt === undefined ? {} : { savedAt }),
  }));
}

/** One line that says what was measured on: a speed without its data is no figure. */
export function describeData(pages: readonly SamplePage[]): string {
  const sizes = pages.map((page) => page.bytes.length).sort((a, b) => a - b);
  const html = pages.filter((page) => page.format === 'html').length;
  const kb = (bytes: number | undefined): string => `${((bytes ?? 0) / 1024).toFixed(1)} kB`;
  const middle = sizes[Math.floor(sizes.length / 2)];
  return `${pages.length} pages of the sample press (${html} HTML, ${pages.length - html} text dumps), ${kb(sizes[0])} to ${kb(sizes.at(-1))}, middle ${kb(middle)}`;
}
