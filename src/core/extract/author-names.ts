import { otherByWords, otherJobWords, otherNewsrooms } from '../languages/other-byline-words.ts';
import { foldName } from '../text/normalise.ts';
import { agencyNamed } from './agency-index.ts';
import { findPageWord, phrasesOf, phrasesOfAll } from './page-word-index.ts';
import { findPrintedDates } from './printed-dates.ts';

const jobs = new Set([...phrasesOfAll('jobs'), ...phrasesOf(otherJobWords)]);
const newsrooms = new Set([...phrasesOfAll('newsrooms'), ...phrasesOf(otherNewsrooms)]);
/** Words of a head line that are no names: "Updated", "Published", "Photo". */
const lineWords = new Set(
  (['modifiedOn', 'publishedOn', 'photo', 'source', 'publishedIn'] as const).flatMap((field) => phrasesOfAll(field)),
);
const foreignByWords = new Set(phrasesOf(otherByWords));
const byWords = new Set([...phrasesOfAll('by'), ...foreignByWords]);
/** Small words inside names. */
const particles = new Set(
  'de del della dei di da das do dos du des la le los las van von der den ten ter zu zur af av al el ben bin bint ibn abu ould mint y e i san st mac ap bar'.split(
    ' ',
  ),
);

/** Longer strings are texts about an author, not names. */
const longest = 240;
/** What joins names: "A, B and C", "A et B", "A / B". */
const joints =
  /\s*[,;،；、/]\s*|\s+(?:and|et|y|und|e|og|och|en|with|avec|con|mit|&|\+)\s+|\s*&\s*|\s+و(?:\s+|(?=\p{Lo}{3}))/iu;

/**
 * Names of people in a signature: without "By", job titles, degrees, the outlet, agencies and newsrooms. `sites` are the
 * squashed names of the site, which signs with its own name what nobody signed.
 */
export function namesIn(signature: string, sites: ReadonlySet<string> = new Set()): readonly string[] {
  if (/^\s*https?:/i.test(signature)) return [];
  const names: string[] = [];
  // What follows a bar is where the author works.
  const plain = signature.slice(0, longest).replace(/(?:^|\s)@\w+/g, ' ');
  const own = withoutDates(plain).split(/\s*[|•·⋅∙]\s*|\s+[-–—]\s+/u);
  const field = own.find((part) => part.trim() !== '' && !byWords.has(foldName(part))) ?? '';
  const signed = withoutBrackets(withoutLead(field));
  if (isFirm(signed)) return [];
  for (const part of signed.split(joints)) {
    const name = cleanName(part);
    if (isPersonName(name, sites)) names.push(name);
  }
  return names;
}

/** "Doe & Sons", "The Courier & Gazette": people who sign together have two names each, a firm has not. */
function isFirm(signature: string): boolean {
  const parts = signature.trim().split(/\s+&\s+/u);
  return parts.length === 2 && parts.some((part) => !part.includes(' '));
}

/** An organisation that a page gives as its author: any name that is neither an agency nor a filler of the system. */
export function organisationNamed(signature: string): string | undefined {
  const name = cleanEnds(signature);
  const folded = foldName(name);
  if (name.length > 60 || folded.length < 2 || newsrooms.has(folded) || agencyNamed(name)) return undefined;
  if (/[@<>{}]|:\/\/|^\p{L}[\w.]*\.\w+\.\w/u.test(name)) return undefined;
  return name;
}

/** The line says "By" and nothing else: the name is in the next. */
export function isBareByline(line: string): boolean {
  return line.length < 40 && byWords.has(foldName(line));
}

/** "von Jane Doe", "door Jane Doe": a byline of a language without a pack, and where its names start. */
export function startOfForeignByline(line: string): number | undefined {
  const words = line.slice(0, 60).split(/\s+/, 3);
  for (let count = Math.min(2, words.length); count > 0; count--) {
    const lead = words.slice(0, count).join(' ');
    if (!foreignByWords.has(foldName(lead))) continue;
    const start = lengthOfWords(line, count);
    return /^[\s:：]+[\p{Lu}\p{Lo}]/u.test(line.slice(start)) ? start : undefined;
  }
  return undefined;
}

/** The name squashed for comparison with others: "NJ.com" and "nj com" are one. */
export function squashName(name: string): string {
  return foldName(name).replace(/ /g, '');
}

