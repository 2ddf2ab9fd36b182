import { describe, expect, test } from 'vitest';
import { readPress, tellSides } from '../../../test/helpers/press-reports.ts';
import type { LanguageCode } from '../model/language.ts';
import type { ReportedMeeting } from '../model/record.ts';

function line(meeting: ReportedMeeting | undefined): string {
  if (meeting === undefined) return 'nothing';
  return `${meeting.type} ${meeting.status} ${tellSides(meeting, ': ')}`;
}

function mainOf(language: LanguageCode, text: string | readonly string[]): ReportedMeeting | undefined {
  return readPress(language, text).find((meeting) => meeting.prominence === 'main');
}

describe('forms of English reports', () => {
  test.each<[string, string, string]>([
    [
      'a courtesy call told as a noun',
      'Speaking after a courtesy call on Kenyan President Daniel Otieno, Norwegian Foreign Minister Ingrid Solberg praised the ties.',
      'meeting held KE: Daniel Otieno | NO: Ingrid Solberg',
    ],
    [
      'a session of a working group that names nobody',
      'The second session of the Nepal-Bhutan Joint Working Group on trade was held in Thimphu on 3 June.',
      'joint_session held BT | NP',
    ],
    [
      'the commission of two countries',
      "At the closing of the tenth Ghana-Togo Bi-National Commission, Ghana's Foreign Minister Kwame Asante and Togolese Foreign Minister Kossi Ayité thanked the experts.",
      'joint_session held GH: Kwame Asante | TG: Kossi Ayité',
    ],
    [
      'a first name that is short for a month',
      'Polish President Jan Nowak and Norwegian Prime Minister Ingrid Solberg discussed energy on Monday.',
      'meeting held NO: Ingrid Solberg | PL: Jan Nowak',
    ],
    [
      'two ministries sign',
      "Norway's Ministry of Justice and Peru's Ministry of the Interior signed a protocol on ports in Lima on 4 June.",
      'signing held NO | PE',
    ],
    [
      'the republic in full',
      'Ghana and the Republic of Togo signed two agreements on border posts on Monday.',
      'signing held GH | TG',
    ],
    [
      'a departure for a visit',
      'Sri Lankan President Nimal Silva left for Male on Sunday on a three-day official visit to the Maldives.',
      'visit held LK: Nimal Silva | MV',
    ],
    [
      'a welcome on arrival tells of the visit',
      'Namibian President Hanna Shikongo arrived in Lusaka on Monday, where she was received by Zambian President Peter Mwale.',
      'visit held NA: Hanna Shikongo | ZM: Peter Mwale',
    ],
    [
      'the spouse of a president is no party',
      'Namibian President Hanna Shikongo and First Gentleman Paul Shikongo arrived in Lusaka on Monday for a state visit to Zambia.',
      'visit held NA: Hanna Shikongo | ZM',
    ],
    [
      'the head of the ruling party',
      'Vietnamese Party General Secretary Nguyen Van Hai received Lao Prime Minister Kham Vong in Hanoi on Monday.',
      'meeting held LA: Kham Vong | VN: Nguyen Van Hai',
    ],
    [
      'talks of a journey to come',
      'Norwegian Foreign Minister Ingrid Solberg will travel to Lima on Friday for talks with Peruvian Foreign Minister Luis Arana.',
      'visit planned NO: Ingrid Solberg | PE: Luis Arana',
    ],
  ])('%s', (_, text, expected) => {
    expect(line(mainOf('en', text))).toBe(expected);
  });
});

