import type { Article } from '../../src/core/model/article.ts';

/** The same article `times` over in one text: what a coder that is linear in the text needs `times` as long for. */
export function repeatArticle(article: Article, times: number): Article {
  const texts: string[] = [];
  const blocks: Article['blocks'][number][] = [];
  const step = article.text.length + 1;
  for (let i = 0; i < times; i++) {
    texts.push(article.text);
    for (const block of article.blocks) {
      // Only the first headline is one: a text has one title.
      const label = i > 0 && block.label === 'headline' ? 'body' : block.label;
      blocks.push({ ...block, index: blocks.length, label, start: block.start + i * step, end: block.end + i * step });
    }
  }
  return { ...article, text: texts.join('\n'), blocks };
}
