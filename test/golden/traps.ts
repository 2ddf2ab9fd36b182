export interface Trap {
  readonly n: number;
  /** What misleads a reader of single sentences. */
  readonly trap: string;
  readonly pages: readonly { readonly url?: string; readonly text: string }[];
  /** See `line` in `traps.test.ts`: type and status, day, place, sides, outcomes, ordinals. */
  readonly meetings: readonly string[];
}

const page = (text: string, url?: string): Trap['pages'][number] => ({ text, ...(url === undefined ? {} : { url }) });

/** Seen in real pages, retold here with invented people. The first 28 are those of the pattern study, in its order. */
export const traps: readonly Trap[] = [
  {
    n: 1,
    trap: 'a ticker with other meetings',
    pages: [
      page(`Les ministres de l'Intérieur norvégien et danois se réunissent à Oslo

Le ministre norvégien de l'Intérieur, Nils Berg, a reçu lundi 3 juin 2024 à Oslo son homologue danois, Lars Holm.

Les deux ministres ont évoqué la lutte contre le trafic de stupéfiants.

À lire aussi
Le président grec reçoit le roi de Jordanie
Entretien à Lima entre les ministres péruvien et chilien de la Défense`),
    ],
    meetings: ['meeting held | 2024-06-03 | Oslo | DK Lars Holm; NO Nils Berg'],
  },
  {
    n: 2,
    trap: 'planned, then held',
    pages: [
      page(`Published 1 June 2024\n\nNorwegian Foreign Minister Nils Berg will meet his Danish counterpart, Lars Holm, in Oslo on 3 June 2024.`),
      page(`Published 4 June 2024\n\nNorwegian Foreign Minister Nils Berg met his Danish counterpart, Lars Holm, in Oslo on Monday 3 June 2024.`),
    ],
    meetings: ['meeting planned→held | 2024-06-03 | Oslo | DK Lars Holm; NO Nils Berg'],
  },
  {
    n: 3,
    trap: 'postponed, and held by video',
    pages: [
      page(`Published 1 June 2024\n\nThe visit of French Interior Minister Luc Morel to Kenya, planned for 3 June 2024, has been postponed, his office said.`),
      page(`Published 4 June 2024\n\nFrench Interior Minister Luc Morel held a video conference meeting on 3 June 2024 with Kenyan Interior Minister Peter Otieno.`),
    ],
    meetings: [
      'video held | 2024-06-03 | - | FR Luc Morel; KE Peter Otieno',
      'visit postponed | 2024-06-03 | - | FR Luc Morel; KE',
    ],
  },
  {
    n: 4,
    trap: 'denied by one side',
    pages: [
      page(`Published 1 June 2024\n\nThe foreign ministry denied reports that Greek Foreign Minister Nikos Pappas had met his Turkish counterpart, Emre Kaya, in Geneva.`),
    ],
    meetings: ['meeting denied | - | Geneva | GR Nikos Pappas; TR Emre Kaya'],
  },
  {
    n: 5,
    trap: 'an earlier meeting in a clause of the lead',
    pages: [
      page(`3 juin 2024\n\nLe ministre portugais de l'Intérieur, Rui Teles, a reçu lundi à Lisbonne son homologue espagnol, Diego Vidal, une rencontre qui fait suite à l'entretien tenu le 17 février 2024 à Madrid entre les deux ministres.`),
    ],
    meetings: ['meeting held | 2024-06-03 | Lisbon | ES Diego Vidal; PT Rui Teles'],
  },
  {
    n: 6,
    trap: 'a count of meetings',
    pages: [
      page(`Published 4 June 2024\n\nNorwegian Foreign Minister Nils Berg met his Danish counterpart, Lars Holm, in Oslo on 3 June 2024. It was their seventh meeting since June 2018.`),
    ],
    meetings: ['meeting held | 2024-06-03 | Oslo | DK Lars Holm; NO Nils Berg | n. 7'],
  },
  {
    n: 7,
    trap: 'two names and two adjectives under one plural',
    pages: [
      page(`Les ministres des Affaires étrangères du Ghana et du Togo, Kofi Mensah et Edem Lawson, se sont réunis le 3 juin 2024 à Accra.`),
    ],
    meetings: ['meeting held | 2024-06-03 | Accra | GH Kofi Mensah; TG Edem Lawson'],
  },
  {
    n: 8,
    trap: 'a counterpart whose country stands in the headline only',
    pages: [
      page(`Rencontre entre les ministres de l'Intérieur de la Grèce et de Chypre

Le ministre de l'Intérieur grec, Nikos Pappas, s'est entretenu le 3 juin 2024 à Athènes avec son homologue, Andreas Michael.`),
    ],
    meetings: ['meeting held | 2024-06-03 | Athens | CY Andreas Michael; GR Nikos Pappas'],
  },
  {
    n: 9,
    trap: 'three parties',
    pages: [
      page(`Published 4 June 2024\n\nThe foreign ministers of Norway, Denmark and Sweden, Nils Berg, Lars Holm and Karin Lund, met in Oslo on 3 June 2024.`),
    ],
    meetings: ['meeting held | 2024-06-03 | Oslo | DK Lars Holm; NO Nils Berg; SE Karin Lund'],
  },
  {
    n: 10,
    trap: 'a resident ambassador is no minister',
    pages: [
      page(`Le ministre kényan de l'Intérieur, Peter Otieno, a reçu le 3 juin 2024 à Nairobi l'ambassadeur de Norvège au Kenya, Nils Berg.`),
    ],
    meetings: ['ambassador_call held | 2024-06-03 | Nairobi | KE Peter Otieno; NO Nils Berg'],
  },
  {
    n: 11,
    trap: 'counterparts of towns and clubs',
    pages: [
      page(`Le maire de Nantes, Paul Lemaire, a rencontré le 3 juin 2024 son homologue de Séville, Diego Vidal.`),
      page(`التقى مدرب الفريق المغربي كريم بنيس يوم 3 يونيو 2024 نظيره الإسباني لويس برادو قبل المباراة.`),
    ],
    meetings: [],
  },
  {
    n: 12,
    trap: 'something else was received',
    pages: [
      page(`El ministro peruano del Interior, Diego Mena, recibió el 3 de junio de 2024 en Lima fuertes críticas por su política hacia Chile.`),
    ],
    meetings: [],
  },
  {
    n: 13,
    trap: 'conditions met, a temple visited',
    pages: [
      page(`Published 4 June 2024\n\nPortuguese Finance Minister Rui Teles said that the conditions set by Germany had been met and visited a museum in Porto.`),
    ],
    meetings: [],
  },
  {
    n: 14,
    trap: 'several meetings in one article',
    pages: [
      page(`Published 4 June 2024\n\nGerman Interior Minister Petra Klein met her Tunisian counterpart, Karim Haddad, in Tunis on 3 June 2024.\n\nOn 4 June 2024 Klein met Tunisian Justice Minister Salma Trabelsi. The talks with both of them were about the fight against the smuggling of cars.`),
    ],
    meetings: [
      'meeting held | 2024-06-03 | Tunis | DE Petra Klein; TN Karim Haddad',
      'meeting held | 2024-06-04 | - | DE Petra Klein; TN Salma Trabelsi',
    ],
  },
  {
    n: 15,
    trap: 'a welcome at the airport by a deputy',
    pages: [
      page(`Published 4 June 2024\n\nIraqi Foreign Minister Salam Jabbar arrived in Muscat on 3 June 2024 on an official visit. He was received at the airport by Omani Deputy Foreign Minister Hamed Balushi.`),
    ],
    meetings: ['visit held | 2024-06-03 | Muscat | IQ Salam Jabbar; OM'],
  },
  {
    n: 16,
    trap: 'who signs is not who met',
    pages: [
      page(`Published 4 June 2024\n\nKenyan Prime Minister Grace Wanjiru met her Ugandan counterpart, Peter Okello, in Nairobi on 3 June 2024. After the talks the two sides signed a memorandum of understanding on fisheries.`),
    ],
    meetings: ['meeting held | 2024-06-03 | Nairobi | KE Grace Wanjiru; UG Peter Okello | signed mou'],
  },
  {
    n: 17,
    trap: 'not signing is the news',
    pages: [
      page(`Published 4 June 2024\n\nKenyan Prime Minister Grace Wanjiru met her Ugandan counterpart, Peter Okello, in Nairobi on 3 June 2024. They signed none of the planned agreements.`),
    ],
    meetings: ['meeting held | 2024-06-03 | Nairobi | KE Grace Wanjiru; UG Peter Okello'],
  },
  {
    n: 18,
    trap: 'created or relaunched',
    pages: [
      page(`3 juin 2024\n\nLe ministre italien de l'Intérieur, Paolo Ricci, a reçu le 3 juin 2024 à Rome son homologue tunisien, Karim Haddad. Les deux ministres ont convenu de relancer le groupe mixte permanent.`),
      page(`3 juin 2024\n\nLe ministre italien de l'Intérieur, Paolo Ricci, a reçu le 3 juin 2024 à Rome son homologue tunisien, Karim Haddad. Les deux ministres ont approuvé la création d'un groupe mixte permanent.`),
    ],
    meetings: ['meeting held | 2024-06-03 | Rome | IT Paolo Ricci; TN Karim Haddad | created, relaunched'],
  },
  {
    n: 19,
    trap: 'one paper under several names',
    pages: [
      page(`Published 4 June 2024\n\nNorwegian Interior Minister Nils Berg and his Danish counterpart, Lars Holm, signed a joint declaration of intent in Oslo on 3 June 2024.`),
    ],
    meetings: ['signing held | 2024-06-03 | Oslo | DK Lars Holm; NO Nils Berg | signed declaration_of_intent'],
  },
  {
    n: 20,
    trap: 'a calqued title',
    pages: [
      page(`La ministre allemande de l'Intérieur et du Territoire, Petra Klein, a rencontré le 3 juin 2024 à Berlin son homologue grec, Nikos Pappas.`),
    ],
    meetings: ['meeting held | 2024-06-03 | Berlin | DE Petra Klein; GR Nikos Pappas'],
  },
  {
    n: 21,
    trap: 'misspelt names',
    pages: [
      page(`Published 4 June 2024\n\nItalian Interior Minister Matteo Pellegrini met his Tunisian counterpart, Karim Haddad, in Rome on 3 June 2024.`),
      page(`Published 4 June 2024\n\nItalian Interior Minister Matteo Pelegrini met his Tunisian counterpart, Karim Hadad, in Rome on 3 June 2024.`),
    ],
    meetings: ['meeting held | 2024-06-03 | Rome | IT Matteo Pellegrini; TN Karim Haddad'],
  },
  {
    n: 22,
    trap: 'the home side is left unsaid',
    pages: [
      page(`وزير الداخلية يستقبل نظيره الدنماركي

استقبل وزير الداخلية السيد كريم حداد، يوم الاثنين 3 يونيو 2024 بتونس العاصمة، نظيره الدنماركي لارس هولم.`, 'https://www.akhbar.tn/a/1'),
    ],
    meetings: ['meeting held | 2024-06-03 | Tunis | DK لارس هولم; TN كريم حداد'],
  },
  {
    n: 23,
    trap: 'days differ between reports',
    pages: [
      page(`Published 4 June 2024\n\nNorwegian Interior Minister Nils Berg met his Danish counterpart, Lars Holm, in Oslo on 3 June 2024.`),
      page(`4 juin 2024\n\nLe ministre norvégien de l'Intérieur, Nils Berg, a rencontré le 4 juin 2024 à Oslo son homologue danois, Lars Holm.`),
    ],
    meetings: ['meeting held | 2024-06-03 | Oslo | DK Lars Holm; NO Nils Berg'],
  },
  {
    n: 24,
    trap: 'a machine-translated page',
    pages: [
      page(`El ministro de los asuntos extranjeros de la Noruega Nils Berg tuvo la reunión con el ministro de los asuntos extranjeros de la Dinamarca Lars Holm en Oslo el 3 de junio de 2024.`),
    ],
    meetings: ['meeting held | 2024-06-03 | Oslo | DK Lars Holm; NO Nils Berg'],
  },
  {
    n: 25,
    trap: 'a dead page',
    pages: [page(`404\n\nPage not found\n\nThe page you are looking for does not exist.\n\nHome\nPolitics\nWorld`)],
    meetings: [],
  },
  {
    n: 26,
    trap: 'no space after the full stop',
    pages: [
      page(`Le ministre norvégien de l'Intérieur, Nils Berg, a reçu le 3 juin 2024 à Oslo son homologue danois, Lars Holm.Les deux ministres ont signé un accord.`),
    ],
    meetings: ['meeting held | 2024-06-03 | Oslo | DK Lars Holm; NO Nils Berg | signed agreement'],
  },
  {
    n: 27,
    trap: 'titles with full stops',
    pages: [
      page(`S.E. M. Nils Berg, ministre norvégien de l'Intérieur, a reçu le 3 juin 2024 à Oslo S.E. M. Lars Holm, ministre danois de l'Intérieur. MM. Berg et Holm ont parlé de la pêche.`),
    ],
    meetings: ['meeting held | 2024-06-03 | Oslo | DK Lars Holm; NO Nils Berg'],
  },
  {
    n: 28,
    trap: 'the same two again within days',
    pages: [
      page(`Published 4 June 2024\n\nNorwegian Interior Minister Nils Berg met his Danish counterpart, Lars Holm, in Oslo on 3 June 2024.`),
      page(`Published 11 June 2024\n\nNorwegian Interior Minister Nils Berg met his Danish counterpart, Lars Holm, in Copenhagen on 10 June 2024.`),
    ],
    meetings: [
      'meeting held | 2024-06-03 | Oslo | DK Lars Holm; NO Nils Berg',
      'meeting held | 2024-06-10 | Copenhagen | DK Lars Holm; NO Nils Berg',
    ],
  },
  {
    n: 29,
    trap: 'the headline of another meeting in the ticker above',
    pages: [
      page(`El presidente griego recibe al rey de Jordania

Los ministros del Interior de Noruega y Dinamarca se reúnen en Oslo

El ministro noruego del Interior, Nils Berg, recibió el 3 de junio de 2024 en Oslo a su homólogo danés, Lars Holm.

Ambos ministros abordaron la lucha contra el tráfico de drogas.`),
    ],
    meetings: ['meeting held | 2024-06-03 | Oslo | DK Lars Holm; NO Nils Berg'],
  },
  {
    n: 30,
    trap: 'a roadmap of an earlier year',
    pages: [
      page(`3 de junio de 2024\n\nEl ministro noruego del Interior, Nils Berg, recibió el lunes en Oslo a su homólogo danés, Lars Holm. Ambos repasaron la hoja de ruta adoptada en abril de 2022 tras las conversaciones entre el presidente y el rey.`),
    ],
    meetings: ['meeting held | 2024-06-03 | Oslo | DK Lars Holm; NO Nils Berg'],
  },
  {
    n: 31,
    trap: 'two meetings of one minister on one day',
    pages: [
      page(`3 juin 2024\n\nLe ministre norvégien de l'Intérieur, Nils Berg, a rencontré lundi à Oslo son homologue danois, Lars Holm.\n\nPlus tôt dans la matinée, M. Berg avait rencontré le ministre suédois de l'Intérieur, Sven Lund.\n\nM. Berg a également reçu lundi la ministre finlandaise de l'Intérieur, Aino Virta.`),
    ],
    meetings: [
      'meeting held | 2024-06-03 | - | FI Aino Virta; NO Nils Berg',
      'meeting held | 2024-06-03 | Oslo | DK Lars Holm; NO Nils Berg',
    ],
  },
  {
    n: 32,
    trap: 'three sides, one received by two',
    pages: [
      page(`Published 4 June 2024\n\nNorwegian Foreign Minister Nils Berg and Danish Foreign Minister Lars Holm received their Kenyan counterpart, Grace Wanjiru, in Oslo on 3 June 2024.`),
    ],
    meetings: ['meeting held | 2024-06-03 | Oslo | DK Lars Holm; KE Grace Wanjiru; NO Nils Berg'],
  },
  {
    n: 33,
    trap: 'a call about a visit that is off',
    pages: [
      page(`Published 4 June 2024\n\nNorwegian Foreign Minister Nils Berg spoke by phone on 3 June 2024 with his Kenyan counterpart, Grace Wanjiru, after his visit to Kenya was cancelled because of a strike.`),
    ],
    meetings: ['call held | 2024-06-03 | - | KE Grace Wanjiru; NO Nils Berg'],
  },
  {
    n: 34,
    trap: 'a resident ambassador in Arabic',
    pages: [
      page(`استقبل وزير الداخلية الأردني السيد سامي خليل، يوم الاثنين 3 يونيو 2024 في عمان، سفير مملكة النرويج لدى المملكة نيلز بيرغ.`),
    ],
    meetings: ['ambassador_call held | 2024-06-03 | Amman | JO سامي خليل; NO نيلز بيرغ'],
  },
  {
    n: 35,
    trap: 'counterparts in sport',
    pages: [
      page(`Published 4 June 2024\n\nNorway coach Nils Berg met his Danish counterpart, Lars Holm, in Oslo on 3 June 2024 before the final.`),
    ],
    meetings: [],
  },
  {
    n: 36,
    trap: '"met" a condition',
    pages: [
      page(`Published 4 June 2024\n\nKenyan Finance Minister Grace Wanjiru said on 3 June 2024 that Norway had met its pledge to the fund.`),
    ],
    meetings: [],
  },
  {
    n: 37,
    trap: 'an award received',
    pages: [
      page(`Le ministre italien de la Culture, Paolo Ricci, a reçu le 3 juin 2024 à Paris un prix pour son livre sur la Grèce.`),
    ],
    meetings: [],
  },
  {
    n: 38,
    trap: 'a machine-translated copy of the same report',
    pages: [
      page(`Published 4 June 2024\n\nNorwegian Foreign Minister Nils Berg met his Danish counterpart, Lars Holm, in Oslo on 3 June 2024.`),
      page(`Publicado el 4 de junio de 2024\n\nEl ministro de exteriores noruego Nils Berg se reunió con su contraparte danesa, Lars Holm, en Oslo en 3 junio 2024.`),
    ],
    meetings: ['meeting held | 2024-06-03 | Oslo | DK Lars Holm; NO Nils Berg'],
  },
  {
    n: 39,
    trap: 'English under an Arabic address',
    pages: [
      page(`Published 4 June 2024\n\nNorwegian Foreign Minister Nils Berg met his Omani counterpart, Hamed Balushi, in Muscat on 3 June 2024. The two ministers signed a memorandum of understanding.`, 'https://www.harbour.example/ar/news/1'),
    ],
    meetings: ['meeting held | 2024-06-03 | Muscat | NO Nils Berg; OM Hamed Balushi | signed mou'],
  },
];
