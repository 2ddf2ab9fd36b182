import type { JSX } from 'hono/jsx/jsx-runtime';
import { hasCalendarDay } from '../../core/export/icalendar.ts';
import type { Meeting } from '../../core/model/record.ts';
import type { MeetingFacets, PairRow } from '../../store/store.ts';
import { alternatesOf, feedsOf, markdownOf } from '../alternates.ts';
import { cardPath } from '../cards/card-path.ts';
import { dossierData } from '../data/dossier-data.ts';
import { meetingsOfPhrases, readPhrases } from '../dossier-phrases.ts';
import { problemOf, respondData, respondProblem } from '../errors.tsx';
import { readFirstTimes } from '../first-times.ts';
import type { MessageKey, Translator } from '../i18n.ts';
import { splitJson } from '../json-twin.ts';
import { openListEvidence } from '../list-evidence.ts';
import { parsePair } from '../parse-pair.ts';
import { readPeople } from '../people-of.ts';
import { PeopleNetwork } from '../pictures/people-network.tsx';
import { TopicsOverTime } from '../pictures/topics-over-time.tsx';
import { mostMeetings, readAll } from '../read-meetings.ts';
import { filterAddress, type RecordFilters } from '../record-filters.ts';
import { renderPage } from '../render.ts';
import type { Room, WebContext } from '../room.ts';
import { Announced } from '../views/announced.tsx';
import { ArticleList } from '../views/article-list.tsx';
import { FirstTimes, Phrases } from '../views/dossier-novelty.tsx';
import { KeepButton } from '../views/keep-button.tsx';
import { Layout } from '../views/layout.tsx';
import { MapSection } from '../views/map-section.tsx';
import { ParticipantName } from '../views/names.tsx';
import { pairPath } from '../views/pair-link.tsx';
import { Promises } from '../views/promises.tsx';
import { TimelineSection } from '../views/timeline-section.tsx';
import { dayText } from '../wording/days.ts';
import type { PeopleById } from '../wording/people.ts';
import { pairText } from '../wording/places.ts';

const articlesShown = 20;

/** `/dossiers`: every pair of countries with a meeting. */
export async function dossiersPage(c: WebContext): Promise<Response> {
  const room = c.get('room');
  const { tr } = room;
  const pairs = [...(await room.store.record.listPairs())].sort((a, b) =>
    (b.lastDay ?? '').localeCompare(a.lastDay ?? ''),
  );
  return renderPage(
    c,
    <Layout room={room} title={tr.t('dossiers.title')} description={tr.t('dossiers.text')}>
      <header class="room-head">
        <h1>{tr.t('dossiers.title')}</h1>
        <p class="standfirst">{tr.t('dossiers.text')}</p>
      </header>
      {pairs.length === 0 ? <p>{tr.t('dossiers.none')}</p> : <PairList pairs={pairs} tr={tr} />}
    </Layout>,
  );
}

function PairList({ pairs, tr }: { pairs: readonly PairRow[]; tr: Translator }): JSX.Element {
  return (
    <ul class="pairs plain">
      {pairs.map((row) => (
        <li>
          <a class="headline" href={pairPath(row.pair[0], row.pair[1])}>
            {pairText(row.pair, tr)}
          </a>
          <p class="meta num figures-line">
            <span>{tr.t('count.meetings', { count: row.meetings })}</span>
            <span>{tr.t('count.outcomes', { count: row.outcomes })}</span>
            <span>{tr.t('count.articles', { count: row.articles })}</span>
            {row.lastDay !== undefined && (
              <span>{tr.t('dossiers.last', { day: dayText(row.lastDay, tr, 'short') ?? '' })}</span>
            )}
          </p>
        </li>
      ))}
    </ul>
  );
}

