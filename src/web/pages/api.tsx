import type { JSX } from 'hono/jsx/jsx-runtime';
import { openApiDocument } from '../api/api.ts';
import { type ApiDocument, type ApiOperation, type ApiSchema, nounsOf, typeWords } from '../api/document.ts';
import type { Translator } from '../i18n.ts';
import { renderPage } from '../render.ts';
import type { WebContext } from '../room.ts';
import { Layout } from '../views/layout.tsx';

/** `/api`: what the OpenAPI document says, to be read. Its own words are in English. */
export async function apiPage(c: WebContext): Promise<Response> {
  const room = c.get('room');
  const { tr } = room;
  const document = openApiDocument();
  return renderPage(
    c,
    <Layout room={room} title={tr.t('api.title')} description={tr.t('api.text')} json="/api/v1/openapi.json">
      <header class="room-head">
        <h1>{tr.t('api.title')}</h1>
        <p class="standfirst">{tr.t('api.text')}</p>
        <p class="meta">
          <a href="/api/v1/openapi.json" type="application/json">
            {tr.t('api.document')}
          </a>
        </p>
      </header>
      <div class="api" lang={tr.language === 'en' ? undefined : 'en'} dir={tr.direction === 'ltr' ? undefined : 'ltr'}>
        {document.info.description.split('\n\n').map((paragraph) => (
          <p>{paragraph}</p>
        ))}
      </div>
      <section aria-labelledby="addresses">
        <h2 id="addresses">{tr.t('api.addresses')}</h2>
        {Object.entries(document.paths).map(([path, { get }]) => (
          <Operation path={path} operation={get} tr={tr} />
        ))}
      </section>
      <section aria-labelledby="nouns">
        <h2 id="nouns">{tr.t('api.nouns')}</h2>
        <Nouns document={document} tr={tr} />
      </section>
    </Layout>,
  );
}

function Operation({ path, operation, tr }: { path: string; operation: ApiOperation; tr: Translator }): JSX.Element {
  const { summary, parameters = [], responses } = operation;
  const id = path.replaceAll(/[^a-z0-9]+/gi, '-').replace(/^-|-$/g, '');
  const isOpen = !parameters.some(({ required }) => required === true) && !path.includes('/export/');
  return (
    <article class="api" aria-labelledby={id}>
      <h3 id={id} dir="ltr">
        <code>GET {path}</code>
      </h3>
      <p>
        <English tr={tr} text={summary} />
        {isOpen && (
          <>
            {' '}
            <a href={path} aria-label={`${tr.t('api.try')}: ${path}`}>
              {tr.t('api.try')}
            </a>
          </>
        )}
      </p>
      {parameters.length > 0 && (
        <section class="table-frame" tabindex={0} aria-label={`${tr.t('api.parameter')}: ${path}`}>
          <table>
            <thead>
              <tr>
                <th scope="col">{tr.t('api.parameter')}</th>
                <th scope="col">{tr.t('api.takes')}</th>
                <th scope="col">{tr.t('api.meaning')}</th>
              </tr>
            </thead>
            <tbody>
              {parameters.map((parameter) => (
                <tr>
                  <th scope="row">
                    <code dir="ltr">{parameter.in === 'path' ? `{${parameter.name}}` : parameter.name}</code>
                  </th>
                  <td>
                    <code dir="ltr">{takesText(parameter.schema)}</code>
                  </td>
                  <td>
                    <English tr={tr} text={parameter.description ?? ''} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      <p class="meta">
        {tr.t('api.answers')}:{' '}
        {Object.entries(responses).map(([status, { content = {} }], index) => (
          <>
            {index > 0 && ' · '}
            <bdi>{status}</bdi>
            {Object.values(content)
              .flatMap(({ schema }) => nounsOf(schema))
              .filter((noun) => !noun.endsWith('-fields'))
              .map((noun) => (
                <>
                  {' '}
                  <a href={`#noun-${noun}`}>
                    <bdi>{noun}</bdi>
                  </a>
                </>
              ))}
          </>
        ))}
      </p>
    </article>
  );
}

function Nouns({ document, tr }: { document: ApiDocument; tr: Translator }): JSX.Element {
  const nouns = Object.entries(document.components.schemas).filter(([noun]) => !noun.endsWith('-fields'));
  return (
    <>
      {nouns
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([noun, schema]) => (
          <article class="api" aria-labelledby={`noun-${noun}`}>
            <h3 id={`noun-${noun}`} dir="ltr">
              <code>{noun}</code>
            </h3>
            <p>
              <English tr={tr} text={schema.description ?? ''} />
            </p>
            <section class="table-frame" tabindex={0} aria-label={`${tr.t('api.member')}: ${noun}`}>
              <table>
                <thead>
                  <tr>
                    <th scope="col">{tr.t('api.member')}</th>
                    <th scope="col">{tr.t('api.type')}</th>
                    <th scope="col">{tr.t('api.meaning')}</th>
                  </tr>
                </thead>
                <tbody>
                  {Object.entries(schema.properties ?? {}).map(([member, value]) => (
                    <tr>
                      <th scope="row">
                        <code dir="ltr">{member}</code>
                      </th>
                      <td>
                        <code dir="ltr">{typeWords(value)}</code>
                      </td>
                      <td>
                        <English tr={tr} text={value.description ?? ''} />
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </section>
          </article>
        ))}
    </>
  );
}

function English({ text, tr }: { text: string; tr: Translator }): JSX.Element {
  return (
    <bdi lang={tr.language === 'en' ? undefined : 'en'} dir="ltr">
      {text}
    </bdi>
  );
}

function takesText(schema: ApiSchema): string {
  const words = typeWords(schema);
  return schema.default === undefined ? words : `${words} = ${String(schema.default)}`;
}
