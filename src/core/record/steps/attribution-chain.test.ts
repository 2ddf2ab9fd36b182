import { describe, expect, test } from 'vitest';
import { extractArticle } from '../../extract/extract-article.ts';
import type { ReportedChainLink } from '../../model/attribution-chain.ts';
import type { ArticleRecord } from '../../model/record.ts';
import { codeRecord } from '../code-record.ts';

interface Page {
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly site?: string;
  readonly above?: string;
  readonly below?: string;
}

function read({ title, paragraphs, site, above = '', below = '' }: Page): { text: string; record: ArticleRecord } {
  const name = site === undefined ? '' : `<meta property="og:site_name" content="${site}">`;
  const body = paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join('');
  const html = `<html><head>${name}</head><body><article><h1>${title}</h1>${above}${body}${below}</article></body></html>`;
  const article = extractArticle({ text: html, url: 'https://quai.example/2024/06/12/ports.html' });
  return { text: article.text, record: codeRecord(article) };
}

const chainOf = ({ record }: { record: ArticleRecord }): readonly ReportedChainLink[] =>
  record.meetings[0]?.chain ?? [];
const line = (chain: readonly ReportedChainLink[]): string =>
  chain
    .map(({ kind, name, basis }) => `${kind} ${name ?? '?'}${basis === 'inferred' ? ' (inferred)' : ''}`)
    .join(' > ');

const pages = {
  fr: {
    site: 'Le Quai',
    title: 'Les ministres norvégien et danois se rencontrent à Oslo',
    paragraphs: [
      "Oslo, 12 juin (MAP) - Le ministre norvégien de l'Intérieur, Nils Berg, a reçu mercredi à Oslo son homologue danois, Lars Holm.",
      'Les deux ministres ont évoqué les ports, indique un communiqué du ministère de l’Intérieur.',
    ],
  },
  en: {
    site: 'The Quay',
    title: 'Norwegian and Danish ministers meet in Oslo',
    paragraphs: [
      'OSLO, June 12 (Xinhua) -- Norwegian Interior Minister Nils Berg met his Danish counterpart, Lars Holm, in Oslo on Wednesday.',
      'They discussed ports, according to a communiqué issued by the Norwegian Interior Ministry.',
    ],
  },
  es: {
    site: 'El Muelle',
    title: 'Los ministros noruego y danés se reúnen en Oslo',
    paragraphs: [
      'Oslo, 12 jun (EFE).- El ministro noruego del Interior, Nils Berg, recibió el miércoles en Oslo a su homólogo danés, Lars Holm.',
      'Abordaron la pesca y los puertos, según un comunicado del Ministerio del Interior.',
    ],
  },
  ar: {
    site: 'الرصيف',
    title: 'وزيرا الداخلية النرويجي والدنماركي يلتقيان في أوسلو',
    paragraphs: [
      'أوسلو 12 يونيو (و م ع) - استقبل وزير الداخلية النرويجي نيلز بيرغ، يوم الأربعاء في أوسلو، نظيره الدنماركي لارس هولم.',
      'وذكر بيان لوزارة الداخلية أن اللقاء كان مثمرا.',
    ],
  },
} satisfies Record<string, Page>;

describe('the hands that a report went through', () => {
  test.each([
    ['fr', 'communique ministère de l’Intérieur > agency MAP > outlet Le Quai'],
    ['en', 'communique Norwegian Interior Ministry > agency Xinhua > outlet The Quay'],
    ['es', 'communique Ministerio del Interior > agency EFE > outlet El Muelle'],
    ['ar', 'communique وزارة الداخلية > agency MAP > outlet الرصيف'],
  ] as const)('%s: communiqué, agency, outlet', (language, expected) => {
    expect(line(chainOf(read(pages[language])))).toBe(expected);
  });

  test.each(Object.keys(pages) as (keyof typeof pages)[])('%s: every link quotes what tells it', (language) => {
    const { text, record } = read(pages[language]);
    const mentions = new Map(record.mentions.map((mention) => [mention.id, mention]));
    const quotes = chainOf({ record }).map((link) => {
      expect(link.mentions.length).toBeGreaterThan(0);
      const mention = mentions.get(link.mentions[0] ?? '');
      return text.slice(mention?.start, mention?.end);
    });
    const { site } = pages[language];
    expect(quotes[1]).toMatch(/^(MAP|Xinhua|EFE|و م ع)$/);
    expect(quotes[2]).toBe(site);
  });

  test.each([
    ['fr', '<p>Publié dans La Jetée le 12 - 06 - 2024</p>', 'outlet La Jetée > aggregator Le Quai'],
    ['en', '<p>Published in The Pier on 12 - 06 - 2024</p>', 'outlet The Pier > aggregator The Quay'],
    ['ar', '<p>نشر في الميناء يوم 12 - 06 - 2024</p>', 'outlet الميناء > aggregator الرصيف'],
  ] as const)('%s: a site that republishes stands last', (language, above, expected) => {
    expect(line(chainOf(read({ ...pages[language], above })))).toContain(expected);
  });

  test.each([
    ['fr', 'Les travaux reprendront demain, a rapporté l’agence Xinhua.', 'agency Xinhua > outlet Le Quai'],
    ['en', 'The talks will resume tomorrow, the Xinhua news agency reported.', 'agency Xinhua > outlet The Quay'],
    ['es', 'Las conversaciones seguirán mañana, informó la agencia EFE.', 'agency EFE > outlet El Muelle'],
    ['ar', 'وذكرت وكالة فرانس برس أن المحادثات ستستأنف غدا.', 'agency AFP > outlet الرصيف'],
  ] as const)('%s: an agency that the text quotes', (language, quoting, expected) => {
    const [lead = ''] = pages[language].paragraphs;
    const paragraphs = [lead.replace(/^[^-]*?\([^)]*\)\s*[.-]+\s*/u, ''), quoting];
    expect(line(chainOf(read({ ...pages[language], paragraphs })))).toBe(expected);
  });

  test.each(Object.keys(pages) as (keyof typeof pages)[])(
    '%s: where only the address tells, it is inferred',
    (language) => {
      const [lead = ''] = pages[language].paragraphs;
      const { site: _, ...page } = pages[language];
      const chain = chainOf(read({ ...page, paragraphs: [lead] }));
      expect(line(chain)).toMatch(/outlet quai\.example \(inferred\)$/);
      expect(chain.at(-1)).toMatchObject({ reason: 'host', basis: 'inferred' });
      expect(chain.at(-1)?.certainty).toBeLessThan(0.7);
    },
  );

  test('an agency that prints its own dispatch is one hand', () => {
    expect(line(chainOf(read({ ...pages.es, site: 'EFE' })))).toBe('communique Ministerio del Interior > agency EFE');
  });

  test('a communiqué whose issuer nobody names has no name', () => {
    const paragraphs = [pages.fr.paragraphs[0] ?? '', 'Les ports sont plus sûrs, précise le communiqué.'];
    expect(line(chainOf(read({ ...pages.fr, paragraphs })))).toBe('communique ? > agency MAP > outlet Le Quai');
  });
});
