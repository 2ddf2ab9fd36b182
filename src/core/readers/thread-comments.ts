/** What the order of a conversation rests on. Answers come after what they answer. */
export interface Answer {
  readonly id: string;
  readonly parentId?: string;
  /** False for a place whose words are gone: it is only there for its answers. */
  readonly visible: boolean;
}

export const threadOrders = ['oldest', 'newest', 'answered'] as const;
export type ThreadOrder = (typeof threadOrders)[number];

export interface ThreadLine<T> {
  readonly comment: T;
  /** 0 for what answers nothing. */
  readonly depth: number;
}

/**
 * One list of lines for each conversation. The order is that of the conversations; inside one the answers stand below what
 * they answer, the oldest first, whatever the order.
 */
export function threadComments<T extends Answer>(
  comments: readonly T[],
  order: ThreadOrder,
): readonly (readonly ThreadLine<T>[])[] {
  const known = new Set(comments.map(({ id }) => id));
  const answers = new Map<string, T[]>();
  const firsts: T[] = [];
  for (const comment of comments) {
    const { parentId } = comment;
    if (parentId === undefined || !known.has(parentId)) firsts.push(comment);
    else {
      const others = answers.get(parentId);
      if (others === undefined) answers.set(parentId, [comment]);
      else others.push(comment);
    }
  }
  const alive = new Set<string>();
  for (const { id, visible } of [...comments].reverse())
    if (visible || answers.get(id)?.some((answer) => alive.has(answer.id)) === true) alive.add(id);
  const threads = firsts.filter(({ id }) => alive.has(id)).map((first) => linesOf(first, answers, alive));
  if (order === 'newest') return threads.reverse();
  return order === 'answered' ? threads.sort((a, b) => b.length - a.length) : threads;
}

/** Without recursion: people answer each other for a long time. */
function linesOf<T extends Answer>(
  first: T,
  answers: ReadonlyMap<string, readonly T[]>,
  alive: ReadonlySet<string>,
): readonly ThreadLine<T>[] {
  const lines: ThreadLine<T>[] = [];
  const waiting: ThreadLine<T>[] = [{ comment: first, depth: 0 }];
  for (let line = waiting.pop(); line !== undefined; line = waiting.pop()) {
    lines.push(line);
    const { depth } = line;
    const below = (answers.get(line.comment.id) ?? []).filter(({ id }) => alive.has(id));
    waiting.push(...[...below].reverse().map((comment) => ({ comment, depth: depth + 1 })));
  }
  return lines;
}
