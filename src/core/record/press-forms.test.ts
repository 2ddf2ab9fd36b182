import { describe, expect, test } from 'vitest';
import { readPress, tellSides } from '../../../test/helpers/press-reports.ts';
import type { LanguageCode } from '../model/language.ts';
import type { ReportedMeeting } from '../model/record.ts';

function read(language: LanguageCode, ...paragraphs: string[]): readonly ReportedMeeting[] {
  return readPress(language, paragraphs);
}

function line(meeting: ReportedMeeting | undefined): string {
  if (meeting === undefined) return 'nothing';
  return `${meeting.type} ${meeting.status} ${tellSides(meeting, ': ')}`;
}

describe('names and titles', () => {
  test.each([
    [
      'a rank of several words is no name',
      'fr',
      "Le ministre nigérien de l'Intérieur et de l'Administration du Territoire, le Général de Brigade Moussa Adamou, a reçu jeudi à Niamey son homologue malien, Oumar Keïta.",
      'meeting held ML: Oumar Keïta | NE: Moussa Adamou',
    ],
    [
      'citizens abroad belong to the title',
      'fr',
      "Le ministre sénégalais des Affaires étrangères et des Sénégalais à l'extérieur, Modou Fall, a rencontré mardi à Dakar son homologue togolais, Kossi Ayité.",
      'meeting held SN: Modou Fall | TG: Kossi Ayité',
    ],
    [
      'the Spanish article begins no name',
      'es',
      'El ministro español de Defensa, Pedro Salas, visitó el Pentágono, donde se reunió con el secretario de Defensa de Estados Unidos, John Carver.',
      'meeting held ES: Pedro Salas | US: John Carver',
    ],
    [
      'two portfolios before an English head',
      'en',
      "Pakistan's Federal Interior and Narcotics Control Minister Asim Rana met his Omani counterpart Said Al Balushi in Muscat on Monday.",
      'meeting held OM: Said Al Balushi | PK: Asim Rana',
    ],
    [
      'the name Ali is not the word for "on"',
      'ar',
      'استقبل وزير الداخلية الكويتي سالم علي الرشيد اليوم وزير الداخلية العماني خالد الحارثي.',
      'meeting held KW: سالم علي الرشيد | OM: خالد الحارثي',
    ],
    [
      'a delegation is no part of the name',
      'ar',
      'استقبل وزير الدفاع التونسي كريم بن سالم اليوم وزير الدفاع القطري والوفد المرافق له.',
      'meeting held QA: وزير الدفاع القطري | TN: كريم بن سالم',
    ],
    [
      'an unknown second portfolio in Arabic',
      'ar',
      'التقى وزير الخارجية الأردني سامر الخطيب اليوم وزيرة الخارجية والتجارة بمملكة ليسوتو السيدة ماري موليفي.',
      'meeting held JO: سامر الخطيب | LS: ماري موليفي',
    ],
  ] as const)('%s', (_, language, text, expected) => {
    expect(line(read(language, text)[0])).toBe(expected);
  });
});

describe('who stands for a country', () => {
  test.each([
    [
      'two deputy ministers',
      'es',
      'El viceministro peruano de Relaciones Exteriores, Luis Rojas, se reunió el lunes en Lima con la subsecretaria de Relaciones Exteriores chilena, Ana Soto.',
      'meeting held CL: Ana Soto | PE: Luis Rojas',
    ],
    [
      'chiefs of staff',
      'fr',
      "Le chef d'état-major général des armées du Togo, le général Koffi Mensah, s'est entretenu mardi à Lomé avec le chef d'état-major des armées du Bénin, le général Jean Houessou.",
      'meeting held BJ: Jean Houessou | TG: Koffi Mensah',
    ],
    [
      'a delegation named by its country',
      'fr',
      "Le ministre tchadien de l'Intérieur, Ali Saleh, a reçu jeudi à N'Djamena une délégation iranienne.",
      'meeting held IR | TD: Ali Saleh',
    ],
    [
      'three ministers in the order of their adjectives',
      'en',
      'A trilateral meeting of Albanian, Serbian and Turkish Defence Ministers Arben Hoxha, Marko Ilic and Kemal Aydin was held in Tirana on Friday.',
      'meeting held AL: Arben Hoxha | RS: Marko Ilic | TR: Kemal Aydin',
    ],
    [
      'a country before the name',
      'en',
      "Ghanaian President Kofi Asante held talks in Accra on Monday with Egypt's Tarek Mansour.",
      'meeting held EG: Tarek Mansour | GH: Kofi Asante',
    ],
    [
      'two countries that talk',
      'es',
      'Autoridades de Chile y Perú sostendrán este lunes una reunión bilateral sobre la frontera.',
      'meeting planned CL | PE',
    ],
    [
      'the two who came',
      'fr',
      'Paul Lemaire et Karl Weber, les ministres français et allemand des Affaires étrangères, se sont rendus lundi à Niamey. Ils y ont notamment rencontré le président nigérien, Issa Garba.',
      'meeting held DE: Karl Weber | FR: Paul Lemaire | NE: Issa Garba',
    ],
  ] as const)('%s', (_, language, text, expected) => {
    expect(line(read(language, text)[0])).toBe(expected);
  });

  test('the counterpart of a minister is never of his own country', () => {
    const [call] = read(
      'fr',
      'Le ministre des Affaires étrangères, Samir Haddad, a reçu un coup de téléphone de son homologue libyen, Omar Zwai. Les deux ministres ont évoqué la situation en Libye. Samir Haddad a redit la position de la Tunisie.',
    );
    expect(call?.type).toBe('call');
    expect(call?.sides.map((side) => side.country).sort()).toEqual(['LY', 'TN']);
  });

  test('a dialogue between governments told in the present is no meeting', () => {
    expect(read('es', 'Los Gobiernos de Uruguay y Panamá dialogan para superar un viejo desacuerdo.')).toEqual([]);
  });
});

