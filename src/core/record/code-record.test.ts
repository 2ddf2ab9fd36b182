import { describe, expect, test } from 'vitest';
import { articleOf } from '../../../test/helpers/article-of.ts';
import type { LanguageCode } from '../model/language.ts';
import type { ReportedMeeting } from '../model/record.ts';
import { codeRecord } from './code-record.ts';

/** One report and the line that its main meeting must give: `type status day place | side: names and roles | …`. */
interface Case {
  readonly name: string;
  readonly title?: string;
  readonly text: readonly string[];
  readonly published?: string;
  readonly main: string | undefined;
}

function summary(meeting: ReportedMeeting | undefined): string | undefined {
  if (meeting === undefined) return undefined;
  const sides = [...meeting.sides]
    .sort((a, b) => (a.country < b.country ? -1 : 1))
    .map((side) => {
      const people = side.participants
        .filter((participant) => participant.capacity !== 'delegation')
        .map((participant) => `${participant.name?.full ?? '?'} (${participant.roleCode})`);
      return `${side.country}: ${people.join(', ')}`.trim();
    });
  const head = [
    meeting.type,
    meeting.status,
    meeting.when.edtf ?? '-',
    meeting.where?.place ?? meeting.where?.country ?? '-',
  ];
  return [head.join(' '), ...sides].join(' | ');
}

function run(language: LanguageCode, item: Case): void {
  const article = articleOf({
    language,
    paragraphs: item.text,
    ...(item.title === undefined ? {} : { title: item.title }),
    ...(item.published === undefined ? {} : { published: item.published }),
  });
  const record = codeRecord(article);
  expect(summary(record.meetings.find((meeting) => meeting.prominence === 'main'))).toBe(item.main);
}

const FRENCH: readonly Case[] = [
  {
    name: 'counterpart phrase: its adjective is its side, the other is the home side named in the headline',
    title: 'Le Portugal et la Norvège veulent coopérer davantage',
    text: [
      "Le ministre de l'Intérieur, Rui Almeida, s'est entretenu, mardi à Lisbonne, avec son homologue norvégienne, Ingrid Solberg, de la coopération entre les deux pays.",
    ],
    published: '2024-05-16',
    main: 'meeting held 2024-05-14 Lisbon | NO: Ingrid Solberg (minister:interior) | PT: Rui Almeida (minister:interior)',
  },
  {
    name: 'surnames in the headline, full names in the lead',
    title: "Diallo reçoit le ministre italien de l'Intérieur",
    text: [
      "Le ministre sénégalais de l'Intérieur, M. Ousmane Diallo, a reçu lundi à Dakar le ministre de l'Intérieur de la République italienne, Paolo Ricci, en présence de hauts responsables.",
    ],
    published: '2024-03-12',
    main: 'meeting held 2024-03-11 Dakar | IT: Paolo Ricci (minister:interior) | SN: Ousmane Diallo (minister:interior)',
  },
  {
    name: 'telephone call, names before their roles',
    text: [
      "Jean Morel, ministre français des Affaires étrangères, s'est entretenu mercredi par téléphone avec Karl Brandt, son homologue allemand.",
    ],
    published: '2024-03-14',
    main: 'call held 2024-03-13 - | DE: Karl Brandt (minister:foreign_affairs) | FR: Jean Morel (minister:foreign_affairs)',
  },
  {
    name: 'received by: the visitor is the subject',
    text: [
      'Le Premier ministre tunisien, Sami Trabelsi, a été reçu jeudi à Alger par le président algérien, Mourad Benali.',
    ],
    published: '2023-06-09',
    main: 'meeting held 2023-06-08 Algiers | DZ: Mourad Benali (president) | TN: Sami Trabelsi (prime_minister)',
  },
  {
    name: 'a visit is only a visit',
    text: [
      'Le ministre belge de la Défense, Luc Peeters, a entamé mardi une visite officielle de deux jours à Nouakchott.',
    ],
    published: '2023-06-07',
    main: 'visit held 2023-06-06 Nouakchott | BE: Luc Peeters (minister:defence) | MR:',
  },
  {
    name: 'planned',
    text: [
      'Le ministre grec des Affaires étrangères, Nikos Pappas, recevra vendredi à Athènes son homologue chypriote, Andreas Ioannou.',
    ],
    published: '2023-06-07',
    main: 'meeting planned 2023-06-09 Athens | CY: Andreas Ioannou (minister:foreign_affairs) | GR: Nikos Pappas (minister:foreign_affairs)',
  },
  {
    name: 'the object stands before the relative clause',
    text: [
      "Le président béninois, Marc Dossou, sera le premier chef d'État africain que le président français, Paul Lemaire, recevra mardi à Paris.",
    ],
    published: '2024-06-14',
    main: 'meeting planned 2024-06-18 Paris | BJ: Marc Dossou (president) | FR: Paul Lemaire (president)',
  },
  {
    name: 'two presidents and a host who is present',
    text: [
      "Ce mardi 4 juin 2024, à Doha, l'émir du Qatar, cheikh Hamad Al Kuwari, a assisté au tête-à-tête de Paul Mba, chef de l'État gabonais, et de Jean Obiang, son homologue camerounais.",
    ],
    main: 'meeting held 2024-06-04 Doha | CM: Jean Obiang (head_of_state) | GA: Paul Mba (head_of_state) | QA: Hamad Al Kuwari (emir)',
  },
];

