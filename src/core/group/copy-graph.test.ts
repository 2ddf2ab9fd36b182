import { describe, expect, test } from 'vitest';
import { article, sentencesOf, sourced, storm } from '../../../test/helpers/dispatch-texts.ts';
import { traceCopies } from './copy-graph.ts';
import { dispatchOrigins } from './dispatch-origins.ts';
import type { CreditedArticle } from './group-article.ts';

describe('who copied whom', () => {
  const wire = article('wire', storm, {
    outlet: sourced('Coastwire'),
    agency: sourced('Coastwire'),
    published: '2024-03-05T08:00:00Z',
  });
  const cut = article('cut', sentencesOf(storm, 0, 1, 2), { outlet: sourced('The Gull') });
  const republished = article('hub', storm, {
    outlet: sourced('The Gull'),
    aggregator: sourced('Hub'),
    published: '2024-03-06',
  });
  test.each<[string, CreditedArticle[], string, string, string]>([
    [
      'time',
      [wire, article('late', storm, { published: '2024-03-05T09:00:00+00:00' })],
      'late',
      'wire',
      'published-later',
    ],
    ['credit', [wire, article('paper', storm, { agency: sourced('Coastwire') })], 'paper', 'wire', 'credits-agency'],
    ['a cut', [wire, cut], 'cut', 'wire', 'is-cut'],
    [
      'an aggregator',
      [article('own', storm, { outlet: sourced('The Gull') }), republished],
      'hub',
      'own',
      'aggregated',
    ],
    [
      'the words',
      [wire, article('says', `Coastwire reports from the coast.\n${storm}`)],
      'says',
      'wire',
      'names-outlet',
    ],
  ])('%s', (_, articles, copy, source, reason) => {
    for (const order of [articles, [...articles].reverse()]) {
      const [edge] = traceCopies(order);
      expect(edge).toMatchObject({ copy, source });
      expect(edge?.reasons).toContain(reason);
      expect(edge?.certainty).toBeGreaterThan(0.5);
    }
  });

  test('nothing to tell: half certain', () => {
    expect(traceCopies([article('a', storm), article('b', storm)])).toMatchObject([{ certainty: 0.5, reasons: [] }]);
  });

  test.each<[string, CreditedArticle[], string[]]>([
    [
      'the agency that both credit, when no page of it is at hand',
      [
        article('a', storm, { agency: sourced('Coastwire'), outlet: sourced('The Gull'), published: '2024-03-05' }),
        article('b', storm, { agency: sourced('Coastwire'), outlet: sourced('The Pier'), published: '2024-03-06' }),
      ],
      ['Coastwire > a', 'Coastwire > b'],
    ],
    [
      "the agency's own page, whatever else its name says; whoever hides it by the day",
      [
        article('m', storm, {
          agency: sourced('Coastwire'),
          outlet: sourced('Coastwire Online'),
          published: '2024-03-05',
        }),
        article('a', storm, { agency: sourced('Coastwire'), outlet: sourced('The Gull') }),
        article('b', storm, { outlet: sourced('The Pier'), published: '2024-03-06' }),
      ],
      ['m > a', 'm > b'],
    ],
    [
      'texts that are not at hand: by credit and by day',
      [
        article('a', '', { outlet: sourced('The Gull'), published: '2024-03-05' }),
        article('b', '', { outlet: sourced('The Pier'), published: '2024-03-06' }),
        article('c', '', { outlet: sourced('The Quay'), agency: sourced('Coastwire'), published: '2024-03-06' }),
      ],
      ['Coastwire > c', 'a > b'],
    ],
    [
      'a text of its own that credits an agency',
      [article('a', storm, { agency: sourced('Coastwire') })],
      ['Coastwire > a'],
    ],
    ['the agency alone', [article('a', storm, { agency: sourced('Coastwire'), outlet: sourced('Coastwire') })], []],
  ])('%s', (_, articles, expected) => {
    const told = traceCopies(articles).filter(({ reasons }) => reasons.length > 0);
    expect(told.map(({ copy, source, agency }) => `${source ?? agency} > ${copy}`).sort()).toEqual(expected);
  });

  test('origins with their evidence', () => {
    const paper = article('paper', storm, { agency: sourced('Coastwire'), outlet: sourced('The Gull') });
    const origins = dispatchOrigins([wire, paper], traceCopies([wire, paper]));
    expect(origins).toMatchObject([
      { kind: 'agency', name: 'Coastwire', evidence: [{ articleId: 'paper' }, { articleId: 'wire' }] },
    ]);
  });
});