describe('kind and place', () => {
  test.each([
    [
      'Kenyan President Jomo Otieno held a telephone conversation on Monday with Ugandan President Paul Okello.',
      'call',
    ],
    ['Kenyan President Jomo Otieno spoke with Ugandan President Paul Okello via telephone on Monday.', 'call'],
  ])('%s', (text, type) => {
    expect(read('en', text)[0]?.type).toBe(type);
  });

  test('the country of an office is not the place', () => {
    const [meeting] = read(
      'ar',
      'استقبل وزير الخارجية القطري جاسم المري اليوم جون كارفر وزير الدفاع في الولايات المتحدة.',
    );
    expect(meeting?.where).toBeUndefined();
  });

  test('the capital that a comma closes', () => {
    const [meeting] = read(
      'en',
      'Saudi Justice Minister Fahd Al Otaibi met his Russian counterpart Ivan Petrov in the capital, Moscow, on Tuesday.',
    );
    expect(meeting?.where?.place).toBe('Moscow');
  });
});

describe('verbs and nouns of talks', () => {
  const fr = ["Le ministre tunisien de l'Intérieur, Karim Saidi,", "le ministre espagnol de l'Intérieur, Pedro Salas"];
  const en = ['Tunisian Interior Minister Karim Saidi', 'Spanish Interior Minister Pedro Salas'];
  const es = ['El ministro tunecino del Interior, Karim Saidi,', 'el ministro español del Interior, Pedro Salas'];
  const ar = ['وزير الداخلية التونسي كريم السعيدي', 'وزير الداخلية الإسباني بيدرو سالاس'];
  test.each([
    ['fr', `${fr[0]} a évoqué jeudi à Rabat avec ${fr[1]}, la coopération sécuritaire.`, 'held'],
    ['fr', `La rencontre entre ${fr[0]?.toLowerCase()} et ${fr[1]}, a été reportée.`, 'postponed'],
    ['en', `During a meeting with ${en[1]} in Rabat on Thursday, ${en[0]} praised the cooperation.`, 'held'],
    ['en', `${en[0]} and ${en[1]} discussed security in Rabat on Thursday.`, 'held'],
    ['es', `${es[0]} analizó el jueves con ${es[1]}, la cooperación policial.`, 'held'],
    ['es', `La reunión entre el ministro tunecino del Interior, Karim Saidi, y ${es[1]}, fue aplazada.`, 'postponed'],
    ['ar', `جمع لقاء اليوم بالرباط ${ar[0]} و${ar[1]}.`, 'held'],
  ] as const)('%s %s', (language, text, status) => {
    const [meeting] = read(language, text);
    expect(meeting?.sides.map((side) => side.country).sort()).toEqual(['ES', 'TN']);
    expect(meeting?.status).toBe(status);
  });
});

describe('portfolios that no list holds', () => {
  test.each([
    [
      'fr',
      'Le ministre tunisien du Commerce et du Rayonnement des entreprises, Karim Saidi, a reçu jeudi son homologue espagnol, Pedro Salas.',
      'Karim Saidi',
    ],
    [
      'es',
      'El ministro de Agricultura, Pesca y Alimentación tunecino, Karim Saidi, recibió el jueves al ministro español de Agricultura, Pedro Salas.',
      'Karim Saidi',
    ],
    ['ar', 'التقى وزير المالية التونسي كريم السعيدي اليوم وزير المالية الإسباني بيدرو سالاس.', 'كريم السعيدي'],
  ] as const)('%s %s', (language, text, name) => {
    const [meeting] = read(language, text);
    const side = meeting?.sides.find((item) => item.country === 'TN');
    expect(side?.participants.map((person) => person.name?.full)).toEqual([name]);
  });
});

describe('plans of several verbs', () => {
  test.each([
    'Japanese Prime Minister Taro Mori was slated to visit India on Sunday and hold talks with Indian Prime Minister Arun Das.',
    'Japanese Foreign Minister Taro Mori had been scheduled to hold security talks with Indian Foreign Minister Arun Das.',
  ])('%s', (text) => {
    expect(read('en', text).map((meeting) => meeting.status)).not.toContain('held');
  });
});

test('a full name after the verb without an office is of the other country', () => {
  const [meeting] = read(
    'en',
    'Sri Lanka and Pakistan agreed on Monday to work together. Pakistani Interior Minister Asim Rana was received by Nimal Perera in Colombo.',
  );
  expect(line(meeting)).toContain('LK: Nimal Perera');
});
