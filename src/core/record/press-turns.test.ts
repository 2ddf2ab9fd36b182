import { describe, expect, test } from 'vitest';
import { articleOf } from '../../../test/helpers/article-of.ts';
import { checkPress, type PressCase, principals, tellSides, tellStatus } from '../../../test/helpers/press-reports.ts';
import type { ReportedMeeting } from '../model/record.ts';
import { codeRecord } from './code-record.ts';

function line(meeting: ReportedMeeting): string {
  const place = meeting.where?.place === undefined ? '' : ` in ${meeting.where.place}`;
  return `${meeting.type} ${tellStatus(meeting)}${place}: ${tellSides(meeting, ' ', principals)}`;
}

function check(cases: readonly PressCase[]): void {
  checkPress(cases, line);
}

describe('offices of the Arab press', () => {
  check([
    [
      'a council that rules',
      'ar',
      undefined,
      'تلقى رئيس مجلس السيادة الإنتقالي في السودان الفريق أول ركن سالم الطيب اليوم اتصالا هاتفيا من وزير الخارجية النرويجي لارس هولم.',
      ['call held: NO لارس هولم | SD سالم الطيب'],
    ],
    [
      'a government of unity',
      'ar',
      undefined,
      'استقبل رئيس حكومة الوحدة الوطنية الليبية كريم الساحلي اليوم في طرابلس رئيسة الوزراء الدنماركية كارن هولم.',
      ['meeting held in Tripoli: DK كارن هولم | LY كريم الساحلي'],
    ],
    [
      'the minister who is responsible for',
      'ar',
      undefined,
      'التقى الوزير المسؤول عن شؤون الدفاع العماني سالم بن ناصر الرواحي اليوم وزيرة الدفاع بجمهورية البيرو آنا سوتو.',
      ['meeting held: OM سالم بن ناصر الرواحي | PE آنا سوتو'],
    ],
    [
      'the secretary-general of a ministry',
      'ar',
      undefined,
      'ترأس الجانب العماني في الاجتماع الدكتور سالم بن ناصر الرواحي الأمين العام بوزارة الدفاع، بينما ترأس الجانب الدنماركي يان هولم نائب وزير الدفاع الدنماركي.',
      ['meeting held: DK يان هولم | OM سالم بن ناصر الرواحي'],
    ],
    [
      'the next title opens another person',
      'ar',
      undefined,
      'ترأس الدكتور سامر الخطيب، رئيس مجلس الوزراء الأردني والدكتور كريم بن سالم، رئيس الحكومة التونسي، اليوم أعمال اللجنة العليا المشتركة.',
      ['joint_session held: JO سامر الخطيب | TN كريم بن سالم'],
    ],
  ]);
});

describe('where Arabic names begin and end', () => {
  check([
    [
      'a verb after the name',
      'ar',
      undefined,
      'الرئيس السنغالي مودو فال يختتم زيارته لموريتانيا.',
      ['visit held: MR | SN مودو فال'],
    ],
    [
      'an adjective of friendship',
      'ar',
      undefined,
      [
        'استقبل وزير الخارجية التونسي كريم بن سالم نظيره القبرصي أندرياس يورغو.',
        'وقال: "استقبل اليوم وزير خارجية قبرص، الدولة الصديقة لتونس."',
      ],
      ['meeting held: CY أندرياس يورغو | TN كريم بن سالم'],
    ],
    [
      'behind "with", before the office',
      'ar',
      undefined,
      'بحث وزير الداخلية التونسي كريم بن سالم اليوم مع سامر الخطيب وزير داخلية الأردن حول أمن الحدود.',
      ['meeting held: JO سامر الخطيب | TN كريم بن سالم'],
    ],
    [
      'behind the town',
      'ar',
      undefined,
      'اجتمع اليوم الثلاثاء بالعاصمة السودانية الخرطوم سامر الخطيب وزير خارجية الأردن مع وزير خارجية السودان الطيب عثمان.',
      ['meeting held in Khartoum: JO سامر الخطيب | SD الطيب عثمان'],
    ],
    [
      'a brother and friend',
      'ar',
      undefined,
      'أجرى رئيس الجمهورية التونسية كريم بن سالم اليوم مباحثات مع أخيه وصديقه السيد سيدي أحمد، رئيس جمهورية موريتانيا.',
      ['meeting held: MR أحمد | TN كريم بن سالم'],
    ],
  ]);
});

