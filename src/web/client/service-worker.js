// Pages that a reader kept, when there is no network. Nothing is kept here that nobody asked to keep, but the furniture
// and the list of what is kept. The lines above this one name both.

const kept = 'kept';
const loose = { ignoreSearch: true, ignoreVary: true };
const list = '/reading-list';

self.addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(furnitureName)
      .then((cache) => cache.addAll([...furniture, list]))
      .then(() => self.skipWaiting()),
  );
});

self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) =>
        Promise.all(names.filter((name) => name !== kept && name !== furnitureName).map((name) => caches.delete(name))),
      )
      .then(() => self.clients.claim()),
  );
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== location.origin) return;
  if (url.pathname.startsWith('/assets/')) {
    event.respondWith(caches.match(request, loose).then((known) => known ?? fetch(request)));
  } else if (request.mode === 'navigate') event.respondWith(navigate(request, url.pathname));
});

/** The site itself whenever it answers; what it no longer shows goes from the shelf too. */
async function navigate(request, path) {
  try {
    const response = await fetch(request);
    if ((response.status === 404 || response.status === 410) && (await caches.has(kept))) {
      await (await caches.open(kept)).delete(path, loose);
    }
    return response;
  } catch (error) {
    const page = (await fromShelf(path)) ?? (await caches.match(list, loose));
    if (page === undefined) throw error;
    return page;
  }
}

async function fromShelf(path) {
  return (await caches.has(kept)) ? (await caches.open(kept)).match(path, loose) : undefined;
}
