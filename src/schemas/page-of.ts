import { z } from 'zod';

/** The members of every list: `schema` names what it is a list of. */
export function pageSchema<Name extends string, Item extends z.ZodType>(name: Name, item: Item) {
  return z.strictObject({
    schema: z.literal(name),
    total: z.int().min(0).describe('Of all pages together.'),
    next: z.string().nullable().describe('Give it back as `cursor` for the rest; null on the last page.'),
    items: z.array(item),
  });
}

/** One page of a list as the archive gives it. */
export interface PageInput<Item> {
  readonly total: number;
  readonly next?: string;
  readonly items: readonly Item[];
}

export function renderPageOf<Name extends string, Item, Out>(
  schema: Name,
  page: PageInput<Item>,
  render: (item: Item) => Out,
): { schema: Name; total: number; next: string | null; items: Out[] } {
  return { schema, total: page.total, next: page.next ?? null, items: page.items.map(render) };
}
