import { renderPage } from '../render.ts';
import type { WebContext } from '../room.ts';
import { clipText } from '../shown-text.ts';
import { ArticleLink, ArticleSource } from '../views/article-list.tsx';
import { Layout } from '../views/layout.tsx';
import { Stars } from '../views/stars.tsx';
import { instantText } from '../wording/days.ts';
import { CommentText } from './comment-lines.tsx';

const most = 20;

/** `/readers`: what readers think of what is here. */
export async function readersPage(c: WebContext): Promise<Response> {
  const room = c.get('room');
  const { store, tr } = room;
  const best = await store.readers.ratings.best(most);
  const latest = await store.readers.comments.latest(most);
  const rows = await store.articles.rows(best.map(({ articleId }) => articleId));
  return renderPage(
    c,
    <Layout room={room} title={tr.t('readers.title')} description={tr.t('readers.text')}>
      <h1>{tr.t('readers.title')}</h1>
      <p class="standfirst">{tr.t('readers.text')}</p>
      <p>
        <a href="/polls">{tr.t('polls.title')}</a>
      </p>
      <section aria-labelledby="best-title">
        <h2 id="best-title">{tr.t('readers.best')}</h2>
        {rows.length === 0 ? (
          <p>{tr.t('readers.best.none')}</p>
        ) : (
          <>
            <p class="meta">{tr.t('readers.best.text')}</p>
            <ol class="articles plain">
              {rows.map((row) => (
                <li>
                  <ArticleLink row={row} tr={tr} />
                  <ArticleSource row={row} tr={tr} />
                  <p class="meta">
                    <Stars
                      counts={best.find(({ articleId }) => articleId === row.id)?.counts ?? [0, 0, 0, 0, 0]}
                      tr={tr}
                    />
                  </p>
                </li>
              ))}
            </ol>
          </>
        )}
      </section>
      <section aria-labelledby="latest-title">
        <h2 id="latest-title">{tr.t('comments.latest')}</h2>
        {latest.length === 0 && <p>{tr.t('comments.latest.none')}</p>}
        <ul class="comments">
          {latest.map((comment) => (
            <li class="comment">
              <p class="meta">
                <b>
                  <bdi>{clipText(comment.author?.name ?? '', 80)}</bdi>
                </b>{' '}
                <a href={`/comments/${comment.id}`}>
                  <time datetime={comment.at}>{instantText(comment.at, tr)}</time>
                  <span class="hidden"> ({tr.t('comment.link')})</span>
                </a>
              </p>
              <CommentText comment={{ ...comment, text: clipText(comment.text, 400) }} />
            </li>
          ))}
        </ul>
      </section>
    </Layout>,
  );
}
