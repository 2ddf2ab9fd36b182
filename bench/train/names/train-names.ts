import { writeFileSync } from 'node:fs';
import { readNamePairs } from '../../evaluate/names/name-pairs.ts';
import { learnLetterCosts, trainingPairs } from './learn-letter-costs.ts';

const USAGE = `Usage: npm run train-names -- FILE.tsv[.gz] --out COSTS.json
Learns what it costs to write Latin letters as Arabic ones from the pairs of FILE (Latin, Arabic, count), without the
fifth that "evaluate -- names" measures on.
`;

const [file, flag, out] = process.argv.slice(2);
if (file === undefined || flag !== '--out' || out === undefined) {
  process.stderr.write(USAGE);
  process.exitCode = 2;
} else {
  const pairs = trainingPairs(readNamePairs(file));
  const costs = learnLetterCosts(pairs);
  writeFileSync(out, `${JSON.stringify(costs)}\n`);
  process.stdout.write(
    `${pairs.length} pairs, ${Object.keys(costs.pairs).length} groups of letters, threshold ${costs.threshold}\n`,
  );
}
