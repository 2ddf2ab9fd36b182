import { describe } from 'vitest';
import { checkPress, type PressCase, tellSides, tellStatus } from '../../../test/helpers/press-reports.ts';
import type { ReportedMeeting } from '../model/record.ts';

function line(meeting: ReportedMeeting): string {
  const { where, when, type } = meeting;
  const place = where === undefined ? '' : ` in ${where.place ?? where.country}`;
  const day = when.edtf === undefined ? '' : ` on ${when.edtf}`;
  const sides = tellSides(meeting, ' ', (all) => all.filter(({ capacity }) => capacity !== 'delegation'));
  return `${type} ${tellStatus(meeting)}${place}${day}: ${sides}`;
}

function check(cases: readonly PressCase[]): void {
  checkPress(cases, line, { published: 'never' });
}

describe('names in Arabic', () => {
  check([
    [
      'behind an office in a federal government',
      'ar',
      undefined,
      'التقى وزير الدفاع في الحكومة الفيدرالية الصومالية سالم نور اليوم في مقديشو وزير الدفاع الدنماركي لارس هولم.',
      ['meeting held in Mogadishu: DK لارس هولم | SO سالم نور'],
    ],
    [
      'behind a comma and before the office, the first name also that of a country',
      'ar',
      undefined,
      'التقى رئيس الحكومة الليبية سالم الساحلي، اليوم السبت، جورجيا هولم رئيسة الوزراء الإيطالية.',
      ['meeting held: IT جورجيا هولم | LY سالم الساحلي'],
    ],
    [
      'with "and" written on it',
      'ar',
      undefined,
      'عقدت أمس مباحثات رسمية بين وزير الدفاع القطري خالد الرشيد، وبدر بن سالم الرواحي، الوزير المسؤول عن شؤون الدفاع في سلطنة عمان.',
      ['meeting held: OM بدر بن سالم الرواحي | QA خالد الرشيد'],
    ],
    [
      'not those of officials who are only a group',
      'ar',
      undefined,
      'بحث وزير الدفاع الصومالي سالم نور، مع القائم بأعمال السفارة الدنماركية، ومسؤولين عسكريين بالسفارة، تعزيز التعاون العسكري.',
      ['ambassador_call held: DK القائم بأعمال السفارة الدنماركية | SO سالم نور'],
    ],
  ]);
});

describe('offices of organisations', () => {
  check([
    [
      'the short name of the body in brackets',
      'fr',
      undefined,
      "Le ministre péruvien des Affaires étrangères, Juan Soto, a rencontré lundi à New York le secrétaire général de l'Organisation des Nations unies (ONU), António Guterres.",
      ['organisation_meeting held in New York: PE Juan Soto | UN António Guterres'],
    ],
    [
      'sent to a country, not of it',
      'fr',
      undefined,
      "Le Premier ministre haïtien Jean Dubois a reçu lundi à Port-au-Prince la représentante spéciale du secrétaire général de l'ONU pour Haïti, Ana Ruiz.",
      ['organisation_meeting held in Port-au-Prince: HT Jean Dubois | UN Ana Ruiz'],
    ],
    [
      'an office of the United Nations in a country',
      'ar',
      undefined,
      'التقى وزير الدفاع الصومالي سالم نور اليوم في مقديشو رئيسة مكتب الأمم المتحدة لدعم الصومال كارن هولم.',
      ['organisation_meeting held in Mogadishu: SO سالم نور | UN كارن هولم'],
    ],
    [
      'a mission by its other names',
      'ar',
      undefined,
      'التقى وزير الدفاع الصومالي سالم نور اليوم في مقديشو رئيسة بعثة الأمم المتحدة للمساعدة في الصومال كارن هولم.',
      ['organisation_meeting held in Mogadishu: SO سالم نور | UN كارن هولم'],
    ],
    [
      'the assembly of anybody else',
      'ar',
      undefined,
      'التقى وزير الدفاع الصومالي سالم نور اليوم في مقديشو رئيس الجمعية العامة للأطباء لارس هولم.',
      [],
    ],
  ]);
});

describe('one meeting told by office and by name', () => {
  check([
    [
      'the guest of the headline',
      'fr',
      'Le Premier ministre norvégien Olav Berg reçoit le ministre péruvien des Affaires étrangères',
      'Le Premier ministre norvégien Olav Berg a reçu mardi Juan Soto, arrivé la veille.',
      ['meeting held: NO Olav Berg | PE Juan Soto'],
    ],
    [
      'the guest of the headline',
      'ar',
      'الخطيب يستقبل وزير الخارجية البيروفي',
      'استقبل رئيس الوزراء الأردني سامر الخطيب، الدكتور خوان سوتو والوفد المرافق له.',
      ['meeting held: JO سامر الخطيب | PE خوان سوتو'],
    ],
    [
      'where somebody travels is not their country',
      'fr',
      undefined,
      [
        'Le ministre péruvien des Affaires étrangères, Juan Soto, a reçu Olav Berg au Pérou.',
        'Le ministre norvégien des Affaires étrangères, Olav Berg, a remercié son hôte.',
      ],
      ['meeting held in PE: NO Olav Berg | PE Juan Soto'],
    ],
    [
      'an exchange between two',
      'fr',
      undefined,
      "Les relations sont bonnes, comme l'a montré un échange entre le président finlandais, Olli Salo, et le ministre péruvien des Affaires étrangères, Juan Soto.",
      ['meeting held: FI Olli Salo | PE Juan Soto'],
    ],
  ]);
});

