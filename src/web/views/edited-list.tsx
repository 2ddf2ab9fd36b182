import type { JSX } from 'hono/jsx/jsx-runtime';
import { changeText, type EditedArticle } from '../edited-articles.ts';
import type { Translator } from '../i18n.ts';
import { directionOf } from '../shown-text.ts';
import { articlePath, titleText } from './article-list.tsx';
import { languageTag } from './quotations.tsx';

/** Articles that their outlet changed, each with a link to what changed. */
export function EditedList(props: {
  edited: readonly EditedArticle[];
  feed: string;
  tr: Translator;
}): JSX.Element | null {
  const { edited, feed, tr } = props;
  if (edited.length === 0) return null;
  return (
    <section class="edited" aria-labelledby="edited-title">
      <h2 id="edited-title">{tr.t('versions.edited')}</h2>
      <ul class="articles">
        {edited.map(({ row, newest }) => (
          <li>
            <a
              class="headline"
              href={`${articlePath(row.id)}/versions`}
              lang={languageTag(row.language)}
              dir={directionOf(row.language)}
            >
              {titleText(row, tr, 240)}
            </a>
            <p class="meta">{changeText(newest, tr)}</p>
          </li>
        ))}
      </ul>
      <p class="meta">
        {tr.t('versions.edited-feed')} <a href={`${feed}.atom`}>Atom</a> <a href={`${feed}.json`}>JSON Feed</a>
      </p>
    </section>
  );
}
