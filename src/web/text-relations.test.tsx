import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openWebArchive, outletOf, type WebArchive } from '../../test/helpers/web-archive.ts';
import { siteOf } from '../../test/helpers/web-site.ts';

const storm = [
  'Une tempête a arraché dimanche soir le toit du marché couvert de Port Sable et laissé 340 étals sous les eaux.',
  'La maire Edda Norholm a estimé les réparations à 12 millions et prévu des travaux jusqu’à la fin de l’été.',
  'Les pêcheurs avaient mis leurs bateaux à l’abri derrière le môle nord après une alerte samedi après-midi.',
  'Le conseil régional votera jeudi une aide urgente, a annoncé son président Bruno Calgard.',
  'Les écoles de la ville basse restent fermées tant que le courant n’est pas rétabli.',
];
const own = [
  'Les boulangers de la vieille ville ont eu une autre journée et tout vendu avant neuf heures du matin.',
  'Personne ne se souvenait d’une semaine où tant de gens avaient demandé des petits pains au pavot.',
  'Sur la place, le marché a continué sous des tentes, avec du fromage, des pommes et les premiers poireaux.',
  'Une classe a dessiné la scène à la craie, et la mairie a promis de laisser le dessin où il est.',
  'Le soir, les fours étaient rallumés et la file tournait au coin de la rue jusqu’à la poste.',
  'Les prix n’ont pas bougé, a dit la corporation, et nul n’est reparti sans une miche de pain.',
];
const text = (outlet: string, published: string, paragraphs: readonly string[]) => ({
  title: `Port Sable, ${outlet}`,
  url: `https://${outlet}.example/${published}`,
  outlet,
  published,
  origin: 'collect' as const,
  paragraphs,
});

let archive: WebArchive;
let ids: readonly string[];
beforeAll(async () => {
  archive = await openWebArchive(
    [outletOf('whole', 'full'), outletOf('later', 'full'), outletOf('silent', 'facts'), outletOf('last', 'facts')],
    [
      text('whole', '2024-01-19', storm),
      text('later', '2024-01-20', [...own, ...storm.slice(0, 3)]),
      text('last', '2024-01-21', storm),
    ],
  );
  ids = archive.articleIds;
  const put = (at: number, dispatchId: string) => ({ articleId: ids[at] ?? '', dispatchId, storyId: 's' });
  await archive.store.articles.setGroups([put(0, 'd'), put(1, 'e'), put(2, 'd')]);
});
afterAll(() => archive.close());

const html = async (path: string, language: string): Promise<string> => {
  const response = await siteOf(archive).request(path, { headers: { 'accept-language': language } });
  expect(response.status).toBe(200);
  return response.text();
};
const relations = (page: string): string => /<section class="relations[\s\S]*?<\/section>/.exec(page)?.[0] ?? '';
const words = (markup: string): string => markup.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

describe('a passage that another text reuses', () => {
  test.each([
    ['en', 'reuses a passage of'],
    ['fr', 'reprend un passage de'],
    ['es', 'reutiliza un pasaje de'],
    ['ar', 'يعيد استعمال مقطع من'],
  ])('stands on the page of the story with both texts, in %s', async (language, sentence) => {
    const part = relations(await html('/stories/s', language));
    expect(words(part)).toContain(sentence);
    for (const at of [0, 1]) expect(part).toContain(`href="/articles/${ids[at]}"`);
    expect(part).toContain('<blockquote lang="fr" dir="ltr">');
    expect(part).toContain('Une tempête a arraché dimanche soir');
  });

  test('stands on the Copies switch of either text', async () => {
    const later = relations(await html(`/articles/${ids[1]}?show=copies`, 'en'));
    expect(words(later)).toContain('This text reuses a passage of');
    expect(later).toContain(`href="/articles/${ids[0]}"`);
    expect(words(relations(await html(`/articles/${ids[0]}?show=copies`, 'en')))).toContain('Gazette later');
  });

  test('who copied whom is drawn and told in a table, with what says so', async () => {
    const page = await html('/stories/s', 'en');
    expect(page).toContain('<svg class="copy-graph"');
    const [table = ''] = /<details class="behind">[\s\S]*?<\/details>/.exec(page) ?? [];
    expect(words(table)).toMatch(/Gazette last\s+Gazette whole\s+printed later/);
  });
});
