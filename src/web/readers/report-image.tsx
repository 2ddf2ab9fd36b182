import { createHmac } from 'node:crypto';
import type { JSX } from 'hono/jsx/jsx-runtime';
import { type ImageReportReason, imageReportReasons } from '../../store/readers/image-report-store.ts';
import type { Door } from '../account/door.ts';
import { formToken } from '../account/form-token.ts';
import { keepNowhere, placeOf, readForm, seeOther, visitorOf } from '../account/visit.ts';
import { namedImages } from '../article-images.ts';
import { addressKey, pictureKey, readBlockedImages } from '../blocked-images.ts';
import { problemOf, respondProblem } from '../errors.tsx';
import type { MessageKey } from '../i18n.ts';
import { readPublishedArticle } from '../published-article.ts';
import { renderPage } from '../render.ts';
import type { WebContext } from '../room.ts';
import { hostOf } from '../shown-text.ts';
import { articlePath } from '../views/article-list.tsx';
import { Layout } from '../views/layout.tsx';
import type { ReaderSettings } from './reader-settings.ts';

type Page = (c: WebContext) => Promise<Response>;
const longestNote = 500;
const defaultReporters = 3;
const answers = ['reported', 'blocked', 'again'] as const;

interface Draft {
  readonly reason: string;
  readonly note: string;
  readonly error?: MessageKey;
}

/** `/articles/:id/images/:number/report`: what is wrong with a picture. */
export function reportImagePage(door: Door): Page {
  return async (c) => {
    const found = await findImage(c);
    if (found === undefined) return respondProblem(c, problemOf('not-found'));
    const { query } = c.get('room');
    const account = await visitorOf(c, door);
    if (account === undefined) return seeOther(c, `/account/login?next=${encodeURIComponent(found.path)}`);
    const done = answers.find((answer) => answer === query['done']);
    if (done !== undefined) return thanksPage(c, found, `image.thanks.${done}`);
    if (found.blocked) return respondProblem(c, problemOf('not-found'));
    return formPage(c, door, found, { reason: '', note: '' }, 200);
  };
}

/** One report a person; with enough of them the picture is blocked at once. */
export function takeImageReport(door: Door, settings: ReaderSettings): Page {
  return async (c) => {
    const found = await findImage(c);
    if (found === undefined) return respondProblem(c, problemOf('not-found'));
    const { now, images } = c.get('room');
    const account = await visitorOf(c, door);
    if (account === undefined) return seeOther(c, `/account/login?next=${encodeURIComponent(found.path)}`);
    const { field, refused } = await readForm(c, door);
    const draft = { reason: field('reason'), note: field('note').trim() };
    const again = (error: MessageKey, status: 400 | 403 | 429) => formPage(c, door, found, { ...draft, error }, status);
    if (refused !== undefined) return again(refused, 403);
    const reason = imageReportReasons.find((one) => one === draft.reason);
    if (reason === undefined) return again('image.report.error.reason', 400);
    if (draft.note.length > longestNote) return again('image.report.error.long', 400);
    const place = placeOf(c);
    if (!door.limits.imageReports.take({ account: account.id, ...place }, now)) return again('readers.often', 429);
    // Only what the site shows is fetched, and the shelf most often has it already.
    const picture = found.shown ? await images?.shelf.get(found.url) : undefined;
    const report = await door.readers.images.report({
      image: picture === undefined ? addressKey(found.url) : pictureKey(picture.bytes),
      address: found.url,
      articleId: found.articleId,
      accountId: account.id,
      reason,
      note: draft.note,
      network: createHmac('sha256', door.secret).update(`network:${place.network}`).digest('base64url').slice(0, 16),
      threshold: settings.imageReporters ?? defaultReporters,
    });
    const done = report.again ? 'again' : report.blocked ? 'blocked' : 'reported';
    return seeOther(c, `${found.path}?done=${done}`);
  };
}

interface FoundImage {
  readonly articleId: string;
  readonly number: number;
  readonly url: string;
  readonly path: string;
  /** On this site, not only linked. */
  readonly shown: boolean;
  readonly blocked: boolean;
}

async function findImage(c: WebContext): Promise<FoundImage | undefined> {
  const { store, settings, images } = c.get('room');
  const { id = '', number = '' } = c.req.param() as Record<string, string>;
  if (!/^\d$/.test(number)) return undefined;
  const article = await readPublishedArticle(store, id, settings);
  const named = article === undefined ? undefined : namedImages(article, images)[Number(number)];
  if (named === undefined) return undefined;
  return {
    articleId: id,
    number: Number(number),
    url: named.url,
    path: `${articlePath(id)}/images/${number}/report`,
    shown: named.path !== undefined,
    blocked: (await readBlockedImages(store, [named.url])).size > 0,
  };
}

function thanksPage(c: WebContext, found: FoundImage, text: MessageKey): Promise<Response> {
  const room = c.get('room');
  const { tr } = room;
  keepNowhere(c);
  return renderPage(
    c,
    <Layout room={room} title={tr.t('image.thanks.title')} noindex>
      <div class="notice-page">
        <h1>{tr.t('image.thanks.title')}</h1>
        <p class="standfirst" role="status">
          {tr.t(text)}
        </p>
        <p>
          <a href={articlePath(found.articleId)}>{tr.t('readers.back')}</a>
        </p>
      </div>
    </Layout>,
  );
}

function formPage(
  c: WebContext,
  door: Door,
  found: FoundImage,
  draft: Draft,
  status: 200 | 400 | 403 | 429,
): Promise<Response> {
  const room = c.get('room');
  const { tr } = room;
  keepNowhere(c);
  if (status === 429) c.header('Retry-After', '3600');
  return renderPage(
    c,
    <Layout room={room} title={tr.t('image.report.title')} noindex>
      <div class="notice-page">
        <p class="kicker">
          <a href={articlePath(found.articleId)}>{tr.t('readers.back')}</a>
        </p>
        <h1>{tr.t('image.report.title')}</h1>
        <p class="standfirst">{tr.t('image.report.text')}</p>
        <p class="meta">{tr.t('image.report.of', { number: found.number + 1, host: hostOf(found.url) })}</p>
        <form class="report-form rating-form" method="post" action={found.path} novalidate>
          <input type="hidden" name="form" value={formToken(c, door.secret)} />
          {draft.error !== undefined && (
            <p class="form-error" id="image-error" role="alert">
              {tr.t(draft.error, { most: longestNote })}
            </p>
          )}
          <fieldset aria-describedby={draft.error === undefined ? undefined : 'image-error'}>
            <legend>{tr.t('image.report.reason')}</legend>
            {imageReportReasons.map((reason) => (
              <ReasonChoice reason={reason} chosen={reason === draft.reason} label={tr.t(`image.reason.${reason}`)} />
            ))}
          </fieldset>
          <p>
            <label for="image-note">{tr.t('image.report.note')}</label>
            <textarea id="image-note" name="note" rows={3} dir="auto">
              {draft.note}
            </textarea>
          </p>
          <p>
            <button type="submit">{tr.t('image.report.send')}</button>
          </p>
        </form>
      </div>
    </Layout>,
    { status },
  );
}

function ReasonChoice(props: { reason: ImageReportReason; chosen: boolean; label: string }): JSX.Element {
  const id = `reason-${props.reason}`;
  return (
    <span class="choice">
      <input id={id} type="radio" name="reason" value={props.reason} checked={props.chosen} required />
      <label for={id}>{props.label}</label>
    </span>
  );
}
