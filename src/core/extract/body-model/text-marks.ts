/** Commas of all scripts, and which telling marks the text has, as bits: @ © | / # + …. Looks at 2,000 characters. */
export function countMarks(text: string): { commas: number; kinds: number } {
  let commas = 0;
  let kinds = 0;
  const end = Math.min(text.length, 2000);
  for (let i = 0; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code > 0x7f ? code === 0x60c || code === 0xff0c || code === 0x3001 : code === 44) commas++;
    else if (code === 64) kinds |= 1;
    else if (code === 0xa9) kinds |= 2;
    else if (code === 124) kinds |= 4;
    else if (code === 47) kinds |= 8;
    else if (code === 35) kinds |= 16;
  }
  return { commas, kinds };
}

/** 0 letter, 1 full stop, 2 question or exclamation, 3 colon, 4 ellipsis, 5 closing quote or bracket, 6 digit, 7 other. */
export function lastMark(text: string): number {
  const code = text.charCodeAt(text.length - 1);
  if (code === 46 || code === 0x3002 || code === 0x6d4) return text.endsWith('...') ? 4 : 1;
  if (code === 63 || code === 33 || code === 0x61f) return 2;
  if (code === 58 || code === 0xff1a) return 3;
  if (code === 0x2026) return 4;
  if (code === 34 || code === 41 || code === 93 || code === 0xbb || code === 0x201d || code === 0x2019) return 5;
  if (code >= 48 && code <= 57) return 6;
  return code > 64 && code !== 124 && code !== 126 ? 0 : 7;
}

/** 0 letter, 1 digit, 2 dash or bullet, 3 opening quote, 4 bracket, 5 other mark. */
export function firstMark(text: string): number {
  const code = text.charCodeAt(0);
  if (code >= 48 && code <= 57) return 1;
  if (code === 45 || code === 0x2013 || code === 0x2014 || code === 0x2022 || code === 42 || code === 0xb7) return 2;
  if (code === 34 || code === 0xab || code === 0x201c || code === 0x2018 || code === 39) return 3;
  if (code === 40 || code === 91) return 4;
  if (code < 65 || code === 0xa9 || (code >= 0x2190 && code <= 0x2bff)) return 5;
  return 0;
}
