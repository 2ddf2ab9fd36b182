import { builtinIdentifier, type LanguageIdentifier } from '../language/detect-language.ts';
import type { BlockLabel } from '../model/article.ts';
import type { DetectedLanguage } from '../model/language.ts';

/** Labels whose text people read: only there is a language of its own worth finding. */
const readable = new Set<BlockLabel>(['headline', 'standfirst', 'body', 'caption', 'comment']);
/** Shorter text says too little; names and places belong to no language. */
const longEnough = 40;
const sure = 0.5;
/** With the word of the markup, less is enough. */
const sureWithMarkup = 0.25;

/**
 * Language of one block: its own when the text is long enough to tell, that of the markup when the text does not speak
 * against it, else that of the article. `und` for what cannot be the article's language: another script, or no letters.
 */
export function languageOfBlock(
  text: string,
  label: BlockLabel,
  markup: string | undefined,
  article: DetectedLanguage,
  identifier: LanguageIdentifier = builtinIdentifier,
): DetectedLanguage {
  const script = scriptOf(text);
  if (script === undefined) return 'und';
  const claimed = /^[a-z]{2}(?=$|[-_])/.exec(markup?.trim().toLowerCase() ?? '')?.[0];
  if (readable.has(label) && text.length >= longEnough) {
    const { language, certainty } = identifier.identify(text.slice(0, 400));
    if (certainty >= sure || (language === claimed && certainty >= sureWithMarkup)) return language;
    if (claimed && claimed !== article && certainty < sureWithMarkup && fits(script, claimed)) return claimed;
  }
  return fits(script, article) ? article : 'und';
}

type Script = 'latin' | 'arabic' | 'other';

/** The script of most letters. */
function scriptOf(text: string): Script | undefined {
  const counts = { latin: 0, arabic: 0, other: 0 };
  const end = Math.min(text.length, 200);
  for (let i = 0; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x250 ? ((code | 32) - 97) >>> 0 < 26 || code >= 0xc0 : code >= 0x1e00 && code <= 0x1eff) counts.latin++;
    else if ((code >= 0x620 && code <= 0x64a) || (code >= 0x671 && code <= 0x6d3)) counts.arabic++;
    else if ((code >= 0x370 && code <= 0x1dff && (code < 0x600 || code > 0x6ff)) || code >= 0x3040) counts.other++;
  }
  const most = Math.max(counts.latin, counts.arabic, counts.other);
  if (most === 0) return undefined;
  return counts.latin === most ? 'latin' : counts.arabic === most ? 'arabic' : 'other';
}

const arabicScript: ReadonlySet<string> = new Set(['ar', 'fa', 'ur']);
const otherScripts: ReadonlySet<string> = new Set('el ru uk he hi bn ta th am ja zh ko bg sr mk ka hy'.split(' '));

/** Whether a language is written in a script; Serbian and its like are written in two. */
function fits(script: Script, language: DetectedLanguage): boolean {
  if (language === 'und' || language === 'sr') return true;
  if (arabicScript.has(language)) return script === 'arabic';
  return otherScripts.has(language) ? script === 'other' : script === 'latin';
}
