import type { Dice } from './dice.ts';

const words =
  'the minister met ferry harbour on Monday le ministre a reçu à Rabat lundi el ministro recibió en Argel al embajador استقبل الوزير نظيره في الرباط يوم الاثنين 19 2024 signed an agreement accord acuerdo اتفاق Xinhua (MAP) said dit dijo قال'.split(
    ' ',
  );
const blocks = 'p p p p div li h1 h2 blockquote td figcaption section article aside span header footer'.split(' ');
const classes = 'article-body related byline date share comments sidebar caption ad story newsletter nav tags'.split(
  ' ',
);
const dates = [
  '2024-01-19T10:00:00Z',
  '2031-12-31',
  '19 janvier 2024',
  'January 19, 2024',
  '19/01/2024',
  '١٩ يناير ٢٠٢٤',
  '0000-00-00',
  '2024-13-45T99:99',
  'Publié dans Le Quai le 19 - 01 - 2024',
  'نشر في الميناء يوم 19 - 01 - 2024',
];

/** A sentence of invented press, in any of four languages or all at once. */
export function writeSentence(dice: Dice): string {
  const count = 1 + dice.below(25);
  const text = Array.from({ length: count }, () => dice.pick(words)).join(' ');
  return `${text}${dice.pick(['.', '.', '!', '؟', ':', '', '…'])}`;
}

/** A page written from a grammar: well formed, and of every part that the extractor reads. */
export function writePage(dice: Dice): string {
  const title = writeSentence(dice);
  const json = {
    '@type': dice.pick(['NewsArticle', 'WebPage', 'LiveBlogPosting', 'VideoObject']),
    headline: title,
    datePublished: dice.pick(dates),
    author: { name: 'Ada Quill' },
    ...(dice.share() < 0.3 ? { articleBody: writeSentence(dice).repeat(20) } : {}),
  };
  const head = [
    `<title>${title} - Quay Herald</title>`,
    `<meta property="og:title" content="${title.replaceAll('"', '&quot;')}">`,
    `<meta name="${dice.pick(['author', 'date', 'article:published_time', 'og:site_name'])}" content="${dice.pick(dates)}">`,
    `<script type="application/ld+json">${JSON.stringify(json)}</script>`,
    '<link rel="canonical" href="https://quay.example/2024/01/19/ferry">',
  ].filter(() => dice.share() < 0.7);
  const body = Array.from({ length: 1 + dice.below(25) }, () => writeBlock(dice, 0)).join(dice.pick(['', '\n']));
  return `<!doctype html><html lang="${dice.pick(['fr', 'en', 'es', 'ar', 'xx'])}"><head>${head.join('')}</head><body>${body}</body></html>`;
}

function writeBlock(dice: Dice, depth: number): string {
  const tag = dice.pick(blocks);
  const attribute = dice.share() < 0.4 ? ` class="${dice.pick(classes)} ${dice.pick(classes)}"` : '';
  const inner =
    depth < 4 && dice.share() < 0.25
      ? Array.from({ length: 1 + dice.below(4) }, () => writeBlock(dice, depth + 1)).join('')
      : writeInline(dice);
  return `<${tag}${attribute}>${inner}</${tag}>`;
}

function writeInline(dice: Dice): string {
  const sentence = writeSentence(dice);
  switch (dice.below(9)) {
    case 0:
      return `<a href="/page/${dice.below(99)}">${sentence}</a>`;
    case 1:
      return `<time datetime="${dice.pick(dates)}">${dice.pick(dates)}</time>`;
    case 2:
      return `${sentence}<br><br>${writeSentence(dice)}`;
    case 3:
      return `<img src="/a.jpg" alt="x" srcset="/b.jpg 200w, /c.jpg 900w"><em>${sentence}</em>`;
    case 4:
      return dice.pick(dates);
    default:
      return `${sentence} ${writeSentence(dice)}`;
  }
}

/** A text dump: lines, tickers of segments, columns and wrapped paragraphs. */
export function writeDump(dice: Dice): string {
  const lines = Array.from({ length: 1 + dice.below(40) }, () => {
    switch (dice.below(7)) {
      case 0:
        return '';
      case 1:
        return dice.pick(dates);
      case 2:
        return Array.from({ length: 2 + dice.below(12) }, () => dice.pick(words)).join('    ');
      case 3:
        return `${dice.pick(words).padEnd(40)}${writeSentence(dice)}`;
      default:
        return Array.from({ length: 1 + dice.below(4) }, () => writeSentence(dice)).join(' ');
    }
  });
  return lines.join(dice.pick(['\n', '\n', '\r\n', '\n\n', '\u2028']));
}
