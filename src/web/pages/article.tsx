import type { Child } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Article } from '../../core/model/article.ts';
import type { Sourced, Span } from '../../core/model/evidence.ts';
import type { Meeting } from '../../core/model/record.ts';
import type { ArticleRow } from '../../store/store.ts';
import type { Door } from '../account/door.ts';
import { readArticleCopies } from '../article-copies.ts';
import { namedImages } from '../article-images.ts';
import { readArticleNovelty } from '../article-novelty.ts';
import { readTextVersions } from '../article-versions.ts';
import { readBlockedImages } from '../blocked-images.ts';
import { citedArticle } from '../cite.ts';
import { articleData, mostMeetingsOfArticle } from '../data/article-data.ts';
import { problemOf, respondData, respondProblem } from '../errors.tsx';
import { joinMarks, type Mark } from '../evidence-tree.ts';
import { type FactSheet, factSheets } from '../facts.ts';
import type { MessageKey, Translator } from '../i18n.ts';
import { splitJson } from '../json-twin.ts';
import { readPeople } from '../people-of.ts';
import { type PublishedArticle, readPublishedArticle } from '../published-article.ts';
import { readersPart } from '../readers/readers-part.tsx';
import { renderPage } from '../render.ts';
import type { Room, WebContext } from '../room.ts';
import { cleanText, clipText, directionOf, hostOf, safeUrl } from '../shown-text.ts';
import { ArticleImages } from '../views/article-images.tsx';
import { ArticleList, articlePath } from '../views/article-list.tsx';
import { ArticleSwitch, type ArticleView, chooseView } from '../views/article-switch.tsx';
import { Cite } from '../views/cite.tsx';
import { CopyDiff, CopyNotes } from '../views/copy-diff.tsx';
import { EvidenceText, MarkedLine } from '../views/evidence-text.tsx';
import { FactSheetCard } from '../views/fact-sheet.tsx';
import { KeepButton } from '../views/keep-button.tsx';
import { Layout } from '../views/layout.tsx';
import { meetingPath } from '../views/meeting-list.tsx';
import { NoveltyNotes, NoveltyText } from '../views/novelty-text.tsx';
import { Kicker } from '../views/pair-link.tsx';
import { languageTag } from '../views/quotations.tsx';
import { WhyThisDate } from '../views/why-date.tsx';
import { dayText } from '../wording/days.ts';
import { meetingSentence } from '../wording/meeting-sentence.ts';
import type { PeopleById } from '../wording/people.ts';

/** `/articles/:id`: a text, what it tells, and where each fact stands; below it what readers think. */
export function articlePage(door: Door): (c: WebContext) => Promise<Response> {
  return (c) => showArticle(c, door);
}

async function showArticle(c: WebContext, door: Door): Promise<Response> {
  const room = c.get('room');
  const { store, tr } = room;
  const { id, json } = splitJson(c.req.param('id') ?? '');
  if (json) return respondData(c, await articleData(room, id));
  const article = await readPublishedArticle(store, id, room.settings);
  if (article === undefined) return respondProblem(c, problemOf('not-found'));
  const { stored, published, record } = article;
  const meetings = (
    await store.record.listMeetings({ articleId: id, includeBackground: true, limit: mostMeetingsOfArticle })
  ).items;
  const lines = wholeLines(stored.article, published.title !== null, published.standfirst !== null);
  const onScreen: Span[] = [...published.pieces, ...lines.map((line) => line.span)];
  const isShown = (span: Span): boolean => onScreen.some((piece) => piece.start <= span.start && span.end <= piece.end);
  const sheets = record === undefined ? [] : factSheets(record, isShown);
  const marks = joinMarks(
    sheets.flatMap(({ facts }) =>
      facts.flatMap(({ number, spans }) =>
        number === undefined ? [] : spans.map((span) => ({ ...span, refs: [number] })),
      ),
    ),
  );
  const main = meetings.find((meeting) => reportOf(sheets[0], meeting, id)) ?? meetings[0];
  const url = safeUrl(stored.article.canonicalUrl) ?? safeUrl(stored.article.url);
  const view = chooseView(room.query['show']);
  const around = await readAround(room, article, main);
  const neighbours = [around.earlier, around.later].filter((meeting): meeting is Meeting => meeting !== undefined);
  const people = await readPeople(store, [...meetings, ...neighbours, ...sheets.map((sheet) => sheet.meeting)]);

  // Most articles were found once: only the others are compared.
  const versions = (await store.pages.versions(id)).length > 1 ? (await readTextVersions(store, id)).length : 1;
  const other = view === 'evidence' ? undefined : await readOtherView(room, article, view, meetings);

  const readers = await readersPart(c, door, id);
  const blocked = await readBlockedImages(
    store,
    namedImages(article, room.images).map((image) => image.url),
  );

  return renderPage(
    c,
    <Layout
      room={room}
      title={clipText(published.title ?? '', 160) || tr.t('article.untitled')}
      description={published.standfirst === null ? undefined : clipText(published.standfirst, 300)}
      noindex
      canonical={url}
      json={`${articlePath(id)}.json`}
    >
      <div class="reading">
        <article class="story">
          <ArticleHead
            article={article}
            main={main}
            marks={view === 'evidence' ? marks : []}
            lines={lines}
            url={url}
            tr={tr}
          />
          <KeepButton path={articlePath(id)} tr={tr} />
          <ArticleSwitch id={id} view={view} versions={versions} tr={tr} />
          {other?.text ?? (
            <div class="prose" lang={languageTag(stored.article.language.value)} dir={articleDirection(stored.article)}>
              <EvidenceText
                text={stored.article.text}
                pieces={published.pieces}
                marks={view === 'evidence' ? marks : []}
                tr={tr}
              />
            </div>
          )}
          {!published.complete && (
            <p class="publish-note">
              {publishNote(article, tr)}{' '}
              {url !== undefined && (
                <a href={url} rel="noopener external">
                  {tr.t('article.read-at', { host: hostOf(url) })}
                </a>
              )}
            </p>
          )}
          <ArticleImages article={article} images={room.images} blocked={blocked} tr={tr} />
        </article>
        <aside class="margin" aria-label={tr.t('article.margin')}>
          {other?.notes}
          {view === 'evidence' && sheets.length === 0 && <p class="meta">{tr.t('article.no-meeting')}</p>}
          {view === 'evidence' &&
            sheets.map((sheet) => (
              <FactSheetCard
                sheet={sheet}
                meeting={meetings.find((meeting) => reportOf(sheet, meeting, id))}
                people={people}
                tr={tr}
              />
            ))}
        </aside>
      </div>
      {readers}
      <Cite cited={citedArticle(article, c.get('room').origin)} tr={tr} />
      <Around around={around} people={people} room={room} />
    </Layout>,
  );
}

