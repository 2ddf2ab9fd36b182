import { existsSync, readFileSync } from 'node:fs';
import { languageIdentifier } from '../../../src/collect/language-identifier.ts';
import { builtinIdentifier, type LanguageIdentifier } from '../../../src/core/language/detect-language.ts';
import type { Streams } from '../press/command.ts';
import { wilson } from '../press/intervals.ts';

const USAGE = `Usage: npm run evaluate -- languages FILE.jsonl [options]
Asks for the language of every headline, of every sentence and of the whole of each text of FILE ({"lang", "sentences"}).
Texts of fr, en, es and ar must be told; texts of any other language must not be taken for one of them.
  --builtin ask the identifier of the library alone, without the second opinion that the program adds
  --misses  print every wrong answer to a headline (always printed where there are fewer than 40)
  --json    print the figures as JSON
`;

const wanted: ReadonlySet<string> = new Set(['fr', 'en', 'es', 'ar']);
const fewAnswers = 40;

interface Asked {
  readonly language: string;
  readonly text: string;
}

interface Text {
  readonly lang: string;
  readonly sentences: readonly string[];
}

/** Runs `evaluate languages`. Returns the exit code: 0 done, 2 wrong use. */
export async function evaluateLanguages(args: readonly string[], streams: Streams): Promise<number> {
  const files = args.filter((arg) => !arg.startsWith('-'));
  const flags = new Set(args.filter((arg) => arg.startsWith('-')));
  const unknown = [...flags].find((flag) => !['--builtin', '--misses', '--json'].includes(flag));
  const [file, ...more] = files;
  if (file === undefined || more.length > 0 || unknown !== undefined || !existsSync(file)) {
    streams.error(
      `${unknown === undefined ? 'Give one file that is there.' : `Unknown option ${unknown}.`}\n\n${USAGE}`,
    );
    return 2;
  }
  const identifier = flags.has('--builtin') ? builtinIdentifier : await languageIdentifier();
  const texts = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Text);
  const kinds = {
    headlines: texts.map(({ lang, sentences }) => ({ language: lang, text: sentences[0] ?? '' })),
    sentences: texts.flatMap(({ lang, sentences }) => sentences.map((text) => ({ language: lang, text }))),
    'full text': texts.map(({ lang, sentences }) => ({ language: lang, text: sentences.join(' ') })),
  };
  const figures = Object.entries(kinds).map(([kind, asked]) => ({ kind, ...measure(asked, identifier) }));
  if (flags.has('--json')) {
    streams.out(
      `${JSON.stringify(
        figures.map(({ wrong: _, ...rest }) => rest),
        null,
        1,
      )}\n`,
    );
    return 0;
  }
  streams.out(`Languages: ${file}, all of it (nothing was learned from it)\n`);
  for (const { kind, right, asked, taken, others, unknowns, perSecond, wrong } of figures) {
    streams.out(
      `${kind.padEnd(10)} right ${share(right, asked)}  taken for one of the four ${share(taken, others)}  unknown ${unknowns}  ${perSecond} texts/s\n`,
    );
    const few = Math.min(asked, others) < fewAnswers;
    if (kind === 'headlines' && (few || flags.has('--misses'))) for (const line of wrong) streams.out(`  ${line}\n`);
  }
  return 0;
}

function measure(asked: readonly Asked[], identifier: LanguageIdentifier) {
  const before = process.cpuUsage();
  const answers = asked.map((one) => ({ ...one, answer: identifier.identify(one.text).language }));
  const { user, system } = process.cpuUsage(before);
  const four = answers.filter(({ language }) => wanted.has(language));
  const others = answers.filter(({ language }) => !wanted.has(language));
  const wrong = answers.filter(({ language, answer }) =>
    wanted.has(language) ? answer !== language : wanted.has(answer),
  );
  return {
    asked: four.length,
    right: four.filter(({ language, answer }) => answer === language).length,
    others: others.length,
    taken: others.filter(({ answer }) => wanted.has(answer)).length,
    unknowns: answers.filter(({ answer }) => answer === 'und').length,
    perSecond: Math.round(answers.length / Math.max((user + system) / 1e6, 1e-6)),
    wrong: wrong.map(({ language, answer, text }) => `${language} as ${answer}: ${text.slice(0, 100)}`),
  };
}

function share(count: number, of: number): string {
  if (of === 0) return 'n 0';
  const { low, high } = wilson(count, of) ?? { low: 0, high: 1 };
  const percent = (value: number) => (value * 100).toFixed(1);
  return `${percent(count / of)} [${percent(low)} to ${percent(high)}] n ${of}`;
}
