import type { Span } from '../core/model/evidence.ts';

/** A span to be marked in a text, with what refers to it. */
export interface Mark<T> extends Span {
  readonly refs: readonly T[];
}

export type EvidenceNode<T> =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'mark';
      readonly mark: Mark<T>;
      /** False for what is left of a mark that had to be cut, and where the piece begins inside a mark. */
      readonly opens: boolean;
      readonly closes: boolean;
      readonly children: readonly EvidenceNode<T>[];
    };

interface OpenNode<T> {
  readonly end: number;
  readonly children: EvidenceNode<T>[];
}

/**
 * Nests marks in a piece of text. HTML cannot overlap elements: a mark that reaches over the end of the one around it
 * is cut there and goes on after it.
 */
export function buildEvidenceTree<T>(text: string, piece: Span, marks: readonly Mark<T>[]): EvidenceNode<T>[] {
  const root: EvidenceNode<T>[] = [];
  const open: OpenNode<T>[] = [{ end: piece.end, children: root }];
  let at = piece.start;

  const top = (): OpenNode<T> => open[open.length - 1] as OpenNode<T>;
  const say = (to: number): void => {
    if (to > at) top().children.push({ kind: 'text', text: text.slice(at, to) });
    at = Math.max(at, to);
  };
  const advance = (to: number): void => {
    while (open.length > 1 && top().end <= to) {
      say(top().end);
      open.pop();
    }
    say(to);
  };

  const waiting = marks
    .filter((mark) => mark.end > piece.start && mark.start < piece.end && mark.end > mark.start)
    .map((mark) => ({ mark, start: Math.max(mark.start, piece.start), end: Math.min(mark.end, piece.end) }))
    .sort((a, b) => a.start - b.start || b.end - a.end);

  for (let index = 0; index < waiting.length; index++) {
    const next = waiting[index] as (typeof waiting)[number];
    advance(next.start);
    const end = Math.min(next.end, top().end);
    if (end < next.end) {
      const rest = { mark: next.mark, start: end, end: next.end };
      let place = index + 1;
      while (place < waiting.length && order(waiting[place] as typeof rest, rest) < 0) place++;
      waiting.splice(place, 0, rest);
    }
    const children: EvidenceNode<T>[] = [];
    top().children.push({
      kind: 'mark',
      mark: next.mark,
      opens: next.start === next.mark.start,
      closes: end === Math.min(next.mark.end, piece.end),
      children,
    });
    open.push({ end, children });
  }
  advance(piece.end);
  return root;
}

function order(a: Span, b: Span): number {
  return a.start - b.start || b.end - a.end;
}

/** Marks that cover the same span become one. */
export function joinMarks<T>(marks: readonly Mark<T>[]): Mark<T>[] {
  const bySpan = new Map<string, { start: number; end: number; refs: T[] }>();
  for (const { start, end, refs } of marks) {
    const key = `${start}-${end}`;
    const known = bySpan.get(key);
    if (known === undefined) bySpan.set(key, { start, end, refs: [...refs] });
    else known.refs.push(...refs.filter((ref) => !known.refs.includes(ref)));
  }
  return [...bySpan.values()];
}
