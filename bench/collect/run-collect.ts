import { availableParallelism } from 'node:os';
import { measureFeeds, measureRound, measureSite, measureWorkers } from './measure-collect.ts';

export const collectUsage = `
       npm run bench -- collect [--articles N] [--outlets N] [--site] [--feeds N] [--postgres URL]
Collects from invented outlets on this machine: from bytes in a local server to searchable articles.
  --articles N    all together (default 1000)
  --outlets N     each on an address of its own (default 20)
  --site          how long the site takes to answer while it collects
  --feeds N       poll so many feeds, each on an address of its own, of which 95 % have not changed
  --postgres URL  one worker process, then two, on databases made there for it
`;

/** The command: prints figures as it has them. */
export async function runCollect(args: readonly string[]): Promise<number> {
  const number = (name: string, standard: number) => {
    const at = args.indexOf(name);
    return at < 0 ? standard : Number(args[at + 1]);
  };
  const size = { articles: number('--articles', 1_000), outlets: number('--outlets', 20) };
  const feeds = number('--feeds', 2_000);
  if (![size.articles, size.outlets, feeds].every((value) => Number.isInteger(value) && value > 0)) {
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
    for (const { workers, seconds, peakMb, cpu } of [one, two]) {
      const each = (part: number) => ((part * 1_000) / size.articles).toFixed(1);
      const busy = (cpu.workers + cpu.database + cpu.press) / (seconds * availableParallelism());
      say(
        `PostgreSQL, ${workers} work: stored in ${seconds.toFixed(1)} s (${rate(seconds)}), ${peakMb.toFixed(0)} MB a worker`,
      );
      say(
        `  processor, ms an article: workers ${each(cpu.workers)}, database ${each(cpu.database)}, press ${each(cpu.press)}; ${(busy * 100).toFixed(0)} % of the cores`,
      );
    }
    say(`two against one: ${(one.seconds / two.seconds).toFixed(2)} times`);
  } else if (args.includes('--feeds')) {
    const { first, second, unchanged, stored } = await measureFeeds(feeds);
    for (const [what, { seconds, cpu, peakMb }] of [
      ['the first time', first],
      [`again (${unchanged} unchanged, ${stored} articles stored)`, second],
    ] as const)
      say(
        `${feeds} feeds, ${what}: ${seconds.toFixed(1)} s, processor ${cpu.toFixed(1)} s, peak memory ${peakMb.toFixed(0)} MB`,
      );
  } else if (args.includes('--site')) {
    const { seconds, asked, p50, p95, worst } = await measureSite(size);
    say(`the site, while it collected for ${seconds.toFixed(1)} s (${rate(seconds)}, grouping included):`);
    say(`${asked} answers, p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms, slowest ${worst.toFixed(0)} ms`);
  } else {
    const { stored, seconds, found, cpu, cpuMain, cpuStored, peakMb } = await measureRound(size);
    say(
      `read and searchable (${found}) in ${stored.toFixed(1)} s (${rate(stored)}), grouped too in ${seconds.toFixed(1)} s (${rate(seconds)}), start of the command included`,
    );
    say(
      `processor: ${((cpuStored * 1_000) / size.articles).toFixed(1)} ms an article (${(size.articles / cpuStored).toFixed(0)} in a processor second), ${(cpu - cpuStored).toFixed(1)} s to read the first pages of hosts again and to group; thread of the archive ${cpuMain.toFixed(1)} of ${cpu.toFixed(1)} s`,
    );
    say(`peak memory ${peakMb.toFixed(0)} MB`);
  }
  return 0;
}
