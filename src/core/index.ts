/**
 * The engine: text in, facts out. Nothing here reads a file, opens a connection, asks the time or throws a dice.
 *
 * @example
 * import { codeRecord, extractArticle } from 'rapporteur';
 *
 * const article = extractArticle({ text: html, url: 'https://outlet.example/news/1' });
 * const record = codeRecord(article);
 * for (const meeting of record.meetings) console.log(meeting.type, meeting.when.edtf, meeting.where?.place);
 */

export {
  type ComparedSentence,
  type CompareOptions,
  type Comparison,
  compareTexts,
  type WordRun,
} from './compare/compare-texts.ts';
export { type ComparedText, comparedArticle, comparedText } from './compare/compared-text.ts';
export { compareFacts, type FactValue, type ToldFact } from './compare/told-facts.ts';
export { bodyText } from './extract/body-text.ts';
export {
  compareReadings,
  type ExplainedBlock,
  explainArticle,
  type FieldChange,
  type ReadingChanges,
} from './extract/explain.ts';
export { type ExtractOptions, extractArticle, extractorVersion } from './extract/extract-article.ts';
export { extractFeedItem, pageOfFeedItem } from './extract/extract-feed-item.ts';
export {
  createHostMemory,
  emptyHostMemory,
  type HostMemory,
  hostLines,
  rememberPage,
} from './extract/host-memory.ts';
export type { BlockRule, OutletProfile } from './extract/outlet-profile.ts';
export type { CopyPair, LookAlikePair, ReusePair } from './group/assign-dispatches.ts';
export { type CopyEdge, type CopyReason, traceCopies } from './group/copy-graph.ts';
export { type DispatchOrigin, dispatchOrigins } from './group/dispatch-origins.ts';
export { type Dispatches, findDispatches, groupDispatches } from './group/dispatches.ts';
export type { CreditedArticle, GroupArticle, GroupOptions } from './group/group-article.ts';
export { type LexiconOrigin, learnLexicon, type SentencePair } from './group/learn-lexicon.ts';
export { type LearnedLexicon, type Pivot, type PivotWord, pivotWith } from './group/pivot.ts';
export { groupStories, type StoryOptions } from './group/stories.ts';
export type { StoryAction } from './group/story-action.ts';
export { type StoryDecision, type StoryRules, storyRules } from './group/story-decisions.ts';
export { relateTexts, type TextRelation } from './group/text-relations.ts';
export { type LexiconPivot, type TranslationPrint, translationPrint } from './group/translation-print.ts';
export { findTranslations, type TranslationPair } from './group/translations.ts';
export { builtinIdentifier, type LanguageIdentifier } from './language/detect-language.ts';
export { withSecondOpinion } from './language/second-opinion.ts';
export type * from './model/article.ts';
export type * from './model/attribution-chain.ts';
export type * from './model/evidence.ts';
export type * from './model/feed.ts';
export type * from './model/language.ts';
export type * from './model/page.ts';
export type * from './model/record.ts';
export {
  findNovelty,
  type Novelty,
  type NoveltyKind,
  type NoveltyOptions,
  type NoveltyPart,
  type Precedent,
  type SentenceNovelty,
} from './novelty/find-novelty.ts';
export { type FirstTime, findFirstTimes } from './novelty/first-times.ts';
export {
  createFormulaIndex,
  type FindFormulaOptions,
  type Formula,
  type FormulaIndex,
} from './novelty/formula-index.ts';
export { type NoveltyText, noveltyText } from './novelty/novelty-text.ts';
export {
  findRecurringPhrases,
  type PhraseUse,
  type RecurringPhrase,
  type RecurringPhraseOptions,
} from './novelty/recurring-phrases.ts';
export { type ReadOptions, readPage } from './read/read-page.ts';
export { type CodeRecordOptions, codeRecord, coderVersion } from './record/code-record.ts';
export { type FollowUp, findFollowUps, outcomeKey } from './record/follow-ups.ts';
export { type Fusion, type FusionOptions, fuseMeetings } from './record/fuse/fuse-meetings.ts';
