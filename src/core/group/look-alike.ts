import type { ReportedMeeting } from '../model/record.ts';
import { spanOfEdtf } from '../record/fuse/reports.ts';
import { nameParts, sameName, wordSimilarity } from '../record/names.ts';
import { tokenize } from '../text/tokens.ts';
import type { GroupArticle } from './group-article.ts';

/**
 * What tells two texts of one template apart: communiqués about different meetings share nearly every word except
 * the counterpart, the day and the names.
 */
export interface Signature {
  readonly main?: ReportedMeeting;
  /** Of the main meeting. */
  readonly countries: readonly string[];
  /** Of all meetings that are news in the text. */
  readonly allCountries: ReadonlySet<string>;
  readonly day?: number;
  /** The day was said in so many words, not read from a weekday and the day of printing. */
  readonly exactDay: boolean;
  readonly published?: { readonly from: number; readonly to: number };
  /** Last words of the names in the text, folded. */
  readonly names: ReadonlySet<string>;
  /** Every capitalised word, folded. */
  readonly capitals: ReadonlySet<string>;
}

export function signatureOf(article: GroupArticle): Signature {
  const main = article.meetings?.find((meeting) => meeting.prominence === 'main');
  const span = main?.when.edtf === undefined ? undefined : spanOfEdtf(main.when.edtf);
  const published = article.published === undefined ? undefined : spanOfEdtf(article.published);
  return {
    ...(main === undefined ? {} : { main }),
    countries: main === undefined ? [] : [...new Set(main.sides.map((side) => side.country))].sort(),
    allCountries: new Set(
      (article.meetings ?? [])
        .filter((meeting) => meeting.prominence !== 'background')
        .flatMap((meeting) => meeting.sides.map((side) => side.country)),
    ),
    ...(span === undefined || span.from !== span.to ? {} : { day: span.from }),
    exactDay: main?.when.basis === 'explicit',
    ...(published === undefined ? {} : { published }),
    ...namesIn(article.text),
  };
}

/** Days between two printings of one dispatch; later ones are reprints of another year's template. */
const longestReprint = 14;

/** True when the records of two texts tell of different meetings, whatever the words have in common. */
export function tellsOfAnother(a: Signature, b: Signature): boolean {
  if (a.countries.length > 1 && b.countries.length > 1) {
    // One text may lead with another of its meetings; a counterpart that the other never names is another meeting.
    const known = a.countries.every((country) => b.allCountries.has(country));
    if (!known && !b.countries.every((country) => a.allCountries.has(country))) return true;
  }
  if (a.day !== undefined && b.day !== undefined && Math.abs(a.day - b.day) > 1 && (a.exactDay || b.exactDay))
    return true;
  if (yearsApart(a, b)) return true;
  return a.main !== undefined && b.main !== undefined && otherPeople(a.main, b.main);
}

/** Printed so far apart that not even the same words are the same news. */
export function yearsApart(a: Signature, b: Signature): boolean {
  if (a.published === undefined || b.published === undefined) return false;
  return a.published.from > b.published.to + longestReprint || b.published.from > a.published.to + longestReprint;
}

/** Each text names somebody whom the other does not know: nobody cuts one minister out and puts another in. */
export function namesOthers(a: Signature, b: Signature, isRare: (name: string) => boolean): boolean {
  return hasStranger(a.names, b.capitals, isRare) && hasStranger(b.names, a.capitals, isRare);
}

/** Both name the holder of one office of one country, and it is not the same person. */
function otherPeople(a: ReportedMeeting, b: ReportedMeeting): boolean {
  for (const side of a.sides) {
    const other = b.sides.find((one) => one.country === side.country);
    if (other === undefined) continue;
    for (const one of side.participants) {
      if (one.name === undefined || one.capacity !== 'principal') continue;
      const rivals = other.participants.filter(
        (rival) => rival.name !== undefined && rival.capacity === 'principal' && rival.roleCode === one.roleCode,
      );
      if (rivals.length === 0) continue;
      const parts = nameParts(one.name.full);
      if (!rivals.some((rival) => sameName(parts, nameParts(rival.name?.full ?? '')))) return true;
    }
  }
  return false;
}

/** Above it two capitalised words are spellings of one name. Stricter than for people: here every word is compared with every other. */
const sameWordFloor = 0.82;

function hasStranger(
  names: ReadonlySet<string>,
  others: ReadonlySet<string>,
  isRare: (name: string) => boolean,
): boolean {
  for (const name of names) {
    if (others.has(name) || !isRare(name)) continue;
    let known = false;
    for (const other of others) known ||= wordSimilarity(name, other) >= sameWordFloor;
    if (!known) return true;
  }
  return false;
}

/** Last words of runs of two to four capitalised words inside a sentence. Arabic has no capitals: the record speaks there. */
function namesIn(text: string): { names: Set<string>; capitals: Set<string> } {
  const names = new Set<string>();
  const capitals = new Set<string>();
  const tokens = tokenize(text);
  let run = 0;
  let sentenceStart = true;
  for (const [position, token] of tokens.entries()) {
    if (token.upper) capitals.add(token.folded);
    if (token.kind === 'word' && token.upper && !sentenceStart) run++;
    else {
      const last = tokens[position - 1];
      if (run >= 2 && run <= 4 && last !== undefined && last.folded.length > 3) names.add(last.folded);
      run = 0;
    }
    sentenceStart = token.kind === 'punctuation' && /[.!?"»:]/.test(token.folded);
  }
  return { names, capitals };
}
