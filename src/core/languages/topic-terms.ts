import type { Topic } from '../model/record.ts';
import type { Entry } from './language-pack.ts';
import type { TopicTerm } from './record-lexicons.ts';

/** A word that alone says the topic, and one that only points to it. Weights were fitted on annotated reports. */
const STRONG = 1;
const WEAK = 0.5;

/** Turns a table `topic: [strong patterns, weak patterns]` into matcher entries. */
export function topicTerms(
  table: Readonly<Partial<Record<Topic, readonly [strong: readonly string[], weak: readonly string[]]>>>,
): readonly Entry<TopicTerm>[] {
  const entries: Entry<TopicTerm>[] = [];
  for (const [topic, [strong, weak]] of Object.entries(table) as [
    Topic,
    readonly [readonly string[], readonly string[]],
  ][]) {
    for (const pattern of strong) entries.push({ pattern, value: { topic, weight: STRONG } });
    for (const pattern of weak) entries.push({ pattern, value: { topic, weight: WEAK } });
  }
  return entries;
}
