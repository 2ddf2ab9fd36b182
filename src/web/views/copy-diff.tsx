import type { JSX } from 'hono/jsx/jsx-runtime';
import type { CopyEdge } from '../../core/group/copy-graph.ts';
import type { ArticleRow } from '../../store/store.ts';
import type { ArticleCopies, ComparedCopy, CopyRow } from '../article-copies.ts';
import type { Translator } from '../i18n.ts';
import { reasonsText } from '../pictures/copy-graph.tsx';
import type { PublishedArticle } from '../published-article.ts';
import { cleanText, clipText, directionOf } from '../shown-text.ts';
import { articlePath } from './article-list.tsx';
import { Gap } from './evidence-text.tsx';
import { languageTag } from './quotations.tsx';
import { SourceName } from './source-name.tsx';
import { TextRelations } from './text-relations.tsx';

/** This text and another print of it in one: what only one of them has is inserted or deleted. */
export function CopyDiff(props: {
  article: PublishedArticle;
  compared: ComparedCopy;
  tr: Translator;
  /** Versions of one text: earlier and later words instead of here and there. */
  versions?: boolean;
}): JSX.Element {
  const { article, compared, tr, versions = false } = props;
  const language = article.stored.article.language.value;
  return (
    <div class="prose diff" lang={languageTag(language)} dir={directionOf(language)}>
      <ul class="legend plain" lang={tr.language} dir={tr.direction} aria-label={tr.t('new.legend')}>
        <li>
          <del>{tr.t(versions ? 'versions.only-before' : 'copies.only-there')}</del>
        </li>
        <li>
          <ins>{tr.t(versions ? 'versions.only-after' : 'copies.only-here')}</ins>
        </li>
        {compared.rows.some((row) => row.kind === 'sentence' && row.sentence.moved) && (
          <li>
            <span class="tag">{tr.t('copies.moved')}</span> {tr.t('copies.moved-hint')}
          </li>
        )}
      </ul>
      {compared.rows.map((row) =>
        row.kind === 'gap' ? (
          <Gap text={tr.t('copies.hidden')} />
        ) : (
          <p>
            {row.sentence.moved && (
              <span class="tag" lang={tr.language} dir={tr.direction} title={tr.t('copies.moved-hint')}>
                {tr.t('copies.moved')}
              </span>
            )}
            <RowText
              row={row}
              before={compared.other.stored.article.text}
              after={article.stored.article.text}
              tr={tr}
            />
          </p>
        ),
      )}
    </div>
  );
}

function RowText(props: {
  row: Extract<CopyRow, { kind: 'sentence' }>;
  before: string;
  after: string;
  tr: Translator;
}): JSX.Element {
  const { row, before, after, tr } = props;
  const { sentence } = row;
  if (sentence.kind === 'deleted')
    return <del>{cleanText(before.slice(sentence.before?.start, sentence.before?.end))}</del>;
  if (sentence.kind === 'inserted')
    return <ins>{cleanText(after.slice(sentence.after?.start, sentence.after?.end))}</ins>;
  let at = sentence.after?.start ?? 0;
  return (
    <>
      {sentence.runs.map((run) => {
        const gap = after.slice(at, run.after.start);
        at = run.after.end;
        const old = before.slice(run.before.start, run.before.end);
        const now = cleanText(after.slice(run.after.start, run.after.end));
        if (run.kind === 'same') return `${cleanText(gap)}${now}`;
        return (
          <>
            {gap === '' && old !== '' ? ' ' : gap}
            {old !== '' &&
              (row.before ? (
                <del>{cleanText(old)}</del>
              ) : (
                <del>
                  <span aria-hidden="true">[…]</span>
                  <span class="hidden">{tr.t('copies.hidden')}</span>
                </del>
              ))}
            {old !== '' && now !== '' && ' '}
            {now !== '' && <ins>{now}</ins>}
          </>
        );
      })}
    </>
  );
}

/** Which print is compared, who took it from whom, and the other prints to choose from. */
export function CopyNotes(props: {
  id: string;
  copies: ArticleCopies;
  own: ArticleRow | undefined;
  tr: Translator;
}): JSX.Element {
  const { id, copies, own, tr } = props;
  const { compared } = copies;
  const percent = new Intl.NumberFormat(tr.locale, { style: 'percent' });
  const rows = [...copies.copies, ...(own === undefined ? [] : [own])];
  return (
    <>
      <section class="card" aria-labelledby="copies-title">
        <h2 id="copies-title">{tr.t('copies.title')}</h2>
        {compared === undefined ? (
          <p>{tr.t('copies.none')}</p>
        ) : (
          <p>
            {tr.rich('copies.compared', {
              source: (
                <a href={articlePath(compared.row.id)}>
                  <SourceName row={compared.row} tr={tr} />
                </a>
              ),
            })}
            {tr.t('list.comma')}
            {tr.t('copies.share', { share: percent.format(compared.share) })}
          </p>
        )}
        <Took edges={copies.edges.filter((edge) => edge.copy === id)} rows={rows} tr={tr} />
      </section>
      <TextRelations texts={copies.texts} relations={copies.relations} own={id} tr={tr} />
      {copies.copies.length > 1 && (
        <nav class="card" aria-label={tr.t('copies.compare')}>
          <ul class="plain">
            {copies.copies.map((row) => (
              <li>
                <a
                  href={`${articlePath(id)}?show=copies&with=${encodeURIComponent(row.id)}`}
                  aria-current={row.id === compared?.row.id ? 'true' : undefined}
                >
                  <SourceName row={row} tr={tr} />
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </>
  );
}

function Took(props: { edges: readonly CopyEdge[]; rows: readonly ArticleRow[]; tr: Translator }): JSX.Element {
  const { edges, rows, tr } = props;
  const name = (articleId: string) =>
    clipText(rows.find((row) => row.id === articleId)?.outletName ?? tr.t('article.unknown-outlet'), 80);
  return (
    <>
      {edges.map(({ copy, source, agency, reasons }) => (
        <p class="meta">
          {tr.rich('copies.took', {
            copy: <bdi>{name(copy)}</bdi>,
            source: <bdi>{source === undefined ? clipText(agency ?? '', 60) : name(source)}</bdi>,
            reasons: reasonsText(reasons, tr),
          })}
        </p>
      ))}
    </>
  );
}
