import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Meeting } from '../../core/model/record.ts';
import { renderStory } from '../../schemas/story.ts';
import type { ArticleRow, Story } from '../../store/store.ts';
import { problemOf, respondProblem } from '../errors.tsx';
import type { Translator } from '../i18n.ts';
import { splitJson } from '../json-twin.ts';
import { readPeople } from '../people-of.ts';
import { rowLevel } from '../published-article.ts';
import { renderJson, renderPage } from '../render.ts';
import type { Room, WebContext } from '../room.ts';
import { directionOf } from '../shown-text.ts';
import { ArticleList, languageName, titleText } from '../views/article-list.tsx';
import { Layout } from '../views/layout.tsx';
import { meetingPath } from '../views/meeting-list.tsx';
import { PairLink } from '../views/pair-link.tsx';
import { languageTag } from '../views/quotations.tsx';
import { StatusTag } from '../views/status.tsx';
import { joinList, meetingSentence } from '../wording/meeting-sentence.ts';
import type { PeopleById } from '../wording/people.ts';

/** `/stories/:id`: one event as every outlet tells it. */
export async function storyPage(c: WebContext): Promise<Response> {
  const room = c.get('room');
  const { store, tr } = room;
  const { id, json } = splitJson(c.req.param('id') ?? '');
  const story = await store.articles.getStory(id, { preferLanguage: tr.language });
  if (story === undefined) return respondProblem(c, problemOf('not-found'));
  const meetings = [...(await store.record.meetings(story.meetingIds.slice(0, 20)))].sort(
    (a, b) => Number(a.backgroundOnly) - Number(b.backgroundOnly) || b.reports.length - a.reports.length,
  );
  if (json) {
    const rows = story.reports.map((row) => ({ ...row, publish: rowLevel(row, room.settings) }));
    return renderJson(c, renderStory(id, rows, meetings));
  }
  const people = await readPeople(store, meetings);
  const [main] = meetings;
  const sentence = main === undefined ? undefined : meetingSentence(main, people, tr);
  return renderPage(
    c,
    <Layout
      room={room}
      title={sentence ?? titleText(story.lead, tr, 160)}
      noindex
      json={`/stories/${encodeURIComponent(id)}.json`}
    >
      <header class="room-head">
        <p class="kicker">
          {tr.t('story.kicker')} {main !== undefined && <PairLink sides={main.sides} tr={tr} />}
        </p>
        {sentence !== undefined && main !== undefined ? (
          <h1>
            <a href={meetingPath(main)}>{sentence}</a>
          </h1>
        ) : (
          <h1 lang={languageTag(story.lead.language)} dir={directionOf(story.lead.language)}>
            {titleText(story.lead, tr, 300)}
          </h1>
        )}
        <p class="meta num figures-line">
          <span>{tr.t('count.articles', { count: story.articles })}</span>
          <span>{tr.t('count.dispatches', { count: story.dispatches })}</span>
          <span>{tr.t('count.outlets', { count: story.outlets })}</span>
          <span>
            {joinList(
              story.languages.map((language) => languageName(language, tr)),
              tr,
            )}
          </span>
        </p>
      </header>
      <div class="meeting-body">
        <Dispatches story={story} room={room} />
        <aside class="margin" aria-label={tr.t('story.margin')}>
          <MeetingsOfStory meetings={meetings} people={people} tr={tr} />
        </aside>
      </div>
    </Layout>,
  );
}

/** Reports under the text that they print: who copied is seen at once. */
function Dispatches({ story, room }: { story: Story; room: Room }): JSX.Element {
  const { tr } = room;
  const groups = new Map<string, ArticleRow[]>();
  for (const row of story.reports) {
    const key = row.dispatchId ?? row.id;
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return (
    <div class="dispatches">
      {[...groups.values()].map((rows, index) => (
        <section>
          <h2>
            {tr.t('story.dispatch', { number: index + 1 })}{' '}
            <span class="meta">
              {rows.length === 1 ? tr.t('story.only-here') : tr.t('story.printed-by', { count: rows.length })}
            </span>
          </h2>
          <ArticleList rows={rows} tr={tr} settings={room.settings} standfirsts={index === 0} />
        </section>
      ))}
    </div>
  );
}

function MeetingsOfStory(props: { meetings: readonly Meeting[]; people: PeopleById; tr: Translator }): JSX.Element {
  const { meetings, people, tr } = props;
  return (
    <section class="card" aria-labelledby="meetings-title">
      <h2 id="meetings-title">{tr.t('story.meetings')}</h2>
      {meetings.length === 0 ? (
        <p class="meta">{tr.t('story.no-meetings')}</p>
      ) : (
        <ul class="plain">
          {meetings.map((meeting) => (
            <li>
              <a href={meetingPath(meeting)}>{meetingSentence(meeting, people, tr)}</a>{' '}
              <StatusTag status={meeting.status} type={meeting.type} tr={tr} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
