import { commonWords } from './common-words.ts';

export const passwordLimits = { least: 12, most: 200 } as const;

/** Why a password is refused. */
export type PasswordFault = 'short' | 'long' | 'common' | 'simple' | 'own-name';

/**
 * Length counts, kinds of characters do not. Refused is what guessers try first: the words that people choose most,
 * dressed up with digits or not, runs of the keyboard, and what others know of the person.
 */
export function findPasswordFault(password: string, own: readonly string[]): PasswordFault | undefined {
  const length = [...password].length;
  if (length < passwordLimits.least) return 'short';
  if (password.length > passwordLimits.most) return 'long';
  const folded = fold(password);
  const ownWords = own.flatMap((text) => fold(text).split(/[^\p{L}\p{N}]+/u)).filter((word) => word.length >= 3);
  const rest = ownWords.reduce((text, word) => text.replaceAll(word, ''), folded);
  if (rest !== folded && [...rest].length < 8) return 'own-name';
  const core = folded.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  const letters = [unleet(core), core].map((text) => text.replace(/[^\p{L}]/gu, ''));
  if (letters.some((text) => text !== '' && isMadeOfCommon(text))) return 'common';
  if (new Set(folded).size < 5 || runShare(folded) >= 0.7) return 'simple';
  return undefined;
}

/** Nothing but words of the list, one after the other, at most three. */
function isMadeOfCommon(text: string, most = 3): boolean {
  if (text === '') return true;
  if (most === 0) return false;
  for (let end = Math.min(text.length, 14); end >= 3; end--)
    if (commonWords.has(text.slice(0, end)) && isMadeOfCommon(text.slice(end), most - 1)) return true;
  return false;
}

const rows = ['1234567890', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm', 'azertyuiop', 'qsdfghjklm', 'wxcvbn'];
const follows = new Set(
  [...rows, 'abcdefghijklmnopqrstuvwxyz', 'ضصثقفغعهخحج', 'شسيبلاتنمك'].flatMap((row) =>
    [...row].slice(1).flatMap((letter, at) => [`${row[at]}${letter}`, `${letter}${row[at]}`]),
  ),
);

/** How much of a text only goes on as its neighbours do. */
function runShare(text: string): number {
  let steps = 0;
  for (let at = 1; at < text.length; at++) {
    const pair = text.slice(at - 1, at + 1);
    if (pair[0] === pair[1] || follows.has(pair)) steps++;
  }
  return text.length < 2 ? 1 : steps / (text.length - 1);
}

function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

const disguises: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
};

function unleet(text: string): string {
  return text.replace(/[013457@$!]/g, (character) => disguises[character] ?? character);
}
