// What the pages gain where a browser runs scripts: keys, and pages kept for reading without a network. Nothing of the
// site needs it: every control that only works with it comes hidden and is shown from here.

const root = document.documentElement;
const keptCache = 'kept';
const rooms = {
  f: '/',
  d: '/dossiers',
  r: '/record',
  t: '/topics',
  m: '/mechanisms',
  p: '/people',
  o: '/outlets',
  s: '/search',
  l: '/reading-list',
};

for (const element of document.querySelectorAll('[data-script]')) element.hidden = false;
startKeys();
if ('caches' in window && 'serviceWorker' in navigator) startKeeping().catch(() => {});

/** Single keys, as long as the reader has not switched them off (WCAG 2.1.4). */
function startKeys() {
  const sheet = document.getElementById('keys');
  const choice = document.getElementById('keys-on');
  const stored = readSetting('keys');
  choice.checked = stored !== 'off';
  choice.addEventListener('change', () => writeSetting('keys', choice.checked ? 'on' : 'off'));
  document.getElementById('keys-open').addEventListener('click', () => sheet.showModal());

  let waitsForRoom = 0;
  document.addEventListener('keydown', (event) => {
    if (!choice.checked || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (sheet.open || event.target.closest('input, textarea, select, [contenteditable]') !== null) return;
    const room = event.timeStamp < waitsForRoom ? rooms[event.key.toLowerCase()] : undefined;
    waitsForRoom = 0;
    if (room !== undefined) location.assign(room);
    else if (event.key === '?') sheet.showModal();
    else if (event.key === '/') document.getElementById('q').focus();
    else if (event.key === 'j') step(1);
    else if (event.key === 'k') step(-1);
    else if (event.key === 'g') waitsForRoom = event.timeStamp + 1500;
    else if (event.key === 'u') undoLast();
    else if (decides(event.target, event.key)) return event.preventDefault();
    else return;
    event.preventDefault();
  });
}

/** To the next or the last thing of a list: its headline, else its first link. */
function step(by) {
  const items = [];
  for (const box of document.querySelectorAll('main :is(article, tr, li)')) {
    if (box.closest('nav, form, aside, details:not([open])') !== null) continue;
    if (box.parentElement.closest('article, tr, li') !== null) continue;
    const link = box.querySelector('a.headline, h2 a, h3 a') ?? box.querySelector('a[href]');
    if (link?.checkVisibility() === true) items.push(link);
  }
  if (items.length === 0) return;
  const at = items.indexOf(document.activeElement);
  const next = at < 0 ? (by > 0 ? 0 : items.length - 1) : Math.min(items.length - 1, Math.max(0, at + by));
  items[next].focus();
}

/** At the desk: the button of the thing that has the focus. What needs a reason and has none is asked for it. */
function decides(target, key) {
  const box = target.closest('[data-decision]');
  const button = box?.querySelector(`button[data-key="${CSS.escape(key)}"]`);
  if (!button) return false;
  const reason = box.querySelector('input[name="reason"]');
  if (key === 'x' && reason.value.trim() === '') reason.focus();
  else button.click();
  return true;
}

function undoLast() {
  document.querySelector('button[data-undo]')?.click();
}

async function startKeeping() {
  const button = document.querySelector('[data-keep]');
  if (button !== null) await offerKeeping(button);
  const list = document.getElementById('kept-pages');
  if (list !== null) await showKept(list);
  else await renewKept(3_600_000);
}

async function offerKeeping(button) {
  const path = button.dataset.keep;
  const show = async () => {
    const kept =
      (await caches.has(keptCache)) && (await (await caches.open(keptCache)).match(path, loose)) !== undefined;
    button.setAttribute('aria-pressed', String(kept));
    button.textContent = kept ? button.dataset.kept : button.dataset.free;
  };
  button.addEventListener('click', async () => {
    button.disabled = true;
    if (button.getAttribute('aria-pressed') === 'true') await (await caches.open(keptCache)).delete(path, loose);
    else {
      // The furniture is kept from here on, and not before somebody asks for it.
      await navigator.serviceWorker.register('/service-worker.js');
      await fetchAndKeep(path);
    }
    button.disabled = false;
    await show();
  });
  await show();
  button.hidden = false;
}

const loose = { ignoreSearch: true, ignoreVary: true };

/** Asks the site itself: what it no longer shows is not kept either. True when the page may be kept. */
async function fetchAndKeep(path) {
  const response = await fetch(path, { cache: 'no-cache' }).catch(() => undefined);
  if (response === undefined) return true;
  const cache = await caches.open(keptCache);
  const secret = response.headers.get('cache-control')?.includes('no-store') === true;
  if (response.ok && !secret && !response.redirected) await cache.put(path, response);
  else if (response.status < 500) await cache.delete(path, loose);
  return response.ok;
}

/** Looks again at everything that is kept: a text that was withdrawn goes, one that was corrected is replaced. */
async function renewKept(pause) {
  if (!navigator.onLine || !(await caches.has(keptCache))) return;
  const now = Date.now();
  if (now - Number(readSetting('renewed') ?? 0) < pause) return;
  writeSetting('renewed', String(now));
  for (const { url } of await (await caches.open(keptCache)).keys()) await fetchAndKeep(new URL(url).pathname);
}

async function showKept(list) {
  await renewKept(0);
  const clear = document.getElementById('kept-clear');
  const show = async () => {
    const cache = (await caches.has(keptCache)) ? await caches.open(keptCache) : undefined;
    const requests = cache === undefined ? [] : await cache.keys();
    list.replaceChildren();
    for (const request of requests.reverse()) {
      const page = new DOMParser().parseFromString(await (await cache.match(request, loose)).text(), 'text/html');
      const path = new URL(request.url).pathname;
      const title = page.querySelector('h1');
      const link = document.createElement('a');
      link.className = 'headline';
      link.href = path;
      link.dir = 'auto';
      link.lang = title?.closest('[lang]')?.lang || root.lang;
      link.textContent = title?.textContent.trim() || path;
      const remove = document.createElement('button');
      remove.type = 'button';
      remove.textContent = list.dataset.remove;
      remove.setAttribute('aria-label', `${list.dataset.remove}: ${link.textContent}`);
      remove.addEventListener('click', async () => {
        await cache.delete(request, loose);
        await show();
        (list.querySelector('button') ?? document.getElementById('main')).focus();
      });
      const item = document.createElement('li');
      item.append(link, ' ', remove);
      list.append(item);
    }
    document.getElementById('kept-none').hidden = requests.length > 0;
    clear.hidden = requests.length === 0;
  };
  clear.addEventListener('click', async () => {
    for (const name of await caches.keys()) await caches.delete(name);
    for (const one of await navigator.serviceWorker.getRegistrations()) await one.unregister();
    removeSetting('renewed');
    await show();
    document.getElementById('main').focus();
  });
  await show();
}

function readSetting(name) {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}
function writeSetting(name, value) {
  try {
    localStorage.setItem(name, value);
  } catch {
    // A browser that keeps nothing keeps no setting either.
  }
}
function removeSetting(name) {
  try {
    localStorage.removeItem(name);
  } catch {
    // As above.
  }
}
