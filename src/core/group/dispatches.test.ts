import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { article, lines, sentencesOf, storm } from '../../../test/helpers/dispatch-texts.ts';
import { assignDay, assignDispatches, dispatchWindow } from './assign-dispatches.ts';
import { createDispatchIndex, type DispatchIndex } from './dispatch-index.ts';
import { type DispatchPrint, dispatchPrint } from './dispatch-print.ts';
import { findDispatches, groupDispatches } from './dispatches.ts';
import type { GroupArticle } from './group-article.ts';
import { type DayReplay, replayDays } from './replay-days.ts';
import { translationPrint } from './translation-print.ts';
import { findTranslations } from './translations.ts';

const reception = (guest: string, adjective: string, day: string): string =>
  lines(
    `Le ministre de l’Intérieur, Armel Doucet, a reçu ${day}, au siège du ministère, son homologue ${adjective}, ${guest}, en visite de travail à la tête d’une délégation.`,
    'Les deux ministres se sont félicités de la qualité des relations entre les deux pays et ont dit leur volonté de renforcer la coordination de leurs services.',
    'Ils sont convenus d’intensifier l’échange d’informations et de réunir la commission mixte avant la fin de l’année.',
    'La rencontre s’est tenue en présence de hauts responsables des deux ministères.',
  );
const arabic = (guest: string, adjective: string, day: string): string =>
  lines(
    `استقبل وزير الداخلية، سليم البحري، يوم ${day} بمقر الوزارة نظيره ${adjective}، ${guest}، الذي يقوم بزيارة عمل.`,
    'وأشاد الوزيران بجودة العلاقات بين البلدين وأكدا إرادتهما في تعزيز التنسيق بين مصالحهما في كل المجالات.',
    'واتفقا على تكثيف تبادل المعلومات وعلى عقد اللجنة المشتركة قبل نهاية السنة.',
  );
const together = (...articles: readonly GroupArticle[]): boolean =>
  new Set(groupDispatches(articles).values()).size === 1;
describe('one template, other meetings', () => {
  const french = reception('Anders Holm', 'danois', 'lundi 4 mars');
  test.each<[string, string, string, string]>([
    ['another counterpart', 'fr', french, reception('Sven Karlgren', 'suédois', 'lundi 4 mars')],
    ['the successor of the counterpart', 'fr', french, reception('Lise Brandt', 'danois', 'lundi 4 mars')],
    ['another day', 'fr', french, reception('Anders Holm', 'danois', 'jeudi 7 mars')],
    ['another weekday', 'fr', reception('Anders Holm', 'danois', 'lundi'), reception('Anders Holm', 'danois', 'jeudi')],
    [
      'another country in Arabic',
      'ar',
      arabic('آنا كارلسون', 'السويدية', 'الاثنين'),
      arabic('آنا كارلسون', 'الدنماركية', 'الاثنين'),
    ],
    [
      'another name in Arabic',
      'ar',
      arabic('آنا كارلسون', 'السويدية', 'الاثنين'),
      arabic('نيلس بيرغ', 'السويدي', 'الاثنين'),
    ],
    ['a bulletin of the next day', 'en', ...bulletins()],
  ])('%s', (_, language, one, other) => {
    expect(together(article('a', one, { language }), article('b', other, { language, published: '2024-03-08' }))).toBe(
      false,
    );
    expect(together(article('a', one, { language }), article('b', one, { language }))).toBe(true);
  });

  test('the same words of another year', () => {
    expect(together(article('a', french), article('b', french, { published: '2025-03-05' }))).toBe(false);
  });

  test('the look-alike is told with its reason', () => {
    const { lookAlikes } = findDispatches([
      article('a', french, { language: 'fr' }),
      article('b', reception('Sven Karlgren', 'suédois', 'lundi 4 mars'), { language: 'fr' }),
    ]);
    expect(lookAlikes).toEqual([{ a: 'b', b: 'a', reason: 'other-country' }]);
  });
});