describe('day and status without a day of publication', () => {
  check([
    [
      'a weekday that the day of another event contradicts',
      'fr',
      undefined,
      'La ministre norvégienne de la Défense, Kari Holm, s’est entretenue jeudi, à Lima, avec le ministre péruvien de la Défense, Juan Soto. Les deux ministres ont évoqué la coalition annoncée au sommet de Quito le 13 janvier 2020.',
      ['meeting held in Lima: NO Kari Holm | PE Juan Soto'],
    ],
    [
      'tomorrow is planned, whatever the form of the verb',
      'ar',
      undefined,
      'يزور وزير الدفاع الدنماركي لارس هولم غدا الأحد البيرو، في أول زيارة رسمية له.',
      ['visit planned: DK لارس هولم | PE'],
    ],
  ]);
});

describe('names that countries share', () => {
  check([
    [
      'as the rest of the text has it',
      'ar',
      undefined,
      [
        'أجرى وزير الدفاع السعودي سالم الرشيد اليوم مباحثات مع وزير دفاع عمان خالد الرواحي.',
        'وتناول اللقاء العلاقات التي تربط المملكة وسلطنة عمان.',
      ],
      ['meeting held: OM خالد الرواحي | SA سالم الرشيد'],
    ],
  ]);
});

describe('where talks are held', () => {
  check([
    [
      'the airport of a visitor',
      'ar',
      undefined,
      [
        'وصل وزير الداخلية السعودي سالم الرشيد أمس إلى جمهورية مصر العربية في زيارة رسمية.',
        'ووضعت على طريق مطار القاهرة الدولي أعلام البلدين.',
      ],
      ['visit held in Cairo: EG | SA سالم الرشيد'],
    ],
    [
      'a stay that is recalled',
      'fr',
      undefined,
      [
        'Le ministre péruvien des Affaires étrangères, Juan Soto, a reçu mardi le ministre norvégien des Affaires étrangères, Olav Berg.',
        'M. Berg a remercié son hôte, à la suite de son récent séjour à Oslo.',
      ],
      ['meeting held: NO Olav Berg | PE Juan Soto'],
    ],
    [
      'a third country that they spoke about',
      'fr',
      undefined,
      [
        'Le président gabonais, Jean Obame, a reçu jeudi le ministre angolais des Affaires étrangères, Pedro Neto.',
        'Les deux hommes ont eu un entretien sur le retour de familles au Rwanda.',
      ],
      ['meeting held: AO Pedro Neto | GA Jean Obame'],
    ],
    [
      'the capital of a third country that bears its name',
      'ar',
      undefined,
      'التقى وزير الداخلية السعودي سالم الرشيد في تونس اليوم وزير الداخلية العراقي كريم الجبوري.',
      ['meeting held in Tunis: IQ كريم الجبوري | SA سالم الرشيد'],
    ],
    [
      'at home such a name may be the country',
      'ar',
      undefined,
      'استقبل وزير الداخلية التونسي سالم الزواري في تونس اليوم وزير الداخلية العراقي كريم الجبوري.',
      ['meeting held in TN: IQ كريم الجبوري | TN سالم الزواري'],
    ],
    [
      'the country at the verb, not the town where it was learnt',
      'fr',
      undefined,
      'Le ministre péruvien des Affaires étrangères, Juan Soto, recevra le ministre norvégien des Affaires étrangères, Olav Berg, au Pérou, a-t-on appris à Oslo.',
      ['meeting planned in PE: NO Olav Berg | PE Juan Soto'],
    ],
  ]);
});

