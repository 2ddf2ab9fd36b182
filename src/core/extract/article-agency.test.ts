import { describe, expect, test } from 'vitest';
import { extractArticle } from './extract-article.ts';

/** A page with the lines given around three plain paragraphs. */
function page(parts: { byline?: string; first?: string; last?: string; after?: string; language?: string }): string {
  const texts: Record<string, readonly string[]> = {
    fr: [
      'Le ministre des Transports a reçu lundi à Val-Clair une délégation du port voisin, selon un communiqué.',
      'Les deux parties ont convenu de draguer le chenal avant l’hiver et de partager les frais des travaux.',
      'La prochaine réunion se tiendra au printemps dans la ville haute, a indiqué le ministère dans la soirée.',
    ],
    en: [
      'The transport minister received a delegation of the neighbouring port on Monday, a statement said.',
      'Both sides agreed to dredge the channel before winter comes and to share the cost of the works.',
      'The next meeting will be held in the upper town in spring, the ministry added late in the evening.',
    ],
    es: [
      'El ministro de Transportes recibió el lunes a una delegación del puerto vecino, según un comunicado.',
      'Las dos partes acordaron dragar el canal antes del invierno y compartir el coste de las obras.',
      'La próxima reunión se celebrará en primavera en la ciudad alta, añadió el ministerio por la noche.',
    ],
    ar: [
      'استقبل وزير النقل يوم الاثنين وفدا من الميناء المجاور، وفق ما جاء في بيان رسمي صادر عن الوزارة.',
      'واتفق الجانبان على تعميق القناة قبل حلول فصل الشتاء وعلى تقاسم تكاليف الأشغال بين المدينتين.',
      'ومن المقرر أن يعقد الاجتماع المقبل في فصل الربيع بالمدينة العليا، حسب ما أضافته الوزارة مساء اليوم.',
    ],
  };
  const { byline, first = '', last = '', after, language = 'en' } = parts;
  const [a, b, c] = texts[language] as readonly [string, string, string];
  return `<html lang="${language}"><body><main><article><h1>The channel of the two ports will be dredged</h1>${
    byline ? `<p class="byline">${byline}</p>` : ''
  }<div class="article-body"><p>${first}${a}</p><p>${b}</p><p>${c}${last}</p>${after ? `<p>${after}</p>` : ''}</div></article></main></body></html>`;
}

const agencyOf = (parts: Parameters<typeof page>[0]): string | undefined =>
  extractArticle({ text: page(parts), url: 'https://coast.example/channel', format: 'html' }).agency?.value;

describe('datelines', () => {
  test.each([
    ['fr', 'RABAT, 12 mars (MAP) – ', 'MAP'],
    ['fr', 'Val-Clair (AFP) - ', 'AFP'],
    ['fr', 'TUNIS (TAP) — ', 'TAP'],
    ['fr', 'Val-Clair, 3 mai 2024 (APS) – ', 'APS'],
    ['en', 'VALCLAIR (Reuters) - ', 'Reuters'],
    ['en', 'VALCLAIR, May 3 (Xinhua) -- ', 'Xinhua'],
    ['en', 'VALCLAIR (AP) — ', 'AP'],
    ['en', 'VALCLAIR, 3rd May, 2024 (WAM) -- ', 'WAM'],
    ['es', 'MADRID (EFE) – ', 'EFE'],
    ['es', 'Argel, 6 abr (EFE).- ', 'EFE'],
    ['es', 'MADRID 1 Abr. (EUROPA PRESS) - ', 'Europa Press'],
    ['ar', 'الرباط (ومع) – ', 'MAP'],
    ['ar', 'الرياض 3 مايو (واس) -- ', 'SPA'],
    ['ar', 'القاهرة - (أ ف ب) - ', 'AFP'],
  ])('%s %s', (language, first, agency) => {
    expect(agencyOf({ language, first })).toBe(agency);
  });
});

describe('closing words', () => {
  test.each([
    ['fr', ' (AFP)', undefined, 'AFP'],
    ['fr', '', 'Avec MAP', 'MAP'],
    ['fr', '', '(avec AFP)', 'AFP'],
    ['fr', '', 'Source : APS', 'APS'],
    ['fr', '', 'MAP', 'MAP'],
    ['en', ' (Reuters)', undefined, 'Reuters'],
    ['en', '', 'With inputs from Reuters', 'Reuters'],
    ['en', '', 'Source: Xinhua', 'Xinhua'],
    ['en', '', '— AP', 'AP'],
    ['es', ' EFE', undefined, 'EFE'],
    ['es', ' (EFE)', undefined, 'EFE'],
    ['es', '', 'Con información de EFE', 'EFE'],
    ['es', '', 'Fuente: Europa Press', 'Europa Press'],
    ['ar', ' (رويترز)', undefined, 'Reuters'],
    ['ar', '', 'المصدر: وكالة الأناضول', 'Anadolu'],
    ['ar', '', 'ومع', 'MAP'],
    ['ar', '', '(مع أ ف ب)', 'AFP'],
  ])('%s %j %j', (language, last, after, agency) => {
    expect(agencyOf({ language, last, ...(after ? { after } : {}) })).toBe(agency);
  });
});

describe('bylines', () => {
  test.each([
    ['fr', 'Par Awa Delmas avec AFP', 'AFP'],
    ['fr', 'La Gazette avec MAP', 'MAP'],
    ['fr', 'Par AFP', 'AFP'],
    ['en', 'By Reuters', 'Reuters'],
    ['en', 'By Jane Okoro, Associated Press', 'AP'],
    ['en', 'Jane Okoro | Reuters', 'Reuters'],
    ['es', 'EFE', 'EFE'],
    ['es', 'Por Europa Press', 'Europa Press'],
    ['es', 'Redacción / EFE', 'EFE'],
    ['ar', 'وكالة الأناضول', 'Anadolu'],
    ['ar', 'سالم الحارثي - رويترز', 'Reuters'],
  ])('%s %s', (language, byline, agency) => {
    expect(agencyOf({ language, byline })).toBe(agency);
  });
});

describe('an agency that is only named is a source, not the author', () => {
  test.each([
    ['fr', 'Selon l’AFP, le chenal est fermé depuis mars. '],
    ['en', 'Reuters reported that the channel has been closed since March. '],
    ['es', 'Según EFE, el canal está cerrado desde marzo. '],
    ['ar', 'وقالت رويترز إن القناة مغلقة منذ شهر مارس الماضي. '],
  ])('%s %s', (language, first) => {
    expect(agencyOf({ language, first })).toBeUndefined();
  });

  test.each([
    ['fr', 'Agences'],
    ['en', 'With agencies'],
    ['es', 'Agencias'],
    ['ar', 'وكالات'],
  ])('%s: "%s" names none', (language, after) => {
    expect(agencyOf({ language, after })).toBeUndefined();
  });

  test('a name of the same letters in the middle of a sentence', () => {
    expect(agencyOf({ first: 'The MAP (marine action plan) was adopted in 2019. ' })).toBeUndefined();
  });
});