/** `/dossiers/AA-BB`: two countries, everything in order. */
export async function dossierPage(c: WebContext): Promise<Response> {
  const room = c.get('room');
  const { store, tr } = room;
  const { id, json } = splitJson(c.req.param('id') ?? '');
  const pair = parsePair(id);
  if (pair === undefined) return respondProblem(c, problemOf('not-found'));
  const [a, b] = pair;
  const path = pairPath(a, b);
  if (id !== `${a}-${b}`) return c.redirect(json ? `${path}.json` : path, 301);
  if (json) return respondData(c, await dossierData(room, pair));
  const meetings = await readAll(store, { pair, includeBackground: true });
  if (meetings.length === 0) return respondProblem(c, problemOf('not-found'));

  const people = await readPeople(store, meetings);
  const evidence = await openListEvidence(room, meetings);
  const articleIds = [...new Set(meetings.flatMap((meeting) => meeting.reports.map((report) => report.articleId)))];
  const articles = await store.articles.rows(articleIds.slice(0, articlesShown));
  const phrases = await readPhrases(store, meetings, room.settings);
  const firsts = await readFirstTimes(store, { pair: [a, b] }, meetings);
  const facets = await store.record.meetingFacets({ pair: [a, b] });
  const filters: RecordFilters = { pair: `${a}-${b}` };
  const isCut = meetings.length >= mostMeetings;
  const title = tr.t('dossier.title', { pair: pairText([a, b], tr) });
  return renderPage(
    c,
    <Layout
      room={room}
      title={title}
      card={cardPath(tr, 'dossiers', `${a}-${b}`)}
      description={tr.t('dossier.description', { pair: pairText([a, b], tr) })}
      json={`${path}.json`}
      feeds={feedsOf(path)}
      alternates={[...alternatesOf(path, meetings.some(hasCalendarDay), tr), markdownOf(path)]}
    >
      <header class="room-head">
        <p class="kicker">{tr.t('dossier.kicker')}</p>
        <h1>{pairText([a, b], tr)}</h1>
        <Figures
          figures={isCut ? await allFigures(room, pair, facets) : figuresOf(meetings, articleIds.length)}
          tr={tr}
        />
        <KeepButton path={path} tr={tr} />
        <p class="meta figures-line on-screen">
          <a href={`${path}/digest`}>{tr.t('digest.link')}</a> <a href={`${path}/briefing`}>{tr.t('briefing.link')}</a>
        </p>
      </header>
      <TimelineSection
        meetings={meetings}
        people={people}
        evidence={evidence}
        facets={facets}
        filters={filters}
        tr={tr}
      />
      <div class="dossier-body">
        <div>
          <Promises meetings={meetings} evidence={evidence} tr={tr} />
          <Announced
            meetings={meetings}
            people={people}
            evidence={evidence}
            today={room.now.toISOString().slice(0, 10)}
            tr={tr}
          />
          <FirstTimes firsts={firsts} meetings={meetings} evidence={evidence} tr={tr} />
          <Phrases
            phrases={phrases}
            newest={meetings.length > meetingsOfPhrases ? meetingsOfPhrases : undefined}
            tr={tr}
          />
        </div>
        <div class="margin">
          <Topics facets={facets} filters={filters} tr={tr} />
          <People meetings={meetings} people={people} tr={tr} />
        </div>
      </div>
      <TopicsOverTime meetings={meetings} tr={tr} />
      <PeopleNetwork meetings={meetings} pair={[a, b]} people={people} tr={tr} />
      <MapSection facets={facets} filters={filters} room={room} />
      <section aria-labelledby="articles-title">
        <h2 id="articles-title">{tr.t('dossier.articles')}</h2>
        <ArticleList class="in-columns" rows={articles} tr={tr} settings={room.settings} />
        {articleIds.length > articlesShown && !isCut && (
          <p class="meta">{tr.t('dossier.more-articles', { count: articleIds.length - articlesShown })}</p>
        )}
      </section>
    </Layout>,
  );
}

interface Figure {
  readonly value: number;
  readonly key: 'figure.held' | 'figure.planned' | 'figure.promises' | 'figure.signed' | 'figure.articles';
}

