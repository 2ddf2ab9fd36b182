import type { JSX } from 'hono/jsx/jsx-runtime';
import { hasCalendarDay } from '../../core/export/icalendar.ts';
import type { Meeting, Topic } from '../../core/model/record.ts';
import { renderDossier } from '../../schemas/dossier.ts';
import type { MeetingQuery, PairRow, Store } from '../../store/store.ts';
import { alternatesOf } from '../alternates.ts';
import { readPhrases } from '../dossier-phrases.ts';
import { problemOf, respondProblem } from '../errors.tsx';
import type { MessageKey, Translator } from '../i18n.ts';
import { splitJson } from '../json-twin.ts';
import { readPeople } from '../people-of.ts';
import { Timeline } from '../pictures/timeline.tsx';
import { renderJson, renderPage } from '../render.ts';
import type { WebContext } from '../room.ts';
import { ArticleList } from '../views/article-list.tsx';
import { FirstTimes, Phrases } from '../views/dossier-novelty.tsx';
import { Layout } from '../views/layout.tsx';
import { MeetingTable, meetingPath } from '../views/meeting-list.tsx';
import { ParticipantName } from '../views/names.tsx';
import { byWeight, OutcomeTag, OutcomeText, Tellings } from '../views/outcomes.tsx';
import { pairPath } from '../views/pair-link.tsx';
import { StatusTag } from '../views/status.tsx';
import { dayText } from '../wording/days.ts';
import { whenText } from '../wording/meeting-sentence.ts';
import type { PeopleById } from '../wording/people.ts';
import { pairText } from '../wording/places.ts';

/** A dossier on one page: more meetings than this are for the record table. */
const meetingsRead = 300;
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
  const match = /^([A-Za-z]{2})-([A-Za-z]{2})$/.exec(id);
  if (match === null) return respondProblem(c, problemOf('not-found'));
  const [a = '', b = ''] = [match[1] ?? '', match[2] ?? ''].map((code) => code.toUpperCase()).sort();
  const path = pairPath(a, b);
  if (id !== `${a}-${b}`) return c.redirect(json ? `${path}.json` : path, 301);
  const meetings = await readAll(store, { pair: [a, b], includeBackground: true });
  if (meetings.length === 0) return respondProblem(c, problemOf('not-found'));
  if (json) return renderJson(c, renderDossier([a, b], meetings));

  const people = await readPeople(store, meetings);
  const articleIds = [...new Set(meetings.flatMap((meeting) => meeting.reports.map((report) => report.articleId)))];
  const articles = await store.articles.rows(articleIds.slice(0, articlesShown));
  const phrases = await readPhrases(store, articleIds, meetings, room.settings);
  const title = tr.t('dossier.title', { pair: pairText([a, b], tr) });
  return renderPage(
    c,
    <Layout
      room={room}
      title={title}
      description={tr.t('dossier.description', { pair: pairText([a, b], tr) })}
      json={`${path}.json`}
      alternates={alternatesOf(path, meetings.some(hasCalendarDay), tr)}
    >
      <header class="room-head">
        <p class="kicker">{tr.t('dossier.kicker')}</p>
        <h1>{pairText([a, b], tr)}</h1>
        <Figures meetings={meetings} articles={articleIds.length} tr={tr} />
      </header>
      <TimelineSection meetings={meetings} people={people} tr={tr} />
      <div class="dossier-body">
        <div>
          <Promises meetings={meetings} tr={tr} />
          <FirstTimes meetings={meetings} tr={tr} />
          <Phrases phrases={phrases} tr={tr} />
        </div>
        <div class="margin">
          <Topics meetings={meetings} tr={tr} />
          <People meetings={meetings} people={people} tr={tr} />
        </div>
      </div>
      <section aria-labelledby="articles-title">
        <h2 id="articles-title">{tr.t('dossier.articles')}</h2>
        <ArticleList class="in-columns" rows={articles} tr={tr} settings={room.settings} />
        {articleIds.length > articlesShown && (
          <p class="meta">{tr.t('dossier.more-articles', { count: articleIds.length - articlesShown })}</p>
        )}
      </section>
    </Layout>,
  );
}

/** Pages through a list up to the limit of one dossier. */
export async function readAll(store: Store, query: MeetingQuery): Promise<Meeting[]> {
  const meetings: Meeting[] = [];
  let cursor: string | undefined;
  do {
    const page = await store.record.listMeetings({ ...query, limit: 100, ...(cursor === undefined ? {} : { cursor }) });
    meetings.push(...page.items);
    cursor = page.next;
  } while (cursor !== undefined && meetings.length < meetingsRead);
  return meetings.slice(0, meetingsRead);
}

