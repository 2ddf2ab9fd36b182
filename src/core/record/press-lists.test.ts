import { describe, expect, test } from 'vitest';
import { principals, readPress, tellSides } from '../../../test/helpers/press-reports.ts';
import type { LanguageCode } from '../model/language.ts';
import type { ReportedMeeting } from '../model/record.ts';

function line(meeting: ReportedMeeting): string {
  return `${meeting.type} ${meeting.status}: ${tellSides(meeting, ' ', principals)}`;
}

type Case = readonly [name: string, language: LanguageCode, text: string, lines: readonly string[]];

function check(cases: readonly Case[]): void {
  test.each(cases)('%s (%s)', (_, language, text, lines) => {
    expect(readPress(language, text).map(line)).toEqual(lines);
  });
}

describe('one office for several people, each with the own country', () => {
  check([
    [
      'counterparts',
      'fr',
      'Le ministre marocain des Affaires étrangères, Karim Alami, a eu mardi des entretiens séparés avec ses homologues portugais, Rui Teles, danois, Lars Holm, et maltais, Mark Borg.',
      [
        'meeting held: MA Karim Alami | PT Rui Teles',
        'meeting held: DK Lars Holm | MA Karim Alami',
        'meeting held: MA Karim Alami | MT Mark Borg',
      ],
    ],
    [
      'an office said once',
      'es',
      'Los ministros de Defensa de Chile, Diego Vidal, y de Bolivia, Raúl Mamani, se reunieron el lunes en Arica.',
      ['meeting held: BO Raúl Mamani | CL Diego Vidal'],
    ],
    [
      'an office said once',
      'fr',
      'Les ministres de la Défense du Togo, Kossi Ayité, et du Bénin, Paul Dossou, se sont réunis lundi à Lomé.',
      ['meeting held: BJ Paul Dossou | TG Kossi Ayité'],
    ],
    [
      'an office said once',
      'pt',
      'Os ministros da Defesa de Portugal, Rui Teles, e de Angola, João Neto, reuniram-se segunda-feira em Lisboa.',
      ['meeting held: AO João Neto | PT Rui Teles'],
    ],
    [
      'two adjectives under one dual',
      'ar',
      'بحث وزيرا الخارجية الأردني سامر الخطيب، والعماني خالد الحارثي، اليوم في مسقط سبل تعزيز العلاقات.',
      ['meeting held: JO سامر الخطيب | OM خالد الحارثي'],
    ],
  ]);
});

describe('each was met alone', () => {
  check([
    [
      'separately',
      'en',
      'Norwegian Foreign Minister Nils Berg on Monday met separately with Kenyan Foreign Minister Peter Otieno and Ghanaian Foreign Minister Kofi Mensah in Oslo.',
      ['meeting held: KE Peter Otieno | NO Nils Berg', 'meeting held: GH Kofi Mensah | NO Nils Berg'],
    ],
    [
      'a list that begins with a role: each role goes with the name behind it',
      'fr',
      'Le président togolais, Kossi Ayité, a rencontré lundi son homologue ghanéen, Kofi Mensah, le président kényan, Peter Otieno, et le président zambien, John Banda.',
      [
        'meeting held: GH Kofi Mensah | TG Kossi Ayité',
        'meeting held: KE Peter Otieno | TG Kossi Ayité',
        'meeting held: TG Kossi Ayité | ZM John Banda',
      ],
    ],
    [
      'two at one table are three sides',
      'es',
      'El canciller chileno, Diego Vidal, se reunió el lunes en Lima con el canciller peruano, Raúl Quispe, y el canciller boliviano, Luis Mamani.',
      ['meeting held: BO Luis Mamani | CL Diego Vidal | PE Raúl Quispe'],
    ],
    [
      'one after the other',
      'es',
      'El canciller chileno, Diego Vidal, se reunió el lunes por separado con el canciller peruano, Raúl Quispe, y el canciller boliviano, Luis Mamani.',
      ['meeting held: CL Diego Vidal | PE Raúl Quispe', 'meeting held: BO Luis Mamani | CL Diego Vidal'],
    ],
    [
      'one after the other',
      'ar',
      'التقى وزير الخارجية الأردني سامر الخطيب اليوم في لقاءات منفصلة وزير الخارجية العماني خالد الحارثي ووزير الخارجية الكويتي ناصر السالم.',
      ['meeting held: JO سامر الخطيب | OM خالد الحارثي', 'meeting held: JO سامر الخطيب | KW ناصر السالم'],
    ],
  ]);
});

