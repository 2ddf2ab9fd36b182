import type { Meeting, Outcome } from '../../model/record.ts';
import { tokenize } from '../../text/tokens.ts';
import type { Report } from './reports.ts';
import { type ItemVote, itemVote, standingOf } from './standing.ts';
import { evidenceOf } from './votes.ts';

interface Gathered {
  readonly outcome: Outcome;
  readonly words: ReadonlySet<string>;
  readonly language: string;
  readonly votes: ItemVote[];
}

/** Share of the shorter text's words that two tellings of one outcome in one language have in common. */
const overlapFloor = 0.5;

/**
 * One list out of what the reports say was agreed. Tellings in one language are compared by their words; across
 * languages only the kind of paper can be compared.
 */
export function fuseOutcomes(reports: readonly Report[], sourceOf: ReadonlyMap<string, number>): Meeting['outcomes'] {
  const gathered: Gathered[] = [];
  for (const report of [...reports].sort(byDetail)) {
    const own: Gathered[] = [];
    for (const outcome of report.meeting.outcomes) {
      const candidate: Gathered = {
        outcome,
        words: wordsOf(outcome.text),
        language: report.source.language,
        votes: [itemVote(report, sourceOf, 'outcome', outcome)],
      };
      const known = gathered.find((one) => sameOutcome(one, candidate));
      if (known === undefined) own.push(candidate);
      else known.votes.push(...candidate.votes);
    }
    // Outcomes of one report are different ones: they only meet those of other reports.
    gathered.push(...own);
  }
  return gathered
    .map((one, position) => ({ ...one, position }))
    .sort((a, b) => b.votes.length - a.votes.length || a.position - b.position)
    .map(({ outcome, language, votes }) => ({
      kind: outcome.kind,
      text: outcome.text,
      ...(outcome.instrument === undefined ? {} : { instrument: outcome.instrument }),
      strength: outcome.strength,
      language,
      standing: standingOf(votes),
      evidence: evidenceOf(votes),
    }));
}

function sameOutcome(a: Gathered, b: Gathered): boolean {
  if (a.outcome.kind !== b.outcome.kind) return false;
  if (a.language !== b.language) {
    return a.outcome.instrument !== undefined && a.outcome.instrument === b.outcome.instrument;
  }
  const smaller = Math.min(a.words.size, b.words.size);
  if (smaller === 0) return false;
  let shared = 0;
  for (const word of a.words) if (b.words.has(word)) shared++;
  return shared >= smaller * overlapFloor;
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
