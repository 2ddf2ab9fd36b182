import type { CreditedArticle } from '../../src/core/group/group-article.ts';

export const lines = (...sentences: readonly string[]): string => sentences.join('\n');

/** A report of six sentences with names and numbers of its own. */
export const storm = lines(
  'A storm tore the roof off the covered market of Port Sable on Sunday night and left 340 stalls under water.',
  'Mayor Edda Norholm said repairs would cost 12 million and take until the end of the summer.',
  'Fishermen had moved their boats behind the northern mole after a warning on Saturday afternoon.',
  'The regional council will vote on emergency aid on Thursday, council leader Bruno Calgard said.',
  'Schools in the lower town stay closed until the electricity is back.',
  'It was the third storm of this strength on the coast within two years.',
);

export const article = (id: string, text: string, more: Partial<CreditedArticle> = {}): CreditedArticle => ({
  id,
  language: 'en',
  text,
  published: '2024-03-05',
  ...more,
});
export const sourced = (value: string) => ({ value, certainty: 1, basis: 'test', spans: [{ start: 0, end: 1 }] });
export const sentencesOf = (text: string, ...chosen: readonly number[]): string =>
  chosen.map((index) => text.split('\n')[index]).join('\n');
