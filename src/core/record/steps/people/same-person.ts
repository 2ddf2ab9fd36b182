import type { PersonMention } from './mentions.ts';

const MONARCHS: ReadonlySet<string> = new Set(['king', 'queen', 'emir', 'sultan', 'grand_duke', 'crown_prince']);

/** The short name is the end of the long one, or its beginning when more than one word (or a ruler's first name). */
export function sameName(long: readonly string[], short: readonly string[]): boolean {
  if (short.length > long.length) return sameName(short, long);
  // "Hayashi Yoshimasa" and "Yoshimasa Hayashi"
  if (short.length === 2 && long.length === 2 && short[0] === long[1] && short[1] === long[0]) return true;
  const end = long.slice(long.length - short.length);
  const isEnd = end.every((word, i) => close(word, short[i] ?? ''));
  // The end of "Mohammed bin Salman" alone is his father.
  const before = long[long.length - short.length - 1];
  if (isEnd) return before === undefined || !PATRONYMIC.has(before);
  if (short.length > 1 || long.length === short.length + 1) {
    if (short.every((word, i) => close(word, long[i] ?? '')) && (short.length > 1 || isRegnal(long))) return true;
  }
  // "Michael R. Pompeo" and "Michael Pompeo"; "Tamim bin Hamad" and "Tamim bin Hamad Al Thani".
  if (short.length < 2) return false;
  return close(short[0] ?? '', long[0] ?? '') && close(short.at(-1) ?? '', long.at(-1) ?? '');
}

const PATRONYMIC: ReadonlySet<string> = new Set(['bin', 'ibn', 'bint', 'بن', 'ابن', 'بنت']);

export function isPatronymic(word: string): boolean {
  return PATRONYMIC.has(word);
}

function isRegnal(name: readonly string[]): boolean {
  return /^[ivx]+$/.test(name.at(-1) ?? '');
}

/** Equal, or one letter apart in a long word: misspelt names are common, short words are not compared loosely. */
function close(a: string, b: string): boolean {
  if (a === b) return true;
  if (Math.min(a.length, b.length) < 5 || Math.abs(a.length - b.length) > 1) return false;
  let i = 0;
  while (i < a.length && a[i] === b[i]) i++;
  const restA = a.slice(i);
  const restB = b.slice(i);
  return restA.slice(1) === restB.slice(1) || restA.slice(1) === restB || restA === restB.slice(1);
}

/** "King Salman" is "Salman bin Abdulaziz": rulers go by their first name. */
export function isRulersFirstName(
  entity: { readonly name: readonly string[]; readonly roleCode: string },
  words: readonly string[],
  mention: PersonMention,
): boolean {
  const ruler = (code: string): boolean => MONARCHS.has(code.split(':')[0] ?? '');
  if (words.length !== 1 || entity.name.length < 2) return false;
  return entity.name[0] === words[0] && mention.roles.some((role) => ruler(role.code)) && ruler(entity.roleCode);
}

/** Crown princes receive and travel as rulers do, but are other people than the king. */
export function isMonarch(roleCode: string): boolean {
  return MONARCHS.has(roleCode.split(':')[0] ?? '') && roleCode !== 'crown_prince';
}

/** True when two role codes can belong to one office holder. */
export function sameOffice(a: string, b: string): boolean {
  if (a === b) return true;
  const [headA = '', portfolioA] = a.split(':');
  const [headB = '', portfolioB] = b.split(':');
  if (headA === 'head_of_state' || headB === 'head_of_state') {
    const other = headA === 'head_of_state' ? headB : headA;
    return other === 'president' || other === 'crown_prince' || isMonarch(other);
  }
  if (headA === headB) return portfolioA === undefined || portfolioB === undefined;
  const ministerial = new Set([headA, headB]);
  if (ministerial.has('secretary_of_state') && ministerial.has('minister')) {
    return portfolioA === portfolioB || portfolioA === undefined || portfolioB === undefined;
  }
  return false;
}

/** A minister is not taken for a secretary of state by the office alone; "head of state" stands for any ruler. */
export function sameHead(a: string, b: string): boolean {
  const [headA = ''] = a.split(':');
  const [headB = ''] = b.split(':');
  return headA === headB || headA === 'head_of_state' || headB === 'head_of_state';
}
