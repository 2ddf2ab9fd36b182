import { z } from 'zod';

export const readerReportSchema = z
  .strictObject({
    schema: z.literal('rapporteur.reader-report/1'),
    id: z.string(),
    subject: z.enum(['meeting', 'person']),
    subjectId: z.string(),
    message: z.string(),
    contact: z.string().nullable().describe('How to reach the reader, when they say.'),
    language: z.string().describe('Of the page on which it was written.'),
    at: z.iso.datetime({ offset: true }),
    closed: z.strictObject({ at: z.iso.datetime({ offset: true }), by: z.string(), answer: z.string() }).nullable(),
  })
  .describe('What a reader says is wrong, for an editor.');

export function renderReaderReport(report: {
  readonly id: string;
  readonly subject: 'meeting' | 'person';
  readonly subjectId: string;
  readonly message: string;
  readonly contact?: string;
  readonly language: string;
  readonly at: string;
  readonly closed?: { readonly at: string; readonly by: string; readonly answer: string };
}): z.infer<typeof readerReportSchema> {
  const { id, subject, subjectId, message, contact, language, at, closed } = report;
  return {
    schema: 'rapporteur.reader-report/1',
    id,
    subject,
    subjectId,
    message,
    contact: contact ?? null,
    language,
    at,
    closed: closed === undefined ? null : { at: closed.at, by: closed.by, answer: closed.answer },
  };
}
