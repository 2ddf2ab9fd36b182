import { createHash } from 'node:crypto';
import type { Article, BlockLabel } from '../../core/model/article.ts';
import type { Span } from '../../core/model/evidence.ts';
import { errorSentence } from '../../messages/errors.ts';
import { claimsOf, type Explained, groupOf, labelGroups, reasonSentence, sizesOf } from './explained.ts';
import { baseStyle, filterRules } from './page-report-style.ts';

/** Longer blocks are folded behind their beginning. */
const longBlock = 600;
const longQuote = 160;

/**
 * One page, or several, as a self-contained document: every block in page order in its colour, every claim with its
 * evidence, every date with the reason why it was taken or refused. No script, no request: pictures are named, not loaded.
 */
export function renderPageReport(pages: readonly Explained[]): string {
  const present = new Set(pages.flatMap(({ article }) => article.blocks.map(({ label }) => label)));
  const labels = labelGroups.flatMap((group) => group.labels).filter((label) => present.has(label));
  const changed = pages.some(({ comparison }) => (comparison?.changes.labels.size ?? 0) > 0);
  const style = `${baseStyle}${filterRules(labels)}\n`;
  // Only this very style sheet may be used; everything else is refused.
  const digest = createHash('sha256').update(style).digest('base64');
  const policy = `default-src 'none'; style-src 'sha256-${digest}'; base-uri 'none'; form-action 'none'`;
  const [first] = pages;
  const title = pages.length === 1 && first ? (first.article.title?.value ?? first.name) : `${pages.length} pages`;
  const page = (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content={policy} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="referrer" content="no-referrer" />
        <title>{`How Rapporteur read: ${title}`}</title>
        <style dangerouslySetInnerHTML={{ __html: style }} />
      </head>
      <body>
        <header>
          <p class="kind">How Rapporteur read {pages.length === 1 ? 'a page' : `${pages.length} pages`}</p>
          {pages.length > 1 && (
            <nav aria-label="Pages">
              <ul>
                {pages.map((one, i) => (
                  <li>
                    <a href={`#p${i}`}>{one.article.title?.value ?? one.name}</a>
                  </li>
                ))}
              </ul>
            </nav>
          )}
        </header>
        <main>
          <Filters labels={labels} changed={changed} />
          {pages.map((one, i) => (
            <PageSection explained={one} at={i} />
          ))}
        </main>
        <footer>
          Labels are guesses with a probability, made by ordered rules and a trained model. Nothing of a page is thrown
          away. This file asks no server for anything.
        </footer>
      </body>
    </html>
  );
  return `<!doctype html>\n${String(page)}\n`;
}

