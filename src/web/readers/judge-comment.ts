import { builtinIdentifier } from '../../core/language/detect-language.ts';
import { type Judgement, moderate } from '../../core/moderation/moderate.ts';
import { moderationPhases } from '../../core/moderation/phases.ts';
import { hash64 } from '../../core/text/hash.ts';
import { foldText } from '../../core/text/normalise.ts';
import type { Account } from '../../store/accounts/accounts.ts';
import type { CommentStore } from '../../store/readers/commenting.ts';
import type { ReaderSettings } from './reader-settings.ts';

export interface JudgedComment extends Judgement {
  readonly print: string;
  readonly language: string;
}

/** What the phases say of a text, then what the judge outside says, where there is one. */
export async function judgeComment(
  {
    comments,
    settings,
    now,
  }: { readonly comments: CommentStore; readonly settings: ReaderSettings; readonly now: Date },
  account: Account,
  comment: { readonly text: string; readonly articleId: string; readonly except?: string },
): Promise<JudgedComment> {
  const { text, articleId, except } = comment;
  const print = printOf(text);
  const author = await comments.author(account.id, print, except);
  const { language, certainty } = builtinIdentifier.identify(text);
  const told = { print, language: certainty >= sureEnough ? language : 'und' };
  const judged = moderate(
    {
      text,
      author: {
        trusted: account.role !== 'reader',
        hours: (now.getTime() - Date.parse(account.createdAt)) / 3_600_000,
        shown: author.shown,
        rejected: author.rejected,
      },
      sameOwn: author.sameOwn,
      sameOthers: author.sameOthers,
    },
    moderationPhases,
  );
  if (judged.verdict === 'refuse' || settings.judge === undefined || account.role !== 'reader')
    return { ...judged, ...told };
  const reasons = await settings.judge({ text, articleId, language: told.language, shownBefore: author.shown });
  if (reasons.length === 0) return { ...judged, ...told };
  return { verdict: 'hold', reasons: [...judged.reasons, ...reasons], ...told };
}

const sureEnough = 0.6;

/** The same for texts that differ in capitals, accents, signs and spaces only. */
function printOf(text: string): string {
  return hash64(foldText(text).replace(/[^\p{L}\p{N}]/gu, ''));
}
