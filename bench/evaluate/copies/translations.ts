import { readFileSync } from 'node:fs';
import { translationPrint } from '../../../src/core/group/translation-print.ts';
import { findTranslations } from '../../../src/core/group/translations.ts';
import { bootstrap } from '../press/intervals.ts';
import type { F1 } from './score.ts';

interface ParallelText {
  readonly id: string;
  readonly lang: string;
  readonly story: string;
  readonly sentences: readonly string[];
}

const languages = ['fr', 'en', 'es', 'ar'];

/** Texts of `FILE.jsonl` in the four languages; lines of another form are left out. */
export function readParallel(file: string): ParallelText[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as ParallelText)
    .filter((text) => languages.includes(text.lang) && Array.isArray(text.sentences) && text.story !== undefined);
}

export interface TranslationScores extends F1 {
  readonly byLanguages: Readonly<
    Record<string, { readonly recall: number; readonly precision: number; readonly n: number }>
  >;
  readonly seconds: number;
  readonly texts: number;
}

/** Pairs of texts of one story in two languages, all texts thrown together without a day. */
export function scoreTranslations(texts: readonly ParallelText[]): TranslationScores {
  const before = process.cpuUsage();
  const pairs = findTranslations(
    texts.map(({ id, lang, sentences }) => translationPrint({ id, language: lang, text: sentences.join('\n') })),
  );
  const { user, system } = process.cpuUsage(before);
  const byId = new Map(texts.map((text) => [text.id, text]));
  const units = new Map<string, { tp: number; wanted: number; given: number }>();
  const langs = new Map<string, { tp: number; wanted: number; given: number }>();
  const count = (map: typeof units, key: string, field: 'tp' | 'wanted' | 'given') => {
    const unit = map.get(key) ?? { tp: 0, wanted: 0, given: 0 };
    unit[field]++;
    map.set(key, unit);
  };
  const langKey = (a: string, b: string): string => [a, b].sort().join('-');
  for (const [at, one] of texts.entries()) {
    for (const other of texts.slice(at + 1)) {
      if (one.story !== other.story || one.lang === other.lang) continue;
      count(units, one.story, 'wanted');
      count(langs, langKey(one.lang, other.lang), 'wanted');
    }
  }
  for (const { a, b } of pairs) {
    const [one, other] = [byId.get(a), byId.get(b)];
    if (one === undefined || other === undefined) continue;
    const fields = one.story === other.story ? (['given', 'tp'] as const) : (['given'] as const);
    for (const field of fields) {
      count(units, one.story, field);
      count(langs, langKey(one.lang, other.lang), field);
    }
  }
  const f1 = (sample: readonly { readonly tp: number; readonly wanted: number; readonly given: number }[]): number => {
    const [tp, all] = sample.reduce(([sum, total], unit) => [sum + unit.tp, total + unit.wanted + unit.given], [0, 0]);
    return all === 0 ? 1 : (2 * tp) / all;
  };
  const list = [...units.values()];
  const total = list.reduce(
    (sum, unit) => ({ tp: sum.tp + unit.tp, wanted: sum.wanted + unit.wanted, given: sum.given + unit.given }),
    { tp: 0, wanted: 0, given: 0 },
  );
  return {
    precision: total.given === 0 ? 1 : total.tp / total.given,
    recall: total.wanted === 0 ? 1 : total.tp / total.wanted,
    f1: f1(list),
    n: total.wanted,
    interval: bootstrap(list, f1) ?? null,
    byLanguages: Object.fromEntries(
      [...langs]
        .sort()
        .map(([key, { tp, wanted, given }]) => [
          key,
          { recall: wanted === 0 ? 1 : tp / wanted, precision: given === 0 ? 1 : tp / given, n: wanted },
        ]),
    ),
    texts: texts.length,
    seconds: (user + system) / 1e6,
  };
}
