import { describe, expect, test } from 'vitest';
import { type ArticleParts, articleOf } from '../../../test/helpers/article-of.ts';
import { codeRecord } from './code-record.ts';

type Language = ArticleParts['language'];

/** What is read of a page whose address tells no country. */
function read(language: Language, title: string | undefined, paragraphs: readonly string[]): string[] {
  const article = articleOf({
    language,
    paragraphs,
    published: '2024-06-12',
    ...(title === undefined ? {} : { title }),
  });
  return codeRecord(article).meetings.map((meeting) => {
    const sides = meeting.sides.map((side) => {
      const names = side.participants.map((person) => person.name?.full ?? person.roleText);
      return names.length === 0 ? side.country : `${side.country}: ${names.join(', ')}`;
    });
    return `${meeting.prominence} ${meeting.type} ${meeting.status} ${sides.sort().join(' | ')}`;
  });
}

describe('who hosts and who comes', () => {
  test.each<[string, Language, string | undefined, string[], string[]]>([
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
        'Su agenda incluye un encuentro de alto nivel con la presidenta del Perú, Rosa Quispe, el próximo martes.',
        'La presidenta de Honduras, Xenia Cárcamo, arribó la tarde del domingo a Lima, donde fue recibida por el ministro de Relaciones Exteriores del Perú, Luis Arana.',
        'La presidenta del Perú, Rosa Quispe, recibirá a su homóloga hondureña el martes.',
      ],
      [
        'main visit held HN: Xenia Cárcamo | PE: Luis Arana',
        'secondary meeting planned HN: Xenia Cárcamo | PE: Rosa Quispe',
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