describe('what the letters before a town say', () => {
  check([
    [
      'a town that begins with them itself',
      'ar',
      undefined,
      'التقى وزير الداخلية المصري كريم حسن اليوم وزير الداخلية العراقي سامر الطائي وبحثا التعاون بين بغداد والقاهرة.',
      ['meeting held: EG كريم حسن | IQ سامر الطائي'],
    ],
    [
      'where an ambassador serves',
      'ar',
      undefined,
      'بحث وزير الخارجية اليمني كريم الحميري اليوم مع السفير الياباني في صنعاء كينجي موري العلاقات الثنائية.',
      ['ambassador_call held: JP كينجي موري | YE كريم الحميري'],
    ],
    [
      'where an ambassador serves',
      'fr',
      undefined,
      "Le ministre libanais de l'Intérieur, Karim Daher, a reçu mardi l'ambassadeur de Norvège à Beyrouth, Lars Holm.",
      ['ambassador_call held: LB Karim Daher | NO Lars Holm'],
    ],
  ]);
});

describe('who visits', () => {
  check([
    [
      'leaves for',
      'ar',
      undefined,
      'توجه رئيس الوزراء الصومالي سالم عبدي صباح اليوم إلى جيبوتي تلبية لدعوة رسمية.',
      ['visit held: DJ | SO سالم عبدي'],
    ],
    [
      'tomorrow',
      'ar',
      undefined,
      'يعقد وزير الخارجية السوري سامر حداد صباح غد الخميس مباحثات مع نظيره المصري كريم حسن بالقاهرة.',
      ['meeting planned in Cairo: EG كريم حسن | SY سامر حداد'],
    ],
    [
      'a deputy minister alone',
      'ar',
      undefined,
      'من المقرر أن يقوم السيد كينجي موري - نائب وزير الخارجية الياباني، بزيارة رسمية إلى صنعاء الأسبوع المقبل.',
      ['visit planned in Sanaa: JP كينجي موري | YE'],
    ],
    [
      'talks told at the end of a long report leave the visit a visit',
      'fr',
      'Le ministre norvégien de la Défense en visite à Lima',
      [
        'En visite à Lima, le ministre norvégien de la Défense, Lars Holm, a plaidé pour des liens plus forts avec le Pérou.',
        'Il a visité une école.',
        'Il a parlé des ports.',
        'Il a salué les marins.',
        'Il a évoqué la pêche.',
        'Il a loué la cuisine.',
        'Il a promis de revenir.',
        'Il a dîné au bord de la mer.',
        'Au cours de ce séjour, M. Holm a eu une séance de travail avec son homologue péruvien, Juan Soto.',
      ],
      ['visit held in Lima: NO Lars Holm | PE Juan Soto'],
    ],
    [
      'a visit goes on since a day',
      'fr',
      undefined,
      'Le Président de la République-Unie de Tanzanie Amina Juma effectue une visite au Burundi depuis le mardi 11 juin 2024.',
      ['visit held: BI | TZ Amina Juma'],
    ],
  ]);
});

