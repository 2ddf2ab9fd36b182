import fc from 'fast-check';
import { expect, test } from 'vitest';
import { packBytes, packJson, storableText, unpackBytes, unpackJson } from './compression.ts';

test('bytes come back as they were, and never grow', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 2_000 }), async (bytes) => {
      const packed = await packBytes(bytes);
      expect(packed.bytes.length).toBeLessThanOrEqual(bytes.length);
      expect(await unpackBytes(packed)).toEqual(bytes);
    }),
    { numRuns: 50 },
  );
});

test('JSON keeps every string, broken ones too', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.string({ unit: 'binary' })), async (strings) => {
      const value = { strings: [...strings, '\0', '\ud800'] };
      expect(await unpackJson(await packJson(value))).toEqual(value);
    }),
    { numRuns: 50 },
  );
});

test('storable text keeps its length and its good characters', () => {
  expect(storableText('a\0b\ud800c\udc00\ud83d\ude00é')).toBe('a\ufffdb\ufffdc\ufffd\ud83d\ude00é');
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const stored = storableText(text);
      expect(stored.length).toBe(text.length);
      expect(storableText(stored)).toBe(stored);
      expect(Buffer.from(stored, 'utf8').toString('utf8')).toBe(stored);
    }),
  );
});
