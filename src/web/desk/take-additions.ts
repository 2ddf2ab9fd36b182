import { decodeBytes } from '../../core/read/encoding.ts';
import { readAddress, readWanted, type Wanted } from '../../jobs/collect/add-wanted.ts';
import type { Account } from '../../store/accounts/accounts.ts';
import type { Store } from '../../store/store.ts';
import type { Door } from '../account/door.ts';
import { formToken } from '../account/form-token.ts';
import type { Limit } from '../account/limits.ts';
import { mayFetchPrivate } from '../account/roles.ts';
import { readForm, type Sent, seeOther } from '../account/visit.ts';
import { problemOf, respondProblem } from '../errors.tsx';
import type { WebContext } from '../room.ts';
import { showAddition } from './addition-page.tsx';
import type { AdditionRules, Additions } from './additions.ts';
import { isPattern, parseName, parsePause } from './fields.ts';
import type { DeskRoom } from './follow-page.tsx';
import { type AddDraft, type ListProblem, showFollowed } from './followed-page.tsx';
import { additionPath } from './paths.ts';

export interface AdditionForms {
  readonly store: Store;
  readonly door: Door;
  /** Absent where the site visits nobody: then only feeds that a file names are taken. */
  readonly canLook: boolean;
  readonly additions: Additions;
  /** Looks that one account may begin. */
  readonly limit: Limit;
}

/** The most addresses of a list; each is visited, politely, and that takes its time. */
const mostAddresses = 200;
const mostFeeds = 5_000;

/** Looks at an address, and follows what it finds. */
export function takeAddress(forms: AdditionForms): DeskRoom {
  const { door } = forms;
  return async (c, account) => {
    const sent = await readForm(c, door);
    const draft: AddDraft = {
      address: sent.field('address').trim(),
      name: sent.field('name'),
      pause: sent.field('pause').trim(),
      allowPrivate: sent.field('private') === '1',
    };
    const refuse = (error: ListProblem['error'], status: ListProblem['status'] = 400) =>
      refuseList(forms, c, account, { form: 'address', error, status, draft });
    if (sent.refused !== undefined) return refuse(sent.refused, 403);
    const address = readAddress(draft.address);
    if (address === undefined || !forms.canLook) return refuse('follow.error.address');
    const allowPrivate = draft.allowPrivate && mayFetchPrivate(account);
    const pause = parsePause(draft.pause, allowPrivate);
    if (pause === undefined) return refuse('follow.error.gap');
    const name = draft.name.trim() === '' ? undefined : parseName(draft.name);
    if (draft.name.trim() !== '' && name === undefined) return refuse('follow.error.name');
    const rules = {
      allowPrivate,
      ...(name === undefined ? {} : { name }),
      ...(pause.ms === undefined ? {} : { pauseMs: pause.ms }),
    };
    return begin(forms, c, account, { wanted: [{ name: draft.address, address }], rules, refuse });
  };
}

/** Takes OPML or a list of addresses. */
export function takeFile(forms: AdditionForms): DeskRoom {
  const { door } = forms;
  return async (c, account) => {
    const sent = await readForm(c, door);
    const refuse = (error: ListProblem['error'], status: ListProblem['status'] = 400) =>
      refuseList(forms, c, account, { form: 'file', error, status });
    if (sent.refused !== undefined) return refuse(sent.refused, 403);
    const file = sent.file('file');
    if (file === undefined) return refuse('follow.error.file');
    const { text } = decodeBytes(new Uint8Array(await file.arrayBuffer()), undefined);
    const { feeds, wanted } = readWanted(text);
    if (wanted.length === 0) return refuse('follow.error.file');
    // A line that is no address is what every line of another kind of file is.
    if (!feeds && (!forms.canLook || wanted.every(({ name }) => readAddress(name) === undefined)))
      return refuse('follow.error.file');
    if (wanted.length > (feeds ? mostFeeds : mostAddresses)) return refuse('follow.error.many', 413);
    return begin(forms, c, account, { wanted, rules: { allowPrivate: false }, refuse });
  };
}

async function begin(
  { additions, limit }: AdditionForms,
  c: WebContext,
  account: Account,
  how: {
    readonly wanted: readonly Wanted[];
    readonly rules: AdditionRules;
    readonly refuse: (error: ListProblem['error'], status: ListProblem['status']) => Promise<Response>;
  },
): Promise<Response> {
  if (!limit.take({ account: account.id }, c.get('room').now)) return how.refuse('account.error.often', 429);
  const addition = await additions.start(account.id, how.wanted, how.rules);
  return addition === undefined ? how.refuse('follow.error.busy', 429) : seeOther(c, additionPath(addition.id));
}

/** Follows the links of a listing, now that a person has looked at them. */
export function takeListing({ additions, door }: AdditionForms): DeskRoom {
  return async (c, account) => {
    const id = c.req.param('id') ?? '';
    const addition = additions.get(id, account.id);
    if (addition === undefined) return respondProblem(c, problemOf('not-found'));
    const sent: Sent = await readForm(c, door);
    const token = formToken(c, door.secret);
    if (sent.refused !== undefined) return showAddition(c, addition, { token, error: sent.refused, status: 400 });
    const pattern = sent.field('own').trim() || sent.field('pattern');
    if (!isPattern(pattern)) return showAddition(c, addition, { token, error: 'follow.error.pattern', status: 400 });
    await additions.follow(id, account.id, Number(sent.field('entry')), pattern);
    return seeOther(c, additionPath(id));
  };
}

function refuseList(
  { store, door, canLook }: AdditionForms,
  c: WebContext,
  account: Account,
  problem: ListProblem,
): Promise<Response> {
  return showFollowed(store, { c, account, token: formToken(c, door.secret), canLook }, problem);
}
