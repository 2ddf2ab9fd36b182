import { existsSync, readFileSync } from 'node:fs';
import { splitSentences } from '../../../src/core/text/sentences.ts';

const fewestSentences = 5;
const mostSentences = 30;

/** Texts of `FILE.jsonl` that can stand in for made reports: `{"lang", "sentences"}` or `{"lang", "text"}`, by language. */
export function readBaseTexts(file: string): Map<string, (readonly string[])[]> {
  const base = new Map<string, (readonly string[])[]>();
  if (!existsSync(file)) return base;
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    if (line.trim() === '') continue;
    for (const { lang, sentences } of textsOf(JSON.parse(line) as Record<string, unknown>)) {
      if (sentences.length < fewestSentences) continue;
      base.set(lang, [...(base.get(lang) ?? []), sentences.slice(0, mostSentences)]);
    }
  }
  return base;
}

/** Both texts of a pair count. */
function textsOf(line: Record<string, unknown>): { readonly lang: string; readonly sentences: readonly string[] }[] {
  const { lang, sentences, text } = line;
  if (typeof lang === 'string' && Array.isArray(sentences)) return [{ lang, sentences: sentences.map(String) }];
  if (typeof lang === 'string' && typeof text === 'string') return [{ lang, sentences: cut(text, lang) }];
  return ['1', '2'].flatMap((side) => {
    const [language, words] = [line[`lang${side}`], line[`text${side}`]];
    return typeof language === 'string' && typeof words === 'string'
      ? [{ lang: language, sentences: cut(words, language) }]
      : [];
  });
}

function cut(text: string, language: string): string[] {
  return splitSentences(text, 0, text.length, language).map(({ start, end }) => text.slice(start, end));
}
