/** Consonant classes of a word in order: equal for most spellings of one name, for blocking. */
export function consonantSkeleton(word: string): string {
  return soundsOf(word)
    .replace(/[aeiou]/g, '')
    .replace(/[gx]/g, 'k')
    .replace(/z/g, 's')
    .replace(/v/g, 'f');
}

/** Rough Latin letters for a name in Arabic script, for addresses only; the name itself is never replaced. */
export function latinLetters(word: string): string {
  return soundsOf(word).replace(/S/g, 'ch').replace(/x/g, 'kh');
}

/** 0 to 1: how alike two folded words sound, by hand-made costs. */
export function soundSimilarity(a: string, b: string): number {
  const arabicA = isArabic(a);
  const arabicB = isArabic(b);
  const soundsA = soundsOf(a);
  const soundsB = soundsOf(b);
  if (soundsA === '' || soundsB === '') return 0;
  // Arabic writes few vowels; two Latin spellings differ in them too, but less freely.
  const vowelCost = arabicA || arabicB ? 0.12 : 0.4;
  const weightOf = (sounds: string) => {
    let weight = 0;
    for (const sound of sounds) weight += isVowel(sound) ? vowelCost : 1;
    return weight;
  };
  const score = (one: string, other: string) =>
    Math.max(0, 1 - distance(one, other, vowelCost) / Math.max(weightOf(one), weightOf(other)));
  const plain = score(soundsA, soundsB);
  if (arabicA === arabicB) return plain;
  // Arabic writes what is heard: a silent last consonant ("Barrot") has no letter there.
  const [arabic, latin] = arabicA ? [soundsA, soundsB] : [soundsB, soundsA];
  return silentEnd.test(latin) ? Math.max(plain, score(arabic, latin.slice(0, -1)) - 0.05) : plain;
}

const silentEnd = /[aeiou][tdspzx]$/;

function distance(a: string, b: string, vowelCost: number): number {
  let previous: number[] = [0];
  for (let j = 1; j <= b.length; j++) previous[j] = (previous[j - 1] ?? 0) + dropCost(b.charAt(j - 1), vowelCost);
  for (let i = 1; i <= a.length; i++) {
    const soundA = a.charAt(i - 1);
    const row: number[] = [(previous[0] ?? 0) + dropCost(soundA, vowelCost)];
    for (let j = 1; j <= b.length; j++) {
      const soundB = b.charAt(j - 1);
      row[j] = Math.min(
        (previous[j] ?? 0) + dropCost(soundA, vowelCost),
        (row[j - 1] ?? 0) + dropCost(soundB, vowelCost),
        (previous[j - 1] ?? 0) + swapCost(soundA, soundB, vowelCost),
      );
    }
    previous = row;
  }
  return previous[b.length] ?? 0;
}

function dropCost(sound: string, vowelCost: number): number {
  return isVowel(sound) ? vowelCost : sound === 'h' ? 0.35 : 1;
}

function swapCost(a: string, b: string, vowelCost: number): number {
  if (a === b) return 0;
  if (isVowel(a) && isVowel(b)) return vowelCost * 0.6;
  return nearSounds.get(a + b) ?? nearSounds.get(b + a) ?? 1.6;
}

/** Sounds that the press writes for one another when a name crosses scripts or languages. */
const nearSounds: ReadonlyMap<string, number> = new Map([
  ['pb', 0.15],
  ['vf', 0.15],
  ['vb', 0.3],
  ['vu', 0.3],
  ['fu', 0.5],
  ['bu', 0.6],
  ['zs', 0.2],
  ['zd', 0.3],
  ['gj', 0.25],
  ['gk', 0.3],
  ['gx', 0.3],
  ['gu', 0.5],
  ['xk', 0.2],
  ['xh', 0.35],
  ['xj', 0.3],
  ['kh', 0.6],
  ['dt', 0.35],
  ['Ss', 0.3],
  ['Sk', 0.4],
  ['Sj', 0.3],
  ['St', 0.5],
  ['Sx', 0.4],
  ['ji', 0.3],
  ['jz', 0.4],
  ['js', 0.5],
  ['mn', 0.6],
  ['ts', 0.6],
]);

function isVowel(sound: string): boolean {
  return sound === 'a' || sound === 'e' || sound === 'i' || sound === 'o' || sound === 'u';
}

export function isArabic(word: string): boolean {
  const unit = word.charCodeAt(0);
  return unit >= 0x600 && unit < 0x700;
}

const arabicSounds: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ب: 'b',
    پ: 'p',
    ت: 't',
    ث: 't',
    ج: 'j',
    چ: 'S',
    ح: 'h',
    خ: 'x',
    د: 'd',
    ذ: 'd',
    ر: 'r',
    ز: 'z',
    ژ: 'j',
    س: 's',
    ش: 'S',
    ص: 's',
    ض: 'd',
    ط: 't',
    ظ: 'z',
    ع: 'a',
    غ: 'g',
    ف: 'f',
    ڤ: 'v',
    ق: 'k',
    ك: 'k',
    گ: 'g',
    ڭ: 'g',
    ل: 'l',
    م: 'm',
    ن: 'n',
    ه: 'h',
    و: 'u',
    ي: 'i',
    ا: 'a',
    ء: '',
  }),
);

/** Longest first. Each spelling stands for one sound whatever the language of the text. */
const latinSounds: readonly (readonly [string, string])[] = [
  ['ouill', 'ui'],
  ['aill', 'ai'],
  ['eill', 'ei'],
  ['eau', 'o'],
  ['au', 'o'],
  ['tsch', 'S'],
  ['tch', 'S'],
  ['sch', 'S'],
  ['sh', 'S'],
  ['ch', 'S'],
  ['kh', 'x'],
  ['gh', 'g'],
  ['dj', 'j'],
  ['th', 't'],
  ['dh', 'd'],
  ['ph', 'f'],
  ['ck', 'k'],
  ['qu', 'k'],
  ['gu', 'g'],
  ['oo', 'u'],
  ['ou', 'u'],
  ['ee', 'i'],
  ['ce', 'se'],
  ['ci', 'si'],
  ['cy', 'si'],
  ['c', 'k'],
  ['q', 'k'],
  ['x', 'ks'],
  ['w', 'u'],
  ['y', 'i'],
];

const memoLimit = 200_000;
const soundMemo = new Map<string, string>();

function soundsOf(word: string): string {
  const known = soundMemo.get(word);
  if (known !== undefined) return known;
  let sounds = '';
  if (isArabic(word)) {
    for (const letter of word) sounds += arabicSounds.get(letter) ?? '';
  } else {
    for (let i = 0; i < word.length; ) {
      const rule = latinSounds.find(([spelling]) => word.startsWith(spelling, i));
      sounds += rule?.[1] ?? word.charAt(i);
      i += rule?.[0].length ?? 1;
    }
  }
  sounds = sounds.replace(/(.)\1+/g, '$1').replace(/[^a-zS]/g, '');
  if (soundMemo.size >= memoLimit) soundMemo.clear();
  soundMemo.set(word, sounds);
  return sounds;
}
