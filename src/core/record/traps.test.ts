import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ArticleParts, articleOf } from '../../../test/helpers/article-of.ts';
import type { Article } from '../model/article.ts';
import type { ArticleRecord, ReportedMeeting } from '../model/record.ts';
import { codeRecord } from './code-record.ts';
import { buildRegister } from './register.ts';

const published = '2024-06-12';

function read(language: ArticleParts['language'], paragraphs: readonly string[], title?: string): ArticleRecord {
  return codeRecord(articleOf({ language, paragraphs, published, ...(title === undefined ? {} : { title }) }));
}

function line(meeting: ReportedMeeting): string {
  const people = meeting.sides
    .flatMap((side) => side.participants)
    .filter((participant) => participant.capacity === 'principal')
    .map((participant) => participant.name?.full ?? participant.roleText);
  return `${meeting.prominence} ${meeting.type} ${meeting.status}: ${people.sort().join(', ')}`;
}

function lines(record: ArticleRecord): string[] {
  return record.meetings.map(line);
}

describe('what is no meeting of two states', () => {
  test.each([
    [
      'a coach and his counterpart',
      'fr',
      "L'entraîneur tunisien, Karim Bennis, a rencontré samedi à Madrid son homologue espagnol, Luis Prado.",
    ],
    [
      'a prize received',
      'fr',
      'Le ministre italien de la Culture, Paolo Ricci, a reçu vendredi à Paris un prix pour son livre.',
    ],
    [
      'criticism received',
      'es',
      'El ministro peruano del Interior, Diego Mena, recibió críticas de la oposición por su política con Chile.',
    ],
    [
      'conditions met',
      'en',
      'Portuguese Finance Minister Rui Costa said that his country had met all the conditions set by Germany.',
    ],
    [
      'a message sent',
      'fr',
      'Le président français, Paul Lemaire, a adressé un message au roi de Belgique pour la fête nationale.',
    ],
    [
      'denied by "not"',
      'en',
      'Kenyan Foreign Minister Grace Wanjiru has not met her Ugandan counterpart, Peter Okello.',
    ],
    [
      'a condition',
      'fr',
      'Le ministre grec de la Défense, Nikos Pappas, viendrait si son homologue turc, Emre Kaya, le recevait à Ankara.',
    ],
    [
      'a spokesperson',
      'en',
      'Danish spokeswoman Ida Holm met reporters after the German minister Karl Brandt spoke in Berlin.',
    ],
    [
      'an organisation',
      'fr',
      "Le ministre malien de l'Intérieur, Sidi Traoré, a reçu mardi la représentante résidente du PNUD, Anna Weber.",
    ],
  ] as const)('%s', (_name, language, text) => {
    expect(lines(read(language, [text])).filter((item) => !/planned/.test(item))).toEqual([]);
  });

  test('a headline of another article on the page', () => {
    const article = articleOf({
      language: 'fr',
      paragraphs: [
        'Les prix du blé ont augmenté de deux pour cent en mai.',
        'Le ministre grec de la Défense, Nikos Pappas, a reçu lundi à Athènes son homologue chypriote, Andreas Ioannou.',
      ],
      published,
    });
    const blocks = article.blocks.map((block, i) => (i === 1 ? { ...block, label: 'ticker' as const } : block));
    expect(codeRecord({ ...article, blocks } satisfies Article).meetings).toEqual([]);
  });
});

