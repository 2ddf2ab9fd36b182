import { renderPage } from '../render.ts';
import type { WebContext } from '../room.ts';
import { Layout } from '../views/layout.tsx';

/** `/reading-list`: what this browser keeps. The site does not know: the list is written by the script of the page. */
export async function readingListPage(c: WebContext): Promise<Response> {
  const room = c.get('room');
  const { tr } = room;
  return renderPage(
    c,
    <Layout room={room} title={tr.t('kept.title')} noindex>
      <header class="room-head">
        <h1>{tr.t('kept.title')}</h1>
        <p class="standfirst">{tr.t('kept.text')}</p>
      </header>
      <noscript>
        <p>{tr.t('kept.no-script')}</p>
      </noscript>
      <ul id="kept-pages" class="kept plain" data-remove={tr.t('kept.remove')} />
      <p id="kept-none" hidden>
        {tr.t('kept.none')}
      </p>
      <p>
        <button id="kept-clear" type="button" hidden>
          {tr.t('kept.clear')}
        </button>
      </p>
    </Layout>,
  );
}
