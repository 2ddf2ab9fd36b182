import { describe, expect, test } from 'vitest';
import { documentOf, wholeOf } from '../../../../test/helpers/article-of.ts';
import type { LanguageCode } from '../../model/language.ts';
import { findOutcomes } from './outcomes.ts';

const read = (language: LanguageCode, sentence: string) => {
  const document = documentOf({ language, paragraphs: [sentence] });
  return findOutcomes(document, wholeOf(document)).map(({ value }) => `${value.kind}: ${value.text}`);
};

describe('papers after "as well as" stand beside the first', () => {
  test.each<[LanguageCode, string, readonly string[]]>([
    [
      'fr',
      'Les ministres ont signé une déclaration commune à l’issue des travaux, ainsi que deux protocoles de coopération.',
      ['signed: une déclaration commune', 'signed: deux protocoles de coopération'],
    ],
    [
      'en',
      'The ministers signed a joint declaration as well as two protocols on fisheries.',
      ['signed: a joint declaration', 'signed: two protocols on fisheries'],
    ],
    [
      'es',
      'Los ministros firmaron una declaración conjunta, así como dos protocolos sobre pesca.',
      ['signed: una declaración conjunta', 'signed: dos protocolos sobre pesca'],
    ],
    [
      'ar',
      'وقع الوزيران بيانا مشتركا فضلا عن بروتوكول تعاون في مجال الصيد.',
      ['signed: بيانا مشتركا', 'signed: بروتوكول تعاون في مجال الصيد'],
    ],
    [
      'pt',
      'Os ministros assinaram uma declaração conjunta, bem como dois protocolos sobre pesca.',
      ['signed: uma declaração conjunta', 'signed: dois protocolos sobre pesca'],
    ],
    [
      'en',
      'The ministers signed a protocol on fisheries as well as ports.',
      ['signed: a protocol on fisheries as well as ports'],
    ],
  ])('%s: %s', (language, sentence, expected) => {
    expect(read(language, sentence)).toEqual(expected);
  });
});

describe('a long subject of a passive', () => {
  test.each<[LanguageCode, string]>([
    [
      'fr',
      'Des accords portant sur la formation des agents, la surveillance des côtes, la gestion des ports de pêche et le partage des cartes marines ont été signés.',
    ],
    [
      'en',
      'Agreements covering the training of officers, the watch over the coast, the running of fishing ports and the sharing of sea charts were signed.',
    ],
    [
      'es',
      'Los acuerdos sobre la formación de los agentes, la vigilancia de las costas, la gestión de los puertos de pesca y el intercambio de cartas fueron firmados.',
    ],
  ])('%s: %s', (language, sentence) => {
    expect(read(language, sentence).map((told) => told.split(':')[0])).toEqual(['signed']);
  });
});

describe('what is told of another time', () => {
  test.each<[string, LanguageCode, string, readonly string[]]>([
    [
      'a past clause before the verb does not undo it',
      'fr',
      'La déclaration, a dit le ministre, conclue à Oslo en octobre dernier, a débouché aujourd’hui sur la signature de l’accord sur les ports.',
      ['signed: accord sur les ports'],
    ],
    ['recalled from its head', 'en', 'It is recalled that in Oslo, on that day, they signed a protocol.', []],
    ['last month', 'ar', 'وقع البلدان اتفاقية صيد خلال شهر آب الماضي في أوسلو.', []],
    ['last month', 'es', 'Los países firmaron un protocolo el pasado octubre.', []],
    ['last month', 'en', 'The two countries signed a protocol last October.', []],
    [
      'expected, far from the verb',
      'ar',
      'ومن المقرر أن يشهد رئيس الجمهورية ونظيره النرويجي في ختام الزيارة توقيع اتفاقية صيد.',
      [],
    ],
    ['after the signing', 'ar', 'يأتي هذا اللقاء في أعقاب توقيع البلدين على اتفاقية صيد.', []],
  ])('%s (%s): %s', (_, language, sentence, expected) => {
    expect(read(language, sentence)).toEqual(expected);
  });
});

describe('announced and done', () => {
  test.each<[LanguageCode, string]>([
    ['en', 'The minister announced having signed a letter of intent on fisheries.'],
    ['fr', 'La ministre a annoncé avoir signé une lettre d’intention sur la pêche.'],
    ['es', 'La ministra anunció haber firmado una carta de intención sobre pesca.'],
    ['pt', 'A ministra anunciou ter assinado uma carta de intenções sobre pesca.'],
    ['ar', 'أعلنت الوزيرة توقيع مذكرة تفاهم في مجال الصيد.'],
  ])('%s: %s', (language, sentence) => {
    expect(read(language, sentence).map((told) => told.split(':')[0])).toEqual(['signed']);
  });
});

describe('promises of warmer ties are courtesy, promises of deeds are not', () => {
  test.each<[LanguageCode, string, number]>([
    ['en', 'The two presidents vowed to strengthen the ties of friendship.', 0],
    ['en', 'The two presidents reaffirmed their commitment to deepen relations.', 0],
    ['en', 'The two presidents pledged to open the border posts in spring.', 1],
    ['fr', 'Les deux présidents se sont engagés à renforcer les liens d’amitié.', 0],
    ['fr', 'Les deux présidents se sont engagés à ouvrir les postes frontières au printemps.', 1],
    ['es', 'Los dos presidentes se comprometieron a estrechar los lazos de amistad.', 0],
    ['es', 'Los dos presidentes se comprometieron a abrir los pasos fronterizos.', 1],
    ['es', 'Las dos ministras coincidieron en convocar una reunión de expertos.', 1],
    ['pt', 'As duas ministras coincidiram em convocar uma reunião de peritos.', 1],
    ['fr', 'Les ministres ont salué, à travers cet acte, la force du partenariat.', 0],
    ['en', 'These are the terms agreed upon in Oslo by the two ministers.', 0],
  ])('%s: %s', (language, sentence, count) => {
    expect(read(language, sentence)).toHaveLength(count);
  });
});

describe('an invitation to a place', () => {
  test.each<[LanguageCode, string, number]>([
    ['es', 'La presidenta invitó a su par Jon Vik a Oslo.', 1],
    ['en', 'The president invited her counterpart Jon Vik to Oslo.', 1],
    ['fr', 'La présidente a invité son homologue Jon Vik à Oslo.', 1],
    ['en', 'The president invited investors from many fields of industry.', 0],
  ])('%s: %s', (language, sentence, count) => {
    expect(read(language, sentence)).toHaveLength(count);
  });
});
