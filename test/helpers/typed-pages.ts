import type { PageType } from '../../src/core/model/article.ts';

// Pages of every type in four languages, built from a few sentences about an invented coast.

type Language = 'fr' | 'en' | 'es' | 'ar';

export interface TypedPage {
  readonly name: string;
  readonly type: PageType;
  readonly text: string;
  readonly url: string;
  readonly format: 'html' | 'text';
}

interface Words {
  readonly sentences: readonly string[];
  readonly titles: readonly string[];
  readonly menu: readonly string[];
  readonly live: string;
  readonly pictures: string;
  readonly missing: string;
  readonly cookies: string;
  readonly published: string;
}

const words: Readonly<Record<Language, Words>> = {
  fr: {
    sentences: [
      'La ministre des Ports, Lena Hartwig, a ouvert lundi le nouveau quai de Val-Clair devant deux cents invités venus de toute la côte.',
      'Les travaux ont duré quatre ans, a-t-elle rappelé, et ont coûté moins que ce que craignaient les deux communes au départ.',
      'Le maire de Port-Hale, Paul Vernet, a promis que le second quai serait prêt avant le printemps prochain.',
      'Selon un communiqué commun, les ferries de nuit reprendront leur service dès que les essais seront terminés.',
      "Les pêcheurs, eux, attendent encore une réponse sur la place qui leur sera réservée dans l'ancien bassin.",
      'Une réunion est prévue jeudi à la mairie pour fixer les tarifs de la saison et les horaires des navettes.',
    ],
    titles: [
      'Le nouveau quai de Val-Clair ouvre ses portes',
      'Les ferries de nuit reprennent leur service',
      "Les pêcheurs demandent une place dans l'ancien bassin",
      'Un second quai est annoncé pour le printemps',
      'La commune vote les tarifs de la saison',
      'Le phare du nord retrouve sa lumière',
    ],
    menu: ['Accueil', 'Politique', 'Économie', 'Sport', 'Culture'],
    live: "EN DIRECT. L'ouverture du nouveau quai",
    pictures: 'En images : le nouveau quai de Val-Clair',
    missing: 'Page introuvable',
    cookies: 'Nous utilisons des cookies pour mesurer notre audience.',
    published: 'Publié dans La Gazette du Phare le 0{n} - 05 - 2023',
  },
  en: {
    sentences: [
      'The minister of ports, Lena Hartwig, opened the new quay of Port Hale on Monday before two hundred guests from the whole coast.',
      'The work took four years, she said, and cost less than the two towns had feared when they signed the contract.',
      'The mayor of Val-Clair, Paul Vernet, promised that the second quay would be ready before next spring.',
      'According to a joint statement, the night ferries will run again as soon as the tests are finished.',
      'The fishermen are still waiting for an answer about the place that will be kept for them in the old basin.',
      'A meeting is planned on Thursday at the town hall to set the prices of the season and the hours of the shuttles.',
    ],
    titles: [
      'The new quay of Port Hale opens its gates',
      'Night ferries will run again this summer',
      'Fishermen ask for a place in the old basin',
      'A second quay is announced for next spring',
      'The town votes on the prices of the season',
      'The lighthouse in the north shines again',
    ],
    menu: ['Home', 'Politics', 'Business', 'Sport', 'Culture'],
    live: 'Live: the new quay opens in Port Hale',
    pictures: 'In pictures: the new quay of Port Hale',
    missing: 'Page not found',
    cookies: 'We use cookies to measure how many people read us.',
    published: 'Published in The Coast Daily on 0{n} - 05 - 2023',
  },
  es: {
    sentences: [
      'La ministra de Puertos, Lena Hartwig, abrió el lunes el nuevo muelle de Villaclara ante doscientos invitados de toda la costa.',
      'Las obras duraron cuatro años, recordó, y costaron menos de lo que temían los dos municipios al firmar el contrato.',
      'El alcalde de Puerto Halcón, Pablo Rueda, prometió que el segundo muelle estará listo antes de la próxima primavera.',
      'Según un comunicado conjunto, los transbordadores nocturnos volverán cuando terminen las pruebas.',
      'Los pescadores esperan todavía una respuesta sobre el lugar que tendrán en la antigua dársena.',
      'El jueves habrá una reunión en el ayuntamiento para fijar las tarifas de la temporada y los horarios.',
    ],
    titles: [
      'El nuevo muelle de Villaclara abre sus puertas',
      'Los transbordadores nocturnos vuelven este verano',
      'Los pescadores piden un lugar en la antigua dársena',
      'Anuncian un segundo muelle para la primavera',
      'El municipio vota las tarifas de la temporada',
      'El faro del norte vuelve a dar luz',
    ],
    menu: ['Inicio', 'Política', 'Economía', 'Deportes', 'Cultura'],
    live: 'En directo: la apertura del nuevo muelle',
    pictures: 'Fotogalería: el nuevo muelle de Villaclara',
    missing: 'Página no encontrada',
    cookies: 'Usamos cookies para medir nuestra audiencia.',
    published: 'Publicado en El Valle el 0{n} - 05 - 2023',
  },
  ar: {
    sentences: [
      'افتتحت وزيرة الموانئ لينا هارتفيغ يوم الإثنين الرصيف الجديد في الميناء الشمالي أمام مئتي ضيف من مدن الساحل.',
      'واستغرقت الأشغال أربع سنوات كما قالت الوزيرة وكلفت أقل مما كانت تخشاه المدينتان عند توقيع العقد.',
      'ووعد رئيس البلدية سالم الحارثي بأن يكون الرصيف الثاني جاهزا قبل الربيع المقبل.',
      'وبحسب بيان مشترك ستعود العبارات الليلية إلى العمل فور انتهاء التجارب الجارية.',
      'أما الصيادون فما زالوا ينتظرون جوابا بشأن المكان المخصص لهم في الحوض القديم.',
      'ومن المقرر عقد اجتماع يوم الخميس في مقر البلدية لتحديد أسعار الموسم ومواعيد الرحلات.',
    ],
    titles: [
      'الرصيف الجديد يفتح أبوابه في الميناء الشمالي',
      'العبارات الليلية تعود إلى العمل هذا الصيف',
      'الصيادون يطالبون بمكان في الحوض القديم',
      'الإعلان عن رصيف ثان في الربيع المقبل',
      'البلدية تصوت على أسعار الموسم',
      'منارة الشمال تستعيد ضوءها من جديد',
    ],
    menu: ['الرئيسية', 'سياسة', 'اقتصاد', 'رياضة', 'ثقافة'],
    live: 'مباشر: افتتاح الرصيف الجديد في الميناء',
    pictures: 'بالصور: الرصيف الجديد في الميناء الشمالي',
    missing: 'الصفحة غير موجودة',
    cookies: 'نستخدم ملفات تعريف الارتباط لقياس عدد القراء.',
    published: 'نشر في جريدة الساحل يوم 0{n} - 05 - 2023',
  },
};

