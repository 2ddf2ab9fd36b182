import { describe, expect, test } from 'vitest';
import { parsePage } from '../../read/parse-page.ts';
import { readPage } from '../../read/read-page.ts';
import { blockFeatures } from '../block-features.ts';
import type { Draft, LabelDecision } from '../draft.ts';
import { extractArticle } from '../extract-article.ts';
import { labelColumns } from '../label-model/label-columns.ts';
import { compileLabelModels, type LabelModelFile, labelModels } from '../label-model/label-models.ts';
import { modelLabels } from './model-labels.ts';

const column = labelColumns.indexOf('link-share');

/** Says `navigation` of blocks that are links, surer or less sure. */
function fileOf(logOdds: number, threshold: { html: number; text: number }): LabelModelFile {
  const tree = { feature: [column, -1, -1], value: [0.5, -4, logOdds], right: [2, 0, 0] };
  const label = { label: 'navigation' as const, threshold, bias: 0, trees: [tree] };
  return { schema: 'rapporteur.trees/2', features: labelColumns, about: {}, labels: [label] };
}

function draftOf(standing: Partial<LabelDecision> | undefined): Draft {
  const page = readPage({ text: '<div><a href="/a">Weather</a></div><p>Tides</p>' });
  const raw = parsePage(page);
  const decisions = raw.blocks.map((_, block) =>
    standing ? { block, label: 'other' as const, probability: 0.9, reason: '', ...standing } : undefined,
  );
  return { page, raw, features: blockFeatures(raw), profile: undefined, profiles: [], decisions };
}

const always = { html: 0.5, text: 0.5 };

describe('modelLabels', () => {
  test.each([
    ['no rule knows it', undefined, 2, always, [['navigation', 'model-label-navigation']]],
    ['not body', { reason: 'model-not-body' }, 2, always, [['navigation', 'model-label-navigation']]],
    ['body stands', { label: 'body', reason: 'model-body' }, 2, always, []],
    ['body of the rules stands', { label: 'body', reason: 'in-root' }, 2, always, []],
    ['markup stands', { label: 'related', reason: 'zone-related' }, 2, always, []],
    ['page words stand', { label: 'legal', reason: 'page-word-exact' }, 2, always, []],
    ['a profile stands', { reason: 'profile-body-outside' }, 2, always, []],
    ['not sure enough', undefined, 2, { html: 0.95, text: 0 }, []],
    ['out of the question at a glance', undefined, -3, { html: 0, text: 0 }, []],
  ] as const)('%s', (_, standing, logOdds, threshold, expected) => {
    const models = compileLabelModels(fileOf(logOdds, threshold));
    const decisions = [...modelLabels(draftOf(standing), models)];
    expect(decisions.map(({ label, reason }) => [label, reason])).toEqual(expected);
    expect(decisions.every(({ probability }) => probability >= (standing ? 0.9 : 0.5))).toBe(true);
  });
});

test('the models that ship were trained on the columns that the program computes', () => {
  expect(labelModels().length).toBeGreaterThan(2);
  expect(() => compileLabelModels({ ...fileOf(1, always), features: ['words'] })).toThrow('trained on other columns');
});

const sentence =
  'The harbour board met on Tuesday to hear the engineers, who had measured the old quay all summer long.';
const menu = 'Weather Tides Obituaries Classified Sport Culture Letters Jobs Ships Archive'
  .split(' ')
  .map((name) => `<div><a href="/${name}">${name}</a></div>`)
  .join('');
const html = `<html><head><title>Quay to close</title></head><body><div>${menu}</div><h1>Quay to close</h1>${`<p>${sentence}</p>`.repeat(1)}<p>${sentence.replace('Tuesday', 'Friday')}</p><p>${sentence.replace('engineers', 'masons')}</p><div>${menu}</div></body></html>`;

test('a menu that no markup names is told from its place and its links; the body is the same without the step', () => {
  const article = extractArticle({ text: html });
  const without = extractArticle({ text: html }, { switchedOff: ['model-labels'] });
  const body = ({ blocks }: typeof article): readonly number[] =>
    blocks.filter(({ label }) => label === 'body').map(({ index }) => index);
  expect(body(article)).toEqual(body(without));
  expect(body(article)).toHaveLength(3);
  const named = article.blocks.filter(({ reason }) => reason === 'model-label-navigation');
  expect(named.length).toBeGreaterThan(2);
});