describe('kinds of meetings', () => {
  test('a resident ambassador', () => {
    const record = read('fr', [
      "Le ministre sénégalais de l'Intérieur, Ousmane Diallo, a reçu mardi à Dakar l'ambassadeur du Japon au Sénégal, Kenji Mori.",
    ]);
    expect(lines(record)).toEqual(['main ambassador_call held: Kenji Mori, Ousmane Diallo']);
  });

  test('three sides are one meeting', () => {
    const record = read('en', [
      'The foreign ministers of Kenya, Uganda and Rwanda, Grace Wanjiru, Peter Okello and Jean Habimana, met on Tuesday in Nairobi.',
    ]);
    expect(record.meetings.map((meeting) => meeting.sides.map((side) => side.country).sort())).toEqual([
      ['KE', 'RW', 'UG'],
    ]);
  });

  test('a welcome at the airport does not prove a meeting', () => {
    const record = read('fr', [
      'Le ministre irlandais de la Défense, Sean Byrne, est arrivé mardi à Amman pour une visite de deux jours.',
      "Il a été accueilli à l'aéroport par le ministre jordanien de la Santé, Sami Haddad.",
    ]);
    expect(lines(record)).toEqual(['main visit held: Sean Byrne']);
  });

  test('two meetings of one minister', () => {
    const record = read('en', [
      'Swedish Foreign Minister Karin Berg met Kenyan President Daniel Otieno on Tuesday in Nairobi.',
      'They spoke about trade.',
      'The talks were friendly.',
      'Earlier, Karin Berg held talks with her Kenyan counterpart, Grace Wanjiru.',
    ]);
    expect(lines(record)).toEqual([
      'main meeting held: Daniel Otieno, Karin Berg',
      'secondary meeting held: Grace Wanjiru, Karin Berg',
    ]);
  });
});

describe('what is recalled', () => {
  test('a roadmap adopted after talks long ago', () => {
    const record = read('fr', [
      "Le ministre portugais de l'Intérieur, Rui Almeida, a reçu mardi à Lisbonne son homologue norvégienne, Ingrid Solberg.",
      'Cette dynamique est le fruit de la feuille de route adoptée au terme des entretiens entre le président portugais, Jorge Pinto, et le roi de Norvège, Harald Nilsen, en mars 2022.',
    ]);
    expect(lines(record)).toEqual([
      'main meeting held: Ingrid Solberg, Rui Almeida',
      'background meeting held: Harald Nilsen, Jorge Pinto',
    ]);
    expect(record.meetings[1]?.when.edtf).toBe('2022-03');
  });

  test('the past of the past', () => {
    const record = read('ar', [
      'استقبل وزير الداخلية الأردني سامر الخطيب، أمس في عمان، نظيره التونسي كريم الزواري.',
      'وكان وزير الداخلية الأردني قد التقى نظيره التونسي في شهر مارس 2022.',
    ]);
    expect(record.meetings.map((meeting) => meeting.prominence)).toEqual(['main', 'background']);
  });
});

describe('who is on which side', () => {
  test('the home side is left unsaid: the address tells, and is only an inference', () => {
    const article = articleOf({
      language: 'fr',
      paragraphs: [
        "Le ministre de l'Intérieur, Ousmane Diallo, s'est entretenu mardi avec son homologue italien, Paolo Ricci.",
      ],
      published,
    });
    const record = codeRecord({ ...article, url: 'https://example.sn/politique/1' });
    const sides = Object.fromEntries((record.meetings[0]?.sides ?? []).map((side) => [side.country, side.basis]));
    expect(sides).toEqual({ IT: 'counterpart', SN: 'inferred-home' });
    const claim = record.claims.find((item) => item.field === 'side' && item.basis === 'inferred-home');
    expect(claim?.certainty).toBeLessThan(0.6);
  });

  test('the register knows who held the office', () => {
    const register = buildRegister([
      {
        id: 'p1',
        slug: 'ousmane-diallo',
        name: 'Ousmane Diallo',
        names: [{ surface: 'Ousmane Diallo', full: 'Ousmane Diallo', lang: 'fr', script: 'latin' }],
        offices: [{ roleCode: 'minister:interior', roleText: 'ministre', country: 'SN', evidence: [] }],
      },
    ]);
    const article = articleOf({
      language: 'fr',
      paragraphs: [
        "Le ministre de l'Intérieur, Ousmane Diallo, s'est entretenu mardi avec son homologue italien, Paolo Ricci.",
      ],
      published,
    });
    const sides = codeRecord(article, { register }).meetings[0]?.sides ?? [];
    expect(sides.map((side) => `${side.country} ${side.basis}`).sort()).toEqual(['IT counterpart', 'SN register']);
  });

  test('the home of the outlet alone never makes a pair', () => {
    const article = articleOf({
      language: 'fr',
      paragraphs: ["Le ministre de l'Intérieur, Ousmane Diallo, a reçu mardi le ministre de la Santé, Awa Ndiaye."],
      published,
    });
    expect(codeRecord({ ...article, url: 'https://example.sn/politique/2' }).meetings).toEqual([]);
  });

  test('a calqued title keeps its words and takes the code of its head', () => {
    const record = read('fr', [
      "Le ministre grec de l'Intérieur, Nikos Pappas, a reçu lundi à Athènes la ministre de l'Intérieur et du Territoire de la République fédérale d'Allemagne, Clara Vogel.",
    ]);
    const german = record.meetings[0]?.sides.find((side) => side.country === 'DE')?.participants[0];
    expect(german).toMatchObject({ roleCode: 'minister:interior', name: { full: 'Clara Vogel' } });
    expect(german?.roleText).toContain('Territoire');
  });

  test('acting and former change the role', () => {
    const record = read('en', [
      'Acting Bulgarian Interior Minister Ivan Petrov met Romanian Interior Minister Elena Popa in Sofia on Monday; former Greek minister Nikos Pappas sent greetings.',
    ]);
    const people = record.meetings.flatMap((meeting) => meeting.sides.flatMap((side) => side.participants));
    expect(people.find((person) => person.name?.full === 'Ivan Petrov')?.acting).toBe(true);
    expect(people.some((person) => person.name?.full === 'Nikos Pappas')).toBe(false);
  });

  test('those who attend are the delegation', () => {
    const record = read('fr', [
      "Le ministre portugais de l'Intérieur, Rui Almeida, a reçu mardi à Lisbonne son homologue norvégienne, Ingrid Solberg, en présence du directeur général de la Police, João Faria.",
    ]);
    const people = record.meetings[0]?.sides.flatMap((side) => side.participants) ?? [];
    expect(people.filter((person) => person.capacity === 'principal').map((person) => person.name?.full)).toEqual([
      'Rui Almeida',
      'Ingrid Solberg',
    ]);
  });
});

