import { RapporteurError } from '../../errors.ts';
import type { ReaderReport, ReaderReportStore } from '../editing.ts';
import { optional } from './article-rows.ts';
import { storableText } from './compression.ts';
import type { ArchiveContext } from './context.ts';

export function createReaderReportStore({ db, write }: ArchiveContext): ReaderReportStore {
  return {
    add: (report) =>
      write(async (tx) => {
        const row = await tx
          .insertInto('reader_reports')
          .values({
            subject: report.subject,
            subject_id: report.subjectId,
            message: storableText(report.message),
            contact: report.contact === undefined ? null : storableText(report.contact),
            language: report.language,
            at: report.at,
            closed_at: null,
            closed_by: null,
            answer: null,
          })
          .returning('seq')
          .executeTakeFirstOrThrow();
        return { ...report, id: `r${row.seq}` };
      }),
    list: async (query = {}) => {
      let select = db.selectFrom('reader_reports').selectAll();
      if (query.openOnly === true) select = select.where('closed_at', 'is', null);
      if (query.subjectId !== undefined) select = select.where('subject_id', '=', query.subjectId);
      const rows = await select.orderBy('seq').execute();
      return rows.map(
        (row): ReaderReport => ({
          id: `r${row.seq}`,
          subject: row.subject as ReaderReport['subject'],
          subjectId: row.subject_id,
          message: row.message,
          language: row.language,
          at: row.at,
          ...optional('contact', row.contact),
          ...(row.closed_at === null
            ? {}
            : { closed: { at: row.closed_at, by: row.closed_by ?? '', answer: row.answer ?? '' } }),
        }),
      );
    },
    count: async (since) => {
      const row = await db
        .selectFrom('reader_reports')
        .select((select) => select.fn.countAll<number>().as('total'))
        .where('at', '>=', since)
        .executeTakeFirstOrThrow();
      return Number(row.total);
    },
    close: (id, { at, by, answer }) =>
      write(async (tx) => {
        const seq = /^r(\d{1,9})$/.exec(id)?.[1];
        const result =
          seq === undefined
            ? undefined
            : await tx
                .updateTable('reader_reports')
                .set({ closed_at: at, closed_by: by, answer: storableText(answer) })
                .where('seq', '=', Number(seq))
                .where('closed_at', 'is', null)
                .executeTakeFirst();
        if (result === undefined || Number(result.numUpdatedRows) === 0) {
          throw new RapporteurError('not-found', `There is no open report "${id}".`, { context: { public: { id } } });
        }
      }),
  };
}
