import { createHmac, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';
import type { InterfaceLanguage } from '../i18n.ts';
import { questionWords } from './question-words.ts';

/** A question in words that a person answers without a picture, a sound or a script. */
export interface Question {
  readonly text: string;
  /** What was asked, signed: the server keeps nothing until it is answered. */
  readonly token: string;
}

interface Asked {
  readonly language: InterfaceLanguage;
  readonly kind: 'sum' | 'word';
  readonly numbers: readonly number[];
  readonly nonce: string;
  readonly until: number;
}

export type Answered =
  | { readonly right: true; readonly nonce: string; readonly until: Date }
  | { readonly right: false; readonly why: 'wrong' | 'late' };

const minutes = 30;
const wordsAsked = 4;

export function askQuestion(language: InterfaceLanguage, secret: string, now: Date): Question {
  const words = questionWords[language];
  const kind = randomInt(2) === 0 ? 'sum' : 'word';
  const numbers =
    kind === 'sum'
      ? [randomInt(1, 10), randomInt(1, 10)]
      : [randomInt(wordsAsked), ...pickDistinct(words.things.length, wordsAsked)];
  const asked: Asked = {
    language,
    kind,
    numbers,
    nonce: randomBytes(15).toString('base64url'),
    until: now.getTime() + minutes * 60_000,
  };
  const body = Buffer.from(JSON.stringify(asked)).toString('base64url');
  return { text: textOf(asked), token: `${body}.${sign(body, secret)}` };
}

/** Whether the answer is right. The caller lets each question count once, by its nonce. */
export function checkAnswer(token: string, answer: string, secret: string, now: Date): Answered {
  const [body = '', signature = ''] = token.split('.');
  const [given, right] = [Buffer.from(signature), Buffer.from(sign(body, secret))];
  if (given.length !== right.length || !timingSafeEqual(given, right)) return { right: false, why: 'late' };
  const asked = JSON.parse(Buffer.from(body, 'base64url').toString('utf8')) as Asked;
  if (asked.until < now.getTime()) return { right: false, why: 'late' };
  if (!answersTo(asked).includes(plain(answer))) return { right: false, why: 'wrong' };
  return { right: true, nonce: asked.nonce, until: new Date(asked.until) };
}

function textOf({ language, kind, numbers }: Asked): string {
  const words = questionWords[language];
  const [first = 0, ...rest] = numbers;
  if (kind === 'sum') return words.sum(words.numbers[first] ?? '', words.numbers[rest[0] ?? 0] ?? '');
  return words.nth(words.ordinals[first] ?? '', rest.map((at) => words.things[at] ?? '').join(words.comma));
}

function answersTo({ language, kind, numbers }: Asked): readonly string[] {
  const words = questionWords[language];
  const [first = 0, ...rest] = numbers;
  if (kind === 'word') return [plain(words.things[rest[first] ?? 0] ?? '')];
  const sum = first + (rest[0] ?? 0);
  return [String(sum), plain(words.numbers[sum] ?? '')];
}

/** Capitals, accents, spaces and the kind of digits do not matter. */
function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}\p{P}\s\u0640]/gu, '')
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .toLowerCase();
}

function pickDistinct(of: number, count: number): number[] {
  const picked = new Set<number>();
  while (picked.size < count) picked.add(randomInt(of));
  return [...picked];
}

function sign(body: string, secret: string): string {
  return createHmac('sha256', secret).update(`question:${body}`).digest('base64url');
}
