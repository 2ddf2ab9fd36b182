import { zone } from './raw-page.ts';

/**
 * Words of class and id attributes and what they say. Matched against whole words of the attribute (split at
 * everything but letters and at camel case), two words joined by a hyphen against neighbours. English is the language
 * of class names everywhere; the others were met often enough on pages of their language.
 */
const words: readonly (readonly [bit: number, list: string])[] = [
  [
    zone.navigation,
    'nav navbar navigation menu submenu megamenu sitenav offcanvas hamburger pager pagination skip-link langs language-switcher',
  ],
  [zone.header, 'masthead site-header page-header topbar toolbar top-bar header-top global-header'],
  [zone.footer, 'footer colophon site-footer page-footer foot footermenu'],
  [zone.aside, 'sidebar aside rail right-rail left-rail widget-area sidebar-widget sidecol secondary lateral'],
  [
    zone.form,
    'login signin signup register registration searchform search-form search-box searchbox loginform captcha subscribe-form contact-form wpcf',
  ],
  [
    zone.related,
    'related similar recommended recommendations recommendation recirc recirculation suggested suggestions taboola outbrain readmore read-more read-next readnext more-from more-stories morestories also-read see-also seealso teaser teasers trending popular most-read mostread most-popular latest lastest latest-news carousel slider slick swiper jp-relatedposts yarpp crp lire-aussi a-lire leer-mas te-puede-interesar relacionadas relacionados noticias-relacionadas articles-lies weiterlesen mehr-zum-thema next-article prev-article prevnext post-navigation up-next you-may-like onward linklist link-list toplist topstories top-stories card-list news-list newslist listing feed-item inline-promo further-reading internal-links contextual-links',
  ],
  [
    zone.share,
    'share sharing sharebar share-bar share-buttons social socials socialmedia social-media social-links addthis addtoany sharedaddy sharethis a2a follow-us followus whatsapp facebook-share print-button partage compartir teilen bookmark toolbox article-tools',
  ],
  [
    zone.comments,
    'comments comment comment-list commentlist comment-respond disqus respond fb-comments viafoura coral spotim commentaires comentarios kommentare reader-comments',
  ],
  [
    zone.caption,
    'caption figcaption wp-caption-text image-caption photo-caption img-caption legend legende pie-foto bildunterschrift media-caption imagecaption photocaption gallery-caption',
  ],
  [zone.credit, 'credit credits photo-credit image-credit copyright-holder photographer image-source img-credit'],
  [
    zone.byline,
    'byline author authors auteur autor autores author-name author-bio author-box authorbox author-info author-card vcard contributor contributors writer about-author bio biography signature firma post-author article-author',
  ],
  [
    zone.date,
    'date dateline timestamp time datetime pubdate published publish-date post-date entry-date posted-on updated last-updated publication-date article-date fecha meta postmeta post-meta entry-meta article-meta metadata byline-date infoline post-info article-info',
  ],
  [
    zone.tags,
    'tags tag-list taglist tagcloud tag-links tags-links post-tags article-tags keywords topics topic-list category categories cat-links kicker eyebrow rubrique section-name',
  ],
  [
    zone.promo,
    'newsletter subscribe subscription subscriptions promo promotion promobox callout cta paywall signup-box donate donation membership support-us app-download banner-promo regwall piano tp-modal popup modal overlay lightbox notification push-notification premium-box abonnement suscripcion adblock infobox factbox',
  ],
  [zone.breadcrumb, 'breadcrumb breadcrumbs bread-crumb crumbs fil-ariane ariane migas'],
  [zone.ticker, 'ticker newsticker news-ticker marquee breaking-news breakingnews breaking flash-info live-ticker'],
  [zone.legal, 'cookie cookies cookie-banner cookiebar consent gdpr cmp legal disclaimer copyright terms onetrust'],
  [zone.poll, 'poll polls sondage encuesta survey quiz vote voting rating ratings star-rating stars'],
  [
    zone.advert,
    'ad ads adv advert adverts advertisement advertising advertorial publicidad publicite pub dfp adsense googleads ad-container ad-slot adslot ad-wrapper sponsor sponsored werbung anzeige',
  ],
  [
    zone.standfirst,
    'standfirst subtitle sub-title subheadline subheading dek deck lede chapo chapeau lead entradilla bajada excerpt summary article-summary intro sapo teaser-text article-intro article__summary',
  ],
  [
    zone.articleBody,
    'article-body articlebody article-content articlecontent article-text articletext post-content postcontent entry-content entrycontent story-body storybody story-content story-text post-body postbody body-content body-text bodytext content-body article-main text-content td-post-content news-body news-content news-text newsbody article__body article__content story__body post__content texte texte-article cuerpo contenido-noticia cuerpo-noticia itemfulltext fulltext article-details rich-text richtext',
  ],
  [
    zone.headline,
    'headline entry-title post-title article-title articletitle story-title title-article page-title news-title article-headline itemtitle',
  ],
  [zone.embed, 'twitter-tweet twitter-video instagram-media fb-post fb-video tiktok-embed embed tweet social-embed'],
  [zone.video, 'video player video-player jwplayer videoplayer video-js brightcove'],
  [zone.hidden, 'sr-only screen-reader-text visually-hidden visuallyhidden screenreader a11y-hidden noprint'],
];

