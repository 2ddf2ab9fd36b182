const letter = /\p{L}/u;
const letterOrMark = /[\p{L}\p{M}]/u;
const digit = /\p{Nd}/u;
const number = /\p{N}/u;

/**
 * What each UTF-16 unit is, filled as units are met: a pure memo of the expressions, which cost far more than a
 * look into a table.
 */
const kinds = new Uint8Array(0x10000);
const kind = { unknown: 0, other: 1, number: 2, digit: 3, mark: 4, letter: 5 } as const;

function kindOf(code: number): number {
  const known = kinds[code];
  // Beyond the end of a text.
  if (known === undefined) return kind.other;
  return known === kind.unknown ? learn(code) : known;
}

function learn(code: number): number {
  const character = String.fromCharCode(code);
  const found = letter.test(character)
    ? kind.letter
    : letterOrMark.test(character)
      ? kind.mark
      : digit.test(character)
        ? kind.digit
        : number.test(character)
          ? kind.number
          : kind.other;
  kinds[code] = found;
  return found;
}

/** Whether a UTF-16 unit is a letter. Halves of surrogate pairs are none: look at the whole pair. */
export function isLetter(code: number): boolean {
  return kindOf(code) === kind.letter;
}

/** Whether a UTF-16 unit is a letter or a mark that belongs to one. */
export function isLetterOrMark(code: number): boolean {
  return kindOf(code) >= kind.mark;
}

/** Whether a UTF-16 unit is a decimal digit of any script. */
export function isDigit(code: number): boolean {
  return kindOf(code) === kind.digit;
}

/** Whether a UTF-16 unit is a letter or a number of any kind. */
export function isLetterOrNumber(code: number): boolean {
  const found = kindOf(code);
  return found === kind.letter || found === kind.digit || found === kind.number;
}
