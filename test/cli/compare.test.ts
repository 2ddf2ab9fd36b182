import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { comparisonSchema } from '../../src/schemas/comparison.ts';
import { noveltySchema } from '../../src/schemas/novelty.ts';
import { jsonLines, runCli } from '../helpers/run-cli.ts';
import { createTemporaryFolder } from '../helpers/temporary-folder.ts';

const folder = await createTemporaryFolder();
afterAll(() => folder.remove());

interface Report {
  readonly title: string;
  readonly day: string;
  readonly paragraphs: readonly string[];
}

function pageOf({ title, day, paragraphs }: Report): string {
  return `<!doctype html><html lang="fr"><head><title>${title}</title>
<meta property="article:published_time" content="${day}T09:00:00Z"></head>
<body><article><h1>${title}</h1>${paragraphs.map((text) => `<p>${text}</p>`).join('')}</article></body></html>`;
}

const formula =
  "Les deux ministres ont salué l'excellence des relations de confiance qui unissent les deux pays depuis longtemps.";
const meeting = (day: string, boats: number) => [
  `Le ministre marocain de l'Intérieur, Abdelouafi Laftit, a reçu ${day} à Rabat son homologue espagnol, Fernando Grande-Marlaska.`,
  `Le fonds commun pour les ports permettra d'acheter ${boats} bateaux de surveillance pour la côte nord.`,
  formula,
];
const reports = {
  first: { title: 'Laftit reçoit Grande-Marlaska', day: '2023-05-02', paragraphs: meeting('mardi 2 mai 2023', 12) },
  now: {
    title: 'Entretiens à Rabat sur les ports',
    day: '2024-01-19',
    paragraphs: [
      ...meeting('vendredi 19 janvier 2024', 15),
      'Un phare sera construit près de Tarfaya avant la fin de la décennie.',
    ],
  },
  copy: {
    title: 'Rabat et Madrid parlent des ports',
    day: '2024-01-20',
    paragraphs: [formula.replace('longtemps', 'toujours'), ...meeting('vendredi 19 janvier 2024', 15).slice(0, 2)],
  },
} satisfies Record<string, Report>;
const file = (name: keyof typeof reports) => folder.file(`${name}.html`);
const data = folder.file('data');

beforeAll(async () => {
  for (const name of Object.keys(reports) as (keyof typeof reports)[]) writeFileSync(file(name), pageOf(reports[name]));
  const { code } = await runCli(['import', file('first'), '--data', data]);
  expect(code).toBe(0);
}, 30_000);

describe('compare', () => {
  test('sentences, words, moved text, direction and facts, without colours in a pipe', async () => {
    const { code, out, err } = await runCli(['compare', file('now'), file('copy')]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/> Les deux ministres ont salué[\s\S]*\[-longtemps-\] \{\+toujours\+\}/);
    expect(out).toContain('- [-Un phare sera construit près de Tarfaya avant la fin de la décennie.-]');
    expect(out).toMatch(/B \(.*copy\.html\) took it\s+from A/);
    expect(out).toContain('Both tell');
    expect(out).toContain('side: Spain');
    expect(out).not.toContain('\u001b');
  });

  test('--json fits its schema', async () => {
    const { out } = await runCli(['compare', file('now'), file('copy'), '--json']);
    const comparison = comparisonSchema.parse(JSON.parse(out));
    expect(comparison.copied).toMatchObject([{ reasons: expect.arrayContaining(['published-later']) }]);
    expect(comparison.sentences.filter(({ moved }) => moved)).toHaveLength(1);
    expect(comparison.facts.both.map(({ value }) => value)).toContain('MA');
  });

  test('in colour when asked', async () => {
    const { out } = await runCli(['compare', file('now'), file('copy')], { env: { FORCE_COLOR: '1' } });
    expect(out).toContain('\u001b[32mtoujours');
  });

  test('--html writes one file without script or request', async () => {
    const report = folder.file('report.html');
    const { code, err } = await runCli(['compare', file('now'), file('copy'), '--html', report]);
    expect({ code, err }).toEqual({ code: 0, err: `Comparison in ${report}\n` });
    const html = readFileSync(report, 'utf8');
    expect(html).toContain('<del>longtemps</del> <ins>toujours</ins>');
    expect(html).not.toMatch(/<script|src=|https?:\/\//);
  });

  test('an article of the archive by its id, and one that is not there', async () => {
    const found = await runCli(['search', 'ports', '--data', data, '--json']);
    const id = (JSON.parse(found.out) as { results: { article: { id: string } }[] }).results[0]?.article.id ?? '';
    const { code, out } = await runCli(['compare', id, file('now'), '--data', data]);
    expect(code).toBe(0);
    expect(out).toContain('[-12-] {+15+}');
    expect(await runCli(['compare', 'nothing', file('now'), '--data', data])).toMatchObject({ code: 3 });
  });

  test('a page with itself', async () => {
    const { out } = await runCli(['compare', file('now'), file('now'), '--json']);
    const comparison = comparisonSchema.parse(JSON.parse(out));
    expect(comparison.sentences.every(({ kind }) => kind === 'same')).toBe(true);
    expect(comparison.facts).toMatchObject({ before: [], after: [] });
  });
});

describe('read --against', () => {
  test('what is new, the changed figure, and where the rest was said first', async () => {
    const { code, out, err } = await runCli(['read', file('now'), '--against', data]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('+ {+Un phare sera construit près de Tarfaya avant la fin de la décennie.+}');
    expect(out).toContain('{#15 (was 12)#}');
    expect(out).toMatch(/"Les deux ministres ont salué[^\n]*" once, first in[\s\S]*2023-05-02/);
  });

  test('--json fits its schema', async () => {
    const { out } = await runCli(['read', file('now'), '--against', data, '--json']);
    const novelty = noveltySchema.parse(jsonLines(out)[0]);
    expect(novelty.earlierTexts).toBe(1);
    expect(novelty.sentences.map(({ kind }) => kind)).toContain('changed-number');
  });

  test('a text in the archive is not held against itself', async () => {
    const { out } = await runCli(['read', file('first'), '--against', data]);
    expect(out).toContain('The archive has no earlier text');
  });

  test.each([
    [['--against', '/nowhere'], 3],
    [['--against', data, '--explain'], 2],
  ])('wrong use: %j', async (args, code) => {
    expect(await runCli(['read', file('now'), ...args])).toMatchObject({ code, out: '' });
  });
});
