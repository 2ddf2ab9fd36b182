const ministers = [
  'Petra Quillan',
  'Karim Sadaoui',
  'Odile Marchenoir',
  'Bruno Calvarosi',
  'Lena Vasterholm',
  'Omar Tahrouni',
];
const countries: readonly (readonly [adjective: string, capital: string])[] = [
  ['Spanish', 'Madrid'],
  ['Moroccan', 'Rabat'],
  ['French', 'Paris'],
  ['Italian', 'Rome'],
  ['Swedish', 'Stockholm'],
  ['Tunisian', 'Tunis'],
];
const offices = ['Minister of the Interior', 'Minister of Foreign Affairs', 'Minister of Defence'] as const;
const first = ['Ada', 'Boris', 'Clara', 'Dario', 'Elsa', 'Farid', 'Greta', 'Hugo', 'Irene', 'Jonas', 'Karla', 'Leo'];

export interface InventedPage {
  readonly text: string;
  readonly url: string;
}

/**
 * A page of an invented press: the same number always gives the same page. Three outlets tell of each meeting, in words
 * of their own; a tenth of the pages leave the name or the country of one side unsaid, as the press does. The meetings
 * are spread over ten years, pairs and offices, and whoever holds an office changes every four years.
 */
export function inventPressPage(number: number): InventedPage {
  const meeting = Math.floor(number / 3);
  const outlet = number % 3;
  const office = offices[meeting % offices.length] ?? offices[0];
  const one = Math.floor(meeting / 3) % countries.length;
  const other = (one + 1 + (Math.floor(meeting / 18) % (countries.length - 1))) % countries.length;
  const day = dayOf(Math.floor((meeting * 3650) / 3400) % 3650);
  const holder = (country: number): string => {
    const term = Math.floor((Number(day.year) - 2014) / 4);
    return `${first[(country * 5 + term * 7 + offices.indexOf(office) * 3) % first.length]} ${ministers[country]?.split(' ')[1]}`;
  };
  const [adjective = '', capital = ''] = countries[one] ?? [];
  const [otherAdjective = ''] = countries[other] ?? [];
  const said = `${day.day} ${day.month} ${day.year}`;
  const host = number % 10 === 4 ? `${office} ${holder(one)}` : `The ${adjective} ${office}, ${holder(one)},`;
  const guest = `the ${otherAdjective} ${office}${number % 10 === 7 ? '' : `, ${holder(other)}`}`;
  const verb = ['held talks with', 'met', 'received'][outlet] ?? 'met';
  const body = [
    `${host} ${verb} ${guest} in ${capital} on ${said}.`,
    ['They discussed migration and the fight against trafficking.', 'Security at the border was the main subject.'][
      meeting % 2
    ],
    ['The talks took place in the morning.', 'A dinner followed.', 'Reporters were not admitted.'][outlet],
  ].join(' ');
  const name = ['Herald of Alder', 'Courier of Elm', 'Gazette of Birch'][outlet] ?? '';
  return {
    text: `Ministers meet in ${capital} on ${said}\n\n${name}, ${said}\n\n${body}`,
    url: `https://${['alder', 'elm', 'birch'][outlet]}.example/${number}`,
  };
}

const months = 'January February March April May June July August September October November December'.split(' ');

function dayOf(offset: number): { readonly day: number; readonly month: string; readonly year: number } {
  const date = new Date(Date.UTC(2014, 0, 1 + offset));
  return { day: date.getUTCDate(), month: months[date.getUTCMonth()] ?? '', year: date.getUTCFullYear() };
}
