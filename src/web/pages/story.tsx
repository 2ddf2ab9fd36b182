import type { JSX } from 'hono/jsx/jsx-runtime';
import { printedBefore } from '../../core/compare/printed-before.ts';
import type { Meeting } from '../../core/model/record.ts';
import type { ArticleRow, Story } from '../../store/store.ts';
import { feedsOf } from '../alternates.ts';
import { meetingsOfStory, storyData } from '../data/story-data.ts';
import { problemOf, respondData, respondProblem } from '../errors.tsx';
import type { Translator } from '../i18n.ts';
import { splitJson } from '../json-twin.ts';
import { findOnlyOne } from '../only-one.ts';
import { readPeople } from '../people-of.ts';
import { CopyGraph, CopyTable } from '../pictures/copy-graph.tsx';
import { renderPage } from '../render.ts';
import type { Room, WebContext } from '../room.ts';
import { clipText, directionOf } from '../shown-text.ts';
import { copiesIn, readStoryTexts, relationsIn, type StoryText } from '../story-texts.ts';
import { ArticleList, articlePath, languageName, titleText } from '../views/article-list.tsx';
import { History } from '../views/history.tsx';
import { Layout } from '../views/layout.tsx';
import { meetingPath } from '../views/meeting-list.tsx';
import { OnlyOneSection } from '../views/only-one.tsx';
import { PairLink } from '../views/pair-link.tsx';
import { languageTag } from '../views/quotations.tsx';
import { StatusTag } from '../views/status.tsx';
import { TextRelations } from '../views/text-relations.tsx';
import { dayText } from '../wording/days.ts';
import { joinList, meetingSentence } from '../wording/meeting-sentence.ts';
import type { PeopleById } from '../wording/people.ts';

/** Stories that are named on the page of one that they took reports from. */
const shownElsewhere = 8;

function storyPath(id: string): string {
  return `/stories/${encodeURIComponent(id)}`;
}

/** `/stories/:id`: one event as every outlet tells it. */
export async function storyPage(c: WebContext): Promise<Response> {
  const room = c.get('room');
  const { store, tr } = room;
  const { id, json } = splitJson(c.req.param('id') ?? '');
  if (json) return respondData(c, await storyData(room, id), (to) => `${storyPath(to)}.json`);
  const story = await store.articles.getStory(id, { preferLanguage: tr.language });
  const moved = await store.articles.storyMoves(id);
  if (story === undefined) {
    const [into] = moved;
    if (into === undefined) return respondProblem(c, problemOf('not-found'));
    return c.redirect(storyPath(into.storyId), 301);
  }
  const meetings = await meetingsOfStory(store, story);
  const people = await readPeople(store, meetings);
  const texts = await readStoryTexts(store, story.reports, room.settings);
  const only = findOnlyOne(texts);
  const decisions = await store.decisions.list({ story: { id, articles: story.reports.map((row) => row.id) } });
  const elsewhere: Story[] = [];
  for (const { storyId } of moved.slice(0, shownElsewhere)) {
    const other = await store.articles.getStory(storyId, { preferLanguage: tr.language });
    if (other !== undefined) elsewhere.push(other);
  }
  const [main] = meetings;
  const sentence = main === undefined ? undefined : meetingSentence(main, people, tr);
  return renderPage(
    c,
    <Layout
      room={room}
      title={sentence ?? titleText(story.lead, tr, 160)}
      noindex
      json={`${storyPath(id)}.json`}
      feeds={feedsOf(storyPath(id))}
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
        <FirstToPublish story={story} tr={tr} />
        <MovedElsewhere stories={elsewhere} tr={tr} />
      </header>
      <div class="meeting-body">
        <div>
          <Dispatches story={story} room={room} />
          <CopiesOfStory texts={texts} tr={tr} />
          <TextRelations texts={texts} relations={relationsIn(texts)} tr={tr} />
          <OnlyOneSection only={only} tr={tr} />
        </div>
        <aside class="margin" aria-label={tr.t('story.margin')}>
          <MeetingsOfStory meetings={meetings} people={people} tr={tr} />
          <History changes={[]} decisions={decisions} tr={tr} />
        </aside>
      </div>
    </Layout>,
  );
}

/** Stories that took some of its reports: whoever comes by an old address finds them. */
function MovedElsewhere({ stories, tr }: { stories: readonly Story[]; tr: Translator }): JSX.Element | null {
  if (stories.length === 0) return null;
  return (
    <nav class="moved-elsewhere" aria-label={tr.t('story.moved')}>
      <p class="meta">{tr.t('story.moved')}</p>
      <ul class="plain">
        {stories.map(({ storyId, lead }) => (
          <li>
            <a href={storyPath(storyId)} lang={languageTag(lead.language)} dir={directionOf(lead.language)}>
              {titleText(lead, tr, 160)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The one report that was surely printed before every other; nothing when two may have been first. */
function FirstToPublish({ story, tr }: { story: Story; tr: Translator }): JSX.Element | null {
  const { reports } = story;
  const first = reports.find((row) =>
    reports.every((other) => other === row || printedBefore(row.published, other.published)),
  );
  if (first === undefined || reports.length < 2) return null;
  return (
    <p class="meta">
      {tr.rich('story.first', {
        outlet: (
          <a href={articlePath(first.id)}>
            <bdi>{clipText(first.outletName ?? tr.t('article.unknown-outlet'), 80)}</bdi>
          </a>
        ),
        day: dayText(first.published ?? '', tr) ?? '',
      })}
    </p>
  );
}

function CopiesOfStory({ texts, tr }: { texts: readonly StoryText[]; tr: Translator }): JSX.Element | null {
  const edges = copiesIn(texts).slice(0, 30);
  const rows = texts.map(({ row }) => row);
  if (edges.length === 0) return null;
  return (
    <div class="copying">
      <h2>{tr.t('story.graph')}</h2>
      <section class="picture-frame" aria-label={tr.t('story.graph')} tabindex={0}>
        <CopyGraph edges={edges} rows={rows} tr={tr} />
      </section>
      <details class="behind">
        <summary>{tr.t('story.graph-table')}</summary>
        <CopyTable edges={edges} rows={rows} tr={tr} />
      </details>
    </div>
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
