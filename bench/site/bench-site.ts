import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { numberOf, textOf, unknownOption } from '../options.ts';
import { loadSite } from './load-site.ts';
import { measureSite } from './measure-site.ts';
import { printBrowser, printSite } from './print-site.ts';

export const siteUsage = `       npm run bench -- site [--articles N] [--pages N] [--file FILE] [--only TEXT]
Fills an archive with an invented press and asks the site for every kind of page: milliseconds, bytes, cached pages a second.
  --articles N  (default 100000)
  --pages N     pages of each kind (default 40)
  --file FILE   keeps the archive there and measures it again
  --only TEXT   kinds whose name holds it
       npm run bench -- site --browser
First paint and layout shift in Chromium on a slow line, over the sample press.
`;

export async function benchSite(args: readonly string[]): Promise<number> {
  const articles = numberOf(args, '--articles', 100_000);
  const pages = numberOf(args, '--pages', 40);
  const known = ['--articles', '--pages', '--file', '--only', '--browser', '--json'];
  if (articles === undefined || pages === undefined || unknownOption(args, known) !== undefined) {
    process.stderr.write(`Usage:\n${siteUsage}`);
    return 2;
  }
  const print = (value: unknown, text: string) =>
    process.stdout.write(args.includes('--json') ? `${JSON.stringify(value, null, 1)}\n` : text);
  if (args.includes('--browser')) {
    const { measureBrowser } = await import('./measure-browser.ts');
    const traces = await measureBrowser();
    if (traces === undefined) return 1;
    print(traces, printBrowser(traces));
    return 0;
  }
  const kept = textOf(args, '--file');
  const folder = kept === undefined ? mkdtempSync(join(tmpdir(), 'rapporteur-bench-')) : undefined;
  const file = kept ?? join(folder ?? '', 'rapporteur.db');
  try {
    if (!existsSync(file)) await loadSite(file, articles, (text) => process.stderr.write(text));
    const figures = await measureSite(file, articles, pages, textOf(args, '--only') ?? '');
    const machine = `Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown processor'}`;
    print({ machine, articles, ...figures }, printSite(figures, articles, machine));
    return 0;
  } finally {
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
  }
}
