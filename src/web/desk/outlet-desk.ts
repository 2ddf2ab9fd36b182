import type { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { Look } from '../../jobs/collect/add-wanted.ts';
import { followedAsOpml } from '../../jobs/collect/follow.ts';
import type { Store } from '../../store/store.ts';
import type { Door } from '../account/door.ts';
import { openLimit } from '../account/limits.ts';
import { problemOf, respondProblem } from '../errors.tsx';
import type { WebContext, WebEnvironment } from '../room.ts';
import { additionPage } from './addition-page.tsx';
import { openAdditions } from './additions.ts';
import { type DeskRoom, forEditors } from './follow-page.tsx';
import { followedPage } from './followed-page.tsx';
import { followedOutletPage } from './outlet-page.tsx';
import { type AdditionForms, takeAddress, takeFile, takeListing } from './take-additions.ts';
import { removePage, takeOutlet, takeRemoval, takeSource, takeState } from './take-changes.tsx';

export interface OutletDeskOptions {
  readonly store: Store;
  readonly door: Door;
  readonly now: () => Date;
  /** Visits addresses for the site. @default only feeds that a file names are taken */
  readonly look?: Look;
}

const hourMs = 3_600_000;
const looksAnHour = 120;
const fileBytes = 4 * 1024 * 1024;
const formBytes = 32 * 1024;

/** Where editors follow outlets: all that the command `outlets` does. */
export function addOutletDesk(app: Hono<WebEnvironment>, { store, door, now, look }: OutletDeskOptions): void {
  const forms: AdditionForms = {
    store,
    door,
    canLook: look !== undefined,
    additions: openAdditions(store, look ?? lookNowhere, now),
    limit: openLimit(hourMs, { account: looksAnHour }),
  };
  const pages: Readonly<Record<string, DeskRoom>> = {
    '/desk/outlets': followedPage(store, door, forms.canLook),
    '/desk/outlets.opml': exportOpml(store),
    '/desk/outlets/:id': followedOutletPage(store, door),
    '/desk/outlets/:id/remove': removePage(store, door),
    '/desk/additions/:id': additionPage(forms.additions, door),
  };
  const takers: Readonly<Record<string, DeskRoom>> = {
    '/desk/additions': takeAddress(forms),
    '/desk/additions/file': takeFile(forms),
    '/desk/additions/:id': takeListing(forms),
    '/desk/outlets/:id': takeOutlet(store, door),
    '/desk/outlets/:id/source': takeSource(store, door),
    '/desk/outlets/:id/state': takeState(store, door),
    '/desk/outlets/:id/remove': takeRemoval(store, door),
  };
  for (const [path, page] of Object.entries(pages)) app.get(path, forEditors(door, page));
  for (const [path, take] of Object.entries(takers)) {
    const limit = bodyLimit({
      maxSize: path === '/desk/additions/file' ? fileBytes : formBytes,
      onError: (c) => respondProblem(c as WebContext, problemOf('invalid-parameter')),
    });
    app.post(path, limit, forEditors(door, take));
  }
}

const lookNowhere: Look = () =>
  Promise.resolve({ kind: 'failure', code: 'fetch-failed', detail: 'this site visits nobody' });

/** What is followed, for other readers. */
function exportOpml(store: Store): DeskRoom {
  return async (c) => {
    c.header('Content-Disposition', 'attachment; filename="rapporteur.opml"');
    return c.body(await followedAsOpml(store), 200, { 'Content-Type': 'text/x-opml; charset=utf-8' });
  };
}
