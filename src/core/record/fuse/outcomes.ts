import type { Meeting, Outcome } from '../../model/record.ts';
import { tokenize } from '../../text/tokens.ts';
import type { Report } from './reports.ts';
import { type ItemVote, itemVote, standingOf } from './standing.ts';
import { evidenceOf } from './votes.ts';

interface Told {
  readonly outcome: Outcome;
  readonly words: ReadonlySet<string>;
  readonly language: string;
  readonly vote: ItemVote;
  /** Nothing else of its kind and paper is told by the report. */
  readonly alone: boolean;
}

interface Gathered {
  readonly tellings: Told[];
  /** Reports that tell it: an outcome of one report is told there once. */
  readonly reports: Set<string>;
}

/** Share of the shorter text's words that two tellings of one outcome in one language have in common. */
const overlapFloor = 0.5;

/**
 * One list out of what the reports say was agreed. Tellings in one language are compared by their words; across
 * languages by the kind of outcome and of paper, where no report tells of two of them.
 */
export function fuseOutcomes(reports: readonly Report[], sourceOf: ReadonlyMap<string, number>): Meeting['outcomes'] {
  const gathered: Gathered[] = [];
  for (const report of [...reports].sort(byDetail)) {
    for (const told of tellingsOf(report, sourceOf)) {
      // Outcomes of one report are different ones: they only meet those of other reports.
      const open = gathered.filter((one) => !one.reports.has(report.key));
      const known = open.find((one) => sameWords(one, told)) ?? open.find((one) => samePaper(one, told));
      if (known === undefined) gathered.push({ tellings: [told], reports: new Set([report.key]) });
      else {
        known.tellings.push(told);
        known.reports.add(report.key);
      }
    }
  }
  return gathered
    .map((one, position) => ({ ...one, position }))
    .sort((a, b) => b.reports.size - a.reports.size || a.position - b.position)
    .flatMap(({ tellings: [main, ...others] }) => (main === undefined ? [] : [fusedOutcome(main, others)]));
}

function fusedOutcome(main: Told, others: readonly Told[]): Meeting['outcomes'][number] {
  const { kind, text, instrument, strength } = main.outcome;
  const byLanguage = new Map<string, Told[]>();
  for (const told of others) {
    if (told.language !== main.language)
      byLanguage.set(told.language, [...(byLanguage.get(told.language) ?? []), told]);
  }
  const votes = [main, ...others].map(({ vote }) => vote);
  const tellings = [...byLanguage].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    kind,
    text,
    ...(instrument === undefined ? {} : { instrument }),
    strength,
    language: main.language,
    standing: standingOf(votes),
    evidence: evidenceOf(votes),
    ...(tellings.length === 0
      ? {}
      : {
          tellings: tellings.map(([language, list]) => ({
            text: list[0]?.outcome.text ?? '',
            language,
            evidence: evidenceOf(list.map(({ vote }) => vote)),
          })),
        }),
  };
}

function tellingsOf(report: Report, sourceOf: ReadonlyMap<string, number>): Told[] {
  const { outcomes } = report.meeting;
  return outcomes.map((outcome) => ({
    outcome,
    words: wordsOf(outcome.text),
    language: report.source.language,
    vote: itemVote(report, sourceOf, 'outcome', outcome),
    alone: outcomes.filter((other) => isOfOneKind(other, outcome)).length === 1,
  }));
}

function isOfOneKind(a: Outcome, b: Outcome): boolean {
  return a.kind === b.kind && a.instrument === b.instrument;
}

function sameWords({ tellings }: Gathered, told: Told): boolean {
  return tellings.some(({ outcome, language, words }) => {
    if (outcome.kind !== told.outcome.kind || language !== told.language) return false;
    const smaller = Math.min(words.size, told.words.size);
    let shared = 0;
    for (const word of words) if (told.words.has(word)) shared++;
    return smaller > 0 && shared >= smaller * overlapFloor;
  });
}

function samePaper({ tellings }: Gathered, told: Told): boolean {
  if (tellings.some(({ language }) => language === told.language)) return false;
  return tellings.every(
    ({ outcome, alone }) =>
      isOfOneKind(outcome, told.outcome) && (outcome.instrument !== undefined || (alone && told.alone)),
  );
}

function wordsOf(text: string): Set<string> {
  return new Set(
    tokenize(text)
      .filter((token) => token.kind !== 'punctuation' && token.folded.length > 2)
      .map((token) => token.folded),
  );
}

function byDetail(a: Report, b: Report): number {
  return b.meeting.outcomes.length - a.meeting.outcomes.length || (a.key < b.key ? -1 : 1);
}
