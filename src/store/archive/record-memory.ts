import { randomUUID } from 'node:crypto';
import type { Queries, Writer } from '../tables.ts';
import { readSetting, writeSetting } from './settings.ts';

const setting = 'record-revision';
/** Answers kept at once: those of the rooms, and of the filters that people use. */
const mostAnswers = 300;

/** Answers that count over the whole record, kept until the record changes. */
export interface RecordMemory {
  /** @param make asked when the answer is not known, or is of an older record */
  recall<T>(question: string, make: () => Promise<T>): Promise<T>;
}

export function createRecordMemory(db: Queries): RecordMemory {
  const answers = new Map<string, { readonly revision: string | undefined; readonly answer: Promise<unknown> }>();
  return {
    recall: async <T>(question: string, make: () => Promise<T>): Promise<T> => {
      // Asked first: an answer of newer rows under an older mark is only counted once more.
      const revision = await readSetting(db, setting);
      const known = answers.get(question);
      if (known !== undefined && known.revision === revision) return known.answer as Promise<T>;
      const answer = make();
      answers.delete(question);
      answers.set(question, { revision, answer });
      answer.catch(() => answers.delete(question));
      const [oldest] = answers.keys();
      if (answers.size > mostAnswers && oldest !== undefined) answers.delete(oldest);
      return answer;
    },
  };
}

/**
 * Says that meetings, their people or their reports changed, in the transaction that changes them, and last in it: two
 * writers wait for each other here.
 */
export async function markRecordChanged(tx: Writer): Promise<void> {
  await writeSetting(tx, setting, randomUUID());
}
