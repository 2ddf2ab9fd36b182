import type { Draft } from './draft.ts';

/** Where the head of the article stands, in blocks: from a little above the headline to the first line of the body. */
export interface ArticleHead {
  /** The headline, or the first line of the body where there is none; −1 when there is neither. */
  readonly anchor: number;
  readonly end: number;
}

/** How far below the headline the head reaches when no body tells. */
const near = 6;
/** No head of an article is longer: what stands further from the headline is another matter. */
const longest = 25;

export function articleHead(draft: Draft): ArticleHead {
  const headline = draft.decisions.findIndex((decision) => decision?.label === 'headline');
  const firstBody = draft.decisions.findIndex((decision) => decision?.label === 'body');
  const anchor = headline >= 0 ? headline : firstBody;
  return { anchor, end: Math.min(firstBody > anchor ? firstBody : anchor + near, anchor + longest) };
}

export function isInHead({ anchor, end }: ArticleHead, block: number): boolean {
  return anchor >= 0 && block >= anchor - 3 && block <= end;
}