const SENTENCES = [
  "Le ministre portugais de l'Intérieur, Rui Almeida, a reçu mardi à Lisbonne son homologue norvégienne, Ingrid Solberg.",
  'MM. Almeida et Solberg ont convenu de renforcer la coopération.',
  'Swedish Foreign Minister Karin Berg met Kenyan President Daniel Otieno on Tuesday in Nairobi.',
  'El ministro chileno del Interior, Pablo Soto, se reunió este martes en Santiago con su homólogo uruguayo, Andrés Pereira.',
  'استقبل وزير الداخلية الأردني سامر الخطيب، أمس في عمان، نظيره التونسي كريم الزواري.',
  'Le roi, (le) [ministre] « son homologue », et et et.',
  'القائم بالأعمال وزير وزير نظيره مع مع بين.',
];

describe('every record', () => {
  test('points into the text, and every claim has a mention', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...SENTENCES), { minLength: 1, maxLength: 8 }),
        fc.constantFrom('fr', 'en', 'es', 'ar'),
        (paragraphs, language) => {
          const article = articleOf({ language: language as ArticleParts['language'], paragraphs, published });
          const record = codeRecord(article);
          const ids = new Set(record.mentions.map((mention) => mention.id));
          for (const mention of record.mentions) {
            expect(mention.start).toBeGreaterThanOrEqual(0);
            expect(mention.end).toBeGreaterThan(mention.start);
            expect(article.text.slice(mention.start, mention.end).trim()).not.toBe('');
          }
          for (const claim of record.claims) {
            expect(claim.mentions.length).toBeGreaterThan(0);
            for (const id of claim.mentions) expect(ids.has(id)).toBe(true);
          }
          expect(codeRecord(article)).toEqual(record);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('mentions say what they are', () => {
    const article = articleOf({ language: 'fr', paragraphs: [SENTENCES[0] ?? ''], published });
    const record = codeRecord(article);
    const slices = record.mentions.map(
      (mention) => `${mention.kind}: ${article.text.slice(mention.start, mention.end)}`,
    );
    expect(slices).toEqual(
      expect.arrayContaining([
        'trigger: a reçu',
        'person: Rui Almeida',
        "role: ministre portugais de l'Intérieur",
        'person: Ingrid Solberg',
        'role: homologue norvégienne',
        'date: mardi',
        'place: Lisbonne',
      ]),
    );
  });
});
