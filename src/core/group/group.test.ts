import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { articleRecord, type MeetingSpec } from '../../../test/helpers/article-records.ts';
import { fuseMeetings } from '../record/fuse/fuse-meetings.ts';
import { groupDispatches } from './dispatches.ts';
import { fingerprintsOf } from './fingerprints.ts';
import type { GroupArticle } from './group-article.ts';
import { groupStories } from './stories.ts';

/** A communiqué as ministries write them: only names, countries and the day change. */
const communique = (host: string, guest: string, country: string, day: string): string =>
  [
    `The minister of the interior, ${host}, received on ${day} at the seat of the ministry his counterpart of ${country}, ${guest}, who is on a working visit to the country at the head of an important delegation.`,
    'The two ministers welcomed the quality of the relations between both countries and stressed the need to strengthen the coordination of their services in the fight against organised crime, smuggling and irregular migration.',
    'They also agreed to step up the exchange of information and to convene the joint working group before the end of the year, in the spirit of partnership that has always marked their cooperation.',
    'The talks took place in the presence of senior officials of both ministries and of the ambassadors of the two countries.',
  ].join('\n');

const article = (id: string, text: string, more: Partial<GroupArticle> = {}): GroupArticle => ({
  id,
  language: 'en',
  text,
  ...more,
});

const meeting = (spec: MeetingSpec) => articleRecord({ id: 'x', meetings: [spec] }).record.meetings;
const dispatchesOf = (articles: readonly GroupArticle[]): string[][] => groupsOf(groupDispatches(articles));
const groupsOf = (ids: ReadonlyMap<string, string>): string[][] => {
  const groups = new Map<string, string[]>();
  for (const [id, group] of ids) groups.set(group, [...(groups.get(group) ?? []), id]);
  return [...groups.values()].map((group) => group.sort()).sort((a, b) => ((a[0] ?? '') < (b[0] ?? '') ? -1 : 1));
};

const swedish = communique('Ben Haddad', 'Anna Karlsson', 'Sweden', 'Monday');
const danish = communique('Ben Haddad', 'Mette Sorensen', 'Denmark', 'Thursday');
const text = (paragraphs: number, from = 0): string =>
  swedish
    .split('\n')
    .slice(from, from + paragraphs)
    .join('\n');

describe('copies of one text', () => {
  test.each<[string, string]>([
    ['cut to its first half', text(2)],
    ['with another spelling of a name', swedish.replaceAll('Karlsson', 'Carlsson')],
    ['with typography and accents lost', swedish.toUpperCase().replaceAll(',', '')],
    ['with a new first paragraph', `A guest from the north came to the capital this week.\n${text(3, 1)}`],
    ['with a corrected figure', swedish.replace('The talks took place', 'The 45 minutes of talks took place')],
  ])('%s', (_, copy) => {
    expect(dispatchesOf([article('a', swedish), article('b', copy)])).toEqual([['a', 'b']]);
  });

  test('many outlets of one day stay one dispatch in a large corpus', () => {
    const others = Array.from({ length: 60 }, (_, index) => article(`o${index}`, unrelated(index)));
    const copies = Array.from({ length: 14 }, (_, index) => article(`c${index}`, swedish, { published: '2024-03-05' }));
    const groups = dispatchesOf([...others, ...copies]);
    expect(groups.find((group) => group.includes('c0'))).toHaveLength(14);
  });
});

