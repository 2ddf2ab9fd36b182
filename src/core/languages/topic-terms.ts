import type { Topic } from '../model/record.ts';
import type { Entry } from './entry.ts';
import type { TopicTerm } from './record-lexicons.ts';
import { wordList } from './word-list.ts';

/** A word that alone says the topic, and one that only points to it. Weights were fitted on annotated reports. */
const STRONG = 1;
const WEAK = 0.5;

/** `security` holds words of security at large: reported as `other`, and only where no named kind of it is. */
export type TopicTable = Readonly<Partial<Record<Topic | 'security', readonly [strong: string, weak: string]>>>;

/** Turns a table `topic: [strong patterns, weak patterns]` into matcher entries; patterns are separated by commas. */
export function topicTerms(table: TopicTable): readonly Entry<TopicTerm>[] {
  const entries: Entry<TopicTerm>[] = [];
  for (const [key, lists] of Object.entries(table)) {
    const topic = key === 'security' ? 'other' : (key as Topic);
    const at = key === 'security' ? { topic, atLarge: true } : { topic };
    lists?.forEach((patterns, i) => {
      const weight = i === 0 ? STRONG : WEAK;
      for (const pattern of wordList(patterns)) entries.push({ pattern, value: { ...at, weight } });
    });
  }
  return entries;
}
