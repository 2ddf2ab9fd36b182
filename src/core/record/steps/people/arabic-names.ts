import type { Token } from '../../../text/tokens.ts';
import type { TaggedSentence } from '../../context.ts';
import { type NameRun, readArabicName } from './names.ts';
import type { RolePhrase } from './roles.ts';

/** Names that follow a role phrase or an honorific; Arabic has no capitals to see others by. */
export function arabicNames(
  tagged: TaggedSentence,
  tokens: readonly Token[],
  phrases: readonly RolePhrase[],
): NameRun[] {
  const names: NameRun[] = [];
  const starts = new Set<number>(
    phrases.filter((phrase) => !phrase.bare || phrase.countries.length > 0).map((phrase) => phrase.lastToken),
  );
  // "وزيرا الخارجية السعودي A والإيراني B": behind the second adjective stands the second name.
  for (const phrase of phrases) {
    if (!phrase.plural || phrase.countries.length !== 1) continue;
    for (const country of tagged.countries) {
      const glued = tokens[country.firstToken]?.folded.startsWith('و') === true;
      if (glued && country.kind === 'demonym' && country.firstToken > phrase.lastToken) starts.add(country.lastToken);
    }
  }
  const titled = new Set(starts);
  let reached = -1;
  for (const honorific of [...tagged.honorifics.values()].sort((a, b) => a.firstToken - b.firstToken)) {
    // "صاحب السمو الملكي" is one title, not the title "السمو" before a name.
    if (honorific.lastToken <= reached) continue;
    // "ولد الشيخ أحمد": a title inside a name begins no other.
    if (tagged.lexicon.particles.has(tokens[honorific.firstToken - 1]?.folded ?? '')) continue;
    starts.add(honorific.lastToken);
    reached = honorific.lastToken;
  }
  // "أجرى سامح شكري، وزير الخارجية، …": a name right after the verb counts when its role follows.
  const afterVerb = new Set<number>();
  for (const trigger of tagged.triggers) if (trigger.value.subjectAfter === true) afterVerb.add(trigger.firstToken + 1);
  for (const start of afterVerb) starts.add(start);
  // "مع سالم الرشيد وزير …": behind "with" and "between" too, when it is a name of two words or more.
  const afterWith = new Set<number>();
  for (const { value, firstToken, lastToken } of tagged.words) {
    if ((value === 'with' || value === 'between') && (tokens[firstToken]?.folded.length ?? 0) > 1)
      afterWith.add(lastToken);
  }
  // "اجتمع اليوم بالعاصمة ليما سالم الرشيد وزير …": place and time stand between verb and subject.
  if (afterVerb.size > 0) for (const place of tagged.places) afterWith.add(place.lastToken);
  // "ترأس الجانب الدنماركي يان هولم نائب الوزير": behind the side that somebody leads.
  for (const country of tagged.countries) {
    if (tagged.lexicon.sideNouns.has(tokens[country.firstToken - 1]?.folded ?? '')) afterWith.add(country.lastToken);
  }
  // "التقى اليوم السبت، كارن هولم رئيسة …", "بين …، وسالم بن ناصر، الوزير …": behind a comma, with "and" or without.
  const afterComma = new Set<number>();
  for (let i = tagged.sentence.firstToken; i < tagged.sentence.lastToken; i++)
    if (tokens[i]?.folded === ',') afterComma.add(i + 1);
  for (const start of afterComma) afterWith.add(start);
  for (const start of afterWith) starts.add(start);
  const inside = new Set<number>();
  for (const phrase of phrases) for (let i = phrase.firstToken; i < phrase.lastToken; i++) inside.add(i);
  let last = 0;
  for (const start of [...starts].sort((a, b) => a - b)) {
    let at = start;
    if (tokens[at]?.folded === ',' && phrases.some((phrase) => phrase.lastToken === at)) at++;
    for (let n = 0; n < 6; n++) {
      const honorific = tagged.honorifics.get(at);
      if (honorific === undefined) break;
      at = honorific.lastToken;
    }
    if (at < last || inside.has(at)) continue;
    const unsure = at === start && (afterVerb.has(start) || (afterWith.has(start) && !titled.has(start)));
    const end = readArabicName(tagged, tokens, at, unsure);
    if (unsure && afterWith.has(start) && (end - at < 2 || holdsTitle(tagged, at, end))) continue;
    if (end > at && (!unsure || roleFollows(tokens, phrases, end))) {
      const glued = unsure && afterComma.has(at) && GLUED_AND.test(tokens[at]?.folded ?? '');
      names.push({ firstToken: at, lastToken: end, ...(glued ? { glued } : {}) });
      last = end;
    }
  }
  return names;
}

/** "، يرافقه معالي سالم الرشيد رئيس …": a title inside shows that the words before it are no name. */
function holdsTitle(tagged: TaggedSentence, from: number, to: number): boolean {
  const inside = ({ firstToken }: { readonly firstToken: number }): boolean => firstToken >= from && firstToken < to;
  return (
    [...tagged.honorifics.values()].some(inside) ||
    tagged.words.some((word) => word.value === 'presence' && inside(word))
  );
}

/** "و" before a word of three letters or more. */
const GLUED_AND = /^و\S{3}/;

function roleFollows(tokens: readonly Token[], phrases: readonly RolePhrase[], at: number): boolean {
  const from = tokens[at]?.folded === ',' ? at + 1 : at;
  return phrases.some((phrase) => phrase.firstToken === from && !phrase.joined);
}
