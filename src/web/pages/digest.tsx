import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Meeting } from '../../core/model/record.ts';
import { feedsOf } from '../alternates.ts';
import { type Digest, type DigestScope, latestDay, type NewSentence, readDigest } from '../digest.ts';
import { problemOf, respondProblem } from '../errors.tsx';
import type { FeedItem } from '../feeds/feed-document.ts';
import type { ReadFeed } from '../feeds/feeds.ts';
import type { Translator } from '../i18n.ts';
import { type ListEvidence, openListEvidence } from '../list-evidence.ts';
import { parsePair } from '../parse-pair.ts';
import { readPeople } from '../people-of.ts';
import { renderPage } from '../render.ts';
import type { Room, WebContext } from '../room.ts';
import { cleanText, clipText, directionOf, withoutIsolates } from '../shown-text.ts';
import { Layout } from '../views/layout.tsx';
import { ListedEvidence, MeetingEvidence } from '../views/list-evidence.tsx';
import { meetingPath } from '../views/meeting-list.tsx';
import { OutcomeTag, OutcomeText } from '../views/outcomes.tsx';
import { pairPath } from '../views/pair-link.tsx';
import { languageTag } from '../views/quotations.tsx';
import { SourceName } from '../views/source-name.tsx';
import { StatusTag } from '../views/status.tsx';
import { meetingSentence } from '../wording/meeting-sentence.ts';
import type { PeopleById } from '../wording/people.ts';
import { dayPeriod, neighbour, type Period, periodAround, periodText, weekPeriod } from '../wording/periods.ts';
import { pairText } from '../wording/places.ts';

interface Digested {
  readonly scope: DigestScope;
  /** Page of what it is a digest of, and of the digests. */
  readonly home: string;
  readonly path: string;
  readonly title: string;
  /** Of the page that it is a digest of. */
  readonly homeTitle: string;
}

function digestedOf(room: Room, id: string): Digested | undefined {
  const { tr } = room;
  if (id === '')
    return {
      scope: {},
      home: '/record',
      path: '/record/digest',
      title: tr.t('digest.title-all'),
      homeTitle: tr.t('record.title'),
    };
  const pair = parsePair(id);
  if (pair === undefined) return undefined;
  const home = pairPath(...pair);
  const name = pairText(pair, tr);
  return {
    scope: { pair },
    home,
    path: `${home}/digest`,
    title: tr.t('digest.title', { pair: name }),
    homeTitle: name,
  };
}

/** `/dossiers/AA-BB/digest`, `/record/digest`: what a week (`?week=2024-03`) or a day (`?day=2024-01-19`) brought. */
export async function digestPage(c: WebContext): Promise<Response> {
  const room = c.get('room');
  const { store, tr } = room;
  const id = c.req.param('id') ?? '';
  const about = digestedOf(room, id);
  const newest = about === undefined ? undefined : await latestDay(store, about.scope);
  if (about === undefined || (newest === undefined && id !== '')) return respondProblem(c, problemOf('not-found'));
  const asked = askedPeriod(room);
  if (asked === 'wrong') return respondProblem(c, problemOf('invalid-parameter'));
  const period = asked ?? periodAround('week', newest ?? room.now.toISOString().slice(0, 10));
  if (period === undefined) return respondProblem(c, problemOf('not-found'));
  const digest = await readDigest(store, about.scope, period, room.settings);
  const meetings = [...digest.fresh, ...digest.again];
  const people = await readPeople(store, meetings);
  const evidence = await openListEvidence(room, meetings);
  const title = `${about.title}${tr.t('list.colon')}${periodText(period, tr)}`;
  return renderPage(
    c,
    <Layout room={room} title={title} description={tr.t('digest.text')} feeds={feedsOf(about.path)}>
      <div class="digest">
        <header class="room-head">
          <p class="kicker">
            <a href={about.home}>{about.homeTitle}</a>
          </p>
          <h1 class="num">{periodText(period, tr)}</h1>
          <p class="standfirst">{tr.t('digest.text')}</p>
          <p class="meta num">{tr.t('digest.articles', { count: digest.articles })}</p>
        </header>
        <Periods about={about} period={period} before={await before(room, about, period)} newest={newest} tr={tr} />
        {meetings.length === 0 && digest.sentences.length === 0 ? (
          <p class="empty">{tr.t(`digest.none-${period.unit}`)}</p>
        ) : (
          <>
            <Told title={tr.t('digest.fresh')} id="fresh" meetings={digest.fresh} {...{ people, evidence, tr }} />
            <Outcomes digest={digest} evidence={evidence} tr={tr} />
            <Sentences sentences={digest.sentences} tr={tr} />
            <Told title={tr.t('digest.again')} id="again" meetings={digest.again} {...{ people, evidence, tr }} />
          </>
        )}
      </div>
    </Layout>,
  );
}

/** A wrong period is said to be wrong: another one would pass for it. */
function askedPeriod({ query }: Room): Period | 'wrong' | undefined {
  const { day, week } = query;
  if (day === undefined && week === undefined) return undefined;
  return (day === undefined ? weekPeriod(week ?? '') : dayPeriod(day)) ?? 'wrong';
}

/** The latest period before this one that brought anything. */
async function before({ store }: Room, { scope }: Digested, period: Period): Promise<Period | undefined> {
  const previous = neighbour(period, -1);
  const day = previous === undefined ? undefined : await latestDay(store, scope, previous.to);
  return day === undefined ? undefined : periodAround(period.unit, day);
}

function periodHref({ path }: Digested, { unit, value }: Period): string {
  return `${path}?${unit}=${value}`;
}

