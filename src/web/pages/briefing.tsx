import type { JSX } from 'hono/jsx/jsx-runtime';
import type { CitedArticle } from '../../core/export/citation.ts';
import type { Meeting } from '../../core/model/record.ts';
import { markdownOf } from '../alternates.ts';
import { type Briefing, type BriefingEntry, quotedText, readBriefing } from '../briefing.ts';
import { renderBriefingMarkdown } from '../briefing-markdown.ts';
import { problemOf, respondProblem } from '../errors.tsx';
import type { Translator } from '../i18n.ts';
import { parsePair } from '../parse-pair.ts';
import { readPeople } from '../people-of.ts';
import { renderPage } from '../render.ts';
import type { Room, WebContext } from '../room.ts';
import { clipText, directionOf } from '../shown-text.ts';
import { Layout } from '../views/layout.tsx';
import { meetingPath } from '../views/meeting-list.tsx';
import { pairPath } from '../views/pair-link.tsx';
import { languageTag } from '../views/quotations.tsx';
import { StatusTag } from '../views/status.tsx';
import { dayText } from '../wording/days.ts';
import { meetingSentence } from '../wording/meeting-sentence.ts';
import { pairText } from '../wording/places.ts';

type PageOfRoom = (c: WebContext) => Promise<Response>;

/** More is no briefing: older meetings are one link away. */
const meetingsTold = 40;

/** `/dossiers/AA-BB/briefing`: the dossier on paper, each fact with its sentence, sources numbered. */
export async function briefingPage(c: WebContext): Promise<Response> {
  const room = c.get('room');
  const { tr } = room;
  const pair = parsePair(c.req.param('id') ?? '');
  if (pair === undefined) return respondProblem(c, problemOf('not-found'));
  const path = pairPath(...pair);
  if (c.req.param('id') !== pair.join('-')) return c.redirect(`${path}/briefing`, 301);
  const page = await readMeetings(room, pair);
  if (page.total === 0) return respondProblem(c, problemOf('not-found'));
  const people = await readPeople(room.store, page.items);
  const briefing = await readBriefing(room, page.items, people, c.get('room').origin);
  const title = tr.t('briefing.title', { pair: pairText(pair, tr) });
  return renderPage(
    c,
    <Layout room={room} title={title} noindex alternates={[markdownOf(path)]}>
      <article class="briefing">
        <header class="room-head">
          <p class="kicker">
            <a href={path}>{tr.t('dossier.kicker')}</a>
          </p>
          <h1>{title}</h1>
          <p class="meta">{headNote(page.items.length, page.total, room)}</p>
          <p class="meta on-screen">{tr.t('briefing.print')}</p>
        </header>
        {briefing.entries.map((entry) => (
          <Entry entry={entry} tr={tr} />
        ))}
        {page.next !== undefined && (
          <p class="on-screen">
            <a rel="next" href={`${path}/briefing?cursor=${encodeURIComponent(page.next)}`}>
              {tr.t('briefing.older')}
            </a>
          </p>
        )}
        <Sources sources={briefing.sources} tr={tr} />
      </article>
    </Layout>,
  );
}

/** `/dossiers/AA-BB.md`; every other address is for the page. */
export function orDossierMarkdown(page: PageOfRoom): PageOfRoom {
  return async (c) => {
    const parameter = c.req.param('id') ?? '';
    if (!parameter.endsWith('.md')) return page(c);
    const room = c.get('room');
    const pair = parsePair(parameter.slice(0, -'.md'.length));
    if (pair === undefined) return respondProblem(c, problemOf('not-found'));
    if (parameter !== `${pair.join('-')}.md`) return c.redirect(`${pairPath(...pair)}.md`, 301);
    const { items, total } = await readMeetings(room, pair);
    if (total === 0) return respondProblem(c, problemOf('not-found'));
    const title = room.tr.t('briefing.title', { pair: pairText(pair, room.tr) });
    return sendMarkdown(c, items, { title, note: headNote(items.length, total, room) }, pair.join('-'));
  };
}

/** `/meetings/:id.md`; every other address is for the page. */
export function orMeetingMarkdown(page: PageOfRoom): PageOfRoom {
  return async (c) => {
    const parameter = c.req.param('id') ?? '';
    if (!parameter.endsWith('.md')) return page(c);
    const room = c.get('room');
    const found = await room.store.record.getMeeting(parameter.slice(0, -'.md'.length));
    if (found === undefined) return respondProblem(c, problemOf('not-found'));
    if ('movedTo' in found) return c.redirect(`${meetingPath({ id: found.movedTo })}.md`, 301);
    const people = await readPeople(room.store, [found]);
    const title = meetingSentence(found, people, room.tr);
    return sendMarkdown(c, [found], { title, note: headNote(1, 1, room) }, found.id);
  };
}

