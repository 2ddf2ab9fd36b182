import { z } from 'zod';

const checkStatusSchema = z.enum(['ok', 'warning', 'error']);

export const doctorReportSchema = z
  .strictObject({
    schema: z.literal('rapporteur.doctor/1'),
    ok: z.boolean().describe('False when a check found an error.'),
    version: z.string(),
    checks: z.array(
      z.strictObject({
        code: z.string().describe('Stable name of the check.'),
        status: checkStatusSchema,
        message: z.string(),
        todo: z.string().nullable().describe('What to do about it.'),
        count: z.int().min(0).nullable(),
        sample: z.array(z.string()).describe('A few of the things concerned.'),
      }),
    ),
  })
  .describe('The state of an installation and its archive.');
export type DoctorReportOut = z.infer<typeof doctorReportSchema>;

export interface DoctorCheck {
  readonly code: string;
  readonly status: z.infer<typeof checkStatusSchema>;
  readonly message: string;
  readonly todo?: string;
  readonly count?: number;
  readonly sample?: readonly string[];
}

export function renderDoctorReport(version: string, checks: readonly DoctorCheck[]): DoctorReportOut {
  return {
    schema: 'rapporteur.doctor/1',
    ok: checks.every((check) => check.status !== 'error'),
    version,
    checks: checks.map((check) => ({
      code: check.code,
      status: check.status,
      message: check.message,
      todo: check.todo ?? null,
      count: check.count ?? null,
      sample: [...(check.sample ?? [])],
    })),
  };
}