describe('one text, edited', () => {
  test.each<[string, string]>([
    ['a corrected figure', storm.replace('340', '430')],
    ['cut to its first half', sentencesOf(storm, 0, 1, 2)],
    ['a name spelled otherwise', storm.replaceAll('Norholm', 'Nordholm')],
    [
      'the ticker left in',
      `${storm}\nWeather: rain until Friday\nFerry to the islands sails again\nBakery reopens in the old town`,
    ],
    ['an own lead', `Port Sable counts the damage after the storm of Sunday.\n${sentencesOf(storm, 1, 2, 3, 5)}`],
    ['no stops at all', storm.replace(/[.,]/g, '').replaceAll('\n', ' ')],
    ['a relative day for a weekday', storm.replace('on Sunday night', 'last night')],
  ])('%s', (_, copy) => {
    expect(together(article('a', storm), article('b', copy, { published: '2024-03-06' }))).toBe(true);
  });

  test('two agencies with one quote are two dispatches', () => {
    const quote = '“We lost in one night what four generations of this town had built,” said baker Hugo Fenstad.';
    const other = lines(
      'Rescue teams pumped water out of Port Sable for a second day while families returned to their homes.',
      quote,
      'The insurers expect the highest claims of the decade.',
      'A relief concert is planned in the cathedral next month.',
    );
    const both = [article('a', `${storm}\n${quote}`), article('b', other)];
    expect(together(...both)).toBe(false);
  });

  test('a passage in another article is reuse, with its place in both', () => {
    const host = lines(
      'The islands wait for a new ferry, and nobody in the ministry will say when it comes.',
      'The last one was sold for scrap to a yard on the mainland in spring.',
      'Islanders have written forty letters without an answer.',
      sentencesOf(storm, 1, 2, 3),
      'Whether any money is left for a ferry after that is an open question.',
      'The post boat sails twice a week and carries six passengers.',
      'In winter it often does not sail at all, and the doctor comes by helicopter.',
    );
    const found = findDispatches([article('a', storm), article('b', host)]);
    expect(new Set(found.ids.values()).size).toBe(2);
    const [reuse] = found.reuses;
    const [passage] = reuse?.passages ?? [];
    expect([reuse?.a, reuse?.b]).toEqual(['b', 'a']);
    expect(host.slice(passage?.a.start, passage?.a.end)).toBe(sentencesOf(storm, 1, 2, 3));
    expect(storm.slice(passage?.b.start, passage?.b.end)).toBe(sentencesOf(storm, 1, 2, 3));
  });
});

test('a translation is found, a look-alike of another day and guest is not', () => {
  const english = lines(
    'Interior Minister Armel Doucet received his Danish counterpart, Anders Holm, on Monday 4 March at the ministry, where 27 officers were decorated.',
    'The ministers praised the coordination of their services and 14 joint operations.',
  );
  const french = (guest: string, adjective: string, day: string): string =>
    lines(
      `Le ministre de l’Intérieur, Armel Doucet, a reçu ${day} au ministère son homologue ${adjective}, ${guest}, et 27 officiers y ont été décorés.`,
      'Les ministres ont salué la coordination de leurs services et 14 opérations conjointes.',
    );
  const prints = [
    article('en', english),
    article('fr', french('Anders Holm', 'danois', 'lundi 4 mars'), { language: 'fr' }),
    article('other', french('Sven Karlgren', 'suédois', 'mardi 5 mars'), { language: 'fr' }),
  ].map((one) => translationPrint(one));
  expect(findTranslations(prints)).toMatchObject([{ a: 'en', b: 'fr' }]);
});

