import type { JSX } from 'hono/jsx/jsx-runtime';
import { type CitedArticle, citationFormats } from '../../core/export/citation.ts';
import type { Translator } from '../i18n.ts';
import { citationParts, citationStyles } from '../wording/citation.ts';
import { articlePath } from './article-list.tsx';

/** The article as citations to copy, each with its archived copy, and for reference managers. */
export function Cite({ cited, tr }: { cited: CitedArticle; tr: Translator }): JSX.Element {
  return (
    <details class="cite behind">
      <summary>{tr.t('cite.label')}</summary>
      <dl class="citations">
        {citationStyles.map((style) => (
          <div>
            <dt class="meta">
              <bdi lang="en">{style}</bdi>
            </dt>
            <dd>
              {citationParts(style, cited, tr).map(({ kind, text }) =>
                kind === 'text' ? (
                  text
                ) : kind === 'work' ? (
                  <cite>
                    <bdi>{text}</bdi>
                  </cite>
                ) : (
                  <bdi dir="ltr">{text}</bdi>
                ),
              )}
            </dd>
          </div>
        ))}
      </dl>
      <p class="meta">{tr.t('cite.managers')}</p>
      <ul class="plain figures-line meta">
        {citationFormats.map(({ ending, label, mediaType }) => (
          <li>
            <a href={`${articlePath(cited.id)}.${ending}`} type={mediaType.split(';')[0]}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
}
