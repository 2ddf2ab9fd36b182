import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openWebArchive, outletOf, type WebArchive } from '../../test/helpers/web-archive.ts';
import { createApp } from './app.tsx';

const meeting = 'La ministre Ada Lumen a reçu vendredi à Rabat son homologue.';
const formula = 'Elles ont salué les excellentes relations de confiance entre les deux ports.';
const facts = [
  { words: 'Ada Lumen', field: 'person' },
  { words: 'a reçu', field: 'trigger' },
  { words: 'Rabat', field: 'where' },
] as const;
const secret = 'Une phrase que le titre garde pour ses propres lecteurs raconte la suite du voyage.';
const filler = Array.from({ length: 8 }, (_, index) => `Le paragraphe numéro ${index} parle du temps et des marées.`);
const report = (outlet: string, published: string, paragraphs: readonly string[]) => ({
  title: `Digues, ${outlet}`,
  url: `https://${outlet}.example/${published}`,
  outlet,
  published,
  origin: 'collect' as const,
  paragraphs,
  facts,
});

let archive: WebArchive;
let ids: readonly string[];

beforeAll(async () => {
  archive = await openWebArchive(
    [outletOf('whole', 'full'), outletOf('quoted', 'excerpt'), outletOf('silent', 'facts')],
    [
      report('whole', '2023-01-10', [meeting, formula, 'Le fonds des digues compte 12 bateaux de surveillance.']),
      report('whole', '2024-01-19', [
        formula,
        meeting,
        'Le fonds des digues compte 15 bateaux de surveillance.',
        'Un phare sera construit sur la pointe nord avant la fin du printemps.',
      ]),
      report('quoted', '2024-01-20', [meeting, formula.replace('deux', 'trois'), secret, ...filler]),
      report('silent', '2024-01-21', [meeting, formula, secret]),
    ],
  );
  ids = archive.articleIds;
  const grouping = (index: number, dispatchId: string, storyId: string) => ({
    articleId: ids[index] ?? '',
    dispatchId,
    storyId,
  });
  await archive.store.articles.setGroups([
    grouping(0, 'd0', 's0'),
    grouping(1, 'd1', 's1'),
    grouping(2, 'd1', 's1'),
    grouping(3, 'd1', 's1'),
  ]);
});
afterAll(() => archive.close());

async function html(path: string, language = 'en'): Promise<string> {
  const app = createApp({
    store: archive.store,
    settings: { publishLocalInFull: false },
    now: () => new Date('2024-02-03T09:00:00Z'),
    log: { error: () => {} },
  });
  const response = await app.request(path, { headers: { 'accept-language': language } });
  expect(response.status).toBe(200);
  return response.text();
}

const words = (body: string) => body.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');

describe('What is new', () => {
  test('marks what is new and the changed figure, greys the rest, and says where it stood first', async () => {
    const body = await html(`/articles/${ids[1]}?show=new`);
    expect(body).toMatch(/<mark class="new"><span class="hidden">\[new\] <\/span>Un phare sera construit/);
    expect(body).toMatch(/<mark class="figure"><span class="hidden">\[another figure\] <\/span>15<\/mark>/);
    expect(words(body)).toContain('12 before');
    expect(body).toContain(`<span class="old">${formula}</span>`);
    expect(words(body)).toMatch(/in one earlier text, first Gazette whole ?, 10 Jan 2023/);
    expect(body).toContain('aria-current="true">What is new');
  });

  test('the copies of the same event are no precedent', async () => {
    expect(await html(`/articles/${ids[0]}?show=new`)).toContain('no earlier text');
  });

  test('of an excerpt only what the excerpt shows', async () => {
    const body = await html(`/articles/${ids[2]}?show=new`);
    expect(body).not.toContain(secret);
    expect(words(body)).toMatch(/\d+ sentences are not shown here; new among them: \d+/);
    expect(await html(`/articles/${ids[3]}?show=new`)).not.toContain(formula);
  });
});

describe('Copies', () => {
  test('words, moved sentences, who took it from whom', async () => {
    const body = await html(`/articles/${ids[2]}?show=copies&with=${ids[1]}`);
    expect(body).toContain('Compared with');
    expect(words(body)).toContain('Gazette quoted has it from Gazette whole : printed later.');
    expect(body).not.toContain(secret);
  });

  test.each([
    ['an outlet of excerpts', 2],
    ['an outlet of facts only', 3],
  ])('nothing leaks from %s into the page of another', async (_, other) => {
    const body = await html(`/articles/${ids[1]}?show=copies&with=${ids[other]}`);
    expect(body).not.toContain(secret);
    expect(body).not.toContain('trois');
    expect(body).toContain(meeting);
  });

  test('a text of its own, an unknown copy, an unknown view', async () => {
    expect(await html(`/articles/${ids[0]}?show=copies`)).toContain('No other outlet prints this text.');
    expect(await html(`/articles/${ids[1]}?show=copies&with=nothing`)).toContain('Compared with');
    expect(await html(`/articles/${ids[1]}?show=everything`)).toContain('aria-current="true">Evidence');
  });
});

describe('the story', () => {
  test('who was first, who copied whom as drawing and table, and no word that is not to be shown', async () => {
    const body = await html('/stories/s1');
    expect(words(body)).toContain('First to publish: Gazette whole , 19 January 2024');
    expect(body).toMatch(/<svg class="copy-graph"[^>]*role="group" aria-label="2 copies: arrows lead/);
    expect(body.match(/printed later/g)).toHaveLength(2);
    expect(body).toContain('Un phare sera construit');
    expect(body).not.toContain(secret);
  });
});

test('the dossier says since when a phrase comes back, in words that may be shown', async () => {
  const body = await html('/dossiers/ES-MA');
  expect(body).not.toContain(secret);
});

test('in four languages, without a key, an inline style or a doubled id', async () => {
  for (const language of ['fr', 'en', 'es', 'ar']) {
    for (const path of [`/articles/${ids[1]}?show=new`, `/articles/${ids[2]}?show=copies`, '/stories/s1']) {
      const body = await html(path, language);
      expect(body).not.toMatch(/<script(?! type="module" src="\/assets\/)|<style|\sstyle=|undefined|\[object|NaN/);
      expect(words(body)).not.toMatch(/\b(?:new|copies|story|switch|firsts|phrases)\.[a-z-]+\b/);
      const found = body.match(/\sid="[^"]*"/g) ?? [];
      expect(found).toHaveLength(new Set(found).size);
      expect(body.match(/<h1/g)).toHaveLength(1);
    }
  }
});
