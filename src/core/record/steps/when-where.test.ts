import { describe, expect, test } from 'vitest';
import { articleOf } from '../../../../test/helpers/article-of.ts';
import type { LanguageCode } from '../../model/language.ts';
import { codeRecord } from '../code-record.ts';

/** `day place country` of the main meeting, a dash for what the record leaves open. */
function setting(language: LanguageCode, paragraphs: readonly string[], published?: string): string | undefined {
  const record = codeRecord(articleOf({ language, paragraphs, ...(published === undefined ? {} : { published }) }));
  const main = record.meetings.find((meeting) => meeting.prominence === 'main');
  if (main === undefined) return undefined;
  return [main.when.edtf ?? '-', main.where?.place ?? '-', main.where?.country ?? '-'].join(' ');
}

const NORWEGIAN_GUEST = 'The Peruvian interior minister, Rosa Quispe, met her Norwegian counterpart, Ingrid Solberg';

describe('the day of a meeting', () => {
  test.each<[string, LanguageCode, string[], string | undefined, string]>([
    [
      'another of the first sentences tells it',
      'en',
      [`${NORWEGIAN_GUEST}, to speak of ports.`, 'Ms Solberg had landed in Lima on Tuesday for the talks.'],
      '2024-05-16',
      '2024-05-14',
    ],
    [
      'two other days tell nothing',
      'en',
      [
        `${NORWEGIAN_GUEST}, to speak of ports.`,
        'A law was passed on Tuesday.',
        'It comes into force since Wednesday.',
      ],
      '2024-05-16',
      '-',
    ],
    [
      'a day long past is history',
      'en',
      [`${NORWEGIAN_GUEST}, to speak of ports.`, 'The law on ports was passed on 3 February 2024.'],
      '2024-05-16',
      '-',
    ],
    [
      'the bracket of the agency is the day of the report',
      'en',
      [`LIMA, (Coast Daily / NORINFORM - 16th May, 2024) ${NORWEGIAN_GUEST}, to speak of ports.`],
      '2024-05-16',
      '-',
    ],
    [
      'the year of the news is the last that the text names',
      'en',
      [`${NORWEGIAN_GUEST}, on Tuesday, May 14.`, 'Trade grew in 2023 and again in 2024.'],
      undefined,
      '2024-05-14',
    ],
    [
      'a year that does not fit the weekday is not taken',
      'en',
      [`${NORWEGIAN_GUEST}, on Tuesday, May 14.`, 'Trade grew in 2022 and again in 2023.'],
      undefined,
      '-',
    ],
    [
      'the day of the arrival is not that of the talks',
      'en',
      [
        'The Peruvian interior minister, Rosa Quispe, who arrived in Oslo on Monday, held talks with her Norwegian counterpart, Ingrid Solberg, on Tuesday.',
      ],
      '2024-05-16',
      '2024-05-14',
    ],
    [
      'moments ago',
      'es',
      [
        'El ministro peruano del Interior, Luis Quispe, recibió hace unos momentos a su homóloga noruega, Ingrid Solberg.',
      ],
      '2024-05-16',
      '2024-05-16',
    ],
    [
      'a little before',
      'ar',
      ['استقبل وزير الداخلية المصري سامر النجار قبل قليل نظيره النرويجي إريك سولبرغ.'],
      '2024-05-16',
      '2024-05-16',
    ],
  ])('%s', (_name, language, paragraphs, published, day) => {
    expect(setting(language, paragraphs, published)?.split(' ')[0]).toBe(day);
  });
});

describe('the place of a meeting', () => {
  test.each<[string, LanguageCode, string[], string]>([
    ['a town after its noun and a comma', 'en', [`${NORWEGIAN_GUEST}, in the capital, Lima.`], 'Lima PE'],
    [
      'a capital with its adjective',
      'fr',
      [
        "Le ministre péruvien de l'Intérieur, Luis Quispe, a reçu son homologue norvégienne, Ingrid Solberg, dans la capitale péruvienne Lima.",
      ],
      'Lima PE',
    ],
    ['a dateline that a full stop closes', 'en', [`LIMA. NORINFORM ${NORWEGIAN_GUEST}, to speak of ports.`], 'Lima PE'],
    [
      'the town of the house where guests are received',
      'es',
      [
        'El presidente peruano, Luis Quispe, recibió en el Palacio de Gobierno de Lima a la ministra noruega de Exteriores, Ingrid Solberg.',
      ],
      'Lima PE',
    ],
    [
      'a third place',
      'en',
      [
        'The Peruvian foreign minister, Rosa Quispe, met her Norwegian counterpart, Ingrid Solberg, at the UN headquarters in New York.',
      ],
      'New York US',
    ],
    [
      'a sentence of its own for day and place',
      'ar',
      [
        'بحث وزير الداخلية المصري سامر النجار مع نظيره النرويجي إريك سولبرغ سبل تعزيز التعاون.',
        'وعقد اللقاء يوم الثلاثاء في العاصمة النرويجية أوسلو.',
      ],
      'Oslo NO',
    ],
    [
      'a dateline between slashes',
      'ar',
      ['القاهرة في 16 مايو /وكالة الساحل/ استقبل وزير الداخلية المصري سامر النجار اليوم نظيره النرويجي إريك سولبرغ.'],
      'Cairo EG',
    ],
    [
      'the country of an office is no place',
      'ar',
      ['التقى وزير الداخلية النرويجي إريك سولبرغ وزير الداخلية في جمهورية مصر العربية سامر النجار.'],
      '- -',
    ],
    [
      'the country where an ambassador serves',
      'fr',
      [
        "Le ministre péruvien de l'Intérieur, Luis Quispe, s'est entretenu avec l'ambassadrice de Norvège au Pérou, Ingrid Solberg.",
      ],
      '- -',
    ],
    [
      'a name of country and capital means the country',
      'ar',
      ['استقبل وزير الداخلية التونسي سامر النجار في تونس نظيره النرويجي إريك سولبرغ.'],
      '- TN',
    ],
    [
      'unless a word for town stands by it',
      'ar',
      ['استقبل وزير الداخلية التونسي سامر النجار بالعاصمة تونس نظيره النرويجي إريك سولبرغ.'],
      'Tunis TN',
    ],
    [
      'the talks, further down',
      'en',
      [
        `${NORWEGIAN_GUEST}, to speak of ports.`,
        'Ports matter to both.',
        'Trade has grown.',
        'Fish is most of it.',
        'Timber is the rest.',
        'No ship waits long.',
        'Three officials were present at the talks in the southern city of Arequipa.',
      ],
      'Arequipa PE',
    ],
  ])('%s', (_name, language, paragraphs, place) => {
    expect(setting(language, paragraphs, '2024-05-16')?.split(' ').slice(1).join(' ')).toBe(place);
  });
});
