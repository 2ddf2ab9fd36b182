import type { ReusedPassage } from './compare-prints.ts';
import { dispatchPrint, isPrintedLater } from './dispatch-print.ts';
import { findDispatches } from './dispatches.ts';
import type { GroupArticle } from './group-article.ts';
import { type LexiconPivot, translationPrint } from './translation-print.ts';
import { findTranslations } from './translations.ts';

/** What one text has from another that is not its copy: passages, or all of it in another language. */
export interface TextRelation {
  readonly kind: 'reuse' | 'translation';
  /** The text that was printed first, where that is known. */
  readonly from: string;
  readonly to: string;
  /** False when nothing tells which was first. */
  readonly directed: boolean;
  /** Places in the texts that were compared, `a` of `from`; a translation has none. */
  readonly passages: readonly ReusedPassage[];
}

/**
 * Relations between texts of different dispatches, for the texts of one story: each dispatch is compared by its first
 * print.
 * @param dispatchOf dispatch by article id; articles without one are texts of their own
 *
 * @example
 * import { relateTexts } from 'rapporteur';
 *
 * const relations = relateTexts(
 *   [
 *     { id: 'a', language: 'en', text: 'The ferry sailed on Monday with 120 passengers.' },
 *     { id: 'b', language: 'fr', text: 'Le ferry est parti lundi avec 120 passagers.' },
 *   ],
 *   new Map(),
 * );
 * console.log(relations.length, relations.map(({ kind, from, to }) => `${kind} ${from} ${to}`));
 */
export function relateTexts(
  articles: readonly GroupArticle[],
  dispatchOf: ReadonlyMap<string, string>,
  options: { readonly pivot?: LexiconPivot } = {},
): TextRelation[] {
  const prints = new Map(articles.map((article) => [article.id, dispatchPrint(article)]));
  const isLater = (id: string, other: string): boolean => {
    const [one, two] = [prints.get(id), prints.get(other)];
    return one !== undefined && two !== undefined && isPrintedLater(one, two);
  };
  const first = new Map<string, GroupArticle>();
  for (const article of [...articles].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    if (article.text === '') continue;
    const key = dispatchOf.get(article.id) ?? article.id;
    const known = first.get(key);
    if (known === undefined || isLater(known.id, article.id)) first.set(key, article);
  }
  const texts = [...first.values()];
  const relation = (
    kind: TextRelation['kind'],
    a: string,
    b: string,
    passages: readonly ReusedPassage[],
  ): TextRelation => {
    const turned = isLater(a, b);
    return {
      kind,
      from: turned ? b : a,
      to: turned ? a : b,
      directed: turned || isLater(b, a),
      passages: turned ? passages.map((one) => ({ a: one.b, b: one.a, words: one.words })) : passages,
    };
  };
  const reuses = findDispatches(texts).reuses.map(({ a, b, passages }) => relation('reuse', a, b, passages));
  const translations = findTranslations(texts.map((text) => translationPrint(text, options))).map(({ a, b }) =>
    relation('translation', a, b, []),
  );
  return [...reuses, ...translations].sort((one, other) =>
    `${one.kind} ${one.from} ${one.to}` < `${other.kind} ${other.from} ${other.to}` ? -1 : 1,
  );
}
