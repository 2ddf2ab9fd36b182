import { type RawBuilder, sql } from 'kysely';
import type { Clause } from './clause.ts';
import type { IndexMember } from './search-index.ts';

type Condition = RawBuilder<unknown>;

/** One group of a request as SQL: alternatives over the number of a document. */
export function groupCondition(
  group: readonly IndexMember[],
  document: Condition,
  words: (clause: Clause) => Condition,
): Condition {
  return sql`(${sql.join(
    group.map((member) => memberCondition(member, document, words)),
    sql` or `,
  )})`;
}

export function memberCondition(
  member: IndexMember,
  document: Condition,
  words: (clause: Clause) => Condition,
): Condition {
  switch (member.kind) {
    case 'words':
      return words(member.clause);
    case 'facets':
      if (member.numbers.length === 0) return sql`1 = 0`;
      return sql`exists (select 1 from search_filters x where x.facet in (${sql.join(member.numbers)}) and x.document = ${document})`;
    case 'documents': {
      const bounds = [
        ...(member.from === undefined ? [] : [sql`${document} >= ${member.from}`]),
        ...(member.to === undefined ? [] : [sql`${document} <= ${member.to}`]),
      ];
      return bounds.length === 0 ? sql`1 = 1` : sql`(${sql.join(bounds, sql` and `)})`;
    }
  }
}
