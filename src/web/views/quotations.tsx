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
  /** @default false */
  open?: boolean;
  tr: Translator;
}): JSX.Element | null {
  const { quotations, tr } = props;
  if (quotations.length === 0) return null;
  const shown = quotations.slice(0, shownQuotations);
  const rest = quotations.length - shown.length;
  return (
    <details class="quotations" open={props.open === true}>
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

/** One sentence with the words that do it marked, and where it stands. */
export function QuotationText({ quotation, tr }: { quotation: Quotation; tr: Translator }): JSX.Element {
  const { words, language } = quotation;
  const day = quotation.published === undefined ? undefined : dayText(quotation.published, tr, 'short');
  return (
    <>
      {words === undefined ? (
        <p class="meta">{tr.t('evidence.not-quoted')}</p>
      ) : (
        <blockquote lang={languageTag(language)} dir={directionOf(language)}>
          {words.map((piece, index) =>
            piece.marked ? (
              <mark>{cleanText(piece.text)}</mark>
            ) : (
              between(piece.text, index === 0, index === words.length - 1)
            ),
          )}
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

/** Words beside the evidence; those of a very long sentence are cut where they are farthest from it. */
function between(text: string, isFirst: boolean, isLast: boolean): string {
  const clean = cleanText(text);
  if (clean.length <= longestSide) return clean;
  if (isFirst) return `…${clean.slice(-longestSide)}`;
  if (isLast) return `${clean.slice(0, longestSide)}…`;
  return `${clean.slice(0, longestSide / 2)} […] ${clean.slice(-longestSide / 2)}`;
}
