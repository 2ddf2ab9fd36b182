import { describe, expect, test } from 'vitest';
import { documentOf, wholeOf } from '../../../../test/helpers/article-of.ts';
import type { LanguageCode } from '../../model/language.ts';
import { findTopics } from './topics.ts';

const read = (language: LanguageCode, ...paragraphs: string[]): string[] => {
  const document = documentOf({ language, paragraphs });
  return [...new Set(findTopics(document, wholeOf(document)).map((found) => found.value))].sort();
};

describe('what was discussed is a topic', () => {
  test.each<[LanguageCode, string, string[]]>([
    [
      'fr',
      'Les deux ministres ont examiné la lutte contre le terrorisme et la gestion des flux migratoires.',
      ['counterterrorism', 'migration'],
    ],
    ['fr', 'L’entretien a porté sur la pêche et les énergies renouvelables.', ['energy', 'trade']],
    [
      'en',
      'They discussed border management, drug trafficking and transnational organised crime.',
      ['border', 'organised_crime', 'trafficking'],
    ],
    ['en', 'The two ministers discussed military cooperation and joint exercises.', ['defence']],
    [
      'es',
      'Los ministros abordaron la cooperación en materia de protección civil y el intercambio cultural.',
      ['civil_protection', 'culture'],
    ],
    [
      'es',
      'Ambos trataron la lucha contra el narcotráfico y la delincuencia organizada.',
      ['organised_crime', 'trafficking'],
    ],
    ['ar', 'وبحث الوزيران مكافحة الإرهاب والهجرة غير النظامية.', ['counterterrorism', 'migration']],
    ['ar', 'وتناول اللقاء تعزيز التبادل التجاري والاستثمار بين البلدين.', ['trade']],
  ])('%s: %s', (language, sentence, topics) => {
    expect(read(language, sentence)).toEqual(expect.arrayContaining(topics));
  });
});

describe('names of offices and bodies are no topics', () => {
  test.each<[LanguageCode, string, string]>([
    ['fr', 'Le ministre de la Défense, Paul Durand, a reçu mardi le ministre norvégien du Commerce.', 'defence'],
    ['fr', 'Le ministre de l’Énergie a rencontré le ministre des Transports.', 'energy'],
    ['en', 'Defence Minister Ann Berg met the Minister of Trade and Industry on Monday.', 'defence'],
    ['en', 'Norway sits on the Security Council, the Minister of Energy said.', 'energy'],
    ['es', 'La ministra de Defensa recibió al ministro de Comercio.', 'defence'],
    ['ar', 'استقبل وزير الدفاع وزير التجارة اليوم.', 'defence'],
    ['ar', 'التقى وزير الطاقة نظيره اليوم في أوسلو.', 'energy'],
  ])('%s: %s', (language, sentence, topic) => {
    expect(read(language, sentence)).not.toContain(topic);
  });
});

describe('a wider vocabulary', () => {
  test.each<[LanguageCode, string, string[]]>([
    [
      'fr',
      'Ils ont évoqué l’aquaculture, les hôpitaux et la recherche et le sauvetage.',
      ['civil_protection', 'trade'],
    ],
    ['fr', 'L’entretien a porté sur la traite des enfants et l’agence spatiale.', ['other', 'trafficking']],
    [
      'en',
      'They discussed the coast guard, double taxation and anti-narcotics work.',
      ['border', 'trade', 'trafficking'],
    ],
    ['es', 'Abordaron la búsqueda y rescate, el uranio y la pandemia.', ['civil_protection', 'energy', 'other']],
    ['ar', 'وناقش الوزيران المحروقات والأمن الغذائي والمناورات المشتركة.', ['defence', 'energy', 'trade']],
  ])('%s: %s', (language, sentence, topics) => {
    expect(read(language, sentence)).toEqual(topics);
  });

  test.each<[LanguageCode, string, string]>([
    ['en', 'They discussed gangs operating across borders.', 'border'],
    ['ar', 'وبحثا الجريمة المنظمة العابرة للحدود.', 'border'],
    ['es', 'Hablaron de la defensa de la democracia.', 'defence'],
    ['fr', 'Ils ont évoqué la défense des droits des pêcheurs.', 'defence'],
    ['en', 'They discussed the defence of democracy.', 'defence'],
    ['ar', 'وقال المكتب الإعلامي للوزير إن اللقاء تناول الصيد.', 'culture'],
  ])('not by a word inside another thing: %s: %s', (language, sentence, topic) => {
    expect(read(language, sentence)).not.toContain(topic);
  });
});

test('a recalled event is not a topic of this meeting', () => {
  expect(
    read(
      'fr',
      'Les deux ministres ont examiné la pêche.',
      'Pour rappel, un sommet sur la défense avait réuni les deux pays.',
    ),
  ).not.toContain('defence');
});

test('every found span is inside its sentence', () => {
  const document = documentOf({
    language: 'en',
    paragraphs: ['They discussed migration and trade. Energy was raised too.'],
  });
  for (const found of findTopics(document, wholeOf(document))) {
    const sentence = document.sentences[found.sentence];
    expect(found.start).toBeGreaterThanOrEqual(sentence?.start ?? Number.NaN);
    expect(found.end).toBeLessThanOrEqual(sentence?.end ?? Number.NaN);
  }
});

describe('security at large', () => {
  test('is "other" where no kind of it is named', () => {
    expect(read('en', 'The two discussed security cooperation.')).toEqual(['other']);
  });
  test('adds nothing where one is', () => {
    expect(read('en', 'The two discussed security cooperation and the fight against terrorism.')).toEqual([
      'counterterrorism',
    ]);
  });
});

test('ties are courtesy between ministers of one portfolio and a topic between heads of state', () => {
  const document = documentOf({
    language: 'en',
    paragraphs: ['They reviewed bilateral ties, their relations with neighbours and joint military exercises.'],
  });
  const topics = (role: string) => [
    ...new Set(findTopics(document, wholeOf(document), { roles: [role, role] }).map((found) => found.value)),
  ];
  expect(topics('minister:defence')).toEqual(['defence']);
  expect(topics('president')).toContain('diplomacy');
});

test.each<[LanguageCode, string, string]>([
  ['en', 'Friendly ties bind the two countries.', 'They discussed fisheries.'],
  ['fr', 'Des liens d’amitié unissent les deux pays.', 'Ils ont évoqué la pêche.'],
  ['es', 'Unen a los dos países lazos de amistad.', 'Abordaron la pesca.'],
])('%s: ties that frame the talks are no topic beside what was discussed', (language, frame, matter) => {
  const document = documentOf({ language, paragraphs: [frame, matter] });
  const roles = ['president', 'president'];
  expect(findTopics(document, wholeOf(document), { roles }).map((found) => found.value)).toEqual(['trade']);
});

test('line ministers who named nothing with weight met about their office', () => {
  const document = documentOf({
    language: 'en',
    paragraphs: ['They met.', 'Later.', 'Talks ended.', 'Two troops left.'],
  });
  const topics = (roles: string[]) => findTopics(document, wholeOf(document), { roles }).map((found) => found.value);
  expect(topics(['minister:defence', 'minister:defence'])).toEqual(['defence']);
  expect(topics([])).toEqual([]);
});

test('a guard of honour is no defence cooperation', () => {
  expect(read('fr', 'Des cadets des forces armées lui ont rendu les honneurs.')).toEqual([]);
});
