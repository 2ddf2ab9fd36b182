import { plainLine } from './plain-text.ts';

/** What a citation of an article needs; what is not known is absent. */
export interface CitedArticle {
  readonly id: string;
  readonly title: string;
  readonly authors: readonly string[];
  readonly outlet?: string;
  readonly agency?: string;
  /** EDTF day, month, year or instant. */
  readonly published?: string;
  readonly language?: string;
  /** Address at the outlet. */
  readonly url?: string;
  /** Address of the copy in this archive. */
  readonly archiveUrl?: string;
  /** ISO instant at which the bytes were taken. */
  readonly captured: string;
  /** SHA-256 of the bytes, hex. */
  readonly hash: string;
}

/** A format of reference managers. */
export interface CitationFormat {
  readonly ending: string;
  readonly mediaType: string;
  readonly label: string;
  readonly write: (cited: CitedArticle) => string;
}

/** The formats that reference managers read: BibLaTeX, RIS, and CSL data for any citation style. */
export const citationFormats: readonly CitationFormat[] = [
  { ending: 'bib', mediaType: 'application/x-bibtex; charset=utf-8', label: 'BibTeX', write: writeBibTex },
  { ending: 'ris', mediaType: 'application/x-research-info-systems; charset=utf-8', label: 'RIS', write: writeRis },
  { ending: 'csl.json', mediaType: 'application/vnd.citationstyles.csl+json', label: 'CSL', write: writeCsl },
];

/** Year, month, day, as far as the date goes. */
function dateParts(edtf: string | undefined): readonly number[] {
  const match = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?/.exec(edtf ?? '');
  return (match?.slice(1) ?? []).filter((part) => part !== undefined).map(Number);
}

function isoDate(edtf: string | undefined): string | undefined {
  return /^\d{4}(?:-\d\d(?:-\d\d)?)?/.exec(edtf ?? '')?.[0];
}

/** One line, every format here ends a value with the line; directions that would turn what follows are left out. */
function line(text: string): string {
  return plainLine(text).replace(/[\u202a-\u202e\u2066-\u2069]/g, '');
}

function archiveNote({ captured, hash, archiveUrl }: CitedArticle): string {
  return [`Archived ${captured}`, `SHA-256 ${hash}`, ...(archiveUrl === undefined ? [] : [archiveUrl])].join(', ');
}

/** Characters that would end a value or begin a command. */
const texCharacters: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '^': '\\textasciicircum{}',
  '~': '\\textasciitilde{}',
};

function texText(text: string): string {
  return line(text).replace(/[\\{}#$%&_^~]/g, (character) => texCharacters[character] ?? `\\${character}`);
}

function writeBibTex(cited: CitedArticle): string {
  const fields: readonly (readonly [string, string | undefined])[] = [
    ['title', `{${texText(cited.title)}}`],
    ['author', cited.authors.map((author) => `{${texText(author)}}`).join(' and ')],
    ['journaltitle', cited.outlet && texText(cited.outlet)],
    ['date', isoDate(cited.published)],
    ['langid', cited.language],
    // Addresses stand as they are: biblatex reads them verbatim. Braces are the only danger.
    ['url', cited.url && line(cited.url).replace(/[{}\\]/g, encodeURIComponent)],
    ['urldate', cited.captured.slice(0, 10)],
    ['note', texText(archiveNote(cited))],
  ];
  const body = fields.flatMap(([name, value]) => (value ? [`  ${name} = {${value}},`] : []));
  return `@article{rapporteur-${cited.id.replace(/[^\w-]/g, '')},\n${body.join('\n')}\n}\n`;
}

function writeRis(cited: CitedArticle): string {
  const [year, month, day] = dateParts(cited.published);
  const two = (part: number | undefined) => (part === undefined ? '' : String(part).padStart(2, '0'));
  const fields: readonly (readonly [string, string | undefined])[] = [
    ['TY', 'NEWS'],
    ['ID', cited.id],
    ['TI', line(cited.title)],
    ...cited.authors.map((author) => ['AU', line(author)] as const),
    ['T2', cited.outlet && line(cited.outlet)],
    ['PB', cited.agency && line(cited.agency)],
    ['PY', year === undefined ? undefined : String(year)],
    ['DA', year === undefined ? undefined : `${year}/${two(month)}/${two(day)}/`],
    ['LA', cited.language],
    ['UR', cited.url && line(cited.url)],
    ['Y2', cited.captured.slice(0, 10).replaceAll('-', '/')],
    ['N1', archiveNote(cited)],
    ['ER', ''],
  ];
  return fields.flatMap(([tag, value]) => (value === undefined ? [] : [`${tag}  - ${value}\r\n`])).join('');
}

function writeCsl(cited: CitedArticle): string {
  const issued = dateParts(cited.published);
  const item = {
    id: cited.id,
    type: 'article-newspaper',
    title: line(cited.title),
    ...(cited.authors.length === 0 ? {} : { author: cited.authors.map((author) => ({ literal: line(author) })) }),
    ...(cited.outlet === undefined ? {} : { 'container-title': line(cited.outlet) }),
    ...(cited.agency === undefined ? {} : { source: line(cited.agency) }),
    ...(issued.length === 0 ? {} : { issued: { 'date-parts': [issued] } }),
    accessed: { 'date-parts': [dateParts(cited.captured)] },
    ...(cited.language === undefined ? {} : { language: cited.language }),
    ...(cited.url === undefined ? {} : { URL: cited.url }),
    archive: 'Rapporteur',
    ...(cited.archiveUrl === undefined ? {} : { archive_location: cited.archiveUrl }),
    note: archiveNote(cited),
  };
  return `${JSON.stringify([item], null, 1)}\n`;
}
