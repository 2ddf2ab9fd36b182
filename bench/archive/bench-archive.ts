import { numberOf, unknownOption } from '../options.ts';
import { measureArchive } from './measure-archive.ts';
import { printArchive } from './print-archive.ts';

export const archiveUsage = `       npm run bench -- archive [--articles N] [--added N]
Adds pages one at a time to an archive of invented ones: meetings looked at and written, CPU time.
  --articles N  pages in the archive before (default 10000)
  --added N     pages that are added (default 5)
`;

export async function benchArchive(args: readonly string[]): Promise<number> {
  const articles = numberOf(args, '--articles', 10_000);
  const added = numberOf(args, '--added', 5);
  if (articles === undefined || added === undefined || unknownOption(args, ['--articles', '--added', '--json'])) {
    process.stderr.write(`Usage:\n${archiveUsage}`);
    return 2;
  }
  const result = await measureArchive(articles, added, (text) => process.stderr.write(text));
  process.stdout.write(args.includes('--json') ? `${JSON.stringify(result, null, 1)}\n` : printArchive(result));
  return 0;
}
