import type { RecordContext } from '../../context.ts';
import type { PersonMention } from './mentions.ts';

/** A family name shorter than this is too often another word. */
const SHORTEST = 4;

/**
 * Adds the places where a person named before is called by the family name alone. Only for scripts without capitals,
 * where nothing else shows that the word is a name. Keeps the order of the text.
 */
export function addFamilyNames(context: RecordContext, mentions: readonly PersonMention[]): PersonMention[] {
  const { tokens } = context.document;
  const families = new Set<string>();
  for (const { sentence, name } of mentions) {
    if (name === undefined || name.lastToken - name.firstToken < 2) continue;
    if (context.sentences[sentence]?.lexicon.pack.capitals !== false) continue;
    const word = tokens[name.lastToken - 1]?.folded ?? '';
    if (word.length >= SHORTEST) families.add(word);
  }
  if (families.size === 0) return [...mentions];
  const taken = new Set<number>();
  for (const { firstToken, lastToken } of mentions) for (let i = firstToken; i < lastToken; i++) taken.add(i);
  const found: PersonMention[] = [];
  context.sentences.forEach((tagged, sentence) => {
    if (tagged.lexicon.pack.capitals) return;
    for (let i = tagged.sentence.firstToken; i < tagged.sentence.lastToken; i++) {
      const word = tokens[i]?.folded ?? '';
      // "والسوداني": the letter for "and" is written on the name.
      const alone = families.has(word) || (word.startsWith('و') && families.has(word.slice(1)));
      // "الشيخ" is also a title, and then not the family name of somebody.
      if (taken.has(i) || !alone || tagged.honorifics.has(i)) continue;
      const name = { firstToken: i, lastToken: i + 1 };
      found.push({ sentence, ...name, name, roles: [], titled: false });
    }
  });
  return [...mentions, ...found].sort((a, b) => a.firstToken - b.firstToken);
}
