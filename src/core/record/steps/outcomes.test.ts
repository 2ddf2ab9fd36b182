import { describe, expect, test } from 'vitest';
import { documentOf, wholeOf } from '../../../../test/helpers/article-of.ts';
import type { LanguageCode } from '../../model/language.ts';
import { findOutcomes } from './outcomes.ts';

const read = (language: LanguageCode, sentence: string, published?: string) => {
  const document = documentOf({ language, paragraphs: [sentence], ...(published === undefined ? {} : { published }) });
  return findOutcomes(document, wholeOf(document)).map((found) => found.value);
};

describe('strong verbs give outcomes', () => {
  test.each<[LanguageCode, string, string, string, string?, number?]>([
    [
      'fr',
      'Les deux ministres ont convenu de renforcer le contrôle des ports.',
      'agreed',
      'renforcer le contrôle des ports',
    ],
    [
      'fr',
      'Les deux ministres ont convenu, mardi à Berne, de la nécessité de former leurs agents.',
      'agreed',
      'former leurs agents',
    ],
    [
      'fr',
      'Ils ont décrit leurs priorités avant de souligner leur entente et convenir de former leurs agents ensemble.',
      'agreed',
      'former leurs agents ensemble',
    ],
    [
      'fr',
      'Les deux parties ont approuvé la création d’un groupe de travail sur les ports.',
      'created',
      'groupe de travail',
    ],
    [
      'fr',
      'La réunion a été sanctionnée par la signature de trois conventions.',
      'signed',
      'trois conventions',
      'convention',
      3,
    ],
    ['fr', 'Un procès-verbal a été signé à l’issue des travaux.', 'signed', 'procès-verbal', 'minutes', 1],
    [
      'fr',
      'Les ministres ont signé une déclaration d’intention commune sur la protection civile.',
      'signed',
      'déclaration d’intention',
      'declaration_of_intent',
      1,
    ],
    ['fr', 'Le ministre a invité son homologue à effectuer une visite à Oslo.', 'invited', 'son homologue'],
    ['en', 'The two ministers agreed to step up joint patrols.', 'agreed', 'step up joint patrols'],
    ['en', 'The two sides agreed to establish a joint committee on fisheries.', 'created', 'joint committee'],
    [
      'en',
      'The ministers signed a memorandum of understanding on civil aviation.',
      'signed',
      'memorandum of understanding',
      'mou',
      1,
    ],
    ['en', 'Four agreements were signed at the end of the session.', 'signed', 'Four agreements', 'agreement', 4],
    ['en', 'The minister extended an invitation to his guest to visit Lima.', 'invited', 'visit Lima'],
    ['es', 'Los ministros acordaron reforzar los controles en los puertos.', 'agreed', 'reforzar los controles'],
    ['es', 'Ambos suscribieron dos memorandos de entendimiento sobre turismo.', 'signed', 'memorandos', 'mou', 2],
    ['es', 'Los dos gobiernos acordaron crear un grupo de trabajo sobre pesca.', 'created', 'grupo de trabajo'],
    ['es', 'El acta fue firmada al término de la sesión.', 'signed', 'acta', 'minutes'],
    ['ar', 'واتفق الوزيران على تعزيز تبادل الخبرات بين البلدين.', 'agreed', 'تعزيز تبادل الخبرات'],
    ['ar', 'وقع الوزيران مذكرتي تفاهم في مجال النقل.', 'signed', 'مذكرتي تفاهم', 'mou', 2],
    ['ar', 'وتم خلال اللقاء التوقيع على بروتوكول تعاون في مجال الصحة.', 'signed', 'بروتوكول', 'protocol'],
    ['ar', 'واتفق الجانبان على إنشاء لجنة مشتركة للنقل البحري.', 'created', 'لجنة مشتركة'],
  ])('%s: %s', (language, sentence, kind, words, instrument, count) => {
    const [outcome, ...more] = read(language, sentence);
    expect(more).toEqual([]);
    expect(outcome?.kind).toBe(kind);
    expect(outcome?.text).toContain(words);
    if (instrument !== undefined) expect(outcome?.instrument).toBe(instrument);
    if (count !== undefined) expect(outcome?.count ?? 1).toBe(count);
  });
});

