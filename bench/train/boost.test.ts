import { describe, expect, test } from 'vitest';
import { compileTrees, probabilityOf } from '../../src/core/extract/trees.ts';
import { type TrainingRows, trainBoostedTrees } from './boost.ts';

/** Points of a square; yes inside a ring: no single threshold can tell. */
function ring(count: number): TrainingRows {
  const values = new Float32Array(count * 3);
  const labels = new Uint8Array(count);
  for (let row = 0; row < count; row++) {
    const x = ((row * 37) % 101) / 50 - 1;
    const y = ((row * 53) % 97) / 48 - 1;
    values.set([x, y, (row * 11) % 7], row * 3);
    const radius = Math.hypot(x, y);
    labels[row] = radius > 0.4 && radius < 0.8 ? 1 : 0;
  }
  return { features: ['x', 'y', 'noise'], values, labels };
}

describe('trainBoostedTrees', () => {
  test('learns a shape that needs several splits', () => {
    const rows = ring(3000);
    const model = trainBoostedTrees(rows, {}, { rounds: 60 });
    const trees = compileTrees(model, rows.features);
    let right = 0;
    for (let row = 0; row < rows.labels.length; row++) {
      const p = probabilityOf(trees, rows.values, row * 3);
      if (p > 0.5 === (rows.labels[row] === 1)) right++;
    }
    expect(right / rows.labels.length).toBeGreaterThan(0.95);
  });

  test('same rows and seed, same model; another seed, another model', () => {
    const rows = ring(500);
    const first = JSON.stringify(trainBoostedTrees(rows, {}, { rounds: 5 }));
    expect(JSON.stringify(trainBoostedTrees(rows, {}, { rounds: 5 }))).toBe(first);
    expect(JSON.stringify(trainBoostedTrees(rows, {}, { rounds: 5, seed: 2 }))).not.toBe(first);
  });
});
