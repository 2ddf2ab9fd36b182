/** Longest a source file may be. Lists of words and places are data and may be longer. */
export const maxLines = 400;
export const maxDataLines = 1500;

const data = /^src\/core\/(?:languages|gazetteer)\//;

/** A sentence when a file is too long, else undefined. */
export function sizeProblem(name, text) {
  const lines = text.split('\n').length - 1;
  const limit = data.test(name) ? maxDataLines : maxLines;
  return lines > limit ? `${name}: ${lines} lines, more than ${limit}` : undefined;
}
