import type { JSX } from 'hono/jsx/jsx-runtime';
import type { TextVersion } from '../../core/compare/article-versions.ts';
import { type ArticleVersions, readArticleVersions } from '../article-versions.ts';
import { versionsData } from '../data/article-data.ts';
import { problemOf, respondData, respondProblem } from '../errors.tsx';
import type { Translator } from '../i18n.ts';
import { readPublishedArticle } from '../published-article.ts';
import { renderPage } from '../render.ts';
import type { WebContext } from '../room.ts';
import { clipText, directionOf, safeUrl } from '../shown-text.ts';
import { articlePath } from '../views/article-list.tsx';
import { CopyDiff } from '../views/copy-diff.tsx';
import { Layout } from '../views/layout.tsx';
import { languageTag } from '../views/quotations.tsx';
import { instantText } from '../wording/days.ts';

/** `/articles/:id/versions`: when the outlet changed its text, and what any two versions have of their own. */
export async function versionsPage(c: WebContext): Promise<Response> {
  const room = c.get('room');
  const { store, tr } = room;
  const id = c.req.param('id') ?? '';
  if (room.path.endsWith('.json'))
    return respondData(c, await versionsData(room, id, { from: room.query['from'], to: room.query['to'] }));
  const article = await readPublishedArticle(store, id, room.settings);
  if (article === undefined) return respondProblem(c, problemOf('not-found'));
  const { from, to } = room.query;
  const found = await readArticleVersions(store, article, { from, to });
  const path = `${articlePath(id)}/versions`;
  const { language } = article.stored.article;
  const title = clipText(article.published.title ?? '', 160) || tr.t('article.untitled');
  const { compared } = found;
  return renderPage(
    c,
    <Layout
      room={room}
      title={tr.t('versions.of', { title })}
      noindex
      canonical={safeUrl(article.stored.article.canonicalUrl) ?? safeUrl(article.stored.article.url)}
      json={`${path}.json`}
    >
      <header class="room-head">
        <p class="kicker">{tr.t('versions.title')}</p>
        <h1 lang={languageTag(language.value)} dir={directionOf(language.value)}>
          <a href={articlePath(id)}>{title}</a>
        </h1>
        <p class="meta">{tr.t('versions.text')}</p>
      </header>
      <div class="reading">
        <article class="story">
          {compared === undefined ? (
            <p>{tr.t('versions.one')}</p>
          ) : (
            <>
              <p>
                {tr.t('versions.compared', {
                  before: compared.before.number,
                  after: compared.after.number,
                })}
              </p>
              <CopyDiff article={compared.article} compared={compared} tr={tr} versions />
            </>
          )}
        </article>
        <aside class="margin" aria-label={tr.t('versions.title')}>
          <VersionList found={found} path={path} tr={tr} />
        </aside>
      </div>
    </Layout>,
  );
}

function VersionList(props: { found: ArticleVersions; path: string; tr: Translator }): JSX.Element {
  const { found, path, tr } = props;
  const { versions, compared } = found;
  return (
    <section class="card">
      <ol class="plain versions">
        {versions.map((version) => (
          <li>
            <strong>{tr.t('versions.number', { number: version.number })}</strong>{' '}
            <span class="meta num">{foundText(version, tr)}</span>
            {version.titleChanged && <p class="meta">{tr.t('versions.title-changed')}</p>}
          </li>
        ))}
      </ol>
      {versions.length > 2 && compared !== undefined && (
        <form action={path} method="get" class="choose-versions">
          <VersionChoice name="from" versions={versions} chosen={compared.before} tr={tr} />
          <VersionChoice name="to" versions={versions} chosen={compared.after} tr={tr} />
          <button type="submit">{tr.t('copies.compare')}</button>
        </form>
      )}
    </section>
  );
}

function VersionChoice(props: {
  name: 'from' | 'to';
  versions: readonly TextVersion[];
  chosen: TextVersion;
  tr: Translator;
}): JSX.Element {
  const { name, versions, chosen, tr } = props;
  return (
    <label>
      <span>{tr.t(`versions.${name}`)}</span>{' '}
      <select name={name}>
        {versions.map(({ number }) => (
          <option value={number} selected={number === chosen.number}>
            {tr.t('versions.number', { number })}
          </option>
        ))}
      </select>
    </label>
  );
}

function foundText({ foundAt, lastFoundAt }: TextVersion, tr: Translator): string {
  const first = tr.t('versions.found', { time: instantText(foundAt, tr) });
  if (lastFoundAt === foundAt) return first;
  return `${first}${tr.t('list.comma')}${tr.t('versions.last-found', { time: instantText(lastFoundAt, tr) })}`;
}
