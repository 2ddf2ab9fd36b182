import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

// Slow suites (browser, PostgreSQL, processes) set their own time limits; everything else must be quick.
export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
  test: {
    // Every core works, and one suite more than there are cores: many wait for leases, pauses and other processes.
    maxWorkers: availableParallelism() + 1,
    testTimeout: 20_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'units',
          include: ['src/**/*.test.ts', 'bench/**/*.test.ts'],
          exclude: ['src/web/**'],
          // Nothing here keeps a state of its own between files: the languages and models are read once, not 200 times.
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'web',
          include: ['src/web/**/*.test.{ts,tsx}'],
          isolate: false,
          setupFiles: ['test/helpers/forget-faults.ts'],
        },
      },
      {
        extends: true,
        test: { name: 'whole', include: ['test/**/*.test.{ts,tsx}'] },
      },
    ],
  },
});
