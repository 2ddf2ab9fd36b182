import type { BlockLabel } from '../model/article.ts';
import type { Sourced } from '../model/evidence.ts';
import { foldName } from '../text/normalise.ts';
import { agencyNamed, closingAgency, datelineAgency, signingAgency } from './agency-index.ts';
import type { CanonicalText } from './canonical-text.ts';
import type { Draft } from './draft.ts';
import { articleObjects, stringsAt } from './json-ld.ts';
import { metaValue } from './machine-values.ts';

/**
 * The agency that wrote the dispatch: the dateline, a signature line, a bracket at the end, the byline or the author in
 * the metadata. An agency named in the middle of the text is a source that is quoted, not the author.
 */
export function findAgency(draft: Draft, canonical: CanonicalText): Sourced<string> | undefined {
  const body = draft.decisions.flatMap((decision, i) => (decision?.label === 'body' ? [i] : []));
  const first = body[0];
  const last = body[body.length - 1];
  for (const habit of draft.profile?.agencyHabits ?? []) {
    const i = draft.features.findIndex((features) => features.folded === foldName(habit.line));
    if (i >= 0) return { value: habit.agency, certainty: 0.95, basis: 'profile', spans: [canonical.span(i)] };
  }
  for (const i of body.slice(0, 2)) {
    const hit = datelineAgency(draft.raw.blocks[i]?.text ?? '');
    if (hit)
      return { value: hit.agency, certainty: 0.95, basis: 'dateline', spans: [canonical.span(i, hit.start, hit.end)] };
  }
  for (let i = 0; i < draft.decisions.length; i++) {
    const decision = draft.decisions[i];
    if (
      decision?.label !== 'agency' &&
      decision?.label !== 'byline' &&
      decision?.label !== 'dateline' &&
      decision?.label !== 'publication'
    )
      continue;
    const text = draft.raw.blocks[i]?.text ?? '';
    const hit = signingAgency(text) ?? inByline(text);
    const nearEnd = last !== undefined && i > last && i <= last + 4;
    const nearHead = first !== undefined && i < first && i >= first - 8;
    if (hit && (nearEnd || nearHead || decision.label === 'agency')) {
      return {
        value: hit.agency,
        certainty: nearEnd || nearHead ? 0.92 : 0.7,
        basis: decision.label === 'agency' ? 'signature' : decision.label,
        spans: [canonical.span(i, hit.start, hit.end)],
      };
    }
  }
  for (const i of lastLines(draft, body)) {
    const hit = signingAgency(draft.raw.blocks[i]?.text ?? '');
    if (hit)
      return { value: hit.agency, certainty: 0.88, basis: 'signature', spans: [canonical.span(i, hit.start, hit.end)] };
  }
  if (last !== undefined) {
    const hit = closingAgency(draft.raw.blocks[last]?.text ?? '');
    if (hit)
      return {
        value: hit.agency,
        certainty: 0.9,
        basis: 'closing-bracket',
        spans: [canonical.span(last, hit.start, hit.end)],
      };
  }
  for (const object of articleObjects(draft.raw)) {
    for (const author of stringsAt(object, 'author')) {
      const agency = signingAgency(author);
      if (agency)
        return {
          value: agency.agency,
          certainty: 0.85,
          basis: 'json-ld author',
          spans: [canonical.cite(author, 'json-ld author', object.pageStart)],
        };
    }
  }
  const author = metaValue(draft.raw, ['author', 'article:author', 'dc.creator', 'byl']);
  const named = author && agencyNamed(author.value);
  if (author && named)
    return {
      value: named,
      certainty: 0.8,
      basis: `meta ${author.key}`,
      spans: [canonical.cite(author.value, `meta ${author.key}`, author.pageStart)],
    };
  return undefined;
}

/** Labels of lines below a text that say nothing about who wrote it. */
const otherLines = new Set<BlockLabel>([
  'related',
  'navigation',
  'social',
  'comment',
  'ticker',
  'caption',
  'credit',
  'tags',
  'legal',
  'advert',
  'form',
  'poll',
]);

/** Short lines at the end of the body and just below, whatever they were taken for: there an agency signs. */
function lastLines(draft: Draft, body: readonly number[]): readonly number[] {
  const last = body.at(-1);
  if (last === undefined) return [];
  const lines: number[] = [];
  for (let i = Math.max(body[0] as number, last - 1); i <= last + 2; i++) {
    const features = draft.features[i];
    const label = draft.decisions[i]?.label;
    if (features && features.words <= 7 && features.heading === 0 && !(label && otherLines.has(label))) lines.push(i);
  }
  return lines;
}

/** "Par Jean Dupont avec AFP", "By Staff Writer, Reuters". */
function inByline(text: string): ReturnType<typeof signingAgency> {
  if (text.length > 120) return undefined;
  const match =
    /(?:^|[\s,/(])(?:avec|with|con|مع|by|par|por|من)\s+([\p{L} ]{2,40})[)\s.]*$/iu.exec(text) ??
    /[,/|–-]\s*([\p{L} ]{2,40})[)\s.]*$/u.exec(text);
  if (!match) return undefined;
  const agency = agencyNamed(match[1] as string);
  if (!agency) return undefined;
  const start = match.index + match[0].indexOf(match[1] as string);
  return { agency, start, end: start + (match[1] as string).length };
}
