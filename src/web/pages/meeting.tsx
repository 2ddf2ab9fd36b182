import type { Child } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';
import { participantField } from '../../core/export/exported-meeting.ts';
import { hasCalendarDay } from '../../core/export/icalendar.ts';
import type { Basis, Meeting, Side } from '../../core/model/record.ts';
import type { ArticleRow } from '../../store/store.ts';
import { alternatesOf, markdownOf } from '../alternates.ts';
import { cardPath } from '../cards/card-path.ts';
import { articlesOfMeeting, meetingData } from '../data/meeting-data.ts';
import { problemOf, respondData, respondProblem } from '../errors.tsx';
import { meetingJsonLd } from '../exports.ts';
import type { MessageKey, Translator } from '../i18n.ts';
import { splitJson } from '../json-twin.ts';
import { readPeople } from '../people-of.ts';
import { openQuotations, type QuotationsOf } from '../published-article.ts';
import { renderPage } from '../render.ts';
import type { Room, WebContext } from '../room.ts';
import { clipText, directionOf } from '../shown-text.ts';
import { ArticleList } from '../views/article-list.tsx';
import { AttributionChains } from '../views/attribution-chain.tsx';
import { Certainty, Standing } from '../views/certainty.tsx';
import { Contradictions } from '../views/contradictions.tsx';
import { Editorial, ReportError } from '../views/editorial.tsx';
import { History } from '../views/history.tsx';
import { Inferences } from '../views/inferences.tsx';
import { KeepButton } from '../views/keep-button.tsx';
import { Layout } from '../views/layout.tsx';
import { meetingPath } from '../views/meeting-list.tsx';
import { ParticipantName } from '../views/names.tsx';
import { byWeight, OutcomeTag, OutcomeText, Tellings } from '../views/outcomes.tsx';
import { PairDossiers, PairLink } from '../views/pair-link.tsx';
import { languageTag, Quotations } from '../views/quotations.tsx';
import { StatusTag } from '../views/status.tsx';
import { dayText } from '../wording/days.ts';
import { factText } from '../wording/facts.ts';
import { meetingSentence, whenText } from '../wording/meeting-sentence.ts';
import type { PeopleById } from '../wording/people.ts';
import { countryText, placeText } from '../wording/places.ts';

