import type { JSX } from 'hono/jsx/jsx-runtime';
import { type CitedArticle, citationFormats } from '../../core/export/citation.ts';
import type { Translator } from '../i18n.ts';
import { clipText } from '../shown-text.ts';
import { dayText } from '../wording/days.ts';
import { articlePath } from './article-list.tsx';

/** The article as a citation to copy, with its archived copy, and for reference managers. */
export function Cite({ cited, tr }: { cited: CitedArticle; tr: Translator }): JSX.Element {
  const day = cited.published === undefined ? undefined : dayText(cited.published, tr);
  const captured = dayText(cited.captured, tr) ?? cited.captured;
  const parts = [
    cited.authors.map((author) => clipText(author, 120)).join(', '),
    tr.t('cite.title', { title: clipText(cited.title, 300) }),
    clipText(cited.outlet ?? '', 160),
    day ?? '',
  ].filter((part) => part !== '');
  return (
    <details class="cite behind">
      <summary>{tr.t('cite.label')}</summary>
      <p>
        <bdi>{parts.join(tr.t('list.comma'))}</bdi>
        {cited.url !== undefined && (
          <>
            {'. '}
            <bdi dir="ltr">{cited.url}</bdi>
          </>
        )}
      </p>
      <p class="meta">
        {tr.t('cite.archived', { day: captured })} <bdi dir="ltr">{cited.archiveUrl}</bdi>
        <br />
        SHA-256 <code dir="ltr">{cited.hash}</code>
      </p>
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
