import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildEvidenceTree, type EvidenceNode, joinMarks, type Mark } from './evidence-tree.ts';

function show(nodes: readonly EvidenceNode<string>[]): string {
  return nodes
    .map((node) =>
      node.kind === 'text'
        ? node.text
        : `${node.opens ? '[' : '<'}${show(node.children)}${node.closes ? `]${node.mark.refs.join()}` : '>'}`,
    )
    .join('');
}

const mark = (start: number, end: number, ...refs: string[]): Mark<string> => ({ start, end, refs });
const text = 'abcdefghij';
const tree = (marks: readonly Mark<string>[], piece = { start: 0, end: 10 }) =>
  show(buildEvidenceTree(text, piece, marks));

describe('buildEvidenceTree', () => {
  test.each([
    ['nothing', [], 'abcdefghij'],
    ['one', [mark(2, 4, '1')], 'ab[cd]1efghij'],
    ['side by side', [mark(0, 2, '1'), mark(2, 4, '2')], '[ab]1[cd]2efghij'],
    ['nested', [mark(1, 8, '1'), mark(3, 5, '2')], 'a[bc[de]2fgh]1ij'],
    ['same start', [mark(1, 3, '2'), mark(1, 6, '1')], 'a[[bc]2def]1ghij'],
    ['same end', [mark(1, 6, '1'), mark(4, 6, '2')], 'a[bcd[ef]2]1ghij'],
    ['overlapping: the second is cut and goes on', [mark(1, 5, '1'), mark(3, 8, '2')], 'a[bc[de>]1<fgh]2ij'],
    ['empty and backward marks are no marks', [mark(3, 3, '1'), mark(6, 4, '2')], 'abcdefghij'],
    ['outside of the piece', [mark(20, 30, '1')], 'abcdefghij'],
  ])('%s', (_, marks, expected) => {
    expect(tree(marks)).toBe(expected);
  });

  test('a mark that reaches over the piece on both sides', () => {
    expect(tree([mark(1, 9, '1')], { start: 3, end: 6 })).toBe('<def]1');
  });

  test('no word is lost or doubled, and every mark opens and closes at most once', () => {
    const anyMark = fc.tuple(fc.nat(10), fc.nat(10)).map(([a, b]) => mark(Math.min(a, b), Math.max(a, b), `${a}-${b}`));
    fc.assert(
      fc.property(fc.array(anyMark, { maxLength: 12 }), (marks) => {
        const joined = joinMarks(marks);
        const nodes = buildEvidenceTree(text, { start: 0, end: 10 }, joined);
        const words = (list: readonly EvidenceNode<string>[]): string =>
          list.map((node) => (node.kind === 'text' ? node.text : words(node.children))).join('');
        expect(words(nodes)).toBe(text);
        const shown = show(nodes);
        const real = joined.filter(({ start, end }) => end > start).length;
        expect(shown.split('[').length - 1).toBe(real);
        expect(shown.split(']').length - 1).toBe(real);
      }),
    );
  });
});

test('joinMarks makes one mark of one span', () => {
  expect(joinMarks([mark(1, 2, 'a'), mark(1, 2, 'b'), mark(1, 2, 'a'), mark(1, 3, 'c')])).toEqual([
    mark(1, 2, 'a', 'b'),
    mark(1, 3, 'c'),
  ]);
});
