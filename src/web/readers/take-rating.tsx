import type { Door } from '../account/door.ts';
import { keepNowhere, placeOf, readForm, seeOther, visitorOf } from '../account/visit.ts';
import { problemOf, respondProblem } from '../errors.tsx';
import type { MessageKey } from '../i18n.ts';
import { renderPage } from '../render.ts';
import type { WebContext } from '../room.ts';
import { articlePath } from '../views/article-list.tsx';
import { Layout } from '../views/layout.tsx';

/** `POST /articles/:id/rating`: one to five stars, or none to take the vote back. */
export function takeRating(door: Door): (c: WebContext) => Promise<Response> {
  return async (c) => {
    const { store, now } = c.get('room');
    const [row] = await store.articles.rows([c.req.param('id') ?? '']);
    if (row === undefined) return respondProblem(c, problemOf('not-found'));
    const path = articlePath(row.id);
    const account = await visitorOf(c, door);
    if (account === undefined) return seeOther(c, `/account/login?next=${encodeURIComponent(path)}`);
    const { field, refused } = await readForm(c, door);
    if (refused !== undefined) return refusePage(c, refused, path, 403);
    const stars = /^[0-5]$/.test(field('stars')) ? Number(field('stars')) : undefined;
    if (stars === undefined) return refusePage(c, 'rating.error.stars', path, 400);
    if (!door.limits.votes.take({ account: account.id, ...placeOf(c) }, now))
      return refusePage(c, 'readers.often', path, 429);
    const { ratings } = store.readers;
    if (stars === 0) await ratings.takeBack(row.id, account.id);
    else await ratings.rate(row.id, account.id, stars);
    return seeOther(c, `${path}?done=${stars === 0 ? 'taken-back' : 'rated'}#rating`);
  };
}

/** Why a small form was not taken, with the way back. */
export function refusePage(c: WebContext, why: MessageKey, back: string, status: 400 | 403 | 429): Promise<Response> {
  const room = c.get('room');
  const { tr } = room;
  keepNowhere(c);
  if (status === 429) c.header('Retry-After', '600');
  return renderPage(
    c,
    <Layout room={room} title={tr.t('readers.title')} noindex>
      <div class="notice-page">
        <h1>{tr.t('readers.title')}</h1>
        <p class="form-error" role="alert">
          {tr.t(why)}
        </p>
        <p>
          <a href={back}>{tr.t('readers.back')}</a>
        </p>
      </div>
    </Layout>,
    { status },
  );
}
