import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { errorCodes, errorSentences } from './errors.ts';

/** Codes as the two type declarations list them: the type alone cannot be asked at run time. */
function declared(path: string, type: string): string[] {
  const text = readFileSync(new URL(path, import.meta.url), 'utf8');
  const body = text.slice(text.indexOf(`export type ${type} =`)).split(';')[0] ?? '';
  return [...body.matchAll(/'([a-z-]+)'/g)].map((match) => match[1] ?? '');
}

describe('errorSentences', () => {
  const codes = [...declared('../core/model/page.ts', 'ProblemCode'), ...declared('../errors.ts', 'ErrorCode')];

  test('every declared code has its sentences and nothing else has', () => {
    expect(codes.length).toBeGreaterThan(20);
    expect([...errorCodes].sort()).toEqual([...new Set(codes)].sort());
  });

  test.each(errorCodes)('%s speaks four languages, one clear sentence each', (code) => {
    const sentences = errorSentences[code];
    expect(Object.keys(sentences).sort()).toEqual(['ar', 'en', 'es', 'fr']);
    for (const sentence of Object.values(sentences)) {
      expect(sentence.length).toBeGreaterThan(10);
      expect(sentence).toMatch(/[.�]$/);
      expect(sentence).not.toContain('\n');
    }
    expect(sentences.ar).toMatch(/[\u0600-\u06ff]/);
    expect(new Set(Object.values(sentences)).size).toBe(4);
  });
});
