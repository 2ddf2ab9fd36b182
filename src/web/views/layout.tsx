import type { Child } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';
import type { AlternateFormat } from '../alternates.ts';
import { cardPath } from '../cards/card-path.ts';
import { cardSize } from '../cards/card-svg.ts';
import type { MessageKey } from '../i18n.ts';
import { interfaceLanguages } from '../i18n.ts';
import { manifestPath } from '../installable.ts';
import type { Room } from '../room.ts';
import type { Theme } from '../session.ts';
import { clipText, withoutIsolates } from '../shown-text.ts';
import { todayText } from '../wording/days.ts';
import { KeySheet } from './key-sheet.tsx';
import { MonthNames } from './month-names.tsx';

export interface LayoutProps {
  readonly room: Room;
  /** Clean and short already: sentences of the record keep the isolates around their names. */
  readonly title?: string;
  readonly description?: string | undefined;
  /** Where search engines should go instead: the outlet, for texts of others. */
  readonly canonical?: string | undefined;
  readonly noindex?: boolean;
  /** Address of the same content as data. */
  readonly json?: string | undefined;
  /** The same content in formats of others. */
  readonly alternates?: readonly AlternateFormat[];
  /** The list of the page as feeds. */
  readonly feeds?: readonly AlternateFormat[];
  /** What the page is about for search engines: JSON-LD, as text. */
  readonly jsonLd?: string | undefined;
  /** Line of headlines above everything. */
  readonly ticker?: Child;
  readonly front?: boolean;
  /** Picture for those who share the page. @default that of the site */
  readonly card?: string;
  readonly children?: Child;
}

const languageNames: Readonly<Record<(typeof interfaceLanguages)[number], string>> = {
  fr: 'Français',
  en: 'English',
  es: 'Español',
  ar: 'العربية',
};

const navigation: readonly { readonly href: string; readonly key: MessageKey }[] = [
  { href: '/', key: 'nav.front' },
  { href: '/dossiers', key: 'nav.dossiers' },
  { href: '/record', key: 'nav.record' },
  { href: '/topics', key: 'nav.topics' },
  { href: '/people', key: 'nav.people' },
  { href: '/outlets', key: 'nav.outlets' },
];

/** The frame of every page. */
export function Layout(props: LayoutProps): JSX.Element {
  const { room, title, description, canonical } = props;
  const { tr, assets } = room;
  const fonts = tr.language === 'ar' ? assets.preload.arabic : assets.preload.latin;
  const ownAddress = room.settings.baseUrl === undefined ? undefined : new URL(room.path, room.settings.baseUrl).href;
  return (
    <html lang={tr.language} dir={tr.direction} data-theme={room.theme === 'auto' ? undefined : room.theme}>
      <head>
        <meta charset="utf-8" />
        <title>{title === undefined ? tr.t('site.title') : `${title} · ${tr.t('site.name')}`}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content={room.theme === 'auto' ? 'light dark' : room.theme} />
        {description !== undefined && <meta name="description" content={description} />}
        {props.noindex === true && <meta name="robots" content="noindex" />}
        {(canonical ?? ownAddress) !== undefined && <link rel="canonical" href={canonical ?? ownAddress} />}
        {props.json !== undefined && <link rel="alternate" type="application/json" href={props.json} />}
        <link rel="service-desc" type="application/json" href="/api/v1/openapi.json" />
        <OpenGraph {...props} address={ownAddress} />
        {props.feeds?.map(({ href, type, label }) => (
          <link rel="alternate" type={type} href={href} title={label} />
        ))}
        {props.alternates?.map(({ href, type }) => (
          <link rel="alternate" type={type} href={href} />
        ))}
        {/* Asked for first: nothing is painted before it is there, and fonts are large. */}
        <link rel="stylesheet" href={assets.styleSheet} />
        {fonts.map((href) => (
          <link rel="preload" href={href} as="font" type="font/woff2" crossorigin="anonymous" />
        ))}
        <link rel="icon" href={assets.icon} type="image/svg+xml" />
        <link rel="apple-touch-icon" href={assets.pngIcons[0]?.path} />
        <link rel="manifest" href={manifestPath(tr.language)} />
        <script type="module" src={assets.script} />
        {props.jsonLd !== undefined && (
          // A block of data, not a script: nothing in it runs, and the policy of the site lets nothing run.
          <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: dataBlock(props.jsonLd) }} />
        )}
      </head>
      <body>
        <a class="skip" href="#main">
          {tr.t('nav.skip')}
        </a>
        {props.ticker}
        <div class="wrap">
          <Masthead room={room} front={props.front === true} />
          <main id="main" tabindex={-1}>
            {props.children}
          </main>
          <Footer room={room} json={props.json} feeds={props.feeds ?? []} alternates={props.alternates ?? []} />
        </div>
        <KeySheet tr={tr} />
      </body>
    </html>
  );
}

/** What other sites show when somebody shares a page. Copies of others' texts are shared as their outlets' pages. */
function OpenGraph(props: LayoutProps & { readonly address: string | undefined }): JSX.Element {
  const { room, title, description } = props;
  const { tr } = room;
  const address = props.canonical ?? props.address;
  return (
    <>
      <meta property="og:site_name" content={tr.t('site.name')} />
      <meta property="og:title" content={withoutIsolates(title ?? tr.t('site.title'))} />
      <meta property="og:type" content={props.canonical === undefined ? 'website' : 'article'} />
      <meta property="og:locale" content={openGraphLocales[tr.language]} />
      {description !== undefined && <meta property="og:description" content={withoutIsolates(description)} />}
      {address !== undefined && <meta property="og:url" content={address} />}
      <meta property="og:image" content={room.origin + (props.card ?? cardPath(tr, 'site'))} />
      <meta property="og:image:type" content="image/png" />
      <meta property="og:image:width" content={String(cardSize.width)} />
      <meta property="og:image:height" content={String(cardSize.height)} />
      <meta property="og:image:alt" content={withoutIsolates(title ?? tr.t('site.title'))} />
      <meta name="twitter:card" content="summary_large_image" />
    </>
  );
}

