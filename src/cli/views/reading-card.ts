import type { Article, Block } from '../../core/model/article.ts';
import type { Span } from '../../core/model/evidence.ts';
import type { ArticleRecord, MentionKind } from '../../core/model/record.ts';
import { errorSentence } from '../../messages/errors.ts';
import { wrap } from '../help.ts';
import { type Paint, printable, type Terminal } from '../terminal.ts';
import { describeMeeting } from './meeting-sentence.ts';
import { type PaintedPiece, wrapPainted } from './wrap-painted.ts';

type View = Pick<Terminal, 'columns' | 'paint'>;

/** A page as a person reads it in a terminal: what it is, what it says happened, and the text with the evidence marked. */
export function renderReadingCard(name: string, article: Article, record: ArticleRecord, view: View): string {
  const { paint, columns } = view;
  const lines = headLines(name, article, view);
  const meetings = record.meetings.map((meeting) => describeMeeting(meeting, paint, columns));
  lines.push(...(meetings.length === 0 ? [paint.dim('No meeting is reported here.'), ''] : meetings.flat()));
  lines.push(...markedText(article, record, view));
  const legend = legendOf(record, paint);
  if (legend !== '') lines.push('', legend);
  return `${lines.join('\n')}\n`;
}

/** What the page is, above everything else that is told of it. */
export function renderReadingHead(name: string, article: Article, view: View): string {
  return `${headLines(name, article, view).join('\n')}\n`;
}

function headLines(name: string, article: Article, { paint, columns }: View): string[] {
  const lines: string[] = [paint.dim('─'.repeat(columns))];
  const title = article.title?.value ?? '(no title)';
  lines.push(...wrap(printable(title), columns).map((line) => paint.bold(line)));
  lines.push(paint.dim(printable(`${name} · ${sourceLine(article)}`)));
  lines.push(...wrap(`Date: ${dateLine(article)}`, columns));
  for (const problem of article.problems)
    lines.push(paint.yellow(`Note: ${errorSentence(problem.code)} (${problem.code})`));
  return [...lines, ''];
}

const shownLabels: ReadonlySet<Block['label']> = new Set<Block['label']>([
  'headline',
  'standfirst',
  'dateline',
  'body',
]);

function sourceLine(article: Article): string {
  const parts = [
    article.outlet?.value ?? 'outlet unknown',
    article.aggregator === undefined ? undefined : `via ${article.aggregator.value}`,
    article.agency === undefined ? undefined : `agency ${article.agency.value}`,
    article.language.value,
  ];
  return parts.filter((part) => part !== undefined).join(' · ');
}

function dateLine(article: Article): string {
  if (article.published !== undefined) {
    return `${article.published.value.edtf} (${article.published.basis}, certainty ${article.published.certainty.toFixed(2)})`;
  }
  if (article.notLaterThan !== undefined) {
    return `unknown, not later than ${article.notLaterThan.value} (${article.notLaterThan.basis})`;
  }
  return 'unknown';
}

/** How each kind of evidence looks. Without colours the kind is written behind the words instead. */
const kinds: readonly {
  readonly kind: MentionKind;
  readonly word: string;
  readonly colour: keyof Omit<Paint, 'on'>;
}[] = [
  { kind: 'person', word: 'who', colour: 'cyan' },
  { kind: 'role', word: 'role', colour: 'cyan' },
  { kind: 'date', word: 'when', colour: 'yellow' },
  { kind: 'place', word: 'where', colour: 'green' },
  { kind: 'trigger', word: 'met', colour: 'red' },
  { kind: 'topic', word: 'about', colour: 'blue' },
  { kind: 'outcome', word: 'agreed', colour: 'magenta' },
  { kind: 'attribution', word: 'source', colour: 'bold' },
];
const kindOf = new Map(kinds.map((entry) => [entry.kind, entry]));

interface Mark extends Span {
  readonly kind: MentionKind;
}

/** Mentions that support the record, without overlaps: where two overlap the shorter, more exact one is shown. */
function marksOf(record: ArticleRecord): Mark[] {
  const used = new Set(record.claims.flatMap((claim) => claim.mentions));
  const candidates = record.mentions
    .filter((mention) => used.has(mention.id) && kindOf.has(mention.kind))
    .sort((a, b) => a.end - a.start - (b.end - b.start) || a.start - b.start);
  const taken: Mark[] = [];
  for (const mention of candidates) {
    if (taken.every((other) => mention.end <= other.start || mention.start >= other.end)) taken.push(mention);
  }
  return taken.sort((a, b) => a.start - b.start);
}

function markedText(article: Article, record: ArticleRecord, { paint, columns }: View): string[] {
  const marks = marksOf(record);
  return article.blocks
    .filter((block) => block.label !== 'headline' && shownLabels.has(block.label))
    .flatMap((block) => {
      const inside = marks.filter((mark) => mark.start >= block.start && mark.end <= block.end);
      const pieces: PaintedPiece[] = [];
      let at = block.start;
      for (const mark of inside) {
        const entry = kindOf.get(mark.kind);
        pieces.push({ text: article.text.slice(at, mark.start) });
        pieces.push({
          text: article.text.slice(mark.start, mark.end),
          ...(entry === undefined ? {} : { paint: paint[entry.colour], plain: ['‹', `·${entry.word}›`] as const }),
        });
        at = mark.end;
      }
      pieces.push({ text: article.text.slice(at, block.end) });
      return [...wrapPainted(pieces, columns, paint.on), ''];
    });
}

function legendOf(record: ArticleRecord, paint: Paint): string {
  if (!paint.on) return '';
  const present = new Set(marksOf(record).map((mark) => mark.kind));
  const words = kinds.filter((entry) => present.has(entry.kind)).map((entry) => paint[entry.colour](entry.word));
  return words.length === 0 ? '' : `Evidence: ${[...new Set(words)].join(' · ')}`;
}