function Figures(props: { meetings: readonly Meeting[]; articles: number; tr: Translator }): JSX.Element {
  const { meetings, tr } = props;
  const outcomes = meetings.flatMap((meeting) => meeting.outcomes);
  const figures = [
    { value: meetings.filter((meeting) => meeting.status === 'held').length, key: 'figure.held' },
    { value: meetings.filter((meeting) => meeting.status === 'planned').length, key: 'figure.planned' },
    { value: outcomes.filter((outcome) => outcome.strength !== 'courtesy').length, key: 'figure.promises' },
    { value: outcomes.filter((outcome) => outcome.kind === 'signed').length, key: 'figure.signed' },
    { value: props.articles, key: 'figure.articles' },
  ] as const;
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

export function TimelineSection(props: {
  meetings: readonly Meeting[];
  people: PeopleById;
  tr: Translator;
}): JSX.Element {
  const { meetings, people, tr } = props;
  return (
    <section class="timeline-section" aria-labelledby="timeline-title">
      <h2 id="timeline-title">{tr.t('timeline.title')}</h2>
      <section class="picture-frame" aria-label={tr.t('timeline.region')} tabindex={0}>
        <Timeline
          meetings={meetings}
          people={people}
          tr={tr}
          title={tr.t('timeline.label', { count: meetings.length })}
        />
      </section>
      <Legend meetings={meetings} tr={tr} />
      {meetings.length >= meetingsRead && (
        <p class="publish-note">{tr.t('timeline.cut', { count: meetings.length })}</p>
      )}
      <details class="behind" open={meetings.length <= 12}>
        <summary>{tr.t('timeline.table')}</summary>
        <MeetingTable meetings={meetings} people={people} tr={tr} caption={tr.t('timeline.caption')} withoutPair />
      </details>
    </section>
  );
}

function Legend({ meetings, tr }: { meetings: readonly Meeting[]; tr: Translator }): JSX.Element {
  const seen = new Map(meetings.map((meeting) => [`${meeting.type} ${meeting.status}`, meeting]));
  return (
    <ul class="legend plain">
      {[...seen.values()].slice(0, 10).map((meeting) => (
        <li>
          <StatusTag status={meeting.status} type={meeting.type} tr={tr} />
          <span class="type">{tr.t(`type.${meeting.type}` as MessageKey)}</span>
        </li>
      ))}
      {meetings.some((meeting) => meeting.outcomes.some((outcome) => outcome.strength !== 'courtesy')) && (
        <li>
          <svg class="sign" width="14" height="14" viewBox="-9 -9 18 18" aria-hidden="true" focusable="false">
            <g class="mark">
              <path class="agreed" d="M-7 4H7" />
            </g>
          </svg>
          {tr.t('timeline.agreed')}
        </li>
      )}
    </ul>
  );
}

/** What was promised, by which paper, when. */
export function Promises(props: { meetings: readonly Meeting[]; tr: Translator }): JSX.Element {
  const { meetings, tr } = props;
  const promising = meetings.filter((meeting) => meeting.outcomes.length > 0);
  return (
    <section class="promises" aria-labelledby="promises-title">
      <h2 id="promises-title">{tr.t('dossier.promises')}</h2>
      {promising.length === 0 ? (
        <p class="meta">{tr.t('dossier.promises-none')}</p>
      ) : (
        <table>
          <thead>
            <tr>
              <th scope="col">{tr.t('promise.said-on')}</th>
              <th scope="col">{tr.t('promise.what')}</th>
            </tr>
          </thead>
          <tbody>
            {promising.map((meeting) => (
              <tr>
                <th scope="row" class="num day">
                  <a href={meetingPath(meeting)}>{whenText(meeting.when, tr, 'short')}</a>
                </th>
                <td>
                  <ul class="plain">
                    {byWeight(meeting, tr).map((outcome) => (
                      <li>
                        <OutcomeTag outcome={outcome} tr={tr} />{' '}
                        <OutcomeText text={outcome.text} limit={260} language={outcome.language} />
                        <Tellings outcome={outcome} tr={tr} />
                      </li>
                    ))}
                  </ul>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

export function Topics({ meetings, tr }: { meetings: readonly Meeting[]; tr: Translator }): JSX.Element | null {
  const counts = new Map<Topic, number>();
  for (const meeting of meetings) {
    for (const { topic } of meeting.topics) counts.set(topic, (counts.get(topic) ?? 0) + 1);
  }
  if (counts.size === 0) return null;
  const most = Math.max(...counts.values());
  return (
    <section class="card" aria-labelledby="topics-title">
      <h2 id="topics-title">{tr.t('dossier.topics')}</h2>
      <ul class="bars plain">
        {[...counts]
          .sort((a, b) => b[1] - a[1])
          .map(([topic, count]) => (
            <li>
              <a href={`/record?topic=${topic}`}>{tr.t(`topic.${topic}` as MessageKey)}</a>
              <svg class="bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true" focusable="false">
                <rect width={Math.round((count / most) * 100)} height="6" />
              </svg>
              <span class="num">{count}</span>
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
