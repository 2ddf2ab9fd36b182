export type * from './model/article.ts';
export type * from './model/evidence.ts';
export type * from './model/language.ts';
export type * from './model/page.ts';
export type * from './model/record.ts';
