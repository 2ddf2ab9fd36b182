import type { JSX } from 'hono/jsx/jsx-runtime';
import { hasCalendarDay } from '../../core/export/icalendar.ts';
import type { Evidence } from '../../core/model/evidence.ts';
import type { Meeting, Person, Post } from '../../core/model/record.ts';
import { alternatesOf, feedsOf } from '../alternates.ts';
import { personData } from '../data/person-data.ts';
import { problemOf, respondProblem } from '../errors.tsx';
import type { Translator } from '../i18n.ts';
import { splitJson } from '../json-twin.ts';
import { openListEvidence } from '../list-evidence.ts';
import { readPeople } from '../people-of.ts';
import { openQuotations, type QuotationsOf } from '../published-article.ts';
import { readAll } from '../read-meetings.ts';
import { renderJson, renderPage } from '../render.ts';
import type { WebContext } from '../room.ts';
import { clipText } from '../shown-text.ts';
import { Editorial, ReportError } from '../views/editorial.tsx';
import { History } from '../views/history.tsx';
import { Layout } from '../views/layout.tsx';
import { NextPage } from '../views/next-page.tsx';
import { languageTag, Quotations } from '../views/quotations.tsx';
import { TimelineSection } from '../views/timeline-section.tsx';
import { dayText } from '../wording/days.ts';
import { personName } from '../wording/people.ts';
import { countryText } from '../wording/places.ts';
import { roleText } from '../wording/roles.ts';

/** `/people`: those named with a public office. */
export async function peoplePage(c: WebContext): Promise<Response> {
  const room = c.get('room');
  const { tr } = room;
  const cursor = room.query['cursor'];
  const name = (room.query['q'] ?? '').slice(0, 200);
  const page = await room.store.record.listPeople({
    limit: 120,
    ...(cursor === undefined ? {} : { cursor }),
    ...(name === '' ? {} : { name }),
  });
  const people = [...page.items].sort((a, b) => personName(a, tr).localeCompare(personName(b, tr), tr.locale));
  return renderPage(
    c,
    <Layout room={room} title={tr.t('people.title')} description={tr.t('people.text')}>
      <header class="room-head">
        <h1>{tr.t('people.title')}</h1>
        <p class="standfirst">{tr.t('people.text')}</p>
      </header>
      <form class="search-form" method="get" action="/people">
        <label for="person-name">{tr.t('people.search')}</label>
        <div class="search-line">
          <input id="person-name" type="search" name="q" value={name} dir="auto" />
          <button type="submit">{tr.t('search.button')}</button>
        </div>
      </form>
      {people.length === 0 && <p>{tr.t(name === '' ? 'people.none' : 'people.search-none')}</p>}
      <ul class="people plain in-columns">
        {people.map((person) => (
          <li>
            <a class="headline" href={`/people/${encodeURIComponent(person.slug)}`}>
              <bdi>{personName(person, tr)}</bdi>
            </a>
            <p class="meta">{officeLine(person, tr)}</p>
          </li>
        ))}
      </ul>
      <NextPage room={room} next={page.next} />
    </Layout>,
  );
}

function officeLine(person: Person, tr: Translator): string {
  const office = person.offices[person.offices.length - 1];
  if (office === undefined) return '';
  const role = roleText(office, tr);
  return office.country === undefined ? role : `${role}${tr.t('list.comma')}${countryText(office.country, tr)}`;
}

