import { otherMonths } from '../languages/other-months.ts';

/** The usual spellings and those that no table gives: short forms of the press, months of the Maghreb and the Levant. */
const pressNames: readonly string[] = [
  'january jan janvier janv enero ene يناير جانفي كانون gennaio januar janeiro gener janner',
  'february feb fevrier fevr fev febrero فبراير فيفري شباط febbraio februar fevereiro febrer',
  'march mar mars marzo مارس اذار marz maerz marco marc',
  'april apr avril avr abril abr ابريل افريل نيسان aprile',
  'may mai mayo ماي مايو ايار maggio maio maig',
  'june jun juin junio يونيو جوان يونيه حزيران giugno juni junho juny',
  'july jul juillet juil julio يوليوز يوليو جويليه تموز يوليه luglio juli julho juliol',
  'august aug aout agosto ago غشت اغسطس اوت اب agost اغشت',
  'september sep sept septembre septiembre setiembre شتنبر سبتمبر ايلول شتمبر settembre setembro setembre',
  'october oct octobre octubre اكتوبر ottobre oktober okt outubro',
  'november nov novembre noviembre نونبر نوفمبر نوفبر novembro',
  'december dec decembre diciembre dic دجنبر ديسمبر دجمبر dicembre dezember dez dezembro desembre',
];

const known = new Map<string, number>();
for (const [i, list] of pressNames.entries()) for (const name of list.split(' ')) known.set(name, i + 1);

let others: ReadonlyMap<string, number> | undefined;

/**
 * Month of a folded word in any language of the press. Languages beyond the usual ones are looked at when the first such
 * word stands where a month would; a word that is one month here and another there counts only when the
 * page's language is given.
 */
export function monthOfWord(folded: string, language?: string): number | undefined {
  const month = known.get(folded);
  if (month !== undefined) return month;
  if (folded.length < 3) return undefined;
  const own = language === undefined ? undefined : namesOf(language).get(folded);
  if (own !== undefined) return own;
  others ??= allNames();
  const other = others.get(folded);
  return other === 0 ? undefined : other;
}

/** The spellings that need no look at other languages. */
export function isUsualMonth(folded: string): boolean {
  return known.has(folded);
}

function allNames(): ReadonlyMap<string, number> {
  const all = new Map<string, number>();
  for (const language of Object.keys(otherMonths)) {
    for (const [name, month] of namesOf(language)) {
      const before = all.get(name);
      all.set(name, before === undefined || before === month ? month : 0);
    }
  }
  return all;
}

const memo = new Map<string, ReadonlyMap<string, number>>();

function namesOf(language: string): ReadonlyMap<string, number> {
  const done = memo.get(language);
  if (done) return done;
  const names = new Map<string, number>();
  if (Object.hasOwn(otherMonths, language)) {
    for (const [i, list] of (otherMonths[language] ?? '').split('|').entries())
      for (const name of list.split(' ')) if (name !== '') names.set(name, i + 1);
    memo.set(language, names);
  }
  return names;
}
