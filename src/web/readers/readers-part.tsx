import type { JSX } from 'hono/jsx/jsx-runtime';
import { noStars } from '../../core/readers/rating-order.ts';
import type { Door } from '../account/door.ts';
import { formToken } from '../account/form-token.ts';
import { memberOf } from '../account/visit.ts';
import type { MessageKey, Translator } from '../i18n.ts';
import type { WebContext } from '../room.ts';
import { articlePath } from '../views/article-list.tsx';
import { RatingPart } from './rating-part.tsx';

const notes = { rated: 'rating.done.rated', 'taken-back': 'rating.done.taken-back' } as const;

/** What readers think of an article, below it and apart from everything that is evidence. */
export async function readersPart(c: WebContext, door: Door, articleId: string): Promise<JSX.Element> {
  const { store, tr, query } = c.get('room');
  const { ratings } = store.readers;
  const [member, counts] = await Promise.all([memberOf(c, door), ratings.of([articleId])]);
  const own = member === undefined ? undefined : await ratings.own(articleId, member.id);
  const token = member === undefined ? undefined : formToken(c, door.secret);
  const done = query['done'] ?? '';
  const note: MessageKey | undefined =
    member !== undefined && Object.hasOwn(notes, done) ? notes[done as keyof typeof notes] : undefined;
  return (
    <section class="readers" id="readers" aria-labelledby="readers-title">
      <h2 id="readers-title">{tr.t('rating.title')}</h2>
      <RatingPart
        articleId={articleId}
        counts={counts.get(articleId) ?? noStars}
        own={own}
        token={token}
        note={note}
        tr={tr}
      />
      {member === undefined && <Invitation path={articlePath(articleId)} tr={tr} />}
    </section>
  );
}

/** What somebody without an account is told. */
export function Invitation({ path, tr }: { path: string; tr: Translator }): JSX.Element {
  return (
    <p class="invitation">
      {tr.rich('readers.invitation', {
        login: <a href={`/account/login?next=${encodeURIComponent(path)}`}>{tr.t('readers.invitation.login')}</a>,
        register: <a href="/account/register">{tr.t('readers.invitation.register')}</a>,
      })}
    </p>
  );
}