function Filters({ labels, changed }: { labels: readonly BlockLabel[]; changed: boolean }) {
  return (
    <fieldset>
      <legend>Show</legend>
      <div class="filters">
        <label>
          <input type="radio" name="only" id="only-all" checked /> every block
        </label>
        {changed && (
          <label>
            <input type="radio" name="only" id="only-changed" /> changed by the profile
          </label>
        )}
        {labels.map((label) => (
          <label class={`g-${groupOf(label).name}`}>
            <input type="radio" name="only" id={`only-${label}`} /> {label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function PageSection({ explained, at }: { explained: Explained; at: number }) {
  const { article, name, comparison } = explained;
  const language = article.language.value;
  return (
    <section id={`p${at}`} aria-labelledby={`t${at}`}>
      <h1 id={`t${at}`} lang={language === 'und' ? undefined : language} dir="auto">
        {article.title?.value ?? '(no title)'}
      </h1>
      <p class="soft">
        {name} · type of page: {article.pageType} · {article.blocks.length} blocks
        {article.url === undefined ? '' : ` · ${article.url}`}
      </p>
      {article.problems.map((problem) => (
        <p class="note">
          {errorSentence(problem.code)} ({problem.code})
        </p>
      ))}
      <SummaryBar article={article} />
      <ProfileNote comparison={comparison} />
      <h2>The page, part by part</h2>
      <ol class="blocks">
        {article.blocks.map((block) => (
          <BlockRow explained={explained} block={block} at={at} />
        ))}
      </ol>
      <Claims article={article} at={at} />
      <Dates article={article} at={at} />
      <Images article={article} />
    </section>
  );
}

function SummaryBar({ article }: { article: Article }) {
  const sizes = sizesOf(article);
  const whole = Math.max(
    1,
    [...sizes.values()].reduce((sum, size) => sum + size, 0),
  );
  let x = 0;
  const parts = labelGroups
    .filter(({ name }) => sizes.has(name))
    .map((group) => {
      const width = (1000 * (sizes.get(group.name) ?? 0)) / whole;
      x += width;
      return { group, width, x: x - width };
    });
  const percent = (width: number) => (width > 0 && width < 5 ? 'under 1 %' : `${Math.round(width / 10)} %`);
  return (
    <>
      <svg class="bar" viewBox="0 0 1000 20" preserveAspectRatio="none" aria-hidden="true">
        {parts.map((part) => (
          <rect class={`g-${part.group.name}`} x={part.x.toFixed(1)} y="0" width={part.width.toFixed(1)} height="20" />
        ))}
      </svg>
      <ul class="shares" aria-label="Share of the page's characters">
        {parts.map((part) => (
          <li class={`g-${part.group.name}`}>
            {part.group.title} {percent(part.width)}
          </li>
        ))}
      </ul>
    </>
  );
}

function ProfileNote({ comparison }: { comparison: Explained['comparison'] }) {
  if (comparison === undefined) return null;
  const { profile, changes } = comparison;
  if (profile === undefined) return <p class="note">No profile of the file is for this page: none was used.</p>;
  return (
    <div class="note">
      <p>
        Profile <strong>{profile.name}</strong>. Blocks with another label than without it: {changes.labels.size}.
      </p>
      {changes.fields.length > 0 && (
        <ul>
          {changes.fields.map(({ field, before, after }) => (
            <li>
              {field}: <bdi>{after ?? 'nothing'}</bdi>, without the profile <bdi>{before ?? 'nothing'}</bdi>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function BlockRow({ explained, block, at }: { explained: Explained; block: Article['blocks'][number]; at: number }) {
  const { article, comparison } = explained;
  const text = article.text.slice(block.start, block.end);
  const was = comparison?.changes.labels.get(block.index);
  const group = groupOf(block.label).name;
  const probability = block.probability.toFixed(2);
  const shown = (part: string) => (
    <p dir={block.direction} lang={block.language === 'und' ? undefined : block.language}>
      {part}
    </p>
  );
  return (
    <li
      class={`block g-${group}${was === undefined ? '' : ' changed'}`}
      id={`p${at}b${block.index}`}
      data-label={block.label}
    >
      <div class="what">
        <strong>{block.label}</strong>
        <span>
          <meter value={probability} min="0" max="1" aria-hidden="true" /> {probability}
        </span>
      </div>
      <div class="said">
        {text.length <= longBlock ? (
          shown(text)
        ) : (
          <details>
            <summary dir={block.direction}>{`${text.slice(0, 200)}…`}</summary>
            {shown(text)}
          </details>
        )}
        <div class="why">
          {reasonSentence(block.reason)}
          {was !== undefined && (
            <>
              ; <strong>without the profile: {was}</strong>
            </>
          )}
        </div>
      </div>
    </li>
  );
}

/** The words that support a claim, each a link to the block that holds them. */
function Evidence({ article, spans, at }: { article: Article; spans: readonly Span[]; at: number }) {
  return (
    <>
      {spans.slice(0, 5).map((span) => {
        const block = article.blocks.find(({ start, end }) => start <= span.start && span.start <= end);
        const text = article.text.slice(span.start, span.end).replace(/\s+/g, ' ');
        const quote = <q dir="auto">{text.length > longQuote ? `${text.slice(0, longQuote)}…` : text}</q>;
        return (
          <div>
            {quote} {block && <a href={`#p${at}b${block.index}`}>in block {block.index}</a>}
          </div>
        );
      })}
    </>
  );
}

function Claims({ article, at }: { article: Article; at: number }) {
  return (
    <>
      <h2>What is known of it</h2>
      <table class="stack">
        <thead>
          <tr>
            <th scope="col">Field</th>
            <th scope="col">Value</th>
            <th scope="col">Certainty</th>
            <th scope="col">From</th>
            <th scope="col">Evidence</th>
          </tr>
        </thead>
        <tbody>
          {claimsOf(article).map(({ field, value, claim }) => (
            <tr>
              <th scope="row">{field}</th>
              <td dir="auto">{value.length > longQuote ? `${value.slice(0, longQuote)}…` : value}</td>
              <td data-th="certainty">{claim.certainty.toFixed(2)}</td>
              <td data-th="from">{claim.basis}</td>
              <td>
                <Evidence article={article} spans={claim.spans} at={at} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function Dates({ article, at }: { article: Article; at: number }) {
  return (
    <>
      <h2>Dates seen on the page</h2>
      {article.dateCandidates.length === 0 ? (
        <p class="soft">None.</p>
      ) : (
        <table class="stack">
          <thead>
            <tr>
              <th scope="col">Date</th>
              <th scope="col">Taken or refused</th>
              <th scope="col">Where it was seen</th>
              <th scope="col">Why</th>
              <th scope="col">Evidence</th>
            </tr>
          </thead>
          <tbody>
            {article.dateCandidates.map((candidate) => (
              <tr class={candidate.accepted ? 'taken' : undefined}>
                <th scope="row">{candidate.edtf}</th>
                <td>{candidate.accepted ? 'taken' : 'refused'}</td>
                <td data-th="seen in">{candidate.origin}</td>
                <td data-th="because">{candidate.reason}</td>
                <td>
                  <Evidence article={article} spans={[candidate]} at={at} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}

function Images({ article }: { article: Article }) {
  return (
    <>
      <h2>Pictures</h2>
      {article.images.length === 0 ? (
        <p class="soft">None beside the text.</p>
      ) : (
        <details>
          <summary>{article.images.length} named, none loaded</summary>
          <ul>
            {article.images.map((image) => (
              <li class="soft">
                {image.url}
                {image.alt !== undefined && <div dir="auto">Described as: {image.alt}</div>}
                {image.caption !== undefined && <div dir="auto">Caption: {image.caption}</div>}
                {image.credit !== undefined && <div dir="auto">Credit: {image.credit}</div>}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
