import type { JSX } from 'hono/jsx/jsx-runtime';
import type { ArticleRow } from '../../store/store.ts';
import type { Translator } from '../i18n.ts';
import { rowLevel } from '../published-article.ts';
import type { WebSettings } from '../settings.ts';
import { clipText, directionOf } from '../shown-text.ts';
import { dayText } from '../wording/days.ts';
import { languageTag } from './quotations.tsx';

export interface ArticleListProps {
  readonly rows: readonly ArticleRow[];
  readonly tr: Translator;
  readonly settings: WebSettings;
  readonly standfirsts?: boolean;
  readonly class?: string;
}

export function ArticleList(props: ArticleListProps): JSX.Element {
  return (
    <ul class={`articles ${props.class ?? ''}`.trim()}>
      {props.rows.map((row) => (
        <li>
          <ArticleLink row={row} tr={props.tr} />
          {props.standfirsts === true && row.standfirst !== undefined && rowLevel(row, props.settings) !== 'facts' && (
            <p class="standfirst" lang={languageTag(row.language)} dir={directionOf(row.language)}>
              {clipText(row.standfirst, 220)}
            </p>
          )}
          <ArticleSource row={row} tr={props.tr} />
        </li>
      ))}
    </ul>
  );
}

/** The headline in its own language and direction. */
export function ArticleLink({ row, tr }: { row: ArticleRow; tr: Translator }): JSX.Element {
  return (
    <a class="headline" href={articlePath(row.id)} lang={languageTag(row.language)} dir={directionOf(row.language)}>
      {titleText(row, tr, 240)}
    </a>
  );
}

/** Outlet, agency, day, language. */
export function ArticleSource({ row, tr }: { row: ArticleRow; tr: Translator }): JSX.Element {
  return (
    <p class="meta">
      <bdi>{clipText(row.outletName ?? tr.t('article.unknown-outlet'), 80)}</bdi>
      {row.agency !== undefined && (
        <>
          {' · '}
          <bdi>{clipText(row.agency, 40)}</bdi>
        </>
      )}
      {' · '}
      <span class="num">{publishedText(row, tr)}</span>
      {' · '}
      <abbr class="code" title={languageName(row.language, tr)}>
        {row.language}
      </abbr>
    </p>
  );
}

/** The headline, or in words that the page gave none. */
export function titleText(row: Pick<ArticleRow, 'title'>, tr: Translator, limit: number): string {
  return clipText(row.title, limit) || tr.t('article.untitled');
}

export function articlePath(id: string): string {
  return `/articles/${encodeURIComponent(id)}`;
}

function publishedText(row: ArticleRow, tr: Translator): string {
  const day = row.published === undefined ? undefined : dayText(row.published, tr, 'short');
  return day ?? tr.t('article.day-unknown');
}

const languageNames = new Map<string, Intl.DisplayNames>();
const knownNames = new Map<string, string>();

/** Name of a language in the language of the interface. */
export function languageName(language: string, tr: Translator): string {
  if (languageTag(language) === undefined) return tr.t('language.unknown');
  const known = knownNames.get(`${tr.locale} ${language}`);
  if (known !== undefined) return known;
  let names = languageNames.get(tr.locale);
  if (names === undefined) {
    names = new Intl.DisplayNames(tr.locale, { type: 'language' });
    languageNames.set(tr.locale, names);
  }
  const name = names.of(language) ?? language;
  knownNames.set(`${tr.locale} ${language}`, name);
  return name;
}
