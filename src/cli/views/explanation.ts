import type { Article } from '../../core/model/article.ts';
import { wrap } from '../help.ts';
import { printable, type Terminal } from '../terminal.ts';
import { claimsOf, type Explained, groupOf, labelGroups, reasonSentence } from './explained.ts';

type View = Pick<Terminal, 'columns' | 'paint'>;

const margin = 19;

/** Every block of the page with its label, how sure it is and which rule decided; then what is known of it, and why. */
export function renderExplanation(explained: Explained, view: View): string {
  const { name, article, comparison } = explained;
  const { paint, columns } = view;
  const lines = [paint.bold(printable(name)), `Type of page: ${article.pageType}.`];
  lines.push(...profileLines(explained, columns));
  lines.push(legendOf(article, view), '');
  for (const block of article.blocks) {
    if (block.label === 'metadata') continue;
    const colour = paint[groupOf(block.label).colour];
    const text = printable(article.text.slice(block.start, block.end)).replace(/\s+/g, ' ');
    const was = comparison?.changes.labels.get(block.index);
    const mark = was === undefined ? ' ' : '*';
    lines.push(
      `${colour(`${mark}${block.label.padEnd(11)} ${block.probability.toFixed(2)}`)}  ${shorten(text, columns - margin)}`,
    );
    const reason = reasonSentence(block.reason) + (was === undefined ? '' : `; without the profile: ${was}`);
    lines.push(was === undefined ? paint.dim(indent(reason)) : paint.bold(indent(reason)));
  }
  lines.push('', paint.bold('What is known of it, how surely, and from where'));
  for (const { field, value, claim } of claimsOf(article)) {
    lines.push(`${field.padEnd(14)} ${claim.certainty.toFixed(2)}  ${shorten(printable(value), columns - 21)}`);
    lines.push(paint.dim(`${' '.repeat(21)}${printable(claim.basis)}`));
  }
  if (article.dateCandidates.length > 0) lines.push('', paint.bold('Dates seen on the page'));
  for (const candidate of article.dateCandidates) {
    const reason = candidate.reason === candidate.origin ? '' : `: ${candidate.reason}`;
    lines.push(
      `${candidate.accepted ? paint.green('taken ') : paint.dim('passed')} ${candidate.edtf.padEnd(25)} ${printable(candidate.origin + reason)}`,
    );
  }
  return `${lines.join('\n')}\n`;
}

function profileLines({ comparison }: Explained, columns: number): string[] {
  if (comparison === undefined) return [];
  const { profile, changes } = comparison;
  if (profile === undefined) return wrap('No profile of the file is for this page: none was used.', columns);
  const blocks = changes.labels.size;
  return [
    ...wrap(
      printable(
        `Profile "${profile.name}": ${blocks === 0 ? 'no block has another label than without it' : `${blocks} block${blocks === 1 ? ' has' : 's have'} another label than without it, marked *`}.`,
      ),
      columns,
    ),
    ...changes.fields.flatMap(({ field, before, after }) =>
      wrap(printable(`${field}: "${after ?? 'nothing'}", without the profile "${before ?? 'nothing'}".`), columns),
    ),
  ];
}

/** How many blocks of each label, in the colours of the list below. */
function legendOf(article: Article, { paint }: View): string {
  const counts = new Map<string, number>();
  for (const { label } of article.blocks) counts.set(label, (counts.get(label) ?? 0) + 1);
  return labelGroups
    .flatMap((group) =>
      group.labels
        .filter((label) => label !== 'metadata' && counts.has(label))
        .map((label) => paint[group.colour](`${label} ${counts.get(label)}`)),
    )
    .join(' · ');
}

function indent(text: string): string {
  return ' '.repeat(margin) + printable(text);
}

function shorten(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1)}…`;
}
