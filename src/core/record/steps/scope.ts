import type { LanguageCode } from '../../model/language.ts';
import type { Sentence, TextDocument } from '../../text/document.ts';
import type { Scope } from '../found.ts';

/** A sentence in a language that we have data for. */
export interface ReadableSentence extends Sentence {
  readonly language: LanguageCode;
}

/** The sentences of a scope in document order; text in other languages is left out. */
export function sentencesIn(document: TextDocument, scope: Scope): ReadableSentence[] {
  const found: ReadableSentence[] = [];
  const last = Math.min(scope.toSentence, document.sentences.length);
  for (let i = Math.max(0, scope.fromSentence); i < last; i++) {
    const sentence = document.sentences[i];
    if (sentence === undefined) continue;
    const language = sentence.language === 'und' ? document.language : sentence.language;
    if (language !== 'und') found.push({ ...sentence, language });
  }
  return found;
}