describe('courtesy, denial, plans and the past give none', () => {
  test.each<[LanguageCode, string, string?]>([
    ['fr', 'Les deux ministres se sont félicités de leur coopération et ont souligné l’importance du dialogue.'],
    ['fr', 'Les deux ministres n’ont signé aucun accord.'],
    ['fr', 'Plusieurs accords seront signés la semaine prochaine.'],
    ['fr', 'Les deux ministres devraient signer un accord sur les ports.'],
    ['fr', 'Les ministres ont salué la feuille de route adoptée en avril 2019.', '2023-05-02'],
    ['fr', 'Ils avaient signé une convention sur la pêche.'],
    ['fr', 'Il a tendu la main en signe d’amitié.'],
    ['en', 'The ministers stressed the need for closer ties and hailed their cooperation.'],
    ['en', 'The minister signed none of the agreements.'],
    ['en', 'A memorandum is to be signed next month.'],
    ['en', 'They are expected to sign an agreement on ports.'],
    ['en', 'The two had signed a protocol on aviation.'],
    ['en', 'The minister signed the visitors’ book.'],
    ['es', 'El ministro no firmó el acuerdo.'],
    ['es', 'Los ministros destacaron la importancia de la cooperación y repasaron la agenda.'],
    ['es', 'Ambos países prevén firmar un convenio sobre puertos.'],
    ['es', 'Habían firmado un acuerdo de pesca.'],
    ['ar', 'أكد الوزيران على أهمية التعاون وأشادا بمستوى العلاقات.'],
    ['ar', 'ولم يوقع الوزيران أي اتفاقية.'],
    ['ar', 'ومن المقرر أن يوقع الوزيران مذكرة تفاهم.'],
    ['ar', 'سيوقع الجانبان اتفاقية للنقل البحري.'],
    ['ar', 'وأبرم البلدان اتفاقية للصيد عام 2010.', '2023-05-02'],
  ])('%s: %s', (language, sentence, published) => {
    expect(read(language, sentence, published)).toEqual([]);
  });
});

test('the same outcome in headline and lead is one, in the words of the lead', () => {
  const document = documentOf({
    language: 'en',
    title: 'Norway, Peru agree to step up port patrols',
    paragraphs: ['The interior ministers agreed on Monday to step up joint patrols in their ports.'],
  });
  const found = findOutcomes(document, wholeOf(document));
  expect(found).toHaveLength(1);
  expect(document.sentences[found[0]?.sentence ?? 0]?.block).toBe('lead');
});

test('several outcomes of one sentence stay apart', () => {
  const outcomes = read(
    'en',
    'The ministers agreed to resume joint patrols and signed a protocol on civil protection.',
  );
  expect(outcomes.map((outcome) => outcome.kind)).toEqual(['agreed', 'signed']);
  expect(outcomes[0]?.text).not.toContain('protocol');
});

test('the text of an outcome is a slice of the canonical text and ends before the attribution', () => {
  const document = documentOf({
    language: 'fr',
    paragraphs: ['Les ministres ont convenu de former leurs agents, indique un communiqué du ministère.'],
  });
  const [found] = findOutcomes(document, wholeOf(document));
  expect(found?.value.text).toBe('former leurs agents');
  expect(document.text.slice(found?.value.textStart, found?.value.textEnd)).toBe('former leurs agents');
});

describe('how one sentence is cut', () => {
  const kinds = (language: LanguageCode, sentence: string): string[] =>
    read(language, sentence).map((outcome) => `${outcome.kind}: ${outcome.text}`);

  test.each<[LanguageCode, string, string[]]>([
    [
      'en',
      'They agreed to ease port checks and to establish a joint working group.',
      ['agreed: ease port checks', 'created: joint working group'],
    ],
    [
      'fr',
      'Ils ont convenu de renforcer les contrôles et de créer un groupe mixte.',
      ['agreed: renforcer les contrôles', 'created: un groupe mixte'],
    ],
    [
      'fr',
      'Ils ont signé à Oslo un mémorandum portant sur la mise en place d’un conseil.',
      ['signed: mémorandum portant sur la mise en place d’un conseil'],
    ],
    [
      'es',
      'Acordaron el lunes rebajar las tensiones y volver a cooperar en los puertos.',
      ['agreed: rebajar las tensiones y volver a cooperar en los puertos'],
    ],
    [
      'en',
      'Both leaders announced the reactivation of all cooperation mechanisms.',
      ['announced: the reactivation of all cooperation mechanisms'],
    ],
    [
      'fr',
      'Le ministre a annoncé la réactivation de tous les mécanismes de coopération.',
      ['announced: la réactivation de tous les mécanismes de coopération'],
    ],
    [
      'es',
      'El canciller anunció la reactivación de todos los mecanismos de cooperación.',
      ['announced: la reactivación de todos los mecanismos de cooperación'],
    ],
    [
      'ar',
      'وأعلن الضيف إعادة تفعيل جميع آليات التعاون بين البلدين.',
      ['announced: إعادة تفعيل جميع آليات التعاون بين البلدين'],
    ],
    ['en', 'Norway and Peru to resume cooperation after talks in Lima', ['announced: resume cooperation']],
    ['en', 'The ministers relaunched the joint commission on ports.', ['relaunched: the joint commission on ports']],
    [
      'en',
      'They signed a memorandum of understanding on ports in Lima on Monday.',
      ['signed: a memorandum of understanding on ports'],
    ],
    [
      'fr',
      'Le Pérou et la Norvège ont convenu lundi 4 mai à Lima, de mettre en place un comité d’experts, a annoncé le ministère péruvien de l’Intérieur.',
      ['created: mettre en place un comité d’experts'],
    ],
    ['en', 'The two sides agreed to build on existing port projects.', ['agreed: build on existing port projects']],
    ['ar', 'وأسفرت الدورة عن الاتفاق على 12 وثيقة تعاون، تم التوقيع عليها من طرف الوزراء.', ['signed: 12 وثيقة تعاون']],
  ])('%s: %s', (language, sentence, expected) => {
    const found = kinds(language, sentence);
    expect(found).toHaveLength(expected.length);
    for (const [at, text] of expected.entries()) {
      const [kind = '', words = ''] = text.split(': ');
      expect(found[at]).toContain(`${kind}: `);
      expect(found[at]).toContain(words);
    }
  });
});

