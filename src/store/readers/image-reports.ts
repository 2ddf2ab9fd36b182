import { countReporters, newAccountDays, reportersNeeded } from '../../core/moderation/image-reports.ts';
import { storableText } from '../archive/compression.ts';
import type { ArchiveContext } from '../archive/context.ts';
import type { Queries, Writer } from '../tables.ts';
import { addDeskEntry } from './desk-entry.ts';
import type { BlockedImage, ImageReportReason, ImageReportStore, ReportedImage } from './image-report-store.ts';

export function createImageReportStore({ db, write, now, dialect }: ArchiveContext): ImageReportStore {
  return {
    report: (report) =>
      write(async (tx) => {
        await dialect.lock(tx, `image ${report.image}`);
        const { image, address } = report;
        const known = await tx
          .selectFrom('image_reports')
          .select('seq')
          .where('image', '=', image)
          .where('user_id', '=', report.accountId)
          .executeTakeFirst();
        const blockedBefore = (await stateOf(tx, image))?.state === 'blocked';
        if (known !== undefined) return { again: true, blocked: blockedBefore };
        const account = await tx
          .selectFrom('users')
          .select('created_at')
          .where('id', '=', report.accountId)
          .executeTakeFirstOrThrow();
        const age = Date.parse(now()) - Date.parse(account.created_at);
        await tx
          .insertInto('image_reports')
          .values({
            image,
            address,
            article_id: report.articleId,
            user_id: report.accountId,
            reason: report.reason,
            note: storableText(report.note),
            network: report.network,
            is_new: age < newAccountDays * 24 * 3_600_000 ? 1 : 0,
            spent: 0,
            at: now(),
          })
          .execute();
        await learn(tx, address, image);
        return { again: false, blocked: blockedBefore || (await blockWhenEnough(tx, image, report.threshold, now())) };
      }),
    async blocked(images) {
      if (images.length === 0) return new Map();
      const rows = await db
        .selectFrom('image_states')
        .select(['image', 'reason'])
        .where('image', 'in', images)
        .where('state', '=', 'blocked')
        .execute();
      return new Map(
        rows.map(({ image, reason }): [string, BlockedImage] => [
          image,
          { image, reason: reason as ImageReportReason },
        ]),
      );
    },
    async blockedAddresses(addresses) {
      if (addresses.length === 0) return new Map();
      const rows = await db
        .selectFrom('image_addresses')
        .innerJoin('image_states', 'image_states.image', 'image_addresses.image')
        .select(['image_addresses.address', 'image_states.image', 'image_states.reason'])
        .where('image_addresses.address', 'in', addresses)
        .where('image_states.state', '=', 'blocked')
        .execute();
      return new Map(
        rows.map(({ address, image, reason }): [string, BlockedImage] => [
          address,
          { image, reason: reason as ImageReportReason },
        ]),
      );
    },
    learnAddress: (address, image) => write((tx) => learn(tx, address, image)),
    async waiting(limit) {
      const rows = await open(db)
        .select((select) => ['image_reports.image', select.fn.countAll<number>().as('reports')])
        .groupBy('image_reports.image')
        .orderBy('reports', 'desc')
        .orderBy('image_reports.image')
        .limit(limit)
        .execute();
      return Promise.all(rows.map(({ image }) => read(db, image)));
    },
    async blockedList(limit) {
      const rows = await db
        .selectFrom('image_states')
        .select('image')
        .where('state', '=', 'blocked')
        .orderBy('at', 'desc')
        .limit(limit)
        .execute();
      return Promise.all(rows.map(({ image }) => read(db, image)));
    },
    async waitingCount() {
      const row = await open(db)
        .select((select) => select.fn.count<number>('image_reports.image').distinct().as('total'))
        .executeTakeFirstOrThrow();
      return Number(row.total);
    },
    async get(image) {
      const found = await read(db, image);
      return found.addresses.length === 0 ? undefined : found;
    },
  };
}

/** Reports that nobody has answered, of accounts that count. */
function open(db: Queries) {
  return db
    .selectFrom('image_reports')
    .innerJoin('users', 'users.id', 'image_reports.user_id')
    .where('users.email_verified', '=', 1)
    .where('users.blocked', '=', 0)
    .where('spent', '=', 0);
}

export function stateOf(db: Queries, image: string) {
  return db.selectFrom('image_states').selectAll().where('image', '=', image).executeTakeFirst();
}

async function learn(tx: Writer, address: string, image: string): Promise<void> {
  await tx
    .insertInto('image_addresses')
    .values({ address, image })
    .onConflict((conflict) => conflict.column('address').doUpdateSet({ image }))
    .execute();
}

async function blockWhenEnough(tx: Writer, image: string, threshold: number, at: string): Promise<boolean> {
  const reports = await open(tx)
    .select(['network', 'is_new', 'reason'])
    .where('image_reports.image', '=', image)
    .execute();
  const restores = (await stateOf(tx, image))?.restores ?? 0;
  const people = countReporters(reports.map(({ network, is_new }) => ({ network, isNew: is_new === 1 })));
  if (people < reportersNeeded(threshold, restores)) return false;
  const before = { state: (await stateOf(tx, image)) ?? null, spent: [] };
  await setImageState(tx, image, { state: 'blocked', reason: mostGiven(reports), restores, at });
  const reason = String(people);
  await addDeskEntry(tx, { queue: 'images', subject: image, action: 'block', reason }, before, at);
  return true;
}

function mostGiven(reports: readonly { readonly reason: string }[]): string {
  const counts = new Map<string, number>();
  for (const { reason } of reports) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 'other';
}

/** The state of a picture, whatever it was before. */
export async function setImageState(
  tx: Writer,
  image: string,
  change: { readonly state: string; readonly reason: string; readonly restores: number; readonly at: string },
): Promise<void> {
  await tx
    .insertInto('image_states')
    .values({ image, ...change })
    .onConflict((conflict) => conflict.column('image').doUpdateSet(change))
    .execute();
}

async function read(db: Queries, image: string): Promise<ReportedImage> {
  const [state, addresses, reports] = await Promise.all([
    stateOf(db, image),
    db.selectFrom('image_addresses').select('address').where('image', '=', image).orderBy('address').execute(),
    open(db)
      .select(['reason', 'note', 'article_id', 'at', 'is_new'])
      .where('image_reports.image', '=', image)
      .orderBy('seq')
      .execute(),
  ]);
  return {
    image,
    addresses: addresses.map(({ address }) => address),
    state: state?.state === 'blocked' ? 'blocked' : 'reported',
    restores: state?.restores ?? 0,
    reports: reports.map(({ reason, note, article_id, at, is_new }) => ({
      reason: reason as ImageReportReason,
      note,
      articleId: article_id,
      at,
      isNew: is_new === 1,
    })),
  };
}
