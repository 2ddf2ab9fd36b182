import type { Child } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Door } from '../account/door.ts';
import { formToken } from '../account/form-token.ts';
import { keepNowhere } from '../account/visit.ts';
import type { MessageKey, Translator } from '../i18n.ts';
import { renderPage } from '../render.ts';
import type { WebContext } from '../room.ts';
import { Layout } from '../views/layout.tsx';

export interface DeskPageProps {
  readonly title: MessageKey;
  readonly text: MessageKey;
  readonly error?: MessageKey | undefined;
  readonly children: Child;
  readonly status?: 200 | 400 | 403 | 409;
}

/** The frame of a queue: what was just done and how to take it back stands first. */
export function renderDesk(c: WebContext, door: Door, props: DeskPageProps): Promise<Response> {
  const room = c.get('room');
  const { tr, query } = room;
  keepNowhere(c);
  const token = formToken(c, door.secret);
  const entry = /^e\d{1,9}$/.exec(query['done'] ?? '')?.[0];
  const key = (name: string) => <kbd dir="ltr">{name}</kbd>;
  return renderPage(
    c,
    <Layout room={room} title={tr.t(props.title)} noindex>
      <div class="notice-page desk">
        <p class="kicker">
          <a href="/desk">{tr.t('desk.back')}</a> · <a href="/desk/log">{tr.t('desk.log')}</a>
        </p>
        <h1>{tr.t(props.title)}</h1>
        <p class="standfirst">{tr.t(props.text)}</p>
        {props.error !== undefined && (
          <p class="form-error" role="alert">
            {tr.t(props.error)}
          </p>
        )}
        {query['done'] === 'undo' && (
          <p class="account-note" role="status">
            {tr.t('desk.done.undo')}
          </p>
        )}
        {entry !== undefined && (
          <div class="account-note" role="status">
            <p>{tr.t('desk.done')}</p>
            <UndoForm entry={entry} token={token} back={room.path} tr={tr} last />
          </div>
        )}
        {props.children}
        <p class="meta" hidden data-script>
          {tr.rich('desk.keys', { next: key('j'), last: key('k'), yes: key('a'), no: key('x'), undo: key('u') })}
        </p>
      </div>
    </Layout>,
    { status: props.status ?? 200 },
  );
}

export interface DecisionFormProps {
  readonly queue: string;
  readonly subject: string;
  /** What the subject is called, for those who hear the form. */
  readonly name: string;
  readonly token: string;
  /** The first is what Enter in the field does: it must be one that has a reason. */
  readonly actions: readonly { readonly action: string; readonly key?: 'a' | 'x' }[];
  readonly label?: MessageKey;
  readonly typed?: string | undefined;
  readonly tr: Translator;
}

/** A reason and what can be done, one button each; with a script one key each. */
export function DecisionForm(props: DecisionFormProps): JSX.Element {
  const { queue, subject, name, token, actions, tr } = props;
  const id = `reason-${subject}`;
  return (
    <form class="desk-decision" method="post" action={`/desk/${queue}`} novalidate>
      <input type="hidden" name="form" value={token} />
      <input type="hidden" name="subject" value={subject} />
      <p>
        <label for={id}>
          {tr.t(props.label ?? 'desk.reason')}
          <span class="hidden"> ({name})</span>
        </label>
        <input
          id={id}
          type="text"
          name="reason"
          maxlength={500}
          dir="auto"
          value={props.typed ?? ''}
          autocomplete="off"
        />
      </p>
      <p class="buttons">
        {actions.map(({ action, key }) => (
          <button
            type="submit"
            name="action"
            value={action}
            data-key={key}
            aria-label={tr.t('desk.action-on', { action: actionText(action, tr), subject: name })}
          >
            {actionText(action, tr)}
          </button>
        ))}
      </p>
    </form>
  );
}

export function actionText(action: string, tr: Translator): string {
  return tr.maybe(`desk.action.${action}`) ?? action;
}

export function UndoForm(props: {
  readonly entry: string;
  readonly token: string;
  readonly back: string;
  readonly tr: Translator;
  /** The one that the key `u` takes back. */
  readonly last?: boolean;
}): JSX.Element {
  const { entry, token, back, tr, last } = props;
  return (
    <form class="desk-undo" method="post" action="/desk/undo">
      <input type="hidden" name="form" value={token} />
      <input type="hidden" name="entry" value={entry} />
      <input type="hidden" name="back" value={back} />
      <button
        type="submit"
        data-undo={last === true ? 'true' : undefined}
        aria-label={tr.t('desk.action-on', { action: tr.t('desk.action.undo'), subject: entry })}
      >
        {tr.t('desk.action.undo')}
      </button>
    </form>
  );
}
