/** Longest a source file may be. Tests are tables and may be longer, lists of words and places are data and longer still. */
export const maxLines = 400;
const maxTestLines = 600;
const maxDataLines = 1500;

const data = /^src\/core\/(?:languages|gazetteer)\//;

/** A sentence when a file is too long, else undefined. */
export function sizeProblem(name, text) {
  const lines = text.split('\n').length - 1;
  const limit = data.test(name) ? maxDataLines : name.includes('.test.') ? maxTestLines : maxLines;
  return lines > limit ? `${name}: ${lines} lines, more than ${limit}` : undefined;
}
