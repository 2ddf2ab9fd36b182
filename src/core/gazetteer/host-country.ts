import type { CountryCode } from '../model/record.ts';
import { foldText } from '../text/normalise.ts';
import { capitalOf, countryAdjective, countryCodes, countryNames } from './countries.ts';
import { outletHomes } from './data/outlet-homes.ts';

/** Country domains that are sold to everybody or stand for something else. */
const NOT_NATIONAL: ReadonlySet<string> = new Set('co io tv me ai eu cc ws fm am su ly to gg im'.split(' '));

/** Second levels under a national ending: `com.mx`, `gov.uk`. */
const SECOND_LEVELS: ReadonlySet<string> = new Set(
  'com co org net gov gob gouv go edu ac or ne gub mil info nic com'.split(' '),
);

/** A country's name inside a host is read from so many letters; shorter ones hide in other words. */
const SHORTEST = 4;

interface Index {
  readonly outlets: ReadonlyMap<string, CountryCode>;
  /** Names, adjectives and capitals without spaces, longest first. */
  readonly words: readonly (readonly [word: string, code: CountryCode])[];
}

let index: Index | undefined;

/** Home of an outlet as its address tells it: a known outlet, a national ending, or a country's name in the domain. */
export function countryOfHost(host: string): CountryCode | undefined {
  const labels = host
    .toLowerCase()
    .replace(/^www\d?\./, '')
    .split('.');
  const top = labels.at(-1) ?? '';
  const second = labels.at(-2) ?? '';
  const national = top.length === 2 && !NOT_NATIONAL.has(top);
  const at = national && labels.length > 2 && SECOND_LEVELS.has(second) ? -3 : -2;
  const name = labels.at(at) ?? '';
  const domain = labels.slice(at).join('.');
  index ??= buildIndex();
  const { outlets, words } = index;
  const known = outlets.get(domain) ?? outlets.get(labels.slice(at - 1).join('.'));
  if (known !== undefined) return known;
  if (national) return top === 'uk' ? 'GB' : top.toUpperCase();
  if (outlets.has(name)) return outlets.get(name);
  for (const part of [name, ...name.split('-')]) {
    const found = words.find(([word]) => part.startsWith(word) || (word.length > SHORTEST && part.endsWith(word)));
    if (found !== undefined) return found[1];
  }
  return undefined;
}

function buildIndex(): Index {
  const outlets = new Map<string, CountryCode>();
  for (const [code, list] of Object.entries(outletHomes)) {
    for (const name of list.split(' ')) outlets.set(name, outlets.has(name) ? '' : code);
  }
  for (const [name, code] of [...outlets]) if (code === '') outlets.delete(name);
  const words = new Map<string, CountryCode>();
  for (const code of countryCodes) {
    const forms = (['en', 'fr', 'es'] as const).flatMap((language) => [
      ...countryNames(code, language),
      countryAdjective(code, language) ?? '',
      capitalOf(code)?.names[language] ?? '',
    ]);
    for (const form of forms) {
      const word = foldText(form).replace(/[^a-z]/g, '');
      if (word.length >= SHORTEST && !AMBIGUOUS.has(word))
        words.set(word, words.has(word) && words.get(word) !== code ? '' : code);
    }
  }
  return {
    outlets,
    words: [...words].filter(([, code]) => code !== '').sort((a, b) => b[0].length - a[0].length),
  };
}

/** Names that open or close other words, or are a people's wider area. */
const AMBIGUOUS: ReadonlySet<string> = new Set(
  'oman roma rome male lome bern apia suva praia american americain americano english paris swiss polo dane lima sofia seul thai irish indian'.split(
    ' ',
  ),
);
