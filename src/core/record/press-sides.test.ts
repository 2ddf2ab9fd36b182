import { describe, expect, test } from 'vitest';
import { readPress, tellSides } from '../../../test/helpers/press-reports.ts';
import type { LanguageCode } from '../model/language.ts';
import type { ReportedMeeting } from '../model/record.ts';

type Case = readonly [language: LanguageCode, text: string | readonly string[], lines: readonly string[]];

function line(meeting: ReportedMeeting): string {
  return `${meeting.type} ${meeting.status}: ${tellSides(meeting)}`;
}

function check(cases: readonly Case[]): void {
  test.each(cases)('%s: %s', (language, text, lines) => {
    expect(readPress(language, text).map(line)).toEqual(lines);
  });
}

const ANDES = 'meeting held: BR Paulo Sena | CL Luis Vega | PE Ana Rojas';

describe('a third state that brings two together is a side', () => {
  check([
    [
      'en',
      [
        'The President of Peru, Ana Rojas, and the President of Chile, Luis Vega, met on Monday in Brasília.',
        'The talks were held under the mediation of Brazilian President Paulo Sena.',
      ],
      [ANDES],
    ],
    [
      'en',
      'On Monday the President of Brazil, Paulo Sena, attended the talks between Ana Rojas, President of Peru, and Luis Vega, her Chilean counterpart.',
      [ANDES],
    ],
    [
      'fr',
      [
        'Le président péruvien Ana Rojas et son homologue chilien Luis Vega se sont entretenus lundi à Brasilia.',
        "La rencontre s'est tenue sous l'égide du président brésilien, Paulo Sena.",
      ],
      [ANDES],
    ],
    [
      'es',
      [
        'La presidenta del Perú, Ana Rojas, y el presidente de Chile, Luis Vega, se reunieron el lunes en Brasilia.',
        'El encuentro tuvo lugar con la mediación del presidente brasileño, Paulo Sena.',
      ],
      [ANDES],
    ],
    [
      'ar',
      'اجتمع رئيس مصر سامي حداد ورئيس تونس كريم بلعيد يوم الاثنين في الدوحة برعاية أمير قطر الشيخ ناصر بن فهد.',
      ['meeting held: EG سامي حداد | QA ناصر بن فهد | TN كريم بلعيد'],
    ],
    [
      'en',
      [
        'The President of Peru, Ana Rojas, was the guest of the President of Brazil, Paulo Sena, at his palace on Monday, where she met Luis Vega, her counterpart from Chile.',
        'Aides said that the trilateral meeting was useful.',
      ],
      [ANDES],
    ],
    // A patron at home brings nobody together.
    [
      'en',
      'The Minister of Trade of Peru, Ana Rojas, met the Minister of Trade of Chile, Luis Vega, under the auspices of the President of Peru, José Salas.',
      ['meeting held: CL Luis Vega | PE Ana Rojas'],
    ],
  ]);
});

describe('a body of states can be a side', () => {
  check([
    [
      'en',
      'Norwegian Foreign Minister Olaf Hagen received the Secretary-General of the Arab League, Samir Fahd, in Oslo on Monday.',
      ['organisation_meeting held: NO Olaf Hagen | XL Samir Fahd'],
    ],
    [
      'en',
      'Norwegian Foreign Minister Olaf Hagen met UN Secretary-General Pedro Sousa in Oslo on Monday.',
      ['organisation_meeting held: NO Olaf Hagen | UN Pedro Sousa'],
    ],
    [
      'fr',
      "Le ministre norvégien des Affaires étrangères Olaf Hagen s'est entretenu lundi à Oslo avec la présidente de la Commission de l'Union africaine, Awa Diop.",
      ['organisation_meeting held: NO Olaf Hagen | XA Awa Diop'],
    ],
    [
      'es',
      'El ministro noruego de Exteriores, Olaf Hagen, se reunió el lunes en Oslo con el secretario general de la ONU, Samir Fahd.',
      ['organisation_meeting held: NO Olaf Hagen | UN Samir Fahd'],
    ],
    [
      'ar',
      'استقبل وزير الخارجية المصري سامي حداد يوم الاثنين في القاهرة الأمين العام لجامعة الدول العربية فهد ناصر.',
      ['organisation_meeting held: EG سامي حداد | XL فهد ناصر'],
    ],
  ]);
});

describe('what was agreed by telephone was agreed in a call', () => {
  const call = 'call held: NO Olaf Hagen | SE Karin Lund';
  check([
    [
      'en',
      'Norwegian foreign minister Olaf Hagen agreed in a phone call on Monday with his Swedish counterpart, Karin Lund, to open a line.',
      [call],
    ],
    [
      'fr',
      'Le ministre norvégien des Affaires étrangères Olaf Hagen est convenu lundi au téléphone avec son homologue suédoise Karin Lund de rouvrir une ligne.',
      [call],
    ],
    [
      'es',
      'El ministro noruego de Exteriores, Olaf Hagen, acordó el lunes por teléfono con su homóloga sueca, Karin Lund, abrir una línea.',
      [call],
    ],
    [
      'ar',
      'اتفق وزير الخارجية المصري سامي حداد، في اتصال هاتفي، الأربعاء، مع نظيره التونسي كريم بلعيد على فتح خط بحري.',
      ['call held: EG سامي حداد | TN كريم بلعيد'],
    ],
  ]);
});

test('the house of a ruler stays in what the text wrote and is no part of the name', () => {
  const [meeting] = readPress(
    'ar',
    'استقبل الملك ناصر بن فهد آل نعيم ملك البحرين اليوم وزير الدفاع النرويجي لارس هولم.',
  );
  const [name] = (meeting?.sides ?? []).flatMap(({ country, participants }) =>
    country === 'BH' ? participants.map((one) => one.name) : [],
  );
  expect(name).toMatchObject({ surface: 'ناصر بن فهد آل نعيم', full: 'ناصر بن فهد' });
});

test('who met at a summit that is spoken of is not the pair', () => {
  const lines = readPress('en', [
    'The President of Peru, Ana Rojas, and the President of Chile, Luis Vega, held talks on Monday.',
    'They took note of advances at the summit that met in Quito, Ecuador, on February 8, 2024.',
  ]);
  expect(lines.map((meeting) => [line(meeting), meeting.where?.place])).toEqual([
    ['meeting held: CL Luis Vega | PE Ana Rojas', undefined],
  ]);
});
