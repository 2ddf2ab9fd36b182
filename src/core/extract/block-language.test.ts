import { describe, expect, test } from 'vitest';
import { languageOfBlock } from './block-language.ts';
import { extractArticle } from './extract-article.ts';

const quotes = {
  fr: "« Nous avons attendu ce quai pendant quatre ans, et nous l'ouvrons aujourd'hui pour tous les habitants de la côte. »",
  en: '“We have been waiting for this quay for four years, and we open it today for all the people of the coast.”',
  es: '«Hemos esperado este muelle durante cuatro años, y lo abrimos hoy para todos los habitantes de la costa.»',
  ar: '«لقد انتظرنا هذا الرصيف أربع سنوات، ونحن نفتحه اليوم لجميع سكان الساحل الذين وقفوا معنا.»',
} as const;
const languages = Object.keys(quotes) as (keyof typeof quotes)[];

describe('a quotation in another language keeps its own', () => {
  test.each(languages.flatMap((article) => languages.map((quote) => [article, quote] as const)))(
    '%s, quoting %s',
    (article, quote) => {
      const own = quotes[article].slice(1, -1);
      const page = `<html lang="${article}"><body><article><h1>${own.slice(0, 30)}</h1><p>${own}</p><blockquote><p>${quotes[quote]}</p></blockquote><p>${own} ${own}</p></article></body></html>`;
      const read = extractArticle({ text: page });
      expect(read.language.value).toBe(article);
      const block = read.blocks.find(({ start, end }) => read.text.slice(start, end) === quotes[quote]);
      expect(block?.language).toBe(quote);
      expect(block?.direction).toBe(quote === 'ar' ? 'rtl' : 'ltr');
    },
  );
});

describe('what the text does not tell', () => {
  test.each([
    ['Lena Hartwig', 'body', undefined, 'fr', 'fr'],
    ['Lena Hartwig', 'body', undefined, 'ar', 'und'],
    ['وزارة النقل', 'body', undefined, 'es', 'und'],
    ['12:30 – 14', 'body', undefined, 'en', 'und'],
    ['Home World Sport', 'navigation', undefined, 'en', 'en'],
    ['Accueil Monde', 'navigation', undefined, 'ar', 'und'],
    // The markup is believed where the text cannot contradict it.
    ['Rapporteur Gazette Val-Clair Port-Hale Ahlen Brix', 'caption', 'de-DE', 'fr', 'de'],
    ['Министр открыл порт', 'related', undefined, 'fr', 'und'],
  ] as const)('%s (%s, lang %s) in an article in %s: %s', (text, label, markup, article, expected) => {
    expect(languageOfBlock(text, label, markup, article)).toBe(expected);
  });

  test('markup that lies about a long text is not believed', () => {
    expect(languageOfBlock(quotes.es, 'body', 'en', 'fr')).toBe('es');
  });
});
