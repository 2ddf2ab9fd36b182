import { describe, expect, test } from 'vitest';
import { article, lines, sentencesOf, storm } from '../../../test/helpers/dispatch-texts.ts';
import { relateTexts } from './text-relations.ts';

describe('what texts of one story have from one another', () => {
  const lifted = sentencesOf(storm, 0, 1, 2);
  const own = lines(
    'The bakers of the old town had another kind of day, and sold out of bread by nine in the morning.',
    'Nobody could remember a week in which so many people had asked for rolls with poppy seeds.',
    'In the square the market went on under tents, with cheese, apples and the first leeks of the year.',
    'A school class drew the scene in chalk, and the mayor promised to leave the drawing where it is.',
    'By the evening the ovens were lit again, and the queue went around the corner as far as the post office.',
    'Prices stayed where they were, said the guild, and nobody had to be turned away without a loaf.',
  );

  test('a passage that was lifted, from the earlier text to the later one, with its place in both', () => {
    const first = article('z', storm, { published: '2024-03-04' });
    const later = article('a', lines(own, lifted), { published: '2024-03-05' });
    const [relation, second] = relateTexts([later, first], new Map());
    expect(second).toBeUndefined();
    expect(relation).toMatchObject({ kind: 'reuse', from: 'z', to: 'a', directed: true });
    const [passage] = relation?.passages ?? [];
    expect(first.text.slice(passage?.a.start, passage?.a.end)).toBe(later.text.slice(passage?.b.start, passage?.b.end));
  });

  test('copies of one dispatch speak once', () => {
    const copies = ['b', 'c'].map((id) => article(id, storm, { published: '2024-03-04' }));
    const later = article('a', lines(own, lifted), { published: '2024-03-05' });
    const relations = relateTexts([...copies, later], new Map(copies.map(({ id }) => [id, 'one'])));
    expect(relations).toMatchObject([{ kind: 'reuse', from: 'b', to: 'a', directed: true }]);
  });

  test('a translation, though the original is printed twice', () => {
    const english = lines(
      'Interior Minister Armel Doucet received his Danish counterpart, Anders Holm, on Monday 4 March at the ministry, where 27 officers were decorated.',
      'The ministers praised the coordination of their services and 14 joint operations.',
    );
    const french = lines(
      'Le ministre de l’Intérieur, Armel Doucet, a reçu lundi 4 mars au ministère son homologue danois, Anders Holm, et 27 officiers y ont été décorés.',
      'Les ministres ont salué la coordination de leurs services et 14 opérations conjointes.',
    );
    const texts = [
      article('e1', english, { published: '2024-03-04' }),
      article('e2', english, { published: '2024-03-05' }),
      article('f', french, { language: 'fr', published: '2024-03-05' }),
    ];
    const dispatches = new Map([
      ['e1', 'd'],
      ['e2', 'd'],
    ]);
    expect(relateTexts(texts, dispatches)).toMatchObject([
      { kind: 'translation', from: 'e1', to: 'f', directed: true, passages: [] },
    ]);
    const sameDay = texts.map((text) => ({ ...text, published: '2024-03-04' }));
    expect(relateTexts(sameDay, dispatches)).toMatchObject([{ kind: 'translation', directed: false }]);
  });
});
