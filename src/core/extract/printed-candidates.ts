import type { BlockLabel, PublishedDate } from '../model/article.ts';
import { type RawBlock, zone } from '../read/raw-page.ts';
import { articleHead, isInHead } from './article-head.ts';
import type { CanonicalText } from './canonical-text.ts';
import type { Candidate } from './date-candidate.ts';
import type { Draft } from './draft.ts';
import { type DateLine, parseDateLines, parsePublicationLine } from './line-shapes.ts';
import { metaValue } from './machine-values.ts';
import { findPrintedDates, type PrintedDate, type PrintedDateOptions } from './printed-dates.ts';

const otherArticle = zone.related | zone.aside | zone.footer | zone.navigation;

const refusedByLabel: Partial<Record<BlockLabel, string>> = {
  comment: 'comment',
  social: 'embedded-post',
  legal: 'copyright',
};
/** Labels of what belongs to other articles; a block between headline and body may carry them by mistake. */
const otherLabels = new Set<BlockLabel>(['related', 'video', 'navigation', 'advert', 'poll']);

/** Dates that the page prints, each by its place: what stands beside the headline dates the article, a comment does not. */
export function printedDates(draft: Draft, canonical: CanonicalText): readonly Candidate[] {
  const found: Candidate[] = [];
  const options = printedOptions(draft);
  const labels = draft.decisions.map((decision) => decision?.label);
  const head = articleHead(draft);
  const { anchor } = head;
  const lastBody = labels.lastIndexOf('body');
  const dateline = findDateline(draft, options);
  for (let i = 0; i < draft.raw.blocks.length; i++) {
    const raw = draft.raw.blocks[i] as RawBlock;
    const label = labels[i];
    const features = draft.features[i];
    if (!features || features.words > 30 || !/\p{Nd}/u.test(raw.text)) continue;
    if (label === 'headline' || label === 'ticker') continue;
    const inHead = isInHead(head, i);
    // Class names of the head are often those of a column ("side", "promo") around a date that is marked as one.
    const inDatedHead = inHead && i > head.anchor && (features.zones & zone.date) !== 0;
    // A date alone that was taken for the first line of the body.
    if (label === 'body' && !(inHead && features.words <= 6)) continue;
    const marked = (features.zones & zone.date) !== 0 && (features.zones & otherArticle) === 0;
    const publication = parsePublicationLine(raw.text)?.date;
    for (const { date, role } of publication ? [] : datesOfLine(raw.text, label, options)) {
      const add = (origin: string, rank: number, as: Candidate['role'], reason = origin, visible = false): void => {
        found.push(printed(date, origin, rank, as, reason, visible, () => canonical.span(i, date.start, date.end)));
      };
      const refused = label && refusedByLabel[label];
      if (refused && !(inHead && label === 'legal' && !/[©]|copyright/i.test(raw.text)))
        add('printed', 0, 'published', refused);
      else if ((features.zones & zone.comments) !== 0) add('printed', 0, 'published', 'comment');
      else if ((features.zones & (inDatedHead ? zone.related : otherArticle)) !== 0 && label && otherLabels.has(label))
        add('printed', 0, 'published', 'other-article');
      else if (role === 'other') add('printed', 0, 'published', 'other-day');
      else if (role === 'modified') add('printed-modified', 0.85, 'modified', 'printed-modified', inHead);
      else if (label && otherLabels.has(label) && !(inHead && i > anchor))
        add('printed', 0, 'published', 'other-article');
      else if (role === 'published')
        add('printed-published', inHead ? 0.85 : 0.84, 'published', 'printed-published', inHead || marked);
      else if (anchor >= 0 && i < anchor && date.weekday && dateline?.edtf.slice(0, 10) !== date.edtf.slice(0, 10)) {
        // A day with its weekday above the headline is the site's own calendar on the day of the save.
        add('site-clock', 0, 'bound', 'site-clock');
      } else if (inHead && label && otherLabels.has(label)) add('printed', 0.72, 'published', 'printed', true);
      else if (inHead) add('printed', (features.zones & zone.date) !== 0 ? 0.82 : 0.8, 'published', 'printed', true);
      else if (lastBody >= 0 && i > lastBody && i <= lastBody + 2) add('printed-after-body', 0.7, 'published');
      else if (label === 'byline') add('printed', 0.75, 'published');
      else add('printed', 0, 'published', 'far-from-article');
    }
    if (publication) {
      const span = () => canonical.span(i, publication.start, publication.end);
      found.push(printed(publication, 'publication-line', 0.99, 'published', 'publication-line', true, span));
    }
  }
  if (dateline) {
    const span = () => canonical.span(dateline.block, dateline.start, dateline.end);
    found.push(printed(dateline, 'dateline', 0.78, 'published', 'dateline', false, span));
  }
  return found;
}

function printed(
  date: PrintedDate,
  origin: string,
  rank: number,
  role: Candidate['role'],
  reason: string,
  visible: boolean,
  span: Candidate['span'],
): Candidate {
  const value: PublishedDate = { edtf: date.edtf, precision: date.precision };
  const exchanged = date.exchanged === undefined ? {} : { exchanged: date.exchanged };
  return { value, origin, reason, rank, role, visible, span, ...exchanged };
}

/** What the page says about how it writes dates: its language, and whether it comes from where the month goes first. */
function printedOptions(draft: Draft): PrintedDateOptions {
  const claimed = draft.raw.htmlLang ?? '';
  const locale = metaValue(draft.raw, ['og:locale'])?.value ?? claimed;
  const language = claimed.slice(0, 2).toLowerCase();
  return {
    ...(/^[a-z]{2}$/.test(language) ? { language } : {}),
    monthFirst: /^en[-_](?:us|ph)\b/i.test(claimed.length > 2 ? claimed : locale),
  };
}

function datesOfLine(
  text: string,
  label: BlockLabel | undefined,
  options: PrintedDateOptions,
): readonly Pick<DateLine, 'date' | 'role'>[] {
  const lines = parseDateLines(text, options);
  if (lines.length > 0) return lines;
  if (label !== 'legal' && label !== 'comment' && label !== 'byline') return [];
  return findPrintedDates(text, options)
    .slice(0, 1)
    .map((date) => ({ date, role: 'plain' as const }));
}

/** The dateline of one of the first paragraphs that carries a full date. */
function findDateline(
  draft: Draft,
  options: PrintedDateOptions,
): (PrintedDate & { readonly block: number }) | undefined {
  let looked = 0;
  for (let block = 0; block < draft.decisions.length; block++) {
    const decision = draft.decisions[block];
    if (decision?.label !== 'body' && decision?.label !== 'dateline') continue;
    const date = datelineDate(draft.raw.blocks[block]?.text ?? '', options);
    if (date) return { ...date, block };
    if (++looked === 3) return undefined;
  }
  return undefined;
}

/** The full date of a dateline: "Caracas, November 1, 2022 (…) – On Tuesday". It ends with a dash or a bracket. */
function datelineDate(paragraph: string, options: PrintedDateOptions): PrintedDate | undefined {
  const head = paragraph.slice(0, 120);
  const date = findPrintedDates(head, options)[0];
  if (!date || date.precision === 'month' || date.start > 60) return undefined;
  if (!/^[^\p{Ll}]*\s*(?:[([]|[-–—]{1,2}|\.-|\))/u.test(head.slice(date.end, date.end + 40))) return undefined;
  return date;
}
