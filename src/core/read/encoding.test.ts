import { describe, expect, test } from 'vitest';
import { decodeBytes } from './encoding.ts';
import { findMojibake } from './mojibake.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const join = (...parts: Uint8Array[]): Uint8Array => Uint8Array.from(parts.flatMap((part) => [...part]));

/** Encodes with a table made from the decoder: all single bytes, and all pairs where the charset has them. */
function encode(text: string, charset: string): Uint8Array {
  const decoder = new TextDecoder(charset, { fatal: true });
  const table = new Map<string, number[]>();
  const learn = (bytes: number[]): void => {
    try {
      const char = decoder.decode(Uint8Array.from(bytes));
      if ([...char].length === 1 && !table.has(char)) table.set(char, bytes);
    } catch {
      // No character has these bytes.
    }
  };
  for (let byte = 0; byte < 256; byte++) learn([byte]);
  if (!/windows|iso/.test(charset))
    for (let lead = 0x81; lead < 0xff; lead++) for (let trail = 0x40; trail < 0xff; trail++) learn([lead, trail]);
  return Uint8Array.from([...text].flatMap((char) => table.get(char) ?? [63]));
}

const texts = {
  french: "La ministre a été reçue à l'aéroport, où l'attendait son homologue après un long été.",
  arabic: 'استقبل وزير النقل نظيره في العاصمة وبحث معه سبل التعاون بين البلدين في مجال الموانئ والنقل البحري',
  russian: 'Министр транспорта принял в столице своего коллегу и обсудил с ним работу портов и паромов.',
  polish: 'Minister ogłosił, że ścieżka wzdłuż rzeki będzie otwarta, a most łączący oba brzegi później.',
  chinese: '交通部长在首都会见了他的同行，他们讨论了这个国家的港口和轮船的工作，也说到了来年的计划。',
  taiwanese: '交通部長在首都會見了他的同行，他們討論了這個國家的港口和輪船的工作，也說到了來年的計畫。',
  japanese: '交通大臣は首都で同僚と会い、港と船の仕事について話しました。来年の計画についても話し合いました。',
  korean: '교통부 장관은 수도에서 동료를 만나 항구와 배의 일에 대해 이야기하고 다음 해의 계획을 말했다.',
} as const;

describe('bytes that nobody declared', () => {
  test.each([
    ['windows-1252', texts.french],
    ['windows-1256', texts.arabic],
    ['iso-8859-6', texts.arabic],
    ['windows-1251', texts.russian],
    ['iso-8859-2', texts.polish],
    ['gb18030', texts.chinese],
    ['big5', texts.taiwanese],
    ['shift_jis', texts.japanese],
    ['euc-jp', texts.japanese],
    ['euc-kr', texts.korean],
  ])('%s', (charset, text) => {
    const page = `<html><body><p>${text}</p></body></html>`;
    const decoded = decodeBytes(encode(page, charset));
    expect(decoded.text).toBe(page);
    expect(decoded).toMatchObject({ basis: 'statistics', problems: [{ code: 'encoding-guessed' }] });
  });

  test.each([
    ['French', texts.french, true],
    ['Arabic', texts.arabic, true],
    ['Arabic, big end first', texts.arabic, false],
    ['Russian', texts.russian, true],
  ])('UTF-16 without a mark: %s', (_, text, little) => {
    const units = [...text].flatMap((char) => {
      const code = char.charCodeAt(0);
      return little ? [code & 255, code >> 8] : [code >> 8, code & 255];
    });
    expect(decodeBytes(Uint8Array.from(units)).text).toBe(text);
  });
});

describe('declarations', () => {
  test('one that stands late, behind scripts and comments', () => {
    const page = `<html><head><!--${'x'.repeat(20_000)}--><meta charset="windows-1256"></head><body>${texts.arabic}</body></html>`;
    expect(decodeBytes(encode(page, 'windows-1256'))).toMatchObject({
      text: page,
      encoding: 'windows-1256',
      basis: 'meta',
    });
  });

  test('that of an XML declaration', () => {
    const page = `<?xml version="1.0" encoding="iso-8859-2"?><html><body>${texts.polish}</body></html>`;
    expect(decodeBytes(encode(page, 'iso-8859-2'))).toMatchObject({ text: page, basis: 'meta' });
  });

  test.each([
    ['windows-1256', texts.arabic],
    ['windows-1251', texts.russian],
    ['euc-jp', texts.japanese],
  ])('Latin, declared over bytes of %s, is a habit of the template', (charset, text) => {
    expect(decodeBytes(encode(text, charset), 'text/html; charset=iso-8859-1').text).toBe(text);
  });

  test('Latin stays Latin', () => {
    expect(decodeBytes(encode(texts.french, 'windows-1252'), 'text/html; charset=iso-8859-1')).toMatchObject({
      text: texts.french,
      basis: 'header',
      problems: [],
    });
  });
});

describe('text that is broken in part', () => {
  test('windows-1252 pasted into UTF-8 is read, and told with its place', () => {
    const before = `${texts.arabic} – `;
    const bytes = join(utf8(before), encode('publicité à la une', 'windows-1252'), utf8(` – ${texts.french}`));
    expect(decodeBytes(bytes)).toMatchObject({
      text: `${before}publicité à la une – ${texts.french}`,
      problems: [{ code: 'encoding-guessed', at: before.length + 8, detail: 'utf-8, windows-1252' }],
    });
  });

  test.each([
    ['French', 'La ministre a été reçue à la mairie, où elle a parlé de l’été.'],
    ['Arabic', texts.arabic],
    ['Spanish', 'La ministra habló del muelle, de los años de obras y de la próxima estación.'],
  ])('UTF-8 encoded twice: %s', (_, text) => {
    const twice = new TextDecoder('windows-1252').decode(utf8(text));
    expect(findMojibake(twice)).toBeDefined();
    expect(findMojibake(text)).toBeUndefined();
  });

  test('a sound page may quote broken text', () => {
    expect(
      findMojibake(`${texts.french.repeat(5)} On lit « Ã© », « Ã¨ » et « Ã§ » dans l'ancienne base.`),
    ).toBeUndefined();
    expect(findMojibake('Plain text, and one "Ã©" in it.')).toBeUndefined();
  });
});
