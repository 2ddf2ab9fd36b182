/** `c12` is row 12 of the things whose ids begin with `c`. */
export function seqOf(letter: string, id: string): number | undefined {
  const digits = id.startsWith(letter) ? id.slice(letter.length) : '';
  return /^[1-9]\d{0,8}$/.test(digits) ? Number(digits) : undefined;
}
