import { questionWords } from '../../src/web/account/question-words.ts';
import type { InterfaceLanguage } from '../../src/web/i18n.ts';

/** What a person reads out of the question. */
export function answerTo(text: string, language: InterfaceLanguage): string {
  const words = questionWords[language];
  const inText = (word: string) => new RegExp(`(?<![\\p{L}-])${word}(?![\\p{L}-])`, 'u').test(text);
  const things = words.things.filter(inText).sort((one, other) => text.indexOf(one) - text.indexOf(other));
  if (things.length === 4) return things[words.ordinals.findIndex(inText)] ?? '';
  for (let one = 1; one < 10; one++)
    for (let other = 1; other < 10; other++)
      if (text === words.sum(words.numbers[one] ?? '', words.numbers[other] ?? '')) return String(one + other);
  return '';
}
