import { expect, test } from 'vitest';
import { type ArticleSpec, articleRecord, type MeetingSpec } from '../../../../test/helpers/article-records.ts';
import { fuseMeetings } from './fuse-meetings.ts';

const report = (id: string, language: string, outcomes: NonNullable<MeetingSpec['outcomes']>): ArticleSpec => ({
  id,
  language,
  meetings: [{ sides: { SE: ['king Arno'], TN: ['president Kais Mansour'] }, day: '2024-03-04', outcomes }],
});
const outcomesOf = (articles: readonly ArticleSpec[]) =>
  fuseMeetings(articles.map(articleRecord)).meetings[0]?.outcomes;

const group = {
  en: { kind: 'created', text: 'a joint working group on migration' },
  fr: { kind: 'created', text: 'un groupe de travail commun sur la migration' },
  es: { kind: 'created', text: 'un grupo de trabajo conjunto sobre migración' },
  ar: { kind: 'created', text: 'مجموعة عمل مشتركة حول الهجرة' },
} as const;
const paper = (text: string) => ({ kind: 'signed', text, instrument: 'mou' }) as const;

test('told in four languages it is one outcome with its tellings', () => {
  const outcomes = outcomesOf(
    Object.entries(group).map(([language, outcome]) => report(language, language, [outcome])),
  );
  expect(outcomes).toHaveLength(1);
  expect([outcomes?.[0]?.language, ...(outcomes?.[0]?.tellings ?? []).map(({ language }) => language)].sort()).toEqual([
    'ar',
    'en',
    'es',
    'fr',
  ]);
  expect(outcomes?.[0]?.evidence).toHaveLength(4);
});

test.each<[string, readonly ArticleSpec[], number]>([
  [
    'two of a kind in one report cannot be told apart in another language',
    [report('a', 'en', [group.en, { kind: 'created', text: 'an extradition hotline' }]), report('b', 'fr', [group.fr])],
    3,
  ],
  ['another kind', [report('a', 'en', [group.en]), report('b', 'fr', [{ ...group.fr, kind: 'relaunched' }])], 2],
  [
    'another paper',
    [
      report('a', 'en', [paper('a memorandum')]),
      report('b', 'fr', [{ ...paper('un protocole'), instrument: 'protocol' }]),
    ],
    2,
  ],
  [
    'other words in one language',
    [report('a', 'en', [group.en]), report('b', 'en', [{ kind: 'created', text: 'an extradition hotline' }])],
    2,
  ],
  [
    'two papers of one report meet one each',
    [
      report('a', 'en', [paper('memorandum on rail'), paper('memorandum on fishing')]),
      report('b', 'fr', [paper('mémorandum ferroviaire'), paper('mémorandum de pêche')]),
    ],
    2,
  ],
])('%s', (_, articles, count) => {
  expect(outcomesOf(articles)).toHaveLength(count);
});