test('a promise of both is agreed, of one it is only said', () => {
  expect(read('en', 'The two sides pledged to share port data.').map((outcome) => outcome.kind)).toEqual(['agreed']);
  expect(read('en', 'The visitor pledged to share port data.')).toEqual([]);
});

describe('views, courtesy and setbacks are no outcomes', () => {
  test.each<[LanguageCode, string]>([
    ['en', 'They agreed on the importance of fishing ports.'],
    ['fr', 'Ils ont convenu de l’importance des ports de pêche.'],
    ['es', 'Acordaron sobre la importancia de los puertos pesqueros.'],
    ['ar', 'واتفق الجانبان على أهمية موانئ الصيد.'],
    ['en', 'They agreed that there is room for more port projects.'],
    ['es', 'El visitante anunció que su país considera útil el puerto.'],
    ['en', 'The two ministers agreed to postpone the visit to Lima.'],
    ['fr', 'Les deux ministres ont décidé de reporter la visite à Lima.'],
    ['es', 'Los ministros acordaron aplazar la visita a Oslo.'],
    ['fr', 'Les deux pays cherchent des moyens pour une reprise de la coopération.'],
    ['es', 'El viaje a Oslo quedó en suspenso, según anunció la Presidencia.'],
    ['ar', 'وبدأ الوزير زيارة أعلنت عنها الوزارة يوم أمس.'],
  ])('%s: %s', (language, sentence) => {
    expect(read(language, sentence)).toEqual([]);
  });

  test('but what is told in the future is decided', () => {
    expect(read('es', 'El ministro anunció que su país abrirá un consulado en Oslo.')).toMatchObject([
      { kind: 'announced', text: 'su país abrirá un consulado en Oslo' },
    ]);
    expect(read('fr', 'Ils ont convenu que les ports seraient reliés.')).toMatchObject([
      { kind: 'agreed', text: 'les ports seraient reliés' },
    ]);
  });
});

test('an outcome does not end with a relative word or a preposition', () => {
  const outcomes = read('ar', 'ووقع الوزيران على محضر الدورة، التي توصلت إلى الاتفاق على 9 وثائق.');
  for (const { text } of outcomes) expect(text).not.toMatch(/(?:التي|على|،)$/u);
  expect(outcomes[0]?.text).toBe('محضر الدورة');
});

test('an announced postponement is no outcome', () => {
  expect(read('en', 'The ministry announced the postponement of the visit to Lima.')).toEqual([]);
});

test('papers told one by one belong to the count before them', () => {
  const document = documentOf({
    language: 'fr',
    paragraphs: [
      'Huit accords et mémorandums d’entente ont été signés mardi.',
      'Un protocole sur les ports a été signé par les ministres des Transports.',
    ],
  });
  const found = findOutcomes(document, wholeOf(document));
  expect(found.map((item) => item.value.count)).toEqual([8]);
});

test('"signed it" is about the paper of the sentence before', () => {
  const [outcome] = read(
    'en',
    'Norway and Peru have a memorandum of understanding on ports. The ministers signed it on Monday.',
  );
  expect(outcome).toMatchObject({ kind: 'signed', instrument: 'mou' });
});

describe('the verb may close the sentence', () => {
  test.each<[LanguageCode, string, string, string]>([
    [
      'en',
      'Lima will reopen its consulate in Oslo, the visitor announced.',
      'announced',
      'Lima will reopen its consulate in Oslo',
    ],
    ['en', 'Flights will start again in May, the two ministers decided.', 'agreed', 'Flights will start again in May'],
    [
      'fr',
      'Les deux voisins partageront leurs cartes, ont-ils décidé.',
      'agreed',
      'Les deux voisins partageront leurs cartes',
    ],
    [
      'es',
      'Ambos países compartirán sus mapas, según decidieron los ministros.',
      'agreed',
      'Ambos países compartirán sus mapas',
    ],
  ])('%s: %s', (language, sentence, kind, text) => {
    expect(read(language, sentence)).toMatchObject([{ kind, text }]);
  });

  test('but not when its object follows', () => {
    expect(read('en', 'After talks in Lima, the two ministers agreed to share maps.')).toMatchObject([
      { text: 'share maps' },
    ]);
  });
});
