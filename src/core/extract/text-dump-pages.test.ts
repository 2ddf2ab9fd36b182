import { describe, expect, test } from 'vitest';
import type { Article, BlockLabel } from '../model/article.ts';
import { bodyText } from './body-text.ts';
import { extractArticle } from './extract-article.ts';

/** Text of the blocks with a label. */
function labelled(article: Article, label: BlockLabel): string[] {
  return article.blocks
    .filter((block) => block.label === label)
    .map(({ start, end }) => article.text.slice(start, end));
}

interface DumpCase {
  readonly name: string;
  readonly url?: string;
  readonly page: string;
  readonly title: string;
  readonly language: string;
  readonly outlet?: string;
  readonly aggregator?: string;
  readonly agency?: string;
  readonly published?: string;
  readonly notLaterThan?: string;
  readonly body: readonly string[];
  readonly labels?: Partial<Record<BlockLabel, readonly string[]>>;
}

const frenchTicker = [
  'Transport : une ligne de tramway de plus à Val-Clair',
  'Rentrée scolaire : les listes sont affichées',
  'Football : le derby se jouera sans public',
  'Météo : le vent tombe dimanche',
  'Entretien téléphonique entre deux ministres sur la pêche',
  'Culture : le musée du Port rouvre ses salles',
  'Santé : un centre de plus à Rivebelle',
  'Emploi : quatre cents postes dans le textile',
].join('    ');

const harbourText = [
  'The ministers of the sea of Norland and Estmark agreed on Monday to keep their harbours open through the winter.',
  'They will meet again in the spring to look at what the works have cost, said a statement of both ministries.',
];

