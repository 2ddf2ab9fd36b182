import type { Withdrawal } from '../editing.ts';
import type { Queries, Writer } from '../tables.ts';

export async function readWithdrawals(db: Queries): Promise<Withdrawal[]> {
  const rows = await db.selectFrom('withdrawals').selectAll().orderBy('person_id').execute();
  return rows.map((row) => JSON.parse(row.data) as Withdrawal);
}

/** Makes the stored list equal to the given one. True when something differs: search has to be made anew then. */
export async function replaceWithdrawals(tx: Writer, withdrawals: readonly Withdrawal[]): Promise<boolean> {
  const before = await tx.selectFrom('withdrawals').selectAll().orderBy('person_id').execute();
  const after = [...withdrawals]
    .sort((a, b) => (a.personId < b.personId ? -1 : 1))
    .map((one) => ({ person_id: one.personId, data: JSON.stringify(one) }));
  if (JSON.stringify(before) === JSON.stringify(after)) return false;
  await tx.deleteFrom('withdrawals').execute();
  for (const row of after) await tx.insertInto('withdrawals').values(row).execute();
  return true;
}
