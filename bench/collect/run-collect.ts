import { availableParallelism } from 'node:os';
import { measureRound, measureSite, measureWorkers } from './measure-collect.ts';

export const collectUsage = `
       npm run bench -- collect [--articles N] [--outlets N] [--threads N] [--site] [--postgres URL]
Collects from invented outlets on this machine: from bytes in a local server to searchable articles.
  --articles N    all together (default 1000)
  --outlets N     each on an address of its own (default 20)
  --threads N     that read pages (default: one a core)
  --site          how long the site takes to answer while it collects
  --postgres URL  one worker process, then two, on databases made there for it
`;

/** The command: prints figures as it has them. */
export async function runCollect(args: readonly string[]): Promise<number> {
  const number = (name: string, standard: number) => {
    const at = args.indexOf(name);
    return at < 0 ? standard : Number(args[at + 1]);
  };
  const size = { articles: number('--articles', 1_000), outlets: number('--outlets', 20) };
  const threads = number('--threads', availableParallelism());
  if (![size.articles, size.outlets, threads].every((value) => Number.isInteger(value) && value > 0)) {
    process.stderr.write(`Usage:${collectUsage}`);
    return 2;
  }
  const rate = (seconds: number) => `${(size.articles / seconds).toFixed(1)}/s`;
  const say = (line: string) => process.stdout.write(`${line}\n`);
  say(
    `${size.articles} articles of ${size.outlets} outlets, Node ${process.versions.node}, ${availableParallelism()} cores`,
  );
  const url = args[args.indexOf('--postgres') + 1];
  if (args.includes('--postgres') && url !== undefined) {
    const [one, two] = [await measureWorkers(size, url, 1), await measureWorkers(size, url, 2)];
    for (const { workers, seconds, peakMb } of [one, two])
      say(
        `PostgreSQL, ${workers} work: stored in ${seconds.toFixed(1)} s (${rate(seconds)}), ${peakMb.toFixed(0)} MB a worker`,
      );
    say(`two against one: ${(one.seconds / two.seconds).toFixed(2)} times`);
  } else if (args.includes('--site')) {
    const { seconds, asked, p50, p95, worst } = await measureSite(size);
    say(`the site, while it collected for ${seconds.toFixed(1)} s (${rate(seconds)}, grouping included):`);
    say(`${asked} answers, p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms, slowest ${worst.toFixed(0)} ms`);
  } else {
    const result = await measureRound(size, threads);
    const { stored, grouped, found, fetching, reading, mainBusy, peakMb } = result;
    say(
      `read and searchable (${found}) in ${stored.toFixed(1)} s (${rate(stored)}), grouped too in ${grouped.toFixed(1)} s (${rate(grouped)})`,
    );
    say(
      `processor: ${((result.cpu * 1_000) / size.articles).toFixed(1)} ms an article, ${(result.cpuGrouped - result.cpu).toFixed(1)} s for grouping`,
    );
    say(
      `reading: ${result.threads} threads, ${((reading * 1_000) / size.articles).toFixed(1)} ms a page with waiting for a thread`,
    );
    say(`asking: ${((fetching * 1_000) / size.articles).toFixed(1)} ms a page, up to 48 outlets at once`);
    say(
      `thread of the archive: busy ${mainBusy.toFixed(1)} of ${stored.toFixed(1)} s; grouping ${(grouped - stored).toFixed(1)} s`,
    );
    say(`peak memory ${peakMb.toFixed(0)} MB`);
  }
  return 0;
}
