import { countryAdjective, countryName } from '../../../src/core/gazetteer/countries.ts';
import type { Dice } from '../../fuzz/dice.ts';
import type { PressWords } from './words/press-words.ts';

/** What stays the same in one text. */
export interface Scene {
  readonly slots: ReadonlyMap<string, string>;
  /** A report names several people. */
  readonly people: readonly string[];
}

const countries = [
  'SE',
  'DK',
  'PT',
  'GR',
  'PL',
  'HU',
  'NL',
  'IE',
  'CA',
  'MX',
  'PE',
  'CL',
  'BR',
  'JP',
  'KE',
  'GH',
  'SN',
  'TN',
  'JO',
  'TR',
];

/** Countries that a minister of one template meets, never twice the same. */
export function counterparts(dice: Dice): readonly string[] {
  return shuffled(countries, dice);
}

export function sceneOf(
  words: PressWords,
  dice: Dice,
  day: Date,
  fixed: { readonly host?: string; readonly country?: string; readonly guest?: string } = {},
): Scene {
  const { language } = words;
  const country = fixed.country ?? dice.pick(countries);
  const adjective = countryAdjective(country, language) ?? countryName(country, language);
  const [city = '', city2 = ''] = shuffled(words.cities, dice);
  const [topic = '', topic2 = ''] = shuffled(words.topics, dice);
  return {
    slots: new Map([
      ['host', fixed.host ?? personName(words, dice)],
      ['guest', fixed.guest ?? personName(words, dice)],
      ['country', countryName(country, language)],
      ['demonym', language === 'ar' ? `ال${adjective}` : adjective],
      ['city', city],
      ['city2', city2],
      ['topic', topic],
      ['topic2', topic2],
      ['weekday', words.weekdays[(day.getUTCDay() + 6) % 7] ?? ''],
      ['month', words.months[day.getUTCMonth()] ?? ''],
      [
        'date',
        words.date.replace('{day}', String(day.getUTCDate())).replace('{month}', words.months[day.getUTCMonth()] ?? ''),
      ],
    ]),
    people: [personName(words, dice), personName(words, dice), personName(words, dice)],
  };
}

export function personName(words: PressWords, dice: Dice): string {
  return `${dice.pick(words.firstNames)} ${dice.pick(words.nameStarts)}${dice.pick(words.nameEnds)}`;
}

/** Fills the slots of a sentence; figures, bodies and people of reports are drawn each time. */
export function fill(pattern: string, scene: Scene, words: PressWords, dice: Dice): string {
  const filled = pattern.replace(/\{(\w+)\}/g, (_, slot: string) => {
    if (slot === 'n') return String(20 + dice.below(900));
    if (slot === 'm') return String(2 + dice.below(60));
    if (slot === 'person') return dice.pick(scene.people);
    if (slot === 'body') return dice.pick(words.bodies);
    return scene.slots.get(slot) ?? '';
  });
  return filled.charAt(0).toUpperCase() + filled.slice(1);
}

/** A sentence in three is one that the trade writes again and again; the others are said once. */
const stockShare = 0.33;

/** Seven to twelve sentences about one matter. */
export function writeReport(words: PressWords, scene: Scene, dice: Dice): string[] {
  const stock = shuffled(words.news, dice);
  return Array.from({ length: 7 + dice.below(6) }, (_, nth) =>
    nth === 0 || dice.share() < stockShare
      ? fill(stock[nth] ?? '', scene, words, dice)
      : ownSentence(words, scene, dice),
  );
}

/** Grammatical, and as good as never written twice. */
function ownSentence(words: PressWords, scene: Scene, dice: Dice): string {
  const clause = (): string => {
    const [subject, object] = shuffled(words.things, dice);
    return `${subject ?? ''} ${dice.pick(words.actions)} ${object ?? ''}`;
  };
  const tie = dice.pick(words.ties);
  const named = dice.share() < 0.3 ? `${dice.pick(scene.people)}: ` : '';
  return fill(
    `${named}${clause()} ${tie} ${clause()}${dice.share() < 0.5 ? `, ${dice.pick(words.ties)} ${clause()}` : ''}.`,
    scene,
    words,
    dice,
  );
}

export function writeCommunique(words: PressWords, template: number, scene: Scene, dice: Dice): string[] {
  return (words.communiques[template] ?? []).map((pattern) => fill(pattern, scene, words, dice));
}

export function shuffled<T>(items: readonly T[], dice: Dice): T[] {
  const list = [...items];
  for (let i = list.length - 1; i > 0; i--) {
    const j = dice.below(i + 1);
    [list[i], list[j]] = [list[j] as T, list[i] as T];
  }
  return list;
}
