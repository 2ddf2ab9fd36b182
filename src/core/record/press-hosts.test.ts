import { describe, expect, test } from 'vitest';
import { readPress, tellSides } from '../../../test/helpers/press-reports.ts';
import type { LanguageCode } from '../model/language.ts';

function read(language: LanguageCode, title: string | undefined, text: string | readonly string[]): string[] {
  return readPress(language, text, { title }).map(
    (meeting) => `${meeting.prominence} ${meeting.type} ${meeting.status} ${tellSides(meeting, ': ')}`,
  );
}

describe('who hosts and who comes', () => {
  test.each<[string, LanguageCode, string | undefined, string[], string[]]>([
    [
      'a host of no said country is of where the report is dated',
      'en',
      undefined,
      [
        'OSLO: Prime Minister Ingrid Solberg on Monday received the Foreign Minister of Peru, Luis Arana.',
        'They welcomed the agreement between Chile and Peru on ports.',
      ],
      ['main meeting held NO: Ingrid Solberg | PE: Luis Arana'],
    ],
    [
      'a minister of no said country is of where the report is dated',
      'en',
      undefined,
      [
        'MARSEILLE, June 11 (NNA) -- Ships are old. Foreign Minister Claire Petit on Monday met with Peruvian Foreign Minister Luis Arana.',
        'They spoke of ships. Chile has written to both, as Chile wants more of them.',
      ],
      ['main meeting held FR: Claire Petit | PE: Luis Arana'],
    ],
    [
      'two adjectives before those who hold the offices',
      'en',
      undefined,
      [
        'Foreign Minister Ingrid Solberg today met with her Peruvian counterpart, Luis Arana.',
        'They spoke of ships. Ships are old. Fish is dear. Much is to be done.',
        'Work follows the statement of the Peruvian and Norwegian Prime Ministers.',
      ],
      ['main meeting held NO: Ingrid Solberg | PE: Luis Arana'],
    ],
    [
      'a headline speaks of one of the two offices of one person',
      'en',
      'Prime Minister meets Peruvian minister',
      [
        'Oslo, Norway: Prime Minister and Minister of Foreign Affairs Ingrid Solberg today received the Foreign Minister of Peru, Luis Arana.',
      ],
      ['main meeting held NO: Ingrid Solberg | PE: Luis Arana'],
    ],
    [
      'who is called a counterpart further down arrives alone',
      'es',
      undefined,
      [
        'La mandataria hondureña fue recibida con honores en el puerto. Su agenda incluye un encuentro de alto nivel con la presidenta del Perú, Rosa Quispe, el próximo martes.',
        'La presidenta de Honduras, Xenia Cárcamo, arribó la tarde del domingo a Lima, donde fue recibida por el ministro de Relaciones Exteriores del Perú, Luis Arana.',
        'La presidenta del Perú, Rosa Quispe, recibirá a su homóloga hondureña el martes.',
      ],
      [
        'secondary meeting planned HN: Xenia Cárcamo | PE: Rosa Quispe',
        'main visit held HN: Xenia Cárcamo | PE: Luis Arana',
      ],
    ],
    [
      'a journey of others adds no side to talks',
      'es',
      'Rosa Quispe recibió al presidente de Uruguay, Juan Ferro',
      [
        'Los presidentes de Uruguay y Paraguay, Juan Ferro y Mario Rojas, visitaron Lima para una conferencia.',
        'La presidenta del Perú, Rosa Quispe, recibió al presidente de Uruguay, Juan Ferro, en el palacio.',
      ],
      ['main meeting held PE: Rosa Quispe | UY: Juan Ferro'],
    ],
    [
      'after a meeting, told with an infinitive',
      'es',
      undefined,
      [
        'El ministro peruano del Interior, Luis Arana, dijo poco después de sostener un encuentro con su colega noruega Ingrid Solberg que el trabajo sigue.',
      ],
      ['main meeting held NO: Ingrid Solberg | PE: Luis Arana'],
    ],
    [
      'hosts in a list parted by semicolons',
      'es',
      undefined,
      [
        'El canciller noruego, Erik Solberg, fue recibido en Lima por el presidente del Perú, Luis Arana; el primer ministro, Julio Vargas, y la canciller, Rosa Quispe.',
      ],
      ['main meeting held NO: Erik Solberg | PE: Luis Arana, Julio Vargas, Rosa Quispe'],
    ],
    [
      'a second post in an organisation is no second person',
      'en',
      undefined,
      [
        'President Kofi Mensah of Ghana and current Chairman of the African Union started a two-day state visit to Peru on Monday.',
      ],
      ['main visit held GH: Kofi Mensah | PE'],
    ],
    [
      'a minister welcomes a president',
      'es',
      'El presidente de Ghana llega a Perú',
      [
        'El presidente de Ghana, Kofi Mensah, arribó a Perú, tercera escala de su gira.',
        'Mensah fue recibido en Lima por el canciller del Perú, Luis Arana.',
      ],
      ['main visit held GH: Kofi Mensah | PE: Luis Arana'],
    ],
    [
      'whom one meets there is of there',
      'es',
      undefined,
      [
        'El presidente de Ghana, Kofi Mensah, llegó este lunes a Perú, informó el Gobierno de Perú.',
        'Mensah se reunió el domingo en Guatemala con el presidente Julio Vargas.',
      ],
      ['secondary visit held GH: Kofi Mensah | PE', 'main meeting held GH: Kofi Mensah | GT: Julio Vargas'],
    ],
    [
      'who held the office before travels for nobody',
      'en',
      undefined,
      [
        'Peruvian President Luis Arana met Norwegian Prime Minister Ingrid Solberg.',
        'Former President Kofi Mensah visited Ghana a week ago.',
      ],
      ['main meeting held NO: Ingrid Solberg | PE: Luis Arana'],
    ],
    [
      'a country by its long name',
      'es',
      undefined,
      [
        'El canciller peruano, Luis Arana, se reunió en Lima con el canciller de la República de China (Taiwán), Lin Wei.',
      ],
      ['main meeting held PE: Luis Arana | TW: Lin Wei'],
    ],
  ])('%s', (_, language, title, paragraphs, expected) => {
    expect(read(language, title, paragraphs)).toEqual(expected);
  });
});

