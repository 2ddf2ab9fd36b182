/** A field that a dump glued to the front of a text: ` date 2024-01-19 The minister …`. */
const leadingDate =
  /^\s*(?:date|published|publi[ée] le|publicado|fecha|نشر|تاريخ)?\s*:?\s*\d{4}-\d{2}(?:-\d{2})?(?:[ T]\d{2}:\d{2}(?::\d{2})?)?\s+(?!\d{1,2}:\d)(?=["'«“(]?[\p{L}\p{N}])/iu;

/** The file name of a picture glued to the text that follows it: `minister-in-rabatThe minister …`. */
const leadingSlug = /^\s*[a-z0-9]+(?:-[a-z0-9]+){2,}(?=\p{Lu}\p{Ll}|[^\p{L}\p{N}]?\p{Lo})/u;

/** A note about a change glued to the end: `… jusqu'au soir. Article modifié le 03/02/2021 à 9h12`. */
const closingNote =
  /[.!?»”"]\s+((?:article )?(?:modifi[ée] le|mis [àa] jour le|last updated|updated on|actualizado el|آخر تحديث)\s[^.]{6,40})$/iu;

/** The link that ends an embedded post and the name, handle and day that sign it. */
const postEnd =
  /(?:pic\.(?:twitter|x)\.com\/\w+|https:\/\/t\.co\/\w+)(?:\s*[—–-]\s*[^()]{1,60}\(@\w{1,20}\)\s*(?:\p{L}{3,10}\.? \d{1,2}, \d{4}|\d{1,2} \p{L}{3,10}\.? \d{4}))/gu;

/**
 * Where a line of a dump holds several things that the page showed apart, the ranges of each: a date before the text, a
 * post embedded in a paragraph, a note of change after it. One range when the line is whole.
 */
export function splitGlued(line: string): readonly (readonly [start: number, end: number])[] {
  const cuts = new Set<number>();
  const head = leadingDate.exec(line.slice(0, 60));
  if (head && head[0].length < line.length) cuts.add(head[0].length);
  const slug = leadingSlug.exec(line.slice(0, 120));
  if (slug) cuts.add(slug[0].length);
  const note = closingNote.exec(line.slice(-90));
  if (note) cuts.add(line.length - (note[1] as string).length);
  if (line.includes('(@')) {
    for (const match of line.matchAll(postEnd)) {
      cuts.add(sentenceStart(line, match.index));
      cuts.add(match.index + match[0].length);
    }
  }
  const points = [0, ...[...cuts].sort((a, b) => a - b), line.length];
  return points.slice(1).map((end, i) => [points[i] as number, end] as const);
}

/** Start of the sentence that ends before `at`: an embedded post is at least its last sentence. */
function sentenceStart(line: string, at: number): number {
  const from = Math.max(0, at - 400);
  // The sentence's own full stop stands right before the link: look for the one before it.
  const before = line.slice(from, at).replace(/[\s.!?…]+$/, '');
  let start = from === 0 ? 0 : -1;
  for (const match of before.matchAll(/(?<=\p{L}{3}|\d|[»”"])[.!?…]["»”]?\s+(?=[\p{Lu}\p{Lo}"«“#@])/gu)) {
    start = from + match.index + match[0].length;
  }
  return start < 0 ? from : start;
}
