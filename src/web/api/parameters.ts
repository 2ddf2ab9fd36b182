import { z } from '@hono/zod-openapi';
import { isPlain } from '../filter-parameters.ts';

/** Numbers in an address are digits; what else a number could be written as is refused. */
function whole(least: number, most: number) {
  return z.preprocess(
    (value) => (typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : value),
    z.int().min(least).max(most),
  );
}

export function limitParameter(usual: number, most = 500) {
  return whole(1, most).default(usual).describe('How many at most.');
}

export function versionParameter(which: string) {
  return whole(1, 1_000_000).optional().describe(which);
}

export const cursorParameter = z
  .string()
  .regex(/^[A-Za-z0-9_-]{1,400}$/)
  .optional()
  .describe('`next` of the page before.');

export const switchParameter = z
  .enum(['true', 'false'])
  .transform((value) => value === 'true')
  .default(false)
  .openapi({ type: 'boolean', default: false });

/** `fields=id,title`: members of the answer, or of the items of a list. */
export function fieldsParameter(members: readonly string[]) {
  return z
    .string()
    .transform((value) => value.split(','))
    .pipe(z.array(z.enum(members as [string, ...string[]])).min(1))
    .optional()
    .describe('Only these members, separated by commas.')
    .openapi({
      type: 'array',
      minItems: 1,
      items: { type: 'string', enum: [...members] },
      param: { style: 'form', explode: false },
    });
}

/** An id in a path. One that no id can be is simply not found. */
export const idParameter = z.string().min(1).max(300).refine(isPlain);