function Periods(props: {
  about: Digested;
  period: Period;
  before: Period | undefined;
  newest: string | undefined;
  tr: Translator;
}): JSX.Element {
  const { about, period, newest, tr } = props;
  const after = neighbour(period, 1);
  const other = periodAround(period.unit === 'day' ? 'week' : 'day', newestIn(period, newest));
  return (
    <nav class="periods num" aria-label={tr.t('digest.periods')}>
      {props.before !== undefined && (
        <a rel="prev" href={periodHref(about, props.before)}>
          {tr.t('list.previous')}
          {tr.t('list.colon')}
          {periodText(props.before, tr)}
        </a>
      )}
      {after !== undefined && newest !== undefined && after.from <= newest && (
        <a rel="next" href={periodHref(about, after)}>
          {tr.t('list.next')}
          {tr.t('list.colon')}
          {periodText(after, tr)}
        </a>
      )}
      {other !== undefined && <a href={periodHref(about, other)}>{tr.t(`digest.to-${other.unit}`)}</a>}
    </nav>
  );
}

/** The last day of a period that can have brought anything. */
function newestIn({ from, to }: Period, newest: string | undefined): string {
  return newest !== undefined && newest >= from && newest < to ? newest : to;
}

function Told(props: {
  title: string;
  id: string;
  meetings: readonly Meeting[];
  people: PeopleById;
  evidence: ListEvidence;
  tr: Translator;
}): JSX.Element | null {
  const { meetings, people, evidence, tr } = props;
  if (meetings.length === 0) return null;
  return (
    <section aria-labelledby={`${props.id}-title`}>
      <h2 id={`${props.id}-title`}>{props.title}</h2>
      <ul class="told plain">
        {meetings.map((meeting) => (
          <li>
            <h3>
              <a href={meetingPath(meeting)}>{meetingSentence(meeting, people, tr)}</a>
            </h3>
            <StatusTag status={meeting.status} type={meeting.type} tr={tr} />
            <MeetingEvidence meeting={meeting} people={people} list={evidence} tr={tr} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Outcomes(props: { digest: Digest; evidence: ListEvidence; tr: Translator }): JSX.Element | null {
  const { digest, evidence, tr } = props;
  if (digest.outcomes.length === 0) return null;
  return (
    <section aria-labelledby="agreed-title">
      <h2 id="agreed-title">{tr.t('digest.agreed')}</h2>
      <ul class="told plain">
        {digest.outcomes.map(({ meeting, index, outcome }) => (
          <li>
            <OutcomeTag outcome={outcome} tr={tr} />{' '}
            <OutcomeText text={outcome.text} limit={300} language={outcome.language} />{' '}
            <ListedEvidence id={`${meeting.id}.${index}`} evidence={outcome.evidence} list={evidence} tr={tr} />
            <a class="meta" href={meetingPath(meeting)}>
              {tr.t(`type.${meeting.type}`)}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Sentences({ sentences, tr }: { sentences: readonly NewSentence[]; tr: Translator }): JSX.Element | null {
  if (sentences.length === 0) return null;
  return (
    <section aria-labelledby="sentences-title">
      <h2 id="sentences-title">{tr.t('digest.sentences')}</h2>
      <ul class="fresh plain">
        {sentences.map(({ row, text, language, changed, href }) => (
          <li>
            <blockquote lang={languageTag(language)} dir={directionOf(language)}>
              {clipText(cleanText(text), 500)}
            </blockquote>
            <p class="meta">
              <a href={href}>
                <SourceName row={row} tr={tr} />
              </a>
              {tr.t('list.comma')}
              {tr.t(changed ? 'new.mark-figure' : 'new.mark-new')}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

const weeksInFeed = 12;

/** `/dossiers/AA-BB/digest.atom`, `/record/digest.atom`: one item a week that brought anything. */
export const digestFeed: ReadFeed = async (room, id, site) => {
  const about = digestedOf(room, id);
  if (about === undefined) return undefined;
  const { store, tr } = room;
  const items: FeedItem[] = [];
  let day = await latestDay(store, about.scope);
  if (day === undefined && id !== '') return undefined;
  while (day !== undefined && items.length < weeksInFeed) {
    const period: Period | undefined = periodAround('week', day);
    if (period === undefined) break;
    items.push(await feedItem(room, about, period, site));
    const previous = neighbour(period, -1);
    day = previous === undefined ? undefined : await latestDay(store, about.scope, previous.to);
  }
  return { title: about.title, description: tr.t('digest.text'), path: about.path, items };
};

async function feedItem(room: Room, about: Digested, period: Period, site: string): Promise<FeedItem> {
  const { store, tr } = room;
  const digest = await readDigest(store, about.scope, period, room.settings);
  const people = await readPeople(store, digest.fresh);
  const lines = [
    ...digest.fresh.map((meeting) => meetingSentence(meeting, people, tr)),
    ...digest.outcomes.map(({ outcome }) => clipText(outcome.text, 200)),
    ...digest.sentences.map(({ text }) => `«${clipText(text, 200)}»`),
  ];
  return {
    id: `urn:rapporteur:digest:${about.scope.pair?.join('-') ?? 'record'}:${period.value}`,
    url: site + periodHref(about, period),
    title: `${about.title}${tr.t('list.colon')}${periodText(period, tr)}`,
    summary: withoutIsolates(
      lines.length === 0 ? tr.t('digest.articles', { count: digest.articles }) : lines.join('\n'),
    ),
    date: period.to,
    language: tr.language,
    categories: [],
  };
}
