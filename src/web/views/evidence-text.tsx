import type { Child } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';
import type { PublishedPiece } from '../../schemas/publish.ts';
import { buildEvidenceTree, type EvidenceNode, type Mark } from '../evidence-tree.ts';
import type { Translator } from '../i18n.ts';
import { anchorOf } from '../published-article.ts';
import { cleanText, directionOf } from '../shown-text.ts';
import { languageTag } from './quotations.tsx';

export interface EvidenceTextProps {
  readonly text: string;
  readonly pieces: readonly PublishedPiece[];
  readonly marks: readonly Mark<number>[];
  readonly tr: Translator;
}

/** The text of an article with its evidence: each mark can be linked to and leads to its facts. */
export function EvidenceText({ text, pieces, marks, tr }: EvidenceTextProps): JSX.Element {
  return (
    <>
      {pieces.map((piece) => (
        <>
          {piece.gapBefore && <Gap text={tr.t('article.gap')} />}
          <Block piece={piece}>{renderNodes(buildEvidenceTree(text, piece, marks), tr)}</Block>
        </>
      ))}
    </>
  );
}

/** Where words were left out, in words for those who cannot see the sign. */
export function Gap({ text }: { text: string }): JSX.Element {
  return (
    <p class="gap">
      <span aria-hidden="true">[…]</span>
      <span class="hidden">{text}</span>
    </p>
  );
}

/** A headline or standfirst that stands in the text word for word, with its evidence. */
export function MarkedLine(props: {
  text: string;
  span: { readonly start: number; readonly end: number };
  marks: readonly Mark<number>[];
  tr: Translator;
}): JSX.Element {
  return <>{renderNodes(buildEvidenceTree(props.text, props.span, props.marks), props.tr)}</>;
}

export function Block({ piece, children }: { piece: PublishedPiece; children?: Child }): JSX.Element {
  const attributes = {
    lang: languageTag(piece.language),
    dir: directionOf(piece.language) === 'auto' ? piece.direction : directionOf(piece.language),
  };
  if (piece.kind === 'heading') return <h2 {...attributes}>{children}</h2>;
  if (piece.kind === 'quote') return <blockquote {...attributes}>{children}</blockquote>;
  if (piece.kind === 'code') return <pre {...attributes}>{children}</pre>;
  const kind = piece.label === 'dateline' ? 'dateline' : piece.kind === 'list-item' ? 'item' : undefined;
  return (
    <p class={kind} {...attributes}>
      {children}
    </p>
  );
}

function renderNodes(nodes: readonly EvidenceNode<number>[], tr: Translator): Child[] {
  return nodes.map((node) => {
    if (node.kind === 'text') return cleanText(node.text);
    return (
      <span class="ev" id={node.opens ? anchorOf(node.mark) : undefined}>
        {renderNodes(node.children, tr)}
        {node.closes &&
          node.mark.refs.map((fact) => (
            <a class="ref" href={`#f-${fact}`} aria-label={tr.t('evidence.to-fact', { number: fact })}>
              {fact}
            </a>
          ))}
      </span>
    );
  });
}
