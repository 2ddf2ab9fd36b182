import type { Meeting, Person } from '../../src/core/model/record.ts';
import { inventMeeting } from '../../src/testing/invented.ts';
import { createDice, type Dice } from './dice.ts';

/** An article of an invented press: words without meaning, spread as words of a language are. */
export interface BulkArticle {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly body: string;
  readonly language: string;
  readonly outletId: string;
  readonly day: string;
}

export const bulkLanguages = ['fr', 'en', 'es', 'ar'] as const;
export type BulkLanguage = (typeof bulkLanguages)[number];

const VOCABULARY = 40_000;
const OUTLETS = 60;
const PEOPLE = 1_500;
const DAYS = 3_650;
/** One meeting for so many articles. */
const PER_MEETING = 5;
const countries = 'MA ES FR IT DZ TN SN DE PT EG MR ML LY BE NL GB US CN TR SA'.split(' ');
const topics = ['migration', 'border', 'trade', 'energy', 'defence', 'culture', 'trafficking', 'diplomacy'] as const;

const syllables: Readonly<Record<BulkLanguage, readonly string[]>> = {
  fr: 'ba ché dou fra gué jon lé mar nou pré qui rou sè tran vé ple cou ré'.split(' '),
  en: 'ba che do fre gi ha lo mar ne pro que ri sto tra ver win thi con'.split(' '),
  es: 'ba che do fra gó ja lo mar ñu pre que ri só tra ve llu con re'.split(' '),
  ar: 'با تو جي حا خو دي را سو شي صا طو عي فا قو كي لا مو ني'.split(' '),
};
const endings: Readonly<Record<BulkLanguage, readonly string[]>> = {
  fr: ['', '', 's', 'es', 'ement', 'ation', 'ées'],
  en: ['', '', 's', 'ed', 'ing', 'ation', 'ment'],
  es: ['', '', 's', 'es', 'ción', 'amente', 'ados'],
  ar: ['', '', 'ة', 'ات', 'ين', 'ية'],
};

/** The word of a rank: 0 is the most frequent. Always the same. */
export function bulkWord(language: BulkLanguage, rank: number): string {
  const some = syllables[language];
  let left = rank + some.length;
  let word = '';
  while (left > 0) {
    word += some[left % some.length] ?? '';
    left = Math.floor(left / some.length);
  }
  return word;
}

export function bulkArticle(number: number): BulkArticle {
  const dice = createDice(number + 1);
  const language = bulkLanguages[number % 4] ?? 'fr';
  const length = 120 + dice.below(260);
  const words: string[] = [];
  for (let i = 0; i < length; i++) {
    const ending = endings[language][dice.below(endings[language].length)] ?? '';
    words.push(`${bulkWord(language, zipf(dice))}${ending}${i % 14 === 13 ? '.' : ''}`);
  }
  const person = bulkPersonName(personOf(Math.floor(number / PER_MEETING)), language);
  words.splice(20, 0, ...person.split(' '));
  const day = new Date(Date.UTC(2014, 0, 1 + ((Math.imul(number, 48_271) >>> 0) % DAYS))).toISOString().slice(0, 10);
  return {
    id: bulkId(number),
    number,
    title: words.slice(0, 9).join(' '),
    body: words.join(' '),
    language,
    outletId: `outlet${number % OUTLETS}`,
    day,
  };
}

export function bulkId(number: number): string {
  return `b${String(number).padStart(8, '0')}`;
}

export const bulkOutlets: readonly string[] = Array.from({ length: OUTLETS }, (_, index) => `outlet${index}`);

/** Names in Latin letters, and in Arabic ones what Arabic papers would print. */
export function bulkPersonName(person: number, language: BulkLanguage): string {
  const of = language === 'ar' ? 'ar' : 'en';
  const [first, last] = [bulkWord(of, 90_000 + (person % 70)), bulkWord(of, 120_000 + person)];
  return of === 'ar' ? `${first} ${last}` : `${capital(first)} ${capital(last)}`;
}

export function* bulkMeetings(articles: number): Generator<Meeting> {
  for (let meeting = 0; meeting * PER_MEETING < articles; meeting++) {
    const dice = createDice(meeting + 7);
    const one = dice.below(6);
    const other = (one + 1 + dice.below(countries.length - 1)) % countries.length;
    const first = meeting * PER_MEETING;
    yield inventMeeting({
      id: `bm${meeting}`,
      countries: [countries[one] ?? 'MA', countries[other] ?? 'ES'],
      articles: Array.from({ length: Math.min(PER_MEETING, articles - first) }, (_, index) => bulkId(first + index)),
      day: bulkArticle(first).day,
      person: `bp${personOf(meeting)}`,
      topic: topics[dice.below(topics.length)] ?? 'trade',
    });
  }
}

export function bulkPeople(): Person[] {
  return Array.from({ length: PEOPLE }, (_, person) => {
    const [latin, arabic] = [bulkPersonName(person, 'en'), bulkPersonName(person, 'ar')];
    return {
      id: `bp${person}`,
      slug: `person-${person}`,
      name: latin,
      names: [
        { surface: latin, full: latin, lang: 'en', script: 'latin' as const },
        { surface: arabic, full: arabic, lang: 'ar', script: 'arabic' as const },
      ],
      offices: [],
    };
  });
}

export function personOf(meeting: number): number {
  return (meeting * 7) % PEOPLE;
}

/** Ranks as in a language: the word of rank r about as often as 1/r. */
function zipf(dice: Dice): number {
  return Math.min(VOCABULARY - 1, Math.floor(VOCABULARY ** dice.part()) - 1);
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