const paragraphs = (list: readonly string[]): string => list.map((text) => `<p>${text}</p>`).join('');

/** All pages, named by shape and language. */
export function typedPages(): readonly TypedPage[] {
  return (Object.keys(words) as Language[]).flatMap((language) => pagesIn(language));
}

function pagesIn(language: Language): TypedPage[] {
  const { sentences, titles, menu, live, pictures, missing, cookies, published } = words[language];
  const [title = ''] = titles;
  const pages: TypedPage[] = [];
  const site = (path: string): string => `https://coast.example${path}`;
  const shell = (body: string, head: string): string =>
    `<!doctype html><html lang="${language}"><head>${head}</head><body><header class="site-header"><nav><ul>${menu
      .map((name, i) => `<li><a href="/s${i}">${name}</a></li>`)
      .join('')}</ul></nav></header><main>${body}</main><footer><p>© Coast</p></footer></body></html>`;
  const add = (type: PageType, shape: string, path: string, body: string, head = `<title>${title}</title>`): void => {
    pages.push({
      name: `${language} ${type}: ${shape}`,
      type,
      text: shell(body, head),
      url: site(path),
      format: 'html',
    });
  };
  const dump = (type: PageType, shape: string, text: string): void => {
    pages.push({ name: `${language} ${type}: ${shape}`, type, text, url: site('/dump'), format: 'text' });
  };
  const headed = `<h1>${title}</h1>`;
  const json = (value: object): string =>
    `<title>${title}</title><script type="application/ld+json">${JSON.stringify(value)}</script>`;
  const twice = sentences.map((text, i) => `${text} ${sentences[(i + 1) % sentences.length]}`);
  const linked = titles.map((text, i) => `<a href="/a/${i}-text.html">${text}</a>`);

  add('article', 'plain', '/2023/05/04/quay.html', `<article>${headed}${paragraphs(sentences)}</article>`);
  add('article', 'two sentences', '/quay.html', `<article>${headed}${paragraphs(sentences.slice(0, 2))}</article>`);
  add(
    'article',
    'subheadings and a long list of others',
    '/quay.html',
    `<article>${headed}${twice.map((text, i) => `<h2>${titles[i]}</h2><p>${text}</p>`).join('')}</article><section>${linked
      .map((link) => `<h3>${link}</h3>`)
      .join('')
      .repeat(2)}</section>`,
  );
  add(
    'article',
    'a programme with times',
    '/quay.html',
    `<article>${headed}${paragraphs(sentences)}<ul>${['09:00', '10:30', '12:00', '14:15', '16:00'].map((time, i) => `<li>${time} ${titles[i]?.split(' ').slice(0, 3).join(' ')}</li>`).join('')}</ul></article>`,
  );
  add(
    'article',
    'chapters marked as articles',
    '/guides/',
    `${headed}${[0, 2, 4].map((n) => `<article><h2>${titles[n]}</h2>${paragraphs([twice[n] ?? '', twice[n + 1] ?? ''])}</article>`).join('')}`,
  );
  add(
    'article',
    'with a film',
    '/videos/quay.html',
    `<article>${headed}<iframe src="https://www.youtube.com/embed/abcdef1"></iframe>${paragraphs(twice)}</article>`,
  );
  add(
    'article',
    'with pictures',
    '/quay.html',
    `<article>${headed}${twice.map((text, i) => `<p>${text}</p><figure><img src="/${i}.jpg"><figcaption>${titles[i]}</figcaption></figure>`).join('')}</article>`,
  );
  dump('article', 'dump', `${menu.join('    ')}\n\n${title}\n\n${sentences.join('\n\n')}\n`);

  add(
    'live-blog',
    'times alone',
    '/actu/quay.html',
    `<article><h1>${live}</h1><p>${sentences[0]}</p>${[4, 3, 2, 1].map((n) => `<div class="entry"><div>1${n}:0${n}</div><h3>${titles[n]}</h3><p>${sentences[n]}</p></div>`).join('')}</article>`,
    `<title>${live}</title>`,
  );
  add(
    'live-blog',
    'times before headings, not called live',
    '/quay.html',
    `<article>${headed}${[1, 2, 3, 4, 5].map((n) => `<h2>1${n}h2${n} : ${titles[n]}</h2><p>${twice[n]}</p>`).join('')}</article>`,
  );
  add(
    'live-blog',
    'by structured data',
    '/quay.html',
    `<article>${headed}${[1, 2, 3].map((n) => `<section><h3>${titles[n]}</h3><p>${sentences[n]}</p></section>`).join('')}</article>`,
    json({
      '@type': 'LiveBlogPosting',
      headline: title,
      liveBlogUpdate: [1, 2, 3].map((n) => ({ headline: titles[n], datePublished: `2023-05-04T1${n}:00:00+02:00` })),
    }),
  );
  dump(
    'live-blog',
    'dump',
    `${menu.join('    ')}\n\n${live}\n\n${sentences[0]}\n\n${[5, 4, 3, 2, 1].map((n) => `1${n}h0${n}\n\n${twice[n]}`).join('\n\n')}\n`,
  );
  add(
    'several-items',
    'whole posts under each other',
    '/blog/',
    [0, 2, 4]
      .map(
        (n) =>
          `<article><h2><a href="/b/${n}">${titles[n]}</a></h2><time datetime="2023-05-0${n + 1}">0${n + 1}/05/2023</time>${paragraphs([twice[n] ?? '', twice[n + 1] ?? ''])}</article>`,
      )
      .join(''),
    '<title>Coast</title>',
  );
  dump(
    'several-items',
    'three publications in a dump',
    [1, 2, 3]
      .map((n) => `${titles[n]}\n\n${published.replace('{n}', String(n))}\n\n${twice[n]}\n\n${twice[n - 1]}\n`)
      .join('\n'),
  );
  add(
    'list',
    'teasers',
    '/politics/',
    titles.map((_, i) => `<article><h3>${linked[i]}</h3><p>${sentences[i]}</p></article>`).join(''),
    '<title>Coast</title>',
  );
  add(
    'list',
    'headings that lead elsewhere',
    '/',
    `<div>${linked
      .map((link) => `<div class="item"><h2>${link}</h2></div>`)
      .join('')
      .repeat(2)}</div>`,
    '<title>Coast</title>',
  );
  add(
    'gallery',
    'by structured data',
    '/p/quay.html',
    `<article>${headed}<p>${sentences[0]}</p>${titles.map((text, i) => `<figure><img src="/p/${i}.jpg"><figcaption>${text}</figcaption></figure>`).join('')}</article>`,
    json({ '@type': 'ImageGallery', name: title }),
  );
  add(
    'gallery',
    'by its title',
    '/p/quay.html',
    `<article><h1>${pictures}</h1><p>${sentences[0]}</p>${titles.map((text, i) => `<figure><img src="/p/${i}.jpg"><figcaption>${text}</figcaption></figure>`).join('')}</article>`,
    `<title>${pictures}</title>`,
  );
  add(
    'video',
    'a player and its description',
    '/tv/quay.html',
    `<article>${headed}<video poster="/p.jpg"><source src="/quay.mp4"></video><p>${sentences[0]}</p></article>`,
    json({ '@type': 'VideoObject', name: title, contentUrl: '/quay.mp4' }),
  );
  add(
    'forum',
    'by its program',
    '/viewtopic.php?t=7',
    `${headed}${sentences.map((text, i) => `<div class="post"><p class="author">member${i}</p><p>${text}</p></div>`).join('')}`,
    `<title>${title}</title><meta name="generator" content="phpBB">`,
  );
  add(
    'forum',
    'by structured data',
    '/d/7',
    `${headed}${paragraphs(sentences)}`,
    json({ '@type': 'DiscussionForumPosting', headline: title }),
  );
  add('not-an-article', 'missing', '/x', `<h1>${missing}</h1><p>${sentences[5]}</p>`, `<title>${missing}</title>`);
  add('not-an-article', 'an empty shell with a notice', '/x', `<div id="app"></div>`, '<title>Coast</title>');
  add(
    'list',
    'links and a notice',
    '/x',
    `<div>${linked
      .map((link) => `<div>${link}</div>`)
      .join('')
      .repeat(3)}</div><div><p>${cookies}</p></div>`,
    '<title>Coast</title>',
  );
  return pages;
}