/** `/meetings/:id`: one meeting, every field with its sentences. */
export async function meetingPage(c: WebContext): Promise<Response> {
  const room = c.get('room');
  const { store, tr } = room;
  const { id, json } = splitJson(c.req.param('id') ?? '');
  if (json) return respondData(c, await meetingData(room, id), (to) => `/meetings/${encodeURIComponent(to)}.json`);
  const found = await store.record.getMeeting(id);
  if (found === undefined) return respondProblem(c, problemOf('not-found'));
  if ('movedTo' in found) return c.redirect(`/meetings/${encodeURIComponent(found.movedTo)}`, 301);
  const meeting = found;
  const { reporting, quoted } = articlesOfMeeting(meeting);
  const rows = await store.articles.rows(reporting);
  const sources: Sources = {
    quotationsOf: await openQuotations(store, quoted, room.settings),
    people: await readPeople(store, [meeting]),
    tr,
  };
  const claims = meeting.contradictions.length === 0 ? [] : await store.record.listClaims({ meetingId: meeting.id });
  const decisions = await store.decisions.list({ meetingId: meeting.id });
  const changes = await store.record.history(meeting.id);
  const sentence = meetingSentence(meeting, sources.people, tr);

  return renderPage(
    c,
    <Layout
      room={room}
      title={sentence}
      description={sentence}
      json={`${meetingPath(meeting)}.json`}
      card={cardPath(tr, 'meetings', meeting.slug)}
      jsonLd={await meetingJsonLd(room, meeting)}
      alternates={[
        ...alternatesOf(meetingPath(meeting), hasCalendarDay(meeting), tr),
        markdownOf(meetingPath(meeting)),
      ]}
    >
      <div class="meeting">
        <header>
          <p class="kicker">
            <PairLink sides={meeting.sides} tr={tr} />
            <span class="topic">{tr.t(`type.${meeting.type}` as MessageKey)}</span>
          </p>
          <h1>{sentence}</h1>
          <p class="meta num figures-line">
            <StatusTag status={meeting.status} type={meeting.type} tr={tr} />
            <span>{tr.t('count.reports', { count: meeting.reports.length })}</span>
            <span class={`certainty is-${meeting.independentSources > 1 ? 'sure' : 'some'}`}>
              {tr.t('count.sources', { count: meeting.independentSources })}
            </span>
            {meeting.backgroundOnly && <span>{tr.t('meeting.background-only')}</span>}
          </p>
          <PairDossiers sides={meeting.sides} tr={tr} />
          <KeepButton path={meetingPath(meeting)} tr={tr} />
        </header>
        <div class="meeting-body">
          <div>
            <FieldTable meeting={meeting} sources={sources} />
            <Editorial
              disputes={meeting.disputes}
              replies={meeting.replies}
              fieldText={(field) => tr.maybe(`field.${field.split(':')[0]}`) ?? field}
              tr={tr}
            />
            <Outcomes meeting={meeting} sources={sources} />
            <Statements meeting={meeting} sources={sources} />
            <Contradictions meeting={meeting} claims={claims} rows={rows} tr={tr} quotationsOf={sources.quotationsOf} />
            <AttributionChains meeting={meeting} sources={sources} />
          </div>
          <aside class="margin" aria-label={tr.t('meeting.margin')}>
            <StatusLog meeting={meeting} sources={sources} />
            <Reports rows={rows} room={room} />
            <History changes={changes} decisions={decisions} tr={tr} />
            <ReportError subject="meeting" id={meeting.id} tr={tr} />
          </aside>
        </div>
      </div>
    </Layout>,
  );
}

interface Sources {
  readonly quotationsOf: QuotationsOf;
  readonly people: PeopleById;
  readonly tr: Translator;
}

