import type { CitedArticle } from '../core/export/citation.ts';
import type { Meeting } from '../core/model/record.ts';
import { citedArticle } from './cite.ts';
import { type MeetingFact, meetingFacts } from './meeting-facts.ts';
import { openQuotations, type Quotation, readPublishedArticle } from './published-article.ts';
import type { Room } from './room.ts';
import { meetingSentence } from './wording/meeting-sentence.ts';
import type { PeopleById } from './wording/people.ts';

/** Meetings told for somebody who will not open the site: every fact with its sentence, every sentence with its source. */
export interface Briefing {
  readonly entries: readonly BriefingEntry[];
  /** In the order in which they are cited, from 1. */
  readonly sources: readonly CitedArticle[];
}

export interface BriefingEntry {
  readonly meeting: Meeting;
  readonly sentence: string;
  readonly groups: readonly CitedFacts[];
}

/** Facts that rest on one sentence. */
export interface CitedFacts {
  readonly facts: readonly MeetingFact[];
  readonly quotation: Quotation;
  /** Number of its source. */
  readonly source: number;
}

/** `site` is the address of this site, for the archived copies. */
export async function readBriefing(
  room: Room,
  meetings: readonly Meeting[],
  people: PeopleById,
  site: string,
): Promise<Briefing> {
  const { store, settings, tr } = room;
  const told = meetings.map((meeting) => ({ meeting, facts: meetingFacts(meeting, people, tr) }));
  // A fact is quoted from its first report that may be quoted.
  const articleIds = new Set(told.flatMap(({ facts }) => facts.flatMap((fact) => idsOf(fact).slice(0, 3))));
  const quotationsOf = await openQuotations(store, articleIds, settings);
  const numbers = new Map<string, number>();
  const entries = told.map(({ meeting, facts }): BriefingEntry => {
    const groups = new Map<string, { facts: MeetingFact[]; quotation: Quotation; source: number }>();
    for (const fact of facts) {
      const quotations = quotationsOf(fact.evidence);
      const quotation = quotations.find(({ words }) => words !== undefined) ?? quotations[0];
      // What cannot be shown to stand somewhere is not in a briefing.
      if (quotation === undefined) continue;
      const { articleId } = quotation;
      const source = numbers.get(articleId) ?? numbers.size + 1;
      numbers.set(articleId, source);
      const key = `${articleId} ${quotedText(quotation) ?? ''}`;
      const known = groups.get(key);
      if (known === undefined) groups.set(key, { facts: [fact], quotation, source });
      else known.facts.push(fact);
    }
    return { meeting, sentence: meetingSentence(meeting, people, tr), groups: [...groups.values()] };
  });
  const sources: CitedArticle[] = [];
  for (const id of numbers.keys()) {
    const article = await readPublishedArticle(store, id, settings);
    if (article !== undefined) sources.push(citedArticle(article, site));
  }
  return { entries, sources };
}

/** The sentence as one text; none where the outlet allows no quoting. */
export function quotedText({ words }: Pick<Quotation, 'words'>): string | undefined {
  return words
    ?.map(({ text }) => text)
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
}

function idsOf({ evidence }: MeetingFact): string[] {
  return [...new Set(evidence.map(({ articleId }) => articleId))];
}
