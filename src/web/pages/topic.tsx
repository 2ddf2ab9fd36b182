import { topicSchema } from '../../schemas/vocabulary.ts';
import { problemOf, respondProblem } from '../errors.tsx';
import type { MessageKey } from '../i18n.ts';
import { renderPage } from '../render.ts';
import type { WebContext } from '../room.ts';
import { Layout } from '../views/layout.tsx';
import { meetingsRoom } from '../views/meetings-room.tsx';

/** `/topics`: what meetings are about, with how many there are. */
export async function topicsPage(c: WebContext): Promise<Response> {
  const room = c.get('room');
  const { tr } = room;
  const { topics } = await room.store.record.meetingFacets();
  return renderPage(
    c,
    <Layout room={room} title={tr.t('topics.title')} description={tr.t('topics.text')}>
      <header class="room-head">
        <h1>{tr.t('topics.title')}</h1>
        <p class="standfirst">{tr.t('topics.text')}</p>
      </header>
      {topics.length === 0 ? (
        <p>{tr.t('record.none')}</p>
      ) : (
        <ul class="pairs plain">
          {topics.map(({ value, meetings }) => (
            <li>
              <a class="headline" href={`/topics/${value}`}>
                {tr.t(`topic.${value}` as MessageKey)}
              </a>
              <p class="meta num figures-line">
                <span>{tr.t('count.meetings', { count: meetings })}</span>
              </p>
            </li>
          ))}
        </ul>
      )}
    </Layout>,
  );
}

/** `/topics/migration`: everything that was said to be about it. */
export async function topicPage(c: WebContext): Promise<Response> {
  const room = c.get('room');
  const { tr } = room;
  const topic = topicSchema.safeParse(c.req.param('id')).data;
  if (topic === undefined) return respondProblem(c, problemOf('not-found'));
  return meetingsRoom(c, {
    path: `/topics/${topic}`,
    title: tr.t(`topic.${topic}` as MessageKey),
    kicker: tr.t('topic.kicker'),
    filters: { topic },
    query: { topic },
  });
}
