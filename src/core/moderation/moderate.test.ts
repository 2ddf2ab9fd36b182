import { describe, expect, test } from 'vitest';
import { functionWords } from '../language/function-words.ts';
import { type CommentToJudge, moderate } from './moderate.ts';
import { moderationPhases } from './phases.ts';
import { findModerationWords } from './steps/find-words.ts';

const known = { trusted: false, hours: 1_000, shown: 5, rejected: 0 };
const comment = (text: string, more: Partial<CommentToJudge> = {}): CommentToJudge => ({
  text,
  author: known,
  sameOwn: 0,
  sameOthers: 0,
  ...more,
});
const judge = (one: CommentToJudge, off?: ReadonlySet<string>) => {
  const { verdict, reasons } = moderate(one, moderationPhases, off);
  return [verdict, ...reasons.map(({ phase, reason, text }) => [phase, reason, text].filter(Boolean).join(' '))];
};

describe('what is shown', () => {
  test.each([
    'The two ministers met twice last year: in May and in July 2023.',
    'Merci pour cet article, très clair. Qui a signé le protocole ?',
    'Según el comunicado, 3.5 millones de euros y 27 proyectos.',
    'شكرا على المقال. متى كان اللقاء الأول؟',
    'See https://o.example/report and the text of 2019.',
    'The U.S.A. and the E.U. were not there. Ministers from 12 countries were.',
    'Thank you!',
    'هههههههههههه',
    'The killing of the project was a mistake; it deserves a second look.',
  ])('%s', (text) => {
    expect(judge(comment(text))).toEqual(['show']);
  });

  test('a short text that others wrote too', () => {
    expect(judge(comment('Thank you!', { sameOthers: 4 }))).toEqual(['show']);
  });

  test('everything of those who work at the desk that is not refused', () => {
    const author = { ...known, trusted: true, hours: 1, shown: 0 };
    expect(judge(comment('You idiots, www.o.example', { author }))).toEqual(['show']);
    expect(judge(comment(' ', { author }))).toEqual(['refuse', 'length empty']);
  });
});

describe('what is refused', () => {
  test.each<[CommentToJudge, string]>([
    [comment(''), 'length empty'],
    [comment(' \n… !? '), 'length empty'],
    [comment('x'.repeat(3_001)), 'length long'],
    [comment('Said before.', { sameOwn: 1 }), 'repeated repeated'],
  ])('%#', (one, reason) => {
    expect(judge(one)).toEqual(['refuse', reason]);
  });
});

describe('what is held', () => {
  test.each<[string, ...string[]]>([
    [
      'https://o.example/1 www.o.example/2 shop.example/3',
      'links many-links https://o.example/1',
      'links many-links www.o.example/2',
      'links many-links shop.example/3',
    ],
    ['Noooooooooooo', 'noise stretched oooooooooooo'],
    ['An id\u200biot', 'noise hidden-letters \u200b', 'words words id\u200biot'],
    ['Write to ada@mail.example please', 'noise address ada@mail.example'],
    ['Call +212 6 12 34 56 78 now', 'noise telephone +212 6 12 34 56 78'],
    ['THIS IS WHAT I HAVE BEEN SAYING FOR SO MANY YEARS NOW', 'noise shouted'],
    ['Earn money online with us', 'advertising advertising Earn money online'],
    [
      'Gagnez de l’argent, cliquez ici',
      'advertising advertising Gagnez de l’argent',
      'advertising advertising cliquez ici',
    ],
    ['Gana dinero fácil', 'advertising advertising Gana dinero fácil'],
    ['Ganhe dinheiro fácil', 'advertising advertising Ganhe dinheiro fácil'],
    ['اضغط هنا', 'advertising advertising اضغط هنا'],
    ['You idiot', 'words words idiot'],
    ['Quels imbéciles', 'words words imbéciles'],
    ['Son unos estúpidos', 'words words estúpidos'],
    ['يا غبي', 'words words غبي'],
    ['They should be shot', 'words words should be shot'],
    ['Merecem morrer', 'words words Merecem morrer'],
  ])('%s', (text, ...reasons) => {
    expect(judge(comment(text))).toEqual(['hold', ...reasons]);
  });

  test('what others wrote word for word', () => {
    expect(judge(comment('The very same text as somebody else wrote.', { sameOthers: 1 }))).toEqual([
      'hold',
      'repeated repeated-by-others',
    ]);
  });

  test('by who wrote it', () => {
    const by = (author: Partial<CommentToJudge['author']>, text = 'A calm remark.') =>
      judge(comment(text, { author: { ...known, ...author } }));
    expect(by({ hours: 2, shown: 0 })).toEqual(['hold', 'author new-account']);
    expect(by({ hours: 2, shown: 1 })).toEqual(['show']);
    expect(by({ hours: 30, shown: 0 })).toEqual(['show']);
    expect(by({ shown: 1, rejected: 4 })).toEqual(['hold', 'author often-rejected']);
    expect(by({ shown: 0 }, 'See o.example/page')).toEqual(['hold', 'links first-link o.example/page']);
  });
});

test('small words of any language are in no list', () => {
  const words = Object.values(functionWords).flatMap((list) => list.split(' '));
  expect(words.length).toBeGreaterThan(200);
  const found = (['held', 'advertising'] as const).flatMap((kind) =>
    words.filter((word) => findModerationWords(word, kind).length > 0),
  );
  expect(found).toEqual([]);
});

test('each phase can be switched off by its name, and every reason tells its phase', () => {
  const everything = comment('You idiot! Earn money online: a@b.example, o.example p.example q.example', {
    author: { ...known, shown: 0, hours: 1 },
    sameOthers: 1,
  });
  const all = moderate(everything, moderationPhases).reasons.map(({ phase }) => phase);
  expect([...new Set(all)]).toEqual(['repeated', 'links', 'noise', 'advertising', 'words', 'author']);
  for (const { name } of moderationPhases) {
    const rest = moderate(everything, moderationPhases, new Set([name])).reasons.map(({ phase }) => phase);
    expect(rest).toEqual(all.filter((phase) => phase !== name));
  }
  expect(moderate(everything, moderationPhases, new Set(all)).verdict).toBe('show');
});
