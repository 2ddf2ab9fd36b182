import { expect, test } from 'vitest';
import { type Answer, type ThreadOrder, threadComments } from './thread-comments.ts';

const said = (id: string, parentId?: string): Answer => ({
  id,
  visible: true,
  ...(parentId === undefined ? {} : { parentId }),
});
const gone = (id: string, parentId?: string): Answer => ({ ...said(id, parentId), visible: false });
const drawn = (comments: readonly Answer[], order: ThreadOrder = 'oldest') =>
  threadComments(comments, order).map((lines) => lines.map(({ comment, depth }) => `${depth}${comment.id}`).join(' '));

const talk = [said('a'), said('b'), said('c', 'b'), said('d', 'a'), said('e', 'b'), said('f', 'c'), said('g')];

test.each<[ThreadOrder, readonly string[]]>([
  ['oldest', ['0a 1d', '0b 1c 2f 1e', '0g']],
  ['newest', ['0g', '0b 1c 2f 1e', '0a 1d']],
  ['answered', ['0b 1c 2f 1e', '0a 1d', '0g']],
])('in the order %s', (order, lines) => {
  expect(drawn(talk, order)).toEqual(lines);
});

test('a place stays while somebody can be read below it', () => {
  expect(drawn([gone('a'), said('b', 'a'), gone('c', 'a'), gone('d')])).toEqual(['0a 1b']);
  expect(drawn([gone('a'), gone('b', 'a'), said('c', 'b')])).toEqual(['0a 1b 2c']);
});

test('an answer to what is not known begins a conversation', () => {
  expect(drawn([said('b', 'nowhere')])).toEqual(['0b']);
});

test('ten thousand answers to each other are lines, not calls', () => {
  const chain = Array.from({ length: 10_000 }, (_, at) => said(`c${at}`, at === 0 ? undefined : `c${at - 1}`));
  expect(threadComments(chain, 'oldest')[0]?.at(-1)?.depth).toBe(9_999);
});
