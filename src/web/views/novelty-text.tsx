import type { Child } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';
import type { NoveltyPart } from '../../core/novelty/find-novelty.ts';
import type { PublishedPiece } from '../../schemas/publish.ts';
import type { ArticleNovelty, ShownSentence } from '../article-novelty.ts';
import type { Translator } from '../i18n.ts';
import { cleanText } from '../shown-text.ts';
import { articlePath } from './article-list.tsx';
import { Block, Gap } from './evidence-text.tsx';
import { SourceName } from './source-name.tsx';

/** The text of an article with what is new in it marked: a wash and a rule for the eye, words for the ear. */
export function NoveltyText(props: {
  text: string;
  pieces: readonly PublishedPiece[];
  novelty: ArticleNovelty;
  tr: Translator;
}): JSX.Element {
  const { text, pieces, novelty, tr } = props;
  return (
    <>
      <ul class="legend plain" lang={tr.language} dir={tr.direction} aria-label={tr.t('new.legend')}>
        <li>
          <mark class="new">{tr.t('new.mark-new')}</mark>
        </li>
        <li>
          <mark class="figure">{tr.t('new.mark-figure')}</mark>
        </li>
        <li>
          <span class="old">{tr.t('new.mark-old')}</span>
        </li>
      </ul>
      {pieces.map((piece) => (
        <>
          {piece.gapBefore && <Gap text={tr.t('article.gap')} />}
          <Block piece={piece}>{markSentences(text, piece, novelty.sentences, tr)}</Block>
        </>
      ))}
    </>
  );
}

function markSentences(
  text: string,
  piece: PublishedPiece,
  sentences: readonly ShownSentence[],
  tr: Translator,
): Child[] {
  const children: Child[] = [];
  let at = piece.start;
  for (const { novelty, note } of sentences) {
    if (novelty.start < piece.start || novelty.end > piece.end) continue;
    if (novelty.start > at) children.push(cleanText(text.slice(at, novelty.start)));
    const words = novelty.parts.map((part, index) => {
      const gap = text.slice(novelty.parts[index - 1]?.end ?? part.start, part.start);
      return (
        <>
          {gap}
          <PartText part={part} text={text} tr={tr} />
        </>
      );
    });
    children.push(
      note === undefined ? (
        words
      ) : (
        <span id={`s-${note}`}>
          {words}
          <a class="ref" id={`r-${note}`} href={`#n-${note}`} aria-label={tr.t('new.to-precedent', { number: note })}>
            {note}
          </a>
        </span>
      ),
    );
    at = novelty.end;
  }
  if (at < piece.end) children.push(cleanText(text.slice(at, piece.end)));
  return children;
}

function PartText({ part, text, tr }: { part: NoveltyPart; text: string; tr: Translator }): JSX.Element {
  // The sign of a mark stands on its words, not on the space behind them.
  const words = text.slice(part.start, part.end);
  const trimmed = words.trimEnd();
  const space = words.slice(trimmed.length);
  if (part.kind === 'said-before') return <span class="old">{cleanText(words)}</span>;
  if (part.kind === 'new') {
    return (
      <>
        <mark class="new">
          <span class="hidden">[{tr.t('new.mark-new')}] </span>
          {cleanText(trimmed)}
        </mark>
        {space}
      </>
    );
  }
  return (
    <>
      <mark class="figure">
        <span class="hidden">[{tr.t('new.mark-figure')}] </span>
        {cleanText(trimmed)}
      </mark>
      {part.was !== undefined && (
        <small class="was"> ({tr.rich('new.was', { figure: <bdi>{cleanText(part.was)}</bdi> })})</small>
      )}
      {space}
    </>
  );
}

/** How much is new, what the marks mean, and where the rest was said before. */
export function NoveltyNotes({ novelty, tr }: { novelty: ArticleNovelty; tr: Translator }): JSX.Element {
  const { earlier, hidden, rows } = novelty;
  const percent = new Intl.NumberFormat(tr.locale, { style: 'percent' });
  const notes = novelty.sentences.filter(({ note }) => note !== undefined);
  if (earlier === 0) {
    return (
      <section class="card" aria-labelledby="new-title">
        <h2 id="new-title">{tr.t('new.title')}</h2>
        <p>{tr.t('new.none')}</p>
      </section>
    );
  }
  return (
    <>
      <section class="card" aria-labelledby="new-title">
        <h2 id="new-title">{tr.t('new.title')}</h2>
        <p>
          {tr.t('new.summary', { count: earlier, share: percent.format(novelty.saidBefore) })}{' '}
          {tr.t('new.formula', { share: percent.format(novelty.formula) })}
        </p>
        {hidden.count > 0 && <p class="meta">{tr.t('new.hidden', { count: hidden.count, fresh: hidden.fresh })}</p>}
      </section>
      {notes.length > 0 && (
        <section class="card" aria-labelledby="before-title">
          <h2 id="before-title">{tr.t('new.said-before')}</h2>
          <ol class="notes plain">
            {notes.map(({ novelty: { first, times }, note = 0 }) => (
              <li id={`n-${note}`}>
                <a class="ref" href={`#s-${note}`} aria-label={tr.t('new.to-sentence', { number: note })}>
                  {note}
                </a>{' '}
                {tr.t('new.times', { count: times })}
                {tr.t('list.comma')}
                {tr.rich('new.precedent', {
                  source: (
                    <a href={articlePath(first?.articleId ?? '')}>
                      <SourceName row={rows.get(first?.articleId ?? '')} tr={tr} />
                    </a>
                  ),
                })}
              </li>
            ))}
          </ol>
        </section>
      )}
    </>
  );
}
