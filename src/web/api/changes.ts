import { z } from '@hono/zod-openapi';
import { changeListSchema, renderChangeList } from '../../schemas/change-list.ts';
import { readOffset, writeCursor } from '../../store/archive/cursor.ts';
import { apiRoute } from './api-route.ts';
import { cursorParameter, limitParameter } from './parameters.ts';

const lastChange = Number.MAX_SAFE_INTEGER;

const changes = apiRoute({
  path: '/changes',
  tag: 'meetings',
  summary: 'Facts of meetings that are new, other, or gone, the oldest first; events say so as it happens',
  noun: 'changes',
  answer: changeListSchema,
  query: {
    after: z
      .string()
      .regex(/^\d{1,15}$/)
      .transform(Number)
      .optional()
      .describe('Only changes behind this number: `seq` of the last one that you know.'),
    limit: limitParameter(100),
    cursor: cursorParameter,
  },
  async read({ room, query: { after = 0, limit, cursor } }) {
    const from = cursor === undefined ? after : Math.max(after, readOffset(cursor, lastChange));
    const { total, items } = await room.store.record.changes({ after: from, limit });
    const last = items.at(-1)?.seq;
    return renderChangeList({
      total,
      items,
      ...(last === undefined || total <= items.length ? {} : { next: writeCursor([last]) }),
    });
  },
});

export const changeRoutes = [changes];