function withoutDates(text: string): string {
  const date = findPrintedDates(text)[0];
  if (!date) return text;
  const before = text.slice(0, date.start).replace(/[\s,(–-]+(?:on|le|el|am|on the|il|em|op|في|يوم)?[\s:,]*$/iu, '');
  return /\p{L}{2}/u.test(before) ? before : text.slice(date.end);
}

function withoutBrackets(text: string): string {
  return text.replace(/\s*\([^()]{0,80}\)?/gu, ' ');
}

/** "Veröffentlicht von", "Text:", "By", "Por:" before the names; templates may glue the last to the name. */
function withoutLead(text: string): string {
  let rest = text.trim().replace(/^\p{L}{3,14}\s?:\s+(?=\p{L})/u, '');
  const words = rest.split(/\s+/).slice(0, 5);
  for (let count = words.length; count > 0; count--) {
    const lead = words.slice(0, count).join(' ');
    if (!byWords.has(foldName(lead))) continue;
    const at = rest.search(/\S/) + lengthOfWords(rest, count);
    rest = rest.slice(at).replace(/^[\s:：–—-]+/u, '');
    break;
  }
  return rest.replace(/^(?:\p{L}{4,16}\s)?(?:by|von|par|por|di)(?=\p{Lu}\p{Ll})/u, '');
}

function lengthOfWords(text: string, count: number): number {
  let at = 0;
  for (let i = 0; i < count; i++) {
    while (at < text.length && /\s/.test(text[at] as string)) at++;
    while (at < text.length && !/\s/.test(text[at] as string)) at++;
  }
  return at;
}

function cleanName(part: string): string {
  let name = part
    .replace(/\u00ad/g, '')
    .replace(
      /(\p{Ll})(?:Follow|Folgen|Seguir|Suivre|Contributor|Author|Autor|Twitter|Facebook|Instagram|LinkedIn|Email)$/u,
      '$1',
    );
  name = cleanEnds(name);
  if (!/(?:^|[\s.])\p{Lu}\.$/u.test(name)) name = name.replace(/\.$/, '');
  // "Jane Doe Senior Writer", "Jane Doe MS": what is not of the name stands at its end.
  const words = name.split(' ');
  while (words.length > 2 && isNoName(words.at(-1) as string)) words.pop();
  return words.join(' ');
}

function cleanEnds(text: string): string {
  return text.replace(/^[\s:–—"'«»“”*-]+|[\s:,–—"'«»“”*-]+$/gu, '').replace(/\s+/g, ' ');
}

function isNoName(word: string): boolean {
  return jobs.has(foldName(word)) || isDegree(word);
}

/** PhD, MS, RDN, MBA: letters of a degree or an office. */
function isDegree(word: string): boolean {
  const bare = word.replace(/\./g, '');
  return /^(?:PhD|Dr|Esq|EdD|PsyD|PharmD|DrPH|MSc|BSc|LCSW|[BM]\p{Lu}{1,2}|RDN?|CPA|CFP|FAND|LDN|LD|RN|DO|JD|DDS|DVM|MPH|CSCS|NASM|CPT)$/u.test(
    bare,
  );
}

function isPersonName(name: string, sites: ReadonlySet<string>): boolean {
  if (name.length < 2 || name.length > 60) return false;
  if (/[@<>{}[\]=$#\d_]|:\/\/|www\./.test(name) && !/^\p{L}[\p{L}\d_.]{2,24}$/u.test(name)) return false;
  if (/\p{L}\.\p{Ll}{2,4}$/u.test(name) || /\.\S+\.\S/.test(name.replace(/\b\p{Lu}\./gu, ''))) return false;
  const folded = foldName(name);
  if (folded === '' || newsrooms.has(folded) || byWords.has(folded) || lineWords.has(folded) || agencyNamed(name))
    return false;
  const squashed = folded.replace(/ /g, '');
  if (sites.has(squashed) || isDegree(name)) return false;
  if (!folded.includes(' ') && findPageWord(folded, 1) !== undefined) return false;
  const words = name.split(' ');
  if (words.length > 6) return false;
  const parts = folded.split(' ');
  if (parts.some((word) => newsrooms.has(word)) || parts.some((word) => jobs.has(word))) return false;
  // Sentences and menus have words in small letters; names only a few that are known.
  const small = words.filter((word) => /^\p{Ll}/u.test(word) && !particles.has(foldName(word)));
  return words.length === 1 || small.length === 0;
}