/** Why the text is not whole here. */
function publishNote({ stored, published }: PublishedArticle, tr: Translator): string {
  const { dropped } = stored.article;
  if (dropped === undefined) return tr.t(`publish.${published.publish}` as MessageKey);
  return tr.t('publish.dropped', { day: dayText(dropped.at, tr) ?? dropped.at });
}

/** The text and the margin of another way to read the article. */
async function readOtherView(
  room: Room,
  article: PublishedArticle,
  view: Exclude<ArticleView, 'evidence'>,
  meetings: readonly Meeting[],
): Promise<{ readonly text?: JSX.Element; readonly notes: JSX.Element }> {
  const { store, settings, tr } = room;
  const { article: read } = article.stored;
  if (view === 'new') {
    const novelty = await readArticleNovelty(store, article, meetings);
    const notes = <NoveltyNotes novelty={novelty} tr={tr} />;
    if (novelty.earlier === 0) return { notes };
    return {
      text: (
        <div class="prose" lang={languageTag(read.language.value)} dir={articleDirection(read)}>
          <NoveltyText text={read.text} pieces={article.published.pieces} novelty={novelty} tr={tr} />
        </div>
      ),
      notes,
    };
  }
  const copies = await readArticleCopies(store, article, room.query['with'], settings);
  const [own] = await store.articles.rows([read.id]);
  const notes = <CopyNotes id={read.id} copies={copies} own={own} tr={tr} />;
  if (copies.compared === undefined) return { notes };
  return { text: <CopyDiff article={article} compared={copies.compared} tr={tr} />, notes };
}

function reportOf(sheet: FactSheet | undefined, meeting: Meeting, articleId: string): boolean {
  return meeting.reports.some((ref) => ref.articleId === articleId && ref.report === sheet?.meeting.index);
}

interface Line {
  readonly part: 'title' | 'standfirst';
  readonly span: Span;
}

/** Headline and standfirst carry their evidence when the page prints them exactly as they are kept. */
function wholeLines(article: Article, title: boolean, standfirst: boolean): Line[] {
  const line = (part: Line['part'], sourced: Sourced<string> | undefined): Line[] => {
    const label = part === 'title' ? 'headline' : 'standfirst';
    const span = sourced?.spans.find(
      ({ start, end }) =>
        article.text.slice(start, end) === sourced.value &&
        article.blocks.some((block) => block.label === label && block.start <= start && end <= block.end),
    );
    return span === undefined ? [] : [{ part, span }];
  };
  return [
    ...(title ? line('title', article.title) : []),
    ...(standfirst ? line('standfirst', article.standfirst) : []),
  ];
}

function articleDirection(article: Article): 'ltr' | 'rtl' | 'auto' {
  return directionOf(article.language.value);
}

