import { describe, expect, it } from 'vitest';
import { type CitedArticle, citationFormats } from './citation.ts';

const cited: CitedArticle = {
  id: 'a1b2',
  title: 'Ferries & {fees}: 50% more_',
  authors: ['Lena Roth', 'Abdou Ba'],
  outlet: 'The Corniche Herald',
  agency: 'XPA',
  published: '2024-01-19T10:00:00Z',
  language: 'en',
  url: 'https://herald.example/ferries?a=1&b={2}',
  archiveUrl: 'https://site.example/articles/a1b2',
  captured: '2024-01-20T08:00:00.000Z',
  hash: 'ab'.repeat(32),
};
const write = (ending: string, of: CitedArticle = cited) =>
  citationFormats.find((format) => format.ending === ending)?.write(of) ?? '';

describe('citations', () => {
  it('BibTeX: braces balance, commands are taken apart, the address stays', () => {
    const text = write('bib');
    expect(text).toContain('title = {{Ferries \\& \\{fees\\}: 50\\% more\\_}},');
    expect(text).toContain('author = {{Lena Roth} and {Abdou Ba}},');
    expect(text).toContain('url = {https://herald.example/ferries?a=1&b=%7B2%7D},');
    expect(text).toContain(`SHA-256 ${cited.hash}`);
    const bare = text.replace(/\\[{}]/g, '');
    expect(bare.split('{').length).toBe(bare.split('}').length);
  });

  it('RIS: one value a line, whatever the title holds', () => {
    const lines = write('ris', { ...cited, title: 'One\r\nER  - two' })
      .trimEnd()
      .split('\r\n');
    expect(lines[0]).toBe('TY  - NEWS');
    expect(lines).toContain('TI  - One ER - two');
    expect(lines).toContain('DA  - 2024/01/19/');
    expect(lines.filter((line) => line.startsWith('ER'))).toEqual(['ER  -']);
  });

  it('CSL: parts of the date as far as it is known', () => {
    const [item] = JSON.parse(write('csl.json', { ...cited, published: '2024-01' })) as [Record<string, unknown>];
    expect(item).toMatchObject({
      type: 'article-newspaper',
      'container-title': 'The Corniche Herald',
      issued: { 'date-parts': [[2024, 1]] },
      accessed: { 'date-parts': [[2024, 1, 20]] },
    });
  });

  it.each(citationFormats.map(({ ending }) => ending))('%s leaves out what is not known', (ending) => {
    const text = write(ending, { id: 'x', title: 'T', authors: [], captured: cited.captured, hash: cited.hash });
    expect(text).not.toMatch(/undefined|null/);
  });
});
