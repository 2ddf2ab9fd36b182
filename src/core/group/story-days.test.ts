import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { GroupArticle } from './group-article.ts';
import { groupStories } from './stories.ts';
import { noStoryDays, replayStories, storiesOf, storyDay } from './story-days.ts';
import { type StoryDecision, storyRules } from './story-decisions.ts';
import { storyLinks } from './story-links.ts';
import { storyPrint } from './story-print.ts';

const subjects = [
  ['ferry', 'harbour', 'captain', 'islands', 'Tarsa', 'passengers', 'repairs'],
  ['bakery', 'flour', 'Moldin', 'bread', 'queue', 'prices', 'ovens'],
  ['stadium', 'Verano', 'runners', 'medal', 'coach', 'track', 'relay'],
];
const links = storyLinks({ dispatches: new Map(), meetings: [], mainReport: new Map() });

/** Texts of three subjects over some days; a few have no day. */
const articlesOf = fc
  .array(
    fc.record({
      subject: fc.nat({ max: 2 }),
      day: fc.integer({ min: 1, max: 14 }),
      dated: fc.integer({ min: 0, max: 9 }),
      words: fc.subarray([0, 1, 2, 3, 4, 5, 6], { minLength: 3 }),
      language: fc.constantFrom('en', 'en', 'fr'),
    }),
    { minLength: 1, maxLength: 24 },
  )
  .map((drafts) =>
    drafts.map(
      ({ subject, day, dated, words, language }, index): GroupArticle => ({
        id: `a${index}`,
        language,
        text: words.map((word) => subjects[subject]?.[word]).join(' '),
        ...(dated === 0 ? {} : { published: `2024-03-${String(day).padStart(2, '0')}` }),
      }),
    ),
  );

describe('stories day by day', () => {
  test('articles that come one batch after the other give the same stories as all at once', () => {
    fc.assert(
      fc.property(articlesOf, fc.array(fc.boolean(), { minLength: 24, maxLength: 24 }), (articles, late) => {
        const prints = articles.map((article) => storyPrint(article));
        const ids = prints.map(({ id }) => id);
        const whole = replayStories(prints, links);
        const early = prints.filter((_, index) => late[index] !== true);
        let days = replayStories(early, links, noStoryDays);
        const arrived = [...early];
        for (const print of prints.filter((_, index) => late[index] === true)) {
          arrived.push(print);
          days = replayStories(arrived, links, days, new Set([storyDay(print)]));
        }
        expect(storiesOf(days, ids, links)).toEqual(storiesOf(whole, ids, links));
      }),
      { numRuns: 150 },
    );
  });

  test('an article that is taken out leaves no trace', () => {
    fc.assert(
      fc.property(articlesOf, fc.nat(), (articles, pick) => {
        const prints = articles.map((article) => storyPrint(article));
        const gone = prints[pick % prints.length];
        const rest = prints.filter((print) => print !== gone);
        const days = replayStories(
          rest,
          links,
          replayStories(prints, links),
          new Set(gone === undefined ? [] : [storyDay(gone)]),
        );
        const ids = rest.map(({ id }) => id);
        expect(storiesOf(days, ids, links)).toEqual(storiesOf(replayStories(rest, links), ids, links));
      }),
      { numRuns: 150 },
    );
  });

  test('the order within a day does not matter', () => {
    fc.assert(
      fc.property(
        articlesOf.chain((articles) =>
          fc.tuple(fc.constant(articles), fc.shuffledSubarray(articles, { minLength: articles.length })),
        ),
        ([articles, shuffled]) => {
          expect([...groupStories(shuffled, new Map(), [])].sort()).toEqual(
            [...groupStories(articles, new Map(), [])].sort(),
          );
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe("an editor's word", () => {
  const article = (id: string, subject: number): GroupArticle => ({
    id,
    language: 'en',
    text: subjects[subject]?.join(' ') ?? '',
    published: '2024-03-05',
  });
  const articles = [article('a', 0), article('b', 0), article('c', 1), article('d', 1)];
  const split: StoryDecision = {
    id: 'd1',
    action: { kind: 'story-split', storyId: 's', articles: ['a'], others: ['b'] },
  };
  const splitOfAll: StoryDecision = {
    id: 'd3',
    action: { kind: 'story-split', storyId: 't', articles: ['a'], others: ['b', 'c', 'd'] },
  };
  const merge: StoryDecision = {
    id: 'd2',
    action: { kind: 'story-merge', storyId: 's', articles: ['a', 'b'], intoId: 't', others: ['c', 'd'] },
  };
  test.each<[string, readonly StoryDecision[], readonly string[][]]>([
    [
      'none',
      [],
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['split', [split], [['a'], ['b'], ['c', 'd']]],
    ['merge', [merge], [['a', 'b', 'c', 'd']]],
    ['the newer merge counts', [split, merge], [['a', 'b', 'c', 'd']]],
    ['the newer split counts', [merge, splitOfAll], [['a'], ['b', 'c', 'd']]],
  ])('%s', (_, decisions, expected) => {
    // A split outlives copies too: what the editor said is stronger than any link.
    const stories = groupStories(
      articles,
      new Map([
        ['a', 'x'],
        ['b', 'x'],
      ]),
      [],
      { rules: storyRules(decisions) },
    );
    const groups = new Map<string, string[]>();
    for (const [id, story] of stories) groups.set(story, [...(groups.get(story) ?? []), id]);
    expect([...groups.values()]).toEqual(expected);
  });
});

test('a story in two languages without any record', () => {
  const stories = groupStories(
    [
      {
        id: 'a',
        language: 'en',
        published: '2024-03-05',
        text: 'A fire destroyed the old market of Oslo on Tuesday night; 14 people were injured and 320 shops were closed, the police said.',
      },
      {
        id: 'b',
        language: 'fr',
        published: '2024-03-05',
        text: "Un incendie a détruit mardi dans la nuit le vieux marché d'Oslo ; 14 personnes ont été blessées et 320 magasins fermés, selon la police.",
      },
      {
        id: 'c',
        language: 'fr',
        published: '2024-03-05',
        text: "L'équipe de Lima a gagné 3 à 1 la finale du championnat de football devant 40 000 personnes.",
      },
    ],
    new Map(),
    [],
  );
  expect(stories.get('a')).toBe(stories.get('b'));
  expect(stories.get('a')).not.toBe(stories.get('c'));
});
