import type { Article } from '../../core/model/article.ts';
import type { SentenceNovelty } from '../../core/novelty/find-novelty.ts';
import type { HeldArticle } from '../../store/read-novelty.ts';
import { wrap } from '../help.ts';
import { printable, type Terminal } from '../terminal.ts';
import { type PaintedPiece, wrapPainted } from './wrap-painted.ts';

type View = Pick<Terminal, 'columns' | 'paint'>;

/** Longer sentences are quoted by their beginning. */
const quoted = 70;

/** What a text says for the first time, as a person reads it in a terminal. */
export function renderNoveltyCard(article: Article, held: HeldArticle, view: View): string {
  const { paint, columns } = view;
  const { novelty, formula } = held;
  const texts = novelty.earlier === 1 ? '1 earlier text' : `${novelty.earlier} earlier texts`;
  const lines = [
    paint.bold('What is new'),
    ...wrap(
      novelty.earlier === 0
        ? 'The archive has no earlier text of these countries or people in this language.'
        : `Held against ${texts} of the same countries and people: ${percent(novelty.saidBefore)} of its words were said before, ${percent(formula)} is formula.`,
      columns,
    ),
    '',
  ];
  if (novelty.earlier === 0) return `${lines.join('\n')}\n`;
  for (const sentence of novelty.sentences) {
    lines.push(...wrapPainted(piecesOf(sentence, article.text, view), columns - 2, paint.on).map(indent(sentence)));
  }
  lines.push('', legend(view));
  const old = novelty.sentences.filter(({ first }) => first !== undefined);
  if (old.length > 0) lines.push('', paint.bold('Said before'));
  for (const sentence of old)
    lines.push(
      ...wrap(printable(precedentLine(sentence, article.text, held)), columns - 2).map((line, index) =>
        index === 0 ? `  ${line}` : `    ${line}`,
      ),
    );
  return `${lines.join('\n')}\n`;
}

function indent(sentence: SentenceNovelty): (line: string, index: number) => string {
  const sign = { new: '+ ', 'said-before': '  ', 'changed-number': '# ' }[sentence.kind];
  return (line, index) => `${index === 0 ? sign : '  '}${line}`;
}

function piecesOf(sentence: SentenceNovelty, text: string, { paint }: View): PaintedPiece[] {
  return sentence.parts.map((part): PaintedPiece => {
    const words = text.slice(part.start, part.end);
    if (part.kind === 'said-before') return { text: words, paint: paint.dim };
    if (part.kind === 'new') return { text: words, paint: paint.yellow, plain: ['{+', '+}'] };
    const was = ` (was ${part.was ?? '?'})`;
    return { text: `${words}${was}`, paint: paint.magenta, plain: ['{#', '#}'] };
  });
}

function legend({ paint }: View): string {
  return paint.on
    ? `${paint.yellow('new')} · ${paint.magenta('another figure')} · ${paint.dim('said before')}`
    : '{+new+} {#another figure#}; the rest was said before';
}

function precedentLine({ start, end, first, times }: SentenceNovelty, text: string, { rows }: HeldArticle): string {
  const words = text.slice(start, end).replace(/\s+/g, ' ');
  const row = rows.get(first?.articleId ?? '');
  const source = [row?.outletName, first?.day].filter((part) => part !== undefined).join(', ');
  const often = times === 1 ? 'once' : `${times} times`;
  return `"${words.length > quoted ? `${words.slice(0, quoted)}…` : words}" ${often}, first in ${source === '' ? 'an undated text' : source}`;
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