function figuresOf(meetings: readonly Meeting[], articles: number): Figure[] {
  const outcomes = meetings.flatMap((meeting) => meeting.outcomes);
  return [
    { value: meetings.filter((meeting) => meeting.status === 'held').length, key: 'figure.held' },
    { value: meetings.filter((meeting) => meeting.status === 'planned').length, key: 'figure.planned' },
    { value: outcomes.filter((outcome) => outcome.strength !== 'courtesy').length, key: 'figure.promises' },
    { value: outcomes.filter((outcome) => outcome.kind === 'signed').length, key: 'figure.signed' },
    { value: articles, key: 'figure.articles' },
  ];
}

/** Of a dossier that is not read whole: what is counted of all of it. */
async function allFigures(
  { store }: Room,
  pair: readonly [string, string],
  { statuses }: Pick<MeetingFacets, 'statuses'>,
): Promise<Figure[]> {
  const count = (status: string) => statuses.find(({ value }) => value === status)?.meetings ?? 0;
  const row = (await store.record.listPairs()).find((one) => one.pair.join() === pair.join());
  return [
    { value: count('held'), key: 'figure.held' },
    { value: count('planned'), key: 'figure.planned' },
    { value: row?.articles ?? 0, key: 'figure.articles' },
  ];
}

function Figures({ figures, tr }: { figures: readonly Figure[]; tr: Translator }): JSX.Element {
  return (
    <dl class="figures num">
      {figures
        .filter(({ value }, index) => index === 0 || value > 0)
        .map(({ value, key }) => (
          <div>
            <dt>{tr.t(key, { count: value })}</dt>
            <dd>{value.toLocaleString(tr.locale)}</dd>
          </div>
        ))}
    </dl>
  );
}

function Topics(props: {
  facets: Pick<MeetingFacets, 'topics'>;
  filters: RecordFilters;
  tr: Translator;
}): JSX.Element | null {
  const { filters, tr } = props;
  const { topics } = props.facets;
  if (topics.length === 0) return null;
  const most = Math.max(...topics.map(({ meetings }) => meetings));
  return (
    <section class="card" aria-labelledby="topics-title">
      <h2 id="topics-title">{tr.t('dossier.topics')}</h2>
      <ul class="bars plain">
        {topics.map(({ value, meetings }) => (
          <li>
            <a href={filterAddress('/record', { ...filters, topic: value })}>{tr.t(`topic.${value}` as MessageKey)}</a>
            <svg class="bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true" focusable="false">
              <rect width={Math.round((meetings / most) * 100)} height="6" />
            </svg>
            <span class="num">{meetings.toLocaleString(tr.locale)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function People(props: { meetings: readonly Meeting[]; people: PeopleById; tr: Translator }): JSX.Element | null {
  const { meetings, people, tr } = props;
  const times = new Map<
    string,
    { participant: Meeting['sides'][number]['participants'][number]; country: string; count: number }
  >();
  for (const meeting of meetings) {
    for (const side of meeting.sides) {
      for (const participant of side.participants) {
        if (participant.personId === undefined || !people.has(participant.personId)) continue;
        const known = times.get(participant.personId);
        if (known === undefined) times.set(participant.personId, { participant, country: side.country, count: 1 });
        else known.count += 1;
      }
    }
  }
  if (times.size === 0) return null;
  return (
    <section class="card" aria-labelledby="people-title">
      <h2 id="people-title">{tr.t('dossier.people')}</h2>
      <ul class="plain people">
        {[...times.values()]
          .sort((a, b) => b.count - a.count)
          .slice(0, 12)
          .map(({ participant, country, count }) => (
            <li>
              <ParticipantName participant={participant} people={people} tr={tr} country={country} />
              <span class="meta num"> · {tr.t('count.meetings', { count })}</span>
            </li>
          ))}
      </ul>
    </section>
  );
}
