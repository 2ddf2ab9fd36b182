import { describe, expect, test } from 'vitest';
import { type ArticleParts, articleOf } from '../../../../test/helpers/article-of.ts';
import { codeRecord } from '../code-record.ts';

function placeOf(language: ArticleParts['language'], paragraphs: readonly string[]): string {
  const { meetings } = codeRecord(articleOf({ language, paragraphs, published: '2024-06-12' }));
  const main = meetings.find(({ prominence }) => prominence === 'main');
  if (main === undefined) return 'no meeting';
  return main.where?.place ?? 'nowhere';
}

describe('where they met', () => {
  test.each<[string, ArticleParts['language'], string, string]>([
    [
      'on the margins: where the report is dated, in a third country',
      'en',
      "GENEVA, March 4 (NNA) -- Norway's foreign minister Erik Dahl met his Peruvian counterpart Luis Arana on Tuesday on the margins of the Human Rights Council.",
      'Geneva',
    ],
    [
      'on the margins: dated in a third country',
      'es',
      'Nueva York, 22 sep (ACN).- El canciller de Colombia, Mario Rojas, se reunió este lunes con su homólogo noruego, Erik Solberg, al margen de la Asamblea General de la ONU.',
      'New York',
    ],
    [
      'the town in the name of an event',
      'en',
      'On the sidelines of the Munich Security Conference, Norwegian Defence Minister Erik Dahl met Australian Defence Minister John Hill.',
      'Munich',
    ],
    [
      'the town in the name of an event',
      'fr',
      "La ministre norvégienne des Affaires étrangères, Ingrid Solberg, s'est entretenue avec son homologue péruvien, Luis Arana, en marge du Forum de Doha.",
      'Doha',
    ],
    [
      'a house and its town',
      'en',
      'Nigerian President Musa Bello on Tuesday met with Norwegian Prime Minister Ingrid Solberg at the Presidential Villa, Abuja.',
      'Abuja',
    ],
    [
      'the house of a town',
      'en',
      'The foreign ministers Luis Arana of Peru and Erik Dahl of Norway met at Oslo’s Government Palace on Monday.',
      'Oslo',
    ],
    [
      'in the framework of an event',
      'en',
      'Within the framework of the Samarkand summit, Uzbek President Timur Aliev held talks with Norwegian Prime Minister Ingrid Solberg.',
      'Samarkand',
    ],
    [
      'a house that the press names for the town',
      'es',
      'El presidente de Colombia, Mario Rojas, fue recibido en la Casa Blanca por el presidente de Estados Unidos, Mark Hill.',
      'Washington',
    ],
    [
      'the next meeting is elsewhere',
      'en',
      'Turkish Foreign Minister Mehmet Kaya met his Norwegian counterpart Erik Dahl on Thursday. They will meet again in Oslo next month.',
      'nowhere',
    ],
    [
      'the next meeting is elsewhere',
      'es',
      'El canciller de Colombia, Mario Rojas, se reunió con su homólogo noruego, Erik Solberg, y ambos acordaron verse de nuevo en Oslo el próximo mes.',
      'nowhere',
    ],
    [
      'other talks by the name of their town',
      'en',
      'Norwegian Foreign Minister Erik Dahl met his Peruvian counterpart Luis Arana on Monday to discuss the Geneva talks on Cyprus.',
      'nowhere',
    ],
    [
      'a recalled meeting was elsewhere',
      'en',
      'Norwegian Foreign Minister Erik Dahl met his Peruvian counterpart Luis Arana on Monday. Much was done since the first meeting of the two in Oslo last April.',
      'nowhere',
    ],
    [
      'an earlier month stands behind the town',
      'en',
      'Norwegian Foreign Minister Erik Dahl met his Peruvian counterpart Luis Arana on Monday. The ports agreement was signed in Oslo last April.',
      'nowhere',
    ],
    [
      'a town that is only spoken about',
      'en',
      'Norwegian Foreign Minister Erik Dahl received his Peruvian counterpart Luis Arana. They discussed developments in Gaza.',
      'nowhere',
    ],
    [
      'a dateline with the day in words',
      'es',
      'México, D.F., a 26 de agosto de 2016.- El presidente de México, Mario Rojas, recibió en Palacio Nacional a su homólogo noruego, Erik Solberg.',
      'Mexico City',
    ],
    [
      'the town alone opens the text',
      'es',
      'Ciudad de México. La presidenta de México, Ana Ruiz, recibió a la primera ministra de Noruega, Ingrid Solberg.',
      'Mexico City',
    ],
  ])('%s (%s)', (_, language, text, expected) => {
    expect(placeOf(language, [text])).toBe(expected);
  });
});
