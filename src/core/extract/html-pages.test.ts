import { describe, expect, test } from 'vitest';
import type { Article, BlockLabel } from '../model/article.ts';
import { bodyText } from './body-text.ts';
import { explainArticle } from './explain.ts';
import { extractArticle } from './extract-article.ts';

function labelled(article: Article, label: BlockLabel): string[] {
  return article.blocks
    .filter((block) => block.label === label)
    .map(({ start, end }) => article.text.slice(start, end));
}

/** A page with the furniture that news sites have, around the given article markup. */
function pageAround(article: string, head = '', lang = 'fr'): string {
  return `<!DOCTYPE html><html lang="${lang}"><head><meta charset="utf-8">${head}</head><body>
<header class="site-header"><nav class="main-nav"><ul><li><a href="/">Accueil</a></li><li><a href="/politique">Politique</a></li></ul></nav></header>
<div class="news-ticker"><a href="/1">Un phare rénové sur la côte nord</a><a href="/2">La foire aux livres ouvre jeudi matin</a></div>
<ol class="breadcrumb"><li><a href="/">Accueil</a></li><li>International</li></ol>
<main>${article}
<section class="related-posts"><h3>À lire aussi</h3><article><h4><a href="/x">Le pont suspendu rouvre aux piétons après deux ans</a></h4><p>Les travaux auront duré plus longtemps que prévu, mais le pont est de nouveau ouvert à tous.</p></article></section>
<section id="comments"><h3>Commentaires</h3><p>Bravo aux deux ministres, il était temps que l'on parle enfin de ces liaisons de nuit. <time datetime="2031-01-01">1 janvier 2031</time></p></section>
</main>
<aside class="sidebar"><form><label>Identifiant</label><input><button>Se connecter</button></form><div class="poll"><p>Faut-il une ligne de plus ? Votez dès maintenant pour votre choix préféré.</p></div></aside>
<footer><p>© 2031 La Gazette du Phare. Tous droits réservés.</p></footer><script>var x = "<p>pas du texte</p>";</script></body></html>`;
}

const french = pageAround(
  `<article><h1>Deux ministres relancent les trains de nuit</h1>
<p class="chapo">Une commission se réunira deux fois par an.</p>
<p class="byline">Par <a rel="author">Awa Delmas</a></p><time datetime="2023-05-04T09:30:00+02:00">4 mai 2023</time>
<div class="share"><a href="#">Facebook</a> <a href="#">X</a></div>
<figure><img data-src="/photo.jpg" alt="Les deux ministres"><figcaption>Les deux ministres à la gare centrale. Photo: La Gazette</figcaption></figure>
<div class="article-body"><p>Le ministre des Transports, Paul Vernet, a re&ccedil;u jeudi &agrave; Val-Clair son homologue,   Lena <b>Hartwig</b>.</p>
<p>Ils ont convenu de rouvrir <a href="/lignes">deux lignes de nuit</a>, selon un communiqué.</p>
<div class="newsletter"><p>Recevez chaque matin notre lettre d'information dans votre boîte.</p></div>
<h2>Un calendrier commun</h2><p>Les travaux commenceront au printemps, a précisé M. Vernet.</p><p>(MAP)</p></div></article>`,
  `<title>Deux ministres relancent les trains de nuit - La Gazette du Phare</title>
<meta property="og:site_name" content="La Gazette du Phare"><meta property="og:title" content="Deux ministres relancent les trains de nuit">
<meta property="og:image" content="https://phare.example/lead.jpg"><meta property="article:section" content="International"><meta property="article:tag" content="Trains">
<link rel="canonical" href="https://phare.example/trains-de-nuit">
<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"NewsArticle","headline":"Deux ministres relancent les trains de nuit","datePublished":"2023-05-04T09:30:00+02:00","dateModified":"2023-05-05T08:00:00+02:00","author":[{"@type":"Person","name":"Awa Delmas"}],"publisher":{"@type":"Organization","name":"La Gazette du Phare"}}]}</script>`,
);

