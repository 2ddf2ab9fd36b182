import { allPacks, languagePacks } from '../languages/packs.ts';
import { foldName } from '../text/normalise.ts';
import { phrasesOfAll } from './page-word-index.ts';

const byName = new Map<string, string>();
for (const { agency, names } of [...languagePacks.en.agencies, ...allPacks.flatMap((pack) => pack.agencies)]) {
  for (const name of names.split('|')) {
    const folded = foldName(name);
    if (!byName.has(folded)) byName.set(folded, agency);
  }
}

const sources = phrasesOfAll('source');
/** What may stand before the name in a signature: "avec", "Source", "con información de". */
const leads = new Set([...sources, ...phrasesOfAll('withAgency'), ...phrasesOfAll('by')]);
const several = new Set(phrasesOfAll('agencies'));

const nameWords = new Set([...byName.keys()].flatMap((name) => name.split(' ')));
const sourceWords = new Set([...sources, ...several].flatMap((name) => name.split(' ')));

/** Whether any word of a folded line belongs to an agency's name or a source note: spares the search of most lines. */
export function mayNameAgency(folded: string): boolean {
  return folded.split(' ').some((word) => nameWords.has(word) || sourceWords.has(word));
}

/** Short name of the agency that a text names and nothing else: `Xinhua`, `(MAP)`, `واس`. */
export function agencyNamed(text: string): string | undefined {
  if (text.length > 60) return undefined;
  return byName.get(foldName(text));
}

/** The text names agencies without saying which: `وكالات`, `Agences`. */
export function namesSomeAgency(text: string): boolean {
  return text.length < 40 && several.has(foldName(text));
}

export interface AgencyHit {
  readonly agency: string;
  /** Offsets in the text that was searched. */
  readonly start: number;
  readonly end: number;
}

/**
 * The agency that signs a short line: alone (`Xinhua`), after a source word or an outlet's name and a colon
 * (`Source: Map`, `Aldar: map`), after a slash or dash (`Rabat - MAP`, `Le360 (avec MAP)`).
 */
export function signingAgency(line: string): AgencyHit | undefined {
  if (line.length > 90) return undefined;
  const whole = agencyNamed(line);
  if (whole) return trimmedHit(whole, line, 0, line.length);
  // Cut at everything that joins names in a signature and try each piece.
  const pieces: [number, number][] = [];
  let from = 0;
  for (const match of line.matchAll(/\s*[:/|,;()[\]«»"–—]\s*|\s+-\s*|\s*-\s+|\s+(?:avec|with|con|et|and|y|مع)\s+/gu)) {
    pieces.push([from, match.index]);
    from = match.index + match[0].length;
  }
  if (pieces.length > 6) return undefined;
  pieces.push([from, line.length]);
  for (const [start, end] of pieces.reverse()) {
    const hit = namedAfterLead(line, start, end);
    if (hit) return hit;
  }
  return undefined;
}

/** The agency that a piece of a line names, alone or after a lead of at most four words. */
function namedAfterLead(line: string, start: number, end: number): AgencyHit | undefined {
  const whole = agencyNamed(line.slice(start, end));
  if (whole) return trimmedHit(whole, line, start, end);
  let lead = '';
  for (const match of line.slice(start, end).matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
    const after = start + match.index + match[0].length;
    lead = lead === '' ? foldName(match[0]) : `${lead} ${foldName(match[0])}`;
    if (lead.length > 40) return undefined;
    const agency = leads.has(lead) ? agencyNamed(line.slice(after, end)) : undefined;
    if (agency) return trimmedHit(agency, line, after, end);
  }
  return undefined;
}

/** Whether a short line is only a source note: "Source: …", "المصدر: …". */
export function isSourceLine(line: string): boolean {
  if (line.length > 120) return false;
  const folded = foldName(line);
  return /[:：]/.test(line) && sources.some((word) => folded === word || folded.startsWith(`${word} `));
}

function trimmedHit(agency: string, text: string, start: number, end: number): AgencyHit {
  let a = start;
  let b = end;
  while (a < b && !/[\p{L}\p{N}]/u.test(text[a] as string)) a++;
  while (b > a && !/[\p{L}\p{N}]/u.test(text[b - 1] as string)) b--;
  return { agency, start: a, end: b };
}

const bracket = /[([]([^()[\]]{2,90})[)\]]/g;

/**
 * The agency of a dateline at the start of a paragraph: `Rabat (MAP) -`, `Argel, 6 abr (EFE).-`, `ABU DHABI (WAM) -`,
 * `MADRID 1 Abr. (EUROPA PRESS) -`.
 */
export function datelineAgency(paragraph: string): AgencyHit | undefined {
  const head = paragraph.slice(0, 140);
  for (const match of head.matchAll(bracket)) {
    // In a dateline the bracket stands before the first sentence.
    if (/(?:\p{Ll}{2}|\p{Lo})[.!?؟]\s+[\p{Lu}\p{Lo}]/u.test(head.slice(0, match.index))) return undefined;
    const inner = match[1] as string;
    const hit = signingAgency(inner);
    if (hit) {
      const offset = match.index + 1;
      return { agency: hit.agency, start: offset + hit.start, end: offset + hit.end };
    }
  }
  return undefined;
}

/** The agency that closes a text: in brackets, `(MAP)`, or alone behind the last sentence, `… por la noche. EFE`. */
export function closingAgency(paragraph: string): AgencyHit | undefined {
  const from = Math.max(0, paragraph.length - 60);
  const tail = paragraph.slice(from);
  const match =
    /[([]([^()[\]]{2,40})[)\]][\s.]*$/.exec(tail) ?? /[.!?»"”؟]\s+([\p{Lu}\p{Lo}][\p{L} ]{1,24})\.?$/u.exec(tail);
  if (!match) return undefined;
  const hit = signingAgency(match[1] as string);
  if (!hit) return undefined;
  const offset = from + match.index + match[0].indexOf(match[1] as string);
  return { agency: hit.agency, start: offset + hit.start, end: offset + hit.end };
}
