import { type Dice, diceOf } from '../../fuzz/dice.ts';
import { cut, retype, rewrite } from './edit-copy.ts';
import type { PressText } from './press.ts';
import { arabic } from './words/ar.ts';
import { english } from './words/en.ts';
import { spanish } from './words/es.ts';
import { french } from './words/fr.ts';
import type { PressWords } from './words/press-words.ts';
import {
  counterparts,
  fill,
  personName,
  type Scene,
  sceneOf,
  shuffled,
  writeCommunique,
  writeReport,
} from './write-original.ts';

export const pressWords: Readonly<Record<PressWords['language'], PressWords>> = {
  fr: french,
  en: english,
  es: spanish,
  ar: arabic,
};

export interface PressOptions {
  readonly seed: number;
  /** Originals of each language. Half are reports, half communiqués. */
  readonly originals: number;
  /** Texts that stand in for the reports, by language. */
  readonly base?: ReadonlyMap<string, readonly (readonly string[])[]>;
}

const firstDay = Date.UTC(2024, 2, 4);
const dayLength = 86_400_000;
/** Originals of one language a day: what an archive of one subject gets. */
const perDay = 6;
/** Communiqués of one template that one minister signs before the next takes over. */
const perHost = 8;

/** Originals with their copies, articles that lifted from them, and communiqués of one template about other meetings. */
export function makePress(language: PressWords['language'], options: PressOptions): PressText[] {
  const words = pressWords[language];
  const dice = diceOf(options.seed, language.charCodeAt(0) * 256 + language.charCodeAt(1));
  const base = shuffled(options.base?.get(language) ?? [], dice);
  const texts: PressText[] = [];
  const hosts = words.communiques.map(() => ({ name: personName(words, dice), countries: counterparts(dice) }));
  for (let number = 0; number < options.originals; number++) {
    const day = firstDay + Math.floor(number / perDay) * dayLength;
    const at = new Date(day);
    const id = `${language}-${String(number).padStart(5, '0')}`;
    let scene: Scene;
    let sentences: readonly string[];
    let template: string | undefined;
    if (number % 2 === 0) {
      scene = sceneOf(words, dice, at);
      sentences = base.length === 0 ? writeReport(words, scene, dice) : (base[(number / 2) % base.length] ?? []);
    } else {
      const form = ((number - 1) / 2) % words.communiques.length;
      const nth = Math.floor((number - 1) / 2 / words.communiques.length);
      const host = hosts[form] ?? { name: '', countries: [] };
      if (nth % perHost === 0 && nth > 0)
        hosts[form] = { name: personName(words, dice), countries: counterparts(dice) };
      const { name, countries } = hosts[form] ?? host;
      scene = sceneOf(words, dice, at, { host: name, country: countries[nth % perHost] ?? 'SE' });
      sentences = writeCommunique(words, form, scene, dice);
      template = `${language}-${form}`;
    }
    // A base text that is used again is the same dispatch.
    const dispatch = template === undefined && base.length > 0 ? `${language}-base-${(number / 2) % base.length}` : id;
    if (template === undefined && base.length > 0 && number / 2 >= base.length) continue;
    const original: PressText = {
      id,
      language,
      title: fill(dice.pick(words.headlines), scene, words, dice),
      sentences,
      published: stamp(day, 6 + dice.below(8), dice),
      outlet: 'Wire',
      agency: 'Wire',
      made: 'original',
      dispatch,
      ...(template === undefined ? {} : { template }),
    };
    texts.push(original, ...copiesOf(original, words, scene, day, dice, template === undefined && base.length > 0));
  }
  return [...texts, ...hostsOf(texts, words, dice)];
}

function copiesOf(
  original: PressText,
  words: PressWords,
  scene: Scene,
  day: number,
  dice: Dice,
  foreign: boolean,
): PressText[] {
  const count = 1 + dice.below(3);
  return shuffled(['retitled', 'cut', 'rewritten'] as const, dice)
    .slice(0, count)
    .map((made, nth): PressText => {
      const own = ownLede(original, words, scene, dice, foreign);
      const sentences = {
        retitled: () => retype(original.sentences, dice),
        cut: () => cut(original.sentences, dice),
        rewritten: () => rewrite(original.sentences, own, words.fillers, dice),
      }[made]();
      const { agency, ...rest } = original;
      return {
        ...rest,
        id: `${original.id}-${nth}${made.charAt(0)}`,
        title: fill(dice.pick(words.headlines), scene, words, dice),
        sentences,
        published: stamp(day + dice.below(2) * dayLength, 15 + dice.below(8), dice),
        outlet: `Paper ${1 + dice.below(40)}`,
        ...(dice.share() < 0.5 && agency !== undefined ? { agency } : {}),
        made,
        source: original.id,
      };
    });
}

function ownLede(original: PressText, words: PressWords, scene: Scene, dice: Dice, foreign: boolean): string {
  if (original.template !== undefined) return fill(dice.pick(words.ledes), scene, words, dice);
  const [first = ''] = original.sentences;
  const named = scene.people.find((person) => original.sentences.some((sentence) => sentence.includes(person)));
  if (!foreign)
    return `${named ?? words.bodies[0] ?? ''}: ${scene.slots.get('topic') ?? ''}, ${scene.slots.get('city') ?? ''}.`;
  // Somebody else's text: every other word of its lead is all that can be said about it.
  return first
    .split(' ')
    .filter((_, index) => index % 2 === 0)
    .join(' ');
}

/** Articles of their own that hold three sentences of a report. */
function hostsOf(texts: readonly PressText[], words: PressWords, dice: Dice): PressText[] {
  const originals = texts.filter(
    ({ made, template, sentences }) => made === 'original' && template === undefined && sentences.length >= 5,
  );
  return originals
    .filter((_, index) => index % 5 === 0)
    .map((from): PressText => {
      const day = Date.parse(from.published.slice(0, 10)) + dice.below(3) * dayLength;
      const scene = sceneOf(words, dice, new Date(day));
      const own = writeReport(words, scene, dice);
      const start = dice.below(from.sentences.length - 2);
      const place = 2 + dice.below(Math.max(1, own.length - 2));
      return {
        id: `${from.id}-host`,
        language: from.language,
        title: fill(dice.pick(words.headlines), scene, words, dice),
        sentences: [...own.slice(0, place), ...from.sentences.slice(start, start + 3), ...own.slice(place)],
        published: stamp(day, 18 + dice.below(5), dice),
        outlet: `Paper ${1 + dice.below(40)}`,
        made: 'host',
        dispatch: `${from.id}-host`,
        lifted: from.dispatch,
      };
    });
}

/** Two in five pages print no hour. */
function stamp(day: number, hour: number, dice: Dice): string {
  const date = new Date(day).toISOString().slice(0, 10);
  return dice.share() < 0.4 ? date : `${date}T${String(hour).padStart(2, '0')}:00:00Z`;
}
