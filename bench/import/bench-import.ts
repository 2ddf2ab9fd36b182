import { numberOf, unknownOption } from '../options.ts';
import { measureImport, printImport } from './measure-import.ts';

export const importUsage = `       npm run bench -- import [--megabytes N] [--pages N]
Imports a web archive of invented pages and random pictures with the built program: peak memory and time.
  --megabytes N  size of the WARC (default 320)
  --pages N      pages in it (default 300)
`;

export async function benchImport(args: readonly string[], root: string): Promise<number> {
  const megabytes = numberOf(args, '--megabytes', 320);
  const pages = numberOf(args, '--pages', 300);
  if (megabytes === undefined || pages === undefined || unknownOption(args, ['--megabytes', '--pages', '--json'])) {
    process.stderr.write(`Usage:\n${importUsage}`);
    return 2;
  }
  const result = await measureImport(root, megabytes, pages);
  process.stdout.write(args.includes('--json') ? `${JSON.stringify(result, null, 1)}\n` : printImport(result));
  return 0;
}
