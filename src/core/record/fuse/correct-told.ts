import type { Meeting, OutcomeKind, Standing } from '../../model/record.ts';
import { foldText } from '../../text/normalise.ts';
import { tokenize } from '../../text/tokens.ts';
import type { Draft } from './build-meeting.ts';

const outcomeKinds: Readonly<Record<OutcomeKind, true>> = {
  agreed: true,
  signed: true,
  created: true,
  relaunched: true,
  invited: true,
  announced: true,
  roadmap: true,
};
const byEditor: Standing = { certainty: 1, independentSources: 0, state: 'editor', claimIds: [], basis: 'editor' };
/** Share of words that the outcome of an older fusion and its present words have in common. */
const sameWordsFloor = 0.6;

/**
 * What was agreed, by its words: null takes it out, a text puts it right, `{kind, text}` adds what no report tells. A
 * report that comes later may give the outcome in other words; its tellings and most of its words still find it.
 */
export function changeOutcome(draft: Draft, key: string, value: unknown): Draft | string {
  const found = findByWords(draft.outcomes, key, ({ text, tellings = [] }) => [
    text,
    ...tellings.map((telling) => telling.text),
  ]);
  if (isRecord(value)) {
    if (found !== undefined) return draft;
    const { kind, text } = value;
    if (!isWords(text) || typeof kind !== 'string' || !Object.hasOwn(outcomeKinds, kind))
      return invalid(`outcome:${key}`);
    const outcome = {
      kind: kind as OutcomeKind,
      text,
      strength: 'commitment' as const,
      standing: byEditor,
      evidence: [],
    };
    return { ...draft, outcomes: [...draft.outcomes, outcome] };
  }
  if (found === undefined) return `The meeting has no outcome “${key}”.`;
  if (value !== null && !isWords(value)) return invalid(`outcome:${key}`);
  return { ...draft, outcomes: corrected(draft.outcomes, found, value) };
}

/** What was said, by its words; `{speaker, text}` adds what no report tells. */
export function changeStatement(draft: Draft, key: string, value: unknown): Draft | string {
  const found = findByWords(draft.statements, key, ({ text }) => [text]);
  if (isRecord(value)) {
    if (found !== undefined) return draft;
    const { speaker, text } = value;
    if (!isWords(text) || !isWords(speaker)) return invalid(`statement:${key}`);
    return {
      ...draft,
      statements: [...draft.statements, { speaker, direct: false, text, standing: byEditor, evidence: [] }],
    };
  }
  if (found === undefined) return `The meeting has no statement “${key}”.`;
  if (value !== null && !isWords(value)) return invalid(`statement:${key}`);
  return { ...draft, statements: corrected(draft.statements, found, value) };
}

/** The words that stand there, or null. */
export function toldWords(
  draft: Pick<Draft, 'outcomes' | 'statements'>,
  field: 'outcome' | 'statement',
  key: string,
): string | null {
  const list: readonly { readonly text: string }[] = field === 'outcome' ? draft.outcomes : draft.statements;
  return findByWords(list, key, ({ text }) => [text])?.text ?? null;
}

function corrected<T extends Meeting['outcomes'][number] | Meeting['statements'][number]>(
  list: readonly T[],
  found: T,
  text: string | null,
): T[] {
  return list.flatMap((one) =>
    one !== found
      ? [one]
      : text === null
        ? []
        : [{ ...one, text, standing: { ...(one.standing ?? byEditor), ...byEditor } }],
  );
}

function findByWords<T>(list: readonly T[], key: string, textsOf: (one: T) => readonly string[]): T | undefined {
  const folded = foldText(key);
  const exact = list.find((one) => textsOf(one).some((text) => foldText(text) === folded));
  if (exact !== undefined) return exact;
  const words = wordsOf(key);
  const alike = list.filter((one) => textsOf(one).some((text) => shared(words, wordsOf(text)) >= sameWordsFloor));
  return alike.length === 1 ? alike[0] : undefined;
}

function wordsOf(text: string): Set<string> {
  return new Set(tokenize(text).flatMap((token) => (token.kind === 'punctuation' ? [] : [token.folded])));
}

function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let common = 0;
  for (const word of a) if (b.has(word)) common++;
  return common / Math.max(1, Math.max(a.size, b.size));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function isWords(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}

function invalid(field: string): string {
  return `The value does not fit the field ${field}.`;
}
