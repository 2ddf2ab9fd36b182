import type { JSX } from 'hono/jsx/jsx-runtime';
import { creditedArticle } from '../../core/group/group-article.ts';
import type { TextRelation } from '../../core/group/text-relations.ts';
import type { Translator } from '../i18n.ts';
import type { PublishedArticle } from '../published-article.ts';
import { cleanText, directionOf } from '../shown-text.ts';
import type { StoryText } from '../story-texts.ts';
import { articlePath, languageName } from './article-list.tsx';
import { languageTag } from './quotations.tsx';
import { SourceName } from './source-name.tsx';

const shownRelations = 12;
const shownPassages = 2;

/**
 * Texts that have something from one another without being copies: passages that were reused, and translations, each
 * with a link to both.
 * @param own the article that is on the page: only the other text is linked then
 */
export function TextRelations(props: {
  texts: readonly StoryText[];
  relations: readonly TextRelation[];
  own?: string;
  tr: Translator;
}): JSX.Element | null {
  const { relations, own, tr } = props;
  const textOf = new Map(props.texts.map((text) => [text.row.id, text]));
  const shown = relations.slice(0, shownRelations).flatMap((relation) => {
    const [from, to] = [textOf.get(relation.from), textOf.get(relation.to)];
    return from === undefined || to === undefined ? [] : [{ relation, from, to }];
  });
  if (shown.length === 0) return null;
  return (
    <section class={own === undefined ? 'relations' : 'relations card'} aria-labelledby="relations-title">
      <h2 id="relations-title">{tr.t('relations.title')}</h2>
      <ul class="plain">
        {shown.map(({ relation, from, to }) => (
          <li>
            <p>{sentence(relation, from, to)}</p>
            {relation.kind === 'reuse' && <Passages relation={relation} from={from} />}
          </li>
        ))}
      </ul>
    </section>
  );

  function sentence({ kind, directed }: TextRelation, from: StoryText, to: StoryText): JSX.Element {
    const key =
      kind === 'reuse'
        ? directed
          ? 'relations.reuse'
          : 'relations.reuse-both'
        : directed
          ? 'relations.translation'
          : 'relations.translation-both';
    return (
      <>
        {tr.rich(key, {
          later: <Name text={to} />,
          earlier: <Name text={from} />,
          language: languageName(to.row.language, tr),
          other: languageName(from.row.language, tr),
        })}
      </>
    );
  }

  function Name({ text }: { text: StoryText }): JSX.Element {
    if (text.row.id === own) return <b>{tr.t('relations.this-text')}</b>;
    return (
      <a href={articlePath(text.row.id)}>
        <SourceName row={text.row} tr={tr} />
      </a>
    );
  }

  /** The words of the first print, as far as its outlet allows. */
  function Passages({ relation, from }: { relation: TextRelation; from: StoryText }): JSX.Element | null {
    const { article } = from;
    if (article === undefined) return null;
    const body = creditedArticle(article.stored.article).text;
    const quotes = relation.passages
      .slice(0, shownPassages)
      .flatMap(({ a }) => quotePassage(article, body.slice(a.start, a.end)));
    if (quotes.length === 0) return <p class="meta">{tr.t('evidence.not-quoted')}</p>;
    const { language } = from.row;
    return (
      <>
        {quotes.map((words) => (
          <blockquote lang={languageTag(language)} dir={directionOf(language)}>
            {cleanText(words)}
          </blockquote>
        ))}
      </>
    );
  }
}

/** Paragraphs of a passage that may be quoted. */
function quotePassage({ stored, quoteOf }: PublishedArticle, passage: string): string[] {
  return passage.split('\n').flatMap((part) => {
    const words = part.trim();
    const start = words === '' ? -1 : stored.article.text.indexOf(words);
    return start < 0 ? [] : (quoteOf({ start, end: start + words.length }) ?? []);
  });
}
