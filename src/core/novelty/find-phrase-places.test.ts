import { describe, expect, test } from 'vitest';
import { comparedText } from '../compare/compared-text.ts';
import type { DetectedLanguage } from '../model/language.ts';
import { findPhrasePlaces } from './find-phrase-places.ts';
import { noveltyPrint } from './novelty-print.ts';
import { noveltyText } from './novelty-text.ts';
import { findRecurringPhrases } from './recurring-phrases.ts';

const texts = [
  'The ferry left at noon. Both ministers praised the lasting friendship between the two ports.',
  'A storm came up. Again the mayors praised the lasting friendship between the two ports. It rained.',
  'The guests praised the lasting friendship between the two ports, and left.',
  'Nobody spoke of harbours. The budget of the school is larger.',
  'La délégation a salué les progrès accomplis dans la gestion concertée des frontières.',
];

function prepare(some: readonly string[], language: (text: string) => DetectedLanguage = () => 'en') {
  return some.map((text, index) =>
    noveltyText(`t${index}`, comparedText(text, language(text)), { day: `2024-01-0${index + 1}` }),
  );
}

describe('where phrases can stand', () => {
  const prepared = prepare(texts);
  const prints = prepared.map(noveltyPrint);

  test('only sentences whose words come back in enough texts', () => {
    const places = findPhrasePlaces(prints, { mostTexts: 10 });
    const told = places.map(({ id, sentences }) => [
      id,
      sentences.map(({ start, end }) => texts[Number(id.slice(1))]?.slice(start, end).trim()),
    ]);
    expect(told).toEqual([
      ['t0', ['Both ministers praised the lasting friendship between the two ports.']],
      ['t1', ['Again the mayors praised the lasting friendship between the two ports.']],
      ['t2', ['The guests praised the lasting friendship between the two ports, and left.']],
    ]);
  });

  test('those sentences give every phrase that the whole texts give', () => {
    const places = findPhrasePlaces(prints, { mostTexts: 10 });
    const short = places.flatMap(({ id, sentences }) => {
      const text = prepared.find((one) => one.id === id);
      return text === undefined ? [] : [{ ...text, sentences }];
    });
    const phrases = findRecurringPhrases(short);
    expect(phrases.length).toBeGreaterThan(0);
    expect(phrases).toEqual(findRecurringPhrases(prepared));
  });

  test('copies of one dispatch are one text, another language is another phrase', () => {
    const copies = prints.map((print) => ({ ...print, group: 'one' }));
    expect(findPhrasePlaces(copies, { mostTexts: 10 })).toEqual([]);
    const mixed = prints.map((print, index) => (index === 0 ? { ...print, language: 'fr' } : print));
    expect(findPhrasePlaces(mixed, { mostTexts: 10 })).toEqual([]);
  });

  test('of many texts those are kept in which most comes back, in their order', () => {
    const twice = 'The guests thanked the captain of the ferry and the crew.';
    const some = [`${texts[0]} ${twice}`, texts[1] ?? '', `${texts[2]} ${twice}`];
    const places = findPhrasePlaces(prepare(some).map(noveltyPrint), { leastTexts: 2, mostTexts: 2 });
    expect(places.map(({ id }) => id)).toEqual(['t0', 't2']);
  });
});
