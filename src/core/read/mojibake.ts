/**
 * Text that went through a wrong decoder once before it was saved: UTF-8 read as windows-1252 and written as UTF-8 again
 * ("Ã©" for "é", "â€™" for "’", "Ø§Ù„" for "ال"). Gives the offset of the first such place when they are the rule, not an
 * accident: a page about encodings may quote one.
 */
export function findMojibake(source: string): number | undefined {
  const sample = source.slice(0, 200_000);
  // Most pages hold none of the letters that such text is full of.
  if (!sample.includes('Ã') && !sample.includes('â€') && !sample.includes('Ø') && !sample.includes('Ù'))
    return undefined;
  const pattern =
    /Ã[\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]|â€[\u0080-\u00bf\u0152\u0153\u2122\u201c\u201d\u02dc\u0153\u009d”¦“™˜œ]|(?:[ØÙ][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]){2}/g;
  let first: number | undefined;
  let found = 0;
  for (const match of sample.matchAll(pattern)) {
    first ??= match.index;
    if (++found >= 200) break;
  }
  if (first === undefined || found < 3) return undefined;
  // Letters outside ASCII that are whole: where they are many, the text is sound and quotes a few broken ones.
  const sound =
    sample.replace(pattern, '').match(/[à-öø-þ\u0100-\u0151\u0180-\u0191\u0370-\u1fff\u2e80-\ud7ff]/g)?.length ?? 0;
  return found * 3 > sound ? first : undefined;
}
