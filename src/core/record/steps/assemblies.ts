import type { Trigger } from '../../languages/language-pack.ts';
import type { Match } from '../../text/matcher.ts';
import type { RecordContext, TaggedSentence } from '../context.ts';
import type { People } from './people/entities.ts';
import type { PersonMention } from './people/mentions.ts';

/** Principals of three countries or more stand in one sentence. */
export function comeTogether(people: People, mentions: readonly PersonMention[]): boolean {
  const states = mentions.map(people.entityOf).filter((entity) => entity?.rank === 'state');
  return new Set(states.map((entity) => entity?.country).filter((code) => code !== undefined)).size >= 3;
}

/** "The Moroccan side meets its Spanish counterpart on Saturday in the cup": nobody there holds an office. */
export function isGame(context: RecordContext, tagged: TaggedSentence, mentions: readonly PersonMention[]): boolean {
  const { sports } = tagged.lexicon;
  const { firstToken, lastToken } = tagged.sentence;
  let game = false;
  for (let i = firstToken; i < lastToken && !game; i++) game = sports.has(context.document.tokens[i]?.folded ?? '');
  return game && !mentions.some(({ roles }) => roles.some((role) => role.rank === 'state' && !role.counterpart));
}

/** Words between the ministers and the word for their region: "des Affaires étrangères [des pays]". */
const BLOC_REACH = 3;

/**
 * "The Arab foreign ministers hold a meeting": the subject is an assembly, so a single minister beside it speaks to it
 * or chairs it, and meets nobody in particular.
 */
export function isAssembly(
  context: RecordContext,
  tagged: TaggedSentence,
  trigger: Match<Trigger>,
  mentions: readonly PersonMention[],
): boolean {
  const { tokens } = context.document;
  const assembly = mentions.find((mention) => {
    const [role] = mention.roles;
    if (role?.plural !== true || role.counterpart || mention.country !== undefined) return false;
    const from = tagged.lexicon.pack.portfolioFirst ? mention.firstToken - 1 : mention.lastToken;
    for (let i = from; i < Math.min(from + BLOC_REACH, tagged.sentence.lastToken); i++) {
      if (tagged.lexicon.blocs.has(tokens[i]?.folded ?? '')) return true;
    }
    return false;
  });
  if (assembly === undefined) return false;
  const subject = mentions.filter((mention) => mention.lastToken <= trigger.firstToken).at(-1);
  if (subject === assembly) return true;
  const object = mentions.find((mention) => mention.firstToken >= trigger.firstToken);
  return object === assembly;
}
