import { languagePacks } from '../../languages/packs.ts';
import type { TopicTerm } from '../../languages/record-lexicons.ts';
import type { LanguageCode } from '../../model/language.ts';
import type { Topic } from '../../model/record.ts';
import type { TextDocument } from '../../text/document.ts';
import { compileMatcher, type Match, type Matcher } from '../../text/matcher.ts';
import type { Token } from '../../text/tokens.ts';
import type { Found, Scope } from '../found.ts';
import { officeSpans, type TokenSpan } from './office-spans.ts';
import { perLanguage, phrases } from './per-language.ts';
import { type ReadableSentence, sentencesIn } from './scope.ts';

/** How much a topic word says by the sentence it stands in. Fitted on annotated reports. */
const SENTENCE_WEIGHT = { headline: 1, discussion: 1, lead: 0.8, body: 0.5, praise: 0.5, background: 0.15 } as const;

/** A topic is reported when its words together weigh so much. */
const THRESHOLD: Readonly<Record<Topic, number>> = {
  counterterrorism: 0.8,
  migration: 0.8,
  organised_crime: 0.8,
  trafficking: 0.8,
  border: 0.8,
  civil_protection: 0.8,
  defence: 0.8,
  trade: 0.8,
  energy: 0.8,
  culture: 0.9,
  diplomacy: 0.8,
  other: 1,
};

/** Share of their weight that words of the two countries' ties keep where the text names a matter beside them. */
const TIES_BESIDE = 0.7;

/** The same word again adds little: a topic is not more discussed for being named ten times. */
const REPEAT = 0.3;

/** Kinds of security that security at large is about when they are named. */
const SECURITY: ReadonlySet<Topic> = new Set([
  'counterterrorism',
  'organised_crime',
  'trafficking',
  'border',
  'defence',
]);

/** Weight that is enough for "diplomacy" where no topic at all was found. */
const FALLBACK = 0.25;

/** Between ministers of one portfolio, ties and the region are courtesy: they need so many times the weight. */
const LINE_MINISTERS_FACTOR = 3;
const LINE_MINISTER = /^(?:minister|minister_delegate|vice_minister|secretary)(?:_of_state)?:(?!foreign)/;

/** A minister is there for what the office is about: some weight before the first word of it. */
const OFFICE_WEIGHT = 0.4;
const OFFICE_TOPICS: readonly (readonly [RegExp, Topic])[] = [
  [/:interior/, 'border'],
  [/:defen[cs]e/, 'defence'],
  [/:(?:trade|commerce|economy|finance|industry|tourism|fisheries|agriculture)/, 'trade'],
  [/:(?:energy|oil|petroleum)/, 'energy'],
  [/:(?:culture|education|higher_education|sports|religious_affairs)/, 'culture'],
];

/** What is known of the meeting when its topics are read. */
export interface TopicHints {
  /** Role codes of the principals, e.g. `minister:interior`. */
  readonly roles?: readonly string[];
}

interface Weighed {
  readonly item: Found<Topic>;
  readonly weight: number;
  readonly atLarge: boolean;
}

/**
 * Topics said to be discussed or agreed, one entry for each word that supports them.
 * Names of offices and bodies do not count, recalled events and praise count little.
 */
export function findTopics(document: TextDocument, scope: Scope, hints: TopicHints = {}): Found<Topic>[] {
  const found: Weighed[] = [];
  for (const sentence of sentencesIn(document, scope)) {
    const { terms, names, offices, ...cues } = compiled(sentence.language);
    const { firstToken: from, lastToken: to } = sentence;
    const matches = outermost(terms.find(document.tokens, from, to));
    if (matches.length === 0) continue;
    const hidden = endsOfNames(
      [...names.find(document.tokens, from, to), ...offices(document.tokens, from, to)],
      from,
      to,
    );
    const weight = sentenceWeight(document.tokens, sentence, cues);
    for (const match of matches) {
      if ((hidden[match.firstToken - from] ?? 0) >= match.lastToken) continue;
      const { topic } = match.value;
      found.push({
        item: {
          value: topic,
          start: match.start,
          end: match.end,
          sentence: sentence.index,
          rule: `topic:${sentence.language}:${topic}`,
        },
        weight: weight * match.value.weight,
        atLarge: match.value.atLarge === true,
      });
    }
  }
  return keepWeighty(document, found, hints);
}

/**
 * "civil defence" is not defence: a word inside a fixed term says nothing of its own. Inside a term with a gap it does:
 * "cooperation in defence and security" is about both.
 */
function outermost(matches: readonly Match<TopicTerm>[]): Match<TopicTerm>[] {
  let coverStart = -1;
  let coverEnd = -1;
  return matches.filter((match) => {
    if (match.lastToken <= coverEnd && match.firstToken > coverStart) return false;
    if (match.lastToken > coverEnd && !match.pattern.includes('..')) {
      coverStart = match.firstToken;
      coverEnd = match.lastToken;
    }
    return true;
  });
}

/** For each token of the sentence the end of the longest name that it stands in. */
function endsOfNames(names: readonly TokenSpan[], from: number, to: number): Int32Array {
  const ends = new Int32Array(to - from);
  for (const { firstToken, lastToken } of names) {
    for (let i = firstToken; i < lastToken; i++) ends[i - from] = Math.max(ends[i - from] ?? 0, lastToken);
  }
  return ends;
}