const ENGLISH: readonly Case[] = [
  {
    name: 'held talks with a counterpart',
    text: [
      'The Moldovan Minister of Interior, Andrei Rusu, held talks on Tuesday in Chisinau with his Polish counterpart, Marek Nowak.',
    ],
    published: '2024-06-13',
    main: 'meeting held 2024-06-11 Chisinau | MD: Andrei Rusu (minister:interior) | PL: Marek Nowak (minister:interior)',
  },
  {
    name: 'portfolio before the head noun, received',
    title: 'Jordanian king receives Canadian defence minister',
    text: [
      'AMMAN — Jordanian King Faisal received Canadian Defence Minister Alice Tremblay on Monday and discussed regional security.',
    ],
    published: '2024-06-12',
    main: 'meeting held 2024-06-10 Amman | CA: Alice Tremblay (minister:defence) | JO: Faisal (king)',
  },
  {
    name: 'a phone call from the caller',
    text: [
      'Omani Foreign Minister Salim Al Harthy received a phone call today from his Belgian counterpart, Luc Peeters.',
    ],
    published: '2024-06-12',
    main: 'call held 2024-06-12 - | BE: Luc Peeters (minister:foreign_affairs) | OM: Salim Al Harthy (minister:foreign_affairs)',
  },
  {
    name: 'plural role with two countries and two names',
    text: [
      'The foreign ministers of Peru and Ecuador, Carla Rojas and Diego Mena, met on the sidelines of a regional forum in Lima on Friday.',
    ],
    published: '2024-06-15',
    main: 'meeting held 2024-06-14 Lima | EC: Diego Mena (minister:foreign_affairs) | PE: Carla Rojas (minister:foreign_affairs)',
  },
  {
    name: 'a headline in the present, a visit still to come',
    title: 'Canadian defence minister visits Tallinn',
    text: ['Canadian Defence Minister Alice Tremblay will visit Tallinn on Friday, the ministry said.'],
    published: '2024-06-12',
    main: 'visit planned 2024-06-14 Tallinn | CA: Alice Tremblay (minister:defence) | EE:',
  },
  {
    name: 'called off',
    text: ['Swedish Foreign Minister Karin Berg has called off her trip to Kenya, her office said on Monday.'],
    published: '2024-06-12',
    main: 'visit cancelled 2024-06-10 KE | KE: | SE: Karin Berg (minister:foreign_affairs)',
  },
];

