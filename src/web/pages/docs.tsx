import { raw } from 'hono/html';
import type { JSX } from 'hono/jsx/jsx-runtime';
import { problemOf, respondProblem } from '../errors.tsx';
import type { InterfaceLanguage, MessageKey, Translator } from '../i18n.ts';
import { type ManualPart, manualParts, openManual } from '../manual/manual.ts';
import { renderPage } from '../render.ts';
import type { WebContext } from '../room.ts';
import { Layout } from '../views/layout.tsx';

/** `/docs`: the manual, part by part. */
export async function manualPage(c: WebContext): Promise<Response> {
  const room = c.get('room');
  const { tr } = room;
  return renderPage(
    c,
    <Layout room={room} title={tr.t('docs.title')} description={tr.t('docs.text')}>
      <header class="room-head">
        <h1>{tr.t('docs.title')}</h1>
        <p class="standfirst">{tr.t('docs.text')}</p>
      </header>
      {manualParts.map((part) => (
        <Part part={part} tr={tr} />
      ))}
    </Layout>,
  );
}

function Part({ part, tr }: { part: ManualPart; tr: Translator }): JSX.Element | null {
  const bySlug = new Map<string, { slug: string; title: string; language: string }>();
  for (const entry of openManual().entriesOf(part)) {
    if (entry.language === tr.language || (entry.language === 'en' && !bySlug.has(entry.slug))) {
      bySlug.set(entry.slug, entry);
    }
  }
  if (bySlug.size === 0) return null;
  return (
    <section aria-labelledby={`part-${part}`}>
      <h2 id={`part-${part}`}>{tr.t(`docs.part.${part}` as MessageKey)}</h2>
      <ul class="manual-list">
        {[...bySlug.values()].map(({ slug, title, language }) => (
          <li {...foreign(language, tr.language)}>
            <a href={`/docs/${slug}`}>{title}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** `/docs/how-to/follow-outlets`: one document, in the language of the reader where it is translated. */
export async function manualDocumentPage(c: WebContext): Promise<Response> {
  const room = c.get('room');
  const { tr } = room;
  const slug = c.req.path.slice('/docs/'.length).replace(/\/$/, '');
  const document = openManual().find(slug, tr.language);
  if (document === undefined) return respondProblem(c, problemOf('not-found'));
  return renderPage(
    c,
    <Layout room={room} title={document.title}>
      <p class="meta">
        <a href="/docs">{tr.t('docs.title')}</a>
      </p>
      <article class="manual" {...foreign(document.language, tr.language)}>
        <h1>{document.title}</h1>
        {document.headings.length > 3 && (
          <nav aria-label={tr.t('docs.contents')} lang={tr.language} dir={tr.direction}>
            <details>
              <summary>{tr.t('docs.contents')}</summary>
              <ul {...foreign(document.language, tr.language)}>
                {document.headings.map(({ id, text }) => (
                  <li>
                    <a href={`#${id}`}>{text}</a>
                  </li>
                ))}
              </ul>
            </details>
          </nav>
        )}
        {/* Our own files; their raw HTML stands as text. */}
        <div class="prose">{raw(document.html)}</div>
      </article>
    </Layout>,
  );
}

function foreign(language: string, own: InterfaceLanguage): { lang?: string; dir?: 'ltr' | 'rtl' } {
  return language === own ? {} : { lang: language, dir: language === 'ar' ? 'rtl' : 'ltr' };
}
