import type { ErrorCode } from '../../errors.ts';
import type { ImportFailure, ImportStore } from '../importing.ts';
import { optional } from './article-rows.ts';
import { storableText } from './compression.ts';
import type { ArchiveContext } from './context.ts';

export function createImportStore({ db, write }: ArchiveContext): ImportStore {
  return {
    inputs: async () => {
      const rows = await db.selectFrom('import_inputs').selectAll().orderBy('path').execute();
      return rows.map(({ path, stamp, position, began_at }) => ({ path, stamp, position, beganAt: began_at }));
    },
    putInput: (input) =>
      write(async (tx) => {
        const row = { stamp: input.stamp, position: storableText(input.position), began_at: input.beganAt };
        await tx
          .insertInto('import_inputs')
          .values({ path: storableText(input.path), ...row })
          .onConflict((conflict) => conflict.column('path').doUpdateSet(row))
          .execute();
      }),
    clearInputs: (paths) =>
      write(async (tx) => {
        for (const path of paths) await tx.deleteFrom('import_inputs').where('path', '=', storableText(path)).execute();
      }),
    putFailure: (failure) =>
      write(async (tx) => {
        const row = {
          position: failure.position ?? null,
          code: failure.code,
          detail: failure.detail === undefined ? null : storableText(failure.detail),
          failed_at: failure.failedAt,
        };
        await tx
          .insertInto('import_failures')
          .values({ input: storableText(failure.input), item: storableText(failure.item), ...row, tries: 1 })
          .onConflict((conflict) =>
            conflict
              .columns(['input', 'item'])
              .doUpdateSet((set) => ({ ...row, tries: set('import_failures.tries', '+', 1) })),
          )
          .execute();
      }),
    removeFailure: (input, item) =>
      write(async (tx) => {
        await tx
          .deleteFrom('import_failures')
          .where('input', '=', storableText(input))
          .where('item', '=', storableText(item))
          .execute();
      }),
    failures: async ({ limit, after } = {}) => {
      let select = db.selectFrom('import_failures').selectAll();
      if (after !== undefined) {
        select = select.where((where) =>
          where.or([
            where('input', '>', after.input),
            where.and([where('input', '=', after.input), where('item', '>', after.item)]),
          ]),
        );
      }
      if (limit !== undefined) select = select.limit(limit);
      const rows = await select.orderBy('input').orderBy('item').execute();
      return rows.map(
        (row): ImportFailure => ({
          input: row.input,
          item: row.item,
          code: row.code as ErrorCode,
          failedAt: row.failed_at,
          tries: row.tries,
          ...optional('position', row.position),
          ...optional('detail', row.detail),
        }),
      );
    },
    countFailures: async () => {
      const { rows } = await db
        .selectFrom('import_failures')
        .select((select) => select.fn.countAll<number>().as('rows'))
        .executeTakeFirstOrThrow();
      return Number(rows);
    },
  };
}
