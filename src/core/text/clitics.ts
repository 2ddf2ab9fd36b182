const CONJUNCTIONS = 'وف';
const PREPOSITIONS = 'بلك';
const ARTICLE = 'ال';
/** A stem shorter than this is left alone: `ول` is not `و` + `ل`. */
const SHORTEST = 2;

/**
 * Other readings of a folded Arabic word: without conjunction, preposition, future `س` and article, and `لل` read as
 * `ل` + `ال`. The word itself is not among them. Empty for words of other scripts.
 */
export function cliticForms(folded: string): readonly string[] {
  const first = folded.charCodeAt(0);
  if (first < 0x620 || first > 0x64a || folded.length <= SHORTEST) return NONE;
  const letter = folded.charAt(0);
  if (!CONJUNCTIONS.includes(letter) && !PREPOSITIONS.includes(letter) && letter !== 'س' && letter !== 'ا') return NONE;
  const known = memo.get(folded);
  if (known !== undefined) return known;
  if (memo.size >= MOST_REMEMBERED) memo.clear();
  const forms = readForms(folded);
  memo.set(folded, forms);
  return forms;
}

/** Every matcher asks for the same words: a bounded memo of a pure function. */
const memo = new Map<string, readonly string[]>();
const MOST_REMEMBERED = 20_000;

function readForms(folded: string): readonly string[] {
  const letter = folded.charAt(0);
  const forms: string[] = [];
  addForms(folded, forms, true);
  if (CONJUNCTIONS.includes(letter) && folded.length > SHORTEST) {
    const rest = folded.slice(1);
    forms.push(rest);
    addForms(rest, forms, true);
  }
  return forms;
}

const NONE: readonly string[] = [];

function addForms(word: string, forms: string[], preposition: boolean): void {
  if (word.startsWith(ARTICLE)) {
    if (word.length - 2 >= SHORTEST) forms.push(word.slice(2));
    return;
  }
  const letter = word.charAt(0);
  const rest = word.slice(1);
  if (rest.length < SHORTEST) return;
  if (letter === 'س' && 'ينتا'.includes(rest.charAt(0))) forms.push(rest);
  if (!preposition || !PREPOSITIONS.includes(letter)) return;
  if (letter === 'ل' && rest.startsWith('ل')) {
    // `للداخليه` = ل + الداخليه; `للبنان` = ل + لبنان
    forms.push(ARTICLE + rest.slice(1), rest.slice(1), rest);
    return;
  }
  forms.push(rest);
  addForms(rest, forms, false);
}
