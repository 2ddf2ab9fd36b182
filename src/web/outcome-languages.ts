import type { Meeting } from '../core/model/record.ts';
import type { Store } from '../store/store.ts';

/** Language of every article that words an outcome of these meetings, by article id. */
export async function readOutcomeLanguages(
  store: Store,
  meetings: readonly Pick<Meeting, 'outcomes'>[],
): Promise<ReadonlyMap<string, string>> {
  const ids = meetings.flatMap(({ outcomes }) => outcomes.flatMap((outcome) => outcome.evidence[0]?.articleId ?? []));
  const rows = await store.articles.rows([...new Set(ids)]);
  return new Map(rows.map((row) => [row.id, row.language]));
}

/** The words of an outcome are those of its first report. */
export function outcomeLanguage(
  outcome: Meeting['outcomes'][number],
  languages: ReadonlyMap<string, string>,
): string | undefined {
  return languages.get(outcome.evidence[0]?.articleId ?? '');
}