function FieldTable({ meeting, sources }: { meeting: Meeting; sources: Sources }): JSX.Element {
  const { tr, people } = sources;
  return (
    <table class="fields">
      <caption class="hidden">{tr.t('meeting.fields')}</caption>
      <tbody>
        {meeting.sides.map((side) => (
          <SideRows side={side} meeting={meeting} sources={sources} />
        ))}
        <FieldRow
          label={tr.t('field.when')}
          field="when"
          basis={meeting.when.basis}
          meeting={meeting}
          sources={sources}
        >
          <span class="num">{whenText(meeting.when, tr, 'full')}</span>
          {meeting.when.conflict === true && <span class="meta"> {tr.t('when.conflict')}</span>}
          {meeting.when.edtf !== undefined && meeting.when.precision !== 'day' && (
            <span class="meta"> {tr.t(`precision.${meeting.when.precision}` as MessageKey)}</span>
          )}
        </FieldRow>
        {meeting.where !== undefined && (
          <FieldRow
            label={tr.t('field.where')}
            field="where"
            basis={meeting.where.basis}
            meeting={meeting}
            sources={sources}
          >
            <bdi>{placeText(meeting.where, tr)}</bdi>
          </FieldRow>
        )}
        <FieldRow label={tr.t('field.type')} field="type" meeting={meeting} sources={sources}>
          {tr.t(`type.${meeting.type}` as MessageKey)}
          {meeting.format.map((format) => (
            <span class="tag">{tr.maybe(`format.${format}`) ?? clipText(format.replaceAll('_', ' '), 40)}</span>
          ))}
        </FieldRow>
        <FieldRow label={tr.t('field.status')} field="status" meeting={meeting} sources={sources}>
          <StatusTag status={meeting.status} type={meeting.type} tr={tr} />
        </FieldRow>
        {meeting.frame !== undefined && (
          <tr>
            <th scope="row">{tr.t(`frame.${meeting.frame.relation}` as MessageKey)}</th>
            <td>
              {meeting.frame.meetingId === undefined ? (
                <bdi>{clipText(meeting.frame.text, 160)}</bdi>
              ) : (
                <a href={`/meetings/${encodeURIComponent(meeting.frame.meetingId)}`}>
                  <bdi>{clipText(meeting.frame.text, 160)}</bdi>
                </a>
              )}
            </td>
          </tr>
        )}
        {meeting.topics.length > 0 && (
          <tr>
            <th scope="row">{tr.t('field.topics')}</th>
            <td>
              {meeting.topics.map(({ topic, standing, evidence }) => (
                <div class="value">
                  {tr.t(`topic.${topic}` as MessageKey)} <Standing standing={standing} tr={tr} />
                  <Quotations quotations={sources.quotationsOf(evidence)} tr={tr} />
                </div>
              ))}
            </td>
          </tr>
        )}
        {(meeting.mechanisms.length > 0 || meeting.ordinalClaims.length > 0) && (
          <tr>
            <th scope="row">{tr.t('field.mechanism')}</th>
            <td>
              {meeting.mechanisms.map(({ name, evidence }) => (
                <div class="value">
                  <bdi>{clipText(name, 160)}</bdi>
                  <Quotations quotations={sources.quotationsOf(evidence)} tr={tr} />
                </div>
              ))}
              {meeting.ordinalClaims.map(({ n, since, evidence }) => (
                <div class="value">
                  {since === undefined ? tr.t('ordinal.plain', { n }) : tr.t('ordinal.since', { n, since })}
                  <Quotations quotations={sources.quotationsOf(evidence)} tr={tr} />
                </div>
              ))}
            </td>
          </tr>
        )}
      </tbody>
    </table>
  );

  function SideRows(props: { side: Side; meeting: Meeting; sources: Sources }): JSX.Element {
    const { side } = props;
    const part = side.host === true ? 'side.host' : side.visitor === true ? 'side.visitor' : undefined;
    return (
      <tr>
        <th scope="row">
          <a href={`/countries/${encodeURIComponent(side.country)}`}>{countryText(side.country, tr)}</a>
          {part !== undefined && <span class="meta"> {tr.t(part)}</span>}
        </th>
        <td>
          {side.participants.map((participant) => (
            <div class="value">
              <ParticipantName participant={participant} people={people} tr={tr} />
              {participant.capacity !== 'principal' && (
                <span class="tag">{tr.t(`capacity.${participant.capacity}` as MessageKey)}</span>
              )}
              <FieldSupport
                field={participantField(participant, meeting)}
                basis={participant.countryBasis}
                meeting={meeting}
                sources={sources}
              />
              <Inferences participant={participant} sources={sources} />
            </div>
          ))}
          {side.participants.length === 0 && (
            <div class="value">
              <span class="meta">{tr.t('side.no-names')}</span>
              <FieldSupport field={`side:${side.country}`} basis={side.basis} meeting={meeting} sources={sources} />
            </div>
          )}
        </td>
      </tr>
    );
  }
}

function FieldRow(props: {
  label: string;
  field: string;
  basis?: Basis;
  meeting: Meeting;
  sources: Sources;
  children?: Child;
}): JSX.Element {
  return (
    <tr>
      <th scope="row">{props.label}</th>
      <td>
        <div class="value">
          {props.children}
          <FieldSupport field={props.field} basis={props.basis} meeting={props.meeting} sources={props.sources} />
        </div>
      </td>
    </tr>
  );
}