async function sendMarkdown(
  c: WebContext,
  meetings: readonly Meeting[],
  head: { readonly title: string; readonly note: string },
  name: string,
): Promise<Response> {
  const room = c.get('room');
  const people = await readPeople(room.store, meetings);
  const briefing = await readBriefing(room, meetings, people, c.get('room').origin);
  c.header('Cache-Control', 'private, no-cache');
  c.header('Vary', 'Accept-Language, Cookie');
  c.header('Content-Disposition', `inline; filename="${name.replace(/[^\w.-]/g, '_')}.md"`);
  return c.body(renderBriefingMarkdown(briefing, head, room.tr), 200, {
    'Content-Type': 'text/markdown; charset=utf-8',
  });
}

function readMeetings(room: Room, pair: readonly [string, string]) {
  const { cursor } = room.query;
  return room.store.record.listMeetings({
    pair,
    limit: meetingsTold,
    ...(cursor === undefined || cursor.length > 300 ? {} : { cursor }),
  });
}

/** "As of 3 February 2024: 12 meetings." */
function headNote(shown: number, total: number, { tr, now }: Room): string {
  const day = dayText(now.toISOString().slice(0, 10), tr) ?? '';
  const of = shown < total ? ` ${tr.t('briefing.part', { count: total })}` : '';
  return tr.t('briefing.head', { day, count: shown }) + of;
}

function Entry({ entry, tr }: { entry: BriefingEntry; tr: Translator }): JSX.Element {
  const { meeting, sentence, groups } = entry;
  return (
    <section class="entry">
      <h2>
        <a href={meetingPath(meeting)}>{sentence}</a>
      </h2>
      <StatusTag status={meeting.status} type={meeting.type} tr={tr} />
      {groups.length === 0 && <p class="meta">{tr.t('briefing.no-sentence')}</p>}
      {groups.map(({ facts, quotation, source }) => (
        <div class="cited">
          <dl>
            {facts.map(({ label, text, language }) => (
              <div>
                <dt>
                  <bdi>{label}</bdi>
                </dt>
                <dd>
                  <bdi lang={language === undefined ? undefined : languageTag(language)}>{text}</bdi>
                </dd>
              </div>
            ))}
          </dl>
          <blockquote
            lang={languageTag(quotation.language)}
            dir={directionOf(quotation.language)}
            cite={quotation.words === undefined ? undefined : quotation.href}
          >
            {quotation.words === undefined ? (
              <span lang={tr.language} dir={tr.direction} class="meta">
                {tr.t('evidence.not-quoted')}
              </span>
            ) : (
              clipText(quotedText(quotation) ?? '', 900)
            )}{' '}
            <a class="ref" href={`#source-${source}`} aria-label={tr.t('briefing.source', { number: source })}>
              [{source}]
            </a>
          </blockquote>
        </div>
      ))}
    </section>
  );
}

function Sources({ sources, tr }: { sources: Briefing['sources']; tr: Translator }): JSX.Element | null {
  if (sources.length === 0) return null;
  return (
    <section class="sources" aria-labelledby="sources-title">
      <h2 id="sources-title">{tr.t('briefing.sources')}</h2>
      <ol>
        {sources.map((source, index) => (
          <li id={`source-${index + 1}`}>
            <Source source={source} tr={tr} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function Source({ source, tr }: { source: CitedArticle; tr: Translator }): JSX.Element {
  const captured = dayText(source.captured, tr) ?? source.captured;
  const day = source.published === undefined ? undefined : dayText(source.published, tr);
  return (
    <>
      {source.outlet !== undefined && (
        <>
          <bdi>{clipText(source.outlet, 160)}</bdi>
          {tr.t('list.comma')}
        </>
      )}
      <bdi lang={source.language}>{tr.t('cite.title', { title: clipText(source.title, 300) })}</bdi>
      {day !== undefined && tr.t('list.comma') + day}
      {source.url !== undefined && (
        <>
          {'. '}
          <bdi dir="ltr" class="address">
            {source.url}
          </bdi>
        </>
      )}
      <br />
      <span class="meta">
        {tr.t('cite.archived', { day: captured })}{' '}
        <a href={`/articles/${encodeURIComponent(source.id)}`} dir="ltr" class="address">
          {source.archiveUrl}
        </a>
        <br />
        SHA-256{' '}
        <code dir="ltr" class="address">
          {source.hash}
        </code>
      </span>
    </>
  );
}