describe('heads of the two sides', () => {
  check([
    [
      'led by',
      'en',
      'Peru and Norway held talks on fisheries in Lima on Monday. The Peruvian delegation was led by Defence Minister Raúl Quispe while the Norwegian side was headed by Defence Minister Nils Berg.',
      ['meeting held: NO Nils Berg | PE Raúl Quispe'],
    ],
    [
      'led by',
      'fr',
      'La délégation togolaise était conduite par le ministre de la Défense, Kossi Ayité, et la partie ghanéenne par le ministre de la Défense, Kofi Mensah.',
      ['meeting held: GH Kofi Mensah | TG Kossi Ayité'],
    ],
    [
      'led by',
      'es',
      'La delegación chilena estuvo encabezada por el ministro de Defensa, Diego Vidal, y la delegación peruana por el ministro de Defensa, Raúl Quispe.',
      ['meeting held: CL Diego Vidal | PE Raúl Quispe'],
    ],
    [
      'led by',
      'ar',
      'ترأس الجانب الأردني معالي وزير الخارجية سامر الخطيب، فيما ترأس الجانب العماني معالي وزير الخارجية خالد الحارثي.',
      ['meeting held: JO سامر الخطيب | OM خالد الحارثي'],
    ],
  ]);
});

describe('titles that tell the country', () => {
  check([
    [
      'citizens abroad',
      'fr',
      "Le ministre des Affaires étrangères, de la Coopération africaine et des Marocains résidant à l'étranger, Karim Alami, a reçu lundi le ministre danois des Affaires étrangères, Lars Holm.",
      ['meeting held: DK Lars Holm | MA Karim Alami'],
    ],
    [
      'citizens abroad',
      'ar',
      'التقى وزير الخارجية والهجرة والمصريين بالخارج كريم سالم اليوم وزير الخارجية الدنماركي لارس هولم.',
      ['meeting held: DK لارس هولم | EG كريم سالم'],
    ],
    [
      'an office that one country names so',
      'es',
      'El secretario de Relaciones Exteriores, Pablo Rentería, y el ministro de Exteriores de Noruega, Nils Berg, se reunieron el lunes en Panamá.',
      ['meeting held: MX Pablo Rentería | NO Nils Berg'],
    ],
    [
      'an office that one country names so',
      'en',
      'The Home Secretary, Jane Marsh, spoke by phone on Monday with Danish Interior Minister Lars Holm.',
      ['call held: DK Lars Holm | GB Jane Marsh'],
    ],
  ]);
});

describe('many who gather meet nobody in particular', () => {
  check([
    [
      'arrivals for a conference',
      'en',
      'Kenyan Foreign Minister Peter Otieno, Ghanaian Foreign Minister Kofi Mensah and Zambian Foreign Minister John Banda arrived in Oslo on Monday for a conference.',
      [],
    ],
    [
      'an assembly of a region',
      'ar',
      'يعقد وزراء الخارجية العرب اجتماعا اليوم في القاهرة برئاسة وزير الخارجية الأردني سامر الخطيب.',
      [],
    ],
    [
      'an assembly of a region',
      'fr',
      'Les ministres africains des Affaires étrangères se sont réunis lundi à Lomé sous la présidence du ministre ghanéen, Kofi Mensah.',
      [],
    ],
    [
      'a game',
      'fr',
      "L'entraîneur marocain Karim Alami a rencontré son homologue danois avant le match de football de samedi.",
      [],
    ],
    [
      'an airport with the name of a king',
      'ar',
      'وصل إلى جدة اليوم رئيس الحكومة الأردني سامر الخطيب، وكان في استقباله بمطار الملك خالد نائب أمير المنطقة.',
      ['visit held: JO سامر الخطيب | SA'],
    ],
  ]);
});

describe('whose country is not that of a place', () => {
  check([
    [
      'a tour: both countries are visited',
      'en',
      'Foreign Minister Karim Salem left on Monday on a tour that will take him to Kenya and Zambia, said the ministry spokesman, Ambassador Ali Nasser.',
      [],
    ],
    [
      'who confirms a trip of others does not travel',
      'es',
      'La presidenta peruana, Rosa Quispe, confirmó que los secretarios de Defensa y de Marina viajaron a Noruega.',
      [],
    ],
    [
      'their counterparts are those of the subject',
      'fr',
      "Le ministre danois de la Défense, Lars Holm, et le ministre danois de l'Intérieur, Ole Lund, ont rencontré lundi à Lomé le président togolais, Kossi Ayité, et leurs homologues togolais.",
      ['meeting held: DK Lars Holm, Ole Lund | TG Kossi Ayité'],
    ],
  ]);
});