describe('day by day', () => {
  const archive = fc.array(
    fc.record({
      text: fc.integer({ min: 0, max: 5 }),
      day: fc.integer({ min: 1, max: 9 }),
      cut: fc.boolean(),
    }),
    { minLength: 1, maxLength: 24 },
  );
  const made = (list: readonly { readonly text: number; readonly day: number; readonly cut: boolean }[]) =>
    list.map(({ text, day, cut }, index) => {
      const whole =
        text < 3
          ? reception(`Guest${text} Name${text}`, ['danois', 'suédois', 'grec'][text] ?? '', `lundi ${text + 3} mars`)
          : `${storm.replace('Port Sable', `Town${text}`)}`;
      return article(`a${index}`, cut ? sentencesOf(whole, 0, 1, 2) : whole, {
        language: text < 3 ? 'fr' : 'en',
        published: `2024-03-0${day}`,
      });
    });
  const partition = (roots: ReadonlyMap<string, string>) => [...roots].sort();

  test('an archive grouped day by day is the archive grouped at once, in any order of arrival', () => {
    fc.assert(
      fc.property(archive, fc.integer(), (list, seed) => {
        const articles = made(list);
        const whole = findDispatches(articles).roots;
        const shuffled = [...articles].sort(
          (a, b) => ((a.id.length * 31 + seed) % 7) - ((b.id.length * 17 + seed) % 5),
        );
        expect(partition(findDispatches(shuffled).roots)).toEqual(partition(whole));
        const roots = new Map<string, string>();
        const done: DispatchPrint[] = [];
        for (const day of [...new Set(articles.map(({ published }) => published ?? ''))].sort()) {
          const prints = shuffled.filter(({ published }) => published === day).map(dispatchPrint);
          const earlier = done.map((print) => ({ print, root: roots.get(print.id) ?? '' }));
          for (const [id, root] of assignDispatches({ day: prints, earlier }).roots) roots.set(id, root);
          done.push(...prints);
        }
        expect(partition(roots)).toEqual(partition(whole));
      }),
      { numRuns: 25 },
    );
  });

  test('what is removed from the index leaves no trace', () => {
    fc.assert(
      fc.property(archive, fc.array(fc.nat({ max: 23 })), (list, gone) => {
        const prints = made(list).map(dispatchPrint);
        const removed = new Set(gone.map((at) => prints[at]?.id ?? ''));
        const index = createDispatchIndex();
        for (const print of prints) index.add(print);
        for (const id of removed) index.remove(id);
        const fresh = createDispatchIndex();
        for (const print of prints) if (!removed.has(print.id)) fresh.add(print);
        expect([...index.ids].sort()).toEqual([...fresh.ids].sort());
        expect(index.fingerprints).toBe(fresh.fingerprints);
        const found = (from: DispatchIndex, id: string) =>
          [...from.candidates(id)].sort((a, b) => (a.print.id < b.print.id ? -1 : 1));
        for (const id of fresh.ids) expect(found(index, id)).toEqual(found(fresh, id));
      }),
      { numRuns: 25 },
    );
  });

  test('a late article is grouped again from its day on, and no further than its window', () => {
    const replay = replayDays([11, 90]);
    const asked = [...days(replay, 0)];
    expect([asked[0], asked.at(-1)]).toEqual([11, 90 + dispatchWindow]);
    expect(asked).toHaveLength(2 * (dispatchWindow + 1));
    expect(replay.next(12 + dispatchWindow)).toBe(90);
    const spreading = replayDays([11]);
    spreading.done(12, true);
    expect(spreading.next(12 + dispatchWindow)).toBe(12 + dispatchWindow);
    expect(spreading.next(13 + dispatchWindow)).toBeUndefined();
  });

  test('a text joins one earlier dispatch and never merges two', () => {
    const index = createDispatchIndex();
    assignDay(index, [dispatchPrint(article('a', sentencesOf(storm, 0, 1, 2), { published: '2024-03-04' }))]);
    assignDay(index, [dispatchPrint(article('b', sentencesOf(storm, 3, 4, 5), { published: '2024-03-05' }))]);
    const { roots } = assignDay(index, [dispatchPrint(article('c', storm, { published: '2024-03-06' }))]);
    expect(['a', 'b']).toContain(roots.get('c'));
    expect(index.get('b')?.root).toBe('b');
  });
});

function* days(replay: DayReplay, from: number): Generator<number> {
  for (let day = replay.next(from); day !== undefined; day = replay.next(day + 1)) {
    yield day;
    replay.done(day, false);
  }
}

/** Two days of one market report: nearly every figure is another. */
function bulletins(): [string, string] {
  const report = (figures: readonly number[]): string =>
    lines(
      `The wheat price at the exchange of Port Sable closed at ${figures[0]} crowns a tonne, with ${figures[1]} tonnes sold.`,
      `Barley stood at ${figures[2]} crowns and oats at ${figures[3]}, traders said after the close.`,
      'Buyers from the inland mills were again the most active, while exporters waited for the next harvest.',
    );
  return [report([212, 840, 177, 143]), report([219, 655, 181, 150])];
}
