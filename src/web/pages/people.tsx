import type { Meeting, Person } from '../../core/model/record.ts';
import { renderPerson } from '../../schemas/person.ts';
import { problemOf, respondProblem } from '../errors.tsx';
import type { Translator } from '../i18n.ts';
import { splitJson } from '../json-twin.ts';
import { readPeople } from '../people-of.ts';
import { openQuotations, openQuoteOf } from '../published-article.ts';
import { renderJson, renderPage } from '../render.ts';
import type { WebContext } from '../room.ts';
import { clipText } from '../shown-text.ts';
import { Layout } from '../views/layout.tsx';
import { NextPage } from '../views/next-page.tsx';
import { languageTag, Quotations } from '../views/quotations.tsx';
import { dayText } from '../wording/days.ts';
import { personName } from '../wording/people.ts';
import { countryText } from '../wording/places.ts';
import { roleText } from '../wording/roles.ts';
import { readAll, TimelineSection } from './dossier.tsx';

/** `/people`: those named with a public office. */
export async function peoplePage(c: WebContext): Promise<Response> {
  const room = c.get('room');
  const { tr } = room;
  const cursor = room.query['cursor'];
  const page = await room.store.record.listPeople({ limit: 120, ...(cursor === undefined ? {} : { cursor }) });
  const people = [...page.items].sort((a, b) => personName(a, tr).localeCompare(personName(b, tr), tr.locale));
  return renderPage(
    c,
    <Layout room={room} title={tr.t('people.title')} description={tr.t('people.text')}>
      <header class="room-head">
        <h1>{tr.t('people.title')}</h1>
        <p class="standfirst">{tr.t('people.text')}</p>
      </header>
      {people.length === 0 && <p>{tr.t('people.none')}</p>}
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
  if (json) {
    const articleIds = person.offices.flatMap((office) => office.evidence.map((piece) => piece.articleId));
    return renderJson(c, renderPerson(person, await openQuoteOf(store, articleIds, room.settings)));
  }
  const meetings: Meeting[] = await readAll(store, { personId: person.id, includeBackground: true });
  const people = await readPeople(store, meetings);
  const evidence = person.offices.flatMap((office) => office.evidence.slice(0, 3));
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
    <Layout room={room} title={name} json={`/people/${encodeURIComponent(person.slug)}.json`}>
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
              {office.firstSeen !== undefined && (
                <span class="meta num"> {seenText(office.firstSeen, office.lastSeen, tr)}</span>
              )}
              <Quotations quotations={quotationsOf(office.evidence.slice(0, 3))} tr={tr} />
            </li>
          ))}
        </ul>
      </section>
      {meetings.length > 0 && <TimelineSection meetings={meetings} people={people} tr={tr} />}
    </Layout>,
  );
}

function seenText(first: string, last: string | undefined, tr: Translator): string {
  const from = dayText(first, tr, 'short') ?? first;
  const to = last === undefined ? from : (dayText(last, tr, 'short') ?? last);
  return from === to ? tr.t('person.seen-once', { day: from }) : tr.t('person.seen', { from, to });
}