describe('different texts', () => {
  const hosts = { TN: ['minister:interior Ben Haddad'] };
  const withSweden = meeting({ sides: { ...hosts, SE: ['minister:interior Anna Karlsson'] }, day: '2024-03-04' });

  test('look-alike communiqués about another counterpart', () => {
    const withDenmark = meeting({ sides: { ...hosts, DK: ['minister:interior Mette Sorensen'] }, day: '2024-03-07' });
    expect(
      dispatchesOf([article('a', swedish, { meetings: withSweden }), article('b', danish, { meetings: withDenmark })]),
    ).toHaveLength(2);
  });

  test('the names alone tell them apart when there is no record', () => {
    expect(dispatchesOf([article('a', swedish), article('b', danish)])).toHaveLength(2);
  });

  test('the same counterpart on another day', () => {
    const later = meeting({ sides: { ...hosts, SE: ['minister:interior Anna Karlsson'] }, day: '2024-06-10' });
    expect(
      dispatchesOf([
        article('a', swedish, { meetings: withSweden }),
        article('b', swedish.replace('Monday', 'Friday'), { meetings: later }),
      ]),
    ).toHaveLength(2);
  });

  test("the counterpart's successor, in a text without capitals", () => {
    const successor = meeting({ sides: { ...hosts, SE: ['minister:interior Olof Lind'] }, day: '2024-03-04' });
    const plain = swedish.toLowerCase();
    const other = plain.replace('anna karlsson', 'olof lind');
    expect(
      dispatchesOf([article('a', plain, { meetings: withSweden }), article('b', other, { meetings: successor })]),
    ).toHaveLength(2);
    expect(dispatchesOf([article('a', plain), article('b', other)])).toHaveLength(1);
  });

  test('one text that was read in two ways is still one text', () => {
    const misread = meeting({ sides: { SE: ['minister:interior Anna Karlsson'], LY: [] }, day: '2024-03-04' });
    const copies = [article('a', swedish, { meetings: withSweden }), article('b', swedish, { meetings: misread })];
    expect(dispatchesOf(copies)).toHaveLength(1);
    const [first, second] = copies;
    expect(
      dispatchesOf([
        { ...(first as GroupArticle), published: '2024-03-05' },
        { ...(second as GroupArticle), published: '2025-03-05' },
      ]),
    ).toHaveLength(2);
  });

  test('a paragraph lifted into another article', () => {
    const mixed = `${unrelated(1)}\n${text(1, 1)}\n${unrelated(2)}`;
    expect(dispatchesOf([article('a', swedish), article('b', mixed)])).toHaveLength(2);
  });

  test('two languages', () => {
    expect(dispatchesOf([article('a', swedish), article('b', swedish, { language: 'fr' })])).toHaveLength(2);
  });

  test('a copy of both does not bridge a veto', () => {
    const a = article('a', swedish, { meetings: withSweden });
    const b = article('b', danish, {
      meetings: meeting({ sides: { ...hosts, DK: ['minister:interior Mette Sorensen'] }, day: '2024-03-07' }),
    });
    const bare = article('c', text(3, 1));
    expect(
      dispatchesOf([a, b, bare])
        .map((group) => group.length)
        .sort(),
    ).toEqual([1, 2]);
  });
});

