import { describe, expect, test } from 'vitest';
import { articleOf } from '../../../../test/helpers/article-of.ts';
import type { LanguageCode } from '../../model/language.ts';
import { codeRecord } from '../code-record.ts';

function mainOf(language: LanguageCode, paragraphs: readonly string[], published = '2024-05-16', title?: string) {
  const article = articleOf({ language, paragraphs, published, ...(title === undefined ? {} : { title }) });
  const { meetings } = codeRecord(article);
  return meetings.find((meeting) => meeting.prominence === 'main');
}

describe('a town told beside the meeting, not in its sentence', () => {
  test.each<[string, LanguageCode, string[], string | undefined]>([
    [
      'the town whom the guest reached',
      'ar',
      [
        'استقبل الرئيس المصري عبد الفتاح السيسي اليوم الأحد الرئيس الموريتاني محمد ولد عبد العزيز الذي وصل القاهرة أمس.',
      ],
      'Cairo',
    ],
    [
      'the town that hosts the council',
      'ar',
      [
        'شارك وزير الخارجية التونسي، سالم بن يوسف، في اجتماع المجلس الذي احتضنته القاهرة اليوم الخميس.',
        'والتقى وزير الخارجية التونسي سالم بن يوسف وزير الخارجية المصري سامي فؤاد.',
      ],
      'Cairo',
    ],
    [
      'the capital with its adjective before it',
      'ar',
      ['التقى وزير الخارجية المصري سامي فؤاد في العاصمة الأردنية عمان نظيره الأردني بدر الناصر.'],
      'Amman',
    ],
    [
      'a town that no list holds, told by the meeting',
      'en',
      [
        'The Peruvian interior minister, Rosa Quispe, met her Norwegian counterpart, Ingrid Solberg, to speak of ports.',
        'The meeting took place in the Norwegian town of Fjellvik.',
      ],
      'Fjellvik',
    ],
    [
      'a third country',
      'en',
      [
        'The Peruvian interior minister, Rosa Quispe, met her Norwegian counterpart, Ingrid Solberg, to speak of ports.',
        'The meeting took place in Geneva.',
      ],
      'Geneva',
    ],
    [
      'a stay told far down',
      'fr',
      [
        'Le ministre sénégalais de la Défense, Ibra Sarr, a reçu en audience son homologue norvégienne, Ingrid Solberg.',
        'Les navires ont été évoqués.',
        'Les ports aussi.',
        'La formation des marins également.',
        'Un texte est en préparation.',
        'En visite à Dakar, Mme Solberg a salué cet accueil.',
      ],
      'Dakar',
    ],
    [
      'the agency is not the place',
      'ar',
      [
        'التقى وزير الخارجية التونسي سالم بن يوسف نظيره الموريتاني أحمد ولد سالم.',
        'وقال الوزير في تصريح لوكالة تونس إن اللقاء كان مثمرا.',
      ],
      undefined,
    ],
    [
      'nor is the town where an older paper was signed',
      'ar',
      ['بحث وزير الخارجية السعودي فهد الراشد مع نظيره الإيراني رضا كريمي تنفيذ اتفاق البلدين الموقع في بكين.'],
      undefined,
    ],
    [
      'nor is the town where an older paper was signed',
      'fr',
      [
        'Le ministre péruvien de l’Intérieur, Luis Quispe, a reçu son homologue norvégienne, Ingrid Solberg, pour évoquer l’accord signé à Genève.',
      ],
      undefined,
    ],
  ])('%s (%s)', (_, language, paragraphs, place) => {
    expect(mainOf(language, paragraphs)?.where?.place).toBe(place);
  });

  test('a plan is told from where it was made: its dateline is no place', () => {
    const plan = mainOf('en', [
      'LIMA (NORINFORM) - The Peruvian interior minister, Rosa Quispe, will meet her Norwegian counterpart, Ingrid Solberg, next week.',
    ]);
    expect(plan?.status).toBe('planned');
    expect(plan?.where?.place).toBeUndefined();
  });
});

describe('days', () => {
  test.each<[LanguageCode, string]>([
    [
      'fr',
      'La ministre péruvienne Rosa Quispe a rencontré la ministre norvégienne de l’Intérieur, Ingrid Solberg, les 30 avril et 1er mai 2024.',
    ],
    [
      'en',
      'The Peruvian interior minister, Rosa Quispe, met the Norwegian interior minister, Ingrid Solberg, on 30 April and 1 May 2024.',
    ],
    [
      'es',
      'La ministra peruana del Interior, Rosa Quispe, se reunió con la ministra noruega del Interior, Ingrid Solberg, los días 30 de abril y 1 de mayo de 2024.',
    ],
    ['ar', 'التقى وزير الداخلية المصري سامي فؤاد نظيره الأردني بدر الناصر يومي 30 أبريل و1 مايو 2024.'],
  ])('two days running across a month (%s)', (language, sentence) => {
    expect(mainOf(language, [sentence])?.when.edtf).toBe('2024-04-30/2024-05-01');
  });

  test.each<[string, LanguageCode, string[], string | undefined]>([
    [
      'of the visit during which it is planned',
      'en',
      [
        'A pact would be signed during the three-day visit of Rosa Quispe to Norway starting May 27.',
        'During her visit the Peruvian interior minister, Rosa Quispe, will meet the Norwegian interior minister, Ingrid Solberg.',
      ],
      '2024-05-27',
    ],
    [
      'two days to come tell nothing',
      'en',
      [
        'The Peruvian interior minister, Rosa Quispe, will meet the Norwegian interior minister, Ingrid Solberg.',
        'A law is planned for May 27 and another for June 3.',
      ],
      undefined,
    ],
  ])('of a plan: %s (%s)', (_, language, paragraphs, day) => {
    expect(mainOf(language, paragraphs)?.when.edtf).toBe(day);
  });
});
