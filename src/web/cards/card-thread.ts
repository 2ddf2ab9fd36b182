// What runs in the thread that draws cards: a picture takes longer than a page may.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { decompress } from 'wawoff2';

const require = createRequire(import.meta.url);

const fontFiles = [
  'newsreader/files/newsreader-latin-wght-normal.woff2',
  'newsreader/files/newsreader-latin-ext-wght-normal.woff2',
  'inter/files/inter-latin-wght-normal.woff2',
  'inter/files/inter-latin-ext-wght-normal.woff2',
  'noto-naskh-arabic/files/noto-naskh-arabic-arabic-wght-normal.woff2',
];

let fonts: Promise<readonly Uint8Array[]> | undefined;

/** The fonts of the site, unpacked once: the drawing takes no packed ones. */
async function openFonts(): Promise<readonly Uint8Array[]> {
  await initWasm(readFileSync(require.resolve('@resvg/resvg-wasm/index_bg.wasm')));
  const unpacked: Uint8Array[] = [];
  // One after the other: what is given stands where the next one is unpacked.
  for (const file of fontFiles) {
    unpacked.push(Uint8Array.from(await decompress(readFileSync(require.resolve(`@fontsource-variable/${file}`)))));
  }
  return unpacked;
}

/** A drawing as PNG. */
export default async function draw(svg: string): Promise<Uint8Array> {
  fonts ??= openFonts();
  const resvg = new Resvg(svg, {
    font: { fontBuffers: [...(await fonts)], defaultFontFamily: 'Newsreader', loadSystemFonts: false },
  });
  try {
    return resvg.render().asPng();
  } finally {
    resvg.free();
  }
}