describe('who is who', () => {
  check([
    [
      'two names with one first name and a father are two people',
      'ar',
      undefined,
      [
        'عقد العاهل السعودي الملك سلمان بن عبدالعزيز اليوم في الرياض جلسة مباحثات مع رئيس وزراء البيرو، محمد كارلوس سوتو.',
        'وحضر الجلسة الأمير محمد بن سالم بن عبدالعزيز ولي العهد.',
      ],
      ['meeting held in Riyadh: PE محمد كارلوس سوتو | SA سلمان بن عبدالعزيز'],
    ],
    [
      'a title between two names opens the second',
      'ar',
      undefined,
      'استقبل رئيس الوزراء البيروفي خوان سوتو الأمير سالم بن راشد وزير الدفاع السعودي، حيث عقدا اجتماعا.',
      ['meeting held: PE خوان سوتو | SA سالم بن راشد'],
    ],
    [
      'who goes with somebody',
      'ar',
      undefined,
      'استقبل وزير الداخلية القطري خالد الرشيد رئيس مجلس الشورى السعودي سالم الحربي، يرافقه معالي كريم الهاجري رئيس المجلس الوطني.',
      ['meeting held: QA خالد الرشيد | SA سالم الحربي'],
    ],
    [
      'a president of princes',
      'ar',
      undefined,
      [
        'استقبل رئيس الدولة زايد المنصوري، أمس، سالم الحربي وزير الدفاع السعودي.',
        'وتناول اللقاء علاقات الإمارات والسعودية.',
      ],
      ['meeting held: AE زايد المنصوري | SA سالم الحربي'],
    ],
    [
      'a long chain of portfolios',
      'ar',
      undefined,
      'استقبل الوزير الأول الجزائري كريم مرابط وزير الداخلية والأمن العمومي واللامركزية والشؤون الدينية النيجري السيد سليمان باري.',
      ['meeting held: DZ كريم مرابط | NE سليمان باري'],
    ],
    [
      'the long and the short form of one name',
      'fr',
      undefined,
      [
        'Le président du Pérou, Juan Soto, a été reçu mercredi à Quito par son homologue équatorien Luis Paz.',
        '« La rencontre entre Luis Alberto Paz Rivas, président de l’Équateur, et Juan Carlos Soto Rivera, président du Pérou, est terminée », a dit une porte-parole.',
      ],
      ['meeting held in Quito: EC Luis Alberto Paz Rivas | PE Juan Carlos Soto Rivera'],
    ],
    [
      'a family name that is also an office',
      'fr',
      undefined,
      'Le ministre péruvien de l’Économie, Juan Soto, a rencontré mardi à Lima la ministre belge des Finances, Anne Le Maire.',
      ['meeting held in Lima: BE Anne Le Maire | PE Juan Soto'],
    ],
    [
      'an office in a text of capitals is none',
      'fr',
      undefined,
      'LE PRÉSIDENT PÉRUVIEN, JUAN SOTO, A REÇU À LIMA LE MINISTRE NORVÉGIEN DE LA DÉFENSE, OLAV BERG.',
      ['meeting held in Lima: NO OLAV BERG | PE JUAN SOTO'],
    ],
    [
      'nor is one behind a title',
      'fr',
      undefined,
      'Le président péruvien, Juan Soto, a reçu Son Excellence Le Ministre norvégien de la Défense, Olav Berg.',
      ['meeting held: NO Olav Berg | PE Juan Soto'],
    ],
    [
      'those present, "among others"',
      'fr',
      undefined,
      [
        'Le président finlandais, Olli Salo, a eu une série d’entretiens avec des responsables péruviens, en présence notamment de l’ambassadrice du Pérou à Helsinki, Ana Ruiz.',
        'Olli Salo s’est entretenu mardi à Lima avec le ministre péruvien de l’Intérieur, Juan Soto.',
      ],
      ['meeting held in Lima: FI Olli Salo | PE Juan Soto'],
    ],
  ]);
});

describe('coming and going', () => {
  check([
    [
      'the crowd that moves is not the person spoken of',
      'ar',
      undefined,
      'قال الرئيس اللبناني كريم الخوري إن أسباب الأزمة هي القتال في سوريا، وتوجه النازحين السوريين إلى لبنان بأعداد كبيرة.',
      [],
    ],
    [
      'a welcome at the airport is no meeting',
      'ar',
      undefined,
      [
        'وصل وزير الداخلية السعودي سالم الحربي أمس إلى البيرو في زيارة رسمية.',
        'وكان في استقبال الوزير السعودي لدى وصوله إلى المطار وزير الداخلية البيروفي خوان سوتو.',
      ],
      ['visit held in PE: PE | SA سالم الحربي'],
    ],
    [
      'leaves after a visit',
      'ar',
      undefined,
      [
        'غادر رئيس الوزراء البيروفي خوان سوتو، اليوم الاثنين، مملكة النرويج، بعد زيارة رسمية استغرقت يومين.',
        'وكان رئيس الوزراء البيروفي قد وصل أمس إلى النرويج.',
      ],
      ['visit held: NO | PE خوان سوتو'],
    ],
    [
      'goes on a coming day',
      'fr',
      undefined,
      'Le président finlandais, Olli Salo, se rend vendredi au Pérou, huit jours après l’élection de son Parlement.',
      ['visit planned in PE: FI Olli Salo | PE'],
    ],
    [
      'what "and" joins to a plan',
      'ar',
      undefined,
      [
        'توجه رئيس الوزراء البيروفي خوان سوتو اليوم إلى السعودية في زيارة رسمية.',
        'ومن المقرر أن يعقد رئيس الوزراء البيروفي اجتماعا مع ولي العهد السعودي لمراجعة العلاقات وبحث سبل تعزيزها.',
      ],
      ['visit held in SA: PE خوان سوتو | SA ولي العهد السعودي', 'meeting planned: PE خوان سوتو | SA ولي العهد السعودي'],
    ],
    [
      'the paper in brackets, then the town',
      'ar',
      '(جدة) – ليما',
      'استقبل رئيس الوزراء البيروفي خوان سوتو وزير الدفاع السعودي سالم الحربي.',
      ['meeting held in Lima: PE خوان سوتو | SA سالم الحربي'],
    ],
  ]);
});