describe('stories', () => {
  const specs: Record<string, MeetingSpec> = {
    sweden: {
      sides: { TN: ['minister:interior Ben Haddad'], SE: ['minister:interior Anna Karlsson'] },
      day: '2024-03-04',
      place: 'Tunis',
    },
    denmark: {
      sides: { TN: ['minister:interior Ben Haddad'], DK: ['minister:interior Mette Sorensen'] },
      day: '2024-03-04',
      place: 'Tunis',
    },
  };
  const build = (entries: readonly (readonly [string, string, string, MeetingSpec | undefined])[]) => {
    const records = entries.map(([id, language, , spec]) =>
      articleRecord({ id, language, published: '2024-03-05', meetings: spec === undefined ? [] : [spec] }),
    );
    const articles = entries.map(([id, language, body], index) =>
      article(id, body, { language, published: '2024-03-05', meetings: records[index]?.record.meetings ?? [] }),
    );
    const dispatches = groupDispatches(articles);
    return { articles, dispatches, meetings: fuseMeetings(records).meetings };
  };
  const storiesOf = (entries: Parameters<typeof build>[0]) => {
    const { articles, dispatches, meetings } = build(entries);
    return groupsOf(groupStories(articles, dispatches, meetings));
  };

  test('reports of one meeting in four languages', () => {
    const bodies = [
      swedish,
      'Le ministre a reçu son homologue.',
      'El ministro recibió a su homóloga.',
      'استقبل الوزير نظيرته',
    ];
    expect(
      storiesOf(
        ['en', 'fr', 'es', 'ar'].map(
          (language, index) => [`a${index}`, language, bodies[index] ?? '', specs['sweden']] as const,
        ),
      ),
    ).toHaveLength(1);
  });

  test('look-alike communiqués of one day are two stories', () => {
    expect(
      storiesOf([
        ['a', 'en', swedish, specs['sweden']],
        ['b', 'en', danish, specs['denmark']],
      ]),
    ).toHaveLength(2);
  });

  test('a meeting that is only recalled makes no story', () => {
    const recalled: MeetingSpec = { ...specs['sweden'], sides: specs['sweden']?.sides ?? {}, prominence: 'background' };
    expect(
      storiesOf([
        ['a', 'en', swedish, specs['sweden']],
        ['b', 'en', unrelated(4), recalled],
      ]),
    ).toHaveLength(2);
  });

  test('two receptions of one guest on one day are one story', () => {
    const president: MeetingSpec = {
      sides: { TN: ['president Kais Mansour'], SE: ['minister:interior Anna Karlsson'] },
      day: '2024-03-04',
      place: 'Carthage',
    };
    expect(
      storiesOf([
        ['a', 'en', swedish, specs['sweden']],
        ['b', 'en', unrelated(5), president],
      ]),
    ).toHaveLength(1);
  });

  test('texts about one event without a meeting', () => {
    const fire =
      'A fire destroyed the covered market of Bizerte on Sunday night; firefighters from three towns fought the flames until dawn and nobody was hurt.';
    const again =
      'Firefighters fought until dawn against the flames in the covered market of Bizerte, destroyed on Sunday night by a fire that hurt nobody.';
    expect(
      storiesOf([
        ['a', 'en', fire, undefined],
        ['b', 'en', again, undefined],
        ['c', 'en', unrelated(7), undefined],
        ['d', 'en', unrelated(8), undefined],
      ]),
    ).toEqual([['a', 'b'], ['c'], ['d']]);
  });

  test('the morning after, another text tells of the same event', () => {
    const evening = `The ferry Halcyon ran aground off the island of Torvik in thick fog on Tuesday evening with 84 passengers aboard. Fishing boats from the harbour reached it first and took everyone ashore, the coast guard said. Nobody was hurt. The captain, Ingrid Solheim, told the coast guard that the radar had failed an hour before.`;
    const morning = `A day-break inspection has shown a crack three metres long in the hull of the Halcyon, the ferry that ran aground off Torvik in fog with 84 passengers aboard. The coast guard said that divers would close it before a tug pulls the ferry to the harbour. All passengers had been taken ashore by fishing boats. The operator said that captain Ingrid Solheim reported a failed radar.`;
    const other = `The council of Torvik has put off its vote on the new school until the autumn. Parents had collected 900 signatures against the site beside the quarry. The mayor said that a second site would be looked at over the summer.`;
    const stories = groupStories(
      [
        article('a', evening, { published: '2024-03-05T21:00Z' }),
        article('b', morning, { published: '2024-03-06T11:00Z' }),
        article('c', other, { published: '2024-03-06T10:00Z' }),
      ],
      new Map(),
      [],
    );
    expect(groupsOf(stories)).toEqual([['a', 'b'], ['c']]);
  });

  test('the order of the input does not matter', () => {
    const { articles, dispatches, meetings } = build([
      ['a', 'en', swedish, specs['sweden']],
      ['b', 'en', danish, specs['denmark']],
      ['c', 'en', text(2), specs['sweden']],
      ['d', 'en', unrelated(1), undefined],
      ['e', 'fr', 'Le ministre a reçu son homologue.', specs['sweden']],
      ['f', 'en', text(3, 1), undefined],
    ]);
    const dispatchIds = [...dispatches].sort();
    const storyIds = [...groupStories(articles, dispatches, meetings)].sort();
    fc.assert(
      fc.property(fc.shuffledSubarray([...articles], { minLength: articles.length }), (shuffled) => {
        expect([...groupDispatches(shuffled)].sort()).toEqual(dispatchIds);
        expect([...groupStories(shuffled, dispatches, [...meetings].reverse())].sort()).toEqual(storyIds);
      }),
      { numRuns: 30 },
    );
  });
});

test('a group keeps its id when an earlier copy arrives', () => {
  const later = article('z', swedish, { published: '2024-03-06' });
  const first = groupDispatches([later]);
  const both = groupDispatches([later, article('a', swedish, { published: '2024-03-05' })], { previous: first });
  expect(both.get('a')).toBe(first.get('z'));
  expect(groupDispatches([later, article('a', swedish, { published: '2024-03-05' })]).get('z')).not.toBe(
    first.get('z'),
  );
});

test('every article gets a group, also without text', () => {
  const articles = [article('a', ''), article('b', ''), article('c', 'Two words')];
  const dispatches = groupDispatches(articles);
  expect(new Set(dispatches.values()).size).toBe(3);
  expect(groupStories(articles, dispatches, []).size).toBe(3);
});

test('fingerprints are sorted, distinct and the same for differences of typing', () => {
  fc.assert(
    fc.property(fc.lorem({ maxCount: 60, mode: 'words' }), (words) => {
      const prints = fingerprintsOf(words);
      expect([...prints]).toEqual([...new Set(prints)].sort((a, b) => a - b));
      expect(fingerprintsOf(words.toUpperCase())).toEqual(prints);
    }),
  );
});

/** Texts that share nothing with each other: words made from the number. */
function unrelated(seed: number): string {
  const syllables = ['ka', 'lo', 'mi', 'ru', 'te', 'so', 'na', 'vi', 'pe', 'do', 'gu', 'ha', 'zi', 'fo', 'ble', 'qua'];
  let state = Math.imul(seed + 1, 0x9e3779b1);
  const next = () => {
    state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x297a2d39;
    return (state ^ (state >>> 12)) >>> 0;
  };
  return Array.from({ length: 90 }, () =>
    Array.from({ length: 3 }, () => syllables[next() % syllables.length]).join(''),
  ).join(' ');
}
