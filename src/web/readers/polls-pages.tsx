import type { JSX } from 'hono/jsx/jsx-runtime';
import { percentages } from '../../core/readers/percentages.ts';
import type { Poll, PollText } from '../../store/readers/poll-store.ts';
import type { Door } from '../account/door.ts';
import { formToken } from '../account/form-token.ts';
import { memberOf, placeOf, readForm, seeOther, visitorOf } from '../account/visit.ts';
import { problemOf, respondProblem } from '../errors.tsx';
import { interfaceLanguages, type Translator } from '../i18n.ts';
import { renderPage } from '../render.ts';
import type { WebContext } from '../room.ts';
import { clipText, directionOf } from '../shown-text.ts';
import { Layout } from '../views/layout.tsx';
import { instantText } from '../wording/days.ts';
import { Invitation } from './invitation.tsx';
import { refusePage } from './take-rating.tsx';

type Page = (c: WebContext) => Promise<Response>;

/** `/polls`: those that are open, then the archive. */
export async function pollsPage(c: WebContext): Promise<Response> {
  const room = c.get('room');
  const { store, tr, now } = room;
  const polls = await store.readers.polls.list();
  const open = polls.filter((poll) => isOpen(poll, now));
  const closed = polls.filter((poll) => !isOpen(poll, now));
  return renderPage(
    c,
    <Layout room={room} title={tr.t('polls.title')} description={tr.t('polls.text')}>
      <h1>{tr.t('polls.title')}</h1>
      <p class="standfirst">{tr.t('polls.text')}</p>
      {polls.length === 0 && <p>{tr.t('polls.none')}</p>}
      {(['open', 'closed'] as const).map((state) => {
        const listed = state === 'open' ? open : closed;
        return listed.length === 0 ? null : (
          <section>
            <h2>{tr.t(`polls.${state}`)}</h2>
            {listed.map((poll) => (
              <PollBox poll={poll} now={now} tr={tr} />
            ))}
          </section>
        );
      })}
    </Layout>,
  );
}

/** `/polls/:id`. */
export function pollPage(door: Door): Page {
  return async (c) => {
    const room = c.get('room');
    const { store, tr, now, query } = room;
    const poll = await store.readers.polls.get(c.req.param('id') ?? '');
    if (poll === undefined) return respondProblem(c, problemOf('not-found'));
    const open = isOpen(poll, now);
    const member = open ? await memberOf(c, door) : undefined;
    const own = member === undefined ? undefined : await store.readers.polls.own(poll.id, member.id);
    return renderPage(
      c,
      <Layout room={room} title={clipText(inLanguage(poll.question, tr).text, 160)}>
        <div class="notice-page">
          <p class="kicker">
            <a href="/polls">{tr.t('polls.title')}</a>
          </p>
          <h1>
            <InLanguage of={poll.question} tr={tr} />
          </h1>
          {own !== undefined && query['done'] === 'voted' && (
            <p class="account-note" role="status">
              {tr.t('poll.done')}
            </p>
          )}
          {member !== undefined && (
            <form class="rating-form poll-form" method="post" action={`/polls/${poll.id}`}>
              <input type="hidden" name="form" value={formToken(c, door.secret)} />
              <fieldset>
                <legend>{tr.t('poll.your-vote')}</legend>
                {poll.choices.map((choice, at) => (
                  <span class="choice">
                    <input id={`choice-${at}`} type="radio" name="choice" value={at} checked={at === own} required />
                    <label for={`choice-${at}`}>
                      <InLanguage of={choice} tr={tr} />
                    </label>
                  </span>
                ))}
              </fieldset>
              <p class="buttons">
                <button type="submit">{tr.t(own === undefined ? 'poll.vote' : 'poll.change')}</button>
              </p>
            </form>
          )}
          {open && member === undefined && <Invitation path={`/polls/${poll.id}`} tr={tr} />}
          <h2>{tr.t('poll.results')}</h2>
          <PollResults poll={poll} now={now} tr={tr} />
        </div>
      </Layout>,
    );
  };
}

/** One vote a person, until it closes. */
export function takeVote(door: Door): Page {
  return async (c) => {
    const { store, now } = c.get('room');
    const poll = await store.readers.polls.get(c.req.param('id') ?? '');
    if (poll === undefined) return respondProblem(c, problemOf('not-found'));
    const path = `/polls/${poll.id}`;
    const account = await visitorOf(c, door);
    if (account === undefined) return seeOther(c, `/account/login?next=${encodeURIComponent(path)}`);
    const { field, refused } = await readForm(c, door);
    if (refused !== undefined) return refusePage(c, refused, path, 403);
    if (!isOpen(poll, now)) return refusePage(c, 'poll.error.closed', path, 400);
    const choice = /^\d{1,2}$/.test(field('choice')) ? Number(field('choice')) : -1;
    if (choice < 0 || choice >= poll.choices.length) return refusePage(c, 'poll.error.choice', path, 400);
    if (!door.limits.votes.take({ account: account.id, ...placeOf(c) }, now))
      return refusePage(c, 'readers.often', path, 429);
    if (!(await store.readers.polls.vote(poll.id, account.id, choice)))
      return refusePage(c, 'poll.error.closed', path, 400);
    return seeOther(c, `${path}?done=voted`);
  };
}

export function isOpen(poll: Poll, now: Date): boolean {
  return poll.closesAt > now.toISOString();
}

/** A poll in short: question, results, the way to it. */
export function PollBox({ poll, now, tr }: { poll: Poll; now: Date; tr: Translator }): JSX.Element {
  return (
    <article class="poll">
      <h3>
        <a class="headline" href={`/polls/${poll.id}`}>
          <InLanguage of={poll.question} tr={tr} />
        </a>
      </h3>
      <PollResults poll={poll} now={now} tr={tr} />
    </article>
  );
}

function PollResults({ poll, now, tr }: { poll: Poll; now: Date; tr: Translator }): JSX.Element {
  const shares = percentages(poll.votes);
  const total = poll.votes.reduce((sum, votes) => sum + votes, 0);
  const time = instantText(poll.closesAt, tr);
  return (
    <>
      <ul class="poll-results">
        {poll.choices.map((choice, at) => (
          <li>
            <InLanguage of={choice} tr={tr} />{' '}
            <span class="num">{tr.t('poll.share', { percent: shares[at] ?? 0, votes: poll.votes[at] ?? 0 })}</span>
            <progress max={100} value={shares[at] ?? 0} aria-hidden="true" />
          </li>
        ))}
      </ul>
      <p class="meta">
        {tr.t('poll.votes', { votes: total })} ·{' '}
        {isOpen(poll, now) ? tr.t('poll.closes', { time }) : tr.t('poll.closed', { time })}
      </p>
    </>
  );
}

function inLanguage(text: PollText, tr: Translator): { readonly language: string; readonly text: string } {
  const language = [tr.language, ...interfaceLanguages].find((one) => text[one] !== undefined) ?? tr.language;
  return { language, text: text[language] ?? '' };
}

function InLanguage({ of, tr }: { of: PollText; tr: Translator }): JSX.Element {
  const { language, text } = inLanguage(of, tr);
  return (
    <span lang={language} dir={directionOf(language)}>
      {clipText(text, 300)}
    </span>
  );
}