const lexicon: ReadonlyMap<string, number> = buildLexicon();

function buildLexicon(): Map<string, number> {
  const map = new Map<string, number>();
  for (const [bit, list] of words) {
    for (const word of list.split(' ')) {
      const key = word.replace(/_+/g, '-');
      map.set(key, (map.get(key) ?? 0) | bit);
    }
  }
  return map;
}

/** Words that turn what follows into a state or a layout, not a thing: `has-sidebar`, `no-comments`, `with-ads`. */
const prefixes = new Set([
  'has',
  'have',
  'no',
  'not',
  'with',
  'without',
  'is',
  'hide',
  'show',
  'allow',
  'enable',
  'disable',
  'js',
  'supports',
  'single',
  'type',
  'category',
  'tag',
]);

/** Pure memo: the same class names, and lists of them, stand on every page of a site. */
const memo = new Map<string, number>();
const memoLimit = 20_000;

/** Zones named by the words of a class or id attribute. Only its first 400 characters count. */
export function zonesOfClass(classes: string): number {
  const known = memo.get(classes);
  if (known !== undefined) return known;
  let bits = 0;
  const end = Math.min(classes.length, 400);
  let start = 0;
  for (let i = 0; i <= end; i++) {
    if (i < end && !isSpace(classes.charCodeAt(i))) continue;
    if (i - start === classes.length) return remember(classes, zonesOfWords(wordsOfName(classes)));
    if (i - start >= 2) bits |= zonesOfName(classes.slice(start, i));
    start = i + 1;
  }
  return classes.length <= 100 ? remember(classes, bits) : bits;
}

/** White space that parts the names of a class attribute. */
function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13) || (code >= 0xa0 && /\s/.test(String.fromCharCode(code)));
}

function zonesOfName(name: string): number {
  const known = memo.get(name);
  if (known !== undefined) return known;
  return remember(name, zonesOfWords(wordsOfName(name)));
}

function remember(names: string, bits: number): number {
  if (memo.size >= memoLimit) memo.clear();
  // A part of a page's text would keep the whole page in memory: the key is built anew.
  memo.set(` ${names}`.slice(1), bits);
  return bits;
}

/** Words of a name, in lower case: split at everything but letters and at camel case. */
function wordsOfName(name: string): string[] {
  const lower = name.toLowerCase();
  const words: string[] = [];
  let start = 0;
  if (lower.length !== name.length) return words;
  for (let i = 0; i <= name.length; i++) {
    const code = i < name.length ? name.charCodeAt(i) : 0;
    const capital = code >= 65 && code <= 90;
    const small = code >= 97 && code <= 122;
    if (small || (capital && !(i > start && isSmall(name.charCodeAt(i - 1))))) continue;
    if (i > start) words.push(lower.slice(start, i));
    start = capital ? i : i + 1;
  }
  return words;
}

function isSmall(code: number): boolean {
  return code >= 97 && code <= 122;
}

function zonesOfWords(parts: readonly string[]): number {
  if (parts.length === 0 || parts.length > 8) return 0;
  if (parts.length > 1 && prefixes.has(parts[0] as string)) return 0;
  let bits = parts.length > 1 ? (lexicon.get(parts.join('')) ?? 0) : 0;
  for (let i = 0; i < parts.length; i++) {
    bits |= lexicon.get(parts[i] as string) ?? 0;
    if (i + 1 < parts.length) bits |= lexicon.get(`${parts[i]}-${parts[i + 1]}`) ?? 0;
  }
  return bits;
}

/** Zones given by an element's name. */
export const zonesOfTag: ReadonlyMap<string, number> = new Map(
  Object.entries({
    nav: zone.navigation,
    menu: zone.navigation,
    header: zone.header,
    footer: zone.footer,
    aside: zone.aside,
    form: zone.form,
    button: zone.form,
    select: zone.form,
    textarea: zone.form,
    label: zone.form,
    fieldset: zone.form,
    figure: zone.figure,
    figcaption: zone.caption,
    article: zone.article,
    main: zone.main,
    blockquote: zone.quote,
    table: zone.table,
    noscript: zone.noscript,
    dialog: zone.promo,
    video: zone.video,
    audio: zone.video,
  }),
);

/** Zones given by an ARIA role. */
export const zonesOfRole: ReadonlyMap<string, number> = new Map(
  Object.entries({
    navigation: zone.navigation,
    menu: zone.navigation,
    menubar: zone.navigation,
    banner: zone.header,
    contentinfo: zone.footer,
    complementary: zone.aside,
    search: zone.form,
    form: zone.form,
    main: zone.main,
    article: zone.article,
    dialog: zone.promo,
    alertdialog: zone.promo,
  }),
);

/** Zones given by microdata. */
export const zonesOfItemprop: ReadonlyMap<string, number> = new Map(
  Object.entries({
    articlebody: zone.articleBody,
    headline: zone.headline,
    author: zone.byline,
    datepublished: zone.date,
    datemodified: zone.date,
    caption: zone.caption,
    comment: zone.comments,
    keywords: zone.tags,
  }),
);