/** Characters that could end the block or turn the text around it are written as JSON's escapes. */
function dataBlock(json: string): string {
  return json.replace(
    /[<\u202a-\u202e\u2066-\u2069]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

const openGraphLocales: Readonly<Record<(typeof interfaceLanguages)[number], string>> = {
  fr: 'fr_FR',
  en: 'en_GB',
  es: 'es_ES',
  ar: 'ar_AR',
};

function Masthead({ room, front }: { room: Room; front: boolean }): JSX.Element {
  const { tr } = room;
  return (
    <header class={front ? 'masthead is-front' : 'masthead'}>
      <div class="utility">
        <span class="today">{todayText(room.now, tr)}</span>
        <nav class="languages" aria-label={tr.t('nav.languages')}>
          {interfaceLanguages.map((language) => (
            <a
              href={withQuery(room, 'lang', language)}
              lang={language}
              hreflang={language}
              dir={language === 'ar' ? 'rtl' : 'ltr'}
              aria-current={language === tr.language ? 'true' : undefined}
            >
              {languageNames[language]}
            </a>
          ))}
        </nav>
      </div>
      <div class="nameplate">
        <a class="name" href="/" translate="no" lang="fr" dir="ltr">
          {tr.t('site.name')}
        </a>
        <span class="strapline">{tr.t('site.strapline')}</span>
      </div>
      <div class="bar">
        <nav class="rooms" aria-label={tr.t('nav.main')}>
          {navigation.map(({ href, key }) => (
            <a href={href} aria-current={isCurrent(href, room.path)}>
              {tr.t(key)}
            </a>
          ))}
        </nav>
        <search>
          <form class="find" action="/search" method="get">
            <label class="hidden" for="q">
              {tr.t('search.label')}
            </label>
            <input
              id="q"
              type="search"
              name="q"
              maxlength={300}
              dir="auto"
              placeholder={tr.t('search.placeholder')}
              value={room.path === '/search' ? clipText(room.query['q'] ?? '', 300) : undefined}
            />
            <button type="submit">{tr.t('search.button')}</button>
          </form>
        </search>
      </div>
    </header>
  );
}

function Footer(props: {
  room: Room;
  json: string | undefined;
  feeds: readonly AlternateFormat[];
  alternates: readonly AlternateFormat[];
}): JSX.Element {
  const { room, json, alternates } = props;
  const { tr } = room;
  const themes: readonly Theme[] = ['auto', 'light', 'dark'];
  return (
    <footer class="footer">
      {room.sample && (
        <section class="sample-note" aria-labelledby="sample-title">
          <h2 id="sample-title">{tr.t('sample.title')}</h2>
          <p>{tr.t('sample.text')}</p>
        </section>
      )}
      <p class="colophon">{tr.t('footer.text')}</p>
      <div class="footer-links">
        <nav class="themes" aria-label={tr.t('theme.label')}>
          <span aria-hidden="true">{tr.t('theme.label')}</span>
          {themes.map((theme) => (
            <a href={withQuery(room, 'theme', theme)} aria-current={theme === room.theme ? 'true' : undefined}>
              {tr.t(`theme.${theme}`)}
            </a>
          ))}
        </nav>
        <a href="/readers">{tr.t('nav.readers')}</a>
        <a href="/reading-list">{tr.t('kept.title')}</a>
        <button id="keys-open" type="button" hidden data-script>
          {tr.t('keys.open')}
        </button>
        <MonthNames room={room} />
        <a href="/docs">{tr.t('docs.title')}</a>
        <a href="/api">{tr.t('footer.api')}</a>
        <nav class="formats" aria-label={tr.t('account.own.title')}>
          <a href="/account/login">{tr.t('account.login.title')}</a>
          <a href="/account/register">{tr.t('account.register.title')}</a>
        </nav>
        {json !== undefined && (
          <a href={json} type="application/json">
            {tr.t('footer.json')}
          </a>
        )}
        {props.feeds.length > 0 && (
          <nav class="formats" aria-label={tr.t('feed.label')}>
            <span aria-hidden="true">{tr.t('feed.label')}</span>
            {props.feeds.map(({ href, type, label }) => (
              <a href={href} type={type}>
                <bdi>{label}</bdi>
              </a>
            ))}
          </nav>
        )}
        {alternates.length > 0 && (
          <nav class="formats" aria-label={tr.t('exports.label')}>
            <span aria-hidden="true">{tr.t('exports.label')}</span>
            {alternates.map(({ href, type, label }) => (
              <a href={href} type={type}>
                <bdi>{label}</bdi>
              </a>
            ))}
          </nav>
        )}
      </div>
    </footer>
  );
}

function isCurrent(href: string, path: string): 'page' | 'true' | undefined {
  if (href === path) return 'page';
  return href !== '/' && path.startsWith(`${href}/`) ? 'true' : undefined;
}

/** The page the reader is on, with one choice changed. */
function withQuery(room: Room, name: string, value: string): string {
  const query = new URLSearchParams(room.query);
  query.delete('lang');
  query.delete('theme');
  query.set(name, value);
  return `${room.path}?${query.toString()}`;
}
