import { getLIDModel } from 'fasttext.wasm.js';
import { builtinIdentifier, type LanguageIdentifier } from '../core/language/detect-language.ts';
import { withSecondOpinion } from '../core/language/second-opinion.ts';
import type { DetectedLanguage } from '../core/model/language.ts';

/** More text changes no answer. */
const maxChars = 2000;

/** The same language under a name of its own: Arabic as written in Egypt. */
const variants: Readonly<Record<string, string>> = { arz: 'ar' };

let opened: Promise<LanguageIdentifier> | undefined;

/**
 * The identifier of this program: function words and letter sequences first, fastText's model of 176 languages
 * (lid.176, WebAssembly) where they are not sure. Opened once a process, in about a tenth of a second.
 */
export function languageIdentifier(): Promise<LanguageIdentifier> {
  opened ??= openFastText().then((second) => withSecondOpinion(builtinIdentifier, second));
  return opened;
}

async function openFastText(): Promise<LanguageIdentifier> {
  const model = await (await getLIDModel()).load();
  return {
    identify: (text) => {
      const predictions = model.ft.predict(`${text.slice(0, maxChars).replace(/\s+/g, ' ')}\n`, 1, 0);
      const [certainty, label] = predictions.size() > 0 ? predictions.get(0) : [0, ''];
      predictions.delete();
      const language = label.replace('__label__', '');
      return language === ''
        ? { language: 'und', certainty: 0 }
        : { language: (variants[language] ?? language) as DetectedLanguage, certainty: Math.min(1, certainty) };
    },
  };
}