function ArticleHead(props: {
  article: PublishedArticle;
  main: Meeting | undefined;
  marks: readonly Mark<number>[];
  lines: readonly Line[];
  url: string | undefined;
  tr: Translator;
}): JSX.Element {
  const { article, main, marks, lines, url, tr } = props;
  const { stored, published } = article;
  const language = {
    lang: languageTag(stored.article.language.value),
    dir: articleDirection(stored.article),
  };
  const lineOf = (part: Line['part'], text: string): Child => {
    const span = lines.find((line) => line.part === part)?.span;
    return span === undefined ? (
      cleanText(text)
    ) : (
      <MarkedLine text={stored.article.text} span={span} marks={marks} tr={tr} />
    );
  };
  const day = stored.article.published === undefined ? undefined : dayText(stored.article.published.value.edtf, tr);
  const outlet = stored.outlet?.name ?? stored.article.outlet?.value;
  return (
    <header>
      {main !== undefined && <Kicker meeting={main} tr={tr} />}
      <h1 {...language}>
        {published.title === null || published.title.trim() === ''
          ? tr.t('article.untitled')
          : lineOf('title', published.title)}
      </h1>
      {published.standfirst !== null && (
        <p class="standfirst" {...language}>
          {lineOf('standfirst', published.standfirst)}
        </p>
      )}
      <div class="byline">
        <p class="meta">
          <b>
            <bdi>{clipText(outlet ?? tr.t('article.unknown-outlet'), 100)}</bdi>
          </b>
          <SourcePart label={tr.t('article.agency')} value={stored.article.agency?.value} />
          <SourcePart
            label={tr.t('article.aggregator')}
            value={stored.aggregator ?? stored.article.aggregator?.value}
          />
          {stored.article.authors.slice(0, 3).map((author) => (
            <SourcePart label={tr.t('article.author')} value={author.value} />
          ))}
          <span class="num">{day ?? tr.t('article.day-unknown')}</span>
          {url !== undefined && (
            <a href={url} rel="noopener external">
              {tr.t('article.read-at', { host: hostOf(url) })}
            </a>
          )}
        </p>
        <WhyThisDate article={stored.article} quoteOf={article.quoteOf} tr={tr} />
      </div>
    </header>
  );
}

function SourcePart({ label, value }: { label: string; value: string | undefined }): JSX.Element | null {
  if (value === undefined) return null;
  return (
    <span>
      {label} <bdi>{clipText(value, 80)}</bdi>
    </span>
  );
}

interface AroundArticle {
  readonly copies: readonly ArticleRow[];
  readonly others: readonly ArticleRow[];
  readonly storyId: string | undefined;
  readonly earlier: Meeting | undefined;
  readonly later: Meeting | undefined;
}

async function readAround(room: Room, article: PublishedArticle, main: Meeting | undefined): Promise<AroundArticle> {
  const { articles, record } = room.store;
  const { stored } = article;
  const { dispatchId, storyId } = stored;
  const isOther = (row: ArticleRow): boolean => row.id !== stored.article.id;
  const copies = dispatchId === undefined ? [] : (await articles.list({ dispatchId, limit: 20 })).items.filter(isOther);
  const reports = storyId === undefined ? [] : (await articles.list({ storyId, limit: 40 })).items.filter(isOther);
  const countries = [...new Set(main?.sides.map((side) => side.country) ?? [])];
  const [a, b] = countries;
  let earlier: Meeting | undefined;
  let later: Meeting | undefined;
  if (main !== undefined && a !== undefined && b !== undefined && countries.length === 2) {
    const dossier = (await record.listMeetings({ pair: [a, b], limit: 100 })).items;
    const at = dossier.findIndex((meeting) => meeting.id === main.id);
    if (at >= 0) {
      later = dossier[at - 1];
      earlier = dossier[at + 1];
    }
  }
  const others = reports.filter((row) => !copies.some((copy) => copy.id === row.id));
  return { copies, others, storyId, earlier, later };
}

function Around(props: { around: AroundArticle; people: PeopleById; room: Room }): JSX.Element | null {
  const { around, people, room } = props;
  const { tr } = room;
  const { copies, others, earlier, later, storyId } = around;
  if (copies.length + others.length === 0 && earlier === undefined && later === undefined) return null;
  return (
    <div class="around">
      {copies.length > 0 && (
        <section>
          <h2>{tr.t('article.copies', { count: copies.length })}</h2>
          <ArticleList rows={copies} tr={tr} settings={room.settings} />
        </section>
      )}
      {others.length > 0 && (
        <section>
          <h2>{tr.t('article.other-reports', { count: others.length })}</h2>
          <ArticleList rows={others.slice(0, 8)} tr={tr} settings={room.settings} />
          {storyId !== undefined && (
            <p>
              <a href={`/stories/${encodeURIComponent(storyId)}`}>{tr.t('article.whole-story')}</a>
            </p>
          )}
        </section>
      )}
      {(earlier !== undefined || later !== undefined) && (
        <section>
          <h2>{tr.t('article.in-the-dossier')}</h2>
          <dl class="neighbours">
            {earlier !== undefined && (
              <div>
                <dt>{tr.t('article.before')}</dt>
                <dd>
                  <a href={meetingPath(earlier)}>{meetingSentence(earlier, people, tr)}</a>
                </dd>
              </div>
            )}
            {later !== undefined && (
              <div>
                <dt>{tr.t('article.after')}</dt>
                <dd>
                  <a href={meetingPath(later)}>{meetingSentence(later, people, tr)}</a>
                </dd>
              </div>
            )}
          </dl>
        </section>
      )}
    </div>
  );
}
