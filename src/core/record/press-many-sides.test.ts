import { describe, expect, test } from 'vitest';
import { readPress, tellSides } from '../../../test/helpers/press-reports.ts';
import type { LanguageCode } from '../model/language.ts';

function read(language: LanguageCode, title: string | undefined, paragraphs: readonly string[]): string[] {
  return readPress(language, paragraphs, { title }).map((meeting) => {
    const sides = tellSides(meeting, ': ', (all) => all.filter(({ name }) => name !== undefined));
    return `${meeting.prominence} ${meeting.status} in ${meeting.where?.place ?? '-'}: ${sides}`;
  });
}

describe('meetings of three states or more', () => {
  test.each<[string, LanguageCode, string | undefined, string[], string[]]>([
    [
      'delegations of many states',
      'en',
      undefined,
      [
        'Today, in Lima, Norway’s Minister of Foreign Affairs Ingrid Solberg took part in the meeting of foreign ministers on ports.',
        'The meeting brought together delegations from the ministries of foreign affairs of Norway, Peru, Ghana, the Kyrgyz Republic, and Chile to discuss trade.',
      ],
      ['main held in Lima: CL | GH | KG | NO: Ingrid Solberg | PE'],
    ],
    [
      'the three leaders of a headline',
      'en',
      'Norway-Peru-Ghana leaders speak',
      ['The three leaders exchanged views on the price of fish.', 'Ghana will send a ship.'],
      ['main held in -: GH | NO | PE'],
    ],
    [
      'the three heads of state of a headline',
      'fr',
      'Norvège, Pérou et Ghana : sommet sur la pêche',
      ["Les trois chefs d'État se sont réunis mardi à Lima."],
      ['main held in Lima: GH | NO | PE'],
    ],
    [
      'one of the ministers speaks after the talks of all',
      'en',
      'Four states to work together on ports',
      [
        'Foreign ministers of Norway, Peru, Ghana and Chile said Friday they will improve the work of their ports.',
        'Peruvian Foreign Minister Luis Arana spoke to reporters following the two-day talks in Bergen.',
      ],
      ['main held in Bergen: CL | GH | NO | PE: Luis Arana'],
    ],
    [
      'ministers from three states, after a dateline of two towns',
      'en',
      undefined,
      [
        'NORNEWS.COM, SAND BAY -- Defence Ministers from Norway, Peru, and Ghana held a trilateral meeting on Tuesday to discuss ports.',
      ],
      ['main held in -: GH | NO | PE'],
    ],
    [
      'three countries sign',
      'es',
      undefined,
      ['Noruega, Perú y Ghana firmaron este martes un acuerdo sobre puertos.'],
      ['main held in -: GH | NO | PE'],
    ],
    [
      'partners of another are no sides',
      'en',
      undefined,
      [
        'Norwegian Foreign Minister Ingrid Solberg met Peruvian Foreign Minister Luis Arana.',
        'They discussed relations with Ghana, Chile and Togo.',
      ],
      ['main held in -: NO: Ingrid Solberg | PE: Luis Arana'],
    ],
  ])('%s', (_, language, title, paragraphs, expected) => {
    expect(read(language, title, paragraphs)).toEqual(expected);
  });
});
