import type { ReadingChanges } from '../../core/extract/explain.ts';
import type { OutletProfile } from '../../core/extract/outlet-profile.ts';
import type { Article, BlockLabel } from '../../core/model/article.ts';
import type { Sourced } from '../../core/model/evidence.ts';
import type { Paint } from '../terminal.ts';

/** A page as `--explain` shows it. */
export interface Explained {
  readonly name: string;
  readonly article: Article;
  /** With `--profile`: which one, and what it changed against reading the page without any. */
  readonly comparison?: { readonly profile: OutletProfile | undefined; readonly changes: ReadingChanges };
}

export type GroupName = 'text' | 'about' | 'picture' | 'other-content' | 'site' | 'metadata';

/** Labels that belong together share a colour; each is named as well, so that nothing hangs on seeing it. */
export const labelGroups: readonly {
  readonly name: GroupName;
  readonly title: string;
  readonly colour: keyof Omit<Paint, 'on'>;
  readonly labels: readonly BlockLabel[];
}[] = [
  {
    name: 'text',
    title: 'text of the article',
    colour: 'green',
    labels: ['headline', 'standfirst', 'dateline', 'body'],
  },
  {
    name: 'about',
    title: 'about the article',
    colour: 'cyan',
    labels: ['byline', 'publication', 'agency', 'source-link', 'tags', 'notice', 'clock'],
  },
  { name: 'picture', title: 'pictures', colour: 'magenta', labels: ['caption', 'credit', 'video'] },
  {
    name: 'other-content',
    title: 'other content',
    colour: 'yellow',
    labels: ['related', 'ticker', 'comment', 'social', 'poll', 'rating', 'form', 'advert'],
  },
  { name: 'site', title: 'the site', colour: 'dim', labels: ['navigation', 'legal', 'other'] },
  { name: 'metadata', title: 'addresses and markup', colour: 'blue', labels: ['metadata'] },
];

const groups = new Map(labelGroups.flatMap((group) => group.labels.map((label) => [label, group] as const)));

export function groupOf(label: BlockLabel): (typeof labelGroups)[number] {
  return groups.get(label) ?? (labelGroups[4] as (typeof labelGroups)[number]);
}

const reasonSentences: readonly (readonly [pattern: RegExp, sentence: string])[] = [
  [/^profile-rule-(\d+)$/, 'rule $1 of the profile'],
  [/^profile-body$/, 'stands where the profile says the body is'],
  [/^profile-body-outside$/, 'stands outside of where the profile says the body is'],
  [/^host-memory$/, 'the same line stands on other pages of this host'],
  [/^zone-(.+)$/, 'an element around it is $1'],
  [/^page-word-exact$/, 'its words are those of page furniture'],
  [/^page-word-(.+)$/, 'it $1 with words of page furniture'],
  [/^model-body$/, 'the trained model takes it for body'],
  [/^model-standfirst-in-body$/, 'a standfirst that the trained model counts as text'],
  [/^summary-item$/, 'an item above the text that sums it up'],
  [/^model-not-body$/, 'the trained model does not take it for body'],
  [/^model-label-(.+)$/, 'the trained model of labels takes it for $1'],
  [/^json-ld-body$/, 'body from machine-readable markup'],
  [/^feed-body$/, 'body from the feed that led to the page'],
  [/^in-root$/, 'prose in the element that holds the article'],
  [/^unclaimed$/, 'no rule spoke for it'],
];

/** A reason in words where its name alone says little; the name stays beside it, since rules are switched off by name. */
export function reasonSentence(reason: string): string {
  for (const [pattern, sentence] of reasonSentences) {
    if (pattern.test(reason)) return `${reason.replace(pattern, sentence)} (${reason})`;
  }
  return reason;
}

export interface NamedClaim {
  readonly field: string;
  readonly value: string;
  readonly claim: Sourced<unknown>;
}

/** Every claim of the article's metadata, one a line. */
export function claimsOf(article: Article): readonly NamedClaim[] {
  const one = (field: string, claim: Sourced<string> | undefined) =>
    claim === undefined ? [] : [{ field, value: claim.value, claim }];
  const date = (field: string, claim: Article['published']) =>
    claim === undefined ? [] : [{ field, value: claim.value.edtf, claim }];
  return [
    ...one('title', article.title),
    ...one('standfirst', article.standfirst),
    ...article.authors.flatMap((author) => one('author', author)),
    ...one('outlet', article.outlet),
    ...one('aggregator', article.aggregator),
    ...one('agency', article.agency),
    ...date('published', article.published),
    ...date('modified', article.modified),
    ...one('not later than', article.notLaterThan),
    ...one('language', article.language),
    ...one('section', article.section),
    ...article.tags.flatMap((tag) => one('tag', tag)),
  ];
}

/** Characters of each label group, for the bar that shows how much of the page is article. */
export function sizesOf(article: Article): ReadonlyMap<GroupName, number> {
  const sizes = new Map<GroupName, number>();
  for (const { label, start, end } of article.blocks) {
    const { name } = groupOf(label);
    if (name !== 'metadata') sizes.set(name, (sizes.get(name) ?? 0) + end - start);
  }
  return sizes;
}
