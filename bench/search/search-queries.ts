import type { SearchQuery } from '../../src/store/searching.ts';
import { createDice, type Dice } from './dice.ts';
import { bulkArticle, bulkLanguages, bulkPersonName, bulkWord, personOf } from './invent-archive.ts';

export interface QueryClass {
  readonly name: string;
  readonly queries: readonly SearchQuery[];
}

/** Kinds of queries, so many of each; ranks are those of the words in the invented press. */
export function makeQueries(articles: number, each: number): QueryClass[] {
  const dice = createDice(20_240_501);
  const make = (name: string, query: (word: (from: number, to: number) => string) => Omit<SearchQuery, 'limit'>) => ({
    name,
    queries: Array.from({ length: each }, () => query(wordOf(dice))),
  });
  return [
    make('rare word', (word) => ({ text: word(8_000, 30_000) })),
    make('word', (word) => ({ text: word(300, 3_000) })),
    make('frequent word', (word) => ({ text: word(10, 60) })),
    make('two words', (word) => ({ text: `${word(200, 2_000)} ${word(200, 2_000)}` })),
    make('two frequent', (word) => ({ text: `${word(10, 60)} ${word(10, 60)}` })),
    make('two frequent, ranked', (word) => ({ text: `${word(10, 60)} ${word(10, 60)}`, order: 'rank' })),
    make('phrase', () => ({ text: `"${phraseOf(dice, articles)}"` })),
    make('or, not', (word) => ({ text: `${word(200, 2_000)} OR ${word(200, 2_000)} -${word(20, 200)}` })),
    make('word, days, outlet', (word) => {
      const year = 2014 + dice.below(9);
      return { text: `${word(10, 300)} date:${year}-03..${year}-09 outlet:outlet${dice.below(60)}` };
    }),
    make('word, country, topic', (word) => ({ text: `${word(10, 300)} country:MA topic:trade` })),
    make('filters only', () => ({ text: `country:ES lang:fr from:${2014 + dice.below(9)}` })),
    make('person, two scripts', () => ({ text: bulkPersonName(personOf(dice.below(articles / 5)), 'en') })),
    make('deep page', (word) => ({ text: word(10, 60), offset: 400 })),
  ];
}

/** Words of one query are of one language, as those of people are. */
function wordOf(dice: Dice): (from: number, to: number) => string {
  const language = bulkLanguages[dice.below(4)] ?? 'fr';
  return (from, to) => bulkWord(language, from + dice.below(to - from));
}

function phraseOf(dice: Dice, articles: number): string {
  const words = bulkArticle(dice.below(articles)).body.split(' ');
  const at = 30 + dice.below(60);
  return words
    .slice(at, at + 3)
    .join(' ')
    .replaceAll('.', '');
}