describe('guests', () => {
  test.each<[string, LanguageCode, string[], string[]]>([
    [
      'his guest is the last one named of another country',
      'en',
      [
        'Peruvian President Luis Arana has received a message from Ghana. It was brought by the Norwegian Prime Minister, Ingrid Solberg.',
        'President Arana and his guest discussed trade and fish.',
      ],
      ['main meeting held NO: Ingrid Solberg | PE: Luis Arana'],
    ],
  ])('%s (%s)', (_, language, paragraphs, expected) => {
    expect(read(language, undefined, paragraphs)).toEqual(expected);
  });
});

describe('a verb of speaking tells of a call unless the text tells of a place or a meeting', () => {
  test.each<[string, LanguageCode, string[], string[]]>([
    [
      'spoke to',
      'en',
      ['The Prime Minister of Norway, Ingrid Solberg, spoke to Peruvian President Luis Arana this afternoon.'],
      ['main call held NO: Ingrid Solberg | PE: Luis Arana'],
    ],
    [
      'habló con',
      'es',
      ['La primera ministra noruega, Ingrid Solberg, ha hablado este viernes con el presidente peruano, Luis Arana.'],
      ['main call held NO: Ingrid Solberg | PE: Luis Arana'],
    ],
    [
      'in a town',
      'en',
      ['Norwegian Prime Minister Ingrid Solberg spoke on Tuesday in Lima with Peruvian President Luis Arana.'],
      ['main meeting held NO: Ingrid Solberg | PE: Luis Arana'],
    ],
    [
      'after they met',
      'en',
      [
        'Norwegian Prime Minister Ingrid Solberg met Peruvian President Luis Arana. Solberg spoke with Arana about trade.',
      ],
      ['main meeting held NO: Ingrid Solberg | PE: Luis Arana'],
    ],
  ])('%s (%s)', (_, language, paragraphs, expected) => {
    expect(read(language, undefined, paragraphs)).toEqual(expected);
  });
});

describe('the object of the verb is a person or a country, whatever stands behind', () => {
  test.each<[string, LanguageCode, string, string[]]>([
    [
      'what they met to discuss',
      'en',
      'Norwegian Foreign Minister Erik Dahl and Peruvian Foreign Minister Luis Arana met to discuss challenges of trade.',
      ['main meeting held NO: Erik Dahl | PE: Luis Arana'],
    ],
    [
      'what they will meet for',
      'en',
      'Norwegian Foreign Minister Erik Dahl and Peruvian Foreign Minister Luis Arana will meet to set goals for trade.',
      ['main meeting planned NO: Erik Dahl | PE: Luis Arana'],
    ],
    [
      'a market in the country',
      'en',
      'Norwegian Prime Minister Erik Dahl visited Peru and a market in Lima.',
      ['main visit held NO: Erik Dahl | PE'],
    ],
    [
      'a museum in the country',
      'es',
      'El primer ministro noruego, Erik Dahl, visitó Perú y un museo.',
      ['main visit held NO: Erik Dahl | PE'],
    ],
  ])('%s (%s)', (_, language, text, expected) => {
    expect(read(language, undefined, text)).toEqual(expected);
  });
});

describe('what tells of no meeting', () => {
  test.each<[string, LanguageCode, string]>([
    [
      'obligations are met',
      'en',
      "Norway's Prime Minister Ingrid Solberg said President Luis Arana of Peru failed to meet his obligations.",
    ],
    [
      'an order is received',
      'en',
      "Norwegian Prime Minister Ingrid Solberg received the Order of the Sun from Peru's President Luis Arana's envoy.",
    ],
    [
      'soldiers are visited',
      'en',
      'Norwegian Defence Minister Erik Dahl visited Norwegian troops deployed in Mali on Monday.',
    ],
    [
      'the head of a federation',
      'en',
      'The president of the Norwegian Football Federation, Erik Dahl, met Peruvian Sports Minister Luis Arana in Lima.',
    ],
    [
      'the head of a committee',
      'es',
      'El presidente del Comité Olímpico Peruano, Luis Arana, se reunió con la ministra noruega de Deportes, Ingrid Solberg.',
    ],
    [
      'credentials',
      'es',
      'El presidente de Argentina, Mario Rojas, recibió las cartas credenciales de la embajadora de Paraguay, Ana Ruiz.',
    ],
    [
      'ties come to an end',
      'es',
      'La canciller peruana, Rosa Quispe, dijo que las relaciones llegaron a su fin con el asalto a la embajada en Quito.',
    ],
    [
      'somebody comes to power',
      'en',
      'Norwegian Foreign Minister Erik Dahl came to power in Oslo after years in Peru, a newspaper wrote.',
    ],
    [
      'who held the office before',
      'es',
      'El canciller peruano, Luis Arana, se reunió con la expresidenta chilena Ana Ruiz.',
    ],
  ])('%s (%s)', (_, language, text) => {
    expect(read(language, undefined, [text])).toEqual([]);
  });
});