function keepWeighty(document: TextDocument, found: readonly Weighed[], hints: TopicHints): Found<Topic>[] {
  const roles = hints.roles ?? [];
  const offices = roles.filter((role) => role !== 'official');
  const lineMinisters = offices.length > 0 && offices.every((role) => LINE_MINISTER.test(role));
  const needed = (topic: Topic): number =>
    THRESHOLD[topic] * (topic === 'diplomacy' && lineMinisters ? LINE_MINISTERS_FACTOR : 1);
  const start = new Map(
    OFFICE_TOPICS.filter(([office]) => roles.some((role) => office.test(role))).map(([, topic]) => [
      topic,
      OFFICE_WEIGHT,
    ]),
  );
  const heavy = (entries: readonly Weighed[], topics: (topic: Topic) => boolean): boolean =>
    [...scoresOf(document, entries, start)].some(([topic, score]) => topics(topic) && score >= needed(topic));
  const secured = heavy(
    found.filter((entry) => !entry.atLarge),
    (topic) => SECURITY.has(topic),
  );
  const named = secured ? found.filter((entry) => !(entry.atLarge && entry.item.value === 'other')) : found;
  const matters = heavy(named, (topic) => topic !== 'diplomacy');
  const counted = matters
    ? named.map((entry) => (isTies(entry) ? { ...entry, weight: entry.weight * TIES_BESIDE } : entry))
    : named;
  const final = scoresOf(document, counted, start);
  const kept = counted
    .filter(({ item }) => (final.get(item.value) ?? 0) >= needed(item.value))
    .map(({ item }) => ({ ...item, certainty: certaintyOfTopic(final.get(item.value) ?? 0) }));
  if (kept.length > 0 || roles.length === 0) return kept;
  if (lineMinisters) {
    // Ministers of defence who met about nothing that has enough weight met about defence.
    return counted
      .filter(({ item }) => start.has(item.value) && item.value !== 'border')
      .map(({ item }) => ({ ...item, certainty: LEAST_SURE }));
  }
  // Heads of state and of diplomacy who met about nothing that is named met about their relations.
  const ties = found
    .filter(({ item }) => item.value === 'diplomacy')
    .map(({ item }) => ({ ...item, certainty: LEAST_SURE }));
  return (final.get('diplomacy') ?? 0) >= FALLBACK ? ties : kept;
}

function isTies({ atLarge, item }: Weighed): boolean {
  return atLarge && item.value === 'diplomacy';
}

/** A topic taken because nothing else was found. */
const LEAST_SURE = 0.5;

/** The more its words weigh, the surer the topic. Fitted on annotated reports. */
function certaintyOfTopic(score: number): number {
  if (score >= 2) return 0.9;
  return score >= 1.2 ? 0.8 : 0.7;
}

function scoresOf(
  document: TextDocument,
  found: readonly Weighed[],
  start: ReadonlyMap<Topic, number>,
): Map<Topic, number> {
  const scores = new Map(start);
  const heaviest = new Map<string, number>();
  for (const { item, weight } of found) {
    const word = `${item.value} ${document.text.slice(item.start, item.end).toLowerCase()}`;
    const before = heaviest.get(word) ?? 0;
    const added = before >= weight ? weight * REPEAT : weight - before * (1 - REPEAT);
    heaviest.set(word, Math.max(before, weight));
    scores.set(item.value, (scores.get(item.value) ?? 0) + added);
  }
  return scores;
}

interface Cues {
  readonly discussion: Matcher<true>;
  readonly background: Matcher<true>;
  readonly praise: Matcher<true>;
}

function sentenceWeight(tokens: readonly Token[], sentence: ReadableSentence, cues: Cues): number {
  if (sentence.block === 'headline') return SENTENCE_WEIGHT.headline;
  const has = (matcher: Matcher<true>): boolean =>
    matcher.find(tokens, sentence.firstToken, sentence.lastToken).length > 0;
  if (has(cues.background)) return SENTENCE_WEIGHT.background;
  if (has(cues.praise)) return SENTENCE_WEIGHT.praise;
  if (has(cues.discussion)) return SENTENCE_WEIGHT.discussion;
  return sentence.block === 'lead' ? SENTENCE_WEIGHT.lead : SENTENCE_WEIGHT.body;
}

interface Compiled extends Cues {
  readonly terms: { find(tokens: readonly Token[], from: number, to: number): Match<TopicTerm>[] };
  readonly names: Matcher<true>;
  readonly offices: (tokens: readonly Token[], from: number, to: number) => readonly TokenSpan[];
}

const compiled: (language: LanguageCode) => Compiled = perLanguage((language) => {
  const lexicon = languagePacks[language].topics;
  return {
    terms: compileMatcher(lexicon.terms, { clitics: languagePacks[language].clitics, overlapping: true }),
    names: phrases(lexicon.names, language, true),
    offices: officeSpans(lexicon, language),
    discussion: phrases(lexicon.discussion, language),
    background: phrases(lexicon.background, language),
    praise: phrases(lexicon.praise, language),
  };
});
