import { describe, expect, test } from 'vitest';
import { languagePacks } from '../languages/packs.ts';
import { type LanguageCode, languageCodes } from '../model/language.ts';
import { foldText, foldWord } from '../text/normalise.ts';
import { tokenize } from '../text/tokens.ts';
import {
  capitalOf,
  countryAdjective,
  countryByName,
  countryCodes,
  countryDemonyms,
  countryName,
  countryNames,
} from './countries.ts';
import { seats } from './data/seats.ts';
import { findCountries } from './find-countries.ts';
import { findPlaces, placeForms, placeName, places } from './places.ts';

const LANGUAGES = languageCodes;
const FOUR = ['fr', 'en', 'es', 'ar'] as const;

function countries(language: LanguageCode, text: string, weak = false): string[] {
  const tokens = tokenize(text);
  return findCountries(tokens, 0, tokens.length, language, { weak }).map(
    (mention) => `${text.slice(mention.start, mention.end)}=${mention.code}/${mention.kind}`,
  );
}

function cities(language: LanguageCode, text: string): string[] {
  const tokens = tokenize(text);
  return findPlaces(tokens, 0, tokens.length, language).map((mention) => mention.place.id);
}

describe('countries in sentences', () => {
  test.each<[LanguageCode, string, string[]]>([
    ['fr', 'Le ministre marocain a reçu son homologue espagnole', ['marocain=MA/demonym', 'espagnole=ES/demonym']],
    ['fr', 'une réunion maroco-espagnole', ['maroco=MA/dyad', 'espagnole=ES/dyad']],
    ['fr', 'le sommet franco-germano-polonais', ['franco=FR/dyad', 'germano=DE/dyad', 'polonais=PL/dyad']],
    [
      'fr',
      'le Royaume du Maroc et les Émirats arabes unis',
      ['Royaume du Maroc=MA/name', 'Émirats arabes unis=AE/name'],
    ],
    ['fr', 'le Royaume a indiqué que les deux pays', []],
    ['fr', "la qualité de l'eau, selon les EAU", ['EAU=AE/name']],
    [
      'fr',
      'le Niger et le Nigeria, un nigérien et un nigérian',
      ['Niger=NE/name', 'Nigeria=NG/name', 'nigérien=NE/demonym', 'nigérian=NG/demonym'],
    ],
    [
      'fr',
      'la Guinée équatoriale, la Guinée-Bissau et la Guinée',
      ['Guinée équatoriale=GQ/name', 'Guinée-Bissau=GW/name', 'Guinée=GN/name'],
    ],
    ['fr', 'le ministre sud-coréen à Séoul', ['sud-coréen=KR/demonym', 'Séoul=KR/capital']],
    ['fr', 'les pays latino-américains', []],
    ['fr', 'rapporte Maroc Diplomatique', []],
    ['fr', "l'Union européenne et l'Algérie", ['Algérie=DZ/name']],
    ['fr', 'Kigali et Moroni veulent coopérer', ['Kigali=RW/capital', 'Moroni=KM/capital']],
    ['fr', 'au Congo-Brazzaville, le ministre congolais', ['Congo-Brazzaville=CG/name', 'congolais=CG/demonym']],
    ['fr', 'M. Maurice Dupont est arrivé', []],
    ['fr', 'la RDC et le Congo', ['RDC=CD/name', 'Congo=CD/name']],
    [
      'en',
      'Moroccan and Spanish ministers met in Jordan',
      ['Moroccan=MA/demonym', 'Spanish=ES/demonym', 'Jordan=JO/name'],
    ],
    ['en', 'the US and us, the UK and UAE', ['US=US/name', 'UK=GB/name', 'UAE=AE/name']],
    ['en', "Morocco's minister, a polish of words", ['Morocco=MA/name']],
    ['en', 'Spain-Morocco talks', ['Spain=ES/name', 'Morocco=MA/name']],
    ['en', 'Moroccan-Spanish talks', ['Moroccan=MA/dyad', 'Spanish=ES/dyad']],
    ['en', 'Franco-German talks', ['Franco=FR/dyad', 'German=DE/dyad']],
    ['en', 'the player Michael Jordan was there', []],
    ['en', 'Minister Israel Katz said that Israel agreed', ['Israel=IL/name']],
    ['en', 'Latin American leaders and South Korean officials', ['South Korean=KR/demonym']],
    ['en', 'South Sudan and Sudan', ['South Sudan=SS/name', 'Sudan=SD/name']],
    ['en', 'the European Union (EU) said', []],
    ['es', 'el ministro marroquí y su homóloga española', ['marroquí=MA/demonym', 'española=ES/demonym']],
    ['es', 'relaciones hispano-marroquíes', ['hispano=ES/dyad', 'marroquíes=MA/dyad']],
    ['es', 'la comisión hispanomarroquí', ['hispano=ES/dyad', 'marroquí=MA/dyad']],
    ['es', 'un cantante hispanoamericano', []],
    ['es', 'EE.UU. y EEUU y Estados Unidos', ['EE.UU=US/name', 'EEUU=US/name', 'Estados Unidos=US/name']],
    ['es', 'México y EU firman', ['México=MX/name', 'EU=US/name']],
    ['es', 'la vicepresidenta Francia Márquez habló', []],
    ['es', 'la porcelana china', ['china=CN/demonym']],
    ['es', 'El Salvador y Arabia Saudí', ['El Salvador=SV/name', 'Arabia Saudí=SA/name']],
    ['es', 'una reunión en Túnez', ['Túnez=TN/name']],
    ['es', 'su homólogo americano', ['americano=US/demonym']],
    ['ar', 'وزير الداخلية المغربي ونظيره الإسباني', ['المغربي=MA/demonym', 'الإسباني=ES/demonym']],
    ['ar', 'المباحثات المغربية الإسبانية', ['المغربية=MA/dyad', 'الإسبانية=ES/dyad']],
    ['ar', 'جمهورية مصر العربية والمملكة المتحدة', ['جمهورية مصر العربية=EG/name', 'والمملكة المتحدة=GB/name']],
    ['ar', 'الولايات المتحدة الأمريكية وأميركا', ['الولايات المتحدة الأمريكية=US/name', 'وأميركا=US/name']],
    ['ar', 'أكدت المملكة أن البلدين', []],
    ['ar', 'سفير المغرب لدى تونس بالجزائر', ['المغرب=MA/name', 'تونس=TN/name', 'بالجزائر=DZ/name']],
    ['ar', 'وكالة المغرب العربي للأنباء', []],
    ['ar', 'وصل إلى عمان', ['عمان=JO/capital']],
    ['ar', 'سلطنة عمان والوزير العماني في عمان', ['سلطنة عمان=OM/name', 'العماني=OM/demonym', 'عمان=OM/name']],
    ['ar', 'التعاون المالي ووزارة المالية', []],
    ['ar', 'استقبل نظيره المالي', ['المالي=ML/demonym']],
    ['ar', 'الوزير الكوري الجنوبي', ['الكوري الجنوبي=KR/demonym']],
    ['ar', 'لليمن وللبنان', ['لليمن=YE/name', 'وللبنان=LB/name']],
    ['ar', 'المواطنون المغاربة والفرنسيين', ['المغاربة=MA/demonym', 'والفرنسيين=FR/demonym']],
  ])('%s: %s', (language, text, expected) => expect(countries(language, text)).toEqual(expected));

  test('members of a compound know each other, shared forms know their alternatives', () => {
    const text = 'une réunion maroco-espagnole et un ministre congolais';
    const tokens = tokenize(text);
    const found = findCountries(tokens, 0, tokens.length, 'fr');
    expect(found.map((mention) => mention.dyad)).toEqual([['MA', 'ES'], ['MA', 'ES'], undefined]);
    expect(found.at(-1)).toMatchObject({ code: 'CD', alternatives: ['CG'] });
  });

  test('weak forms are reported when asked for', () => {
    expect(countries('ar', 'التعاون المالي', true)).toEqual(['المالي=ML/demonym']);
  });
});

