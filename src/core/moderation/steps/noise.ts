import type { Finding, ModerationPhase } from '../moderate.ts';

const rules: readonly { readonly reason: string; readonly pattern: RegExp }[] = [
  // One sign many times over, a written laugh aside.
  { reason: 'stretched', pattern: /([^\s\dه])\1{7,}/u },
  // Letters that cannot be seen hide words from who looks for them.
  { reason: 'hidden-letters', pattern: /[\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069]/u },
  { reason: 'address', pattern: /[\w.+-]+@[\w-]+\.[\w.-]+/u },
  // A number to call: nine digits or more, however they are spaced.
  { reason: 'telephone', pattern: /(?:\+|00)?\p{Nd}(?:[\s().-]{0,2}\p{Nd}){8,14}/u },
];
const shoutedLetters = 40;
const shoutedShare = 0.7;

/** What disturbs or hides, whatever it says. */
export const noise: ModerationPhase = {
  name: 'noise',
  judge: ({ text }) => {
    const found = rules.flatMap(({ reason, pattern }): Finding[] => {
      const match = pattern.exec(text);
      if (match === null) return [];
      return [{ action: 'hold', reason, span: { start: match.index, end: match.index + match[0].length } }];
    });
    const letters = text.replace(/[^\p{Lu}\p{Ll}]/gu, '');
    const capitals = letters.replace(/[^\p{Lu}]/gu, '').length;
    if (letters.length >= shoutedLetters && capitals >= letters.length * shoutedShare)
      found.push({ action: 'hold', reason: 'shouted' });
    return found;
  },
};
