import { expect, test } from 'vitest';
import type { LanguageCode } from '../../src/core/model/language.ts';
import type { Participant, ReportedMeeting } from '../../src/core/model/record.ts';
import { codeRecord } from '../../src/core/record/code-record.ts';
import { articleOf } from './article-of.ts';

/** A report in a sentence or a few, and what is to be read of it. */
export type PressCase = readonly [
  name: string,
  language: LanguageCode,
  title: string | undefined,
  text: string | readonly string[],
  lines: readonly string[],
];

interface ReportParts {
  readonly title?: string | undefined;
  /** EDTF day; `never` as on most stored pages: then a weekday alone tells no day. */
  readonly published?: string;
}

/** The meetings of a report whose address tells no country. */
export function readPress(
  language: LanguageCode,
  text: string | readonly string[],
  { title, published = '2024-06-12' }: ReportParts = {},
): readonly ReportedMeeting[] {
  const article = articleOf({
    language,
    paragraphs: typeof text === 'string' ? [text] : text,
    ...(title === undefined ? {} : { title }),
    ...(published === 'never' ? {} : { published }),
  });
  return codeRecord(article).meetings;
}

/** One test for each case, which tells a meeting as `line` does. */
export function checkPress(
  cases: readonly PressCase[],
  line: (meeting: ReportedMeeting) => string,
  { published }: Pick<ReportParts, 'published'> = {},
): void {
  test.each(cases)('%s (%s)', (_, language, title, text, lines) => {
    const parts = { title, ...(published === undefined ? {} : { published }) };
    expect(readPress(language, text, parts).map(line)).toEqual(lines);
  });
}

/** "NO Kari Holm | PE Juan Soto": the sides by their countries, each with those whom `among` keeps. */
export function tellSides(
  { sides }: ReportedMeeting,
  sign: ' ' | ': ' = ' ',
  among: (participants: readonly Participant[]) => readonly Participant[] = (all) => all,
): string {
  const told = sides.map(({ country, participants }) => {
    const names = among(participants).map(({ name, roleText }) => name?.full ?? roleText);
    return names.length === 0 ? country : `${country}${sign}${names.join(', ')}`;
  });
  return told.sort().join(' | ');
}

/** Without those who came along, unless nobody else is named. */
export function principals(participants: readonly Participant[]): readonly Participant[] {
  return participants.length === 1 ? participants : participants.filter(({ capacity }) => capacity !== 'delegation');
}

export function tellStatus({ prominence, status }: ReportedMeeting): string {
  return prominence === 'background' ? 'background' : status;
}