describe('places in sentences', () => {
  test.each<[LanguageCode, string, string[]]>([
    ['fr', 'à Charm el-Cheikh puis au Caire et à Nice', ['sharm-el-sheikh', 'cairo', 'nice']],
    ['en', 'a nice talk in Geneva, then Tripoli', ['geneva', 'tripoli']],
    ['es', 'en La Paz se firmó la paz; luego Ginebra', ['la-paz', 'geneva']],
    ['es', 'el presidente Santiago Peña viajó a Santiago', ['santiago-de-chile']],
    ['ar', 'بالرباط وفي جدة وبتونس', ['rabat', 'jeddah', 'tunis']],
    ['ar', 'في مسقط رأسه', []],
    ['ar', 'كان الوزير في العيون، والمرحلة الجديدة', ['laayoune']],
    ['fr', 'le salé et le sucre', []],
    ['fr', 'dans la capitale marocaine', ['rabat']],
    ['en', 'in the Spanish capital', ['madrid']],
    ['es', 'en la capital francesa', ['paris']],
    ['ar', 'في العاصمة الجزائرية', ['algiers']],
    ['ar', 'سلطنة عمان', []],
    ['ar', 'وسلمه درعا تذكاريا، وكان تاريخا للبلدين', []],
    ['ar', 'لتحقيق مآرب أخرى بقطار بخاري لا كسلا', []],
    ['ar', 'في درعا ثم في تاريخا ثم إلى مأرب', ['daraa', 'tarija', 'marib']],
    ['es', 'Constanza dijo en Constanza que viajará', ['constanta']],
    ['en', 'WASHINGTON, July 23 - Talks', ['washington']],
  ])('%s: %s', (language, text, expected) => expect(cities(language, text)).toEqual(expected));

  test('a capital with the name of its country has both readings', () => {
    const tokens = tokenize('التقى الوزيران في تونس');
    expect(findCountries(tokens, 0, tokens.length, 'ar').map((mention) => mention.code)).toEqual(['TN']);
    expect(findPlaces(tokens, 0, tokens.length, 'ar').map((mention) => mention.place.id)).toEqual(['tunis']);
  });

  test('two places of one name are told', () => {
    const tokens = tokenize('en Córdoba');
    expect(findPlaces(tokens, 0, tokens.length, 'es')[0]).toMatchObject({
      place: { id: 'cordoba', country: 'ES' },
      alternatives: [{ id: 'cordoba-ar' }],
    });
  });
});

