import { createHash } from 'node:crypto';
import type { ComparedSentence } from '../../core/compare/compare-texts.ts';
import type { ReadArticle } from '../read-one.ts';
import { type ComparedPair, copySentence, factGroups, titleOf } from './compared-pair.ts';

const style = `
:root{color-scheme:light dark;--paper:#fbfaf5;--ink:#1d1a16;--soft:#5d564c;--hair:#d8d1c2;--accent:#93291b;--in:#e2f1e6;--in-edge:#1f7a45;--out:#fbe6e0;--out-edge:#a3341f}
@media (prefers-color-scheme:dark){:root{--paper:#171510;--ink:#ece6d8;--soft:#b3aa9a;--hair:#3b362b;--accent:#f0a08c;--in:#16321f;--in-edge:#4cc383;--out:#41201a;--out-edge:#f0866c}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:46rem;padding:2rem 1.25rem 3rem;background:var(--paper);color:var(--ink);font:1.08rem/1.65 Georgia,"Noto Naskh Arabic",serif}
h1{font-size:1.5rem;line-height:1.25;margin:.3rem 0 1rem}
h2{font-size:1.15rem;margin:2rem 0 .6rem}
dl{margin:0 0 1rem}dt{font-weight:600;float:inline-start;margin-inline-end:.5rem}dd{margin:0 0 .3rem}
ins,del{text-decoration-thickness:2px;padding:0 .12em;border-radius:.15em}
ins{background:var(--in);text-decoration:underline;text-decoration-color:var(--in-edge)}
del{background:var(--out);text-decoration:line-through;text-decoration-color:var(--out-edge)}
.text p{margin:0 0 .5rem}
.tag{font:600 .72rem/1.4 system-ui,sans-serif;color:var(--soft);border:1px solid var(--hair);border-radius:.2rem;padding:0 .35em;margin-inline-end:.4em;white-space:nowrap}
.soft,footer{color:var(--soft);font-size:.9rem}
.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
ul{padding-inline-start:1.2em}
`;

/** The comparison as one file for a browser: no script, no request. */
export function renderComparisonReport(pair: ComparedPair): string {
  const digest = createHash('sha256').update(style).digest('base64');
  const policy = `default-src 'none'; style-src 'sha256-${digest}'; base-uri 'none'; form-action 'none'`;
  const { before, after, comparison } = pair;
  const page = (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content={policy} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="referrer" content="no-referrer" />
        <title>{`Two texts compared: ${titleOf(after)}`}</title>
        <style dangerouslySetInnerHTML={{ __html: style }} />
      </head>
      <body>
        <main>
          <h1>Two texts compared</h1>
          <dl>
            <Source letter="A" side={before} />
            <Source letter="B" side={after} />
          </dl>
          <p>{copySentence(pair)}</p>
          <p class="soft">
            <del>only in A</del> <ins>only in B</ins> <span class="tag">moved</span>stands elsewhere in A
          </p>
          <h2>The text</h2>
          <div class="text" lang={languageOf(after)}>
            {comparison.sentences.map((sentence) => (
              <p dir="auto">
                {sentence.moved && <span class="tag">moved</span>}
                <SentenceText sentence={sentence} a={before.article.text} b={after.article.text} />
              </p>
            ))}
          </div>
          {factGroups(pair).map(({ heading, facts }) => (
            <section>
              <h2>{heading}</h2>
              <ul>
                {facts.map((fact) => (
                  <li dir="auto">{fact}</li>
                ))}
              </ul>
            </section>
          ))}
        </main>
        <footer>This file asks no server for anything.</footer>
      </body>
    </html>
  );
  return `<!doctype html>\n${String(page)}\n`;
}

function Source({ letter, side }: { letter: string; side: ReadArticle }) {
  return (
    <>
      <dt>{letter}</dt>
      <dd dir="auto">{titleOf(side)}</dd>
    </>
  );
}

function languageOf({ article }: ReadArticle): string | undefined {
  return article.language.value === 'und' ? undefined : article.language.value;
}

function SentenceText({ sentence, a, b }: { sentence: ComparedSentence; a: string; b: string }) {
  if (sentence.kind === 'deleted') return <del>{a.slice(sentence.before?.start, sentence.before?.end)}</del>;
  if (sentence.kind === 'inserted') return <ins>{b.slice(sentence.after?.start, sentence.after?.end)}</ins>;
  let at = sentence.after?.start ?? 0;
  return (
    <>
      {sentence.runs.map((run) => {
        const gap = b.slice(at, run.after.start);
        at = run.after.end;
        const old = a.slice(run.before.start, run.before.end);
        const now = b.slice(run.after.start, run.after.end);
        if (run.kind === 'same') return `${gap}${now}`;
        return (
          <>
            {gap === '' && old !== '' ? ' ' : gap}
            {old !== '' && <del>{old}</del>}
            {old !== '' && now !== '' && ' '}
            {now !== '' && <ins>{now}</ins>}
          </>
        );
      })}
    </>
  );
}