/** Certainty in words and the sentences behind it. */
function FieldSupport(props: {
  field: string | undefined;
  basis?: Basis | undefined;
  meeting: Meeting;
  sources: Sources;
}): JSX.Element | null {
  const { field, meeting, sources } = props;
  if (field === undefined) return null;
  const state = meeting.fields[field];
  const quotations = sources.quotationsOf(meeting.evidence[field] ?? []);
  if (state === undefined && quotations.length === 0) return null;
  return (
    <div class="support">
      {state !== undefined && <Certainty state={state} basis={props.basis} tr={sources.tr} />}
      {state?.newReports !== undefined && (
        <p class="new-reports">
          {sources.tr.t('editorial.new-reports', { value: factText(field, state.newReports, sources.tr) })}
        </p>
      )}
      {meeting.disputes?.some((dispute) => dispute.field === field) === true && (
        <span class="tag">{sources.tr.t('editorial.disputed')}</span>
      )}
      <Quotations quotations={quotations} tr={sources.tr} />
    </div>
  );
}

function Outcomes({ meeting, sources }: { meeting: Meeting; sources: Sources }): JSX.Element | null {
  if (meeting.outcomes.length === 0) return null;
  const { tr } = sources;
  return (
    <section aria-labelledby="outcomes-title">
      <h2 id="outcomes-title">{tr.t('meeting.outcomes')}</h2>
      <ol class="outcomes">
        {byWeight(meeting, tr).map((outcome) => (
          <li>
            <OutcomeTag outcome={outcome} tr={tr} />
            <span class="meta">{tr.t(`strength.${outcome.strength}` as MessageKey)}</span>{' '}
            <Standing standing={outcome.standing} tr={tr} />
            <p>
              <OutcomeText text={outcome.text} limit={400} language={outcome.language} />
            </p>
            <Tellings outcome={outcome} tr={tr} />
            <Quotations quotations={sources.quotationsOf(outcome.evidence)} tr={tr} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function Statements({ meeting, sources }: { meeting: Meeting; sources: Sources }): JSX.Element | null {
  if (meeting.statements.length === 0) return null;
  const { tr } = sources;
  return (
    <section aria-labelledby="statements-title">
      <h2 id="statements-title">{tr.t('meeting.statements')}</h2>
      <ul class="statements plain">
        {meeting.statements.map((statement) => (
          <li>
            <p>
              <b>
                <bdi>{clipText(statement.speaker, 100)}</bdi>
              </b>{' '}
              <span class="meta">{tr.t(statement.direct ? 'statement.direct' : 'statement.reported')}</span>{' '}
              <Standing standing={statement.standing} tr={tr} />
            </p>
            <blockquote lang={languageTag(statement.language ?? 'und')} dir={directionOf(statement.language ?? 'und')}>
              {clipText(statement.text, 500)}
            </blockquote>
            <Quotations quotations={sources.quotationsOf(statement.evidence)} tr={tr} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function StatusLog({ meeting, sources }: { meeting: Meeting; sources: Sources }): JSX.Element | null {
  if (meeting.statusLog.length === 0) return null;
  const { tr } = sources;
  return (
    <section class="card" aria-labelledby="log-title">
      <h2 id="log-title">{tr.t('meeting.status-log')}</h2>
      <ol class="status-log">
        {meeting.statusLog.map(({ status, day, evidence }) => (
          <li>
            <StatusTag status={status} type={meeting.type} tr={tr} />{' '}
            {day !== undefined && (
              <span class="meta num">{tr.t('meeting.said-on', { day: dayText(day, tr) ?? day })}</span>
            )}
            <Quotations quotations={sources.quotationsOf(evidence)} tr={tr} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function Reports({ rows, room }: { rows: readonly ArticleRow[]; room: Room }): JSX.Element {
  const { tr } = room;
  const inOrder = [...rows].sort((a, b) => a.sortDay.localeCompare(b.sortDay));
  return (
    <section class="card" aria-labelledby="reports-title">
      <h2 id="reports-title">{tr.t('meeting.reports', { count: rows.length })}</h2>
      <ArticleList rows={inOrder} tr={tr} settings={room.settings} />
    </section>
  );
}
