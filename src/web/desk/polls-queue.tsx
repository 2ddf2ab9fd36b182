import type { NewPoll } from '../../store/readers/poll-store.ts';
import type { Door } from '../account/door.ts';
import { formToken } from '../account/form-token.ts';
import { readForm, seeOther } from '../account/visit.ts';
import { type InterfaceLanguage, interfaceLanguages, type MessageKey } from '../i18n.ts';
import { PollBox } from '../readers/polls-pages.tsx';
import type { WebContext } from '../room.ts';
import { languageName } from '../views/article-list.tsx';
import { decide, type Refused } from './decide.ts';
import { DecisionForm, renderDesk } from './desk-page.tsx';
import { forDesk } from './for-desk.tsx';

const limits = { question: 200, choice: 120, leastChoices: 2, mostChoices: 10, days: 366 } as const;
type Typed = (name: string) => string;

/** `/desk/polls`: a new one, and those that there are. */
export const pollsQueue = (door: Door) => forDesk(door, 'editor', (c) => show(c, door));

export const takePollDecision = (door: Door) =>
  forDesk(door, 'editor', (c, account) =>
    decide(
      c,
      door,
      account,
      {
        queue: 'polls',
        actions: { close: true, remove: true },
        apply: async (decision) => {
          const { polls, desk } = door.readers;
          const poll = await polls.get(decision.subject);
          if (poll === undefined) return false;
          await (decision.action === 'close' ? polls.close(poll.id) : polls.remove(poll.id));
          await desk.note(decision, { closesAt: poll.closesAt });
          return true;
        },
      },
      (refused) => show(c, door, { refused }),
    ),
  );

/** `POST /desk/polls/new`. */
export const takeNewPoll = (door: Door) =>
  forDesk(door, 'editor', async (c, account) => {
    const { field, refused } = await readForm(c, door, { longest: 4_000 });
    const again = (error: MessageKey) => show(c, door, { error, typed: field });
    if (refused !== undefined) return again(refused);
    const poll = readPoll(field, c.get('room').now);
    if (typeof poll === 'string') return again(poll);
    const id = await door.readers.polls.add(poll);
    const decision = { queue: 'polls', subject: id, action: 'add', actorId: account.id, reason: '' } as const;
    await door.readers.desk.note(decision, {});
    return seeOther(c, `/polls/${id}`);
  });

/** What was typed as a poll, or what is wrong with it. */
export function readPoll(field: Typed, now: Date): NewPoll | MessageKey {
  const lines = (name: string) =>
    field(name)
      .split('\n')
      .map((line) => line.trim().slice(0, limits.choice))
      .filter((line) => line !== '');
  const told = interfaceLanguages
    .map((language) => ({
      language,
      question: field(`question-${language}`).trim().slice(0, limits.question),
      choices: lines(`choices-${language}`),
    }))
    .filter(({ question, choices }) => question !== '' || choices.length > 0);
  if (told.length === 0 || told.some(({ question }) => question === '')) return 'poll.new.error.question';
  const [first] = told;
  const count = first?.choices.length ?? 0;
  const fits = told.every(({ choices }) => choices.length === count && new Set(choices).size === count);
  if (!fits || count < limits.leastChoices || count > limits.mostChoices) return 'poll.new.error.choices';
  const day = field('closes');
  const closes = /^\d{4}-\d\d-\d\d$/.test(day) ? Date.parse(`${day}T23:59:59Z`) : Number.NaN;
  if (!(closes > now.getTime() && closes < now.getTime() + limits.days * 86_400_000)) return 'poll.new.error.day';
  const byLanguage = (textOf: (one: (typeof told)[number]) => string) =>
    Object.fromEntries(told.map((one) => [one.language, textOf(one)]));
  return {
    question: byLanguage(({ question }) => question),
    choices: Array.from({ length: count }, (_, at) => byLanguage(({ choices }) => choices[at] ?? '')),
    closesAt: new Date(closes).toISOString(),
  };
}

interface Shown {
  readonly refused?: Refused;
  readonly error?: MessageKey;
  readonly typed?: Typed;
}

async function show(c: WebContext, door: Door, { refused, error, typed = () => '' }: Shown = {}): Promise<Response> {
  const { tr, now } = c.get('room');
  const polls = await door.readers.polls.list();
  const token = formToken(c, door.secret);
  const name = (language: InterfaceLanguage) => languageName(language, tr);
  const status = error !== undefined ? 400 : refused?.status;
  return renderDesk(c, door, {
    title: 'desk.polls',
    text: 'polls.text',
    error: error ?? refused?.error,
    ...(status === undefined ? {} : { status }),
    children: (
      <>
        <h2>{tr.t('poll.new')}</h2>
        <p>{tr.t('poll.new.text')}</p>
        <form class="report-form" method="post" action="/desk/polls/new" novalidate>
          <input type="hidden" name="form" value={token} />
          {interfaceLanguages.map((language) => (
            <div class="poll-language">
              <p>
                <label for={`question-${language}`}>{tr.t('poll.new.question', { language: name(language) })}</label>
                <input
                  id={`question-${language}`}
                  name={`question-${language}`}
                  type="text"
                  maxlength={limits.question}
                  dir="auto"
                  value={typed(`question-${language}`)}
                />
              </p>
              <p>
                <label for={`choices-${language}`}>{tr.t('poll.new.choices', { language: name(language) })}</label>
                <textarea id={`choices-${language}`} name={`choices-${language}`} rows={3} dir="auto">
                  {typed(`choices-${language}`)}
                </textarea>
              </p>
            </div>
          ))}
          <p>
            <label for="closes">{tr.t('poll.new.closes')}</label>
            <input id="closes" name="closes" type="date" value={typed('closes')} />
          </p>
          <p>
            <button type="submit">{tr.t('poll.new.send')}</button>
          </p>
        </form>
        <ul class="desk-items">
          {polls.map((poll) => (
            <li id={poll.id} data-decision>
              <PollBox poll={poll} now={now} tr={tr} />
              <DecisionForm
                queue="polls"
                subject={poll.id}
                name={poll.id}
                token={token}
                actions={[{ action: 'close', key: 'x' }, { action: 'remove' }]}
                typed={refused?.subject === poll.id ? refused.typed : undefined}
                tr={tr}
              />
            </li>
          ))}
        </ul>
      </>
    ),
  });
}
