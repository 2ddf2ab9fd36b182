import type { Article, Block, BlockLabel } from '../core/model/article.ts';
import type { Span } from '../core/model/evidence.ts';
import { splitSentences } from '../core/text/sentences.ts';
import type { QuoteOf } from './evidence.ts';
import type { Publish } from './vocabulary.ts';

/** One run of text that may be shown, inside one block. */
export interface PublishedPiece extends Span {
  readonly text: string;
  readonly label: BlockLabel;
  readonly kind: Block['kind'];
  readonly block: number;
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  /** True when words of the article stand between the piece before and this one. */
  readonly gapBefore: boolean;
}

/** What of an article may be shown, in text order. Site, feeds, exports and API all take it from here. */
export interface PublishedText {
  readonly publish: Publish;
  readonly title: string | null;
  readonly standfirst: string | null;
  /** Dateline and body; headline and standfirst are above. */
  readonly pieces: readonly PublishedPiece[];
  /** True when the whole text is there. */
  readonly complete: boolean;
}

/**
 * How long an excerpt may be: what stays within the usual limits of quoting and is enough to check a fact. The share
 * keeps a short dispatch from being printed whole; one sentence is always shown when a fact rests on it.
 */
export const excerptLimit = { sentences: 5, characters: 800, shareOfBody: 0.5 } as const;

const bodyLabels: ReadonlySet<BlockLabel> = new Set<BlockLabel>(['dateline', 'body']);

/**
 * @param evidenceSpans what must be seen first: the excerpt takes their sentences in this order until the limit
 */
export function publishedText(article: Article, publish: Publish, evidenceSpans: readonly Span[] = []): PublishedText {
  const title = article.title?.value ?? null;
  if (article.dropped !== undefined) return droppedText(article, publish, article.dropped.kept);
  if (publish === 'facts') return { publish, title, standfirst: null, pieces: [], complete: false };
  const standfirst = article.standfirst?.value ?? null;
  const body = article.blocks.filter((block) => bodyLabels.has(block.label));
  if (publish === 'full') {
    return {
      publish,
      title,
      standfirst,
      pieces: body.map((block) => piece(article, block, block, false)),
      complete: true,
    };
  }
  return { publish, title, standfirst, pieces: excerpt(article, body, evidenceSpans), complete: false };
}

/** Quotes only what the published text shows anyway; a title may always be quoted. */
export function quoteFrom(article: Article, published: PublishedText): QuoteOf {
  const shown: Span[] = [...published.pieces];
  if (published.title !== null) shown.push(...(article.title?.spans ?? []));
  if (published.standfirst !== null) shown.push(...(article.standfirst?.spans ?? []));
  const everything = published.complete;
  return ({ start, end }) =>
    everything || shown.some((span) => span.start <= start && end <= span.end) ? article.text.slice(start, end) : null;
}

/** Words that were given up cannot be shown again, whatever the setting says today. */
function droppedText(article: Article, publish: Publish, kept: readonly Span[]): PublishedText {
  const pieces = (publish === 'facts' ? [] : kept).flatMap((span) => {
    const block = article.blocks.find((candidate) => candidate.start <= span.start && span.end <= candidate.end);
    return block === undefined ? [] : [piece(article, block, span, true)];
  });
  return { publish, title: article.title?.value ?? null, standfirst: null, pieces, complete: false };
}

/** Sentences with the evidence of facts, as many as the setting allows to be kept when the text goes. */
export function keptSentences(article: Article, publish: Publish, evidenceSpans: readonly Span[]): Span[] {
  if (publish === 'facts') return [];
  const body = article.blocks.filter((block) => bodyLabels.has(block.label));
  const limits = publish === 'full' ? { sentences: evidenceSpans.length, characters: article.text.length } : undefined;
  return excerpt(article, body, evidenceSpans, limits).map(({ start, end }) => ({ start, end }));
}

function excerpt(
  article: Article,
  body: readonly Block[],
  evidenceSpans: readonly Span[],
  limits?: { readonly sentences: number; readonly characters: number },
): PublishedPiece[] {
  const bodyLength = body.reduce((sum, block) => sum + block.end - block.start, 0);
  const limit = limits?.characters ?? Math.min(excerptLimit.characters, bodyLength * excerptLimit.shareOfBody);
  const sentencesOf = new Map<number, readonly Span[]>();
  const chosen = new Map<number, { block: Block; sentence: Span }>();
  let length = 0;
  for (const span of evidenceSpans) {
    if (chosen.size >= (limits?.sentences ?? excerptLimit.sentences)) break;
    const block = body.find((candidate) => candidate.start <= span.start && span.start < candidate.end);
    if (block === undefined) continue;
    let sentences = sentencesOf.get(block.index);
    if (sentences === undefined) {
      sentences = splitSentences(article.text, block.start, block.end, block.language);
      sentencesOf.set(block.index, sentences);
    }
    const sentence = sentences.find((candidate) => span.start < candidate.end) ?? block;
    if (chosen.has(sentence.start)) continue;
    const added = sentence.end - sentence.start;
    if (chosen.size > 0 && length + added > limit) continue;
    chosen.set(sentence.start, { block, sentence: { start: sentence.start, end: sentence.end } });
    length += added;
  }
  const inOrder = [...chosen.values()].sort((a, b) => a.sentence.start - b.sentence.start);
  let shownTo = body[0]?.start ?? 0;
  return inOrder.map(({ block, sentence }) => {
    const gap = article.text.slice(shownTo, sentence.start).trim() !== '';
    shownTo = sentence.end;
    return piece(article, block, sentence, gap);
  });
}

function piece(article: Article, block: Block, span: Span, gapBefore: boolean): PublishedPiece {
  return {
    start: span.start,
    end: span.end,
    text: article.text.slice(span.start, span.end),
    label: block.label,
    kind: block.kind,
    block: block.index,
    language: block.language,
    direction: block.direction,
    gapBefore,
  };
}
