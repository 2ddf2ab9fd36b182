import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createPostings } from './postings.ts';

/** Keys that meet in the table, and slots that come and go in any order. */
const steps = fc.array(fc.record({ key: fc.nat({ max: 9 }), slot: fc.nat({ max: 6 }), removes: fc.boolean() }), {
  maxLength: 120,
});

test('holds what was added and not taken away, in the order of adding', () => {
  fc.assert(
    fc.property(steps, (list) => {
      const postings = createPostings();
      const model = new Map<number, number[]>();
      for (const { key: small, slot, removes } of list) {
        const key = small * 1024;
        const slots = model.get(key) ?? [];
        model.set(key, slots);
        if (removes) {
          postings.remove(key, slot);
          const at = slots.indexOf(slot);
          if (at >= 0) slots.splice(at, 1);
        } else if (!slots.includes(slot)) {
          postings.add(key, slot);
          slots.push(slot);
        }
      }
      for (const [key, slots] of model) {
        const found: number[] = [];
        postings.each(key, (slot) => found.push(slot));
        expect(found).toEqual(slots);
        expect(postings.count(key)).toBe(slots.length);
        expect(postings.some(key, (slot) => slot === slots.at(-1))).toBe(slots.length > 0);
      }
      expect(postings.keys).toBe([...model.values()].filter(({ length }) => length > 0).length);
    }),
  );
});

test('stops at the first slot that is accepted', () => {
  const postings = createPostings();
  for (const slot of [4, 5, 6]) postings.add(1, slot);
  const asked: number[] = [];
  expect(postings.some(1, (slot) => asked.push(slot) === 2)).toBe(true);
  expect(asked).toEqual([4, 5]);
});
