import type { JSX } from 'hono/jsx/jsx-runtime';
import type { ReportedImage } from '../../store/readers/image-report-store.ts';
import type { Door } from '../account/door.ts';
import { formToken } from '../account/form-token.ts';
import type { Translator } from '../i18n.ts';
import type { WebContext } from '../room.ts';
import { clipText, hostOf, safeUrl } from '../shown-text.ts';
import { articlePath } from '../views/article-list.tsx';
import { instantText } from '../wording/days.ts';
import { decide, type Refused } from './decide.ts';
import { DecisionForm, renderDesk } from './desk-page.tsx';
import { forDesk } from './for-desk.tsx';

const most = 30;
const actions = { block: true, restore: true, dismiss: true } as const;

/** `/desk/images`: pictures that readers reported, with their reasons, and those that are blocked. */
export const imagesQueue = (door: Door) => forDesk(door, 'moderator', (c) => show(c, door));

export const takeImageDecision = (door: Door) =>
  forDesk(door, 'moderator', (c, account) =>
    decide(
      c,
      door,
      account,
      {
        queue: 'images',
        actions,
        apply: ({ action, ...decision }) =>
          door.readers.desk.decideImage({ ...decision, action: action as keyof typeof actions }),
      },
      (refused) => show(c, door, refused),
    ),
  );

async function show(c: WebContext, door: Door, refused?: Refused): Promise<Response> {
  const { tr } = c.get('room');
  const { images } = door.readers;
  const [waiting, blocked] = await Promise.all([images.waiting(most), images.blockedList(most)]);
  const token = formToken(c, door.secret);
  const answered = blocked.filter(({ image }) => waiting.every((one) => one.image !== image));
  const list = (reported: readonly ReportedImage[]) => (
    <ul class="desk-items">
      {reported.map((one) => (
        <Reported reported={one} token={token} refused={refused} tr={tr} />
      ))}
    </ul>
  );
  return renderDesk(c, door, {
    title: 'desk.images',
    text: 'desk.images.how',
    error: refused?.error,
    ...(refused === undefined ? {} : { status: refused.status }),
    children: (
      <>
        <h2>{tr.t('desk.images.waiting')}</h2>
        {waiting.length === 0 ? <p>{tr.t('desk.none')}</p> : list(waiting)}
        {answered.length > 0 && (
          <>
            <h2>{tr.t('desk.images.all-blocked')}</h2>
            {list(answered)}
          </>
        )}
      </>
    ),
  });
}

function Reported(props: {
  reported: ReportedImage;
  token: string;
  refused: Refused | undefined;
  tr: Translator;
}): JSX.Element {
  const { reported, token, refused, tr } = props;
  const { image, addresses, state, restores, reports } = reported;
  const address = addresses.map((one) => safeUrl(one)).find((one) => one !== undefined);
  const name = address === undefined ? image.slice(0, 20) : clipText(address.split('/').at(-1) ?? '', 60);
  const blocked = state === 'blocked';
  return (
    <li data-decision>
      <p>
        {address !== undefined && (
          <a class="headline" href={address} rel="noopener noreferrer external">
            {tr.t('desk.image.seen')} (<bdi>{hostOf(address)}</bdi>)
          </a>
        )}
      </p>
      <p class="meta">
        {blocked && <b>{tr.t('desk.image.blocked')} </b>}
        {reports.length > 0 && <>{tr.t('desk.image.people', { count: reports.length })} </>}
        {restores > 0 && tr.t('desk.image.restored', { count: restores })}
      </p>
      <ul class="desk-reasons">
        {reports.map(({ reason, note, at, isNew, articleId }) => (
          <li>
            {tr.t(`image.reason.${reason}`)}
            {note !== '' && (
              <>
                {tr.t('list.colon')}
                <q dir="auto">{clipText(note, 500)}</q>
              </>
            )}{' '}
            <a class="meta" href={articlePath(articleId)}>
              <time datetime={at}>{instantText(at, tr)}</time>
            </a>
            {isNew && <span class="meta"> ({tr.t('desk.image.new')})</span>}
          </li>
        ))}
      </ul>
      <DecisionForm
        queue="images"
        subject={image}
        name={name}
        token={token}
        actions={
          blocked
            ? [...(reports.length > 0 ? [{ action: 'block', key: 'x' } as const] : []), { action: 'restore', key: 'a' }]
            : [
                { action: 'block', key: 'x' },
                { action: 'dismiss', key: 'a' },
              ]
        }
        typed={refused?.subject === image ? refused.typed : undefined}
        tr={tr}
      />
    </li>
  );
}