describe('an HTML page with realistic furniture', () => {
  const article = extractArticle({ text: french, url: 'https://phare.example/trains-de-nuit?utm=1' });

  test('body without anything around it', () => {
    expect(bodyText(article).split('\n')).toEqual([
      'Une commission se réunira deux fois par an.',
      'Le ministre des Transports, Paul Vernet, a reçu jeudi à Val-Clair son homologue, Lena Hartwig.',
      'Ils ont convenu de rouvrir deux lignes de nuit, selon un communiqué.',
      'Un calendrier commun',
      'Les travaux commenceront au printemps, a précisé M. Vernet.',
    ]);
    expect(labelled(article, 'headline')).toEqual(['Deux ministres relancent les trains de nuit']);
    expect(article.standfirst?.value).toBe('Une commission se réunira deux fois par an.');
    expect(labelled(article, 'agency')).toEqual(['(MAP)']);
    expect(labelled(article, 'caption')).toEqual(['Les deux ministres à la gare centrale. Photo: La Gazette']);
    expect(labelled(article, 'ticker')).toHaveLength(1);
  });

  test('metadata, each with a span that shows it', () => {
    expect(article.title?.value).toBe('Deux ministres relancent les trains de nuit');
    expect(article.outlet?.value).toBe('La Gazette du Phare');
    expect(article.agency?.value).toBe('MAP');
    expect(article.authors.map(({ value }) => value)).toEqual(['Awa Delmas']);
    expect(article.published?.value).toEqual({ edtf: '2023-05-04T09:30:00+02:00', precision: 'time' });
    expect(article.modified?.value.edtf).toBe('2023-05-05T08:00:00+02:00');
    expect(article.section?.value).toBe('International');
    expect(article.tags.map(({ value }) => value)).toEqual(['Trains']);
    expect(article.language.value).toBe('fr');
    expect(article.canonicalUrl).toBe('https://phare.example/trains-de-nuit');
    expect(article.images[0]?.url).toBe('https://phare.example/lead.jpg');
    expect(article.images[1]).toMatchObject({ url: 'https://phare.example/photo.jpg', alt: 'Les deux ministres' });
    expect(article.links).toMatchObject([{ url: 'https://phare.example/lignes' }]);
    for (const value of [article.title, article.outlet, article.agency, ...article.authors, article.section]) {
      const [span] = value?.spans ?? [];
      const slice = article.text.slice(span?.start, span?.end);
      expect(slice === value?.value || slice.includes('MAP')).toBe(true);
    }
  });

  test('the date of a comment is refused, and says so', () => {
    expect(article.dateCandidates.filter(({ edtf }) => edtf === '2031-01-01').every(({ accepted }) => !accepted)).toBe(
      true,
    );
  });

  test('explain lists every block with its reason', () => {
    const explained = explainArticle(article);
    expect(explained).toHaveLength(article.blocks.length);
    expect(explained.find(({ text }) => text.startsWith('Recevez'))).toMatchObject({ label: 'form' });
    expect(explained.every(({ reason }) => reason !== '')).toBe(true);
  });
});

describe('languages and layouts', () => {
  test('Arabic, right to left, body in bare lines', () => {
    const article = extractArticle({
      text: `<html dir="rtl"><body><div id="menu"><a href="/a">الرئيسية</a><a href="/b">سياسة</a></div><h1>لقاء بين الوزيرين حول النقل البحري</h1><div class="post-content">استقبل وزير النقل سالم الحارثي اليوم الثلاثاء نظيره مراد بن يوسف في العاصمة.<br><br>وبحث الجانبان سبل تعزيز التعاون في مجال الموانئ والنقل البحري بين البلدين.</div><div class="footer">جميع الحقوق محفوظة</div></body></html>`,
    });
    expect(article.language.value).toBe('ar');
    expect(bodyText(article).split('\n')).toHaveLength(2);
    expect(article.blocks.find(({ label }) => label === 'body')?.direction).toBe('rtl');
  });

  test('an article cut into several boxes stays whole', () => {
    const box = (text: string) => `<div class="row"><div class="col"><p>${text}</p></div></div>`;
    const article = extractArticle({
      text: `<html><body><article><h1>El puente del estrecho abre el lunes</h1>${[1, 2, 3, 4]
        .map((n) =>
          box(
            `El ministro de Obras explicó el lunes la parte número ${n} del plan, que se aplicará durante el año próximo en toda la región.`,
          ),
        )
        .join('<div class="ad-slot">Publicidad</div>')}</article></body></html>`,
    });
    expect(bodyText(article).split('\n')).toHaveLength(4);
  });

  test('text hidden behind a wall is the article, a word of the layout is no noise', () => {
    const paragraph =
      'The minister said on Monday that the harbour would be dredged before winter, and that both cities would pay for it.';
    const article = extractArticle({
      text: `<html><body><div class="with-sidebar sidebar"><h1>Harbour to be dredged</h1><div style="display:none">${`<p>${paragraph}</p>`}<p>Engineers expect the work to take about four months, officials added.</p></div></div></body></html>`,
    });
    expect(bodyText(article)).toContain(paragraph);
  });

  test('a kicker in the heading and the name of the site in the title are cut off', () => {
    const article = extractArticle({
      text: `<html><head><title>Harbour to be dredged | Coast Daily</title><meta property="og:site_name" content="Coast Daily"><meta property="og:title" content="Harbour to be dredged | Coast Daily"></head><body><h1><span>Infrastructure</span> Harbour to be dredged</h1><p>The minister said on Monday that the harbour would be dredged before winter comes.</p></body></html>`,
    });
    expect(article.title?.value).toBe('Harbour to be dredged');
  });
});

describe('page types and problems', () => {
  test.each([
    ['<html><body><p>Page not found</p></body></html>', 'not-an-article', ['no-body', 'not-an-article']],
    [
      `<html><head><script type="application/ld+json">{"@type":"LiveBlogPosting","headline":"Live"}</script></head><body><h1>Live: the vote</h1><p>The counting began at noon in the capital and in the two ports of the north.</p></body></html>`,
      'live-blog',
      [],
    ],
    [
      `<html><body>${Array.from({ length: 50 }, (_, i) => `<p><a href="/${i}">Headline number ${i} about the regional council</a></p>`).join('')}</body></html>`,
      'list',
      ['no-body', 'not-an-article'],
    ],
  ])('%#', (text, type, codes) => {
    const article = extractArticle({ text, format: 'html' });
    expect(article.pageType).toBe(type);
    expect(article.problems.map(({ code }) => code)).toEqual(codes);
  });

  test('a date after the save is never believed', () => {
    const article = extractArticle({ text: french, url: 'https://phare.example/a', savedAt: '2022-01-10T10:00:00Z' });
    expect(article.published).toBeUndefined();
    expect(article.notLaterThan?.value).toBe('2022-01-10');
    expect(article.dateCandidates.some(({ reason }) => reason === 'future')).toBe(true);
  });
});
