import type { Span } from '../model/evidence.ts';

/** What a reader wrote, and what is known of them. */
export interface CommentToJudge {
  readonly text: string;
  readonly author: {
    /** Works at the desk: is not held. */
    readonly trusted: boolean;
    /** Age of the account. */
    readonly hours: number;
    /** Comments of theirs that everybody can read. */
    readonly shown: number;
    readonly rejected: number;
  };
  /** The same text on this site lately, by the author and by others. */
  readonly sameOwn: number;
  readonly sameOthers: number;
}

/** `refuse` is told to the author at once, `hold` lets a moderator decide. */
export interface Finding {
  readonly action: 'refuse' | 'hold';
  readonly reason: string;
  /** The part of the text it is about. */
  readonly span?: Span;
}

/** One question of moderation. Phases know nothing of each other and change nothing. */
export interface ModerationPhase {
  readonly name: string;
  readonly judge: (comment: CommentToJudge) => readonly Finding[];
}

export interface ModerationReason {
  readonly phase: string;
  readonly reason: string;
  /** The words themselves. */
  readonly text?: string;
}

export interface Judgement {
  readonly verdict: 'show' | 'hold' | 'refuse';
  /** Of the verdict; empty when it is shown. */
  readonly reasons: readonly ModerationReason[];
}

/** Of one phase: a text full of links says so once. */
const mostOfPhase = 3;

/**
 * Asks the phases in order. The first that refuses ends it; everything that holds is gathered, for the moderator to see.
 * @param off names of phases that are not asked
 */
export function moderate(
  comment: CommentToJudge,
  phases: readonly ModerationPhase[],
  off: ReadonlySet<string> = new Set(),
): Judgement {
  const held: ModerationReason[] = [];
  for (const { name, judge } of phases) {
    if (off.has(name)) continue;
    const findings = judge(comment);
    const refused = findings.filter(({ action }) => action === 'refuse');
    const toReason = ({ reason, span }: Finding): ModerationReason => ({
      phase: name,
      reason,
      ...(span === undefined ? {} : { text: comment.text.slice(span.start, span.end) }),
    });
    if (refused.length > 0) return { verdict: 'refuse', reasons: refused.slice(0, mostOfPhase).map(toReason) };
    held.push(...findings.slice(0, mostOfPhase).map(toReason));
  }
  return held.length === 0 || comment.author.trusted
    ? { verdict: 'show', reasons: [] }
    : { verdict: 'hold', reasons: held };
}
