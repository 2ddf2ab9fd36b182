/**
 * The engine alone: text in, facts out. Pure functions, no disk, network, clock or chance.
 *
 * @example
 * import { codeRecord, extractArticle } from 'rapporteur/core';
 *
 * const article = extractArticle({ text: html, url: 'https://press.example/2024/01/19/talks' });
 * for (const meeting of codeRecord(article).meetings) {
 *   console.log(meeting.type, meeting.when.edtf, article.text.slice(meeting.sentence.start, meeting.sentence.end));
 * }
 */
export { type ExtractOptions, extractArticle, extractorVersion } from './extract/extract-article.ts';
export type { OutletProfile } from './extract/outlet-profile.ts';
export { groupDispatches } from './group/dispatches.ts';
export type { GroupArticle, GroupOptions } from './group/group-article.ts';
export { groupStories } from './group/stories.ts';
export { builtinIdentifier, type LanguageIdentifier } from './language/detect-language.ts';
export type * from './model/article.ts';
export type * from './model/evidence.ts';
export type * from './model/language.ts';
export type * from './model/page.ts';
export type * from './model/record.ts';
export { type ReadOptions, readPage } from './read/read-page.ts';
export { type CodeRecordOptions, codeRecord, coderVersion } from './record/code-record.ts';
export { type Fusion, type FusionOptions, fuseMeetings } from './record/fuse/fuse-meetings.ts';
export type { PersonRegister } from './record/register.ts';
