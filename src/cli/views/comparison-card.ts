import type { ComparedSentence } from '../../core/compare/compare-texts.ts';
import { wrap } from '../help.ts';
import { printable, type Terminal } from '../terminal.ts';
import { type ComparedPair, copySentence, factGroups, titleOf } from './compared-pair.ts';
import { type PaintedPiece, wrapPainted } from './wrap-painted.ts';

type View = Pick<Terminal, 'columns' | 'paint'>;

/** Two texts as a person reads their difference in a terminal. */
export function renderComparisonCard(pair: ComparedPair, view: View): string {
  const { paint, columns } = view;
  const { before, after, comparison } = pair;
  const lines = [
    paint.dim('─'.repeat(columns)),
    ...wrap(printable(`A  ${titleOf(before)}`), columns).map((line) => paint.bold(line)),
    ...wrap(printable(`B  ${titleOf(after)}`), columns).map((line) => paint.bold(line)),
    ...wrap(printable(copySentence(pair)), columns),
    '',
  ];
  for (const sentence of comparison.sentences) lines.push(...sentenceLines(sentence, pair, view));
  lines.push(
    '',
    paint.on
      ? `${paint.red('only in A')} · ${paint.green('only in B')} · ${paint.blue('> moved')}`
      : '[-only in A-] {+only in B+} > moved',
  );
  for (const { heading, facts } of factGroups(pair)) {
    lines.push('', paint.bold(heading));
    for (const fact of facts) {
      const [first = '', ...more] = wrap(printable(fact), columns - 2);
      lines.push(`  ${first}`, ...more.map((line) => `    ${line}`));
    }
  }
  return `${lines.join('\n')}\n`;
}

function sentenceLines(
  sentence: ComparedSentence,
  { before, after }: ComparedPair,
  { paint, columns }: View,
): string[] {
  const a = before.article.text;
  const b = after.article.text;
  const removed = (text: string): PaintedPiece => ({ text, paint: paint.red, plain: ['[-', '-]'] });
  const added = (text: string): PaintedPiece => ({ text, paint: paint.green, plain: ['{+', '+}'] });
  const pieces: PaintedPiece[] = [];
  if (sentence.kind === 'deleted') pieces.push(removed(a.slice(sentence.before?.start, sentence.before?.end)));
  else if (sentence.kind === 'inserted') pieces.push(added(b.slice(sentence.after?.start, sentence.after?.end)));
  else {
    let at = sentence.after?.start ?? 0;
    for (const run of sentence.runs) {
      const old = a.slice(run.before.start, run.before.end);
      pieces.push({ text: b.slice(at, run.after.start) });
      if (run.kind !== 'same' && old !== '') pieces.push({ text: ' ' }, removed(old), { text: ' ' });
      const text = b.slice(run.after.start, run.after.end);
      pieces.push(run.kind === 'same' ? { text } : added(text));
      at = run.after.end;
    }
  }
  const sign = sentence.moved ? '> ' : { same: '  ', changed: '~ ', inserted: '+ ', deleted: '- ' }[sentence.kind];
  const lead = sentence.moved ? paint.blue(sign) : sign;
  return wrapPainted(pieces, columns - 2, paint.on).map((line, index) => `${index === 0 ? lead : '  '}${line}`);
}