describe('forms of Spanish reports', () => {
  test.each<[string, string, string]>([
    [
      'a lunch',
      'La presidenta argentina, Elena Soto, almorzó este martes con el presidente de Paraguay, Rubén Ayala.',
      'meeting held AR: Elena Soto | PY: Rubén Ayala',
    ],
    [
      'a dinner given for a guest',
      'El canciller mexicano Jorge Luna ofreció una cena a su homólogo turco, Ahmet Yildiz.',
      'meeting held MX: Jorge Luna | TR: Ahmet Yildiz',
    ],
    [
      'day and place between the verb and the meeting',
      'El ministro español del Interior, Javier Rubio, mantiene el martes 11 en Rabat una reunión con el ministro delegado del Interior de Marruecos, Driss Alami.',
      'meeting held ES: Javier Rubio | MA: Driss Alami',
    ],
    [
      'a talk on the telephone is a call',
      'El canciller chileno Pedro Alarcón conversó por teléfono con el canciller de Perú, Luis Arana.',
      'call held CL: Pedro Alarcón | PE: Luis Arana',
    ],
    [
      'a telephone dialogue',
      'El primer mandatario boliviano, Hugo Vaca, sostuvo este lunes un diálogo telefónico con su colega chileno, Pedro Alarcón.',
      'call held BO: Hugo Vaca | CL: Pedro Alarcón',
    ],
    [
      'an arrival with its day in between',
      'El presidente de Honduras, Mario Lagos, llegó este jueves a San José en visita oficial a Costa Rica.',
      'visit held CR | HN: Mario Lagos',
    ],
    [
      'a journey of tomorrow in the present',
      'El ministro español del Interior, Javier Rubio, viaja mañana a Marruecos para analizar la cooperación policial.',
      'visit planned ES: Javier Rubio | MA',
    ],
    [
      'consultations of two ministries',
      'La séptima reunión del Mecanismo Permanente de Consultas Políticas entre las cancillerías de Cuba y México se realizó en La Habana.',
      'joint_session held CU | MX',
    ],
    [
      'a promise of two ministers',
      'El ministro español del Interior, Javier Rubio, y su homólogo senegalés, Ousmane Diallo, se comprometieron a crear un equipo conjunto.',
      'meeting held ES: Javier Rubio | SN: Ousmane Diallo',
    ],
    [
      'the republic in full',
      'El presidente de la República Oriental del Uruguay, Luis Pereda, se reunió en Quito con la presidenta de Ecuador, Ana Cevallos.',
      'meeting held EC: Ana Cevallos | UY: Luis Pereda',
    ],
  ])('%s', (_, text, expected) => {
    expect(line(mainOf('es', text))).toBe(expected);
  });
});

describe('where they met', () => {
  test.each<[string, LanguageCode, string[], string | undefined]>([
    [
      'here is the town of the dateline, in a third country too',
      'en',
      [
        'VIENNA: Norwegian Foreign Minister Ingrid Solberg held talks with Peruvian Foreign Minister Luis Arana here on Monday.',
      ],
      'Vienna',
    ],
    [
      'this capital',
      'es',
      [
        'Viena, 11 jun (NORINFORM).- El canciller peruano Luis Arana y la canciller noruega Ingrid Solberg se reunieron en esta capital.',
      ],
      'Vienna',
    ],
    [
      'a house of the government',
      'es',
      ['El canciller peruano Luis Arana recibió a su homóloga chilena Marta Rojas en el Palacio de Torre Tagle.'],
      'Lima',
    ],
    [
      'an English name of such a house',
      'en',
      ["Nepal's Foreign Minister Hari Thapa met Norwegian Foreign Minister Ingrid Solberg at Singha Durbar on Monday."],
      'Kathmandu',
    ],
    [
      'the seat of a ministry in a capital',
      'es',
      [
        'El viceministro cubano Raúl Pino se reunió con la viceministra mexicana Laura Ríos en la sede de la Secretaría de Relaciones Exteriores de la capital mexicana.',
      ],
      'Mexico City',
    ],
    [
      'the talks, not the journey',
      'es',
      [
        'El presidente argentino Tomás Ibarra viajó sorpresivamente a Montevideo.',
        'El presidente argentino Tomás Ibarra se reunió con su par uruguayo, Luis Pereda, en Salto.',
      ],
      'Salto',
    ],
    [
      'the country of a counterpart is no place',
      'es',
      ['El presidente de México, Jorge Luna, recibió en el salón azul a su homólogo de Paraguay, Rubén Ayala.'],
      undefined,
    ],
  ])('%s', (_, language, paragraphs, expected) => {
    expect(mainOf(language, paragraphs)?.where?.place).toBe(expected);
  });
});

describe('what is no meeting of today', () => {
  test.each<[string, LanguageCode, string]>([
    [
      'the last journey of another minister',
      'es',
      'El último viaje a Marruecos de un ministro español se produjo cuando el ministro del Interior, Jorge Salas, visitó Rabat junto al ministro marroquí de Defensa, Driss Alami.',
    ],
    [
      'a noun that looks like a verb of visiting',
      'es',
      'El cantante cumple una visita oficial de dos días a la isla de sus abuelos.',
    ],
    ['a call for something', 'en', 'The union leaders called on Norwegian Prime Minister Ingrid Solberg to resign.'],
  ])('%s', (_, language, text) => {
    expect(readPress(language, text).filter((meeting) => meeting.prominence !== 'background')).toEqual([]);
  });
});