/** `/people/:slug`: offices as the press named them, and the meetings. */
export async function personPage(c: WebContext): Promise<Response> {
  const room = c.get('room');
  const { store, tr } = room;
  const { id, json } = splitJson(c.req.param('id') ?? '');
  const person = await store.record.getPerson(id);
  if (person === undefined) return respondProblem(c, problemOf('not-found'));
  if (id !== person.slug) return c.redirect(`/people/${encodeURIComponent(person.slug)}${json ? '.json' : ''}`, 301);
  if (json) return renderJson(c, await personData(room, person));
  const meetings: Meeting[] = await readAll(store, { personId: person.id, includeBackground: true });
  const people = await readPeople(store, meetings);
  const listed = await openListEvidence(room, meetings);
  const facets = await store.record.meetingFacets({ personId: person.id });
  const spellings = spellingsOf(person);
  const evidence = [
    ...person.offices.flatMap((office) => office.evidence.slice(0, 3)),
    ...spellings.flatMap((spelling) => spelling.evidence.slice(0, 1)),
  ];
  const decisions = await store.decisions.list({ personId: person.id });
  const changes = await store.record.history(person.id);
  const quotationsOf = await openQuotations(
    store,
    evidence.map((piece) => piece.articleId),
    room.settings,
  );
  const name = personName(person, tr);
  const otherNames = [
    ...new Map(person.names.filter((other) => other.full !== name).map((other) => [other.full, other])).values(),
  ];
  return renderPage(
    c,
    <Layout
      room={room}
      title={name}
      json={`/people/${encodeURIComponent(person.slug)}.json`}
      feeds={feedsOf(`/people/${encodeURIComponent(person.slug)}`)}
      alternates={alternatesOf(
        '/record',
        meetings.some(hasCalendarDay),
        tr,
        `?person=${encodeURIComponent(person.slug)}`,
      )}
    >
      <header class="room-head">
        <p class="kicker">{tr.t('person.kicker')}</p>
        <h1>
          <bdi>{name}</bdi>
        </h1>
        {otherNames.length > 0 && (
          <p class="meta">
            {tr.t('person.also')}{' '}
            {otherNames.slice(0, 8).map((other, index) => (
              <>
                {index > 0 && tr.t('list.comma')}
                <bdi lang={languageTag(other.lang)}>{clipText(other.full, 100)}</bdi>
              </>
            ))}
          </p>
        )}
      </header>
      <section aria-labelledby="offices-title">
        <h2 id="offices-title">{tr.t('person.offices')}</h2>
        <ul class="plain offices">
          {person.offices.map((office) => (
            <li>
              <bdi>{roleText(office, tr)}</bdi>
              {office.country !== undefined && (
                <>
                  {tr.t('list.comma')}
                  <a href={`/countries/${encodeURIComponent(office.country)}`}>{countryText(office.country, tr)}</a>
                </>
              )}
              {office.acting === true && <> ({tr.t('participant.acting')})</>}
              {office.firstSeen !== undefined && (
                <span class="meta num"> {seenText(office.firstSeen, office.lastSeen, tr)}</span>
              )}
              {office.from !== undefined && <p class="meta num">{heldText(office, tr)}</p>}
              <Quotations quotations={quotationsOf(office.evidence.slice(0, 3))} tr={tr} />
            </li>
          ))}
        </ul>
      </section>
      <Editorial
        disputes={person.disputes}
        replies={person.replies}
        fieldText={(field) => {
          const office = person.offices.find(({ roleCode }) => roleCode === field);
          return office === undefined ? (tr.maybe(`field.${field}`) ?? field) : roleText(office, tr);
        }}
        tr={tr}
      />
      <Spellings spellings={spellings} quotationsOf={quotationsOf} tr={tr} />
      {meetings.length > 0 && (
        <TimelineSection
          meetings={meetings}
          people={people}
          evidence={listed}
          facets={facets}
          filters={{ person: person.slug }}
          tr={tr}
        />
      )}
      <History changes={changes} decisions={decisions} tr={tr} />
      <ReportError subject="person" id={person.id} tr={tr} />
    </Layout>,
  );
}

interface ShownSpelling {
  readonly full: string;
  readonly lang: string;
  readonly count: number;
  readonly alias: boolean;
  readonly evidence: readonly Evidence[];
}

/** One row a form of the name, however it stood in the text, most used first. */
function spellingsOf(person: Person): ShownSpelling[] {
  const byName = new Map<string, ShownSpelling>();
  for (const { full, lang, count, alias, evidence } of person.names) {
    const known = byName.get(full);
    byName.set(full, {
      full,
      lang,
      count: (known?.count ?? 0) + (count ?? 0),
      alias: (known?.alias ?? true) && alias === true,
      evidence: [...(known?.evidence ?? []), ...(evidence ?? [])],
    });
  }
  return [...byName.values()].sort((a, b) => b.count - a.count).slice(0, 40);
}

function Spellings(props: {
  spellings: readonly ShownSpelling[];
  quotationsOf: QuotationsOf;
  tr: Translator;
}): JSX.Element | null {
  const { spellings, quotationsOf, tr } = props;
  if (spellings.length === 0) return null;
  return (
    <section aria-labelledby="spellings-title">
      <h2 id="spellings-title">{tr.t('person.spellings')}</h2>
      <ul class="plain offices">
        {spellings.map(({ full, lang, count, alias, evidence }) => (
          <li>
            <bdi lang={languageTag(lang)}>{clipText(full, 100)}</bdi>{' '}
            <span class="meta num">{alias ? tr.t('person.alias') : tr.t('count.reports', { count })}</span>
            <Quotations quotations={quotationsOf(evidence.slice(0, 1))} tr={tr} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What the reports say of the beginning and the end of an office, in words. */
export function heldText({ from, until }: Pick<Post, 'from' | 'until'>, tr: Translator): string {
  const parts: string[] = [];
  const start = boundsOf(from);
  if (start !== undefined) {
    parts.push(
      start.from === undefined
        ? tr.t('person.from-by', { day: shortDay(start.to, tr) })
        : tr.t('person.from-between', { from: shortDay(start.from, tr), to: shortDay(start.to, tr) }),
    );
  }
  const end = boundsOf(until);
  if (until === '..') parts.push(tr.t('person.until-open'));
  else if (end !== undefined) {
    parts.push(
      end.from === undefined
        ? tr.t('person.until-by', { day: shortDay(end.to, tr) })
        : tr.t('person.until-between', { from: shortDay(end.from, tr), to: shortDay(end.to, tr) }),
    );
  }
  return parts.join(tr.t('list.comma'));
}

/** `[a..b]` and `[..b]` of EDTF. */
function boundsOf(edtf: string | undefined): { from?: string; to: string } | undefined {
  const match = /^\[([\d-]*)\.\.([\d-]+)\]$/.exec(edtf ?? '');
  const [, from, to] = match ?? [];
  if (to === undefined) return undefined;
  return from === undefined || from === '' ? { to } : { from, to };
}

function shortDay(day: string, tr: Translator): string {
  return dayText(day, tr, 'short') ?? day;
}

function seenText(first: string, last: string | undefined, tr: Translator): string {
  const from = dayText(first, tr, 'short') ?? first;
  const to = last === undefined ? from : (dayText(last, tr, 'short') ?? last);
  return from === to ? tr.t('person.seen-once', { day: from }) : tr.t('person.seen', { from, to });
}
