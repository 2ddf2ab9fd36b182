import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Translator } from '../i18n.ts';
import { articlePath } from './article-list.tsx';

export const articleViews = ['evidence', 'new', 'copies'] as const;
export type ArticleView = (typeof articleViews)[number];

/** The view that the address asks for; the evidence when it asks for none or for something else. */
export function chooseView(asked: string | undefined): ArticleView {
  return articleViews.find((view) => view === asked) ?? 'evidence';
}

/** Plain links between the ways to read one text. */
export function ArticleSwitch(props: {
  id: string;
  view: ArticleView;
  /** Versions of the text that are kept. */
  versions: number;
  tr: Translator;
}): JSX.Element {
  const { id, view, versions, tr } = props;
  return (
    <nav class="switch" aria-label={tr.t('switch.label')}>
      {articleViews.map((one) => (
        <a
          href={one === 'evidence' ? articlePath(id) : `${articlePath(id)}?show=${one}`}
          aria-current={one === view ? 'true' : undefined}
        >
          {tr.t(`switch.${one}`)}
        </a>
      ))}
      {versions > 1 && <a href={`${articlePath(id)}/versions`}>{tr.t('switch.versions', { count: versions })}</a>}
    </nav>
  );
}
