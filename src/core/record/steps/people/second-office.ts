import type { Token } from '../../../text/tokens.ts';
import type { TaggedSentence } from '../../context.ts';
import type { NameRun } from './names.ts';
import type { RolePhrase } from './roles.ts';

/** "President X of Ghana and chairman of the African Union": the post in an organisation is X's too. */
export function isSecondOffice(
  tagged: TaggedSentence,
  tokens: readonly Token[],
  phrase: RolePhrase,
  named: readonly { readonly lastToken: number; readonly name?: NameRun }[],
): boolean {
  if (phrase.rank !== 'organisation' || phrase.plural) return false;
  return named.some(
    ({ lastToken, name }) =>
      name !== undefined &&
      tokens[lastToken]?.folded !== ',' &&
      tagged.joiners.get(lastToken)?.lastToken === phrase.firstToken,
  );
}