describe('status and type', () => {
  check([
    [
      'what a visit comes after is recalled',
      'en',
      'Norwegian Foreign Minister Nils Berg met his Danish counterpart, Lars Holm, in Oslo on Monday. The meeting comes weeks after Berg held talks with Kenyan Foreign Minister Peter Otieno.',
      ['meeting held: DK Lars Holm | NO Nils Berg', 'meeting held: KE Peter Otieno | NO Nils Berg'],
    ],
    [
      'the past opens the sentence, the plan is the news',
      'fr',
      "Depuis sa nomination l'été dernier, le ministre français de l'Intérieur, Luc Morel, est attendu en Zambie pour une visite officielle.",
      ['visit planned: FR Luc Morel | ZM'],
    ],
    [
      'their talks',
      'en',
      'Kenyan Interior Minister Peter Otieno told Danish Interior Minister Lars Holm in their phone talks on Monday that smuggling must end.',
      ['call held: DK Lars Holm | KE Peter Otieno'],
    ],
    [
      'who invites is the host',
      'fr',
      "Le ministre danois de l'Intérieur, Lars Holm, a entamé lundi une visite de travail à Lomé, à l'invitation du ministre togolais de l'Intérieur, Kossi Ayité.",
      ['visit held: DK Lars Holm | TG Kossi Ayité'],
    ],
    [
      'a session that is planned',
      'fr',
      'La 4e session de la Grande commission mixte bénino-togolaise de coopération se tiendra à Lomé en juillet, a indiqué le ministère.',
      ['joint_session planned: BJ | TG'],
    ],
  ]);
});

describe('an office and its holder behind a comma are one person', () => {
  test.each<[LanguageCode, string, string, string, string]>([
    [
      'fr',
      'La présidente reçoit le chef de la diplomatie norvégienne',
      "La présidente de la Zambie, Ada Lumen, a reçu lundi à Lusaka le chef de la diplomatie norvégienne, le ministre des Affaires étrangères Lars Holm. L'audience s'est tenue en présence du ministre des Affaires étrangères, Paul Banda.",
      'NO Lars Holm',
      'ZM Ada Lumen',
    ],
    [
      'es',
      'La presidenta recibe al jefe de la diplomacia noruega',
      'La presidenta de Zambia, Ada Lumen, recibió el lunes en Lusaka al jefe de la diplomacia noruega, el ministro de Exteriores Lars Holm. La audiencia contó con la presencia del ministro de Exteriores, Paul Banda.',
      'NO Lars Holm',
      'ZM Ada Lumen',
    ],
  ])(
    '%s: the headline speaks of him, not of the namesake in office who looks on',
    (language, title, text, guest, host) => {
      const [first] = readPress(language, text, { title });
      expect(first && line(first)).toBe(`meeting held: ${guest} | ${host}`);
    },
  );
});

describe('family names that are common words too', () => {
  check([
    [
      'behind a hyphen',
      'fr',
      "Le ministre marocain de l'Intérieur, Karim Alami, a reçu lundi à Rabat son homologue espagnol, Tomás Grande-Robles.",
      ['meeting held: ES Tomás Grande-Robles | MA Karim Alami'],
    ],
    [
      'not where they open a name',
      'fr',
      "Le ministre marocain de l'Intérieur, Karim Alami, a reçu lundi à Rabat son homologue espagnol, Tomás Robles. La Grande Commission mixte se réunira en juin.",
      ['meeting held: ES Tomás Robles | MA Karim Alami'],
    ],
    [
      'a month',
      'en',
      'Moroccan interior minister Karim Alami received his British counterpart, Harriet May, in Rabat on Monday.',
      ['meeting held: GB Harriet May | MA Karim Alami'],
    ],
    [
      'a month that is one',
      'en',
      'Moroccan interior minister Karim Alami met his British counterpart Harriet Lowe May 6 in Rabat.',
      ['meeting held: GB Harriet Lowe | MA Karim Alami'],
    ],
  ]);
});