const cases: readonly DumpCase[] = [
  {
    name: 'French aggregator page with ticker, notice and closing source line',
    page: `${frenchTicker}\n\n\n\n\nMerci d'avoir signalé!\nCette image sera automatiquement bloquée après qu'elle soit signalée par plusieurs personnes.\n\n\n\nDeux ministres parlent de la protection des côtes\nPublié dans La Dépêche du Golfe le 07 - 02 - 2023\n\nLe ministre de la Mer, Karim Belvaux, a reçu mardi à Port-Royal son homologue, Ines Caldeira, venue parler des côtes.\nLes deux ministres ont convenu d'un calendrier de travail, indique un communiqué du ministère.\nSource: Map\n\n\nCliquez ici pour lire l'article depuis sa source.`,
    title: 'Deux ministres parlent de la protection des côtes',
    language: 'fr',
    outlet: 'La Dépêche du Golfe',
    aggregator: 'Maghress',
    agency: 'MAP',
    published: '2023-02-07',
    body: [
      'Le ministre de la Mer, Karim Belvaux, a reçu mardi à Port-Royal son homologue, Ines Caldeira, venue parler des côtes.',
      "Les deux ministres ont convenu d'un calendrier de travail, indique un communiqué du ministère.",
    ],
    labels: {
      ticker: frenchTicker.split('    '),
      agency: ['Source: Map'],
      'source-link': ["Cliquez ici pour lire l'article depuis sa source."],
    },
  },
  {
    name: 'French site page: forms first, the clock of the site, rating, poll and teasers after',
    page: `Connexion S'enregistrer\n\nConnexion à votre compte\n\nIdentifiant\nMot de passe\nMaintenir la connexion active sur ce site\n\nCréer un compte\n\nTous les champs sont obligatoires.\nNom\nAdresse e-mail\nCaptcha\nMardi, 14 Mars 2017\n\nLes deux capitales relancent leur commission des transports\n\nLa ministre des Transports, Mme Odile Sarran, s'est entretenue lundi à Val-Clair avec son homologue, M. Piet Verhulst, des liaisons de nuit.\nLa commission mixte se réunira deux fois par an, a indiqué le ministère dans un communiqué.\n\nXinhua\n\n\nÉvaluer cet élément\n(3 Votes)\n\nLaissez un commentaire\n\nVidéos\n\nLe débat du soir : faut-il fermer le centre-ville aux voitures ?\n\nSondage\n\nLe train doit passer par la côte - 41.5%\nLe train doit passer par la vallée - 58.5%\n\nTotal votes: 212\n\nA ne pas manquer\n\nPrev Next\n\nUn vignoble change de mains\n\n    La famille qui tenait le domaine depuis trois générations a vendu ses parcelles à une coopérative voisine, selon la préfecture.`,
    title: 'Les deux capitales relancent leur commission des transports',
    language: 'fr',
    agency: 'Xinhua',
    notLaterThan: '2017-03-14',
    body: [
      "La ministre des Transports, Mme Odile Sarran, s'est entretenue lundi à Val-Clair avec son homologue, M. Piet Verhulst, des liaisons de nuit.",
      'La commission mixte se réunira deux fois par an, a indiqué le ministère dans un communiqué.',
    ],
    labels: { clock: ['Mardi, 14 Mars 2017'], agency: ['Xinhua'] },
  },
  {
    name: 'English page with byline, time stamp, caption, comments and related stories',
    url: 'https://www.harbourpost.example/world/ministers-discuss-ferry-link-12345',
    page: `Harbour Post\nHome    News    Sport    Weather    Contact\n\nMinisters discuss new ferry link\n\nBy Jane Okoro\nPublished March 3rd, 2021 - 08:15 GMT\n\nShare on Facebook\nWhatsApp\n\nThe two ministers on the quay of Westhaven. Photo: Harbour Post\n\nWESTHAVEN (Reuters) - The transport minister, Alan Pryce, met his counterpart Maja Lind on Tuesday to discuss a ferry link between the two ports.\n\nADVERTISEMENT\n\nThe talks covered customs and safety, according to a statement.\n\nComments\nNo comments yet\n\nRelated Articles\n\nFishing season opens with calm seas and a record number of boats, the port authority said on Monday.`,
    title: 'Ministers discuss new ferry link',
    language: 'en',
    outlet: 'Harbour Post',
    agency: 'Reuters',
    published: '2021-03-03T08:15:00Z',
    body: [
      'WESTHAVEN (Reuters) - The transport minister, Alan Pryce, met his counterpart Maja Lind on Tuesday to discuss a ferry link between the two ports.',
      'The talks covered customs and safety, according to a statement.',
    ],
    labels: {
      byline: ['By Jane Okoro'],
      caption: ['The two ministers on the quay of Westhaven. Photo: Harbour Post'],
      advert: ['ADVERTISEMENT'],
    },
  },
  {
    name: 'Spanish agency page with notice, dateline and closing menu',
    url: 'https://diariodelvalle.example/internacional/ministros-acuerdan-patrulla-rio_1_998877.html',
    page: `Noticia servida automáticamente por la Agencia EFE\nEsta información es un teletipo de EFE que la web publica sin edición.\n\nLos ministros acuerdan una patrulla común en el río\n\nVillaclara, 6 abr (EFE).- Los ministros del Interior de los dos países acordaron este jueves crear una patrulla común en el río, según un comunicado.\nEl ministro Tomás Arrieta destacó el papel de los municipios de la ribera.\n\nTe puede interesar\nLa feria del libro abre sus puertas\nComentarios\nDeja un comentario\nTodos los derechos reservados`,
    title: 'Los ministros acuerdan una patrulla común en el río',
    language: 'es',
    outlet: 'diariodelvalle.example',
    agency: 'EFE',
    body: [
      'Villaclara, 6 abr (EFE).- Los ministros del Interior de los dos países acordaron este jueves crear una patrulla común en el río, según un comunicado.',
      'El ministro Tomás Arrieta destacó el papel de los municipios de la ribera.',
    ],
  },
  {
    name: 'Arabic page with dateline of an agency and time stamp',
    url: 'http://example.org/node/5150',
    page: `وزير النقل يستقبل نظيره في العاصمة\n\nواس - المدينة الساحلية\n2019-05-21 17:40:02\n\n استقبل وزير النقل سالم الحارثي في مكتبه اليوم نظيره مراد بن يوسف والوفد المرافق له. وبحث الجانبان سبل تعزيز التعاون في مجال الموانئ.\n\nوحضر اللقاء عدد من المسؤولين في الوزارة.\n\nشارك الخبر\nفيسبوك\nاقرأ أيضا\nالتعليقات\nجميع الحقوق محفوظة`,
    title: 'وزير النقل يستقبل نظيره في العاصمة',
    language: 'ar',
    outlet: 'example.org',
    agency: 'SPA',
    published: '2019-05-21T17:40:02',
    body: [
      'استقبل وزير النقل سالم الحارثي في مكتبه اليوم نظيره مراد بن يوسف والوفد المرافق له. وبحث الجانبان سبل تعزيز التعاون في مجال الموانئ.',
      'وحضر اللقاء عدد من المسؤولين في الوزارة.',
    ],
  },
  {
    name: 'Arabic aggregator page',
    url: 'https://www.maghress.com/alsahel/102030',
    page: `أخبار متفرقة من المدينة القديمة    مباراة القمة تؤجل إلى الأحد    افتتاح معرض الكتاب في الميناء    أسعار السمك تتراجع هذا الأسبوع    حفل موسيقي في ساحة البلدية\n\n\nالوزيران يوقعان مذكرة تفاهم حول الصيد\nنشر في الساحل يوم 12 - 11 - 2020\n\nوقع وزير الصيد البحري أمين الزهراوي ونظيره دييغو سالاس، أمس الأربعاء، مذكرة تفاهم حول الصيد الساحلي.\nوأكد الجانبان أهمية تبادل الخبرات بين البلدين.\n\n\nانقر هنا لقراءة الخبر من مصدره.`,
    title: 'الوزيران يوقعان مذكرة تفاهم حول الصيد',
    language: 'ar',
    outlet: 'الساحل',
    aggregator: 'Maghress',
    published: '2020-11-12',
    body: [
      'وقع وزير الصيد البحري أمين الزهراوي ونظيره دييغو سالاس، أمس الأربعاء، مذكرة تفاهم حول الصيد الساحلي.',
      'وأكد الجانبان أهمية تبادل الخبرات بين البلدين.',
    ],
  },
  {
    name: 'a field, an embedded post and a note of change glued into the lines',
    url: 'https://example.net/n/2',
    page: ` date 2022-09-20 The defence ministers of both countries opened a joint workshop in Eastfold, where engineers will be trained.\n\nThey spoke for an hour, officials said. Glad to be back among friends. pic.twitter.com/abc123XYZ — Minister Lund (@ministerlund) September 20, 2022 A second round is planned in spring. Updated on 21/09/2022 at 10:30`,
    title: '',
    language: 'en',
    outlet: 'example.net',
    published: '2022-09-20',
    body: [
      'The defence ministers of both countries opened a joint workshop in Eastfold, where engineers will be trained.',
      'They spoke for an hour, officials said.',
      'A second round is planned in spring.',
    ],
  },
  {
    name: 'a title that asks',
    page: `Will the harbours of Norland stay open?\n\nWill the harbours of Norland stay open?\n\n${harbourText.join('\n\n')}`,
    title: 'Will the harbours of Norland stay open?',
    language: 'en',
    body: harbourText,
  },
  {
    name: 'the site above the title, day and section below it',
    page: `The Government portal of the\nRepublic of Norland\nNorland, Estmark keep their harbours open\n2021-07-24 | Politics\n${harbourText.join('\n')}`,
    title: 'Norland, Estmark keep their harbours open',
    language: 'en',
    published: '2021-07-24',
    body: harbourText,
  },
  {
    name: 'a summary in items between title and text',
    page: `News\n\nNorland and Estmark discuss the opening of harbours in winter\n\n• Minister of the sea: it matters that such talks go on between our two countries in all weathers\n\n${harbourText.join('\n\n')}`,
    title: 'Norland and Estmark discuss the opening of harbours in winter',
    language: 'en',
    body: harbourText,
  },
];

