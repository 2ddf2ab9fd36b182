import { describe, expect, test } from 'vitest';
import { answerTo } from '../../../test/helpers/answer-question.ts';
import { interfaceLanguages } from '../i18n.ts';
import { askQuestion, checkAnswer } from './captcha.ts';
import { questionWords } from './question-words.ts';

const now = new Date('2024-02-03T09:00:00Z');
const secret = 'of these tests';

describe.each(interfaceLanguages)('a question in %s', (language) => {
  const words = questionWords[language];
  test('has all its words', () => {
    expect([words.numbers.length, words.ordinals.length, new Set(words.things).size]).toEqual([19, 4, 12]);
  });

  test('is answered by who reads it, whatever the capitals, accents and digits', () => {
    const kinds = new Set<boolean>();
    for (let i = 0; i < 40; i++) {
      const { text, token } = askQuestion(language, secret, now);
      const answer = answerTo(text, language);
      kinds.add(/^\d+$/.test(answer));
      for (const written of [
        answer,
        ` ${answer.toUpperCase()} `,
        answer.normalize('NFD').replace(/\p{M}/gu, ''),
        /^\d+$/.test(answer) ? (words.numbers[Number(answer)] ?? '') : answer,
        answer.replace(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit))),
      ])
        expect([text, written, checkAnswer(token, written, secret, now).right]).toEqual([text, written, true]);
    }
    expect(kinds.size).toBe(2);
  });

  test.each<[string, (token: string) => string, string, Date]>([
    ['a wrong answer', (token) => token, '99', now],
    ['no answer', (token) => token, '', now],
  ])('%s is wrong', (_, change, answer, at) => {
    expect(checkAnswer(change(askQuestion(language, secret, now).token), answer, secret, at)).toEqual({
      right: false,
      why: 'wrong',
    });
  });
});

test.each<[string, (token: string) => string, string, Date]>([
  ['after half an hour', (token) => token, secret, new Date(now.getTime() + 31 * 60_000)],
  ['of another site', (token) => token, 'another secret', now],
  ['that somebody changed', (token) => `${token.slice(1)}`, secret, now],
  ['that is none', () => '', secret, now],
  ['that is signed with nothing', (token) => `${token.split('.')[0]}.`, secret, now],
])('a question %s counts no more', (_, change, ownSecret, at) => {
  const { text, token } = askQuestion('en', secret, now);
  expect(checkAnswer(change(token), answerTo(text, 'en'), ownSecret, at)).toEqual({ right: false, why: 'late' });
});