const SPANISH: readonly Case[] = [
  {
    name: 'se reunió con su homólogo',
    text: [
      'El ministro chileno del Interior, Pablo Soto, se reunió este martes en Santiago con su homólogo uruguayo, Andrés Pereira.',
    ],
    published: '2024-06-12',
    main: 'meeting held 2024-06-11 Santiago de Chile | CL: Pablo Soto (minister:interior) | UY: Andrés Pereira (minister:interior)',
  },
  {
    name: 'mantuvo una conversación telefónica, canciller',
    text: [
      'La canciller colombiana, Lucía Herrera, mantuvo ayer una conversación telefónica con su par panameño, Raúl Castillo.',
    ],
    published: '2024-06-12',
    main: 'call held 2024-06-11 - | CO: Lucía Herrera (minister:foreign_affairs) | PA: Raúl Castillo (minister:foreign_affairs)',
  },
  {
    name: 'a long title with words that no list holds',
    text: [
      'El ministro español del Interior, Luis Prado, recibió este jueves en Madrid al ministro del Interior, Promoción de la Descentralización y del Desarrollo Local de Mauritania, Sidi Ould Ahmed.',
    ],
    published: '2024-06-14',
    main: 'meeting held 2024-06-13 Madrid | ES: Luis Prado (minister:interior) | MR: Sidi Ould Ahmed (minister:interior)',
  },
  {
    name: 'names before a plural role with two countries',
    text: [
      'Este lunes, en Quito, Diego Mena y Carla Rojas, presidentes de Ecuador y Perú, acordaron ampliar el comercio.',
    ],
    published: '2024-06-12',
    main: 'meeting held 2024-06-10 Quito | EC: Diego Mena (president) | PE: Carla Rojas (president)',
  },
];

const ARABIC: readonly Case[] = [
  {
    name: 'verb first: host, then visitor',
    text: [
      'استقبل وزير الداخلية الأردني سامر الخطيب، أمس الاثنين في عمان، نظيره التونسي كريم الزواري، وبحثا سبل تعزيز التعاون.',
    ],
    published: '2024-06-11',
    main: 'meeting held 2024-06-10 Amman | JO: سامر الخطيب (minister:interior) | TN: كريم الزواري (minister:interior)',
  },
  {
    name: 'telephone call from the caller',
    text: ['تلقى وزير الخارجية العماني سالم الحارثي، اليوم، اتصالا هاتفيا من وزير خارجية مملكة بلجيكا لوك بيترز.'],
    published: '2024-06-12',
    main: 'call held 2024-06-12 - | BE: لوك بيترز (minister:foreign_affairs) | OM: سالم الحارثي (minister:foreign_affairs)',
  },
  {
    name: 'a name between the verb and its role',
    text: ['أجرى سامر الخطيب، وزير الخارجية الأردني، مباحثات مع نظيره اليوناني نيكوس باباس في أثينا.'],
    published: '2024-06-12',
    main: 'meeting held - Athens | GR: نيكوس باباس (minister:foreign_affairs) | JO: سامر الخطيب (minister:foreign_affairs)',
  },
  {
    name: 'a family name that looks like the adjective of a country',
    text: ['التقى رئيس الوزراء العراقي حيدر سالم السوداني، الأحد في القاهرة، رئيس الوزراء المصري كمال فهمي.'],
    published: '2024-06-10',
    main: 'meeting held 2024-06-09 Cairo | EG: كمال فهمي (prime_minister) | IQ: حيدر سالم السوداني (prime_minister)',
  },
  {
    name: 'postponed visit',
    text: ['أعلنت وزارة الخارجية تأجيل زيارة وزير الخارجية اليوناني نيكوس باباس إلى القاهرة.'],
    published: '2024-06-12',
    main: 'visit postponed - Cairo | EG: | GR: نيكوس باباس (minister:foreign_affairs)',
  },
];

describe.each([
  ['fr', FRENCH],
  ['en', ENGLISH],
  ['es', SPANISH],
  ['ar', ARABIC],
] as const)('main meeting in %s', (language, cases) => {
  test.each(cases)('$name', (item) => {
    run(language, item);
  });
});
