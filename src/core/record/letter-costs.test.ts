import { describe, expect, test } from 'vitest';
import { foldName } from '../text/normalise.ts';
import { alignmentCost, spellingProbability, spellingSimilarity } from './letter-costs.ts';

const probability = (latin: string, arabic: string) => spellingProbability(foldName(latin), foldName(arabic));

describe('spellings of one word', () => {
  test.each([
    ['Karlsson', 'كارلسون'],
    ['Scholz', 'شولتس'],
    ['Charles', 'تشارلز'],
    ['Khalil', 'خليل'],
    ['Gonzalez', 'غونزاليس'],
    ['Thompson', 'تومسون'],
    ['Youssef', 'يوسف'],
    ['Victoria', 'فيكتوريا'],
  ])('%s %s', (latin, arabic) => {
    expect(probability(latin, arabic)).toBeGreaterThan(0.8);
  });
});

describe('other words', () => {
  test.each([
    ['Karlsson', 'كارتر'],
    ['Scholz', 'شميت'],
    ['Khalil', 'جميل'],
    ['Thompson', 'جونسون'],
    ['Victoria', 'فيرونيكا'],
    ['Omar', 'عامل'],
  ])('%s %s', (latin, arabic) => {
    expect(probability(latin, arabic)).toBeLessThan(0.75);
  });
});

test('a cheaper way to write a word costs less', () => {
  const pairs = { '^|^': 0, '$|$': 0, 'sh|ش': 1, 's|ش': 5, 'h|': 5 };
  expect(alignmentCost('sh', 'ش', pairs)).toBe(1);
  expect(alignmentCost('s', 'ش', pairs)).toBe(5);
});

test('the learned threshold becomes the floor of the caller, and the order stays', () => {
  const near = spellingSimilarity('karlsson', 'كارلسون', 0.72);
  const far = spellingSimilarity('karlsson', 'كارتر', 0.72);
  expect(near).toBeGreaterThan(0.72);
  expect(near).toBeLessThanOrEqual(1);
  expect(far).toBeLessThan(0.72);
  expect(far).toBeGreaterThanOrEqual(0);
});