describe('the tables', () => {
  test('every language lists the same countries', () => {
    for (const language of LANGUAGES) {
      expect(Object.keys(languagePacks[language].gazetteer.countries).sort()).toEqual([...countryCodes]);
    }
    expect(countryCodes.length).toBeGreaterThanOrEqual(198);
    expect(countryCodes).not.toContain('EU');
  });

  test('every country has a capital, except where the seat is disputed', () => {
    expect(countryCodes.filter((code) => capitalOf(code) === undefined)).toEqual(['EH', 'IL']);
    for (const place of places) if (place.country !== undefined) expect(countryCodes).toContain(place.country);
  });

  // Regions of ISO 3166 that no government of a state speaks for, and codes out of use.
  const NO_STATES =
    `AC AI AN AQ AS AW AX BL BM BQ BU BV CC CK CP CQ CS CW CX DD DG DY EA EU EZ FK FO FX GF GG GI GL GP GS GU
    HM HV IC IM IO JE KY MF MO MP MQ MS NC NF NH NU PF PM PN PR QO RE RH SH SJ SU SX TA TC TF TK TP UK UM UN VD VG VI WF XA
    XB YD YT YU ZR ZZ`.split(/\s+/);

  test('every region of the platform is a country here, or a territory without a government of its own', () => {
    const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
    const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
    const regions = letters.flatMap((a) => letters.map((b) => a + b)).filter((code) => names.of(code) !== undefined);
    expect(regions.length).toBeGreaterThan(240);
    const unknown = regions.filter((code) => !countryCodes.includes(code) && !NO_STATES.includes(code));
    expect(unknown).toEqual([]);
    expect(NO_STATES.filter((code) => countryCodes.includes(code))).toEqual([]);
  });

  test.each(LANGUAGES)('%s: every country has a demonym', (language) => {
    expect(countryCodes.filter((code) => countryDemonyms(code, language).length === 0)).toEqual([]);
  });

  // Names that the platform writes otherwise than the press, or that differ between its versions.
  const OTHER_NAMES: Readonly<Record<LanguageCode, readonly string[]>> = {
    fr: ['HK', 'MM'],
    en: ['HK', 'MM', 'CG', 'CD', 'TR'],
    es: ['HK', 'MM', 'TR', 'TL', 'ZW', 'GW', 'PS', 'VA'],
    ar: ['HK', 'MM', 'CG', 'CD'],
    pt: ['HK', 'MM', 'CG', 'CD', 'CI', 'EH', 'FM', 'GD', 'PS', 'TM', 'TR', 'UZ', 'YE', 'ZW'],
  };

  test.each(LANGUAGES)('%s: the names of the platform are among ours', (language) => {
    const platform = new Intl.DisplayNames([language], { type: 'region' });
    const missing = countryCodes
      .filter(
        (code) => !countryNames(code, language).some((name) => foldText(name) === foldText(platform.of(code) ?? '')),
      )
      .filter((code) => !OTHER_NAMES[language].includes(code))
      .map((code) => `${code} ${platform.of(code)}`);
    expect(missing).toEqual([]);
  });

  test.each(LANGUAGES)('%s: each name and demonym is found and means its country', (language) => {
    const lost: string[] = [];
    for (const code of countryCodes) {
      for (const form of [...countryNames(code, language), ...countryDemonyms(code, language)]) {
        const tokens = tokenize(form);
        const found = findCountries(tokens, 0, tokens.length, language, { weak: true });
        const whole = found.find((mention) => mention.start === 0 && tokens[mention.lastToken - 1] === tokens.at(-1));
        if (whole === undefined || (whole.code !== code && !whole.alternatives.includes(code)))
          lost.push(`${code} ${form}`);
      }
    }
    expect(lost).toEqual([]);
  });

  const SHARED: Readonly<Record<LanguageCode, readonly string[]>> = {
    fr: ['CD CG'],
    en: ['CD CG', 'DM DO'],
    es: ['CD CG'],
    ar: ['CD CG', 'DM DO', 'NE NG'],
    pt: ['CD CG'],
  };

  test.each(LANGUAGES)('%s: no two countries share a demonym unless it is listed', (language) => {
    const owners = new Map<string, Set<string>>();
    for (const code of countryCodes) {
      for (const form of countryDemonyms(code, language)) {
        owners.set(foldWord(form), (owners.get(foldWord(form)) ?? new Set()).add(code));
      }
    }
    const shared = [...owners.values()].filter((codes) => codes.size > 1).map((codes) => [...codes].sort().join(' '));
    expect([...new Set(shared)].sort()).toEqual([...SHARED[language]].sort());
  });

  test.each(LANGUAGES)('%s: each place is found by each of its names', (language) => {
    const lost: string[] = [];
    for (const { text, value } of placeForms(language)) {
      const tokens = tokenize(text);
      const [mention] = findPlaces(tokens, 0, tokens.length, language, { weak: true });
      const ids = [mention?.place.id, ...(mention?.alternatives.map((place) => place.id) ?? [])];
      if (!ids.includes(value.place.id) || mention?.lastToken !== tokens.length) lost.push(`${value.place.id} ${text}`);
    }
    expect(lost).toEqual([]);
    expect(placeForms(language).length).toBeGreaterThan(400);
  });

  test('place ids are unique, no place stands twice and every language has a name', () => {
    expect(new Set(places.map((place) => place.id)).size).toBe(places.length);
    const told = places.map(({ name, country }) => `${name} ${country}`);
    expect(told.filter((place, at) => told.indexOf(place) !== at)).toEqual([]);
    for (const place of places) for (const language of LANGUAGES) expect(place.names[language]).not.toBe('');
  });

  test('names for readers', () => {
    expect(FOUR.map((language) => countryName('MA', language))).toEqual(['Maroc', 'Morocco', 'Marruecos', 'المغرب']);
    expect(FOUR.map((language) => placeName('jeddah', language))).toEqual(['Djeddah', 'Jeddah', 'Yeda', 'جدة']);
    expect(FOUR.map((language) => countryAdjective('MA', language))).toEqual([
      'marocain',
      'Moroccan',
      'marroquí',
      'مغربي',
    ]);
    expect(countryName('ZZ', 'fr')).toBe('ZZ');
    expect(countryByName('etats-unis', 'fr')).toBe('US');
  });
});

test('every seat of a government stands in a town of the tables', () => {
  const names = new Set(places.map((place) => place.name));
  expect(seats.map(([town]) => town).filter((town) => !names.has(town))).toEqual([]);
});
