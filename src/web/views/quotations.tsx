import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Translator } from '../i18n.ts';
import type { Quotation } from '../published-article.ts';
import { cleanText, clipText, directionOf } from '../shown-text.ts';
import { dayText } from '../wording/days.ts';

const shownQuotations = 4;
const longestSide = 420;

/** A fact's sentences, closed until asked for; each leads to its place in the article. */
export function Quotations(props: {
  quotations: readonly Quotation[];
  summary?: string;
  tr: Translator;
}): JSX.Element | null {
  const { quotations, tr } = props;
  if (quotations.length === 0) return null;
  const shown = quotations.slice(0, shownQuotations);
  const rest = quotations.length - shown.length;
  return (
    <details class="quotations">
      <summary>{props.summary ?? tr.t('evidence.open', { count: quotations.length })}</summary>
      <ul>
        {shown.map((quotation) => (
          <li>
            <QuotationText quotation={quotation} tr={tr} />
          </li>
        ))}
      </ul>
      {rest > 0 && <p class="meta">{tr.t('evidence.more', { count: rest })}</p>}
    </details>
  );
}

function QuotationText({ quotation, tr }: { quotation: Quotation; tr: Translator }): JSX.Element {
  const { words, language } = quotation;
  const day = quotation.published === undefined ? undefined : dayText(quotation.published, tr, 'short');
  return (
    <>
      {words === undefined ? (
        <p class="meta">{tr.t('evidence.not-quoted')}</p>
      ) : (
        <blockquote lang={languageTag(language)} dir={directionOf(language)}>
          {tail(words.before)}
          <mark>{cleanText(words.marked)}</mark>
          {clipText(words.after, longestSide) === '' ? '' : spaced(words.after)}
        </blockquote>
      )}
      <p class="meta">
        <a href={quotation.href}>
          <bdi>{clipText(quotation.outlet ?? tr.t('article.unknown-outlet'), 80)}</bdi>
          {day !== undefined && <>, {day}</>}
        </a>
      </p>
    </>
  );
}

/** `lang` of a text; none when the language could not be told. */
export function languageTag(language: string): string | undefined {
  return language === 'und' || !/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/.test(language) ? undefined : language;
}

function tail(text: string): string {
  const clean = cleanText(text.slice(-longestSide * 2)).trimStart();
  return clean.length <= longestSide ? clean : `…${clean.slice(clean.length - longestSide)}`;
}

function spaced(text: string): string {
  const space = /^\s/.test(text) ? ' ' : '';
  return space + clipText(text, longestSide);
}
