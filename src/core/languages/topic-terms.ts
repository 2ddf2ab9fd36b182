import type { Topic } from '../model/record.ts';
import type { Entry } from './entry.ts';
import type { TopicTerm } from './record-lexicons.ts';
import { wordList } from './word-list.ts';

/** A word that alone says the topic, and one that only points to it. Weights were fitted on annotated reports. */
const STRONG = 1;
const WEAK = 0.5;

/**
 * `security` holds words of security at large: reported as `other`, and only where no named kind of it is. `ties` holds
 * words of the relations of the two countries, which frame any meeting: reported as `diplomacy`, and with little weight
 * where the text names what was discussed.
 */
export type TopicTable = Readonly<
  Partial<Record<Topic | 'security' | 'ties', readonly [strong: string, weak: string]>>
>;

const FRAMES: Readonly<Record<string, Omit<TopicTerm, 'weight'>>> = {
  security: { topic: 'other', atLarge: true },
  ties: { topic: 'diplomacy', atLarge: true },
};

/** Turns a table `topic: [strong patterns, weak patterns]` into matcher entries; patterns are separated by commas. */
export function topicTerms(table: TopicTable): readonly Entry<TopicTerm>[] {
  const entries: Entry<TopicTerm>[] = [];
  for (const [key, lists] of Object.entries(table)) {
    const at = FRAMES[key] ?? { topic: key as Topic };
    lists?.forEach((patterns, i) => {
      const weight = i === 0 ? STRONG : WEAK;
      for (const pattern of wordList(patterns)) entries.push({ pattern, value: { ...at, weight } });
    });
  }
  return entries;
}