describe('the other side of a pair', () => {
  check([
    [
      'whose name the sentence leaves out',
      'fr',
      'Gabon-Togo : coopération au beau fixe',
      "Peu après son arrivée à Libreville, l'hôte du jour s'est entretenu avec son homologue gabonais, Jean Mba.",
      ['meeting held in Libreville: GA Jean Mba | TG'],
    ],
    [
      'two heads of state who sign',
      'fr',
      'Deux nouveaux accords entre Oslo et Lima',
      "Les deux chefs d'Etat ont signé lundi un accord de défense.",
      ['signing held: NO | PE'],
    ],
    [
      'a mission in the other capital',
      'fr',
      'Réouverture de la frontière Guinée-Sierra Leone',
      'Une mission guinéenne, conduite par le ministre des Affaires étrangères, Modou Bah, a bouclé mardi deux jours de discussions à Freetown.',
      ['meeting held in Freetown: GN Modou Bah | SL'],
    ],
    [
      'a commission between two official names',
      'fr',
      undefined,
      'La quatrième session de la commission mixte permanente de coopération entre la République du Pérou et la République fédérale du Nigeria a eu lieu mardi à Lima.',
      ['joint_session held in Lima: NG | PE'],
    ],
    [
      'two who preside together',
      'fr',
      undefined,
      "Les travaux se sont tenus mardi à Lima sous la co-présidence du ministre péruvien de l'Intérieur, Juan Soto, et du ministre norvégien de la Justice, Lars Holm.",
      ['meeting held in Lima: NO Lars Holm | PE Juan Soto'],
    ],
    [
      'partners of a third are no pair',
      'fr',
      'Diplomatie : vers de nouvelles relations avec le Pérou et la Norvège',
      'Le chef de la diplomatie malgache a rencontré mardi Juan Soto, ministre péruvien des Affaires étrangères. Un entretien a aussi eu lieu entre Rado Rabe et le ministre norvégien des Affaires étrangères, Lars Holm.',
      [
        'meeting held: MG chef de la diplomatie malgache | PE Juan Soto',
        'meeting held: MG chef de la diplomatie malgache | NO Lars Holm',
      ],
    ],
    [
      'the counterpart met is the minister named later',
      'ar',
      'وزير الخارجية يستقبل نظيره المغربي',
      [
        'استقبل وزير الخارجية كريم حسن نظيره المغربي سعيد العلوي الذي يزور القاهرة.',
        'وكان وزير خارجية المغرب قد وصل اليوم إلى القاهرة.',
      ],
      ['meeting held in Cairo: EG كريم حسن | MA سعيد العلوي', 'visit background in Cairo: EG | MA سعيد العلوي'],
    ],
    [
      'a signature with the counterpart',
      'fr',
      undefined,
      "Le ministre burundais des Relations extérieures, Jean Ndayi, a annoncé lundi la signature avec son homologue tunisien, Karim Ben Salem, d'un accord de coopération.",
      ['signing held: BI Jean Ndayi | TN Karim Ben Salem'],
    ],
  ]);
});

describe('no meeting', () => {
  check([
    [
      'a medal from somebody',
      'fr',
      undefined,
      "Karim Alami, ministre marocain de la Culture, a reçu mardi la médaille du mérite par la secrétaire d'Etat norvégienne Kari Holm à Oslo.",
      [],
    ],
    [
      'what a man had done beside another',
      'fr',
      undefined,
      "L'ambassadeur de Norvège, Lars Holm, a rappelé qu'il avait participé, aux côtés du Premier ministre péruvien Luis Vega, aux négociations.",
      ['ambassador_call background: NO Lars Holm | PE Luis Vega'],
    ],
    [
      'a bishop is no president',
      'fr',
      "L'ambassadeur de Norvège chez Haddad",
      "L'ambassadeur de Norvège, Lars Holm, a été reçu mardi par le métropolite de Beyrouth, Mgr Élias Haddad, avec qui il a évoqué l'action du président norvégien. Le métropolite s'est aussi entretenu avec l'ambassadeur du Pérou, Juan Soto.",
      [],
    ],
  ]);
});

test('the ministry where they met tells the side, not the home of the outlet', () => {
  const text =
    'Le ministre marocain des Affaires étrangères, Karim Alami, a été reçu mardi au siège du ministère norvégien des Affaires étrangères par son homologue, Lars Holm.';
  const article = articleOf({ language: 'fr', paragraphs: [text], published: '2024-06-12' });
  expect(codeRecord(article, { homeCountry: 'FR' }).meetings.map(line)).toEqual([
    'meeting held: MA Karim Alami | NO Lars Holm',
  ]);
});

test('whose title is that of the home country stands for it, also when the other comes first', () => {
  const article = articleOf({
    language: 'es',
    paragraphs: [
      'El ministro del Interior español, Juan Pena, se reunió el martes en Oslo con su homólogo noruego, Lars Holm.',
      'La hoja de ruta siguió a las conversaciones entre el rey Harald V y el presidente del Gobierno, Pablo Sanz.',
    ],
    published: '2024-06-12',
  });
  expect(codeRecord(article, { homeCountry: 'ES' }).meetings.map(line)).toContain(
    'meeting held: ES Pablo Sanz | NO Harald V',
  );
});
