import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Meeting } from '../../core/model/record.ts';
import type { ArticleRow, PairRow, StoryRow } from '../../store/store.ts';
import { feedsOf } from '../alternates.ts';
import type { Translator } from '../i18n.ts';
import { readPeople } from '../people-of.ts';
import { rowLevel } from '../published-article.ts';
import { isOpen, PollBox } from '../readers/polls-pages.tsx';
import { renderPage } from '../render.ts';
import type { Room, WebContext } from '../room.ts';
import { clipText, directionOf } from '../shown-text.ts';
import { ArticleLink, languageName, titleText } from '../views/article-list.tsx';
import { Layout } from '../views/layout.tsx';
import { meetingPath } from '../views/meeting-list.tsx';
import { byWeight, OutcomeTag, OutcomeText } from '../views/outcomes.tsx';
import { Kicker, PairLink, pairPath } from '../views/pair-link.tsx';
import { languageTag } from '../views/quotations.tsx';
import { dayText } from '../wording/days.ts';
import { joinList, meetingSentence, whenText } from '../wording/meeting-sentence.ts';
import type { PeopleById } from '../wording/people.ts';
import { countryText } from '../wording/places.ts';

const storiesShown = 9;
const tickerLength = 12;

/** `/`: what happened, what was agreed, where things move. */
export async function frontPage(c: WebContext): Promise<Response> {
  const room = c.get('room');
  const { store, tr } = room;
  const latest = (await store.articles.list({ limit: 60 })).items;
  if (latest.length === 0) return renderPage(c, <EmptyFront room={room} />);

  const stories = (await store.articles.listStories({ limit: storiesShown, preferLanguage: tr.language })).items;
  const meetings = await store.record.meetings([...new Set(stories.flatMap((story) => story.meetingIds.slice(0, 3)))]);
  const agreed = await store.record.latestOutcomes(6);
  const pairs = await store.record.listPairs();
  const poll = (await store.readers.polls.list(5)).find((one) => isOpen(one, room.now));
  const people = await readPeople(store, [...meetings, ...agreed]);
  const byId = new Map(meetings.map((meeting) => [meeting.id, meeting]));
  const told = stories.map((story) => ({ story, meeting: mainMeeting(story, byId) }));
  const [lead, ...others] = widestFirst(told);
  const reports = lead === undefined ? undefined : await store.articles.getStory(lead.story.storyId);
  const alsoBy = oneAnOutlet(
    (reports?.reports ?? []).filter(
      (row) => row.id !== lead?.story.lead.id && row.outletId !== lead?.story.lead.outletId,
    ),
  ).slice(0, 4);

  return renderPage(
    c,
    <Layout
      room={room}
      front
      feeds={feedsOf('/feed')}
      description={tr.t('site.description')}
      ticker={<Ticker rows={oneAnOutlet(latest).slice(0, tickerLength)} tr={tr} />}
    >
      <h1 class="hidden">{tr.t('front.title')}</h1>
      <div class="front">
        <div class="stories">
          {lead !== undefined && <LeadStory told={lead} alsoBy={alsoBy} people={people} room={room} />}
          <div class="others">
            {others.map((other) => (
              <OtherStory told={other} people={people} room={room} />
            ))}
          </div>
        </div>
        <div class="side">
          <AgreedLately meetings={agreed} tr={tr} />
          <MovingDossiers pairs={pairs} tr={tr} />
          {poll !== undefined && <PollBox poll={poll} now={room.now} tr={tr} />}
        </div>
      </div>
      <LatestByOutlet rows={latest} room={room} />
    </Layout>,
  );
}

interface ToldStory {
  readonly story: StoryRow;
  readonly meeting: Meeting | undefined;
}

function mainMeeting(story: StoryRow, byId: ReadonlyMap<string, Meeting>): Meeting | undefined {
  return story.meetingIds
    .map((id) => byId.get(id))
    .filter((meeting): meeting is Meeting => meeting !== undefined)
    .sort((a, b) => Number(a.backgroundOnly) - Number(b.backgroundOnly) || b.reports.length - a.reports.length)[0];
}

/** The story that most outlets print leads; the others keep their order, the newest first. */
function widestFirst(stories: readonly ToldStory[]): ToldStory[] {
  const weight = ({ story }: ToldStory): number => story.outlets * 2 + story.dispatches + story.languages.length;
  const lead = [...stories].sort((a, b) => weight(b) - weight(a))[0];
  return lead === undefined ? [] : [lead, ...stories.filter((story) => story !== lead)];
}

