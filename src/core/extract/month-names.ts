import { foldWord } from '../text/normalise.ts';

/** Spellings that Intl does not give: short forms of the press, months of the Maghreb and the Levant. */
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

const otherLanguages =
  'az be bg bn bs ca cs da de el es et eu fa-u-ca-gregory fi fil fr ga gl gu he hi hr hu hy id is it ka kk lt lv mk mr ms nb nl pa pl pt ro ru sk sl sq sr sr-Latn sv sw ta te th-u-ca-gregory tr uk ur uz vi zu'.split(
    ' ',
  );

let others: ReadonlyMap<string, number> | undefined;

/**
 * Month of a folded word in any language of the press. Languages beyond the usual ones are asked of Intl, once, when the
 * first such word stands where a month would; a word that is one month here and another there counts only when the
 * page's language is given.
 */
export function monthOfWord(folded: string, language?: string): number | undefined {
  const month = known.get(folded);
  if (month !== undefined) return month;
  if (folded.length < 3) return undefined;
  if (language && otherLanguages.includes(language)) {
    const own = namesOf(language).get(folded);
    if (own !== undefined) return own;
  }
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
  for (const language of otherLanguages) {
    for (const [name, month] of namesOf(language)) {
      const before = all.get(name);
      all.set(name, before === undefined || before === month ? month : 0);
    }
  }
  return all;
}

const memo = new Map<string, ReadonlyMap<string, number>>();

/** Names of the months alone and beside a day, which many languages write in another case. */
function namesOf(language: string): ReadonlyMap<string, number> {
  const done = memo.get(language);
  if (done) return done;
  const names = new Map<string, number>();
  for (const style of ['long', 'short'] as const) {
    for (const day of [true, false]) {
      const format = new Intl.DateTimeFormat(language, {
        month: style,
        ...(day ? { day: 'numeric' } : {}),
        timeZone: 'UTC',
      });
      for (let month = 1; month <= 12; month++) {
        const text = format
          .formatToParts(new Date(Date.UTC(2024, month - 1, 15)))
          .filter(({ type }) => type === 'month')
          .map(({ value }) => foldWord(value.replace(/\.$/, '')))[0];
        if (text && text.length >= 3 && /^[\p{L}\p{M}]+$/u.test(text) && !names.has(text)) names.set(text, month);
      }
    }
  }
  memo.set(language, names);
  return names;
}