describe('text dumps', () => {
  test.each(cases)('$name', (c) => {
    const article = extractArticle({ text: c.page, ...(c.url ? { url: c.url } : {}) });
    expect(bodyText(article).split('\n')).toEqual(c.body);
    expect(article.title?.value ?? '').toBe(c.title);
    expect(article.language.value).toBe(c.language);
    expect(article.outlet?.value).toBe(c.outlet);
    expect(article.aggregator?.value).toBe(c.aggregator);
    expect(article.agency?.value).toBe(c.agency);
    expect(article.published?.value.edtf).toBe(c.published);
    if (c.notLaterThan !== undefined) expect(article.notLaterThan?.value).toBe(c.notLaterThan);
    expect(article.pageType).toBe('article');
    for (const [label, texts] of Object.entries(c.labels ?? {})) {
      expect(labelled(article, label as BlockLabel)).toEqual(texts);
    }
  });

  test('a site clock is a bound and a refused candidate, never the date', () => {
    const article = extractArticle({ text: cases[1]?.page ?? '' });
    expect(article.published).toBeUndefined();
    expect(article.dateCandidates).toMatchObject([{ edtf: '2017-03-14', accepted: false, reason: 'site-clock' }]);
  });

  test('a step can be switched off', () => {
    const on = extractArticle({ text: cases[0]?.page ?? '' });
    const off = extractArticle({ text: cases[0]?.page ?? '' }, { switchedOff: ['ticker'] });
    expect(on.blocks.some(({ reason }) => reason === 'segments')).toBe(true);
    expect(off.blocks.some(({ reason }) => reason === 'segments')).toBe(false);
  });
});