function oneAnOutlet(rows: readonly ArticleRow[]): ArticleRow[] {
  const seen = new Set<string>();
  return rows.filter((row) => {
    const outlet = row.outletId ?? row.id;
    if (seen.has(outlet)) return false;
    seen.add(outlet);
    return true;
  });
}

/** Stands still: a line that moves by itself is harder to read than one that can be pushed along. */
function Ticker({ rows, tr }: { rows: readonly ArticleRow[]; tr: Translator }): JSX.Element {
  return (
    <section class="ticker" aria-labelledby="ticker-title">
      <div class="wrap">
        <h2 id="ticker-title">{tr.t('ticker.title')}</h2>
        <ul>
          {rows.map((row) => (
            <li>
              <a
                href={`/articles/${encodeURIComponent(row.id)}`}
                lang={languageTag(row.language)}
                dir={directionOf(row.language)}
              >
                {titleText(row, tr, 90)}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}

function LeadStory(props: {
  told: ToldStory;
  alsoBy: readonly ArticleRow[];
  people: PeopleById;
  room: Room;
}): JSX.Element {
  const { told, alsoBy, people, room } = props;
  const { tr } = room;
  const { story, meeting } = told;
  const [outcome] = meeting === undefined ? [] : byWeight(meeting, tr);
  const showStandfirst = story.lead.standfirst !== undefined && rowLevel(story.lead, room.settings) !== 'facts';
  return (
    <article class="lead">
      {meeting !== undefined && <Kicker meeting={meeting} tr={tr} />}
      <h2>
        <StoryLink story={story} limit={220} tr={tr} />
      </h2>
      {showStandfirst && (
        <p class="standfirst" lang={languageTag(story.lead.language)} dir={directionOf(story.lead.language)}>
          {clipText(story.lead.standfirst ?? '', 320)}
        </p>
      )}
      {meeting !== undefined && (
        <div class="in-record">
          <p>
            <span class="label">{tr.t('front.in-the-record')}</span>{' '}
            <a href={meetingPath(meeting)}>{meetingSentence(meeting, people, tr)}</a>
          </p>
          {outcome !== undefined && (
            <p>
              <OutcomeTag outcome={outcome} tr={tr} />{' '}
              <OutcomeText text={outcome.text} limit={240} language={outcome.language} />
            </p>
          )}
        </div>
      )}
      <StoryFigures story={story} meeting={meeting} tr={tr} />
      {alsoBy.length > 0 && (
        <section class="also-by" aria-labelledby="also-by-title">
          <h3 id="also-by-title">{tr.t('story.told-by')}</h3>
          <ul class="plain">
            {alsoBy.map((row) => (
              <li>
                <span class="meta">
                  <bdi>{clipText(row.outletName ?? tr.t('article.unknown-outlet'), 60)}</bdi>
                </span>
                <ArticleLink row={row} tr={tr} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </article>
  );
}

function OtherStory({ told, people, room }: { told: ToldStory; people: PeopleById; room: Room }): JSX.Element {
  const { story, meeting } = told;
  const { tr } = room;
  return (
    <article class="other">
      {meeting !== undefined && <Kicker meeting={meeting} tr={tr} />}
      <h3>
        <StoryLink story={story} limit={160} tr={tr} />
      </h3>
      {meeting !== undefined && (
        <p class="in-record">
          <a href={meetingPath(meeting)}>{meetingSentence(meeting, people, tr)}</a>
        </p>
      )}
      <StoryFigures story={story} meeting={meeting} tr={tr} />
    </article>
  );
}

function StoryLink({ story, limit, tr }: { story: StoryRow; limit: number; tr: Translator }): JSX.Element {
  const { lead } = story;
  return (
    <a
      href={`/stories/${encodeURIComponent(story.storyId)}`}
      lang={languageTag(lead.language)}
      dir={directionOf(lead.language)}
    >
      {titleText(lead, tr, limit)}
    </a>
  );
}

function StoryFigures(props: { story: StoryRow; meeting: Meeting | undefined; tr: Translator }): JSX.Element {
  const { story, meeting, tr } = props;
  const day = dayText(story.lastDay, tr, 'short');
  return (
    <p class="meta num figures-line">
      {day !== undefined && <span>{day}</span>}
      <span>{tr.t('count.dispatches', { count: story.dispatches })}</span>
      <span>{tr.t('count.outlets', { count: story.outlets })}</span>
      <span
        title={joinList(
          story.languages.map((language) => languageName(language, tr)),
          tr,
        )}
      >
        {tr.t('count.languages', { count: story.languages.length })}
      </span>
      {meeting !== undefined && (
        <span class={`certainty is-${meeting.independentSources > 1 ? 'sure' : 'some'}`}>
          {tr.t('count.sources', { count: meeting.independentSources })}
        </span>
      )}
    </p>
  );
}

function AgreedLately(props: { meetings: readonly Meeting[]; tr: Translator }): JSX.Element {
  const { meetings, tr } = props;
  return (
    <section class="ledger" aria-labelledby="agreed-title">
      <h2 id="agreed-title">{tr.t('front.agreed')}</h2>
      {meetings.length === 0 ? (
        <p class="meta">{tr.t('front.agreed-none')}</p>
      ) : (
        <ol>
          {meetings.map((meeting) => {
            const [outcome] = byWeight(meeting, tr);
            return (
              <li>
                <p class="ledger-head">
                  <PairLink sides={meeting.sides} tr={tr} />
                  {outcome !== undefined && <OutcomeTag outcome={outcome} tr={tr} />}
                </p>
                {outcome !== undefined && (
                  <p>
                    <a href={meetingPath(meeting)}>
                      <OutcomeText text={outcome.text} limit={170} language={outcome.language} />
                    </a>
                  </p>
                )}
                <p class="meta num">{whenText(meeting.when, tr)}</p>
              </li>
            );
          })}
        </ol>
      )}
    </section>
  );
}

/** Three headlines an outlet, the outlets heard last first. */
function LatestByOutlet({ rows, room }: { rows: readonly ArticleRow[]; room: Room }): JSX.Element {
  const { tr } = room;
  const byOutlet = new Map<string, ArticleRow[]>();
  for (const row of rows) {
    const name = row.outletName ?? tr.t('article.unknown-outlet');
    const list = byOutlet.get(name) ?? [];
    list.push(row);
    byOutlet.set(name, list);
  }
  return (
    <section class="by-outlet" aria-labelledby="outlets-title">
      <h2 id="outlets-title">{tr.t('front.latest-by-outlet')}</h2>
      <div class="columns">
        {[...byOutlet].slice(0, 9).map(([name, list]) => (
          <section>
            <h3>
              <bdi>{clipText(name, 60)}</bdi>
            </h3>
            <ul class="plain">
              {list.slice(0, 3).map((row) => (
                <li>
                  <ArticleLink row={row} tr={tr} />
                  <span class="meta num">
                    {' '}
                    {row.published === undefined ? '' : dayText(row.published, tr, 'short')}
                  </span>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </section>
  );
}

function MovingDossiers({ pairs, tr }: { pairs: readonly PairRow[]; tr: Translator }): JSX.Element | null {
  if (pairs.length === 0) return null;
  const moving = [...pairs].sort((a, b) => (b.lastDay ?? '').localeCompare(a.lastDay ?? '')).slice(0, 8);
  return (
    <section class="moving" aria-labelledby="dossiers-title">
      <h2 id="dossiers-title">{tr.t('front.dossiers')}</h2>
      <ul class="plain">
        {moving.map(({ pair, meetings, outcomes, lastDay }) => (
          <li>
            <a href={pairPath(pair[0], pair[1])}>
              {tr.t('pair.title', { a: countryText(pair[0], tr), b: countryText(pair[1], tr) })}
            </a>
            <p class="meta num">
              {tr.t('count.meetings', { count: meetings })} · {tr.t('count.outcomes', { count: outcomes })}
              {lastDay !== undefined && <> · {dayText(lastDay, tr, 'short')}</>}
            </p>
          </li>
        ))}
      </ul>
      <p>
        <a href="/dossiers">{tr.t('front.all-dossiers')}</a>
      </p>
    </section>
  );
}

/** Nothing is in the archive yet: says what to do. */
function EmptyFront({ room }: { room: Room }): JSX.Element {
  const { tr } = room;
  return (
    <Layout room={room} front description={tr.t('site.description')}>
      <div class="notice-page">
        <h1>{tr.t('empty.title')}</h1>
        <p class="standfirst">{tr.t('empty.text')}</p>
        <dl class="commands">
          <dt>{tr.t('empty.import')}</dt>
          <dd>
            <code dir="ltr">npx rapporteur import pages/</code>
          </dd>
          <dt>{tr.t('empty.read')}</dt>
          <dd>
            <code dir="ltr">npx rapporteur read page.html</code>
          </dd>
          <dt>{tr.t('empty.check')}</dt>
          <dd>
            <code dir="ltr">npx rapporteur doctor</code>
          </dd>
        </dl>
      </div>
    </Layout>
  );
}
